// A chat with one journey, as a test holds it: says, presses, and looks at what is shown. Goes through the engine and both real locales.
import { readFileSync } from "node:fs";
import type { Draft } from "../../src/journeys/draft.js";
import type { Input } from "../../src/journeys/input.js";
import type { Ending, Journey } from "../../src/journeys/journey.js";
import type { Button, Command, Message } from "../../src/journeys/message.js";
import { type Step, show, step } from "../../src/journeys/step.js";
import { render } from "../../src/messages/render.js";
import { createValueLabelled } from "../../src/messages/value-labelled.js";
import { createWords } from "../../src/words/fluent.js";
import { type Language, type Line, languages } from "../../src/words/line.js";
import { type FakeWorld, fakeWorld } from "./fake-world.js";

const locale = (name: Language) => readFileSync(new URL(`../../locales/${name}.ftl`, import.meta.url), "utf8");
export const speak = createWords({ ar: locale("ar"), en: locale("en") });

export type Chat = {
  readonly world: FakeWorld;
  /** Begins the journey anew, as its command does. */
  opens(argument?: string): Promise<Chat>;
  says(text: string): Promise<Chat>;
  /** Presses a button that is shown now, by its value or by its label in the chat's language. */
  presses(button: string): Promise<Chat>;
  /** Presses an answer button of an earlier moment. */
  pressesAgain(earlier: Moment, button: string): Promise<Chat>;
  sends(input: Input): Promise<Chat>;
  /** Comes back without having answered: the draft is shown again, as after a pause or a restart. */
  returns(): Promise<Chat>;
  readonly now: Moment;
};

/** What is to be seen at one moment of a chat. */
type Moment = {
  readonly state: "asks" | "ended" | "cancelled" | "unread";
  readonly messages: readonly Message[];
  readonly draft: Draft | undefined;
  readonly fingerprint: string;
  readonly inPlace: boolean;
  /** The key of the question that waits. */
  readonly asks: string | undefined;
  /** Where the journey leads next, if it says so. */
  readonly leadsTo: Ending["next"];
  /** Ids of all lines shown. */
  readonly ids: readonly string[];
  readonly lines: readonly Line[];
  readonly buttons: readonly Button[];
  /** Labels of all buttons, in the chat's language. */
  readonly labels: readonly string[];
  /** The whole text without isolation marks, in the chat's language. */
  readonly text: string;
};

const valueLabelled = createValueLabelled(speak);

export function chatWith(journey: Journey, world: FakeWorld = fakeWorld(), command: Command = "renew"): Chat {
  const deps = () => ({ journey, world, proofs: world.proofs, valueLabelled });
  let now: Moment = momentOf(world, { kind: "cancelled" }, undefined);

  const taken = (outcome: Step): Chat => {
    now = momentOf(world, outcome, now.draft);
    return chat;
  };
  const send = async (input: Input) => {
    if (now.draft === undefined) throw new Error("the journey has not been opened, or is over");
    return taken(await step(deps(), now.draft, input));
  };

  const chat: Chat = {
    world,
    async opens(argument) {
      if (argument !== undefined) world.argument = argument;
      const draft: Draft = { id: world.draft, command, answers: {} };
      return taken(await show(deps(), world.argument === undefined ? draft : { ...draft, argument: world.argument }));
    },
    says: (text) => send({ kind: "text", text }),
    presses: (button) => send(pressOf(world, now, button)),
    pressesAgain: (earlier, button) => send(pressOf(world, earlier, button)),
    sends: send,
    async returns() {
      if (now.draft === undefined) throw new Error("there is nothing to come back to");
      // What is kept is JSON: nothing else survives a pause.
      return taken(await show(deps(), JSON.parse(JSON.stringify(now.draft)) as Draft));
    },
    get now() {
      return now;
    },
  };
  return chat;
}

function pressOf(world: FakeWorld, moment: Moment, button: string): Input {
  const found = moment.buttons.find(
    (each) => (each.kind === "answer" && each.value === button) || speak.plain(world.language, each.label) === button,
  );
  if (found === undefined) throw new Error(`no button "${button}" among: ${moment.labels.join(" | ")}`);
  if (found.kind === "answer") return { kind: "press", fingerprint: moment.fingerprint, value: found.value };
  throw new Error(`"${button}" leads elsewhere: look at it instead of pressing it`);
}

function momentOf(world: FakeWorld, outcome: Step, before: Draft | undefined): Moment {
  if (outcome.kind === "unread") return { ...momentOf(world, outcome.again, before), state: "unread" };
  const messages = outcome.kind === "asks" ? [outcome.message] : outcome.kind === "ends" ? outcome.ending.say : [];
  const fingerprint = outcome.kind === "asks" ? outcome.fingerprint : "";
  // Every message is put into both languages: a sentence or variable that is missing fails here.
  const rendered = languages.map((language) => messages.map((each) => render(each, language, speak, fingerprint)));
  const spoken = rendered[languages.indexOf(world.language)] ?? [];
  const draft = outcome.kind === "asks" ? outcome.draft : undefined;
  return {
    state: outcome.kind === "asks" ? "asks" : outcome.kind === "ends" ? "ended" : "cancelled",
    messages,
    draft,
    fingerprint,
    inPlace: outcome.kind === "asks" && outcome.inPlace,
    asks: draft?.pending?.key,
    leadsTo: outcome.kind === "ends" ? outcome.ending.next : undefined,
    ids: messages.flatMap(({ lines }) => lines.map(({ id }) => id)),
    lines: messages.flatMap(({ lines }) => lines),
    buttons: messages.flatMap(({ buttons }) => (buttons ?? []).flat()),
    labels: spoken.flatMap(({ buttons }) => buttons.flat().map(({ label }) => label)),
    text: spoken.map(({ text }) => text.replaceAll(/[\u2066-\u2069]/gu, "")).join("\n\n"),
  };
}
