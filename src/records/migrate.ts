// Migrations: each applied once, in order, all of them or none, by one process at a time.
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator, sql } from "kysely";
import type { Db } from "./database.js";
import * as initial from "./migrations/0001-initial.js";
import * as codesCountedPerPair from "./migrations/0002-codes-counted-per-pair.js";
import * as outboxCountedByState from "./migrations/0003-outbox-counted-by-state.js";
import * as reminders from "./migrations/0004-reminders.js";
import * as channelPace from "./migrations/0005-channel-pace.js";
import * as desk from "./migrations/0006-desk.js";
import * as casesByHand from "./migrations/0007-cases-by-hand.js";
import * as lostWords from "./migrations/0008-lost-words.js";
import * as attemptsByIntent from "./migrations/0009-attempts-by-intent.js";
import * as deskSittings from "./migrations/0010-desk-sittings.js";
import * as groupAndQueue from "./migrations/0011-group-and-queue.js";
import * as revealsThatStand from "./migrations/0012-reveals-that-stand.js";
import * as mendedDesk from "./migrations/0013-mended-desk.js";
import * as deskWatched from "./migrations/0014-desk-watched.js";
import * as groupDoor from "./migrations/0015-group-door.js";
import * as namesAndRefusals from "./migrations/0016-names-and-refusals.js";
import * as consentAlone from "./migrations/0017-consent-alone.js";
import * as handoffAbout from "./migrations/0018-handoff-about.js";
import * as topicsClose from "./migrations/0019-topics-close.js";
import * as relayAuthor from "./migrations/0020-relay-author.js";
import * as caseNews from "./migrations/0021-case-news.js";
import * as intentsByAccount from "./migrations/0022-intents-by-account.js";
import * as toldLater from "./migrations/0023-told-later.js";
import * as terms from "./migrations/0025-terms.js";
import * as promisesToAnswer from "./migrations/0026-promises-to-answer.js";
import * as promisedFilings from "./migrations/0027-promised-filings.js";
import * as mutedAndFollowed from "./migrations/0028-muted-and-followed.js";
import * as nameWords from "./migrations/0030-name-words.js";

/** By name, in the order in which they apply. One that was released never changes. */
const migrations: Readonly<Record<string, Migration>> = {
  "0001-initial": initial,
  "0002-codes-counted-per-pair": codesCountedPerPair,
  "0003-outbox-counted-by-state": outboxCountedByState,
  "0004-reminders": reminders,
  "0005-channel-pace": channelPace,
  "0006-desk": desk,
  "0007-cases-by-hand": casesByHand,
  "0008-lost-words": lostWords,
  "0009-attempts-by-intent": attemptsByIntent,
  "0010-desk-sittings": deskSittings,
  "0011-group-and-queue": groupAndQueue,
  "0012-reveals-that-stand": revealsThatStand,
  "0013-mended-desk": mendedDesk,
  "0014-desk-watched": deskWatched,
  "0015-group-door": groupDoor,
  "0016-names-and-refusals": namesAndRefusals,
  "0017-consent-alone": consentAlone,
  "0018-handoff-about": handoffAbout,
  "0019-topics-close": topicsClose,
  "0020-relay-author": relayAuthor,
  "0021-case-news": caseNews,
  "0022-intents-by-account": intentsByAccount,
  "0023-told-later": toldLater,
  "0025-terms": terms,
  "0026-promises-to-answer": promisesToAnswer,
  "0027-promised-filings": promisedFilings,
  "0028-muted-and-followed": mutedAndFollowed,
  "0030-name-words": nameWords,
};

export type Migrated =
  | { readonly ok: true; readonly applied: readonly string[] }
  /** A later version of the program has migrated it: this one must not touch what it does not know. */
  | { readonly ok: false; readonly reason: "newer-database" };

/** Waits (on Postgres: for an advisory lock) while another process migrates. @throws when a migration fails; nothing is then applied */
export async function migrate(db: Db): Promise<Migrated> {
  const standing = await standingOf(db);
  if (standing === "newer") return { ok: false, reason: "newer-database" };
  // Most starts: Kysely's migrator would look the whole schema over, which takes longer than all else at a later start of the demo.
  if (standing === "current") return { ok: true, applied: [] };
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return { ok: true, applied: (results ?? []).map(({ migrationName }) => migrationName) };
}

/** What `readyz` and `doctor` ask: whether the database has exactly this program's migrations. */
export async function standingOf(db: Db): Promise<"current" | "older" | "newer"> {
  const known = Object.keys(migrations);
  const applied = await appliedTo(db);
  if (applied.some((name) => !known.includes(name))) return "newer";
  return applied.length < known.length ? "older" : "current";
}

async function appliedTo(db: Db): Promise<readonly string[]> {
  const table = sql.table(DEFAULT_MIGRATION_TABLE);
  const found = await sql<{
    there: boolean;
  }>`select to_regclass(${DEFAULT_MIGRATION_TABLE}) is not null as there`.execute(db);
  if (found.rows[0]?.there !== true) return [];
  const { rows } = await sql<{ name: string }>`select name from ${table}`.execute(db);
  return rows.map(({ name }) => name);
}
