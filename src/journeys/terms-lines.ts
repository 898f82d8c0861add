// The terms: in three lines with their version, in full on request, and only named to somebody who accepted them before.
import { type Line, line } from "../words/line.js";
import type { Button } from "./message.js";
import type { Page } from "./question.js";
import type { Service } from "./world.js";

type Terms = Service["terms"];

export function termsInShort({ terms: { version }, filing }: Service, isFree: boolean): readonly Line[] {
  return [
    line("terms-by-accepting", { version }),
    line(`terms-short-${filing === "own" ? "issued" : "filed"}${isFree ? "-free" : ""}`),
    ...(isFree ? [] : [line("terms-short-back")]),
    line(isFree ? "terms-short-true" : "terms-short-hold"),
  ];
}

export function acceptedBefore({ version }: Terms): Line {
  return line("terms-accepted-before", { version });
}

/** Opens our page with this version. */
export function termsLink({ link }: Terms): Button {
  return { kind: "url", label: line("button-terms"), url: link };
}

/** All of them in the chat: by a word, since the page has the button. */
export function termsPage({ text, version }: Terms): Page {
  return {
    value: "<terms",
    label: line("button-terms-here"),
    said: line("said-terms"),
    message: { lines: [line("terms-text", { text: { name: text } }), line("terms-version", { version })] },
  };
}
