import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBotApi } from "../../../src/channels/telegram/api.js";
import { type Polling, pollTimeoutSeconds, startPolling } from "../../../src/channels/telegram/polling.js";
import { parseUpdate } from "../../../src/channels/telegram/update.js";
import { type StandaloneBotApi, startBotApi } from "../../../src/demo/bot-api/standalone.js";
import { keptLog } from "../../support/log.js";

/** Generous: the machine may be busy with other tests. */
const eventually = <T>(what: () => T) => expect.poll(what, { timeout: 15_000 });

let server: StandaloneBotApi;
let polling: Polling | undefined;
let taken: string[];
let kept: ReturnType<typeof keptLog>;
/** How a text is taken; anything not named is done. */
let answers: Record<string, () => Promise<"done" | "later" | "malformed">>;

beforeEach(async () => {
  server = await startBotApi();
  taken = [];
  answers = {};
  kept = keptLog();
});
afterEach(async () => {
  await polling?.stop();
  polling = undefined;
  expect(server.violations).toEqual([]);
  await server.close();
});

function start() {
  const api = createBotApi(
    { token: server.token, apiRoot: server.url, countCall: () => undefined },
    pollTimeoutSeconds,
  );
  polling = startPolling({ api, log: kept.log, takeUpdate });
}
async function takeUpdate(json: unknown) {
  const parsed = parseUpdate(json);
  const text = (parsed.ok && parsed.update.message?.text) || "?";
  taken.push(text);
  return answers[text]?.() ?? "done";
}
const pendingTexts = () => server.pendingUpdates().map(({ message }) => message?.text);

describe("polling", () => {
  it("takes updates as they come and confirms them", async () => {
    start();
    server.person(1).say("a");
    server.person(2).say("b");
    await server.idle(15_000);
    server.person(1).say("c");
    await server.idle(15_000);
    expect(taken.sort()).toEqual(["a", "b", "c"]);
  });

  it("confirms nothing whose turn is not done, and hands it out again after a restart", async () => {
    answers = { stuck: async () => "later" };
    server.person(1).say("stuck");
    server.person(2).say("b");
    start();
    await eventually(() => taken.filter((text) => text === "stuck").length).toBeGreaterThan(1);
    await polling?.stop();
    expect(pendingTexts()).toEqual(["stuck", "b"]);
    answers = {};
    start();
    await server.idle(15_000);
    expect(taken.filter((text) => text === "b")).toHaveLength(2);
    expect(pendingTexts()).toEqual([]);
  });

  it("takes others' updates while one chat's turn is slow", async () => {
    let finish = () => undefined as unknown;
    answers = { slow: () => new Promise((resolve) => (finish = () => resolve("done"))) };
    server.person(1).say("slow");
    start();
    await eventually(() => taken).toEqual(["slow"]);
    for (const [id, text] of [
      [2, "b"],
      [3, "c"],
    ] as const)
      server.person(id).say(text);
    await eventually(() => taken).toEqual(["slow", "b", "c"]);
    expect(pendingTexts()).toEqual(["slow", "b", "c"]);
    finish();
    await server.idle(15_000);
    expect(taken).toEqual(["slow", "b", "c"]);
  });

  it("takes another chat's update as soon as it is among the hundred that Telegram shows, whoever floods", async () => {
    const turn = async () => wait(5, "done" as const);
    const flood = Array.from({ length: 140 }, (_, n) => `${n}`);
    answers = Object.fromEntries(flood.map((text) => [text, turn]));
    for (const text of flood) server.person(1).say(text);
    server.person(2).say("b");
    start();
    await server.idle(15_000);
    // Forty-one of the flood go before it, and those few that are done while the window moves on.
    expect(taken.indexOf("b")).toBeLessThan(55);
    expect(taken.filter((text) => text !== "b")).toEqual(flood);
  });

  it("keeps one chat's updates in order, over retries", async () => {
    let tries = 0;
    answers = { first: async () => (++tries < 3 ? "later" : "done") };
    const person = server.person(1);
    for (const text of ["first", "second", "third"]) person.say(text);
    start();
    await server.idle(15_000);
    expect(taken).toEqual(["first", "first", "first", "second", "third"]);
  });

  it("never has two turns of one chat, and never more than sixteen, under way", async () => {
    let now = 0;
    let most = 0;
    const perChat = new Map<string, number>();
    for (let chat = 1; chat <= 30; chat += 1)
      for (const each of ["a", "b"]) {
        const text = `${chat}${each}`;
        server.person(chat).say(text);
        answers[text] = async () => {
          now += 1;
          most = Math.max(most, now);
          perChat.set(String(chat), (perChat.get(String(chat)) ?? 0) + 1);
          expect(perChat.get(String(chat))).toBe(1);
          await wait(5);
          perChat.set(String(chat), 0);
          now -= 1;
          return "done";
        };
      }
    start();
    await server.idle(15_000);
    expect(taken).toHaveLength(60);
    expect(most).toBe(16);
  });

  it("goes past what is no update, and says so", async () => {
    answers = { odd: async () => "malformed" };
    const person = server.person(1);
    person.say("odd");
    person.say("next");
    start();
    await server.idle(15_000);
    expect(taken).toEqual(["odd", "next"]);
    expect(kept.lines()).toContainEqual(expect.objectContaining({ event: "telegram-update-malformed" }));
  });

  it("goes on after the Bot API was out of reach", async () => {
    server.failNext({ method: "getUpdates", kind: "500", times: 1 });
    server.person(1).say("a");
    start();
    await eventually(() => polling?.isWell()).toBe(false);
    await server.idle(15_000);
    await eventually(() => polling?.isWell()).toBe(true);
    expect(taken).toEqual(["a"]);
  });

  it("says that another process polls the same bot, and is not well meanwhile", async () => {
    const api = createBotApi({ token: server.token, apiRoot: server.url, countCall: () => undefined });
    await api.setWebhook("https://elsewhere.example/telegram/webhook", { secret_token: "x" });
    start();
    await eventually(() => kept.lines().map(({ event }) => event)).toContain("telegram-updates-go-elsewhere");
    expect(polling?.isWell()).toBe(false);
    await api.deleteWebhook();
    await eventually(() => polling?.isWell()).toBe(true);
  });

  it("ends the turns under way before it stops, confirms them, and begins no other", async () => {
    let finish = () => undefined as unknown;
    answers = { slow: () => new Promise((resolve) => (finish = () => resolve("done"))) };
    const person = server.person(1);
    person.say("slow");
    person.say("next");
    start();
    await eventually(() => taken).toEqual(["slow"]);
    const stopped = polling?.stop();
    finish();
    await stopped;
    expect(taken).toEqual(["slow"]);
    expect(pendingTexts()).toEqual(["next"]);
  });

  it("stops at once while it waits for something to happen", async () => {
    start();
    // The first poll asks briefly, the second one waits.
    await eventually(() => server.calls.length).toBe(2);
    const began = performance.now();
    await polling?.stop();
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
