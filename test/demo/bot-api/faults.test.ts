import { Api } from "grammy";
import { describe, expect, it } from "vitest";
import { startedServer, takeAll } from "./fixtures.js";

describe("a fault on order", () => {
  it("refuses as many calls as ordered, does nothing for them, and then lets go", async () => {
    const { server, api, person } = await startedServer();
    person.say("hi");
    server.failNext({ kind: "500", times: 2 });
    await expect(api.sendMessage(501, "a")).rejects.toThrow("500");
    await expect(api.sendMessage(501, "b")).rejects.toThrow("500");
    await api.sendMessage(501, "c");
    expect(person.messages().map(({ text }) => text)).toEqual(["hi", "c"]);
  });

  it.each([
    ["400", "400: Bad Request: chat not found"],
    ["refused", "400: Bad Request: can't parse entities"],
    ["403", "403: Forbidden: bot was blocked by the user"],
    ["429", "429: Too Many Requests: retry after 3"],
  ] as const)("answers %s in Telegram's words", async (kind, words) => {
    const { server, api, person } = await startedServer();
    person.say("hi");
    server.failNext({ kind, times: 1, retryAfter: 3 });
    const refusal = api.sendMessage(501, "a");
    await expect(refusal).rejects.toThrow(words);
    await expect(refusal).rejects.toMatchObject({ parameters: kind === "429" ? { retry_after: 3 } : {} });
  });

  it("waits for the method and the chat it is meant for, and never for getUpdates unasked", async () => {
    const { server, api, person } = await startedServer();
    person.say("hi");
    server.person(502).say("hi");
    server.failNext({ kind: "400", chatId: 502, method: "sendMessage", times: 1 });
    server.failNext({ kind: "500", method: "getUpdates", times: 1 });
    await api.sendMessage(501, "a");
    await expect(api.sendMessage(502, "a")).rejects.toThrow("400");
    await expect(api.getUpdates()).rejects.toThrow("500");
    server.failNext({ kind: "500", times: 1 });
    expect(await takeAll(api)).toHaveLength(2);
  });

  it("answers late what it did at once: who gives up early has been heard all the same", async () => {
    const { server, person } = await startedServer();
    const impatient = new Api(server.token, { apiRoot: server.url, timeoutSeconds: 1 });
    person.say("hi");
    server.failNext({ kind: "late", times: 1, lateMs: 4000 });
    await expect(impatient.sendMessage(501, "late")).rejects.toThrow("Network request");
    expect(person.messages().at(-1)).toMatchObject({ text: "late" });
  });

  it("stays silent and does nothing", async () => {
    const { server, person } = await startedServer();
    const impatient = new Api(server.token, { apiRoot: server.url, timeoutSeconds: 1 });
    person.say("hi");
    server.failNext({ kind: "silent", times: 1 });
    await expect(impatient.sendMessage(501, "lost")).rejects.toThrow("Network request");
    expect(person.messages()).toHaveLength(1);
    expect(server.calls.at(-1)).toMatchObject({ method: "sendMessage" });
    expect(server.calls.at(-1)?.answer).toBeUndefined();
  });
});
