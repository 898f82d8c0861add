// The answers to what people ask: one for each topic, the answer first, true by the settings and by what is known of the person, with its way on.
import { type Line, line } from "../words/line.js";
import { moment } from "../words/moment.js";
import type { Topic } from "../words/topics.js";
import { hoursLine } from "./desk-hours.js";
import { scheduleLines } from "./fee-lines.js";
import { commandButton, menuButton, topicButton } from "./meaning-buttons.js";
import type { Button } from "./message.js";
import { operatorLine, renewalLine, toldLine } from "./pay-lines.js";
import type { Unpaid } from "./payments-port.js";
import type { World } from "./world.js";

/** At most six lines when it is written out, and one or two buttons. */
export type Answer = { readonly lines: readonly Line[]; readonly buttons: readonly Button[] };

/** Fee rows, receipts or renewals in one answer: the rest is one press away. */
const mostTold = 3;

export const answers: Readonly<Record<Topic, (world: World) => Answer | Promise<Answer>>> = {
  "fee-why": ({ service: { fees } }) => ({
    lines: [
      line("topic-fee-why", { schedule: { name: fees.title } }),
      ...fees.rows
        .slice(0, mostTold)
        .map((row) => line("help-fee-row", { row: { name: row.title }, fils: { kwd: row.fils } })),
      ...scheduleLines(fees).slice(1),
      ...(fees.rows.length > mostTold ? [line("topic-fee-more")] : []),
      line("fee-not-included"),
    ],
    buttons: [commandButton("quote"), topicButton("fee-changed")],
  }),
  "fee-changed": ({ service: { fees } }) => ({
    lines: [line("topic-fee-changed"), line("topic-fee-changed-here", { schedule: { name: fees.title } })],
    buttons: [commandButton("quote"), topicButton("fee-why")],
  }),
  "until-active": async (world) => {
    if (world.service.filing === "own")
      return { lines: [line("topic-active-own")], buttons: [commandButton("inquire"), commandButton("pay")] };
    return {
      lines: [line("topic-active-manual", operatorOf(world)), ...(await renewalLines(world, 2))],
      buttons: [commandButton("inquire"), commandButton("pay")],
    };
  },
  "ways-to-pay": async (world) => ({
    lines: [line("topic-ways-to-pay"), line("pay-card")],
    buttons: [await payingButton(world), topicButton("is-it-fraud")],
  }),
  "paid-nothing-came": async (world) => ({
    lines: [...(await lastPaymentLines(world)), line("topic-paid-nothing-came")],
    buttons: [commandButton("pay"), commandButton("human")],
  }),
  "charged-twice": () => ({
    lines: [line("topic-charged-twice"), line("topic-charged-twice-next")],
    buttons: [commandButton("pay"), commandButton("human")],
  }),
  "cancel-payment": async (world) => ({
    lines: [...(await unpaidLines(world)), line("topic-cancel-payment-paid", operatorOf(world))],
    buttons: [topicButton("refund"), commandButton("human")],
  }),
  refund: (world) => ({
    lines: [line("topic-refund"), line("topic-refund-other", operatorOf(world))],
    buttons: [commandButton("pay"), commandButton("human")],
  }),
  "lost-receipt": async ({ payments }) => {
    const receipts = await payments.receipts();
    const told = receipts
      .slice(0, mostTold)
      .map(({ number, totalFils, paidOn }) =>
        line("receipt-told", { number: { code: number }, total: { kwd: totalFils }, paidOn: { date: paidOn } }),
      );
    const lines = told.length === 0 ? [line("topic-receipt-none")] : [line("topic-receipt"), ...told];
    return { lines, buttons: [commandButton("pay"), commandButton("human")] };
  },
  "filing-status": async (world) => {
    const told = await renewalLines(world, mostTold);
    return {
      lines: told.length === 0 ? [line("topic-filing-none")] : [line("topic-filing"), ...told],
      buttons: [commandButton("inquire"), commandButton("human")],
    };
  },
  "wrong-data": () => ({
    lines: [line("topic-wrong-data"), line("topic-wrong-data-next")],
    buttons: [commandButton("human"), commandButton("inquire")],
  }),
  "changed-phone": () => ({
    lines: [line("topic-changed-phone"), line("topic-changed-phone-next")],
    buttons: [commandButton("human"), commandButton("pay-quick")],
  }),
  "code-not-come": () => ({
    lines: [line("topic-code"), line("topic-code-again")],
    buttons: [topicButton("changed-phone"), commandButton("human")],
  }),
  absconded: () => ({
    lines: [line("left-tell-absconded"), line("left-here")],
    buttons: [commandButton("worker-left", "absconded"), commandButton("human")],
  }),
  transferred: () => ({
    lines: [line("left-tell-transferred"), line("left-here")],
    buttons: [commandButton("worker-left", "transferred"), commandButton("human")],
  }),
  "new-arrival": (world) => ({
    lines: [line("topic-new-arrival"), line("help-conditions-years"), line("topic-new-arrival-list", hotlineOf(world))],
    buttons: [{ ...commandButton("renew"), label: line("button-issue") }, commandButton("workers")],
  }),
  "worker-abroad": () => ({
    lines: [line("topic-worker-abroad"), line("topic-worker-abroad-residency")],
    buttons: [commandButton("renew"), commandButton("worker-left")],
  }),
  documents: () => ({
    lines: [line("help-documents"), line("help-conditions")],
    buttons: [commandButton("renew"), topicButton("how-it-works")],
  }),
  "what-is-covered": (world) => ({
    lines: [line("topic-what-is-covered", hotlineOf(world)), line("topic-what-is-covered-here")],
    buttons: [commandButton("inquire"), topicButton("where-for-care")],
  }),
  "where-for-care": (world) => ({
    lines: [line("topic-care", hotlineOf(world)), line("topic-care-policy")],
    buttons: [commandButton("inquire"), topicButton("what-is-covered")],
  }),
  "is-it-official": (world) => ({
    lines: [operatorLine(world.service), line("topic-official"), line("topic-official-check", hotlineOf(world))],
    buttons: [topicButton("is-it-fraud"), commandButton("human")],
  }),
  "is-it-fraud": ({ service }) => ({
    lines: [
      line("topic-fraud-address"),
      line("topic-fraud-origin", { address: { code: new URL(service.terms.link).origin } }),
      line("topic-fraud"),
      line("notice-never"),
      line("topic-fraud-report"),
    ],
    buttons: [topicButton("is-it-official"), commandButton("human")],
  }),
  "is-it-a-robot": (world) => ({
    lines: [line("topic-robot", operatorOf(world))],
    buttons: [commandButton("human"), menuButton],
  }),
  "residency-elsewhere": () => ({
    lines: [line("topic-residency"), line("topic-residency-here")],
    buttons: [{ ...commandButton("renew"), label: line("button-renew-insurance") }, menuButton],
  }),
  "visas-elsewhere": () => ({
    lines: [line("topic-visas"), line("topic-visas-here")],
    buttons: [topicButton("new-arrival"), menuButton],
  }),
  "other-insurance": (world) => ({
    lines: [line("topic-other-insurance"), line("topic-other-insurance-where", hotlineOf(world))],
    buttons: [commandButton("renew"), menuButton],
  }),
  "company-invoice": (world) => ({
    lines: [line("topic-invoice"), line("topic-invoice-next", operatorOf(world))],
    buttons: [commandButton("pay"), commandButton("human")],
  }),
  "somebody-else-pays": () => ({
    lines: [line("topic-somebody-else"), line("topic-somebody-else-sees")],
    buttons: [commandButton("pay-quick"), topicButton("ways-to-pay")],
  }),
  "late-penalty": () => ({
    lines: [line("topic-late"), line("topic-late-days"), line("topic-late-residency")],
    buttons: [commandButton("renew"), commandButton("inquire")],
  }),
  "how-it-works": ({ account, service }) => ({
    lines: [
      line("topic-how-register"),
      line("topic-how-choose"),
      line("topic-how-pay"),
      line(`topic-how-filed-${service.filing}`),
    ],
    buttons: [commandButton(account === undefined ? "register" : "renew"), topicButton("fee-why")],
  }),
  "working-hours": (world) => ({
    lines: [line("topic-hours"), line("topic-hours-person", { hours: hoursLine(world.service.deskHours) })],
    buttons: [commandButton("human"), menuButton],
  }),
  "who-sees-my-data": (world) => ({
    lines: [line("topic-data-who", operatorOf(world)), line("topic-data-looks"), line("topic-data-where")],
    buttons: [commandButton("privacy"), menuButton],
  }),
  thanks: () => ({ lines: [line("topic-thanks")], buttons: [menuButton] }),
  anger: (world) => ({
    lines: [line("topic-anger"), line("topic-anger-next", operatorOf(world))],
    buttons: [commandButton("human"), commandButton("pay")],
  }),
};

