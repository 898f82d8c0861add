// The queue: chats that wait for a person and chats that somebody has, oldest first; in private and in the group.
import type { Composer } from "grammy";
import { queueLine } from "../../../desk/handoff-view.js";
import { deskData } from "../../../desk/view.js";
import { line } from "../../../words/line.js";
import { onCommand } from "./commands.js";
import type { DeskContext } from "./context.js";

/** A message holds so many; who is further back waits longer for us than for a list. */
const mostShown = 20;

export function addQueue(bot: Composer<DeskContext>): void {
  onCommand(bot, "queue", async ({ visiting }) => {
    const all = await visiting.desk.handoffs.list();
    if (all.length === 0) return visiting.say({ lines: [line("desk-handoff-queue-empty")] });
    const shown = all.slice(0, mostShown);
    visiting.say({
      lines: [line("desk-handoff-queue-title", { n: all.length }), ...shown.map(queueLine)],
      buttons: shown
        .filter(({ state }) => state === "queue")
        .map(({ id }) => [
          { label: line("desk-handoff-button-claim-number", { number: id }), data: deskData("handoff", "claimed", id) },
        ]),
    });
  });
}
