import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Channel, Rendered, Sent } from "../../src/messages/channel.js";
import { ownTokens } from "../../src/messages/pace.js";
import { createSender, type Sender, telegramRate } from "../../src/messages/sender.js";
import { createFakeOutbox, type FakeOutbox } from "../support/fake-outbox.js";
import { createFakeTime, type FakeTime } from "../support/fake-time.js";
import { keptLog } from "../support/log.js";

type SentCall = { readonly chat: string; readonly text: string; readonly atMs: number };

let time: FakeTime;
let store: FakeOutbox;
let calls: SentCall[];
let answers: (Sent | Error | Promise<Sent>)[];
let kept: ReturnType<typeof keptLog>;
const senders: Sender[] = [];

/** A channel that answers from `answers`, and well when they are used up. */
const channel: Channel = {
  name: "telegram",
  async send(chat, { text }) {
    calls.push({ chat, text, atMs: time.nowMs() });
    const answer = answers.shift() ?? { ok: true, messageId: `m${calls.length}` };
    if (answer instanceof Error) throw answer;
    return answer;
  },
  edit: async () => ({ ok: false, reason: "refused" }),
  remove: async () => ({ ok: false, reason: "refused" }),
  react: async () => ({ ok: false, reason: "refused" }),
};

const apology = (): Rendered => ({ text: "sorry", language: "en", code: [], buttons: [] });

function startSender(): Sender {
  const sender = createSender({ channel, store, tokens: ownTokens(telegramRate, time), time, log: kept.log, apology });
  senders.push(sender);
  sender.start();
  return sender;
}

beforeEach(() => {
  time = createFakeTime();
  store = createFakeOutbox(time.nowMs);
  calls = [];
  answers = [];
  kept = keptLog();
});
afterEach(async () => {
  const stopped = Promise.all(senders.splice(0).map((sender) => sender.stop()));
  await time.advance(600_000);
  await stopped;
});

const states = () => store.rows.map(({ state }) => state);
const texts = () => calls.map(({ text }) => text);