function operatorOf({ service }: World) {
  return { operator: { name: service.operator } };
}

function hotlineOf({ service }: World) {
  return { hotline: service.hotline };
}

/** Where there is something to pay already, that; else what leads to a link. */
async function payingButton({ account, payments }: World): Promise<Button> {
  if ((await payments.unpaid()).length > 0) return commandButton("pay");
  return commandButton(account?.standing === "proved" ? "renew" : "pay-quick");
}

async function renewalLines({ payments }: World, most: number): Promise<readonly Line[]> {
  return (await payments.renewals()).slice(0, most).map((of) => renewalLine({ ...of, ...toldLine(of) }));
}

/** The payment that is meant: one whose answer is out comes first, for it is the one that nothing came of. */
async function lastPaymentLines({ payments }: World): Promise<readonly Line[]> {
  const open = (await payments.unpaid()).find(({ state }) => state === "unknown" || state === "at-gateway");
  if (open !== undefined) return [line("topic-payment-unanswered", { total: { kwd: open.totalFils } })];
  const [last] = await payments.receipts();
  if (last === undefined) return [line("topic-payment-none")];
  const { number, totalFils, paidOn } = last;
  return [
    line("topic-payment-last"),
    line("receipt-told", { number: { code: number }, total: { kwd: totalFils }, paidOn: { date: paidOn } }),
  ];
}

/** No link stands here: whoever wants to cancel is not led to pay. */
async function unpaidLines({ payments }: World): Promise<readonly Line[]> {
  const unpaid = (await payments.unpaid()).filter(({ state }) => state !== "expired");
  return unpaid.length === 0 ? [line("topic-cancel-payment-none")] : unpaid.slice(0, mostTold).map(unpaidLine);
}

function unpaidLine({ state, totalFils, expiresAt }: Unpaid): Line {
  const total = { kwd: totalFils };
  if (state === "unknown") return line("topic-payment-unanswered", { total });
  return line(state === "at-gateway" ? "topic-cancel-payment-open" : "topic-cancel-payment-link", {
    total,
    until: moment(new Date(expiresAt)),
  });
}
