// The terms under a version, word for word as they were offered, in both languages: the reader's first.
import type { FastifyInstance } from "fastify";
import type { IsoDate } from "../domain/iso-date.js";
import { type Language, languages, line } from "../words/line.js";
import { sendPage } from "./answer.js";
import { sendNotFound } from "./error-pages.js";
import { html } from "./html.js";
import { directions, writePage } from "./page.js";
import { termsPath } from "./parts.js";
import { readerLanguage } from "./reader-language.js";
import { type Site, sayIn } from "./site.js";

type Offered = {
  readonly version: string;
  readonly text: Readonly<Record<Language, string>>;
  /** The day on which it was first offered here. */
  readonly since: IsoDate;
};

export type OfferedTerms = {
  /** `undefined` for a version that was never offered here. */
  find(version: string): Promise<Offered | undefined>;
};

export function addTermsPages(app: FastifyInstance, site: Site, terms: OfferedTerms): void {
  app.get<{ Params: { version: string } }>("/terms/:version", async (request, reply) => {
    const offered = await terms.find(request.params.version);
    if (offered === undefined) return sendNotFound(site, request, reply);
    return sendPage(reply, 200, termsView(site, readerLanguage(request), offered));
  });
}

function termsView(site: Site, language: Language, { version, text, since }: Offered): string {
  const say = sayIn(site, language);
  const both = [language, ...languages.filter((each) => each !== language)];
  const body = html`<p class="lead">${say(line("terms-page-version", { version: { code: version } }))} <span class="detail">${say(line("terms-page-since", { since: { date: since } }))}</span></p>
<p class="note">${say(line("terms-page-as-accepted"))}</p>
${both.map(
  (each) => html`<section class="card terms" lang="${each}" dir="${directions[each]}">
<h2>${sayIn(site, each)(line("language-name"))}</h2>
${paragraphs(text[each])}
</section>
`,
)}`;
  return writePage(site, { language, tone: "plain", title: line("terms-page-title"), body, path: termsPath(version) });
}

/** Nothing in it is read as markup: what was accepted is the text as it stood. */
const paragraphs = (text: string) =>
  text
    .split("\n")
    .filter((each) => each.trim() !== "")
    .map((each) => html`<p>${each}</p>`);
