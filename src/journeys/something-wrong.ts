// "Something is wrong": which of the things shown, and what happens then for each. The renewal waits meanwhile, as it was.
import { type Line, line } from "../words/line.js";
import type { Button, Command } from "./message.js";
import type { Page } from "./question.js";
import type { Renewable } from "./renewable.js";
import { workerName } from "./worker-lines.js";

const wrong = "<wrong";
const matters = ["name", "residency", "dates", "worker"] as const;
type Matter = (typeof matters)[number];

/** Stands under a summary that shows what is on record. */
export const wrongButton: Button = { kind: "answer", label: line("button-data-wrong"), value: wrong };

export function wrongPages(onRecord: readonly Renewable[]): readonly Page[] {
  if (onRecord.length === 0) return [];
  const which: Page = {
    value: wrong,
    label: line("button-data-wrong"),
    message: {
      lines: [line("wrong-which")],
      buttons: matters.map((matter) => [{ kind: "answer", label: labels[matter], value: pageValue(matter) }]),
    },
  };
  return [which, ...matters.map((matter) => pageOf(matter, onRecord))];
}

const labels: Record<Matter, Line> = {
  name: line("button-wrong-name"),
  residency: line("button-wrong-residency"),
  dates: line("button-wrong-dates"),
  worker: line("button-not-mine"),
};

function pageValue(matter: Matter): string {
  return `${wrong}:${matter}`;
}

function pageOf(matter: Matter, onRecord: readonly Renewable[]): Page {
  const human: Button = { kind: "command", label: line("button-human"), command: "human" };
  return {
    value: pageValue(matter),
    label: labels[matter],
    message: { lines: [line(`wrong-${matter}`)], buttons: [...waysOut(matter, onRecord), [human]] },
  };
}

/** What can be told here at once, for each worker that it may be about. */
function waysOut(matter: Matter, onRecord: readonly Renewable[]): readonly (readonly Button[])[] {
  const tell = (command: Command, label: (worker: Line) => Line): readonly (readonly Button[])[] =>
    onRecord.map(({ worker }) => [{ kind: "command", label: label(workerName(worker)), command, argument: worker.id }]);
  switch (matter) {
    case "dates":
      return tell("already-renewed", (worker) => line("button-renewed-for", { worker }));
    case "worker":
      return tell("not-mine", (worker) => line("button-not-mine-for", { worker }));
    default:
      return [];
  }
}
