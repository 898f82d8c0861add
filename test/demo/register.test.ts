import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createSmsInbox } from "../../src/demo/sms.js";
import { eventually } from "../support/eventually.js";
import { startedDemo } from "./started-demo.js";

const act = (what: Record<string, unknown>) => ({ as: "fatima", lang: "ar", ...what });

describe("GET /demo", () => {
  it("is a page in the person's language, or the one asked for, that loads nothing from elsewhere", async () => {
    const { origin } = await startedDemo();
    const read = async (path: string) => {
      const answer = await fetch(`${origin}${path}`);
      return { policy: answer.headers.get("content-security-policy") ?? "", html: await answer.text() };
    };
    const own = await read("/demo?as=fatima");
    expect(own.html).toContain('<html lang="ar" dir="rtl">');
    expect((await read("/demo?as=ramesh")).html).toContain('<html lang="en" dir="ltr">');
    expect((await read("/demo?as=fatima&lang=en")).html).toContain('<html lang="en" dir="ltr">');
    expect((await read("/demo?lang=ar&lang=en")).html).toContain('<html lang="ar" dir="rtl">');
    expect(own.html).not.toContain("{{");
    expect(own.policy).toContain("default-src 'none'");
    expect(own.policy).not.toContain("unsafe");
    const loaded = [...own.html.matchAll(/(?:src|href)="(\/demo\/[^"]+)"/g)].map(([, path]) => path);
    expect(loaded.length).toBeGreaterThan(2);
    for (const path of loaded) expect((await fetch(`${origin}${path}`)).status).toBe(200);
    expect(own.html).not.toMatch(/(?:src|href)="https?:/);
  });

  it("has every word in both languages", async () => {
    const { origin } = await startedDemo();
    const words = (await (await fetch(`${origin}/demo/words.json`)).json()) as Record<"ar" | "en", object>;
    expect(Object.keys(words.ar)).toEqual(Object.keys(words.en));
  });
});

describe("GET /demo/people", () => {
  it("lists them in the form that is promised", async () => {
    const { origin } = await startedDemo();
    const people = (await (await fetch(`${origin}/demo/people`)).json()) as Record<string, unknown>[];
    expect(people).toHaveLength(12);
    expect(Object.keys(people[0] ?? {})).toEqual(["id", "civilId", "phone", "nameAr", "nameEn", "kuwaiti", "workers"]);
    const workers = people.flatMap((person) => person.workers as Record<string, unknown>[]);
    for (const worker of workers) expect(Object.keys(worker)).toEqual(["civilId", "nameAr", "nameEn", "coverUntil"]);
    expect(workers.some(({ coverUntil }) => coverUntil === null)).toBe(true);
  });
});

describe("/demo/clock", () => {
  it("tells the time and moves it ahead", async () => {
    const { origin, post, clock } = await startedDemo();
    const moved = (await (await post("/demo/clock", { advance: "30d" })).json()) as { now: string };
    const told = (await (await fetch(`${origin}/demo/clock`)).json()) as { now: string };
    expect(Date.parse(moved.now) - Date.now()).toBeGreaterThan(29.9 * 86_400_000);
    expect(Math.abs(Date.parse(told.now) - clock.now().getTime())).toBeLessThan(2000);
  });

  it.each([{}, { advance: "soon" }, { advance: 30 }, { advance: "1d", back: true }, "1d"])(
    "refuses %j",
    async (body) => {
      const { post } = await startedDemo();
      expect((await post("/demo/clock", body)).status).toBe(400);
    },
  );
});

describe("POST /demo/sms", () => {
  const sms = { to: "+96550009001", text: "رمز التحقق: 482913" };

  it("takes a text message from who knows the token, keeps it, and shows it to its phone alone", async () => {
    const { post, sms: inbox, folder } = await startedDemo();
    expect((await post("/demo/sms", sms, { authorization: "Bearer sms-token" })).status).toBe(202);
    expect(inbox.messages("+96550009001")).toMatchObject([sms]);
    expect(inbox.messages("+96550009002")).toEqual([]);
    const again = createSmsInbox({ token: "t", file: join(folder, "sms.jsonl"), now: () => new Date() });
    expect(again.messages("+96550009001")).toMatchObject([sms]);
  });

  it("refuses anybody else, and anything else", async () => {
    const { post, sms: inbox } = await startedDemo();
    expect((await post("/demo/sms", sms)).status).toBe(401);
    expect((await post("/demo/sms", sms, { authorization: "Bearer sms-tokem" })).status).toBe(401);
    const malformed = await post("/demo/sms", { ...sms, to: "me" }, { authorization: "Bearer sms-token" });
    expect(malformed.status).toBe(400);
    expect(inbox.messages("+96550009001")).toEqual([]);
  });
});

describe("POST /demo/chat", () => {
  it("does what a thumb does, as the person with the phone in the language chosen", async () => {
    const { post, botApi, fatima } = await startedDemo();
    const acts = [{ act: "say", text: "/start" }, { act: "contact" }, { act: "photo" }, { act: "voice" }];
    const more = [{ act: "sticker" }, { act: "location" }, { act: "forward", text: "a poem" }];
    for (const what of [...acts, ...more]) expect((await post("/demo/chat", act(what))).status).toBe(204);
    const messages = botApi.pendingUpdates().map(({ message }) => message);
    expect(messages).toMatchObject([
      { text: "/start", from: { id: fatima.telegramUserId, first_name: "فاطمة", language_code: "ar" } },
      { contact: { phone_number: fatima.phone, user_id: fatima.telegramUserId } },
      { photo: [{}] },
      { voice: {} },
      { sticker: {} },
      { location: {} },
      { text: "a poem", forward_origin: {} },
    ]);
  });

  it("presses a button that is there, and says so when it is gone", async () => {
    const { post, botApi, fatima } = await startedDemo();
    await post("/demo/chat", act({ act: "say", text: "/start" }));
    const reply_markup = { inline_keyboard: [[{ text: "Renew", callback_data: "r" }]] };
    await botApi.handle("sendMessage", { chat_id: fatima.telegramUserId, text: "menu", reply_markup });
    expect((await post("/demo/chat", act({ act: "press", messageId: 2, data: "r" }))).status).toBe(204);
    expect(botApi.pendingUpdates().at(-1)).toMatchObject({ callback_query: { data: "r" } });
    expect((await post("/demo/chat", act({ act: "press", messageId: 2, data: "x" }))).status).toBe(409);
    expect((await post("/demo/chat", act({ act: "press", messageId: 3, data: "r" }))).status).toBe(409);
  });

  it("refuses nobody's and nonsensical acts", async () => {
    const { post, botApi } = await startedDemo();
    expect((await post("/demo/chat", act({ as: "nobody", act: "say", text: "hi" }))).status).toBe(404);
    expect((await post("/demo/chat", act({ act: "say", text: " " }))).status).toBe(400);
    expect((await post("/demo/chat", act({ act: "dance" }))).status).toBe(400);
    expect(botApi.pendingUpdates()).toEqual([]);
  });
});

describe("GET /demo/files", () => {
  it("has files larger than the server takes elsewhere", async () => {
    const { origin, botApi, fatima } = await startedDemo();
    botApi.person(fatima.telegramUserId).say("hi");
    const form = new FormData();
    form.set("chat_id", String(fatima.telegramUserId));
    form.set("document", new Blob(["x".repeat(2 * 1024 * 1024)]), "large.ics");
    const sent = await fetch(`${origin}/demo/telegram/bot7:t/sendDocument`, { method: "POST", body: form });
    expect(sent.status).toBe(200);
  });

  it("is what the bot sent, to be saved under its name and never opened as a page", async () => {
    const { origin, botApi, fatima } = await startedDemo();
    const person = botApi.person(fatima.telegramUserId);
    person.say("hi");
    const form = new FormData();
    form.set("chat_id", String(fatima.telegramUserId));
    form.set("document", new Blob(["نهاية"], { type: "text/html" }), "it's ماريا (1).ics");
    const sent = await fetch(`${origin}/demo/telegram/bot7:t/sendDocument`, { method: "POST", body: form });
    expect(sent.status).toBe(200);
    const { file } = await person.waitFor();
    const answer = await fetch(`${origin}/demo/files/${file?.id}`);
    expect(await answer.text()).toBe("نهاية");
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-disposition")).toBe(
      "attachment; filename*=UTF-8''it%27s%20%D9%85%D8%A7%D8%B1%D9%8A%D8%A7%20%281%29.ics",
    );
    expect((await fetch(`${origin}/demo/files/document-0`)).status).toBe(404);
  });
});

