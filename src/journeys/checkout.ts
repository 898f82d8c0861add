// From a price to a pay link: one summary with the fee, its reasons and the terms, accepted as shown; only then is anything owed.
import { createHash } from "node:crypto";
import type { Fils } from "../domain/kwd.js";
import { type Quote, quoteDigest } from "../domain/quote.js";
import { type Line, line } from "../words/line.js";
import { type NameOf, quotedOf, ruleLines } from "./fee-lines.js";
import type { Ask, Ending } from "./journey.js";
import { nextSteps } from "./next-steps.js";
import { linkMessage, renewalLine, type ToldLine, toldLine } from "./pay-lines.js";
import type { Opened, Order } from "./payments-port.js";
import { accept } from "./questions/accept.js";
import type { Renewable } from "./renewable.js";
import { wrongButton, wrongPages } from "./something-wrong.js";
import { dataShown, summaryLines } from "./summary.js";
import { termsLink, termsPage } from "./terms-lines.js";
import type { World } from "./world.js";

export type Checkout = {
  readonly quote: Quote;
  readonly nameOf: NameOf;
  readonly payer: Order["payer"];
  /** Whose data on record is shown and accepted with the rest; nobody's to a quick payer. */
  readonly onRecord?: readonly Renewable[];
};

export async function checkout(ask: Ask, world: World, of: Checkout): Promise<Ending> {
  const { service } = world;
  const { quote, nameOf, onRecord = [] } = of;
  const { totalFils } = quote;
  const digest = quoteDigest(quote);
  const { version } = service.terms;
  const shown = { totalFils, digest, data: digestOf(dataShown(onRecord)), version };
  const isAccepted = of.payer === "account" && (await world.payments.hasAccepted(version, world.draft));
  await ask(
    "accept",
    accept({
      prompt: summaryLines({ quote, nameOf, onRecord, isAccepted }, world),
      help: line("summary-help", { schedule: { name: service.fees.title } }),
      button: totalFils === 0 ? line("button-accept-free") : line("button-accept-pay", { total: { kwd: totalFils } }),
      bound: boundOf(shown),
      changed: changedSince(shown),
      beside: [[termsLink(service.terms), ...(onRecord.length === 0 ? [] : [wrongButton])]],
      pages: [termsPage(service.terms), ...wrongPages(onRecord)],
      mayChange: true,
      quoted: quotedOf(quote, service.fees),
    }),
  );
  const opened = await world.payments.open(world.draft, {
    lines: quote.lines,
    totalFils,
    quoteDigest: digest,
    termsVersion: version,
    payer: of.payer,
  });
  return endingOf(world, of, opened);
}

/** What stands in a summary and is accepted with it. */
type Shown = {
  readonly totalFils: Fils;
  readonly digest: string;
  readonly data: string;
  readonly version: string;
};

function digestOf(data: string): string {
  return createHash("sha256").update(data).digest("base64url").slice(0, 10);
}

function boundOf({ totalFils, digest, data, version }: Shown): string {
  return `price:${totalFils}:${digest}:${data}:${version}`;
}

/** Tells what differs from what was shown before. */
function changedSince({ totalFils, digest, data, version }: Shown): (before: string) => readonly Line[] {
  return (before) => {
    const [, was, digestThen, dataThen, versionThen] =
      /^price:(\d+):([0-9a-f]{32}):([\w-]{10}):(.*)$/s.exec(before) ?? [];
    if (was === undefined) return [];
    const fee = Number(was) !== totalFils;
    return [
      ...(fee ? [line("changed-fee", { was: { kwd: Number(was) as Fils }, now: { kwd: totalFils } })] : []),
      ...(!fee && digestThen !== digest ? [line("changed-period")] : []),
      ...(dataThen !== data ? [line("changed-data")] : []),
      ...(versionThen !== version ? [line("changed-terms", { version })] : []),
    ];
  };
}

/** What this very draft renewed for nothing: a turn that is repeated after a crash confirms it again, and asks for no more. */
export async function renewedBefore({ payments, service, draft }: World): Promise<Ending | undefined> {
  if (!service.fees.rows.some(({ fils }) => fils === 0)) return undefined;
  const renewals = await payments.freed(draft);
  return renewals && nothingToPay(renewals.map((of) => renewalLine({ ...of, ...toldLine(of) })));
}

function nothingToPay(told: readonly Line[]): Ending {
  return { say: [{ lines: [line("nothing-to-pay"), ...told], buttons: nextSteps("pay", "inquire") }] };
}

function endingOf({ service, now }: World, { quote, nameOf }: Checkout, opened: Opened): Ending {
  if (!opened.ok) return notOpened(service.hotline, nameOf(opened.worker), opened.reason);
  const lines = quote.lines.map((of): ToldLine => ({ ...of, worker: nameOf(of.worker) }));
  if (opened.kind === "link") return { say: [linkMessage({ service, now }, { ...opened, lines })] };
  const states = opened.renewals.flatMap((state, index) =>
    lines.slice(index, index + 1).map((of) => renewalLine({ ...of, state })),
  );
  return nothingToPay([...ruleLines(quote, service.fees), ...states]);
}

function notOpened(hotline: string, worker: Line, reason: Extract<Opened, { ok: false }>["reason"]): Ending {
  switch (reason) {
    case "covered":
      return { say: [{ lines: [line("not-opened-covered", { worker })], buttons: nextSteps("inquire", "pay") }] };
    case "paying":
      return { say: [{ lines: [line("not-opened-paying", { worker })], buttons: nextSteps("pay", "human") }] };
    case "no-worker":
      return { say: [{ lines: [line("not-opened-no-worker", { worker, hotline })], buttons: nextSteps("human") }] };
  }
}
