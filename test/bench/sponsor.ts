// A sponsor at full speed: as soon as a turn's answer is there, does what the newest message asks for.
import type { SamplePerson } from "../../src/demo/people.js";
import type { WordId } from "../../src/words/line.js";
import { speak } from "../support/journey.js";
import type { Deliver } from "./deliver.js";
import type { Shown, Telegram } from "./telegram.js";

const plain = (text: string) => text.replace(/[\u061c\u200e\u200f\u2066-\u2069]/gu, "");
const word = (id: WordId, args = {}) => plain(speak.plain("en", { id, args }));

type Doing =
  | { readonly press: string }
  /** The button that begins with this: the amount follows. */
  | { readonly pressYears: string }
  | { readonly pressFirst: true }
  | { readonly say: string }
  | "share-contact";
type Reaction = readonly [sign: string, doing: Doing];

const press = (id: WordId): Reaction => [word(id), { press: word(id) }];

/** A question is known by the label of the button to press, or by a sentence of it. */
const renewal: readonly Reaction[] = [
  press("button-all"),
  [word("renew-workers-prompt"), { pressYears: word("button-years", { n: 2 }) }],
  [word("years-prompt"), { pressYears: word("button-years", { n: 2 }) }],
  [word("fee-not-included"), { pressFirst: true }],
];
const registration = (who: SamplePerson): readonly Reaction[] => [
  press("button-agree"),
  [word("register-civil-id"), { say: who.civilId }],
  [word("challenge-contact"), "share-contact"],
];

/** A button's word may well stand in the text of another message. */
const isItsButton = (sign: string, doing: Doing) =>
  typeof doing === "object" && "press" in doing && doing.press === sign;

export type BenchSponsor = {
  registers(): Promise<void>;
  /** From /renew to the pay link. @returns the ms of each turn */
  renews(): Promise<readonly number[]>;
  /** The updates of the last renewal, as they were delivered. */
  lastUpdates(): readonly unknown[];
};

// Rising over all chats, as Telegram's are.
let updates = 1_000_000;

export function benchSponsor(who: SamplePerson, telegram: Telegram, deliver: Deliver): BenchSponsor {
  const chat = who.telegramUserId;
  const from = { id: chat, is_bot: false, first_name: "Bench", language_code: "en" };
  const place = { id: chat, type: "private", first_name: "Bench" };
  let sent: unknown[] = [];

  function deliverOne(what: Record<string, unknown>): Promise<number> {
    updates += 1;
    const update = { update_id: updates, ...what };
    sent.push(update);
    return deliver(update);
  }
  const message = (content: Record<string, unknown>) =>
    deliverOne({ message: { message_id: updates, date: 0, chat: place, from, ...content } });
  const pressed = (shown: Shown, data: string) =>
    deliverOne({
      callback_query: {
        id: `${updates}`,
        from,
        chat_instance: "bench",
        message: { message_id: shown.id, date: 0, chat: place, text: shown.text },
        data,
      },
    });

  function act(shown: Shown, doing: Doing): Promise<number> {
    if (doing === "share-contact")
      return message({ contact: { phone_number: who.phone.slice(1), first_name: "Bench", user_id: chat } });
    if ("say" in doing) return message({ text: doing.say });
    const isMeant = (label: string) =>
      "press" in doing ? label === doing.press : "pressYears" in doing ? label.startsWith(doing.pressYears) : true;
    const button = shown.buttons.find(({ text }) => isMeant(plain(text)));
    if (button?.callback_data === undefined)
      throw new Error(`no button for ${JSON.stringify(doing)} in ${JSON.stringify(shown)}`);
    return pressed(shown, button.callback_data);
  }

  async function walk(command: string, reactions: readonly Reaction[], end: string): Promise<readonly number[]> {
    sent = [];
    const took = [await message({ text: command })];
    for (;;) {
      const shown = telegram.shown(chat);
      if (shown === undefined) throw new Error("the bot said nothing");
      const labels = shown.buttons.map(({ text }) => plain(text));
      if (labels.includes(end)) return took;
      const said = plain(shown.text);
      const reaction = reactions.find(([sign, doing]) => (isItsButton(sign, doing) ? labels : said).includes(sign));
      if (reaction === undefined) throw new Error(`nothing to do about ${JSON.stringify(shown)}`);
      took.push(await act(shown, reaction[1]));
    }
  }

  return {
    async registers() {
      await walk("/register", registration(who), word("button-menu-more"));
    },
    renews: () => walk("/renew", renewal, word("button-pay-page")),
    lastUpdates: () => sent,
  };
}
