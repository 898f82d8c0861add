import { describe, expect, it } from "vitest";
import type { Content } from "../../src/desk/handoff.js";
import type { Input } from "../../src/journeys/input.js";
import type { Channel, Rendered, Sent } from "../../src/messages/channel.js";
import { render } from "../../src/messages/render.js";
import { createValueLabelled } from "../../src/messages/value-labelled.js";
import { createSeal } from "../../src/secrets/seal.js";
import type { PersonAtDesk } from "../../src/turns/answer.js";
import type { ChatKey } from "../../src/turns/session-store.js";
import { createTakeTurn, type TurnDeps } from "../../src/turns/turn.js";
import { line } from "../../src/words/line.js";
import { service as fakeService, fakeWorld } from "../support/fake-world.js";
import { speak } from "../support/journey.js";
import { createMemorySessions, StoreDown } from "../support/memory-sessions.js";
import { toyMenu, toyRenewal } from "../support/toy-journeys.js";

function service() {
  const sessions = createMemorySessions();
  const effects: string[][] = [];
  const sent: { how: "send" | "edit"; message: Rendered }[] = [];
  const answers: (Sent | Error)[] = [];
  const outbox = new Map<string, Rendered>();
  const troubles = new Map<string, number>();
  const events: string[] = [];
  const renewal = toyRenewal((...effect) => effects.push(effect));
  let broken = false;
  let unreachable = false;
  let atDesk: PersonAtDesk | undefined;
  const hold: { before?: () => Promise<void> } = {};

  const record = async (how: "send" | "edit", message: Rendered): Promise<Sent> => {
    sent.push({ how, message });
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer ?? { ok: true, messageId: `${sent.length}` };
  };
  const channel: Channel = {
    name: "telegram",
    send: (_chat, message) => record("send", message),
    edit: (_chat, _id, message) => record("edit", message),
    remove: async () => ({ ok: true, messageId: "1" }),
    react: async () => ({ ok: true, messageId: "1" }),
  };
  const deps: TurnDeps = {
    sessions,
    seal: createSeal(Buffer.alloc(32, 7), "session"),
    openGroup: async () => {
      throw new Error("nobody writes in a group");
    },
    keyOf: (_channel, chat) => `tg:${chat}` as ChatKey,
    openChat: async () => {
      await hold.before?.();
      if (broken) throw new TypeError("a bug of ours");
      return {
        language: "en",
        staff: undefined,
        atDesk,
        lastHandoff: 0,
        callPerson: async () => undefined,
        languageNow: async () => "en",
        replies: {
          enqueue: async (key, message) => void outbox.set(key, message),
          hasWaiting: async () => outbox.size > 0,
          markUnreachable: async () => {
            unreachable = true;
          },
        },
        worldOf: async (draft) => {
          const world = fakeWorld();
          return { world: { ...world, draft: draft.id, argument: draft.argument }, proofs: world.proofs };
        },
      };
    },
    troubled: {
      async count(_chat, update) {
        const count = (troubles.get(update) ?? 0) + 1;
        troubles.set(update, count);
        return count < 5 ? "again" : "parked";
      },
    },
    render: (message, language, fingerprint) => render(message, language, speak, fingerprint),
    apology: (language) => render({ lines: [line("reply-refused", { hotline: "151" })] }, language, speak, ""),
    clock: { now: () => new Date("2026-06-10T08:00:00Z") },
    isOutage: (error) => error instanceof StoreDown,
    journeyOf: (command) => (command === "renew" ? renewal : toyMenu),
    understand: () => ({ kind: "unknown" }),
    service: fakeService,
    valueLabelled: createValueLabelled(speak),
    report: {
      turn: ({ result }) => events.push(result),
      fault: ({ parked }) => events.push(parked ? "parked" : "fault"),
      refused: ({ update, what }) => events.push(`${what} refused in ${update}`),
      outage: () => events.push("outage"),
    },
  };
  const takeTurn = createTakeTurn(deps);
  return {
    sessions,
    effects,
    sent,
    answers,
    outbox,
    events,
    hold,
    goesToDesk: (ends: PersonAtDesk["pass"]) => {
      atDesk = { pass: ends, settle: async () => undefined };
    },
    breaks: (is: boolean) => {
      broken = is;
    },
    get unreachable() {
      return unreachable;
    },
    says: (update: string, text: string) => takeTurn({ channel, chat: "1", update, input: { kind: "text", text } }),
    does: (update: string, input: Input, content?: Content) =>
      takeTurn({ channel, chat: "1", update, input, ...(content === undefined ? {} : { content }) }),
    renews: (update: string) => takeTurn({ channel, chat: "1", update, input: { kind: "command", command: "renew" } }),
  };
}

