// What a person is told of a step of their handoff, in its own transaction: who talks to them, that they wait again, that it is over.
import type { Transaction } from "kysely";
import { firstName } from "../../desk/first-name.js";
import type { Handoff, HandoffMove } from "../../desk/handoff.js";
import { helpedButtons } from "../../journeys/helped.js";
import { line } from "../../words/line.js";
import type { Schema } from "../schema.js";
import { tellPerson } from "./desk-messages.js";
import type { HandoffParts } from "./handoff-parts.js";
import type { HandoffRow } from "./handoff-rows.js";
import { endKind } from "./with-agent.js";

export async function tellMoved(
  of: HandoffParts,
  trx: Transaction<Schema>,
  told: {
    readonly row: HandoffRow;
    readonly before: Handoff;
    readonly handoff: Handoff;
    readonly move: HandoffMove;
    readonly key: string;
    readonly now: Date;
  },
): Promise<void> {
  const { row, before, handoff, move, now } = told;
  const say = (message: Parameters<typeof tellPerson>[3]) =>
    tellPerson(of, trx, row, message, {
      key: `${told.key}:person`,
      now,
      kind: handoff.state === "agent" ? "desk" : endKind,
    });
  const name = firstName(handoff.owner?.name ?? "");
  switch (move.event) {
    case "claimed":
      return say({ lines: [line("desk-handoff-begins", { name })] });
    case "handed-over":
      return say({ lines: [line("desk-handoff-goes-on", { name })] });
    case "put-back":
      return say({ lines: [line("desk-handoff-waits-again")] });
    case "closed": {
      // Nobody had told them that somebody would come.
      if (move.reason === "case-over" && row.claimed_at === null) return;
      const ends = line(move.reason === "day-over" ? "desk-handoff-ends-after-day" : "desk-handoff-ends");
      // Who was never answered has nothing to say of it.
      if (before.owner === undefined && row.claimed_at === null) return say({ lines: [ends] });
      return say({ lines: [ends, line("desk-handoff-helped-ask")], buttons: helpedButtons(row.id) });
    }
  }
}
