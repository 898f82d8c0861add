// A sentence as markup: what is isolated in it becomes <bdi>, what is to be copied stands out, and no invisible mark travels with a copy.
import type { Spoken } from "../words/fluent.js";
import { type Html, html, type Piece } from "./html.js";

const marks: Readonly<Record<string, Html>> = {
  "\u2066": html`<bdi dir="ltr">`,
  "\u2067": html`<bdi dir="rtl">`,
  "\u2068": html`<bdi>`,
  "\u2069": html`</bdi>`,
};

const isolated = (text: string): readonly Piece[] => text.split(/([\u2066-\u2069])/).map((part) => marks[part] ?? part);

/** @param phone a number that is a link to call it, where it stands as a code */
export function spokenHtml({ text, code }: Spoken, phone?: string): Html {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { offset, length } of code) {
    pieces.push(isolated(text.slice(from, offset)), codeHtml(text.slice(offset, offset + length), phone));
    from = offset + length;
  }
  return html`${pieces}${isolated(text.slice(from))}`;
}

function codeHtml(text: string, phone: string | undefined): Html {
  const code = html`<bdi class="code" dir="ltr">${text}</bdi>`;
  return text === phone ? html`<a href="tel:${text.replaceAll(" ", "")}">${code}</a>` : code;
}
