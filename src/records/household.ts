// Workers on record with their covers and what is paid but not yet filed, each household in one statement.
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { KnownCover, WaitingCover } from "../domain/cover.js";
import { type IsoDate, kuwaitDate } from "../domain/iso-date.js";
import type { Household, Worker } from "../journeys/workers-port.js";
import type { Db } from "./database.js";
import { openCivilId, openName } from "./sealed-person.js";
import type { Vault } from "./vault.js";
import { workerId } from "./worker-id.js";

/** The sponsors' households that fit; in the condition `s` is the sponsor and `w` the worker. Several sponsors are read as one. */
export async function readHousehold(db: Db, vault: Vault, condition: RawBuilder<SqlBool>): Promise<Household> {
  return toHousehold(vault, await readRows(db, condition));
}

/** Each household by its sponsor; opened when it is asked for, so that one that does not open is nobody else's fault. */
export async function readHouseholds(
  db: Db,
  vault: Vault,
  sponsors: readonly number[],
): Promise<ReadonlyMap<number, () => Household>> {
  const rows = await readRows(db, sql`s.id = any(${[...sponsors]}::bigint[])`);
  return new Map(
    sponsors.map((id) => [
      id,
      () =>
        toHousehold(
          vault,
          rows.filter(({ sponsor }) => sponsor === id),
        ),
    ]),
  );
}

async function readRows(db: Db, condition: RawBuilder<SqlBool>): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select s.id as sponsor, s.kuwaiti, w.id, w.civil_id_sealed, w.name_sealed, w.article, w.in_kuwait,
      (select coalesce(jsonb_agg(jsonb_build_array(c.from_day, c.until_day, c.source, ${millisecondsOf("c.known_at")},
        c.policy_number) order by c.from_day, c.id), '[]') from covers c where c.worker_id = w.id) as covers,
      (select coalesce(jsonb_agg(jsonb_build_array(r.from_day, r.until_day, ${millisecondsOf("r.paid_at")})
        order by r.from_day, r.id), '[]') from renewals r
        where r.worker_id = w.id and r.state in ('paid', 'filed')) as waiting
    from sponsors s left join workers w on w.sponsor_id = s.id
    where ${condition}
    order by w.id`.execute(db);
  return rows;
}

function toHousehold(vault: Vault, rows: readonly Row[]): Household {
  return {
    kuwaiti: rows[0]?.kuwaiti === true,
    workers: rows.filter(isWorker).map((row) => toWorker(vault, row)),
  };
}

type Row = { sponsor: number; kuwaiti: boolean } & (WorkerRow | { id: null });
type WorkerRow = {
  id: number;
  civil_id_sealed: Buffer;
  name_sealed: Buffer;
  article: number;
  in_kuwait: boolean;
  covers: [
    from: IsoDate,
    until: IsoDate,
    source: "imported" | "issued" | "told",
    known: number,
    policy: string | null,
  ][];
  waiting: [from: IsoDate, until: IsoDate, paid: number][];
};

/** An instant inside JSON, where the column's own parser does not reach. */
function millisecondsOf(column: string): RawBuilder<number> {
  return sql`(extract(epoch from ${sql.ref(column)}) * 1000)::bigint`;
}

function isWorker(row: Row): row is Row & WorkerRow {
  return row.id !== null;
}

function toWorker(vault: Vault, row: WorkerRow): Worker {
  return {
    id: workerId("record", row.id),
    source: "record",
    civilId: openCivilId(vault, row.civil_id_sealed, "workers.civil_id_sealed"),
    name: openName(vault, row.name_sealed, "workers.name_sealed"),
    article: row.article,
    inKuwait: row.in_kuwait,
    covers: row.covers.map(
      ([from, until, source, known, policyNumber]): KnownCover => ({
        from,
        until,
        source: source === "issued" ? "issued-here" : source,
        knownAt: kuwaitDate(new Date(known)),
        ...(policyNumber === null ? {} : { policyNumber }),
      }),
    ),
    waiting: row.waiting.map(
      ([from, until, paid]): WaitingCover => ({ from, until, paidOn: kuwaitDate(new Date(paid)) }),
    ),
  };
}
