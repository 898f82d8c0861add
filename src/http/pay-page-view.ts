// The pay page in each of its states: what is so, why, and the one thing to do next.
import type { PayPage } from "../payments/service.js";
import { type Language, type Line, line } from "../words/line.js";
import { moment } from "../words/moment.js";
import { bill, unnamed } from "./bill.js";
import { type Html, html } from "./html.js";
import { runBy, type Tone, writePage } from "./page.js";
import { buttonLink, code, fact, factOf, quietLink } from "./parts.js";
import { link, type Say, type Site, sayIn } from "./site.js";

type View = { readonly tone: Tone; readonly title: Line; readonly lead: Line; readonly next: (way: Way) => Html };

/** What a view needs to show the way on. */
type Way = { readonly say: Say; readonly page: PayPage; readonly pay: string; readonly check: string };

const nothing = () => html``;

const views: Readonly<Record<PayPage["state"], View>> = {
  open: {
    tone: "plain",
    title: line("pay-page-open-title"),
    lead: line("pay-page-open"),
    next: ({ say, page, pay }) => html`<form method="post" action="${pay}">
<button type="submit">${say(line("pay-page-button", { fils: { kwd: page.totalFils } }))}</button>
<p class="note">${say(line("pay-page-button-next"))}</p>
</form>`,
  },
  "at-gateway": {
    tone: "waiting",
    title: line("pay-page-at-gateway-title"),
    lead: line("pay-page-at-gateway"),
    next: ({ say, pay, check }) => html`<form method="post" action="${pay}">
<button type="submit">${say(line("pay-page-at-gateway-button"))}</button>
</form>
${quietLink(say, check, line("pay-page-at-gateway-check"))}`,
  },
  unknown: {
    tone: "waiting",
    title: line("pay-page-unknown-title"),
    lead: line("pay-page-unknown"),
    next: ({ say, check }) => buttonLink(say, check, line("pay-page-unknown-check")),
  },
  paid: {
    tone: "good",
    title: line("pay-page-paid-title"),
    lead: line("pay-page-paid"),
    next: ({ say, page }) => html`${page.receiptNumber !== undefined && receiptNumber(say, page.receiptNumber)}
${page.receiptUrl !== undefined && buttonLink(say, page.receiptUrl, line("pay-page-paid-button"))}`,
  },
  expired: {
    tone: "closed",
    title: line("pay-page-expired-title"),
    lead: line("pay-page-expired"),
    next: nothing,
  },
  superseded: {
    tone: "closed",
    title: line("pay-page-superseded-title"),
    lead: line("pay-page-superseded"),
    next: nothing,
  },
  conflicted: {
    tone: "waiting",
    title: line("pay-page-conflicted-title"),
    lead: line("pay-page-conflicted"),
    next: nothing,
  },
};

const lastTries: Readonly<Record<NonNullable<PayPage["lastTry"]>, Line>> = {
  declined: line("pay-page-declined"),
  cancelled: line("pay-page-cancelled"),
  expired: line("pay-page-ran-out"),
};

export function payPageView(site: Site, language: Language, token: string, page: PayPage): string {
  const say = sayIn(site, language);
  const view = views[page.state];
  const path = `/p/${token}`;
  const way = { say, page, pay: link(site, `${path}/pay`), check: link(site, `${path}/return`) };
  const isOpen = page.state === "open";
  const body = html`<p class="lead">${say(view.lead)}</p>
${isOpen && html`<p class="note">${say(runBy(site, language))}</p>`}
${isOpen && page.lastTry !== undefined && html`<p class="notice" role="status">${say(lastTries[page.lastTry])}</p>`}
${!isOpen && view.next(way)}
<section class="card">
${bill(site, language, { ...page, lines: page.lines.map(unnamed) })}
<p class="note">${say(line("pay-page-not-included"))}</p>
<dl>
${isOpen && fact(say, line("pay-page-good-until"), moment(page.expiresAt))}
${fact(say, line("pay-page-terms"), line("pay-page-terms-version", { version: { code: page.termsVersion } }))}
</dl>
</section>
${isOpen && view.next(way)}
${isOpen && trust(site, say)}`;
  return writePage(site, { language, tone: view.tone, title: view.title, body, path });
}

/** Fake government pay links are a known fraud: before anybody pays, the page says what it never asks and how to check it. */
function trust(site: Site, say: Say): Html {
  const address = new URL(site.publicUrl).origin;
  return html`<section class="quiet">
<h2>${say(line("pay-page-never-title"))}</h2>
<p>${say(line("pay-page-never"))}</p>
</section>
<section class="quiet">
<h2>${say(line("pay-page-genuine-title"))}</h2>
<ul>
<li>${say(line("pay-page-genuine-chat"))}</li>
<li>${say(line("pay-page-genuine-address", { address: { code: address } }))}</li>
<li>${say(line("pay-page-genuine-hotline", { hotline: { code: site.service.hotline } }))}</li>
</ul>
</section>`;
}

const receiptNumber = (say: Say, number: string) =>
  html`<dl class="card">${factOf(say, line("receipt-page-number"), code(number))}</dl>`;
