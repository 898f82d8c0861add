// A sponsor with a phone: reads what the bot asks, in either language, and answers it until there is nothing more to answer.
import type { Person } from "../../src/demo/bot-api/person.js";
import type { BotApi } from "../../src/demo/bot-api/server.js";
import type { MessageView } from "../../src/demo/bot-api/view.js";
import type { SamplePerson } from "../../src/demo/people.js";
import type { Language, Value, WordId } from "../../src/words/line.js";
import { speak } from "./journey.js";

/** What a person does about a question. */
type Act = (shown: MessageView) => void;
/** A question is known by a sentence of it, or by the label of a button under it. */
type Reaction = readonly [sign: WordId, act: Act];

type Stepped = { readonly shown: MessageView; readonly answered: WordId | "end" };

export type Sponsor = {
  readonly who: SamplePerson;
  readonly person: Person;
  /** A word of this person's language, without the marks that a screen does not show. */
  word(id: WordId, args?: Readonly<Record<string, Value>>): string;
  says(text: string): void;
  /** Waits for a button with this label, and presses it. */
  presses(id: WordId, args?: Readonly<Record<string, Value>>): Promise<void>;
  /** Waits for words of the bot since the last thing done here. */
  hears(id: WordId): Promise<MessageView>;
  hearsText(pattern: RegExp): Promise<MessageView>;
  /** Does what the newest question asks for. @returns the message, and what it was answered as; "end": the one awaited, nothing was done */
  step(end: WordId): Promise<Stepped>;
  begins(): Promise<void>;
  registers(): Promise<void>;
  /** Begins with this command, answers until the pay link. @returns the link */
  renews(command?: string): Promise<string>;
  /** Waits for the receipt in the chat. @returns its number and where it can be read */
  receipt(): Promise<{ readonly number: string; readonly url: string; readonly shown: MessageView }>;
};

export type Answers = { readonly years: 1 | 2 | 3 };

/** Long enough for a busy machine; a wait that succeeds is never this long. */
const patienceMs = 15_000;

const plain = (text: string) => text.replace(/[\u061c\u200e\u200f\u2066-\u2069]/gu, "");

export function sponsorOf(
  botApi: BotApi,
  who: SamplePerson,
  language: Language,
  given: Partial<Answers> = {},
): Sponsor {
  const person = botApi.person(who.telegramUserId, { firstName: who.nameEn, languageCode: language });
  const answers: Answers = { years: 2, ...given };
  const word: Sponsor["word"] = (id, args = {}) => plain(speak.plain(language, { id, args }));
  const buttons = (shown: MessageView) => shown.buttons.flat();
  const buttonOf = (shown: MessageView, label: string) =>
    buttons(shown).find((button) => plain(button.label) === label && button.data !== undefined);
  // A button's word may well stand in the text of another message, so it counts as a label alone.
  const shows = (shown: MessageView, id: WordId) =>
    id.startsWith("button-")
      ? buttons(shown).some(({ label }) => plain(label) === word(id))
      : plain(shown.text).includes(word(id));

  const press =
    (id: WordId, args: Readonly<Record<string, Value>> = {}): Act =>
    (shown) => {
      person.press(shown.id, buttonOf(shown, word(id, args))?.label ?? word(id, args));
    };
  const pressFirst: Act = (shown) => person.press(shown.id, buttons(shown)[0]?.label ?? "");
  const pressYears: Act = (shown) => {
    const years = word("button-years", { n: answers.years });
    const label = buttons(shown).find((button) => plain(button.label).startsWith(years))?.label;
    person.press(shown.id, label ?? years);
  };
  /** Ticks all of them, where they are not yet; then the years for all. */
  const pressAll: Act = (shown) => {
    const isAll = buttons(shown).some(({ label }) => plain(label) === word("button-none"));
    return isAll ? pressYears(shown) : press("button-all")(shown);
  };
  const say =
    (text: string): Act =>
    () =>
      void person.say(text);

  const reactions: readonly Reaction[] = [
    ["button-agree", press("button-agree")],
    ["register-civil-id", say(who.civilId)],
    ["challenge-contact", () => void person.shareContact({ phone: who.phone })],
    ["renew-workers-prompt", pressAll],
    ["pay-quick-sponsor", say(who.civilId)],
    ["pay-quick-worker", say(who.workers[0]?.civilId ?? "")],
    ["years-prompt", pressYears],
    // The one summary: what is accepted stands first under it.
    ["fee-not-included", pressFirst],
  ];
  const reactionTo = (shown: MessageView) => reactions.find(([sign]) => shows(shown, sign));
  const hears: Sponsor["hears"] = (id) => person.waitFor((shown) => shows(shown, id), patienceMs);

  async function step(end: WordId): Promise<Stepped> {
    const isEnd = (shown: MessageView) => shows(shown, end);
    const shown = await person.waitFor((each) => isEnd(each) || reactionTo(each) !== undefined, patienceMs);
    const reaction = isEnd(shown) ? undefined : reactionTo(shown);
    reaction?.[1](shown);
    return { shown, answered: reaction?.[0] ?? "end" };
  }
  async function stepsTo(end: WordId): Promise<MessageView> {
    for (;;) {
      const { shown, answered } = await step(end);
      if (answered === "end") return shown;
    }
  }

  return {
    who,
    person,
    word,
    says: (text) => void person.say(text),
    async presses(id, args) {
      const label = word(id, args);
      const shown = await person.waitFor((each) => buttonOf(each, label) !== undefined, patienceMs);
      press(id, args)(shown);
    },
    hears,
    hearsText: (pattern) => person.waitFor(({ text }) => pattern.test(plain(text)), patienceMs),
    step,
    async begins() {
      person.say("/start");
      await hears("button-menu-more");
    },
    async registers() {
      person.say("/register");
      await stepsTo("button-menu-more");
    },
    async renews(command = "/renew") {
      person.say(command);
      const shown = await stepsTo("button-pay-page");
      const url = buttons(shown).find((button) => button.url !== undefined)?.url;
      if (url === undefined || !shown.text.includes(url)) throw new Error(`no link stands in ${JSON.stringify(shown)}`);
      return url;
    },
    async receipt() {
      const shown = await this.hearsText(/TJ-\d{4}-[0-9A-Z]{8}/u);
      const [number] = /TJ-\d{4}-[0-9A-Z]{8}/u.exec(shown.text) ?? [];
      const url = buttons(shown).find((button) => button.url !== undefined)?.url;
      if (number === undefined || url === undefined) throw new Error(`no receipt stands in ${JSON.stringify(shown)}`);
      return { number, url, shown };
    },
  };
}
