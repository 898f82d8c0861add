// A card as it is read out while somebody is on the phone: cover first, then money, what they were told, and what is open.
import { type KnownCover, standing } from "../domain/cover.js";
import type { IsoDate } from "../domain/iso-date.js";
import type { AttemptState } from "../domain/payment.js";
import { named, standingLines } from "../journeys/worker-lines.js";
import { type Line, line } from "../words/line.js";
import { caseButtons, caseLines } from "./case-view.js";
import type { CardAnswer, CardPayment, CardRenewal, CardWorker, Cut, Looked, LookupCard } from "./lookup.js";
import { deskData, type View } from "./view.js";

function cardView(card: LookupCard, today: IsoDate): View {
  const { sponsorId: id } = card;
  const button = (label: Line, ...what: readonly string[]) => ({ label, data: deskData(...what, id) });
  return {
    lines: [
      sponsorLine(card),
      card.chats === 0 ? line("desk-lookup-no-chat") : line("desk-lookup-chats", { n: card.chats }),
      ...list(card.workers, (worker) => workerLines(worker, today), "workers"),
      ...list(card.renewals, renewalLines, "renewals"),
      ...list(card.payments, paymentLines, "payments"),
      ...remindingLines(card.reminders),
      ...caseLines(card.cases),
    ],
    buttons: [
      [
        button(line("desk-lookup-button-quote"), "act", "quote"),
        button(line("desk-lookup-button-link"), "act", "link"),
      ],
      [
        button(line("desk-lookup-button-stop"), "act", "stop"),
        button(line("desk-consent-button-ask"), "consent", "ask"),
      ],
      [
        button(line("desk-lookup-button-phone"), "phone", "correct"),
        button(line("desk-case-button-open"), "case", "open"),
      ],
      ...caseButtons(card.cases),
      [button(line("desk-case-button-history"), "case", "history")],
      [
        button(line("desk-consent-button-break"), "consent", "break"),
        button(line("desk-lookup-button-again"), "look", "again"),
      ],
    ],
  };
}

function sponsorLine({ sponsor, phoneDigits, importedOn, phoneCorrectedOn }: LookupCard): Line {
  const of = { who: named(sponsor), last: phoneDigits, on: { date: importedOn } };
  return phoneCorrectedOn === undefined
    ? line("desk-lookup-sponsor", of)
    : line("desk-lookup-sponsor-corrected", { ...of, corrected: { date: phoneCorrectedOn } });
}

/** What is said in place of a card. */
export function lookedView(looked: Looked, today: IsoDate): View {
  switch (looked.kind) {
    case "card":
      return cardView(looked.card, today);
    case "several":
      return {
        lines: [line(`desk-lookup-several-${looked.by}`), ...(looked.isCut ? [line("desk-lookup-several-more")] : [])],
        buttons: looked.sponsors.map(({ sponsorId, ...who }) => [
          { label: named(who), data: deskData("look", "again", sponsorId) },
        ]),
      };
    case "none":
    case "wrong-digit":
    case "limit":
      return { lines: [line(`desk-lookup-${looked.kind}`)] };
  }
}

/** What a list shows, and how many more there are. */
function list<T>(
  { shown, more }: Cut<T>,
  tell: (each: T) => readonly Line[],
  what: "workers" | "renewals" | "payments",
): readonly Line[] {
  if (shown.length === 0) return what === "workers" ? [line("desk-lookup-no-workers")] : [];
  return [...shown.flatMap(tell), ...(more === 0 ? [] : [line(`desk-lookup-more-${what}`, { n: more })])];
}

function workerLines(worker: CardWorker, today: IsoDate): readonly Line[] {
  const [told, ...also] = standingLines(worker, today);
  const now = standing(worker.covers, worker.waiting, today);
  const cover = "cover" in now ? now.cover : undefined;
  return [
    line("desk-lookup-worker", { worker: named(worker.who), told }),
    ...also,
    ...(cover === undefined ? [] : [coverLine(cover)]),
  ];
}

