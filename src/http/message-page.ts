// A page that says one thing and what to do next: every refusal and every error ends here.
import { type Language, type Line, line } from "../words/line.js";
import { html } from "./html.js";
import { type Tone, writePage } from "./page.js";
import { buttonLink } from "./parts.js";
import { link, type Site, sayIn } from "./site.js";

type Said = { readonly title: Line; readonly lead: Line };

/** @param next a path of ours and the words on its button, where there is a way on besides the chat */
export function messagePage(
  site: Site,
  language: Language,
  said: Said & { readonly tone: Tone; readonly next?: { readonly path: string; readonly label: Line } },
): string {
  const say = sayIn(site, language);
  const { tone, title, lead, next } = said;
  const body = html`<p class="lead">${say(lead)}</p>
${next !== undefined && buttonLink(say, link(site, next.path), next.label)}`;
  return writePage(site, { language, tone, title, body, chat: next === undefined ? "button" : "quiet" });
}

export const notFound: Said = { title: line("error-page-not-found-title"), lead: line("error-page-not-found") };

export const unreadable: Said = { title: line("error-page-request-title"), lead: line("error-page-request") };

export const fault = ({ service }: Site): Said => ({
  title: line("error-page-fault-title"),
  lead: line("error-page-fault", { hotline: { code: service.hotline } }),
});
