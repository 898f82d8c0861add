// The receipt, on screen and on paper: number, day and time, result, amounts, and what became of each line.
import type { MaskedPayer, ReceiptLine, ReceiptPage } from "../payments/service.js";
import { type Language, type Line, line } from "../words/line.js";
import { moment } from "../words/moment.js";
import { bill } from "./bill.js";
import { html } from "./html.js";
import { writePage } from "./page.js";
import { code, fact, factOf } from "./parts.js";
import { type Site, sayIn } from "./site.js";

const states: Readonly<Record<ReceiptLine["state"], Line>> = {
  paid: line("receipt-page-state-paid"),
  filed: line("receipt-page-state-filed"),
  issued: line("receipt-page-state-issued"),
  rejected: line("receipt-page-state-rejected"),
  conflicted: line("receipt-page-state-conflicted"),
  "refund-due": line("receipt-page-state-refund-due"),
  refunded: line("receipt-page-state-refunded"),
};

function stateOf({ state, policyNumber }: ReceiptLine): Line {
  if (state !== "issued" || policyNumber === undefined) return states[state];
  return line("receipt-page-state-issued-number", { number: { code: policyNumber } });
}

function payerLine(payer: MaskedPayer | "quick"): Line {
  if (payer === "quick") return line("receipt-page-payer-quick");
  const lastFour = { code: payer.lastFour };
  if (payer.initials === "") return line("page-worker-civil-id", { lastFour });
  return line("receipt-page-payer-masked", { initials: payer.initials, lastFour });
}

export function receiptView(site: Site, language: Language, token: string, receipt: ReceiptPage): string {
  const say = sayIn(site, language);
  const { payment } = receipt;
  const paymentId = payment?.refs.paymentId;
  const body = html`<p class="lead">${say(line("receipt-page-what"))}</p>
<section class="card">
<dl>
${factOf(say, line("receipt-page-number"), code(receipt.number))}
${fact(say, line("receipt-page-paid-at"), moment(receipt.paidAt))}
${receipt.payer !== undefined && fact(say, line("receipt-page-payer"), payerLine(receipt.payer))}
${factOf(say, line("receipt-page-issued-by"), html`<bdi>${site.service.operator[language]}</bdi>`)}
</dl>
${bill(site, language, receipt, (each) => html`<span class="state ${each.state}">${say(stateOf(each))}</span>`)}
<p class="note">${say(line("pay-page-not-included"))}</p>
${payment === undefined && html`<p class="note">${say(line("receipt-page-nothing-to-pay"))}</p>`}
${
  payment !== undefined &&
  html`<dl>
${paymentId !== undefined && factOf(say, line("receipt-page-payment-id"), code(paymentId))}
${factOf(say, line("receipt-page-track-id"), code(payment.reference))}
</dl>`
}
</section>
<p class="screen"><button class="print" type="button" hidden>${say(line("receipt-page-print"))}</button></p>
<p class="note screen">${say(line("receipt-page-keep"))}</p>`;
  const { isTest } = receipt;
  return writePage(site, {
    language,
    tone: "good",
    title: line("receipt-page-title"),
    body,
    path: `/r/${token}`,
    isTest,
    script: "/assets/print.js",
  });
}
