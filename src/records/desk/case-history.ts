// The cases of a household with their whole history, open and closed, the newest first.
import { sql, type Transaction } from "kysely";
import { type CaseStep, caseEnds, type PastCase } from "../../desk/cases.js";
import type { Cut } from "../../desk/lookup.js";
import { maskIdentifiers } from "../../desk/mask-identifiers.js";
import { kuwaitDate } from "../../domain/iso-date.js";
import { noteColumn } from "../cases.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";
import { isOf } from "./open-cases.js";

/** As many as are read while somebody waits. */
const most = 10;

export async function readHistory(trx: Transaction<Schema>, vault: Vault, sponsor: number): Promise<Cut<PastCase>> {
  const cases = await trx
    .selectFrom("cases")
    .select(["id", "kind", sql<number>`count(*) over ()::int`.as("total")])
    .where(isOf(sponsor))
    .orderBy("id", "desc")
    .limit(most)
    .execute();
  if (cases.length === 0) return { shown: [], more: 0 };
  const events = await trx
    .selectFrom("case_events")
    .leftJoin("staff", "staff.id", "case_events.staff_id")
    .select(["case_events.case_id", "at", "event", "note_sealed", "name_sealed"])
    .where(
      "case_events.case_id",
      "in",
      cases.map(({ id }) => id),
    )
    .orderBy("case_events.id")
    .execute();
  const stepOf = ({ at, event, note_sealed, name_sealed }: (typeof events)[number]): CaseStep => ({
    on: kuwaitDate(at),
    event: event === "opened" ? event : (caseEnds.find((end) => end === event) ?? "closed"),
    by: name_sealed === null ? undefined : vault.seal.open(name_sealed, "staff.name_sealed"),
    note: note_sealed === null ? undefined : maskIdentifiers(vault.seal.open(note_sealed, noteColumn)),
  });
  const shown = cases.map(({ id, kind }) => ({
    id,
    kind,
    steps: events.filter(({ case_id }) => case_id === id).map(stepOf),
  }));
  return { shown, more: (cases[0]?.total ?? 0) - shown.length };
}
