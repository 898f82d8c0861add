// From a price to a pay link: the fee with its reasons, the terms, both accepted as shown, and only then what is owed is opened.
import type { Fils } from "../domain/kwd.js";
import { type Quote, quoteDigest } from "../domain/quote.js";
import { type Line, line } from "../words/line.js";
import { type NameOf, priceLines, quotedOf, reasonLines, ruleLines, totalLines } from "./fee-lines.js";
import type { Ask, Ending } from "./journey.js";
import { nextSteps } from "./next-steps.js";
import { linkMessage, renewalLine, type ToldLine, toldLine } from "./pay-lines.js";
import type { Opened, Order } from "./payments-port.js";
import { accept } from "./questions/accept.js";
import type { World } from "./world.js";

export type Checkout = { readonly quote: Quote; readonly nameOf: NameOf; readonly payer: Order["payer"] };

export async function checkout(ask: Ask, world: World, of: Checkout): Promise<Ending> {
  const { service } = world;
  const digest = quoteDigest(of.quote);
  const { totalFils } = of.quote;
  const price = `price:${totalFils}:${digest}`;
  const changed = changedSince(totalFils, digest, service.terms.version);
  const isFree = totalFils === 0;
  await ask(
    "fee",
    accept({
      prompt: [...priceLines(of.quote, of.nameOf), ...totalLines(of.quote), ...reasonLines(of.quote, service.fees)],
      help: line("fee-help"),
      button: line("button-continue"),
      bound: price,
      changed,
      mayChange: true,
      quoted: quotedOf(of.quote, service.fees),
    }),
  );
  await ask(
    "terms",
    accept({
      prompt: [
        isFree ? line("terms-intro-free") : line("terms-intro", { total: { kwd: totalFils } }),
        line("terms-text", { text: { name: service.terms.text } }),
        line("terms-version", { version: service.terms.version }),
      ],
      help: line("terms-help"),
      button: line("button-accept"),
      bound: `${price}:${service.terms.version}`,
      changed,
      mayChange: true,
    }),
  );
  const opened = await world.payments.open(world.draft, {
    lines: of.quote.lines,
    totalFils,
    quoteDigest: digest,
    termsVersion: service.terms.version,
    payer: of.payer,
  });
  return endingOf(world, of, opened);
}

/** Tells what differs from a price (and terms) that were shown before. */
function changedSince(total: Fils, digest: string, version: string): (before: string) => readonly Line[] {
  return (before) => {
    const [, was, digestThen, versionThen] = /^price:(\d+):([0-9a-f]{32})(?::(.*))?$/s.exec(before) ?? [];
    if (was === undefined) return [];
    const fee = Number(was) !== total;
    return [
      ...(fee ? [line("changed-fee", { was: { kwd: Number(was) as Fils }, now: { kwd: total } })] : []),
      ...(!fee && digestThen !== digest ? [line("changed-period")] : []),
      ...(versionThen !== undefined && versionThen !== version ? [line("changed-terms", { version })] : []),
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

function endingOf({ service }: World, { quote, nameOf }: Checkout, opened: Opened): Ending {
  if (!opened.ok) return notOpened(service.hotline, nameOf(opened.worker), opened.reason);
  const lines = quote.lines.map((of): ToldLine => ({ ...of, worker: nameOf(of.worker) }));
  if (opened.kind === "link") return { say: [linkMessage(service, { ...opened, lines })] };
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
