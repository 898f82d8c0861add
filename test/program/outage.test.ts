// A store that is gone takes nothing with it: 503 and nothing done, and the update counts when it comes again; by polling, too.
import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { webhookPath } from "../../src/channels/telegram/webhook.js";
import { ask } from "../support/ask.js";
import { eventually } from "../support/eventually.js";
import { describeWithStores, type Service, startService } from "../support/service.js";
import { type TcpProxy, throughProxy } from "../support/tcp-proxy.js";

const people = { Redis: "ramesh", Postgres: "omar" } as const;

describeWithStores("a store that is gone", () => {
  describe.each(["webhook", "polling"] as const)("by %s", (mode) => {
    let service: Service;
    const wires: Record<keyof typeof people, TcpProxy | undefined> = { Redis: undefined, Postgres: undefined };

    beforeAll(async () => {
      service = await startService({
        mode,
        async wire({ databaseUrl, redisUrl }) {
          const [database, redis] = await Promise.all([throughProxy(databaseUrl), throughProxy(redisUrl)]);
          wires.Postgres = database.proxy;
          wires.Redis = redis.proxy;
          return { databaseUrl: database.url, redisUrl: redis.url };
        },
      });
    }, 120_000);
    afterAll(async () => {
      await service?.end();
      await Promise.all(Object.values(wires).map((wire) => wire?.stop()));
    });

    it.each(["Redis", "Postgres"] as const)(
      "(%s) costs nobody a message",
      async (store) => {
        const sponsor = service.sponsor(people[store], "en");
        await sponsor.begins();
        await service.botApi.idle();
        await wires[store]?.cut();
        sponsor.says("/register");
        const soon = sponsor.person
          .waitFor(() => true, 1_500)
          .then(
            ({ text }) => text,
            () => "nothing",
          );
        expect(await soon).toBe("nothing");
        expect((await ask(`${service.origin}/livez`)).status).toBe(200);
        expect((await ask(`${service.origin}/readyz`)).status).toBe(503);
        expect(service.botApi.pendingUpdates()).toHaveLength(1);

        await wires[store]?.mend();
        expect((await sponsor.hears("consent-rights")).text).toContain(sponsor.word("consent-rights"));
        await service.botApi.idle(30_000);
        await eventually(async () => expect((await ask(`${service.origin}/readyz`)).status).toBe(200), 15_000);
        const asked = sponsor.person.messages().filter(({ text }) => text.includes(sponsor.word("consent-rights")));
        expect(asked).toHaveLength(1);
      },
      90_000,
    );
  });
});

describeWithStores("the webhook's border", () => {
  let service: Service;
  let secret: string;
  beforeAll(async () => {
    secret = `a-secret-of-tests-${randomInt(1e9)}`;
    service = await startService({ settings: { TELEGRAM_WEBHOOK_SECRET: secret } });
  }, 120_000);
  afterAll(async () => service?.end());

  const post = (body: string, token: string | undefined = secret) =>
    ask(`${service.origin}${webhookPath}`, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        ...(token === "" ? {} : { "x-telegram-bot-api-secret-token": token }),
      },
    });
  const start = (chat: number, update: number) =>
    JSON.stringify({
      update_id: update,
      message: {
        message_id: 1,
        date: 1,
        chat: { id: chat, type: "private" },
        from: { id: chat, is_bot: false, first_name: "A" },
        text: "/start",
      },
    });

  it.each(["", "wrong", " "])("answers 401 to the secret %j, and does nothing", async (token) => {
    const calls = service.botApi.calls.length;
    expect((await post(start(71, 1), token)).status).toBe(401);
    await sleep(200);
    expect(service.botApi.calls.slice(calls).filter(({ params }) => params.chat_id === 71)).toEqual([]);
  });

  it.each(["", "{", "[]", "null", '{"update_id":"1"}', '{"message":{}}'])("answers 400 to %j", async (body) => {
    expect((await post(body)).status).toBe(400);
  });

  it("a reply that the platform calls wrong is put into plain words, and operators are told which update it was", async () => {
    const sponsor = service.sponsor("khaled", "en");
    await sponsor.begins();
    service.botApi.failNext({ method: "sendMessage", chatId: sponsor.person.id, kind: "refused", times: 1 });
    sponsor.says("/help");
    expect((await sponsor.hearsText(/our side/u)).buttons).toEqual([]);
    await eventually(() => expect(service.output()).toMatch(/"event":"reply-refused","update":\d+/u));
    sponsor.says("/start");
    await sponsor.hears("button-menu-more");
  });

  it("answers 413 to more than 1 MiB", async () => {
    expect((await post(`"${"a".repeat(1024 * 1024)}"`)).status).toBe(413);
  });

  it("answers 200 or 400 to whatever JSON there is, and never 500", async () => {
    const numbers = fc.constantFrom(0, -1, 1, 5_100_000_001, 2 ** 53, 1.5, "7", null);
    const person = fc.record({ id: numbers, is_bot: fc.boolean(), language_code: fc.anything() }, { requiredKeys: [] });
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("/start", "/renew", "/pay i1", "\u0000", "٢٨٥"),
    );
    const chat = fc.record({ id: numbers, type: fc.constantFrom("private", "group", 7) }, { requiredKeys: [] });
    const message = fc.record(
      { message_id: numbers, chat, from: person, text: texts, contact: fc.anything(), photo: fc.anything() },
      { requiredKeys: [] },
    );
    const query = fc.record({ id: fc.string(), from: person, message, data: texts }, { requiredKeys: [] });
    const update = fc.record(
      {
        update_id: fc.oneof(fc.integer(), numbers),
        message: fc.oneof(message, fc.jsonValue()),
        edited_message: message,
        callback_query: query,
        my_chat_member: fc.record({ chat, from: person, new_chat_member: fc.anything() }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: update }, fc.jsonValue()), async (value) => {
        expect([200, 400]).toContain((await post(JSON.stringify(value) ?? "null")).status);
      }),
      { numRuns: 300 },
    );
  }, 120_000);
});
