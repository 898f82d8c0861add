// What a person is told of a step of their handoff, in its own transaction: who talks to them, that they wait again, that it is over.
import type { Transaction } from "kysely";
import { firstName } from "../../desk/first-name.js";
import type { Handoff, HandoffMove } from "../../desk/handoff.js";
import { helpedButtons } from "../../journeys/helped.js";
import { nextSteps } from "../../journeys/next-steps.js";
import { cancelButton, operatorOf, phoneLine, promiseLines } from "../../journeys/promise.js";
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
    readonly handoff: Handoff;
    readonly move: HandoffMove;
    /** Where it waits again. */
    readonly promisedBy: Date;
    readonly key: string;
    readonly now: Date;
  },
): Promise<void> {
  const { row, handoff, move, now } = told;
  const { service } = of;
  const operator = operatorOf(service);
  const say = (message: Parameters<typeof tellPerson>[3]) =>
    tellPerson(of, trx, row, message, {
      key: `${told.key}:person`,
      now,
      kind: handoff.state === "agent" ? "desk" : endKind,
    });
  const name = firstName(handoff.owner?.name ?? "");
  switch (move.event) {
    case "claimed":
      return say({ lines: [line("desk-handoff-begins", { name, operator })] });
    case "handed-over":
      return say({ lines: [line("desk-handoff-goes-on", { name })] });
    case "put-back": {
      const promised = promiseLines(service, { number: row.id, by: told.promisedBy }, now);
      return say({
        lines: [line("desk-handoff-waits-again"), ...promised],
        buttons: [[cancelButton(row.id)], ...nextSteps()],
      });
    }
    case "closed": {
      // Nobody had told them that somebody would come.
      if (move.reason === "case-over" && row.claimed_at === null) return;
      // There was no talk that could end: one of the team has settled it without.
      if (row.claimed_at === null) {
        const request = { number: { code: `${row.id}` }, operator };
        const lines = [line("desk-handoff-closed-unheard", request), phoneLine(service)];
        return say({ lines, buttons: nextSteps("human") });
      }
      const ends = line(move.reason === "day-over" ? "desk-handoff-ends-after-day" : "desk-handoff-ends");
      return say({ lines: [ends, line("desk-handoff-helped-ask")], buttons: helpedButtons(row.id) });
    }
  }
}
