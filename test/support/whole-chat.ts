// A chat with the whole catalogue, as a person meets it: journeys are begun, left, resumed and ended, and all that is said is kept.
import { journeys } from "../../src/journeys/catalogue.js";
import type { Input } from "../../src/journeys/input.js";
import type { Button } from "../../src/journeys/message.js";
import { createValueLabelled } from "../../src/messages/value-labelled.js";
import { type ConversationDeps, converse } from "../../src/turns/conversation.js";
import type { Turned } from "../../src/turns/saying.js";
import type { Session } from "../../src/turns/session.js";
import type { Understand } from "../../src/words/understand.js";
import type { FakeWorld } from "./fake-world.js";
import { speak } from "./journey.js";

const valueLabelled = createValueLabelled(speak);

export function wholeChat(world: FakeWorld, understand: Understand) {
  let session: Session = {};
  let last: Turned = { session, says: [] };
  let turns = 0;
  const said: Turned["says"][number][] = [];
  const deps: ConversationDeps = {
    journeyOf: (command) => journeys[command],
    worldOf: async (draft) => ({
      world: Object.assign(world, { draft: draft.id, argument: draft.argument }),
      proofs: world.proofs,
    }),
    understand,
    awaits: undefined,
    lastHandoff: 0,
    callPerson: async () => undefined,
    service: world.service,
    now: world.now,
    valueLabelled,
    draftId: (command) => `${turns}-${command}`,
  };
  const chat = {
    world,
    /** Messages and presses of the person so far. */
    get acts() {
      return turns;
    },
    get last() {
      return last;
    },
    /** All messages of the bot, in order. */
    said,
    get session() {
      return session;
    },
    get asks() {
      return session.draft?.pending?.key;
    },
    get ids(): readonly string[] {
      return last.says.flatMap(({ message }) => message.lines.map(({ id }) => id));
    },
    get buttons(): readonly { readonly button: Button; readonly fingerprint: string }[] {
      return last.says.flatMap(({ message, fingerprint }) =>
        (message.buttons ?? []).flat().map((button) => ({ button, fingerprint })),
      );
    },
    async sends(input: Input) {
      turns += 1;
      await chat.repeats(input);
    },
    /** The same update again, as after a crash before it was done: what was kept of the turn before is `before`. */
    async repeats(input: Input, before: Session = session) {
      last = await converse(deps, before, input);
      said.push(...last.says);
      session = JSON.parse(JSON.stringify(last.session));
    },
    says: (text: string) => chat.sends({ kind: "text", text }),
    commands: (command: Extract<Input, { kind: "command" }>["command"], argument?: string) =>
      chat.sends(argument === undefined ? { kind: "command", command } : { kind: "command", command, argument }),
    /** Presses the button with this label's id, wherever it stands now. */
    async presses(id: string) {
      const found = chat.buttons.find(({ button }) => button.label.id === id);
      if (found === undefined)
        throw new Error(`no ${id} among ${chat.buttons.map(({ button }) => button.label.id).join(", ")}`);
      await chat.sends(inputOf(found.button, found.fingerprint));
    },
  };
  return chat;
}
export type WholeChat = ReturnType<typeof wholeChat>;

export function inputOf(button: Button, fingerprint: string): Input {
  if (button.kind === "answer") return { kind: "press", fingerprint, value: button.value };
  if (button.kind === "url" || button.kind === "copy") return { kind: "command", command: "pay" };
  const { command, argument } = button;
  return argument === undefined ? { kind: "command", command } : { kind: "command", command, argument };
}
