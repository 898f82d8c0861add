import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type BotApiSettings, createBotApi } from "../../../src/channels/telegram/api.js";
import { createTelegramChannel } from "../../../src/channels/telegram/channel.js";
import { type StandaloneBotApi, startBotApi } from "../../../src/demo/bot-api/standalone.js";
import type { Channel, Rendered } from "../../../src/messages/channel.js";
import { silentLog } from "../../support/log.js";

const chat = "42";
const says = (text: string, more: Partial<Rendered> = {}): Rendered => ({
  text,
  language: "en",
  code: [],
  buttons: [],
  ...more,
});

let server: StandaloneBotApi;
let counted: string[];

const settings = (more: Partial<BotApiSettings> = {}): BotApiSettings => ({
  token: server.token,
  apiRoot: server.url,
  countCall: (method, result) => void counted.push(`${method} ${result}`),
  ...more,
});
const channelOf = (more: Partial<BotApiSettings> = {}, timeoutSeconds?: number): Channel =>
  createTelegramChannel(createBotApi(settings(more), timeoutSeconds), silentLog);
const lastCall = () => server.calls.at(-1);

/** A port on which nothing listens. */
async function closedPort(): Promise<number> {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
  const address = closed.address();
  await new Promise((resolve) => closed.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

beforeEach(async () => {
  server = await startBotApi();
  server.person(42).say("hi");
  counted = [];
});
afterEach(async () => {
  expect(server.violations).toEqual([]);
  await server.close();
});

describe("sending to Telegram", () => {
  it("sends text with its copyable spans, its buttons, and no preview of the pay link", async () => {
    const buttons = [
      [
        { label: "Pay", url: "https://pay.example/p/1" },
        { label: "Back", data: "f.<back" },
      ],
    ];
    const sent = await channelOf().send(chat, says("Receipt TJ-1", { code: [{ offset: 8, length: 4 }], buttons }));
    const message = server.person(42).messages().at(-1);
    expect(sent).toEqual({ ok: true, messageId: String(message?.id) });
    expect(message).toMatchObject({ text: "Receipt TJ-1", entities: [{ type: "code", offset: 8, length: 4 }] });
    expect(message?.buttons.flat()).toMatchObject([
      { label: "Pay", url: "https://pay.example/p/1" },
      { label: "Back", data: "f.<back" },
    ]);
    expect(lastCall()?.params.link_preview_options).toEqual({ is_disabled: true });
    expect(counted).toEqual(["sendMessage 200"]);
  });

  it("protects what must not be passed on, whatever kind of message it is", async () => {
    server.person(42).sendPhoto({ fileId: "photo-of-card" });
    const kinds: readonly Partial<Rendered>[] = [
      {},
      { file: { name: "form.png", mediaType: "image/png", base64: "iVBORw0KGgo=" } },
      { file: { name: "form.ics", mediaType: "text/calendar", text: "BEGIN:VCALENDAR" } },
      { media: { kind: "photo", fileId: "photo-of-card" } },
    ];
    for (const kind of kinds) {
      expect(await channelOf().send(chat, says("in full", { ...kind, isProtected: true }))).toMatchObject({ ok: true });
      // In a call with a file all parameters are text.
      expect(String(lastCall()?.params.protect_content)).toBe("true");
    }
  });

  it("tells a topic that is gone and a group that is throttled from all else", async () => {
    const group = server.group(-1001, "Team", "forum");
    group.grantBot({ mayManageTopics: true, mayDeleteMessages: true });
    const { send } = channelOf();
    expect(await send("-1001", says("lost", { thread: "99" }))).toEqual({ ok: false, reason: "misplaced" });
    server.failNext({ chatId: -1001, kind: "429", times: 1, retryAfter: 9 });
    expect(await send("-1001", says("too many"))).toEqual({
      ok: false,
      reason: "throttled",
      retryAfterMs: 9_000,
      isOfChat: true,
    });
  });

  it("passes on a photo by its id, as an answer, without a keyboard that would forbid its editing", async () => {
    server.person(42).sendPhoto({ fileId: "photo-of-card" });
    const media = { kind: "photo", fileId: "photo-of-card" } as const;
    const sent = await channelOf().send(chat, says("see", { media, isRelayed: true, replyTo: "1" }));
    expect(sent).toMatchObject({ ok: true });
    expect(lastCall()).toMatchObject({
      method: "sendPhoto",
      params: {
        photo: media.fileId,
        caption: "see",
        reply_parameters: { message_id: 1, allow_sending_without_reply: true },
      },
    });
    expect(lastCall()?.params).not.toHaveProperty("reply_markup");
  });

  it("takes a message away, and is content when it is gone already", async () => {
    const channel = channelOf();
    const sent = await channel.send(chat, says("a mistake", { isRelayed: true }));
    const id = sent.ok ? sent.messageId : "";
    expect(await channel.remove(chat, id)).toEqual({ ok: true, messageId: id });
    expect(await channel.remove(chat, id)).toEqual({ ok: true, messageId: id });
  });

  it("asks for the number with Telegram's own button", async () => {
    await channelOf().send(chat, says("Your number, please", { contact: "Share my number" }));
    expect(server.chatView(42, "en").keyboard?.rows).toEqual([
      [expect.objectContaining({ label: "Share my number", asksContact: true })],
    ]);
  });

  it("cuts what is too long for one message, with the buttons under the last piece", async () => {
    const text = Array.from({ length: 200 }, (_, line) => `${line}: ${"x".repeat(40)}`).join("\n");
    expect(await channelOf().send(chat, says(text, { buttons: [[{ label: "Ok", data: "f.ok" }]] }))).toMatchObject({
      ok: true,
    });
    const pieces = server
      .person(42)
      .messages()
      .filter(({ from }) => from === "bot");
    expect(pieces.map(({ buttons }) => buttons.length)).toEqual([0, 0, 1]);
    expect(pieces.map((piece) => piece.text).join("\n")).toBe(text);
  });

  it("calls a message whose second piece failed unknown: some of it arrived", async () => {
    const channel = channelOf();
    const text = `${"x".repeat(4000)}\n${"y".repeat(4000)}\n${"z".repeat(4000)}`;
    const original = server.calls.length;
    server.failNext({ method: "sendMessage", kind: "429", times: 1 });
    expect(await channel.send(chat, says(text))).toMatchObject({ ok: false, reason: "throttled" });
    expect(server.calls.length).toBe(original + 1);
    const stop = server.subscribe(({ kind }) => {
      if (kind !== "changed") return;
      stop();
      server.failNext({ method: "sendMessage", kind: "500", times: 1 });
    });
    expect(await channel.send(chat, says(text))).toEqual({ ok: false, reason: "unknown" });
  });
});

describe("a message with a file", () => {
  const file = { name: "tajdeed.ics", mediaType: "text/calendar", text: "SUMMARY:ماريا 🔔\r\n".repeat(40) } as const;
  const buttons = [[{ label: "Menu", data: "/start menu" }]];
  const received = () =>
    server
      .person(42)
      .messages()
      .filter(({ from }) => from === "bot");
  const fileOf = (message = received().at(-1)) => server.file(message?.file?.id ?? "");

  it("is one document, whole to the byte, with its words under it, their copyable spans and the buttons", async () => {
    const sent = await channelOf().send(chat, says("نهاية TJ-1", { code: [{ offset: 6, length: 4 }], buttons, file }));
    expect(sent).toEqual({ ok: true, messageId: String(received().at(-1)?.id) });
    expect(received()).toMatchObject([
      {
        kind: "document",
        text: "نهاية TJ-1",
        file: { name: "tajdeed.ics" },
        entities: [{ type: "code", offset: 6, length: 4 }],
        buttons: [[{ label: "Menu" }]],
      },
    ]);
    expect(fileOf()).toEqual({
      name: "tajdeed.ics",
      mediaType: "text/calendar",
      base64: Buffer.from(file.text).toString("base64"),
    });
    expect(counted).toEqual(["sendDocument 200"]);
  });

  it("says words that are too many for a caption first, with the buttons under the file", async () => {
    await channelOf().send(chat, says("x".repeat(1024), { file }));
    expect(received()).toMatchObject([{ kind: "document", text: "x".repeat(1024) }]);
    await channelOf().send(chat, says("y".repeat(1025), { buttons, file }));
    expect(received().slice(1)).toMatchObject([
      { kind: "text", text: "y".repeat(1025), buttons: [] },
      { kind: "document", text: "", file: { name: "tajdeed.ics" }, buttons: [[{ label: "Menu" }]] },
    ]);
  });

  it("that is a picture is one photo with its words under it", async () => {
    const picture = { name: "desk.png", mediaType: "image/png", base64: "iVBORw0KGgo=" } as const;
    await channelOf().send(chat, says("The last days", { file: picture }));
    expect(received()).toMatchObject([{ kind: "photo", text: "The last days" }]);
    expect(counted).toEqual(["sendPhoto 200"]);
    const sent = lastCall()?.params.photo;
    expect(sent).toMatchObject({ name: "desk.png", bytes: Buffer.from(picture.base64, "base64") });
  });

  it("takes no place of an earlier message", async () => {
    expect(await channelOf().edit(chat, "1", says("x", { file }))).toEqual({ ok: false, reason: "refused" });
    expect(counted).toEqual([]);
  });

  it.each([
    ["403", { ok: false, reason: "unreachable" }],
    ["refused", { ok: false, reason: "refused" }],
    ["500", { ok: false, reason: "down" }],
    ["429", { ok: false, reason: "throttled", retryAfterMs: 1_000 }],
  ] as const)(
    "that fails with %s is told as any other is, and as unknown once some of it arrived",
    async (kind, expected) => {
      server.failNext({ method: "sendDocument", kind, times: 2 });
      expect(await channelOf().send(chat, says("x", { file }))).toEqual(expected);
      const partly = kind === "403" ? expected : { ok: false, reason: "unknown" };
      expect(await channelOf().send(chat, says("x".repeat(1025), { file }))).toEqual(partly);
    },
  );

  it("has as long as any other call, and is down where nothing listens", async () => {
    server.failNext({ method: "sendDocument", kind: "silent", times: 1 });
    const channel = createTelegramChannel(createBotApi(settings()), silentLog, { longestSendMs: 200 });
    expect(await channel.send(chat, says("x", { file }))).toEqual({ ok: false, reason: "unknown" });
    const nobody = channelOf({ apiRoot: `http://127.0.0.1:${await closedPort()}` });
    expect(await nobody.send(chat, says("x", { file }))).toEqual({ ok: false, reason: "down" });
  });
});

describe("a message under a mark", () => {
  const mark = "👤 The person:";
  const asBot = "✓ Sent\nMember 2 closed this chat.";
  const shown = () =>
    server.calls.flatMap(({ params }) => [params.text, params.caption].filter((text) => typeof text === "string"));

  it("has it above each of its pieces, however long it is", async () => {
    const text = `${"x".repeat(4096 - asBot.length)}${asBot}`;
    expect(text).toHaveLength(4096);
    await channelOf().send(chat, says(text, { mark }));
    expect(shown()).toHaveLength(2);
    expect(shown().every((each) => each.startsWith(`${mark}\n`) && each.length <= 4096)).toBe(true);
    expect(
      shown()
        .map((each) => each.slice(mark.length + 1))
        .join("\n"),
    ).toBe(text);
  });

  it("has it above its copyable spans, and when it is edited", async () => {
    const sent = await channelOf().send(chat, says("ab TJ-1", { mark, code: [{ offset: 3, length: 4 }] }));
    const entities = lastCall()?.params.entities;
    expect(entities).toEqual([{ type: "code", offset: mark.length + 4, length: 4 }]);
    await channelOf().edit(chat, sent.ok ? sent.messageId : "", says(asBot, { mark }));
    expect(lastCall()?.params.text).toBe(`${mark}\n${asBot}`);
  });

  it.each([0, 5, 1024 - mark.length - 1, 1024, 4096])("has it above a file's caption of %d characters", async (n) => {
    const media = { kind: "document", fileId: "f" } as const;
    await channelOf().send(chat, says("x".repeat(n), { mark, media }));
    expect(shown().length).toBeGreaterThan(0);
    expect(shown().every((each) => each.startsWith(mark))).toBe(true);
    expect(
      shown()
        .map((each) => each.slice(mark.length).trim())
        .join(""),
    ).toBe("x".repeat(n));
    expect(String(lastCall()?.params.caption).length).toBeLessThanOrEqual(1024);
  });
});

describe("a message of several pieces", () => {
  it("has as long for all of them as one call may take", async () => {
    const channel = createTelegramChannel(createBotApi(settings()), silentLog, { longestSendMs: 400 });
    const text = [..."abcdef"].map((letter) => letter.repeat(4000)).join("\n");
    server.failNext({ method: "sendMessage", kind: "late", lateMs: 150, times: 6 });
    const began = performance.now();
    expect(await channel.send(chat, says(text))).toEqual({ ok: false, reason: "unknown" });
    expect(performance.now() - began).toBeLessThan(800);
    const begun = server.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(server.calls.length).toBe(begun);
    expect(begun).toBeLessThan(6);
  });
});

describe("editing in place", () => {
  it("changes text and buttons", async () => {
    const channel = channelOf();
    const sent = await channel.send(chat, says("one", { buttons: [[{ label: "A", data: "f.a" }]] }));
    const id = sent.ok ? sent.messageId : "";
    expect(await channel.edit(chat, id, says("two", { buttons: [[{ label: "B", data: "f.b" }]] }))).toEqual({
      ok: true,
      messageId: id,
    });
    expect(server.person(42).messages().at(-1)).toMatchObject({
      text: "two",
      isEdited: true,
      buttons: [[{ label: "B" }]],
    });
  });

  it("is well when nothing changed", async () => {
    const channel = channelOf();
    const sent = await channel.send(chat, says("one"));
    const id = sent.ok ? sent.messageId : "";
    expect(await channel.edit(chat, id, says("one"))).toEqual({ ok: true, messageId: id });
    expect(counted).toEqual(["sendMessage 200", "editMessageText 400"]);
  });

  it("puts another picture or document in the place of the one that stands there, with its words", async () => {
    const channel = channelOf();
    const person = server.person(42);
    for (const fileId of ["card", "other-card"]) person.sendPhoto({ fileId });
    person.sendDocument({ fileId: "contract" });
    const shown = (kind: "photo" | "document", fileId: string, text: string) =>
      says(text, { media: { kind, fileId }, mark: "👤", code: [{ offset: 0, length: 1 }], isRelayed: true });
    const sent = await channel.send(chat, shown("photo", "card", "see"));
    const id = sent.ok ? sent.messageId : "";
    for (const next of [shown("photo", "other-card", "this one"), shown("document", "contract", "all of it")]) {
      expect(await channel.edit(chat, id, next)).toEqual({ ok: true, messageId: id });
      const { kind = "", fileId } = next.media ?? {};
      const caption = `👤\n${next.text}`;
      expect(person.messages().at(-1)).toMatchObject({ kind, text: caption, file: { id: fileId }, isEdited: true });
    }
    expect(lastCall()?.params.media).toMatchObject({ caption_entities: [{ type: "code" }] });
    expect(await channel.edit(chat, id, shown("document", "contract", "all of it"))).toEqual({
      ok: true,
      messageId: id,
    });
    expect(counted.slice(1)).toEqual(["editMessageMedia 200", "editMessageMedia 200", "editMessageMedia 400"]);
  });

  it("adds a picture to what was text, and changes only the words under a voice note, which cannot be replaced", async () => {
    const channel = channelOf();
    const person = server.person(42);
    person.sendPhoto({ fileId: "card" });
    person.sendVoice({ fileId: "said" });
    const text = await channel.send(chat, says("see"));
    const media = { kind: "photo", fileId: "card" } as const;
    await channel.edit(chat, text.ok ? text.messageId : "", says("see it", { media }));
    expect(person.messages().at(-1)).toMatchObject({ kind: "photo", text: "see it", file: { id: "card" } });
    const voice = { kind: "voice", fileId: "said" } as const;
    const note = await channel.send(chat, says("one", { media: voice }));
    await channel.edit(chat, note.ok ? note.messageId : "", says("two", { media: voice }));
    expect(person.messages().at(-1)).toMatchObject({ kind: "voice", text: "two" });
    expect(lastCall()?.method).toBe("editMessageCaption");
  });

  it("refuses what is gone, what is too long for one message and what needs a keyboard of words", async () => {
    const channel = channelOf();
    expect(await channel.edit(chat, "999", says("x"))).toEqual({ ok: false, reason: "refused" });
    expect(await channel.edit(chat, "1", says("x".repeat(5000)))).toEqual({ ok: false, reason: "refused" });
    expect(await channel.edit(chat, "1", says("x", { contact: "Share" }))).toEqual({ ok: false, reason: "refused" });
    expect(counted).toEqual(["editMessageText 400"]);
  });
});

describe("a call that fails", () => {
  it.each([
    // The server's words are "chat not found": there is nobody.
    ["400", { ok: false, reason: "unreachable" }],
    ["403", { ok: false, reason: "unreachable" }],
    ["refused", { ok: false, reason: "refused" }],
    ["500", { ok: false, reason: "down" }],
  ] as const)("with %s is told as what it means", async (kind, expected) => {
    server.failNext({ method: "sendMessage", kind, times: 1 });
    expect(await channelOf().send(chat, says("x"))).toEqual(expected);
    expect(counted).toEqual([`sendMessage ${kind === "refused" ? 400 : kind}`]);
  });

  it("for too many calls says how long to wait", async () => {
    server.failNext({ method: "sendMessage", kind: "429", times: 1, retryAfter: 17 });
    expect(await channelOf().send(chat, says("x"))).toEqual({ ok: false, reason: "throttled", retryAfterMs: 17_000 });
  });

  it("without an answer in time is unknown: it may have arrived", async () => {
    const channel = channelOf({}, 0.2);
    server.failNext({ method: "sendMessage", kind: "silent", times: 1 });
    expect(await channel.send(chat, says("x"))).toEqual({ ok: false, reason: "unknown" });
    server.failNext({ method: "sendMessage", kind: "late", lateMs: 1_000, times: 1 });
    expect(await channel.send(chat, says("heard"))).toEqual({ ok: false, reason: "unknown" });
    expect(server.person(42).messages().at(-1)?.text).toBe("heard");
    expect(counted).toEqual(["sendMessage network", "sendMessage network"]);
  });

  it("for want of a connection is down: it cannot have arrived", async () => {
    const port = await closedPort();
    for (const host of ["127.0.0.1", "localhost", "nobody.invalid"]) {
      expect(await channelOf({ apiRoot: `http://${host}:${port}` }).send(chat, says("x"))).toEqual({
        ok: false,
        reason: "down",
      });
    }
  });

  it("with a connection cut in the middle is unknown", async () => {
    const cutting = createServer((socket) => socket.once("data", () => socket.destroy()));
    await new Promise<void>((resolve) => cutting.listen(0, "127.0.0.1", resolve));
    const address = cutting.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    expect(await channelOf({ apiRoot: `http://127.0.0.1:${port}` }).send(chat, says("x"))).toEqual({
      ok: false,
      reason: "unknown",
    });
    await new Promise((resolve) => cutting.close(resolve));
  });

  it("with a proxy's page in place of JSON is down", async () => {
    const page =
      "HTTP/1.1 502 Bad Gateway\r\ncontent-type: text/html\r\ncontent-length: 4\r\nconnection: close\r\n\r\n<h1>";
    const proxy = createServer((socket) => socket.once("data", () => socket.end(page)));
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    const address = proxy.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    expect(await channelOf({ apiRoot: `http://127.0.0.1:${port}` }).send(chat, says("x"))).toEqual({
      ok: false,
      reason: "down",
    });
    await new Promise((resolve) => proxy.close(resolve));
  });

  it("to a chat that never was is unreachable", async () => {
    expect(await channelOf().send("777", says("x"))).toEqual({ ok: false, reason: "unreachable" });
  });

  it("with a wrong token is down until the operator mends it", async () => {
    expect(await channelOf({ token: "1:wrong" }).send(chat, says("x"))).toEqual({ ok: false, reason: "down" });
  });
});

describe("taking a message away", () => {
  it("removes it, and one that is gone already is removed", async () => {
    const channel = channelOf();
    const sent = await channel.send(chat, says("for your eyes"));
    if (!sent.ok) throw new Error(sent.reason);
    expect(await channel.remove(chat, sent.messageId)).toEqual(sent);
    expect(await channel.remove(chat, sent.messageId)).toEqual(sent);
    expect(
      server
        .person(42)
        .messages()
        .some(({ text }) => text === "for your eyes"),
    ).toBe(false);
  });
});
