// The small parts that pages share: ways on, and facts with their names.
import type { Line } from "../words/line.js";
import { type Html, html } from "./html.js";
import type { Say } from "./site.js";

/** The one thing to do next. */
export const buttonLink = (say: Say, url: string, label: Line): Html =>
  html`<p><a class="button" href="${url}">${say(label)}</a></p>`;

export const quietLink = (say: Say, url: string, label: Line): Html => html`<p><a href="${url}">${say(label)}</a></p>`;

/** One row of a `<dl>`. */
export const fact = (say: Say, name: Line, value: Line): Html => factOf(say, name, say(value));

export const factOf = (say: Say, name: Line, value: Html): Html =>
  html`<div><dt>${say(name)}</dt><dd>${value}</dd></div>`;

/** What is to be copied as it is: digits and Latin letters, in their own order on an Arabic page, too. */
export const code = (text: string): Html => html`<bdi class="code" dir="ltr">${text}</bdi>`;