describe("GET /demo/events", () => {
  it("tells everything at once, and each change as it comes, of this person alone", async () => {
    const { origin, post, botApi, clock } = await startedDemo();
    const gone = new AbortController();
    const stream = await fetch(`${origin}/demo/events?as=fatima`, { signal: gone.signal });
    expect(stream.headers.get("content-type")).toBe("text/event-stream");
    const next = reader(stream);
    const first = [await next(), await next(), await next(), await next()];
    expect(first.map(({ event }) => event)).toEqual(["chat", "sms", "clock", "filing"]);
    botApi.person(502).say("somebody else");
    await post("/demo/chat", act({ act: "say", text: "hello" }));
    expect(await next()).toMatchObject({ event: "chat", data: { messages: [{ text: "hello", from: "person" }] } });
    await post("/demo/sms", { to: "+96550009001", text: "code" }, { authorization: "Bearer sms-token" });
    expect(await next()).toMatchObject({ event: "sms", data: [{ text: "code" }] });
    clock.advance("1d");
    expect((await next()).event).toBe("clock");
    gone.abort();
  });

  it("ends with the server, which does not wait for it", async () => {
    const { app, origin, botApi } = await startedDemo();
    const stream = await fetch(`${origin}/demo/events?as=guest`);
    const poll = fetch(`${origin}/demo/telegram/bot7:t/getUpdates?timeout=50`);
    const started = Date.now();
    await eventually(() => expect(botApi.calls).toHaveLength(1));
    await app.close();
    await stream.text();
    expect(await (await poll).json()).toEqual({ ok: true, result: [] });
    expect(Date.now() - started).toBeLessThan(3000);
  });

  it("is nobody's for an unknown name", async () => {
    const { origin } = await startedDemo();
    expect((await fetch(`${origin}/demo/events?as=nobody`)).status).toBe(404);
  });
});

