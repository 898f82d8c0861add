// A sponsor's whole way from a newcomer to a pay link, with the process killed after the steps one names, and started again.
import { setTimeout as sleep } from "node:timers/promises";
import type { WordId } from "../../src/words/line.js";
import type { Service } from "./service.js";
import type { Sponsor } from "./sponsor.js";

/** What a sponsor with one worker is asked, each once. */
export const questions: readonly WordId[] = [
  "consent-what",
  "register-civil-id",
  "challenge-contact",
  "register-name",
  "register-email",
  "register-gender",
  "register-governorate",
  "button-all-right",
  "button-data-right",
  "years-prompt",
  "start-prompt",
  "button-continue",
  "button-accept",
];

/** Longer than the lease of a turn that died, and the pause before its update is tried again. */
const idleMs = 60_000;

/**
 * @param kills after which steps, counted from 0, the process dies, and how many milliseconds after the step was sent
 * @returns what was asked, in order
 */
export async function wayWithKills(
  sponsor: Sponsor,
  { botApi, programs }: Pick<Service, "botApi" | "programs">,
  kills: ReadonlyMap<number, number>,
): Promise<{ readonly asked: readonly WordId[]; readonly link: string }> {
  const asked: WordId[] = [];
  async function follow(end: WordId) {
    for (;;) {
      const { shown, answered } = await sponsor.step(end);
      if (answered === "end") return shown;
      const afterMs = kills.get(asked.length);
      asked.push(answered);
      if (afterMs === undefined) continue;
      await sleep(afterMs);
      await Promise.all(programs.map((each) => each.kill()));
      await Promise.all(programs.map((each) => each.start()));
      // The platform gives again what was not confirmed, and a question may then stand twice: people answer the one below.
      await botApi.idle(idleMs);
    }
  }
  await sponsor.begins();
  await sponsor.presses("button-register");
  await follow("button-renew");
  sponsor.says("/renew");
  const shown = await follow("button-pay-page");
  return { asked, link: shown.buttons.flat().find(({ url }) => url !== undefined)?.url ?? "" };
}
