// Why pressing Pay led nowhere: each reason with its status, its words and the way back.
import type { OpenedAttempt } from "../payments/service.js";
import { type Language, type Line, line, type Value } from "../words/line.js";
import { messagePage } from "./message-page.js";
import type { Tone } from "./page.js";
import type { Site } from "./site.js";

type Refused = Extract<OpenedAttempt, { ok: false }>;

/** These two lead somewhere: to nothing by that address, and to the receipt. */
type Reason = Exclude<Refused["reason"], "unknown-link" | "paid">;

type Refusal = {
  readonly status: 409 | 410 | 503;
  readonly tone: Tone;
  readonly title: Line;
  readonly lead: (worker: Value) => Line;
};

const refusals: Readonly<Record<Reason, Refusal>> = {
  covered: {
    status: 409,
    tone: "closed",
    title: line("pay-page-covered-title"),
    lead: (worker) => line("pay-page-covered", { worker }),
  },
  "paying-elsewhere": {
    status: 409,
    tone: "waiting",
    title: line("pay-page-elsewhere-title"),
    lead: (worker) => line("pay-page-elsewhere", { worker }),
  },
  conflicted: {
    status: 409,
    tone: "waiting",
    title: line("pay-page-conflicted-title"),
    lead: () => line("pay-page-conflicted"),
  },
  expired: {
    status: 410,
    tone: "closed",
    title: line("pay-page-expired-title"),
    lead: () => line("pay-page-expired"),
  },
  superseded: {
    status: 410,
    tone: "closed",
    title: line("pay-page-superseded-title"),
    lead: () => line("pay-page-superseded"),
  },
  "gateway-down": {
    status: 503,
    tone: "waiting",
    title: line("pay-page-gateway-down-title"),
    lead: () => line("pay-page-gateway-down"),
  },
};

export function payRefusal(
  site: Site,
  language: Language,
  token: string,
  reason: Reason,
  worker: Refused["worker"],
): { readonly status: number; readonly page: string } {
  const { status, tone, title, lead } = refusals[reason];
  const whom = worker === undefined ? line("pay-page-this-worker") : worker.initials;
  const back = { path: `/p/${token}`, label: line("pay-page-back") };
  const said = { tone, title, lead: lead(whom) };
  return { status, page: messagePage(site, language, status === 410 ? said : { ...said, next: back }) };
}
