import { InputFile } from "grammy";
import { describe, expect, it } from "vitest";
import { checkType } from "../../../src/demo/bot-api/check-shape.js";
import { startedServer } from "./fixtures.js";

const calendar = (text = "BEGIN:VCALENDAR\r\n") => new InputFile(Buffer.from(text), "tajdeed.ics");

describe("a document", () => {
  it("is kept as it was uploaded, and told as the platform tells it", async () => {
    const { server, api, person } = await startedServer();
    person.say("hi");
    const sent = await api.sendDocument(501, calendar("نهاية"), { caption: "<b>Ends</b>", parse_mode: "HTML" });
    expect(checkType(sent, "Message", "message")).toBeUndefined();
    expect(sent.document).toMatchObject({ file_name: "tajdeed.ics", mime_type: "text/calendar", file_size: 10 });
    const seen = await person.waitFor();
    expect(seen).toMatchObject({ kind: "document", text: "Ends", file: { name: "tajdeed.ics" } });
    const file = server.file(seen.file?.id ?? "");
    expect(Buffer.from(file?.base64 ?? "", "base64").toString()).toBe("نهاية");
    expect(server.violations).toEqual([]);
  });

  it("can be sent again by its id, and one elsewhere by its address", async () => {
    const { api, person } = await startedServer();
    person.say("hi");
    const { document } = await api.sendDocument(501, calendar());
    const again = await api.sendDocument(501, document.file_id);
    expect(again.document).toEqual(document);
    const elsewhere = await api.sendDocument(501, "https://x.example/terms.pdf");
    expect(elsewhere.document).toMatchObject({ file_name: "terms.pdf" });
    const other = await api.sendDocument(501, new InputFile(Buffer.from("x"), "x.bin"));
    expect(other.document).toMatchObject({ mime_type: "application/octet-stream" });
  });

  it("is refused as the description has it: empty, missing, not a file, its words too long, nobody there", async () => {
    const { server, api, person } = await startedServer();
    person.say("hi");
    await expect(api.sendDocument(501, calendar(""))).rejects.toThrow("file must be non-empty");
    await expect(api.sendDocument(501, "attach://nothing")).rejects.toThrow("wrong file identifier");
    const forged = { name: "a.ics", mediaType: "text/calendar", bytes: "" };
    const call = (params: Record<string, unknown>) => server.handle("sendDocument", { chat_id: 501, ...params });
    expect(await call({ document: forged })).toMatchObject({ description: expect.stringContaining("InputFile") });
    expect(await call({})).toMatchObject({ description: "Bad Request: document: is required" });
    await expect(api.sendDocument(501, calendar(), { caption: "x".repeat(1025) })).rejects.toThrow("too long");
    await expect(api.sendMessage(501, calendar() as never)).rejects.toThrow("text: must be String");
    expect(server.violations).toHaveLength(6);
    await expect(api.sendDocument(999, calendar())).rejects.toThrow("chat not found");
  });

  it("becomes no text by an edit, and keeps its buttons changeable", async () => {
    const { api, person } = await startedServer();
    person.say("hi");
    const { message_id } = await api.sendDocument(501, calendar());
    await expect(api.editMessageText(501, message_id, "text")).rejects.toThrow(
      "there is no text in the message to edit",
    );
    const reply_markup = { inline_keyboard: [[{ text: "Menu", callback_data: "m" }]] };
    await api.editMessageReplyMarkup(501, message_id, { reply_markup });
    expect(await person.waitFor()).toMatchObject({ kind: "document", buttons: [[{ label: "Menu" }]] });
  });

  it("comes in no form that cannot be read", async () => {
    const { server } = await startedServer();
    const answer = await fetch(`${server.url}/bot${server.token}/sendDocument`, {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=b" },
      body: "--b\r\nnothing",
    });
    expect([answer.status, await answer.json()]).toMatchObject([400, { ok: false }]);
  });
});
