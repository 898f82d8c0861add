// Open cases as a card shows them: what each is about, what is owed back in it, what a colleague noted, and how it is closed.
import { type Line, line } from "../words/line.js";
import type { CardCase, CardOwed, Cut } from "./lookup.js";
import { type DeskButton, deskData } from "./view.js";

const kinds = [
  "second-capture",
  "wrong-amount",
  "wrong-currency",
  "period-taken",
  "no-outcome",
  "not-mine",
  "filing-rejected",
  "filing-overdue",
] as const;

export function caseLines({ shown, more }: Cut<CardCase>): readonly Line[] {
  return [
    ...shown.flatMap((each, at) => [
      line("desk-lookup-case", { place: at + 1, on: { date: each.openedOn }, what: whatOf(each) }),
      ...(each.owed === undefined ? [] : [owedLine(each.owed)]),
      ...(each.noted === undefined ? [] : [line("desk-case-note", { note: each.noted.note })]),
    ]),
    ...(more === 0 ? [] : [line("desk-lookup-more-cases", { n: more })]),
  ];
}

function owedLine(owed: CardOwed): Line {
  if ("currency" in owed) return line("desk-case-owed-foreign", { currency: owed.currency });
  const fils = { kwd: owed.fils };
  return owed.of === "renewal"
    ? line("desk-case-owed", { fils, lastFour: owed.lastFour })
    : line("desk-case-owed-payment", { fils });
}

function whatOf({ kind, noted }: CardCase): Line {
  return noted === undefined ? kindLine(kind) : line("desk-lookup-case-by-hand", { name: noted.by });
}

/** A kind of case that has no words yet is still a case. */
export function kindLine(kind: string): Line {
  return line(`desk-lookup-case-${kinds.find((each) => each === kind) ?? "other"}`);
}

/** Where money is owed back, the button says that it was given back: it closes by nothing else. */
export function caseButtons({ shown }: Cut<CardCase>): readonly (readonly DeskButton[])[] {
  return shown.map(({ id, owed }, at) => [
    owed === undefined
      ? { label: line("desk-case-button-close", { place: at + 1 }), data: deskData("case", "closed", id) }
      : { label: line("desk-case-button-refunded", { place: at + 1 }), data: deskData("case", "refunded", id) },
  ]);
}
