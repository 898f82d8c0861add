// Looking people up: what is typed names somebody, with /lookup or by itself, in the private chat of one of the staff and nowhere else.

import type { Composer } from "grammy";
import { lookedView } from "../../../desk/lookup-card.js";
import { type Reading, readName, readQuery } from "../../../desk/lookup-query.js";
import type { Staff } from "../../../desk/staff.js";
import { kuwaitDate } from "../../../domain/iso-date.js";
import { line } from "../../../words/line.js";
import { onCommand } from "./commands.js";
import { type DeskContext, effectKey, visitorWho } from "./context.js";
import { anId, pressed } from "./pressed.js";

export function addLookup(privately: Composer<DeskContext>): void {
  onCommand(privately, "lookup", (ctx, by, asked) =>
    asked === "" ? ctx.visiting.say({ lines: [line("desk-lookup-how")] }) : answer(ctx, by, readAsked(asked)),
  );

  privately.callbackQuery(pressed("look", "again", anId), async (ctx, next) => {
    const by = visitorWho(ctx, "look-up");
    if (by === undefined) return next();
    const { visiting } = ctx;
    const looked = await visiting.desk.lookup.again(Number(ctx.match[1]), by, effectKey(visiting, "look"));
    visiting.show(lookedView(looked, kuwaitDate(visiting.now)));
  });
}

/** After the dialogues: what is typed into one of them is an answer. */
export function addTypedLookup(privately: Composer<DeskContext>): void {
  privately.on("message:text", async (ctx, next) => {
    const by = visitorWho(ctx, "look-up");
    const { text } = ctx.message;
    if (by === undefined || text.startsWith("/")) return next();
    const readings = readQuery(text);
    // Anything else that one of the staff types is for the journeys, which they may use as anybody else does.
    if (readings.length === 0) return next();
    await answer(ctx, by, readings);
  });
}

/** A name counts only behind the command: words alone may be anything. */
function readAsked(asked: string): readonly Reading[] {
  const readings = readQuery(asked);
  return readings.length > 0 ? readings : readName(asked);
}

async function answer({ visiting }: DeskContext, by: Staff, readings: readonly Reading[]): Promise<void> {
  const looked = await visiting.desk.lookup.look(readings, by, effectKey(visiting, "look"));
  visiting.say(lookedView(looked, kuwaitDate(visiting.now)));
}
