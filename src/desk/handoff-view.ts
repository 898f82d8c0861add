// A handoff as the staff's group sees it: its card, what happens to it, and the buttons that move it on.
import type { FeeRow } from "../domain/fee-schedule.js";
import { closeReasons } from "../domain/handoff.js";
import type { IsoDate } from "../domain/iso-date.js";
import type { Fils } from "../domain/kwd.js";
import { sourceLine } from "../journeys/fee-lines.js";
import { named } from "../journeys/worker-lines.js";
import { commands } from "../words/command.js";
import { type Line, line } from "../words/line.js";
import { moment } from "../words/moment.js";
import type { Handoff, HandoffMove } from "./handoff.js";
import type { Masked } from "./lookup.js";
import { type DeskButton, deskData, type View } from "./view.js";

/** What an agent sees of the person before anything else: masked, and what they were about. */
export type CardFacts = {
  readonly handoff: Handoff;
  /** `undefined`: without an account. */
  readonly person:
    | { readonly lastFour: string; readonly phoneDigits: string | undefined; readonly isProved: boolean }
    | undefined;
  /** Whom the case behind it is about, where it is about one worker. */
  readonly worker: Masked | undefined;
  /** How the last try to pay ended, where it did not end well. */
  readonly trouble: "declined" | "cancelled" | "expired" | "unknown" | "conflicted" | undefined;
  /** What they were last asked to pay, and by which row of the fee schedule. */
  readonly quote:
    | {
        readonly total: Fils;
        readonly lines: readonly {
          readonly worker: string;
          readonly from: IsoDate;
          readonly until: IsoDate;
          readonly fils: Fils;
          readonly rule: string;
          /** `undefined`: no schedule that is known today has that rule. */
          readonly row: FeeRow | undefined;
        }[];
      }
    | undefined;
};

export function handoffCard({ handoff, person, worker, trouble, quote }: CardFacts): View {
  return {
    lines: [
      line("desk-handoff-card", { number: handoff.id, reason: reasonLine(handoff) }),
      person === undefined
        ? line("desk-handoff-nobody")
        : line(person.isProved ? "desk-handoff-proved" : "desk-handoff-unproved", {
            lastFour: person.lastFour,
            phone: person.phoneDigits ?? "–",
          }),
      ...(worker === undefined ? [] : [line("desk-handoff-worker", { worker: named(worker) })]),
      ...journeyLines(handoff),
      ...(trouble === undefined ? [] : [line(`desk-handoff-trouble-${trouble}`)]),
      ...(quote === undefined ? [] : quoteLines(quote)),
      line(`desk-handoff-language-${handoff.language}`),
      line("desk-handoff-waiting-since", { moment: moment(handoff.openedAt) }),
    ],
    buttons: handoffButtons(handoff),
  };
}

function reasonLine({ reason }: Handoff): Line {
  return line(`desk-handoff-reason-${reason}`);
}

function journeyLines({ journey }: Handoff): readonly Line[] {
  if (journey === undefined) return [];
  const command = commands.find((each) => each === journey.split(":")[0]);
  // The question by its key, as the program's own people know it.
  const code = { code: journey };
  return [
    line("desk-handoff-journey", { what: command === undefined ? code : line(`journey-${command}`), journey: code }),
  ];
}

function quoteLines({ total, lines }: NonNullable<CardFacts["quote"]>): readonly Line[] {
  const rows = new Map(lines.flatMap(({ row }) => (row === undefined ? [] : [[row.id, row] as const])));
  return [
    line("desk-handoff-quote", { total: { kwd: total } }),
    ...lines.map(({ worker, from, until, fils, rule, row }) =>
      line("desk-handoff-quote-line", {
        worker,
        from: { date: from },
        until: { date: until },
        fee: { kwd: fils },
        rule: row === undefined ? { code: rule } : { name: row.title },
      }),
    ),
    ...[...rows.values()].map(sourceLine),
  ];
}

/** What can be done with it where it stands. */
export function handoffButtons({ id, state }: Pick<Handoff, "id" | "state">): readonly (readonly DeskButton[])[] {
  const button = (what: "claimed" | "ready" | "give" | "put-back" | "close"): DeskButton => ({
    label: line(`desk-handoff-button-${what}`),
    data: deskData("handoff", what, id),
  });
  if (state === "bot") return [];
  if (state === "queue") return [[button("claimed"), button("close")]];
  return [
    [button("ready"), button("give")],
    [button("put-back"), button("close")],
  ];
}

/** From a list to choose from, back to what can be done. */
export const backButtons = (id: number): readonly DeskButton[] => [
  { label: line("button-back"), data: deskData("handoff", "back", id) },
];

/** What can be done with it, once a list was left. */
export const standingView = (handoff: Handoff): View => ({
  lines: [queueLine(handoff)],
  buttons: handoffButtons(handoff),
});

export function closeButtons(id: number): readonly (readonly DeskButton[])[] {
  const reasons = closeReasons.map((reason) => [
    { label: line(`desk-handoff-close-${reason}`), data: deskData("handoff", "closed", id, reason) },
  ]);
  return [...reasons, backButtons(id)];
}

/** What has happened to it, and who did it; nobody: it was time for it. */
export function movedView(handoff: Handoff, move: HandoffMove, by: string | undefined): View {
  return { lines: [movedLine(handoff, move, by)], buttons: handoffButtons(handoff) };
}

function movedLine({ owner }: Handoff, move: HandoffMove, by: string | undefined): Line {
  const name = by ?? "–";
  switch (move.event) {
    case "claimed":
      return line("desk-handoff-claimed", { name });
    case "handed-over":
      return line("desk-handoff-handed-over", { name, to: owner?.name ?? "–" });
    case "put-back":
      return by === undefined ? line("desk-handoff-owner-left") : line("desk-handoff-put-back", { name });
    case "closed":
      return move.reason === "day-over" || move.reason === "case-over"
        ? line(`desk-handoff-${move.reason}`)
        : line("desk-handoff-closed", { name, reason: line(`desk-handoff-close-${move.reason}`) });
  }
}

/** What a colleague is told to whom it was handed over, by whom, and how they come to it. */
export function givenView(number: number, by: string, link: string | undefined): View {
  const lines = [line("desk-handoff-given", { number, name: by })];
  return link === undefined
    ? { lines }
    : { lines, buttons: [[{ label: line("desk-handoff-button-open"), url: link }]] };
}

/** Instead of all that stood on its card, and under it: there is nobody any more whose case it is. */
export const erasedView: View = { lines: [line("desk-handoff-erased")] };

/** One line of the queue. */
export function queueLine({ id, owner, reason, openedAt }: Handoff): Line {
  const of = { number: id, reason: line(`desk-handoff-reason-${reason}`), moment: moment(openedAt) };
  return owner === undefined
    ? line("desk-handoff-queue-waiting", of)
    : line("desk-handoff-queue-owned", { ...of, name: owner.name });
}
