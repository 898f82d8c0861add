// What the watch over the desk needs: the person's last word, whose turn it is to open a topic, and policy numbers as lookup folds them.
import { type Kysely, sql } from "kysely";

const statements = [
  // last_word_at is the desk's own: its agent is asked after a silence that the person's words do not break.
  sql`alter table handoffs
    add column person_word_at timestamptz,
    -- Until then, by the database's clock, one process opens its topic.
    add column topic_leased_until timestamptz`,
  // As covers_policy has it: a number is entered once, however it is written.
  sql`create index renewals_policy on renewals
    (upper(translate(policy_number, '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹ -‐‑‒–—', '01234567890123456789'))) where (policy_number is not null)`,
  sql`drop index covers_policy_number`,
  sql`drop index renewals_policy_number`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
