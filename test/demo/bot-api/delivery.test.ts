import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import { describe, expect, it, onTestFinished } from "vitest";
import { eventually } from "../../support/eventually.js";
import { startedServer, takeAll } from "./fixtures.js";

describe("polling", () => {
  it("hands an update out again until a higher offset confirms it", async () => {
    const { server, api, person } = await startedServer();
    person.say("one");
    const [first] = await api.getUpdates();
    const [again] = await api.getUpdates();
    expect(again).toEqual(first);
    expect(await api.getUpdates({ offset: (first?.update_id ?? 0) + 1 })).toEqual([]);
    expect(server.pendingUpdates()).toEqual([]);
  });

  it("keeps to the limit, and understands an offset from the end", async () => {
    const { api, person } = await startedServer();
    for (const text of ["a", "b", "c"]) person.say(text);
    expect(await api.getUpdates({ limit: 2 })).toHaveLength(2);
    expect((await api.getUpdates({ offset: -1 })).map(({ message }) => message?.text)).toEqual(["c"]);
    expect(await api.getUpdates()).toHaveLength(1);
  });

  it("waits as long as asked, and answers at once when something comes", async () => {
    const { server, api, person } = await startedServer();
    const started = Date.now();
    expect(await api.getUpdates({ timeout: 1 })).toEqual([]);
    expect(Date.now() - started).toBeGreaterThanOrEqual(950);
    const waiting = api.getUpdates({ timeout: 30 });
    await eventually(() => expect(server.calls).toHaveLength(2));
    person.say("now");
    expect(await waiting).toMatchObject([{ message: { text: "now" } }]);
  });

  it("survives a bot that hangs up while it waits", async () => {
    const { server, api, person } = await startedServer();
    const gone = new AbortController();
    const waiting = api.getUpdates({ timeout: 30 }, gone.signal as never);
    await eventually(() => expect(server.calls).toHaveLength(1));
    gone.abort();
    await expect(waiting).rejects.toThrow();
    person.say("still there");
    expect(await takeAll(api)).toHaveLength(1);
  });

  it("ends the first of two polls, as only one may take updates", async () => {
    const { server, api } = await startedServer();
    const first = api.getUpdates({ timeout: 30 });
    await eventually(() => expect(server.calls).toHaveLength(1));
    const second = api.getUpdates({ timeout: 1 });
    await expect(first).rejects.toThrow("409: Conflict: terminated by other getUpdates request");
    expect(await second).toEqual([]);
  });

  it("tells only what the bot asked to be told", async () => {
    const { api, person } = await startedServer();
    await api.getUpdates({ allowed_updates: ["message"] });
    person.edit(person.say("one"), "two");
    expect((await takeAll(api)).map((update) => Object.keys(update)[1])).toEqual(["message"]);
  });

  it("is refused while a webhook is set, and a token of another bot always", async () => {
    const { server, api } = await startedServer();
    await api.setWebhook("http://127.0.0.1:1/hook");
    await expect(api.getUpdates()).rejects.toThrow(
      "409: Conflict: can't use getUpdates method while webhook is active",
    );
    const answer = await fetch(`${server.url}/bot1:other/getMe`);
    expect([answer.status, await answer.json()]).toMatchObject([401, { ok: false, description: "Unauthorized" }]);
  });
});

type Delivery = { readonly update: Update; readonly secret: string | undefined; readonly at: number };

async function webhook(statusOf: (delivery: Delivery, count: number) => number | Promise<number>) {
  const deliveries: Delivery[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const secret = request.headers["x-telegram-bot-api-secret-token"]?.toString();
    const delivery = { update: JSON.parse(body) as Update, secret, at: Date.now() };
    deliveries.push(delivery);
    response.writeHead(await statusOf(delivery, deliveries.length)).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close().closeAllConnections());
  return { deliveries, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
}

describe("a webhook", () => {
  it("gets each update once, in order, with its secret", async () => {
    const { server, api, person } = await startedServer();
    const hook = await webhook(() => 200);
    person.say("before");
    await api.setWebhook(hook.url, { secret_token: "s3cret" });
    person.say("after");
    await server.idle();
    expect(hook.deliveries.map(({ update, secret }) => [update.message?.text, secret])).toEqual([
      ["before", "s3cret"],
      ["after", "s3cret"],
    ]);
  });

  it("gets the same update again, later and later, until it answers 2xx, and the next only then", async () => {
    const { server, api, person } = await startedServer({ webhookPauseMs: 30 });
    const hook = await webhook((_, count) => (count < 4 ? 503 : 200));
    await api.setWebhook(hook.url);
    person.say("one");
    person.say("two");
    await server.idle();
    expect(hook.deliveries.map(({ update }) => update.message?.text)).toEqual(["one", "one", "one", "one", "two"]);
    const [first = 0, , third = 0, fourth = 0] = hook.deliveries.map(({ at }) => at);
    expect(third - first).toBeGreaterThanOrEqual(80);
    expect(fourth - third).toBeGreaterThanOrEqual(110);
    expect(await api.getWebhookInfo()).toMatchObject({
      pending_update_count: 0,
      last_error_message: expect.stringContaining("503"),
    });
  });

  it("that is slow for one chat does not hold up another, up to max_connections", async () => {
    const { server, api, person } = await startedServer();
    let open = 0;
    let mostOpen = 0;
    const hook = await webhook(async () => {
      open += 1;
      mostOpen = Math.max(mostOpen, open);
      await sleep(60);
      open -= 1;
      return 200;
    });
    await api.setWebhook(hook.url, { max_connections: 2 });
    for (const id of [501, 502, 503, 504]) server.person(id).say("hi");
    person.say("again");
    await server.idle();
    expect(hook.deliveries).toHaveLength(5);
    expect(mostOpen).toBe(2);
  });

  it("that nobody answers loses nothing: the updates go to whatever takes its place", async () => {
    const { server, api, person } = await startedServer({ webhookPauseMs: 20 });
    await api.setWebhook("http://127.0.0.1:1/nobody");
    person.say("one");
    await sleep(60);
    await api.deleteWebhook();
    expect((await takeAll(api)).map(({ message }) => message?.text)).toEqual(["one"]);
    await api.setWebhook("http://127.0.0.1:1/nobody");
    person.say("two");
    const hook = await webhook(() => 200);
    await api.setWebhook(hook.url);
    await server.idle();
    expect(hook.deliveries.map(({ update }) => update.message?.text)).toEqual(["two"]);
  });

  it("can be asked to forget what is pending", async () => {
    const { server, api, person } = await startedServer();
    person.say("one");
    await api.deleteWebhook({ drop_pending_updates: true });
    expect(server.pendingUpdates()).toEqual([]);
  });
});

describe("a test that delivers by itself", () => {
  it("takes the updates away from everybody else", async () => {
    const { server, api, person } = await startedServer();
    person.say("one");
    expect(server.takeUpdates()).toHaveLength(1);
    expect(await api.getUpdates()).toEqual([]);
  });
});
