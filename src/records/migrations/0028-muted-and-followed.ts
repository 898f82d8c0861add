// Since when the bot may not write in a group, and when that was last asked; what a handoff's card and topic show, and when that was last compared with what is true.
import { type Kysely, sql } from "kysely";

const statements = [
  sql`alter table chats add column muted_at timestamptz, add column muted_asked_at timestamptz`,
  sql`alter table handoffs add column followed_at timestamptz, add column told_sealed bytea`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
