import { afterEach, beforeEach, expect, it } from "vitest";
import { createBotApi } from "../../../src/channels/telegram/api.js";
import { type Delivery, type Introduction, introduceBot } from "../../../src/channels/telegram/start.js";
import { type StandaloneBotApi, startBotApi } from "../../../src/demo/bot-api/standalone.js";
import { commands, deskAnswers, reminderAnswers } from "../../../src/journeys/message.js";
import { loadWords } from "../../../src/words/load.js";
import { silentLog } from "../../support/log.js";

const { speak } = await loadWords("locales");
const webhook: Delivery = { mode: "webhook", publicUrl: "https://tajdeed.example", secret: "s3cret" };

/** Generous: the machine may be busy with other tests. */
const eventually = <T>(what: () => T) => expect.poll(what, { timeout: 15_000 });

let server: StandaloneBotApi;
let introduction: Introduction | undefined;

beforeEach(async () => {
  server = await startBotApi();
});
afterEach(async () => {
  await introduction?.stop();
  expect(server.violations).toEqual([]);
  await server.close();
});

function introduce(delivery: Delivery) {
  const api = createBotApi({ token: server.token, apiRoot: server.url, countCall: () => undefined });
  introduction = introduceBot({ api, delivery, learnName: () => api.getMe(), speak, log: silentLog });
  return introduction;
}
const paramsOf = (method: string) => server.calls.filter((call) => call.method === method).map(({ params }) => params);

it("sets the webhook with its secret and the updates it can use, and drops nothing that waits", async () => {
  await introduce(webhook).ready;
  expect(paramsOf("setWebhook")).toEqual([
    {
      url: "https://tajdeed.example/telegram/webhook",
      secret_token: "s3cret",
      allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member"],
    },
  ]);
  expect(paramsOf("deleteWebhook")).toEqual([]);
});

it("takes a webhook away before it polls, and drops nothing that waits", async () => {
  await introduce({ mode: "polling" }).ready;
  expect(paramsOf("deleteWebhook")).toEqual([{}]);
  expect(paramsOf("setWebhook")).toEqual([]);
});

it("is not ready until Telegram has taken it, and tries again", async () => {
  server.failNext({ method: "setWebhook", kind: "500", times: 1 });
  const { ready, isReady } = introduce(webhook);
  await eventually(() => paramsOf("setWebhook").length).toBe(1);
  expect(isReady()).toBe(false);
  await ready;
  expect(isReady()).toBe(true);
  expect(paramsOf("setWebhook")).toHaveLength(2);
});

it("shows the menu and the page in the app's language, Arabic where it is another", async () => {
  introduce(webhook);
  await eventually(() => paramsOf("setMyShortDescription").length).toBe(3);
  const notInMenu: readonly string[] = [
    "register",
    "pay-quick",
    "resume",
    "answer",
    ...reminderAnswers,
    ...deskAnswers,
  ];
  const inMenu = commands.filter((command) => !notInMenu.includes(command));
  for (const [code, language] of [
    ["ar", "ar"],
    ["en", "en"],
    ["hi", "ar"],
  ] as const) {
    const view = server.chatView(42, code);
    expect(view.commands.map(({ command }) => command)).toEqual(inMenu);
    expect(view.commands[0]?.description).toBe(speak.plain(language, { id: "menu-start" }));
    expect(view.description).toBe(speak.plain(language, { id: "telegram-description" }));
  }
});

it("learns the bot's name, which pages lead back to", async () => {
  server.failNext({ method: "getMe", kind: "500", times: 1 });
  introduce(webhook);
  await eventually(() => paramsOf("getMe").length).toBe(2);
});

it("is ready although the menu could not be set, and sets it later", async () => {
  server.failNext({ method: "setMyCommands", kind: "500", times: 1 });
  const { ready, isReady } = introduce(webhook);
  await ready;
  await eventually(() => paramsOf("setMyCommands").length).toBe(1);
  expect(isReady()).toBe(true);
  await eventually(() => paramsOf("setMyCommands").length).toBe(4);
});

it("stops while Telegram is out of reach", async () => {
  server.failNext({ kind: "500", times: 100 });
  const { stop, isReady } = introduce(webhook);
  await eventually(() => paramsOf("setWebhook").length).toBeGreaterThan(0);
  await stop();
  expect(isReady()).toBe(false);
});
