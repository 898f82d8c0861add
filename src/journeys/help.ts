// Help: what it costs, the conditions, the documents, how to know whether cover is active, and what is genuine.
import { type Line, line } from "../words/line.js";
import { scheduleLines } from "./fee-lines.js";
import type { Journey } from "./journey.js";
import type { Button, Message } from "./message.js";
import { nextSteps } from "./next-steps.js";
import { operatorLine } from "./pay-lines.js";
import type { Service, World } from "./world.js";

const topics = ["fee", "conditions", "documents", "active", "genuine", "never"] as const;
type Topic = (typeof topics)[number];

export const help: Journey = async (_ask, _prove, world) => {
  const topic = topics.find((each) => each === world.argument);
  return { say: [topic === undefined ? overview(world) : told(topic, world)] };
};

function overview({ service }: World): Message {
  return { lines: [line("help-what"), line("help-hotline", { hotline: service.hotline })], buttons: topicButtons() };
}

function told(topic: Topic, { service }: World): Message {
  return { lines: sentences(topic, service), buttons: topicButtons(topic) };
}

function sentences(topic: Topic, service: Service): readonly Line[] {
  const { fees, hotline } = service;
  switch (topic) {
    case "fee":
      return [
        line("help-fee"),
        ...fees.rows.map((row) => line("help-fee-row", { row: { name: row.title }, fils: { kwd: row.fils } })),
        ...scheduleLines(fees),
        line("fee-not-included"),
        line("help-fee-quote"),
      ];
    case "conditions":
      return [line("help-conditions"), line("help-conditions-years")];
    case "documents":
      return [line("help-documents")];
    case "active":
      return [line("help-active"), line("help-active-hotline", { hotline })];
    case "genuine":
      return [operatorLine(service), line("help-genuine"), line("help-genuine-doubt", { hotline })];
    case "never":
      return [line("help-never"), line("help-never-where"), line("help-never-next", { hotline })];
  }
}

/** The other topics, two in a row, and the way back. */
function topicButtons(shown?: Topic): readonly (readonly Button[])[] {
  const buttons = topics
    .filter((topic) => topic !== shown)
    .map(
      (topic): Button => ({ kind: "command", label: line(`button-help-${topic}`), command: "help", argument: topic }),
    );
  const rows = Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) => buttons.slice(row * 2, row * 2 + 2));
  return [...rows, ...nextSteps("human")];
}
