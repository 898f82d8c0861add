// A person: where the team meets, somebody of it answers in this chat by a promised time; the telephone is named in any case.
import { line } from "../words/line.js";
import type { Journey } from "./journey.js";
import { menuButton, nextSteps } from "./next-steps.js";
import { cancelButton, phoneLine, promiseLines } from "./promise.js";

export const human: Journey = async (_ask, _prove, world) => {
  const { service, now } = world;
  const promised = await world.desk.ask(`${world.draft}:human`);
  if (promised === undefined)
    return { say: [{ lines: [line("human-nobody"), phoneLine(service)], buttons: [[menuButton]] }] };
  const { number } = promised;
  const lines = [...promiseLines(service, promised, now), line("human-go-on"), phoneLine(service)];
  const copy = { kind: "copy", label: line("button-copy-request"), text: `${number}` } as const;
  return { say: [{ lines, buttons: [[cancelButton(number), copy], [menuButton]] }] };
};

/** The button under a promise: whoever needs nobody any more is not waited for. */
export const cancelRequest: Journey = async (_ask, _prove, world) => {
  const number = Number(/^\d{1,15}$/u.exec(world.argument ?? "")?.[0] ?? 0);
  const became = await world.desk.cancel(number, `${world.draft}:cancel`);
  const lines = [line(`cancel-request-${became}`, { number: { code: `${number}` } })];
  return { say: [{ lines, buttons: nextSteps() }] };
};