describe("/demo/telegram", () => {
  it("is the Bot API, by JSON, by form and by query", async () => {
    const { origin, post, botApi, fatima } = await startedDemo();
    botApi.person(fatima.telegramUserId).say("hi");
    const root = "/demo/telegram/bot7:t";
    const chat_id = fatima.telegramUserId;
    const reply_markup = { inline_keyboard: [[{ text: "A", callback_data: "a" }]] };
    const json = await post(`${root}/sendMessage`, { chat_id, text: "1" });
    const form = await fetch(`${origin}${root}/sendMessage`, {
      method: "POST",
      body: new URLSearchParams({ chat_id: String(chat_id), text: "2", reply_markup: JSON.stringify(reply_markup) }),
    });
    const query = await fetch(`${origin}${root}/sendMessage?chat_id=${chat_id}&text=3&disable_notification=true`);
    expect([json.status, form.status, query.status]).toEqual([200, 200, 200]);
    const texts = botApi.person(chat_id).messages();
    expect(texts.map(({ text, buttons }) => [text, buttons.length])).toEqual([
      ["hi", 0],
      ["1", 0],
      ["2", 1],
      ["3", 0],
    ]);
    expect(botApi.violations).toEqual([]);
  });

  it("answers nonsense as Telegram does", async () => {
    const { origin } = await startedDemo();
    const method = await fetch(`${origin}/demo/telegram/bot7:t/dance`, { method: "POST" });
    expect([method.status, await method.json()]).toMatchObject([404, { ok: false, description: "Not Found" }]);
    const body = await fetch(`${origin}/demo/telegram/bot7:t/getMe`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{",
    });
    expect([body.status, await body.json()]).toMatchObject([400, { ok: false, error_code: 400 }]);
  });
});

type Event = { readonly event: string; readonly data: unknown };

/** Reads one event after another from a stream of them. */
function reader(stream: Response): () => Promise<Event> {
  const chunks = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return async () => {
    for (;;) {
      const found = /event: (\w+)\ndata: (.*)\n\n/.exec(text);
      if (found?.[1] !== undefined && found[2] !== undefined) {
        text = text.slice(found.index + found[0].length);
        return { event: found[1], data: JSON.parse(found[2]) as unknown };
      }
      const chunk = await chunks?.read();
      if (chunk?.value === undefined) throw new Error("the stream has ended");
      text += chunk.value;
    }
  };
}
