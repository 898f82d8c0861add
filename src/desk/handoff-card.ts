// A handoff's card: what an agent sees of the person before anything else, masked, and what they were about. About ten short lines.
import type { FeeRow } from "../domain/fee-schedule.js";
import type { IsoDate } from "../domain/iso-date.js";
import { type Fils, fils } from "../domain/kwd.js";
import { sourceLine } from "../journeys/fee-lines.js";
import { named } from "../journeys/worker-lines.js";
import { type Line, line } from "../words/line.js";
import { moment } from "../words/moment.js";
import { kindLine } from "./case-view.js";
import type { Handoff, Missed } from "./handoff.js";
import { handoffButtons } from "./handoff-view.js";
import type { Masked } from "./lookup.js";
import type { View } from "./view.js";
import { whereLines } from "./where-they-were.js";

export type CardFacts = {
  readonly handoff: Handoff;
  /** `undefined`: without an account. */
  readonly person:
    | { readonly lastFour: string; readonly phoneDigits: string | undefined; readonly isProved: boolean }
    | undefined;
  /** Whom the case behind it is about, where it is about one worker. */
  readonly worker: Masked | undefined;
  /** What the bot made nothing of, where that is why a person is needed. */
  readonly missed: readonly Missed[];
  readonly trouble: CardTrouble | undefined;
  readonly quote: CardQuote | undefined;
};

export type CardTrouble =
  /** How the last try to pay ended, where it did not end well. */
  | { readonly of: "try"; readonly ended: "declined" | "cancelled" | "expired" | "unknown" | "conflicted" }
  /** What is wrong with the payment that the case is about, and what is owed back of it. */
  | { readonly of: "case"; readonly kind: string; readonly owed: Fils | { readonly currency: string } };

type CardQuote =
  /** `payment`: of the payment that the case is about. `asked`: of what they were last asked to pay. `read`: not accepted yet. */
  | { readonly of: "payment" | "asked" | "read"; readonly lines: readonly CardQuoteLine[] }
  | { readonly of: "paid"; readonly total: Fils; readonly on: IsoDate };

export type CardQuoteLine = {
  readonly worker: Masked | undefined;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly fils: Fils;
  readonly rule: string;
  /** `undefined`: no schedule that is known today has that rule. */
  readonly row: FeeRow | undefined;
};

/** Of a larger basket so many: the total tells the rest. */
const mostLines = 3;

export function handoffCard(facts: CardFacts): View {
  const { handoff, person, worker } = facts;
  const language = line(`desk-handoff-language-${handoff.language}`);
  return {
    lines: [
      line("desk-handoff-card", { number: handoff.id, reason: line(`desk-handoff-reason-${handoff.reason}`) }),
      person === undefined
        ? line("desk-handoff-nobody")
        : line(person.isProved ? "desk-handoff-proved" : "desk-handoff-unproved", {
            lastFour: person.lastFour,
            phone: person.phoneDigits ?? "–",
          }),
      ...(worker === undefined ? [] : [line("desk-handoff-worker", { worker: named(worker) })]),
      ...aboutLines(facts),
      line("desk-handoff-waiting-since", { language, moment: moment(handoff.openedAt) }),
      ...(handoff.state === "bot" ? [line("desk-handoff-over-before-card")] : []),
    ],
    buttons: handoffButtons(handoff),
  };
}

/** For whoever takes it: what they are about by now, where they asked again since its card came. */
export const askedAgainLines = (facts: CardFacts): readonly Line[] => [
  line("desk-handoff-asked-again"),
  ...aboutLines(facts),
];

/** Under a card that came before. */
export const caseNewsView = (kind: string, trouble: CardTrouble | undefined): View => ({
  lines: [
    line("desk-handoff-case-news", { what: kindLine(kind) }),
    ...(trouble === undefined ? [] : [troubleLine(trouble)]),
  ],
});

/** Where they were, and what went wrong there. */
const aboutLines = ({ handoff, missed, trouble, quote }: CardFacts): readonly Line[] => [
  ...(handoff.journey === undefined ? [] : whereLines(handoff.journey)),
  ...missedLines(missed),
  ...(trouble === undefined ? [] : [troubleLine(trouble)]),
  ...(quote === undefined ? [] : quoteLines(quote)),
];

function missedLines(missed: readonly Missed[]): readonly Line[] {
  const [first, ...others] = missed.map((each) =>
    "said" in each ? line("desk-handoff-missed-said", { words: each.said }) : line(`desk-handoff-missed-${each.sent}`),
  );
  if (first === undefined) return [];
  const what = others.reduce((before, next) => line("desk-handoff-missed-and", { before, next }), first);
  return [line("desk-handoff-missed", { what })];
}

function troubleLine(trouble: CardTrouble): Line {
  if (trouble.of === "try") return line(`desk-handoff-trouble-${trouble.ended}`);
  const { kind, owed } = trouble;
  const what = kindLine(kind);
  return typeof owed === "number"
    ? line("desk-handoff-case", { what, fils: { kwd: owed } })
    : line("desk-handoff-case-foreign", { what, currency: owed.currency });
}

function quoteLines(quote: CardQuote): readonly Line[] {
  if (quote.of === "paid")
    return [line("desk-handoff-quote-paid", { total: { kwd: quote.total }, on: { date: quote.on } })];
  const { lines } = quote;
  const rows = new Map(lines.flatMap(({ row }) => (row === undefined ? [] : [[row.id, row] as const])));
  const more = lines.length - mostLines;
  return [
    line(`desk-handoff-quote-${quote.of}`, { total: { kwd: fils(lines.reduce((sum, each) => sum + each.fils, 0)) } }),
    ...lines.slice(0, mostLines).map(quoteLine),
    ...(more > 0 ? [line("desk-handoff-quote-more", { n: more })] : []),
    ...[...rows.values()].map(sourceLine),
  ];
}

function quoteLine({ worker, from, until, fils: fee, rule, row }: CardQuoteLine): Line {
  return line("desk-handoff-quote-line", {
    worker: worker === undefined ? line("desk-handoff-not-on-record") : named(worker),
    from: { date: from },
    until: { date: until },
    fee: { kwd: fee },
    rule: row === undefined ? { code: rule } : { name: row.title },
  });
}
