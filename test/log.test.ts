// The log says what happened and never about whom.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Brand } from "../src/domain/brand.js";
import { keptLog } from "./support/log.js";

describe("a line", () => {
  it("is JSON with its level by name, its time, its event and its fields", () => {
    const { log, lines } = keptLog();
    log.info({ event: "turn-done", ms: 12, result: "done", again: false });
    expect(lines()).toEqual([
      {
        level: "info",
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        event: "turn-done",
        ms: 12,
        result: "done",
        again: false,
      },
    ]);
  });

  it("below the level asked for is not written", () => {
    const { log, lines } = keptLog("warn");
    log.info({ event: "quiet" });
    log.warn({ event: "loud" });
    expect(lines().map((line) => line.event)).toEqual(["loud"]);
  });

  it("does not take a checked value of a person, nor an object: the compiler refuses both", () => {
    const { log } = keptLog();
    const civilId = "x" as Brand<string, "CivilId">;
    // @ts-expect-error a civil ID is not for the log
    log.info({ event: "looked-up", civilId });
    // @ts-expect-error an object may hold anything
    log.info({ event: "looked-up", sponsor: { name: "x" } });
    log.info({ event: "looked-up", kind: "worker" });
  });
});

describe("text that looks personal", () => {
  it.each([
    ["a civil ID", "283112300017"],
    ["a phone", "+96597123456"],
    ["an e-mail", "amal@example.com"],
    ["a link", "http://127.0.0.1:8080/p/qm1xZ0PjYw3k5r7tUvWxYz"],
    ["a bot's token", "123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"],
    ["a key", "bot_aaaaaaaaaaaaaaaaaaaaa1"],
    ["a name", "آمال العلي"],
    ["a long text", "a ".repeat(200)],
  ])("%s is masked", (_, text) => {
    const { log, lines } = keptLog();
    log.info({ event: "said", text, list: `${text}` });
    expect(lines()[0]).toMatchObject({ text: "[masked]", list: "[masked]" });
  });

  it.each([
    "telegram",
    "sendMessage",
    "2026-11-21",
    "/telegram/webhook",
    "editMessageReplyMarkup",
    "tracked_workers_account_id_civil_id_index_key",
    "TELEGRAM_WEBHOOK_SECRET",
    "a-callback-for-nobody-we-know",
    "tg:4Qb0xYz1",
  ])("%s is an ordinary word and stays", (text) => {
    const { log, lines } = keptLog();
    log.info({ event: "said", text });
    expect(lines()[0]?.text).toBe(text);
  });
});

describe("an error", () => {
  it("is logged by kind, code and place, never by message", () => {
    const { log, lines, text } = keptLog();
    const error = Object.assign(new TypeError("bad value canary-message"), {
      code: "23505",
      constraint: "covers_do_not_overlap",
      detail: "Key (name)=(canary-detail) already exists",
      parameters: ["canary-parameter"],
    });
    log.error({ event: "turn-failed", error });
    expect(lines()[0]?.error).toMatchObject({ name: "TypeError", code: "23505", constraint: "covers_do_not_overlap" });
    expect(JSON.stringify(lines()[0]?.error)).toContain("log.test.ts");
    expect(text()).not.toContain("canary");
  });

  it("is described with its causes, their messages left out too", () => {
    const { log, lines, text } = keptLog();
    const cause = Object.assign(new RangeError("canary-cause"), { code: "ECONNREFUSED" });
    log.error({ event: "down", error: new Error("canary-outer", { cause }) });
    expect(lines()[0]?.error).toMatchObject({ name: "Error", cause: { name: "RangeError", code: "ECONNREFUSED" } });
    expect(text()).not.toContain("canary");
  });

  it("that is its own cause ends", () => {
    const { log, lines } = keptLog();
    const error: Error = new Error("round");
    error.cause = error;
    log.error({ event: "down", error });
    expect(lines()).toHaveLength(1);
  });

  it("with a personal value where a code belongs is masked there", () => {
    const { log, text } = keptLog();
    const error = Object.assign(new Error("x"), { code: "283112300017", name: "amal@example.com" });
    log.error({ event: "down", error });
    expect(text()).not.toMatch(/283112300017|amal/);
    expect(text()).toContain("[masked]");
  });

  it("may be anything that was thrown", () => {
    fc.assert(
      fc.property(fc.anything(), (error) => {
        const { log, lines } = keptLog();
        log.error({ event: "down", error });
        expect(lines()).toHaveLength(1);
      }),
    );
  });

  it("whose message has many lines leaks none of them, whatever they look like", () => {
    const line = fc.oneof(fc.string(), fc.constant("    at canary (/canary.ts:1:1)"), fc.constant("    at canary"));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.boolean(), (lines, changed) => {
        const { log, text } = keptLog();
        const error = new Error(`first\ncanary\n${lines.join("\n")}`);
        if (changed && lines.every((each) => !each.includes("/canary.ts"))) error.message = "another";
        log.error({ event: "down", error });
        expect(text()).not.toContain("canary");
      }),
    );
  });
});
