// Following a worker: keeps what a sponsor tells about one who is not on record, marked as told, until the sponsor removes it.
import { maskCivilId } from "../domain/civil-id.js";
import type { IsoDate } from "../domain/iso-date.js";
import { line } from "../words/line.js";
import type { Journey } from "./journey.js";
import { accept } from "./questions/accept.js";
import { askCivilId } from "./questions/civil-id.js";
import { personNameAsked } from "./questions/person-name.js";
import { readDate } from "./questions/read-date.js";
import { typed } from "./questions/typed.js";
import { workerName } from "./worker-lines.js";
import { workerList } from "./worker-list.js";
import type { Told, Worker } from "./workers-port.js";

export const follow: Journey = async (ask, _prove, world) => {
  const civilId = await askCivilId(ask, "civil-id", world.today, {
    prompt: [line("follow-civil-id"), line("follow-what")],
    help: line("follow-civil-id-help"),
    name: line("answer-civil-id"),
  });
  const { workers: onRecord } = await world.workers.household();
  if (onRecord.some((worker) => worker.civilId === civilId)) return workerList(world, [line("follow-on-record")]);

  const { given: name } = await ask("name", nameQuestion);
  const { given: coverUntil } = await ask("until", untilQuestion(world.today));
  const told = { civilId, name, coverUntil };
  await ask("check", check(told));
  await world.workers.track(`${world.draft}:track`, told);
  return workerList(world, [line("follow-done", { name })]);
};

/** Stops following: what was told of this worker is kept no longer. */
export function unfollow(worker: Worker): Journey {
  const of = { worker: workerName(worker) };
  return async (ask, _prove, world) => {
    await ask(
      "unfollow",
      accept({
        prompt: [line("unfollow-ask", of)],
        help: line("unfollow-help"),
        button: line("button-yes-remove"),
        bound: worker.id,
      }),
    );
    await world.workers.untrack(`${world.draft}:untrack`, worker.id);
    return workerList(world, [line("unfollow-done", of)]);
  };
}

const nameQuestion = personNameAsked({ prompt: [line("follow-name")], help: line("follow-name-help") });

function untilQuestion(today: IsoDate) {
  return typed<IsoDate>({
    prompt: [line("follow-until")],
    help: line("follow-until-help"),
    name: line("answer-until"),
    skip: line("button-do-not-know"),
    isForThis(text) {
      const read = readDate(text, today);
      return read.ok || read.reason === "not-a-date";
    },
    parse(text) {
      const read = readDate(text, today);
      return read.ok ? { ok: true, value: read.date } : { ok: false, why: line("date-not-a-date") };
    },
  });
}

/** Bound to every answer: one that was changed is looked at again. */
function check({ civilId, name, coverUntil }: Told) {
  return accept({
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
  });
}
