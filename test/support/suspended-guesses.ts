// A suspended agent who guesses: numbers on record and others, typed, by command and by old buttons, and on the records themselves.
import { readQuery } from "../../src/desk/lookup-query.js";
import type { Db } from "../../src/records/database.js";
import { createDeskWorld } from "./desk-world.js";
import { civilId } from "./fake-world.js";
import { maria, noura, nouraPhone, row } from "./people-world.js";

/** @returns whatever was shown, and what the log holds beside the one look from before */
export async function guessSuspended(db: Db, guesses: number): Promise<{ shown: unknown[]; logged: number }> {
  const world = createDeskWorld(db);
  await world.import(row());
  const [agent, supervisor] = [await world.seat(2, "agent"), await world.seat(1, "supervisor")];
  const card = await agent.writes(noura);
  const buttons = card?.flatMap((each) => each.buttons.flat()).flatMap((each) => ("data" in each ? [each.data] : []));
  const [who, by] = [await world.desk.staff.of(agent.chat), await world.desk.staff.of(supervisor.chat)];
  if (who === undefined || by === undefined || buttons === undefined) throw new Error("they are of the staff");
  await world.desk.staff.change(who.id, "suspended", by, "suspends");
  const shown: unknown[] = [];
  for (let n = 0; n < guesses; n += 1) {
    const number = [noura, maria, nouraPhone, "HI-1", civilId("1999-09-09", (n * 20) % 9_000)][n % 5] ?? noura;
    const ways = [
      () => agent.writes(number),
      () => agent.writes(`/lookup ${number}`),
      () => agent.presses(buttons[n % buttons.length] ?? ""),
      // Who was of the staff when the turn began.
      async () => {
        const looked = await world.desk.lookup.look(readQuery(number), who, `late:${n}`);
        return looked.kind === "none" ? undefined : looked;
      },
    ];
    const said = await ways[n % ways.length]?.();
    if (said !== undefined) shown.push(said);
  }
  const rows = await db.selectFrom("access_log").select("id").execute();
  return { shown, logged: rows.length - 1 };
}