describe("the sender", () => {
  it("sends what waits once, and records it", async () => {
    store.enqueue("1", "receipt");
    startSender();
    await time.advance(10_000);
    expect(texts()).toEqual(["receipt"]);
    expect(store.rows[0]).toMatchObject({ state: "sent", messageId: "m1" });
  });

  it("sends at once what it is woken for", async () => {
    const sender = startSender();
    await time.advance(500);
    store.enqueue("1", "receipt");
    sender.wake();
    await time.advance(0);
    expect(texts()).toEqual(["receipt"]);
  });

  it("finds within a second what another process enqueued", async () => {
    startSender();
    await time.advance(5_500);
    store.enqueue("1", "receipt");
    await time.advance(1_000);
    expect(texts()).toEqual(["receipt"]);
  });

  it("keeps a chat's messages in order, also over a retry", async () => {
    answers = [{ ok: false, reason: "down" }];
    for (const text of ["a", "b", "c"]) store.enqueue("1", text);
    startSender();
    await time.advance(60_000);
    expect(texts()).toEqual(["a", "a", "b", "c"]);
  });

  it("never exceeds the channel's rate", async () => {
    for (let chat = 0; chat < 200; chat += 1) store.enqueue(`${chat}`, "r");
    startSender();
    await time.advance(60_000);
    expect(calls).toHaveLength(200);
    for (const [index, { atMs }] of calls.entries()) {
      const inWindow = calls.slice(index).filter((call) => call.atMs < atMs + 1_000).length;
      expect(inWindow).toBeLessThanOrEqual(telegramRate.perSecond + telegramRate.burst);
    }
  });

  it("lets another sender of the same rate know of a pause and of replies", async () => {
    const tokens = ownTokens(telegramRate, time);
    const [one, other] = [0, 1].map(() => {
      const sender = createSender({ channel, store, tokens, time, log: kept.log, apology });
      senders.push(sender);
      sender.start();
      return sender;
    });
    await time.advance(0);
    one?.noteReply({ ok: false, reason: "throttled", retryAfterMs: 30_000 });
    await time.advance(0);
    store.enqueue("1", "receipt");
    other?.wake();
    await time.advance(29_000);
    expect(calls).toEqual([]);
    await time.advance(2_000);
    expect(texts()).toEqual(["receipt"]);
  });

  it("is held up by none that cannot be marked", async () => {
    for (const text of ["a", "faulty", "b"]) store.enqueue(text, text);
    const { markSending } = store;
    store.markSending = async (ids) => {
      if (ids.some((id) => store.rows.find((row) => row.id === id)?.message.text === "faulty")) throw new Error("bug");
      return markSending(ids);
    };
    startSender();
    await time.advance(60_000);
    expect([...texts()].sort()).toEqual(["a", "b"]);
  });

  it("gives way to replies, which wait for nothing", async () => {
    const sender = startSender();
    for (let reply = 0; reply < 10; reply += 1) sender.noteReply({ ok: true, messageId: "r" });
    store.enqueue("1", "receipt");
    sender.wake();
    await time.advance(0);
    expect(calls).toEqual([]);
    await time.advance(240);
    expect(texts()).toEqual(["receipt"]);
  });

  it.each(["outbox", "reply"])(
    "pauses for all when a call of the %s is throttled, as long as the platform says",
    async (met) => {
      for (let chat = 0; chat < 20; chat += 1) store.enqueue(`${chat}`, "r");
      const throttled: Sent = { ok: false, reason: "throttled", retryAfterMs: 30_000 };
      const sender = createSender({
        channel,
        store,
        tokens: ownTokens(telegramRate, time),
        time,
        log: kept.log,
        apology,
      });
      senders.push(sender);
      if (met === "outbox") answers = [throttled];
      else sender.noteReply(throttled);
      sender.start();
      await time.advance(0);
      const before = calls.length;
      await time.advance(29_000);
      expect(calls.length).toBe(before);
      await time.advance(40_000);
      expect(new Set(states())).toEqual(new Set(["sent"]));
      expect(calls.length).toBe(met === "outbox" ? 21 : 20);
    },
  );

  it.each(["outbox", "reply"])("goes on with the others when one chat alone is throttled (%s)", async (met) => {
    for (const chat of ["group", "2", "3"]) store.enqueue(chat, chat);
    const throttled: Sent = { ok: false, reason: "throttled", retryAfterMs: 30_000, isOfChat: true };
    if (met === "outbox") answers = [throttled];
    const sender = startSender();
    if (met === "reply") sender.noteReply(throttled);
    await time.advance(1_000);
    expect(texts()).toEqual(["group", "2", "3"]);
    await time.advance(31_000);
    expect(new Set(states())).toEqual(new Set(["sent"]));
  });

  it("marks a chat that blocked us, and tries it no more", async () => {
    answers = [{ ok: false, reason: "unreachable" }];
    store.enqueue("1", "r");
    startSender();
    await time.advance(600_000);
    expect(calls).toHaveLength(1);
    expect(store.unreachable).toEqual(new Set(["1"]));
  });

  it("never sends twice what may have arrived", async () => {
    answers = [{ ok: false, reason: "unknown" }];
    store.enqueue("1", "r");
    startSender();
    await time.advance(600_000);
    expect(calls).toHaveLength(1);
    expect(states()).toEqual(["unknown"]);
    expect(kept.lines()).toContainEqual(expect.objectContaining({ event: "outbox-unknown", level: "error" }));
  });

  it("takes an adapter that throws for a call of unknown end", async () => {
    answers = [new Error("bug")];
    store.enqueue("1", "r");
    startSender();
    await time.advance(600_000);
    expect(calls).toHaveLength(1);
    expect(states()).toEqual(["unknown"]);
  });

  it("shows a refused message to operators, and says so in plain words once instead of repeating it", async () => {
    answers = [{ ok: false, reason: "refused" }];
    store.enqueue("1", "r");
    startSender();
    await time.advance(600_000);
    expect(texts()).toEqual(["r", "sorry"]);
    expect(states()).toEqual(["failed"]);
    expect(kept.lines()).toContainEqual(expect.objectContaining({ event: "outbox-failed", level: "error" }));
  });

  it("outlasts hours of a channel that is down, asking less and less often", async () => {
    answers = Array.from({ length: 30 }, () => ({ ok: false, reason: "down" }) as const);
    store.enqueue("1", "r");
    startSender();
    await time.advance(3 * 3_600_000);
    expect(states()).toEqual(["sent"]);
    expect(calls).toHaveLength(31);
    const pauses = calls.slice(1).map(({ atMs }, index) => atMs - (calls[index]?.atMs ?? 0));
    expect(pauses[0]).toBeLessThanOrEqual(2_000);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(302_000);
    expect(pauses.every((pause, index) => pause >= (pauses[index - 1] ?? 0) - 1_000)).toBe(true);
  });

  it("gives up after about a day of a channel that is down, and says so", async () => {
    const row = store.enqueue("1", "r");
    row.tries = 299;
    answers = [{ ok: false, reason: "down" }];
    startSender();
    await time.advance(600_000);
    expect(states()).toEqual(["failed"]);
  });

  it("leaves a message whose sender died during the call unknown, and goes on with the chat's next", async () => {
    let die: (sent: Sent) => void = () => undefined;
    answers = [new Promise<Sent>((resolve) => (die = resolve))];
    store.enqueue("1", "a");
    store.enqueue("1", "b");
    startSender();
    await time.advance(0);
    startSender();
    await time.advance(120_000);
    die({ ok: false, reason: "down" });
    await time.advance(600_000);
    expect(texts()).toEqual(["a", "b"]);
    expect(states()).toEqual(["unknown", "sent"]);
  });

  it("sends within eleven seconds what another sender had claimed when it died", async () => {
    store.enqueue("1", "receipt");
    const died = createSender({ channel, store, tokens: ownTokens(telegramRate, time), time, log: kept.log, apology });
    senders.push(died);
    // It stands before its first call for as long as it lives.
    const { markSending } = store;
    store.markSending = () => new Promise(() => undefined);
    died.start();
    await time.advance(0);
    store.markSending = markSending;
    senders.pop();
    startSender();
    await time.advance(11_000);
    expect(texts()).toEqual(["receipt"]);
  });

  it("sends nothing whose lease it has lost", async () => {
    store.enqueue("1", "a");
    const { markSending } = store;
    store.markSending = async (ids) => {
      const [row] = store.rows;
      if (row) row.state = "sent";
      return markSending(ids);
    };
    startSender();
    await time.advance(10_000);
    expect(calls).toEqual([]);
  });

  it.each(["claim", "markSending", "recoverCrashed"] as const)(
    "goes on after an outage of the store in %s",
    async (method) => {
      store.failNext(method, 5);
      store.enqueue("1", "r");
      startSender();
      await time.advance(300_000);
      expect(texts()).toEqual(["r"]);
      expect(states()).toEqual(["sent"]);
    },
  );

  it("never repeats a message whose record was lost with the store", async () => {
    store.failNext("record", 1);
    store.enqueue("1", "r");
    startSender();
    await time.advance(600_000);
    expect(calls).toHaveLength(1);
    expect(states()).toEqual(["unknown"]);
  });

  it("ends the calls under way and gives back the rest when it stops", async () => {
    for (let chat = 0; chat < 8; chat += 1) store.enqueue(`${chat}`, "r");
    const sender = startSender();
    await time.advance(0);
    const stopped = sender.stop();
    await time.advance(0);
    await stopped;
    expect(calls).toHaveLength(5);
    expect(states().filter((state) => state === "sent")).toHaveLength(5);
    expect(store.rows.filter(({ state, leasedUntilMs }) => state === "waiting" && leasedUntilMs === 0)).toHaveLength(3);
  });

  it("divides the work with another sender, each message once", async () => {
    for (let chat = 0; chat < 100; chat += 1) store.enqueue(`${chat % 10}`, `${chat}`);
    startSender();
    startSender();
    await time.advance(60_000);
    expect([...texts()].sort()).toEqual(store.rows.map(({ message }) => message.text).sort());
  });
});
