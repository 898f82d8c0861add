// A handoff as the staff's group sees it: what happens to it, its line in the queue, and the buttons that move it on.
import { closeReasons } from "../domain/handoff.js";
import { type Line, line } from "../words/line.js";
import { moment } from "../words/moment.js";
import type { Handoff, HandoffMove } from "./handoff.js";
import { type DeskButton, deskData, type View } from "./view.js";

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
      if (move.isUnanswered) return line("desk-handoff-unanswered");
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
