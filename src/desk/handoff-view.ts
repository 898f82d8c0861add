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

export function closeButtons(id: number): readonly (readonly DeskButton[])[] {
  return closeReasons.map((reason) => [
    { label: line(`desk-handoff-close-${reason}`), data: deskData("handoff", "closed", id, reason) },
  ]);
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

/** Instead of all that stood on its card, and under it: there is nobody any more whose case it is. */
export const erasedView: View = { lines: [line("desk-handoff-erased")] };

/** One line of the queue. */
export function queueLine({ id, owner, reason, openedAt }: Handoff): Line {
  const of = { number: id, reason: line(`desk-handoff-reason-${reason}`), moment: moment(openedAt) };
  return owner === undefined
    ? line("desk-handoff-queue-waiting", of)
    : line("desk-handoff-queue-owned", { ...of, name: owner.name });
}
