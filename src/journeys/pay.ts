// Payments: what is unpaid and how it stands, its link again; receipts; and whether what was paid is filed.
import { line } from "../words/line.js";
import { momentNear } from "../words/moment.js";
import type { Ending, Journey } from "./journey.js";
import type { Message } from "./message.js";
import { nextSteps } from "./next-steps.js";
import { amountLines, linkMessage, renewalLine, toldLine } from "./pay-lines.js";
import type { Receipt, Renewal, Unpaid } from "./payments-port.js";
import type { World } from "./world.js";

/** An argument that names an intent, and is taken for no worker. */
export const intentPrefix = "i";
/** Enough to find the last ones, few enough for one message to hold them. */
const mostShown = 8;

export const pay: Journey = async (_ask, _prove, world) => {
  const { payments, argument } = world;
  const unpaid = await payments.unpaid();
  if (argument?.startsWith(intentPrefix)) return linkAgain(world, unpaid, argument.slice(intentPrefix.length));

  const receipts = await payments.receipts();
  const renewals = await payments.renewals();
  if (unpaid.length + receipts.length + renewals.length === 0) return nothing(world);
  return {
    say: [
      ...unpaid.slice(0, mostShown).map((of) => unpaidMessage(world, of)),
      ...(receipts.length === 0 ? [] : [receiptsMessage(receipts.slice(0, mostShown))]),
      ...(renewals.length === 0 ? [] : [renewalsMessage(renewals.slice(0, mostShown))]),
    ],
  };
};

type Payable = Unpaid & { readonly state: "not-tried" | "at-gateway" | "declined" | "cancelled" };

/** A link is given again only where paying by it makes sense: not while the bank's answer is open, not after its time. */
function isPayable(of: Unpaid): of is Payable {
  return of.state !== "unknown" && of.state !== "expired";
}

async function linkAgain(world: World, unpaid: readonly Unpaid[], intent: string): Promise<Ending> {
  const gone: Ending = { say: [{ lines: [line("pay-link-gone")], buttons: nextSteps("pay", renewedBy(world)) }] };
  const of = unpaid.find((each) => each.intent === intent);
  if (of === undefined) return gone;
  if (!isPayable(of)) return { say: [unpaidMessage(world, of)] };
  const link = await world.payments.link(intent);
  if (link === undefined) return gone;
  return { say: [linkMessage(world, { ...of, ...link, lines: of.lines.map(toldLine) })] };
}

function unpaidMessage(world: World, of: Unpaid): Message {
  const until = isPayable(of)
    ? [line("pay-link-until", { moment: momentNear(new Date(of.expiresAt), world.now) })]
    : [];
  const lines = [...amountLines(of.totalFils, of.lines.map(toldLine)), line(`unpaid-${of.state}`), ...until];
  return { lines, buttons: unpaidButtons(world, of) };
}

function unpaidButtons(world: World, of: Unpaid): NonNullable<Message["buttons"]> {
  if (of.state === "expired") return nextSteps(renewedBy(world));
  if (!isPayable(of)) return nextSteps("human");
  const label = line("button-pay-link");
  return [[{ kind: "command", label, command: "pay", argument: intentPrefix + of.intent }], ...nextSteps()];
}

function receiptsMessage(receipts: readonly Receipt[]): Message {
  const told = receipts.flatMap(({ number, totalFils, paidOn, url }) => [
    line("receipt-told", { number: { code: number }, total: { kwd: totalFils }, paidOn: { date: paidOn } }),
    line("receipt-link", { link: { link: url } }),
  ]);
  return { lines: [line("receipts-title"), ...told] };
}

function renewalsMessage(renewals: readonly Renewal[]): Message {
  const told = renewals.map((of) => renewalLine({ ...of, ...toldLine(of) }));
  return { lines: [line("renewals-title"), ...told], buttons: nextSteps("inquire", "human") };
}

/** How this person renews: with an account on record, or without one. */
function renewedBy({ account }: World): "renew" | "pay-quick" {
  return account?.standing === "proved" ? "renew" : "pay-quick";
}

function nothing(world: World): Ending {
  const how = renewedBy(world);
  return {
    say: [
      {
        lines: [line("pay-nothing")],
        buttons: how === "renew" ? nextSteps("renew") : nextSteps("pay-quick", "register"),
      },
    ],
  };
}
