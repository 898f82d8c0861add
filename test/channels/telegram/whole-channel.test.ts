import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type BotApiSettings, createBotApi } from "../../../src/channels/telegram/api.js";
import { createTakeUpdate } from "../../../src/channels/telegram/bot.js";
import { createTelegramChannel } from "../../../src/channels/telegram/channel.js";
import { pollTimeoutSeconds, startPolling } from "../../../src/channels/telegram/polling.js";
import { type Introduction, introduceBot } from "../../../src/channels/telegram/start.js";
import { telegramWebhook } from "../../../src/channels/telegram/webhook.js";
import { type StandaloneBotApi, startBotApi } from "../../../src/demo/bot-api/standalone.js";
import { createRender } from "../../../src/messages/render.js";
import type { TurnResult } from "../../../src/turns/incoming.js";
import { loadWords } from "../../../src/words/load.js";
import { silentLog } from "../../support/log.js";
import { noDesk } from "../../support/no-desk.js";

const { speak } = await loadWords("locales");
const secret = "s3cret";

let server: StandaloneBotApi;
let app: FastifyInstance;
let results: TurnResult[];
let endings: (() => Promise<void>)[];

/** A turn that repeats what it heard; while `results` lasts, it takes nothing and says so. */
function bot(api: BotApiSettings) {
  const channel = createTelegramChannel(createBotApi(api), silentLog);
  return createTakeUpdate({
    api,
    channel,
    takeTurn: async ({ chat, input }) => {
      const result = results.shift() ?? "done";
      if (result === "later") return result;
      const text = input.kind === "text" ? input.text : input.kind;
      await channel.send(chat, { text: `heard ${text}`, language: "en", code: [], buttons: [] });
      return result;
    },
    markUnreachable: async () => undefined,
    render: createRender(speak, { isTest: false }),
    desk: noDesk,
    log: silentLog,
  });
}

beforeEach(async () => {
  results = [];
  endings = [];
  server = await startBotApi({ webhookPauseMs: 20 });
  app = Fastify({ forceCloseConnections: true });
});
afterEach(async () => {
  for (const end of endings) await end();
  expect(server.violations).toEqual([]);
  await server.close();
  await app.close();
});

async function startWith(mode: "webhook" | "polling"): Promise<Introduction> {
  const api = { token: server.token, apiRoot: server.url, countCall: () => undefined };
  const takeUpdate = bot(api);
  await app.register(telegramWebhook({ secret, takeUpdate }));
  const publicUrl = await app.listen({ host: "127.0.0.1", port: 0 });
  const delivery = mode === "webhook" ? ({ mode, publicUrl, secret } as const) : ({ mode } as const);
  const introduction = introduceBot({
    api: createBotApi(api),
    delivery,
    learnName: async () => undefined,
    speak,
    log: silentLog,
  });
  endings.push(introduction.stop);
  await introduction.ready;
  if (mode === "polling") {
    endings.push(startPolling({ api: createBotApi(api, pollTimeoutSeconds), takeUpdate, log: silentLog }).stop);
  }
  return introduction;
}

describe.each(["webhook", "polling"] as const)("the whole channel by %s", (mode) => {
  it("answers what was written before it started, and what is written after", async () => {
    const person = server.person(42);
    person.say("early");
    await startWith(mode);
    expect((await person.waitFor(undefined, 15_000)).text).toBe("heard early");
    person.say("/renew");
    expect((await person.waitFor(undefined, 15_000)).text).toBe("heard command");
    person.sendVoice();
    expect((await person.waitFor(undefined, 15_000)).text).toBe("heard media");
    await server.idle(15_000);
  });

  it("gets an update again that it could not take, and answers it once", async () => {
    results = ["later", "later"];
    const person = server.person(42);
    await startWith(mode);
    person.say("hello");
    await server.idle(15_000);
    expect(person.messages().map(({ text }) => text)).toEqual(["hello", "heard hello"]);
    expect(results).toEqual([]);
  });
});
