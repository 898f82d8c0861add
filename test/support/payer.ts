// A payer's browser without a screen: opens the pay link, presses Pay, chooses on the sandbox's page, and comes back.
import type { Outcome } from "../../src/gateways/sandbox/charge.js";
import { type Answer, ask, press } from "./ask.js";

export const leadsTo = (answer: Answer): string => {
  const to = answer.headers.get("location");
  if (answer.status !== 303 || to === null)
    throw new Error(`no way on from ${answer.status}: ${answer.body.slice(0, 300)}`);
  return to;
};

/** Presses Pay. @returns the gateway's page */
export async function goesToGateway(link: string): Promise<string> {
  return leadsTo(await press(`${link}/pay`));
}

/** @returns the page the browser ends on: the receipt, or the pay page as it stands then */
export async function pays(link: string, outcome: Outcome = "approve"): Promise<Answer> {
  const returning = leadsTo(await press(await goesToGateway(link), { outcome }));
  const back = await ask(returning);
  return back.status === 303 ? ask(leadsTo(back)) : back;
}
