// The pay page in each of its states: what is so, why, and the one thing to do next.
import type { PayPage } from "../payments/service.js";
import { type Language, type Line, line } from "../words/line.js";
import { moment } from "../words/moment.js";
import { bill, unnamed } from "./bill.js";
import { type Html, html } from "./html.js";
import { type Page, type Refresh, type Tone, writePage } from "./page.js";
import { buttonLink, code, fact, factOf, quietLink, termsLink } from "./parts.js";
import { link, type Say, type Site, sayIn } from "./site.js";

type View = Pick<Page, "chat"> & {
  readonly tone: Tone;
  readonly title: Line;
  readonly lead?: Line;
  readonly next: (way: Way) => Html;
};

/** What a view needs to show the way on. */
type Way = {
  readonly say: Say;
  readonly page: PayPage;
  readonly pay: string;
  readonly check: string;
  readonly refresh: Refresh | undefined;
};

const nothing = () => html``;

const payButton = ({ say, page, pay }: Way) => html`<form method="post" action="${pay}">
<button type="submit">${say(line("pay-page-button", { fils: { kwd: page.totalFils } }))}</button>
<p class="note">${say(line("pay-card"))}</p>
</form>`;

const open: View = { tone: "plain", title: line("pay-page-open-title"), next: payButton };

const views: Readonly<Record<Exclude<PayPage["state"], "open">, View>> = {
  "at-gateway": {
    tone: "waiting",
    title: line("pay-page-at-gateway-title"),
    lead: line("pay-page-at-gateway"),
    next: ({ say, pay, check }) => html`<form method="post" action="${pay}">
<button type="submit">${say(line("pay-page-at-gateway-button"))}</button>
</form>
${quietLink(say, check, line("pay-page-check"))}`,
  },
  unknown: {
    tone: "waiting",
    title: line("pay-page-unknown-title"),
    lead: line("pay-page-unknown"),
    next: ({
      say,
      check,
      refresh,
    }) => html`${refresh !== undefined && html`<p class="note">${say(line("pay-page-unknown-refreshes"))}</p>`}
${buttonLink(say, check, line("pay-page-check"))}`,
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
    chat: "button",
  },
  superseded: {
    tone: "closed",
    title: line("pay-page-superseded-title"),
    lead: line("pay-page-superseded"),
    next: nothing,
    chat: "button",
  },
  conflicted: {
    tone: "waiting",
    title: line("pay-page-conflicted-title"),
    lead: line("pay-page-conflicted"),
    next: nothing,
    chat: "button",
  },
};

/** The link may still be paid after each of these; how the last try ended is what its payer came to read. */
const afterTry: Readonly<Record<NonNullable<PayPage["lastTry"]>, View>> = {
  declined: { ...open, tone: "closed", title: line("pay-page-declined-title"), lead: line("pay-page-declined") },
  cancelled: { ...open, tone: "closed", title: line("pay-page-cancelled-title"), lead: line("pay-page-again") },
  expired: { ...open, tone: "closed", title: line("pay-page-ran-out-title"), lead: line("pay-page-again") },
};

function viewOf({ state, lastTry }: PayPage): View {
  if (state !== "open") return views[state];
  return lastTry === undefined ? open : afterTry[lastTry];
}

/** @param refresh when the page is to ask for itself again */
export function payPageView(site: Site, language: Language, token: string, page: PayPage, refresh?: Refresh): string {
  const say = sayIn(site, language);
  const view = viewOf(page);
  const path = `/p/${token}`;
  // The payer's own language needs no mention; another one was chosen here, and stays.
  const query = language === page.language ? "" : `?lang=${language}`;
  const way = {
    say,
    page,
    pay: link(site, `${path}/pay${query}`),
    check: link(site, `${path}/return${query}`),
    refresh,
  };
  const isOpen = page.state === "open";
  const body = html`${view.lead !== undefined && html`<p class="lead" role="status">${say(view.lead)}</p>`}
${!isOpen && view.next(way)}
<section class="card">
${isOpen && recipient(site, language, say)}
${bill(site, language, { ...page, lines: page.lines.map(unnamed) })}
</section>
${isOpen && view.next(way)}
<section class="quiet">
<p>${say(line("pay-page-not-included"))}</p>
<dl>
${isOpen && fact(say, line("pay-page-good-until"), moment(page.expiresAt))}
${factOf(say, line("pay-page-terms"), termsLink(site, say, page.termsVersion))}
</dl>
</section>
${isOpen && genuine(site, say)}`;
  return writePage(site, {
    language,
    tone: view.tone,
    title: view.title,
    body,
    path,
    namesOperator: isOpen,
    ...(view.chat === undefined ? {} : { chat: view.chat }),
    ...(refresh === undefined ? {} : { refresh }),
  });
}

/** Whom the money goes to, in full: whoever opens a pay link sees it before they pay. */
function recipient({ service }: Site, language: Language, say: Say): Html {
  const name = html`<bdi>${service.operator[language]}</bdi>`;
  const warning = html` <span class="detail">${say(line("pay-page-not-ministry"))}</span>`;
  return html`<dl>${factOf(say, line("pay-page-recipient"), html`${name}${!service.isMinistry && warning}`)}</dl>`;
}

/** Fake government pay links are a known fraud: how to check this one is there for whoever doubts, out of the way of who does not. */
function genuine(site: Site, say: Say): Html {
  const address = new URL(site.publicUrl).origin;
  return html`<details class="quiet">
<summary>${say(line("pay-page-genuine-title"))}</summary>
<ul>
<li>${say(line("pay-page-genuine-chat"))}</li>
<li>${say(line("pay-page-genuine-address", { address: { code: address } }))}</li>
<li>${say(line("pay-page-genuine-never"))}</li>
<li>${say(line("pay-page-genuine-hotline", { hotline: { code: site.service.hotline } }))}</li>
</ul>
</details>`;
}

const receiptNumber = (say: Say, number: string) =>
  html`<dl class="card">${factOf(say, line("receipt-page-number"), code(number))}</dl>`;
