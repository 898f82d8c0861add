// The frame of every page: whose it is, that it is a test where it is one, and the same page in the other language.
import { type Language, type Line, line } from "../words/line.js";
import { document, type Html, html } from "./html.js";
import { chatLink } from "./parts.js";
import { link, type Site, sayIn } from "./site.js";

/** How a page feels at a glance; each has its sign beside the heading. */
export type Tone = "plain" | "good" | "waiting" | "closed";

export type Page = {
  readonly language: Language;
  readonly tone: Tone;
  /** The heading, and the name of the browser's tab: nothing personal. */
  readonly title: Line;
  readonly body: Html;
  /** Where this page is found by GET, so that it can be had in the other language; absent where it cannot. */
  readonly path?: string;
  /** A test by itself, whatever the service is by now: a receipt of the sandbox. */
  readonly isTest?: boolean;
  /** The body says who runs the service, and the foot need not say it again. */
  readonly namesOperator?: boolean;
  /** How the way back to the chat looks: a button where nothing else is to be done here. */
  readonly chat?: "button" | "quiet";
  /** The page asks for itself again, after so many seconds. */
  readonly refresh?: Refresh;
  /** Adds a script to a page that is whole without it: a path of ours. */
  readonly script?: string;
};

export type Refresh = { readonly seconds: number; readonly url: string };

export const directions: Readonly<Record<Language, string>> = { ar: "rtl", en: "ltr" };

const signs: Readonly<Record<Tone, string>> = { plain: "", good: "✓", waiting: "…", closed: "×" };

export function writePage(site: Site, page: Page): string {
  const { language, tone, title, body, path, isTest = false, namesOperator = false, chat = "quiet" } = page;
  const say = sayIn(site, language);
  const plain = (text: Line) => site.speak.plain(language, text);
  return document(html`<html lang="${language}" dir="${directions[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${plain(title)} · ${plain(line("page-service"))}</title>
<link rel="icon" href="${link(site, "/assets/mark.svg")}" type="image/svg+xml">
<link rel="stylesheet" href="${link(site, "/assets/pages.css")}">
${page.refresh !== undefined && refreshElement(page.refresh)}
${page.script !== undefined && html`<script src="${link(site, page.script)}" defer></script>`}
</head>
<body>
${(isTest || site.service.isTest) && html`<aside class="test">${say(line("page-test"))}</aside>`}
<header>
<p class="brand"><img src="${link(site, "/assets/mark.svg")}" alt="" width="40" height="40"><span><strong>${say(line("page-service"))}</strong> <span class="what">${say(line("page-service-what"))}</span></span></p>
${path !== undefined && switchLanguage(site, language, path)}
</header>
<main class="${tone}">
<h1>${signs[tone] !== "" && html`<span class="sign" aria-hidden="true">${signs[tone]}</span>`}<span>${say(title)}</span></h1>
${body}
${chatLink(site, say, chat)}
</main>
<footer>
${!namesOperator && html`<p>${say(runBy(site, language))}</p>`}
<p>${say(hotlineOf(site))}</p>
</footer>
</body>
</html>
`);
}

function switchLanguage(site: Site, language: Language, path: string): Html {
  const other = language === "ar" ? "en" : "ar";
  return html`<nav><a href="${link(site, path)}?lang=${other}" lang="${other}" dir="${directions[other]}" hreflang="${other}">${sayIn(site, other)(line("language-name"))}</a></nav>`;
}

/** For browsers without scripts; the others go by the header of the same name, which says it, too. */
const refreshElement = ({ seconds, url }: Refresh): Html =>
  html`<noscript><meta http-equiv="refresh" content="${seconds}; url=${url}"></noscript>`;

/** The number that facts give as the Ministry's own line. */
const ministryHotline = "151";

function hotlineOf({ service }: Site): Line {
  const hotline = { code: service.hotline };
  return service.hotline === ministryHotline
    ? line("page-hotline-ministry", { hotline })
    : line("page-hotline", { hotline });
}

function runBy({ service }: Site, language: Language): Line {
  const operator = service.operator[language];
  return service.isMinistry ? line("page-run-by-ministry", { operator }) : line("page-run-by", { operator });
}
