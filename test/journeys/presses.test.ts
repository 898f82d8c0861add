// How many presses and typed messages a renewal takes, from where people begin it to the pay link, in both languages.
import { beforeAll, describe, expect, it } from "vitest";
import { journeys } from "../../src/journeys/catalogue.js";
import type { Input } from "../../src/journeys/input.js";
import type { Button, Message } from "../../src/journeys/message.js";
import { createValueLabelled } from "../../src/messages/value-labelled.js";
import { createDigest } from "../../src/reminders/digest.js";
import { type ConversationDeps, converse } from "../../src/turns/conversation.js";
import type { Turned } from "../../src/turns/saying.js";
import type { Session } from "../../src/turns/session.js";
import { type Language, languages, type WordId } from "../../src/words/line.js";
import { loadWords } from "../../src/words/load.js";
import type { Understand } from "../../src/words/understand.js";
import { cover, date, type FakeWorld, fakeWorld, worker } from "../support/fake-world.js";
import { speak } from "../support/journey.js";

const valueLabelled = createValueLabelled(speak);
let understand: Understand;
beforeAll(async () => {
  ({ understand } = await loadWords("locales"));
});

const maria = worker(1, { covers: [cover("2025-06-18", "2026-06-17")] });
/** Six of whom so many end soon. */
const sixWorkers = (due: number) =>
  Array.from({ length: 6 }, (_, n) =>
    worker(n + 1, { covers: [cover("2025-01-01", n < due ? "2026-07-01" : "2026-08-30")] }),
  );

/** The whole catalogue in one chat: every press is counted. */
function counted(world: FakeWorld) {
  let session: Session = { introduced: true };
  let last: Turned = { session, says: [] };
  let acts = 0;
  let reminder: Message | undefined;
  const deps: ConversationDeps = {
    journeyOf: (command) => journeys[command],
    worldOf: async (draft) => ({
      world: Object.assign(world, { draft: draft.id, argument: draft.argument }),
      proofs: world.proofs,
    }),
    understand: (text) => understand(text),
    awaits: undefined,
    lastHandoff: 0,
    callPerson: async () => undefined,
    service: world.service,
    now: world.now,
    valueLabelled,
    draftId: (command) => `${acts}-${command}`,
  };
  const shown = () => [
    ...(reminder === undefined ? [] : [{ message: reminder, fingerprint: "" }]),
    ...last.says.map(({ message, fingerprint }) => ({ message, fingerprint })),
  ];

  async function send(input: Input): Promise<void> {
    last = await converse(deps, session, input);
    session = JSON.parse(JSON.stringify(last.session)) as Session;
    reminder = undefined;
  }

  return {
    get acts() {
      return acts;
    },
    /** What stands there before anything is pressed; not counted. */
    async begins(by: Message | Input): Promise<void> {
      if ("lines" in by) reminder = by;
      else await send(by);
    },
    /** Presses the newest button that fits. */
    async presses(fits: (label: string, button: Button) => boolean): Promise<void> {
      for (const { message, fingerprint } of shown().toReversed())
        for (const button of (message.buttons ?? []).flat())
          if (fits(speak.plain(world.language, button.label), button)) {
            acts += 1;
            return send(inputOf(button, fingerprint));
          }
      throw new Error(`no such button under ${JSON.stringify(shown())}`);
    },
    get link() {
      return last.says.flatMap(({ message }) => (message.buttons ?? []).flat()).find(({ kind }) => kind === "url");
    },
  };
}

function inputOf(button: Button, fingerprint: string): Input {
  if (button.kind === "answer") return { kind: "press", fingerprint, value: button.value };
  if (button.kind !== "command") throw new Error("a link is not pressed here");
  const { command, argument } = button;
  return argument === undefined ? { kind: "command", command } : { kind: "command", command, argument };
}

const labelled = (id: WordId) => (_label: string, button: Button) => button.label.id === id;
const accept = labelled("button-accept-pay");
const years = (n: 1 | 2 | 3) => (_label: string, button: Button) =>
  button.kind === "command"
    ? button.argument?.endsWith(` y${n}`) === true
    : "value" in button && [String(n), `y${n}`].includes(button.value);

function reminderOf(world: FakeWorld): Message {
  const { workers } = world.records.household;
  const reminded = workers.map((each) => ({ worker: each, end: date("2026-06-17") }));
  const { household } = world.records;
  return createDigest(world.service)({ reminded, household, names: "name", today: world.today });
}

describe.each(languages)("presses to the pay link, in %s", (language: Language) => {
  const chatOf = (workers = [maria]) => {
    const world = fakeWorld({ workers, language });
    return { world, chat: counted(world) };
  };

  it("are at most three from a reminder of one worker", async () => {
    const { world, chat } = chatOf();
    await chat.begins(reminderOf(world));
    await chat.presses(years(2));
    await chat.presses(accept);
    expect(chat.link).toBeDefined();
    expect(chat.acts).toBeLessThanOrEqual(3);
    expect([...world.did.opened.values()]).toMatchObject([{ totalFils: 10_000 }]);
  });

  it("are at most three from a cover", async () => {
    const { world, chat } = chatOf();
    await chat.begins({ kind: "command", command: "inquire" });
    await chat.presses(years(1));
    await chat.presses(accept);
    expect(chat.link).toBeDefined();
    expect(chat.acts).toBeLessThanOrEqual(3);
    expect(world.did.opened.size).toBe(1);
  });

  it("are at most three from the menu", async () => {
    const { chat } = chatOf();
    await chat.begins({ kind: "command", command: "start", argument: "menu" });
    await chat.presses((_label, button) => button.kind === "command" && button.command === "renew");
    await chat.presses(years(3));
    await chat.presses(accept);
    expect(chat.link).toBeDefined();
    expect(chat.acts).toBeLessThanOrEqual(3);
  });

  it("are at most three from a reminder of several, for all of them", async () => {
    const { world, chat } = chatOf([1, 2, 3].map((n) => worker(n, { covers: maria.covers })));
    await chat.begins(reminderOf(world));
    await chat.presses(labelled("button-renew-all"));
    await chat.presses(years(1));
    await chat.presses(accept);
    expect(chat.link).toBeDefined();
    expect(chat.acts).toBeLessThanOrEqual(3);
    expect([...world.did.opened.values()]).toMatchObject([{ totalFils: 15_000 }]);
  });

  it.each([0, 1, 2, 6])("are at most six for two of six workers, of whom %d end soon", async (due) => {
    const { world, chat } = chatOf(sixWorkers(due));
    await chat.begins({ kind: "command", command: "start", argument: "menu" });
    await chat.presses(labelled("button-renew"));
    if (due === 6) await chat.presses(labelled("button-none"));
    const ticked = due === 6 ? 0 : due;
    for (const id of ["w1", "w2"].slice(ticked))
      await chat.presses((_label, button) => button.kind === "answer" && button.value === id);
    await chat.presses(years(2));
    await chat.presses(accept);
    expect(chat.link).toBeDefined();
    expect(chat.acts).toBeLessThanOrEqual(6);
    expect([...world.did.opened.values()].map(({ lines }) => lines.map((of) => of.worker))).toEqual([["w1", "w2"]]);
  });
});