function coverLine({ from, until, policyNumber, source, knownAt }: KnownCover): Line {
  const known = line(`desk-lookup-source-${source}`, { on: { date: knownAt } });
  const of = { from: { date: from }, until: { date: until }, source: known };
  return policyNumber === undefined
    ? line("desk-lookup-cover", of)
    : line("desk-lookup-cover-policy", { ...of, policy: { code: policyNumber } });
}

function renewalLines({ worker, state, from, until, policyNumber, changedOn }: CardRenewal): readonly Line[] {
  return [
    line("desk-lookup-renewal", {
      worker: named(worker),
      from: { date: from },
      until: { date: until },
      state: line(`desk-lookup-renewal-${state}`),
      on: { date: changedOn },
    }),
    ...(policyNumber === undefined ? [] : [line("cover-policy", { number: { code: policyNumber } })]),
  ];
}

function paymentLines(payment: CardPayment): readonly Line[] {
  const { openedOn, totalFils, receiptNumber, attempt } = payment;
  const [back, ...also] = backLines(payment);
  return [
    line("desk-lookup-payment", {
      on: { date: openedOn },
      total: { kwd: totalFils },
      say: back ?? line(`desk-lookup-say-${sayingOf(payment)}`),
    }),
    ...also,
    ...(payment.state === "conflicted" || payment.uncounted === undefined
      ? []
      : [line(`desk-lookup-uncounted-${payment.uncounted}`)]),
    ...(receiptNumber === undefined ? [] : [line("desk-lookup-receipt", { number: { code: receiptNumber } })]),
    ...(attempt === undefined
      ? []
      : [
          line("desk-lookup-gateway", {
            gateway: attempt.gateway,
            reference: { code: attempt.reference },
            state: saidBy(attempt.state),
            words: Object.entries({ ...attempt.words })
              .map(([name, word]) => `${name} ${word}`)
              .join(", "),
          }),
        ]),
  ];
}

/** That captured money cannot count, or was given back, are our words and not the gateway's. */
function saidBy(state: AttemptState): string {
  return state === "conflicted" || state === "refunded" ? "captured" : state;
}

/** What comes of the money where cover does not: said in place of "paid", which would promise that all is well. */
function backLines({ owedBack, givenBack }: CardPayment): readonly Line[] {
  return [
    ...(owedBack === 0 ? [] : [line("desk-lookup-say-owed-back", { fils: { kwd: owedBack } })]),
    ...(givenBack === 0 ? [] : [line("desk-lookup-say-given-back", { fils: { kwd: givenBack } })]),
  ];
}

/** What to say about it: a caller asks whether money was taken, and what to do now. */
function sayingOf({ state, attempt, uncounted }: CardPayment) {
  switch (state) {
    case "paid":
      return state;
    case "conflicted":
      return uncounted === "given-back" ? "returned" : state;
    case "open":
    case "paying":
      if (attempt?.state === "unknown") return "unknown";
      if (attempt?.state === "declined") return "declined";
      return state;
    default:
      // The link is over, and the try under it may still be undecided.
      return attempt?.state === "unknown" || attempt?.state === "live" ? "unknown" : "ended";
  }
}

function remindingLines({ isOn, told, lastTold, next, answers }: LookupCard["reminders"]): readonly Line[] {
  return [
    ...(isOn ? [] : [line("desk-lookup-reminders-off")]),
    ...(lastTold === undefined
      ? []
      : [line("desk-lookup-reminded", { n: told, on: { date: lastTold.on }, lastFour: lastTold.lastFour })]),
    ...(next === undefined ? [] : [line("desk-lookup-next-reminder", { on: { date: next } })]),
    ...answers.map(answerLine),
  ];
}

function answerLine({ kind, lastFour, on, by }: CardAnswer): Line {
  const of = { lastFour, on: { date: on } };
  return by === undefined
    ? line(`desk-lookup-answered-${kind}`, of)
    : line("desk-lookup-stopped-by", { ...of, name: by });
}
