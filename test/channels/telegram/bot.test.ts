import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBotApi } from "../../../src/channels/telegram/api.js";
import { createTakeUpdate, type TakeUpdate } from "../../../src/channels/telegram/bot.js";
import { createTelegramChannel } from "../../../src/channels/telegram/channel.js";
import { type StandaloneBotApi, startBotApi } from "../../../src/demo/bot-api/standalone.js";
import type { Rendered } from "../../../src/messages/channel.js";
import { createRender } from "../../../src/messages/render.js";
import type { Incoming, TurnResult } from "../../../src/turns/incoming.js";
import { loadWords } from "../../../src/words/load.js";
import { silentLog } from "../../support/log.js";
import { noDesk } from "../../support/no-desk.js";

const { speak } = await loadWords("locales");
const question: Rendered = { text: "Which?", language: "en", code: [], buttons: [[{ label: "This", data: "f.1" }]] };

/** Generous: the machine may be busy with other tests. */
const eventually = <T>(what: () => T) => expect.poll(what, { timeout: 15_000 });

let server: StandaloneBotApi;
let takeUpdate: TakeUpdate;
let turns: Incoming[];
let turn: (incoming: Incoming) => Promise<TurnResult>;
let unreachable: string[];
let isStoreDown: boolean;

beforeEach(async () => {
  server = await startBotApi();
  turns = [];
  unreachable = [];
  isStoreDown = false;
  turn = async () => "done";
  const api = { token: server.token, apiRoot: server.url, countCall: () => undefined };
  takeUpdate = createTakeUpdate({
    api,
    channel: createTelegramChannel(createBotApi(api), silentLog),
    takeTurn: (incoming) => {
      turns.push(incoming);
      return turn(incoming);
    },
    markUnreachable: async (chat) => {
      if (isStoreDown) throw new Error("connection lost");
      unreachable.push(chat);
    },
    render: createRender(speak, { isTest: true }),
    desk: noDesk,
    log: silentLog,
  });
});
afterEach(async () => {
  expect(server.violations).toEqual([]);
  await server.close();
});

/** Delivers what is pending, and again for each further time. */
async function deliver(times = 1) {
  const results = [];
  for (const update of server.takeUpdates())
    for (let time = 0; time < times; time += 1) results.push(await takeUpdate(JSON.parse(JSON.stringify(update))));
  return results;
}
const calls = (method: string) => server.calls.filter((call) => call.method === method);

describe("the bot", () => {
  it("takes a private message as a turn, and ends as the turn ends", async () => {
    const person = server.person(42, { firstName: "N", languageCode: "ar" });
    person.say("hello");
    expect(await deliver()).toEqual(["done"]);
    expect(turns).toMatchObject([{ chat: "42", language: "ar", input: { kind: "text", text: "hello" } }]);
    turn = async () => "later";
    person.say("again");
    expect(await deliver()).toEqual(["later"]);
  });

  it("knows what is no update", async () => {
    expect(await takeUpdate({ message: {} })).toBe("malformed");
    expect(await takeUpdate(undefined)).toBe("malformed");
  });

  it("ends a pressed button's spinner once, however often the press is delivered", async () => {
    const person = server.person(42);
    person.say("hi");
    turn = async ({ channel, chat, pressedMessage }) => {
      if (pressedMessage === undefined) await channel.send(chat, question);
      else if (turns.length === 2) {
        await channel.edit(chat, pressedMessage, { ...question, text: "Done" });
        await channel.send(chat, { ...question, text: "Next" });
      }
      return "done";
    };
    await deliver();
    const asked = await person.waitFor();
    person.press(asked.id, "This");
    expect(await deliver(3)).toEqual(["done", "done", "done"]);
    expect(turns.at(-1)).toMatchObject({
      pressedMessage: String(asked.id),
      input: { kind: "press", fingerprint: "f", value: "1" },
    });
    await eventually(() => calls("answerCallbackQuery").map(({ answer }) => answer?.ok)).toEqual([true]);
    expect(calls("editMessageText")).toHaveLength(1);
  });

  it.each(["400", "500", "silent"] as const)(
    "goes on with the turn when the spinner's call ends with %s",
    async (kind) => {
      const person = server.person(42);
      person.say("hi");
      turn = async ({ channel, chat }) => ((await channel.send(chat, question)).ok ? "done" : "later");
      await deliver();
      const asked = await person.waitFor();
      server.failNext({ method: "answerCallbackQuery", kind, times: 1 });
      person.press(asked.id, "This");
      expect(await deliver()).toEqual(["done"]);
    },
  );

  it("says one sentence in a group and leaves, when it is added and when it is spoken to", async () => {
    const group = server.group(-5);
    group.addBot({ id: 42, firstName: "N", languageCode: "en" });
    expect(await deliver()).toEqual(["done"]);
    expect(group.isBotIn()).toBe(false);
    expect(
      group
        .messages()
        .filter(({ from }) => from === "bot")
        .map(({ text }) => text),
    ).toEqual([`${speak.plain("en", { id: "test-tag" })} ${speak.plain("en", { id: "telegram-group" })}`]);
    group.say("/start", { id: 42, firstName: "N", languageCode: "ar" });
    expect(await deliver()).toEqual(["done"]);
    expect(turns).toEqual([]);
  });

  it("takes no turn from a group, even when it cannot leave it", async () => {
    const group = server.group(-5);
    group.say("288070804106", { id: 42, firstName: "N" });
    server.failNext({ kind: "400", times: 2 });
    expect(await deliver()).toEqual(["done"]);
    expect(turns).toEqual([]);
  });

  it("marks the chat of a person who blocked it, and asks for the update again when it could not", async () => {
    const person = server.person(42);
    person.say("hi");
    server.takeUpdates();
    person.block();
    isStoreDown = true;
    const [update] = server.takeUpdates();
    expect(await takeUpdate(update)).toBe("later");
    isStoreDown = false;
    expect(await takeUpdate(update)).toBe("done");
    expect(unreachable).toEqual(["42"]);
    person.unblock();
    expect(await deliver()).toEqual(["done"]);
    expect(unreachable).toEqual(["42"]);
  });

  it("is done with what nobody said", async () => {
    expect(await takeUpdate({ update_id: 5, poll: {} })).toBe("done");
    expect(await takeUpdate({ update_id: 6, inline_query: { id: "1" } })).toBe("done");
    expect(turns).toEqual([]);
  });
});
