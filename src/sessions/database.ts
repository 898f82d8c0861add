// Sessions in the database, for a service without Redis: a turn's two round trips are two statements, each one atomic step.
//
// Leases run on the database's clock (`clock_timestamp()`): processes' clocks differ. The token is the time in microseconds, or one
// more than the last, as in Redis: so it rises over a sweep, and over a change from one store to the other.
import { type Kysely, sql } from "kysely";
import type { Schema } from "../records/schema.js";
import { type Opening, rememberHours, type SessionStore, sessionDays } from "../turns/session-store.js";

const sessionLength = sql`make_interval(days => ${sql.lit(sessionDays)})`;
const rememberSeconds = sql.lit(rememberHours * 3600);

type OpenRow = { kind: Opening["kind"]; token: number | null; session: Uint8Array | null; left_ms: number | null };

export type DatabaseSessions = SessionStore & {
  /** Deletes what seven days of silence have ended and says how many: run it now and then, nothing waits for it. */
  sweep(): Promise<number>;
  /** Ends the leases that a dead process left behind: only where no other process can be alive, at the start. */
  endLeases(): Promise<void>;
};

/** @param db stays open when the store is closed: it is not the store's own */
export function createDatabaseSessions(db: Kysely<Schema>): DatabaseSessions {
  return {
    async open(chat, update, lease) {
      // The insert takes the lease or, by its `where`, leaves the row alone; only then does the second part say why. A turn that
      // loses a race does so against a row its snapshot does not show yet: to it that is "busy", for a lease at most.
      const { rows } = await sql<OpenRow>`
        with clock as materialized (select clock_timestamp() as now),
        taken as (
          insert into sessions as kept (chat, token, leased_until, session_until)
          select ${chat}, (extract(epoch from now) * 1000000)::bigint,
            now + make_interval(secs => ${lease.ms / 1000}), now + ${sessionLength} from clock
          on conflict (chat) do update set
            token = greatest(kept.token + 1, excluded.token),
            leased_until = excluded.leased_until,
            session = case when kept.session_until > (select now from clock) then kept.session end,
            session_until = excluded.session_until
          where (kept.leased_until is null or kept.leased_until <= (select now from clock))
            and not ${isRemembered(sql`kept.updates`, update)}
          returning token, session
        )
        select 'open' as kind, token, session, null as left_ms from taken
        union all
        select case when ${isRemembered(sql`updates`, update)} then 'done' else 'busy' end, null, null,
          (extract(epoch from leased_until - now) * 1000)::int
        from sessions, clock where chat = ${chat} and not exists (select from taken)
      `.execute(db);
      return opening(rows[0], lease.ms);
    },

    async commit({ chat, token }, update, session) {
      const { rows } = await sql`
        update sessions set
          session = ${session === null ? null : Buffer.from(session)},
          session_until = clock_timestamp() + ${sessionLength},
          leased_until = null,
          updates = (
            select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(updates)
            where value::bigint > extract(epoch from clock_timestamp()) - ${rememberSeconds}
          ) || jsonb_build_object(${update}::text, extract(epoch from clock_timestamp())::bigint)
        where chat = ${chat} and token = ${token}
        returning chat
      `.execute(db);
      return rows.length === 1 ? "kept" : "lost";
    },

    async release({ chat, token }) {
      await sql`update sessions set leased_until = null where chat = ${chat} and token = ${token}`.execute(db);
    },

    async forget(chat, lease) {
      const { rows } = await sql<{ token: number }>`
        insert into sessions as kept (chat, token, leased_until, session_until)
        select ${chat}, (extract(epoch from now) * 1000000)::bigint,
          now + make_interval(secs => ${lease.ms / 1000}), now + ${sessionLength}
        from (select clock_timestamp() as now) as clock
        on conflict (chat) do update set
          token = greatest(kept.token + 1, excluded.token),
          leased_until = excluded.leased_until,
          session = null,
          session_until = excluded.session_until,
          updates = '{}'
        returning token
      `.execute(db);
      return { chat, token: Number(rows[0]?.token) };
    },

    async ping() {
      await sql`select 1 from sessions limit 1`.execute(db);
    },

    async close() {},

    async endLeases() {
      await sql`update sessions set leased_until = null where leased_until is not null`.execute(db);
    },

    async sweep() {
      const { numAffectedRows } = await sql`
        delete from sessions
        where session_until <= clock_timestamp() and coalesce(leased_until <= clock_timestamp(), true)
      `.execute(db);
      return Number(numAffectedRows ?? 0);
    },
  };
}

function isRemembered(updates: ReturnType<typeof sql>, update: string) {
  return sql<boolean>`coalesce(
    (${updates} ->> ${update}::text)::bigint > extract(epoch from clock_timestamp()) - ${rememberSeconds}, false)`;
}

function opening(row: OpenRow | undefined, leaseMs: number): Opening {
  if (row?.kind === "done") return { kind: "done" };
  if (row?.kind === "open") return { kind: "open", token: Number(row.token), session: row.session };
  return { kind: "busy", retryAfterMs: row?.left_ms && row.left_ms > 0 ? row.left_ms : leaseMs };
}
