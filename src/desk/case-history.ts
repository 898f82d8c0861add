// The cases of a household as a colleague reads them later: what each was about, and who did what about it, when, with their notes.
import { type Line, line } from "../words/line.js";
import { kindLine } from "./case-view.js";
import type { CaseStep, PastCase } from "./cases.js";
import type { Cut } from "./lookup.js";
import type { View } from "./view.js";

export function historyView({ shown, more }: Cut<PastCase>): View {
  if (shown.length === 0) return { lines: [line("desk-case-history-none")] };
  return {
    lines: [
      line("desk-case-history"),
      ...shown.flatMap(({ id, kind, steps }) => [
        line("desk-case-history-case", { number: id, what: kindLine(kind) }),
        ...steps.flatMap(stepLines),
      ]),
      ...(more === 0 ? [] : [line("desk-case-history-more", { n: more })]),
    ],
  };
}

function stepLines({ on, event, by, note }: CaseStep): readonly Line[] {
  const when = { on: { date: on } };
  return [
    by === undefined
      ? line(`desk-case-history-${event}`, when)
      : line(`desk-case-history-${event}-by`, { ...when, name: by }),
    ...(note === undefined ? [] : [line("desk-case-note", { note })]),
  ];
}
