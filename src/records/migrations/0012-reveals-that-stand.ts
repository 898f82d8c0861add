// Full values that could not be taken back stay known until they are gone, with whom they are about; and the tries to take them back.
import { type Kysely, sql } from "kysely";

const statements = [
  sql`alter table reveals
    add column sponsor_id bigint references sponsors,
    add column tries integer not null default 0,
    -- Not before this moment; at once when a chat that was out of reach is in reach again.
    add column try_at timestamptz,
    add column was_unreachable boolean not null default false,
    -- The platform deletes nothing so old: it stands for good.
    add column given_up_at timestamptz`,
  sql`create index reveals_sponsor on reveals (sponsor_id) where (deleted_at is null)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
