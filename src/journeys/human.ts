// A person: where the hotline's staff meets, one of them joins this chat; the hotline is named in any case.
import { line } from "../words/line.js";
import type { Journey } from "./journey.js";
import { menuButton } from "./next-steps.js";

export const human: Journey = async (_ask, _prove, world) => {
  const isComing = await world.desk.ask(`${world.draft}:human`);
  const lines = isComing ? [line("human-coming"), line("human-or-hotline")] : [line("human-hotline")];
  const number = line("human-number", { hotline: { code: world.service.hotline } });
  return { say: [{ lines: [...lines, number], buttons: [[menuButton]] }] };
};
