// An order becomes what is owed: under its key once, and refused only for reasons that the gateway was asked about.
import type { Opened, Order } from "../journeys/payments-port.js";
import type { IntentBooks, OpenedIntent, Payer } from "./books.js";
import type { Confirm } from "./confirm.js";
import { isUnderWay } from "./verdict.js";

export async function openIntent(
  of: { readonly intents: IntentBooks; readonly confirm: Confirm },
  key: string,
  order: Order,
  payer: Payer,
): Promise<Opened> {
  const opened = await of.intents.open(key, order, payer);
  if (opened.ok || opened.reason !== "paying") return toPort(opened);
  // Somebody was sent to the gateway with this worker: that may be over by now, well or badly.
  const settled = await of.confirm(opened.reference);
  if (settled !== undefined && isUnderWay(settled.to)) return toPort(opened);
  return toPort(await of.intents.open(key, order, payer));
}

function toPort(opened: OpenedIntent): Opened {
  if (!opened.ok) return { ok: false, reason: opened.reason, worker: opened.worker };
  if (opened.kind === "nothing-to-pay") return opened;
  const { intent, url, totalFils, expiresAt } = opened;
  return { ok: true, kind: "link", intent: String(intent), url, totalFils, expiresAt: expiresAt.toISOString() };
}
