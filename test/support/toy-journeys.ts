// Two small journeys for tests of the turn itself: one that asks twice, and the menu. They use sentences that exist.
import type { Journey } from "../../src/journeys/journey.js";
import { oneOf } from "../../src/journeys/questions/one-of.js";
import { typed } from "../../src/journeys/questions/typed.js";
import { type Line, line } from "../../src/words/line.js";

const help: Line = line("media-other");

/** Asks for a choice and a word, then does its effect once under the draft. */
export function toyRenewal(effect: (draft: string, choice: string, word: string) => void): Journey {
  return async (ask, _prove, world) => {
    const choice = await ask(
      "choice",
      oneOf({
        prompt: [line("journey-renew")],
        help,
        options: ["1", "2"].map((value) => ({ value, label: line("count-years", { n: Number(value) }), means: value })),
      }),
    );
    const { given } = await ask(
      "word",
      typed<string>({
        prompt: [line("journey-pay")],
        help,
        parse: (text) => (text.length > 2 ? { ok: true, value: text } : { ok: false, why: line("not-understood") }),
        isForThis: (text) => !text.includes("?"),
      }),
    );
    effect(world.draft, choice, given);
    return { say: [{ lines: [line("journey-workers")] }] };
  };
}

export const toyMenu: Journey = async (_ask, _prove, world) => ({
  say: [
    {
      lines: [line(world.argument === "menu" ? "journey-start" : "journey-help")],
      buttons: [[{ kind: "command", label: line("journey-renew"), command: "renew" }]],
    },
  ],
});
