// My workers: each with the days that are left, on record or only followed because their sponsor said so; follow one more, or stop.
import { maskCivilId } from "../domain/civil-id.js";
import { type PersonName, parsePersonName } from "../domain/person-name.js";
import { type Line, line } from "../words/line.js";
import { registerFirst } from "./doors.js";
import type { Ending, Journey } from "./journey.js";
import type { Button, Message } from "./message.js";
import { accept } from "./questions/accept.js";
import { askCivilId } from "./questions/civil-id.js";
import { readDate } from "./questions/read-date.js";
import { typed } from "./questions/typed.js";
import { standingLine, workerButton, workerName } from "./worker-lines.js";
import type { Worker } from "./workers-port.js";
import type { World } from "./world.js";

const addArgument = "add";
const removePrefix = "remove-";

export const workers: Journey = async (ask, prove, world) => {
  if (world.account === undefined) return registerFirst();
  if (world.argument === addArgument) return follow(ask, prove, world);
  const followed = await world.workers.tracked();
  const leaving = followed.find(({ id }) => world.argument === removePrefix + id);
  if (leaving !== undefined) return unfollow(leaving)(ask, prove, world);
  const { workers: onRecord } = await world.workers.household();
  return { say: [list(onRecord, followed, world)] };
};

function list(onRecord: readonly Worker[], followed: readonly Worker[], { today }: World): Message {
  const lines: Line[] = [];
  if (onRecord.length > 0) {
    lines.push(line("workers-on-record", { n: onRecord.length }), ...onRecord.map((worker) => row(worker, today)));
  }
  if (followed.length > 0) {
    lines.push(line("workers-followed", { n: followed.length }), ...followed.map((worker) => row(worker, today)));
  }
  if (lines.length === 0) lines.push(line("workers-none"));
  return {
    lines,
    buttons: [
      ...onRecord.map((worker): Button[] => [inquiry(worker)]),
      ...followed.map((worker): Button[] => [
        {
          kind: "command",
          label: line("button-unfollow", { lastFour: maskCivilId(worker.civilId) }),
          command: "workers",
          argument: removePrefix + worker.id,
        },
      ]),
      [{ kind: "command", label: line("button-follow"), command: "workers", argument: addArgument }],
      [{ kind: "command", label: line("button-menu"), command: "start", argument: "menu" }],
    ],
  };
}

function row(worker: Worker, today: World["today"]): Line {
  return line("workers-row", { worker: workerName(worker), standing: standingLine(worker, today) });
}

function inquiry(worker: Worker): Button {
  return { kind: "command", label: workerButton(worker), command: "inquire", argument: worker.id };
}

const nameQuestion = typed<PersonName>({
  prompt: [line("follow-name")],
  help: line("follow-name-help"),
  name: line("answer-name"),
  parse(text) {
    const parsed = parsePersonName(text);
    return parsed.ok ? { ok: true, value: parsed.name } : { ok: false, why: line(`name-${parsed.reason}`) };
  },
});

function untilQuestion(today: World["today"]) {
  return typed({
    prompt: [line("follow-until")],
    help: line("follow-until-help"),
    name: line("answer-until"),
    skip: line("button-do-not-know"),
    parse(text) {
      const read = readDate(text, today);
      return read.ok ? { ok: true, value: read.date } : { ok: false, why: line("date-not-a-date") };
    },
  });
}

const follow: Journey = async (ask, _prove, world): Promise<Ending> => {
  const civilId = await askCivilId(ask, "civil-id", world.today, {
    prompt: [line("follow-civil-id"), line("follow-what")],
    help: line("follow-civil-id-help"),
    name: line("answer-civil-id"),
  });
  const { given: name } = await ask("name", nameQuestion);
  const { given: coverUntil } = await ask("until", untilQuestion(world.today));
  const told = { civilId, name, coverUntil };
  await ask(
    "check",
    accept({
      prompt: [
        line("follow-check", { name, lastFour: maskCivilId(civilId) }),
        coverUntil === undefined
          ? line("follow-check-no-date")
          : line("follow-check-date", { until: { date: coverUntil } }),
      ],
      help: line("follow-check-help"),
      button: line("button-all-right"),
      bound: JSON.stringify([civilId, name, coverUntil ?? ""]),
      mayChange: true,
    }),
  );
  await world.workers.track(`${world.draft}:track`, told);
  const { workers: onRecord } = await world.workers.household();
  const shown = list(onRecord, await world.workers.tracked(), world);
  return { say: [{ ...shown, lines: [line("follow-done", { name }), ...shown.lines] }] };
};

function unfollow(worker: Worker): Journey {
  return async (ask, _prove, world) => {
    await ask(
      "unfollow",
      accept({
        prompt: [line("unfollow-ask", { worker: workerName(worker) })],
        help: line("unfollow-help"),
        button: line("button-yes-remove"),
        bound: worker.id,
      }),
    );
    await world.workers.untrack(`${world.draft}:untrack`, worker.id);
    const { workers: onRecord } = await world.workers.household();
    const shown = list(onRecord, await world.workers.tracked(), world);
    return { say: [{ ...shown, lines: [line("unfollow-done", { worker: workerName(worker) }), ...shown.lines] }] };
  };
}