describe("a turn", () => {
  it("makes two round trips to the session store", async () => {
    const { sessions, renews } = service();
    expect(await renews("1")).toBe("done");
    expect(sessions.calls).toEqual({ open: 1, commit: 1, release: 0 });
  });

  it("of an update that comes twice is taken once", async () => {
    const bot = service();
    await bot.renews("1");
    await bot.says("2", "2 years");
    expect(await bot.says("2", "2 years")).toBe("done");
    expect(bot.sent).toHaveLength(2);
    const twice = await Promise.all([bot.says("3", "word"), bot.says("3", "word")]);
    expect(twice).toEqual(["done", "done"]);
    expect(bot.effects).toHaveLength(1);
    expect(bot.sent).toHaveLength(3);
  });

  it("waits for the one before it in the same chat, and takes none from the middle", async () => {
    const bot = service();
    let release: () => void = () => {};
    bot.hold.before = () => new Promise((resolve) => (release = resolve));
    const first = bot.renews("1");
    await new Promise((resolve) => setTimeout(resolve, 20));
    delete bot.hold.before;
    const second = bot.says("2", "2 years");
    release();
    expect(await Promise.all([first, second])).toEqual(["done", "done"]);
    expect(bot.sent.map(({ message }) => message.text.split("\n").at(-1))).toEqual(["the renewal", "paying"]);
  });

  it("keeps the session sealed", async () => {
    const bot = service();
    await bot.renews("1");
    await bot.says("2", "2 years");
    const [kept] = [...bot.sessions.chats.values()];
    expect(kept?.session).not.toBeNull();
    expect(Buffer.from(kept?.session ?? []).toString("latin1")).not.toMatch(/renew|choice/);
  });

  it("takes nothing while the store is down, and counts no fault", async () => {
    const bot = service();
    bot.sessions.failNext("open", 2);
    expect(await bot.renews("1")).toBe("later");
    expect(await bot.renews("1")).toBe("later");
    expect(await bot.renews("1")).toBe("done");
    expect(bot.events).toEqual(["outage", "later", "outage", "later", "done"]);
  });

  it("that cannot be kept comes again and does its effect under the same key", async () => {
    const bot = service();
    await bot.renews("1");
    await bot.says("2", "2 years");
    bot.sessions.failNext("commit", 1);
    expect(await bot.says("3", "word")).toBe("later");
    expect(await bot.says("3", "word")).toBe("done");
    expect(bot.effects[0]).toEqual(bot.effects[1]);
  });

  it("begun twice gives its draft the same id", async () => {
    const bot = service();
    bot.sessions.failNext("commit", 1);
    expect(await bot.renews("1")).toBe("later");
    expect(await bot.renews("1")).toBe("done");
    const [first, second] = bot.sent.map(({ message }) => message.buttons);
    expect(first).toEqual(second);
  });

  it("leaves to the outbox what the channel does not take now, and queues later replies behind it", async () => {
    const bot = service();
    bot.answers.push({ ok: false, reason: "throttled", retryAfterMs: 1000 });
    expect(await bot.renews("1")).toBe("done");
    expect([...bot.outbox.keys()]).toEqual(["reply:tg:1:1:0"]);
    await bot.says("2", "2 years");
    expect([...bot.outbox.keys()]).toEqual(["reply:tg:1:1:0", "reply:tg:1:2:0"]);
    expect(bot.sent).toHaveLength(1);
    bot.outbox.clear();
    await bot.says("3", "word");
    expect(bot.sent).toHaveLength(2);
    expect(bot.outbox.size).toBe(0);
  });

  it.each(["unknown", "down"] as const)("does the same when a call's end is %s", async (reason) => {
    const bot = service();
    bot.answers.push({ ok: false, reason });
    expect(await bot.renews("1")).toBe("done");
    expect(bot.outbox.size).toBe(1);
  });

  it("marks a chat that blocked the bot, and is done", async () => {
    const bot = service();
    bot.answers.push({ ok: false, reason: "unreachable" });
    expect(await bot.renews("1")).toBe("done");
    expect(bot.unreachable).toBe(true);
    expect(bot.outbox.size).toBe(0);
  });

  it("whose reply the platform refuses says so in plain words and without a button, and is done", async () => {
    const bot = service();
    bot.answers.push({ ok: false, reason: "refused" });
    expect(await bot.renews("1")).toBe("done");
    expect(bot.sent.map(({ message }) => message.text)).toEqual([
      expect.stringContaining("the renewal"),
      expect.stringMatching(/our side.*151/u),
    ]);
    expect(bot.sent.at(-1)?.message.buttons).toEqual([]);
    expect(bot.events).toEqual(["reply refused in 1", "done"]);
    await bot.says("2", "2 years");
    expect(bot.sent.at(-1)?.message.text).toBe("paying");
  });

  it("whose plain words are refused, too, is done: trying again mends nothing", async () => {
    const bot = service();
    bot.answers.push({ ok: false, reason: "refused" }, { ok: false, reason: "refused" });
    expect(await bot.renews("1")).toBe("done");
    expect(bot.sent).toHaveLength(2);
    expect(bot.outbox.size).toBe(0);
    expect(bot.events).toEqual(["reply refused in 1", "apology refused in 1", "done"]);
  });

  it("leaves the plain words to the outbox when the channel does not take them now", async () => {
    const bot = service();
    bot.answers.push({ ok: false, reason: "refused" }, { ok: false, reason: "throttled", retryAfterMs: 1000 });
    expect(await bot.renews("1")).toBe("done");
    expect([...bot.outbox.values()].map(({ text }) => text)).toEqual([expect.stringContaining("our side")]);
  });

  it("is parked after five faults of ours; the person is told, and what comes after is answered", async () => {
    const bot = service();
    await bot.renews("1");
    bot.breaks(true);
    for (let n = 0; n < 4; n += 1) expect(await bot.says("2", "2 years")).toBe("later");
    expect(await bot.says("2", "2 years")).toBe("done");
    expect(bot.sent.at(-1)?.message.text).toContain("خطأ من جهتنا");
    bot.breaks(false);
    expect(await bot.says("2", "2 years")).toBe("done");
    expect(await bot.renews("3")).toBe("done");
    expect(bot.events.filter((event) => event === "parked")).toHaveLength(1);
  });

  it("that cannot be parked now leaves its chat free: by the fifth fault it is told, or comes again", async () => {
    const bot = service();
    bot.breaks(true);
    for (let n = 0; n < 4; n += 1) await bot.says("1", "x");
    bot.sessions.failNext("commit", 1);
    expect(await bot.says("1", "x")).toBe("later");
    bot.answers.push({ ok: false, reason: "down" });
    expect(await bot.says("1", "x")).toBe("later");
    expect([...bot.sessions.chats.values()].map(({ leasedUntil }) => leasedUntil)).toEqual([0]);
    bot.answers.push(new TypeError("a bug of the channel's"));
    expect(await bot.says("1", "x")).toBe("done");
    bot.breaks(false);
    expect(await bot.renews("2")).toBe("done");
  });
});

