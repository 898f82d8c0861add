import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { document, html } from "../../src/http/html.js";
import { spokenHtml } from "../../src/http/spoken-html.js";

const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(..."<>&\"'/=! abكس;#") }));

const read = (markup: string) =>
  markup
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");

const written = (markup: ReturnType<typeof html>) => document(markup).replace("<!doctype html>\n", "");

describe("markup as a template", () => {
  it("leaves any text inert, in content and in attributes, and loses nothing of it", () => {
    fc.assert(
      fc.property(text, (value) => {
        const [, title = "", content = ""] = /^<p title="([^"]*)">([^<]*)<\/p>$/su.exec(
          written(html`<p title="${value}">${value}</p>`),
        ) ?? ["", "no match"];
        expect(title).not.toMatch(/[<>"']/);
        expect(content).not.toMatch(/[<>"']/);
        expect([read(title), read(content)]).toEqual([value, value]);
      }),
    );
  });

  it("puts pieces together as they are, and text that looks like a piece as text", () => {
    const piece = html`<b>${"&"}</b>`;
    expect(written(html`${[piece, "<i>"]}${3}${undefined}${false}`)).toBe("<b>&amp;</b>&lt;i&gt;3");
  });
});

describe("a sentence as markup", () => {
  it("isolates what the sentence isolates and sets codes left to right, without invisible marks", () => {
    const text = "رقم TJ-1 لـ\u2068Ana <b>\u2069.";
    const spoken = { text, code: [{ offset: 4, length: 4 }] };
    expect(written(spokenHtml(spoken))).toBe('رقم <bdi class="code" dir="ltr">TJ-1</bdi> لـ<bdi>Ana &lt;b&gt;</bdi>.');
  });
});
