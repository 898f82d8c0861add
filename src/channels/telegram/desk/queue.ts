// The queue: chats that wait for a person, and then those that somebody has, the oldest of either first; in private and in the group.
import type { Composer } from "grammy";
import type { Handoff } from "../../../desk/handoff.js";
import { queueLine } from "../../../desk/handoff-view.js";
import { deskData } from "../../../desk/view.js";
import { line } from "../../../words/line.js";
import { onCommand } from "./commands.js";
import type { DeskContext } from "./context.js";

/** A message holds so many: whoever waits comes before those who have somebody. */
const mostShown = 20;

export function addQueue(bot: Composer<DeskContext>): void {
  onCommand(bot, "queue", async ({ visiting }) => {
    const all = await visiting.desk.handoffs.list();
    if (all.length === 0) return visiting.say({ lines: [line("desk-handoff-queue-empty")] });
    const waits = ({ state }: Handoff) => state === "queue";
    const shown = [...all.filter(waits), ...all.filter((each) => !waits(each))].slice(0, mostShown);
    const more = all.length - shown.length;
    visiting.say({
      lines: [
        line("desk-handoff-queue-title", { n: all.length }),
        ...shown.map(queueLine),
        ...(more > 0 ? [line("desk-handoff-queue-more", { n: more })] : []),
      ],
      buttons: shown
        .filter(waits)
        .map(({ id }) => [
          { label: line("desk-handoff-button-claim-number", { number: id }), data: deskData("handoff", "claimed", id) },
        ]),
    });
  });
}