describe("an edit of one's own message", () => {
  const content = (message: string, text: string, isEdited = false): Content => ({ message, text, isEdited });
  const edited: Input = { kind: "media", media: "edited" };

  it("that changes nothing is no act of anybody's: nothing is said, and nobody gets it", async () => {
    const bot = service();
    await bot.does("1", { kind: "text", text: "hello" }, content("7", "hello"));
    const { length } = bot.sent;
    const passed: string[] = [];
    bot.goesToDesk(async ({ update }) => {
      passed.push(update);
      return "waiting";
    });
    expect(await bot.does("2", edited, content("7", "hello", true))).toBe("done");
    expect(await bot.does("3", edited, content("7", "hello", true))).toBe("done");
    expect(bot.sent).toHaveLength(length);
    expect(passed).toEqual([]);
    await bot.does("4", edited, content("7", "hello you", true));
    expect(passed).toEqual(["4"]);
    await bot.does("5", edited, content("7", "hello you", true));
    expect(passed).toEqual(["4"]);
  });

  it("that changes it is answered, as long as the message is remembered; of an older one nothing is said", async () => {
    const bot = service();
    for (let n = 1; n <= 9; n += 1)
      await bot.does(`${n}`, { kind: "text", text: `word ${n}` }, content(`${n}`, `word ${n}`));
    const { length } = bot.sent;
    await bot.does("10", edited, content("1", "another", true));
    await bot.does("11", edited);
    expect(bot.sent).toHaveLength(length);
    await bot.does("12", edited, content("9", "another", true));
    expect(bot.sent.at(-1)?.message.text).toContain("An edited message changes nothing here");
  });
});
