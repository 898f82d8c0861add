// How personal data is kept: the page behind the consent, in the reader's language.
import type { FastifyInstance } from "fastify";
import { type Language, line } from "../words/line.js";
import { sendPage } from "./answer.js";
import { html } from "./html.js";
import { writePage } from "./page.js";
import { readerLanguage } from "./reader-language.js";
import { type Site, sayIn } from "./site.js";

export const privacyPath = "/privacy";

export function addPrivacyPage(app: FastifyInstance, site: Site): void {
  app.get(privacyPath, (request, reply) => sendPage(reply, 200, privacyView(site, readerLanguage(request))));
}

function privacyView(site: Site, language: Language): string {
  const say = sayIn(site, language);
  const { operator, hotline } = site.service;
  const kept = [
    line("privacy-page-needed"),
    line("privacy-page-may"),
    line("privacy-page-also"),
    line("privacy-page-guest"),
    line("privacy-page-sealed"),
    line("privacy-page-abroad"),
    line("privacy-page-staff"),
    line("privacy-page-leave"),
    line("privacy-page-erase"),
  ];
  const body = html`<p class="lead">${say(line("privacy-page-why", { operator: { name: operator } }))}</p>
<ul>
${kept.map((each) => html`<li>${say(each)}</li>\n`)}</ul>
<p class="note">${say(line("privacy-page-ask", { hotline: { code: hotline } }))}</p>`;
  return writePage(site, { language, tone: "plain", title: line("privacy-page-title"), body, path: privacyPath });
}
