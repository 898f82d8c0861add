import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFormattedText } from "../../../src/demo/bot-api/formatted-text.js";

describe("HTML", () => {
  const read = (text: string) => readFormattedText(text, "HTML");

  it("becomes the text and its entities, nested ones too", () => {
    expect(read('<b>a <i>b</i></b> <code>c</code> &lt;&amp;&#65; <a href="https://x.example/?a&amp;b">d</a>')).toEqual({
      ok: true,
      text: "a b c <&A d",
      entities: [
        { type: "bold", offset: 0, length: 3 },
        { type: "italic", offset: 2, length: 1 },
        { type: "code", offset: 4, length: 1 },
        { type: "text_link", offset: 10, length: 1, url: "https://x.example/?a&b" },
      ],
    });
  });

  it.each([
    ["<div>a</div>", 'Unsupported start tag "div"'],
    ["<b>a", `Can't find end tag corresponding to start tag "b"`],
    ["<b>a</i>", 'Unmatched end tag "i"'],
    ["a</b>", 'Unmatched end tag "b"'],
    ["1 < 2", 'Unsupported start tag in "< 2"'],
  ])("refuses %s", (text, problem) => {
    expect(read(text)).toEqual({ ok: false, problem });
  });
});

describe("MarkdownV2", () => {
  const read = (text: string) => readFormattedText(text, "MarkdownV2");

  it("becomes the text and its entities", () => {
    expect(read("*a* __b__ `c.` ||d|| [e](https://x.example/\\)) 1\\.5\n>q")).toEqual({
      ok: true,
      text: "a b c. d e 1.5\nq",
      entities: [
        { type: "bold", offset: 0, length: 1 },
        { type: "underline", offset: 2, length: 1 },
        { type: "code", offset: 4, length: 2 },
        { type: "spoiler", offset: 7, length: 1 },
        { type: "text_link", offset: 9, length: 1, url: "https://x.example/)" },
        { type: "blockquote", offset: 15, length: 1 },
      ],
    });
  });

  it.each([
    ["10.000", "Character '.' is reserved and must be escaped with the preceding '\\'"],
    ["*a", "Can't find end of bold entity"],
    ["[a](b", "Can't find end of a URL"],
  ])("refuses %s", (text, problem) => {
    expect(read(text)).toEqual({ ok: false, problem });
  });
});

describe("plain text", () => {
  it("has its links and commands found, and its ends trimmed", () => {
    expect(readFormattedText("  /start@bot http://127.0.0.1:8080/p/x. \n", undefined)).toEqual({
      ok: true,
      text: "/start@bot http://127.0.0.1:8080/p/x.",
      entities: [
        { type: "bot_command", offset: 0, length: 10 },
        { type: "url", offset: 11, length: 25 },
      ],
    });
  });

  it("keeps given entities in their place when it is trimmed", () => {
    expect(readFormattedText("  ab ", undefined, [{ type: "bold", offset: 1, length: 2 }])).toEqual({
      ok: true,
      text: "ab",
      entities: [{ type: "bold", offset: 0, length: 1 }],
    });
  });

  it("makes no link of what stands in a code", () => {
    const read = readFormattedText("<code>https://x.example</code>", "HTML");
    expect(read).toMatchObject({ entities: [{ type: "code" }] });
  });

  it("never throws, and names only places within the text, whatever comes", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("HTML", "MarkdownV2", "Markdown", undefined), (text, mode) => {
        const read = readFormattedText(text, mode);
        if (!read.ok) return;
        for (const { offset, length } of read.entities) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset + length).toBeLessThanOrEqual(read.text.length);
        }
      }),
    );
  });
});
