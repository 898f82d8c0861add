// The frame of every page: whose it is, that it is a test where it is one, and the same page in the other language.
import { type Language, type Line, line } from "../words/line.js";
import { document, type Html, html } from "./html.js";
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
};

const directions: Readonly<Record<Language, string>> = { ar: "rtl", en: "ltr" };

const signs: Readonly<Record<Tone, string>> = { plain: "", good: "✓", waiting: "…", closed: "×" };

export function writePage(site: Site, { language, tone, title, body, path, isTest = false }: Page): string {
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
</head>
<body>
${(isTest || site.service.isTest) && html`<p class="test" role="note">${say(line("page-test"))}</p>`}
<header>
<p class="brand"><img src="${link(site, "/assets/mark.svg")}" alt="" width="40" height="40"><span><strong>${say(line("page-service"))}</strong> <span class="what">${say(line("page-service-what"))}</span></span></p>
${path !== undefined && switchLanguage(site, language, path)}
</header>
<main class="${tone}">
<h1>${signs[tone] !== "" && html`<span class="sign" aria-hidden="true">${signs[tone]}</span>`}<span>${say(title)}</span></h1>
${body}
</main>
<footer>
<p>${say(runBy(site, language))}</p>
<p>${say(line("page-hotline", { hotline: { code: site.service.hotline } }))}</p>
</footer>
</body>
</html>
`);
}

function switchLanguage(site: Site, language: Language, path: string): Html {
  const other = language === "ar" ? "en" : "ar";
  return html`<nav><a href="${link(site, path)}?lang=${other}" lang="${other}" dir="${directions[other]}" hreflang="${other}">${sayIn(site, other)(line("language-name"))}</a></nav>`;
}

export function runBy({ service }: Site, language: Language): Line {
  const operator = service.operator[language];
  return service.isMinistry ? line("page-run-by-ministry", { operator }) : line("page-run-by", { operator });
}
