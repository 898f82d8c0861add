// What agents write belongs to the group in which they wrote it; and a chat that only waits neither floods the group nor holds others up there.
import { type Kysely, sql } from "kysely";

const statements = [
  sql`alter table relays
    -- Where an agent wrote it: the same message id in another group is another message.
    add column group_chat text,
    -- Written while the chat waited and not yet shown to the desk.
    add column held_sealed bytea`,
  sql`update relays set group_chat = (select value::jsonb ->> 'chat' from meta where name = 'staff-group') where to_person`,
  sql`create index relays_held on relays (handoff_id, id) where (held_sealed is not null)`,
  // Goes before what of the same chat does not: in the staff's group, words of chats that somebody has.
  sql`alter table outbox add column is_ahead boolean not null default false`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
