// Looking people up: found by the keyed indexes, noted and read in one transaction, so that nothing is seen that is not in the log.
import { sql, type Transaction } from "kysely";
import type { Looked, Lookup } from "../../desk/lookup.js";
import type { Reading } from "../../desk/lookup-query.js";
import type { Staff } from "../../desk/staff.js";
import type { Clock } from "../../journeys/clock.js";
import { hashToken } from "../../secrets/keyed-index.js";
import type { Db } from "../database.js";
import { nameWordIndex } from "../name-words.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";
import { isAtWork, mayAct, noteAccess } from "./access-log.js";
import { foldedPolicy } from "./folded-policy.js";
import { mayLook, watchLooking } from "./looking.js";
import { readCard } from "./lookup-card.js";
import { maskRow } from "./mask.js";
import type { TellSupervisors } from "./tell-supervisors.js";

/** As many as fit under a message; a phone or a name that more share is no way to find one. */
const mostSponsors = 10;

export type LookupDeps = {
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly tellSupervisors: TellSupervisors;
  readonly report: (looked: Looked["kind"]) => void;
};

export function createLookup(deps: LookupDeps): Lookup {
  const { db, vault, clock } = deps;

  /** Nobody is told by what was not found, or by how long it took, that they are suspended: they are left before anything is asked. */
  const looking = (by: Staff, key: string, find: (trx: Transaction<Schema>) => Promise<Found | "unseen">) =>
    db.transaction().execute(async (trx): Promise<Looked> => {
      if (!(await isAtWork(trx, by.id))) return { kind: "none" };
      const now = clock.now();
      const note = { staff: by.id, effectKey: key, at: now };
      if (!(await mayLook(trx, vault, { by, key, now }))) return { kind: "limit" };
      const found = await find(trx);
      if (found === "unseen") {
        await watchLooking(trx, deps.tellSupervisors, by, now);
        return { kind: "none" };
      }
      const [first, ...others] = found.sponsors;
      const seen = others.length > 0 ? found.sponsors : [first];
      for (const [place, sponsor] of seen.entries())
        await noteAccess(trx, vault, {
          ...note,
          effectKey: place === 0 ? key : `${key}:${place}`,
          what: sponsor === undefined ? "no-match" : "looked",
          ...(sponsor === undefined ? {} : { sponsor }),
          ...(found.by === undefined ? {} : { by: found.by }),
        });
      await watchLooking(trx, deps.tellSupervisors, by, now);
      if (first === undefined) return { kind: found.by === "wrong-digit" ? "wrong-digit" : "none" };
      if (others.length > 0) {
        const by = found.by === "name" ? "name" : "phone";
        const sponsors = await readMasked(trx, vault, found.sponsors);
        return { kind: "several", by, sponsors, isCut: found.isCut === true };
      }
      return { kind: "card", card: await readCard(trx, vault, { sponsor: first, worker: found.worker, now }) };
    });

  const told = async (work: ReturnType<typeof looking>): Promise<Looked> => {
    const looked = await work;
    deps.report(looked.kind);
    return looked;
  };

  return {
    look: (readings, by, key) => told(looking(by, key, (trx) => find(trx, vault, readings))),
    again: (sponsor, by, key) =>
      told(
        looking(by, key, async (trx) =>
          (await mayAct(trx, vault, { by: by.id, sponsor, key, now: clock.now() }))
            ? { by: undefined, sponsors: [sponsor] }
            : "unseen",
        ),
      ),
  };
}

type Found = {
  readonly by: Reading["by"] | undefined;
  /** The oldest first; none: no match. */
  readonly sponsors: readonly number[];
  /** The one who was asked for. */
  readonly worker?: number;
  /** There are more than are told. */
  readonly isCut?: true;
};

