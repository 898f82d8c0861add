// The sandbox's own pages: TEST in very large letters, nothing like a bank, no field for a card, one button per answer.
import { fils } from "../../domain/kwd.js";
import { document, type Html, html } from "../../http/html.js";
import { spokenHtml } from "../../http/spoken-html.js";
import type { Speak } from "../../words/fluent.js";
import { type Language, type Line, line } from "../../words/line.js";
import { type Charge, type Outcome, outcomes } from "./charge.js";

type Reader = { readonly speak: Speak; readonly language: Language };

const choices: Readonly<Record<Outcome, { readonly label: Line; readonly what: Line }>> = {
  approve: { label: line("sandbox-approve"), what: line("sandbox-approve-what") },
  decline: { label: line("sandbox-decline"), what: line("sandbox-decline-what") },
  cancel: { label: line("sandbox-cancel"), what: line("sandbox-cancel-what") },
  timeout: { label: line("sandbox-timeout"), what: line("sandbox-timeout-what") },
  late: { label: line("sandbox-late"), what: line("sandbox-late-what") },
  twice: { label: line("sandbox-twice"), what: line("sandbox-twice-what") },
};

export function openView(reader: Reader, charge: Charge): string {
  const say = sayTo(reader);
  return frame(
    reader,
    line("sandbox-title"),
    html`<p>${say(line("sandbox-what"))}</p>
${facts(say, charge)}
<form method="post">
<h2>${say(line("sandbox-choices"))}</h2>
${outcomes.map(
  (
    outcome,
  ) => html`<button type="submit" name="outcome" value="${outcome}"><strong>${say(choices[outcome].label)}</strong> <span>${say(choices[outcome].what)}</span></button>
`,
)}</form>`,
  );
}

export function closedView(reader: Reader, charge: Charge): string {
  const say = sayTo(reader);
  return frame(
    reader,
    line("sandbox-closed-title"),
    html`<p>${say(line("sandbox-closed"))}</p>
${facts(say, charge)}
<p><a class="back" href="${charge.returnUrl}">${say(line("sandbox-back"))}</a></p>`,
  );
}

export function unknownView(reader: Reader): string {
  return frame(reader, line("sandbox-unknown-title"), html`<p>${sayTo(reader)(line("sandbox-unknown"))}</p>`);
}

const sayTo =
  ({ speak, language }: Reader) =>
  (text: Line): Html =>
    spokenHtml(speak.say(language, text));

const dirOf = (language: Language) => (language === "ar" ? "rtl" : "ltr");

function facts(say: (text: Line) => Html, charge: Charge): Html {
  return html`<dl>
<div><dt>${say(line("sandbox-amount"))}</dt><dd>${say(line("page-amount", { fils: { kwd: fils(charge.fils) } }))}</dd></div>
<div><dt>${say(line("sandbox-reference"))}</dt><dd><bdi dir="ltr">${charge.reference}</bdi></dd></div>
</dl>`;
}

/** TEST is said in both languages at once: whoever reads either is warned. */
function frame(reader: Reader, title: Line, body: Html): string {
  const { speak, language } = reader;
  const other = language === "ar" ? "en" : "ar";
  const say = sayTo(reader);
  const mark = (each: Language) =>
    html`<span lang="${each}" dir="${dirOf(each)}">${sayTo({ speak, language: each })(line("sandbox-mark"))}</span>`;
  return document(html`<html lang="${language}" dir="${dirOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${speak.plain(language, title)}</title>
<link rel="stylesheet" href="/assets/sandbox.css">
</head>
<body>
<aside class="test">${mark("en")} ${mark("ar")}</aside>
<main>
<nav><a href="?lang=${other}" lang="${other}" hreflang="${other}">${sayTo({ speak, language: other })(line("language-name"))}</a></nav>
<h1>${say(title)}</h1>
${body}
</main>
</body>
</html>
`);
}
