// The small parts that pages share: ways on, and facts with their names.
import { type Line, line } from "../words/line.js";
import { type Html, html } from "./html.js";
import { link, type Say, type Site } from "./site.js";

/** The one thing to do next. */
export const buttonLink = (say: Say, url: string, label: Line): Html =>
  html`<p><a class="button" href="${url}">${say(label)}</a></p>`;

export const quietLink = (say: Say, url: string, label: Line): Html => html`<p><a href="${url}">${say(label)}</a></p>`;

/** Back to where the link came from; nothing while the bot's name is not known. */
export function chatLink(site: Site, say: Say, as: "button" | "quiet"): Html | undefined {
  const url = site.chatLink();
  if (url === undefined) return undefined;
  const label = say(line("page-chat"));
  return html`<p class="screen"><a${as === "button" && html` class="button"`} href="${url}">${label}</a></p>`;
}

/** A version may hold any sign, a slash among them. */
export const termsPath = (version: string): string => `/terms/${encodeURIComponent(version)}`;

export const termsLink = (site: Site, say: Say, version: string): Html =>
  html`<a href="${link(site, termsPath(version))}">${say(line("pay-page-terms-read", { version: { code: version } }))}</a>`;

/** One row of a `<dl>`. */
export const fact = (say: Say, name: Line, value: Line): Html => factOf(say, name, say(value));

export const factOf = (say: Say, name: Line, value: Html): Html =>
  html`<div><dt>${say(name)}</dt><dd>${value}</dd></div>`;

/** What is to be copied as it is: digits and Latin letters, in their own order on an Arabic page, too. */
export const code = (text: string): Html => html`<bdi class="code" dir="ltr">${text}</bdi>`;