/** The first reading that is somebody's; each in one statement by its index. */
async function find(trx: Transaction<Schema>, vault: Vault, readings: readonly Reading[]): Promise<Found> {
  for (const reading of readings) {
    const rows = await findBy(trx, vault, reading);
    const all = [...new Set(rows.map(({ sponsor }) => sponsor))];
    const sponsors = all.slice(0, mostSponsors);
    const worker = rows[0]?.worker ?? undefined;
    const isCut = all.length > mostSponsors ? ({ isCut: true } as const) : {};
    if (sponsors.length > 0) return { by: reading.by, sponsors, ...(worker === undefined ? {} : { worker }), ...isCut };
  }
  const slip = readings.find(({ by }) => by === "wrong-digit");
  return { by: (slip ?? readings[0])?.by, sponsors: [] };
}

type FoundRow = { readonly sponsor: number; readonly worker: number | null };

async function findBy(trx: Transaction<Schema>, vault: Vault, reading: Reading): Promise<readonly FoundRow[]> {
  if (reading.by === "wrong-digit") return [];
  const { rows } = await sql<FoundRow>`${statementOf(vault, reading)}`.execute(trx);
  return rows;
}

function statementOf(vault: Vault, reading: Exclude<Reading, { by: "wrong-digit" }>) {
  switch (reading.by) {
    case "civil-id": {
      const index = vault.civilIdIndex(reading.civilId);
      return sql`select id as sponsor, null::bigint as worker from sponsors where civil_id_index = ${index}
        union all select sponsor_id, id from workers where civil_id_index = ${index} order by worker nulls first`;
    }
    case "phone":
      return sql`select id as sponsor, null::bigint as worker from sponsors
        where phone_index = ${vault.phoneIndex(reading.phone)} order by id limit ${sql.lit(mostSponsors + 1)}`;
    case "name": {
      // Every word, in a sponsor's own name or in a worker's; one more than are told, so that the rest is not silent.
      const words = reading.words.map((word) => nameWordIndex(vault, word));
      const limit = sql.lit(mostSponsors + 1);
      return sql`(select id as sponsor, null::bigint as worker from sponsors where name_words @> ${words}::bytea[] limit ${limit})
        union all
        (select distinct on (sponsor_id) sponsor_id, id from workers where name_words @> ${words}::bytea[] limit ${limit})
        order by worker nulls first, sponsor`;
    }
    case "policy":
      // Materialized: how few covers have one number is not known beforehand, and all of them would be gone through, the newest first.
      return sql`with named as materialized (select id, worker_id from covers c where ${foldedPolicy("c.policy_number")} = ${reading.number})
        select w.sponsor_id as sponsor, w.id as worker from named join workers w on w.id = named.worker_id
        order by named.id desc limit ${sql.lit(mostSponsors)}`;
    case "receipt":
      return sql`select w.sponsor_id as sponsor, w.id as worker from receipts r
        join intent_lines l on l.intent_id = r.intent_id join workers w on w.id = l.worker_id
        where r.number = ${reading.number} order by l.id`;
    case "payment":
      return sql`with named as materialized (select id, intent_id from attempts
          where payment_names(reference, provider_refs) @> array[${reading.name}::text])
        select w.sponsor_id as sponsor, w.id as worker from named join intent_lines l on l.intent_id = named.intent_id
        join workers w on w.id = l.worker_id order by named.id desc, l.id limit ${sql.lit(mostSponsors)}`;
    case "link":
      return sql`select w.sponsor_id as sponsor, w.id as worker from links k
        join intent_lines l on l.intent_id = k.intent_id join workers w on w.id = l.worker_id
        where k.token_hash = ${hashToken(reading.token)} and k.kind in ('pay', 'receipt') order by l.id`;
  }
}

async function readMasked(trx: Transaction<Schema>, vault: Vault, sponsors: readonly number[]) {
  const rows = await trx
    .selectFrom("sponsors")
    .select(["id", "civil_id_sealed", "name_sealed"])
    .where("id", "in", [...sponsors])
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ sponsorId: row.id, ...maskRow(vault, "sponsors", row) }));
}
