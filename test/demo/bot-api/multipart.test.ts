import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMultipart } from "../../../src/demo/bot-api/multipart.js";
import { UploadedFile } from "../../../src/demo/bot-api/uploaded-file.js";

/** A form as the platform's own FormData writes it: another hand than grammY's. */
async function written(form: FormData) {
  const request = new Request("http://x.example", { method: "POST", body: form });
  return readMultipart(Buffer.from(await request.arrayBuffer()), request.headers.get("content-type") ?? "");
}

const raw = (boundary: string, ...lines: readonly string[]) =>
  readMultipart(Buffer.from(lines.join("\r\n")), `multipart/form-data; boundary=${boundary}`);

describe("a multipart form", () => {
  it("gives texts and files as they were written, whatever is in them", async () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(bytes, fc.string({ unit: "grapheme" }), async (content, text) => {
        const form = new FormData();
        form.set("caption", text.replace(/\r\n?|\n/g, "\r\n"));
        form.set("document", "attach://a1");
        form.set("a1", new Blob([Buffer.from(content)], { type: "text/calendar" }), "نهاية.ics");
        const read = await written(form);
        expect(read).toEqual({
          ok: true,
          params: {
            caption: text.replace(/\r\n?|\n/g, "\r\n"),
            document: new UploadedFile("نهاية.ics", "text/calendar", Buffer.from(content)),
          },
        });
      }),
    );
  });

  it("may name its file in place, and without quotes", () => {
    const read = raw(
      "b",
      "--b",
      'content-disposition:form-data;name="document";filename=tajdeed.ics',
      "content-type:application/octet-stream",
      "",
      "BEGIN:VCALENDAR",
      "--b--",
      "",
    );
    const file = new UploadedFile("tajdeed.ics", "application/octet-stream", Buffer.from("BEGIN:VCALENDAR"));
    expect(read).toEqual({ ok: true, params: { document: file } });
  });

  it("keeps a name that no file answers to, and a file that nothing names, for the check to find", async () => {
    const form = new FormData();
    form.set("document", "attach://nothing");
    form.set("loose", new Blob(["x"]), "x.ics");
    expect(await written(form)).toMatchObject({
      ok: true,
      params: { document: "attach://nothing", loose: { name: "x.ics" } },
    });
  });

  it("that is none is refused", () => {
    const part = 'content-disposition: form-data; name="a"';
    expect(readMultipart(Buffer.from(""), "multipart/form-data").ok).toBe(false);
    expect(raw("b").ok).toBe(false);
    expect(raw("b", "--b", part, "", "cut off").ok).toBe(false);
    expect(raw("b", "--b", part, "--b--").ok).toBe(false);
    expect(raw("b", "--b", "content-disposition: form-data", "", "x", "--b--").ok).toBe(false);
    expect(raw("b", "--b", part, "", "x", "--b--")).toEqual({ ok: true, params: { a: "x" } });
  });
});
