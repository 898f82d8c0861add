// A person's whole way to a pay link, with the process killed after the steps one names, and started again; and what they were told.
import { setTimeout as sleep } from "node:timers/promises";
import type { WordId } from "../../src/words/line.js";
import type { Service } from "./service.js";
import type { Sponsor } from "./sponsor.js";

type Way = {
  /** What somebody with one worker is asked, each once. */
  readonly questions: readonly WordId[];
  /** From one's own beginning to the message awaited, again and again. */
  readonly parts: readonly { readonly begin: (sponsor: Sponsor) => Promise<void> | void; readonly end: WordId }[];
};

export const ways = {
  "registers and renews": {
    questions: ["button-agree", "register-civil-id", "challenge-contact", "years-prompt", "fee-not-included"],
    parts: [
      { begin: (sponsor) => sponsor.says("/register"), end: "button-menu-more" },
      { begin: (sponsor) => sponsor.says("/renew"), end: "button-pay-page" },
    ],
  },
  "pays without an account": {
    questions: ["pay-quick-sponsor", "pay-quick-worker", "years-prompt", "fee-not-included"],
    parts: [{ begin: (sponsor) => sponsor.says("/pay-quick"), end: "button-pay-page" }],
  },
} as const satisfies Record<string, Way>;

/** Longer than the lease of a turn that died, and the pause before its update is tried again. */
const idleMs = 60_000;

/**
 * @param kills after which steps, counted from 0, the process dies, and how many milliseconds after the step was sent
 * @returns what was asked, in order
 */
export async function wayWithKills(
  { parts }: Way,
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
  let link = "";
  for (const { begin, end } of parts) {
    await begin(sponsor);
    const shown = await follow(end);
    link = shown.buttons.flat().find(({ url }) => url !== undefined)?.url ?? "";
  }
  return { asked, link };
}

/** What the bot said, in order, without the links, of which each mention has its own; a message that stands twice, one below the other, once. */
export function told({ person }: Sponsor): { readonly once: readonly string[]; readonly again: readonly string[] } {
  const texts = person
    .messages()
    .filter(({ from }) => from === "bot")
    .map(({ text }) => text.replace(/https?:\/\/\S+/gu, "<link>"));
  return {
    once: texts.filter((text, nth) => text !== texts[nth - 1]),
    again: texts.filter((text, nth) => text === texts[nth - 1]),
  };
}

/** Without a crash each turn says one message: one for each question, one at each part's end, and the menu. */
export const messagesOf = ({ questions, parts }: Way): number => questions.length + parts.length + 1;
