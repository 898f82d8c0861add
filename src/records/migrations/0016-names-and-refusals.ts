// Payments as a caller names them, by our reference or an id that the gateway gave; and corrections of a phone that a colleague refused.
import { type Kysely, sql } from "kysely";

const statements = [
  // In capitals, without spaces and hyphens, as what is typed is compared. A function: an index takes no query over a value's parts.
  sql`create function payment_names(reference text, refs jsonb) returns text[] language sql immutable parallel safe as $$
    select array_agg(upper(translate(name, ' -', '')))
    from (select reference as name union all select value from jsonb_each_text(refs)) as names
  $$`,
  sql`create index attempts_names on attempts using gin (payment_names(reference, provider_refs))`,
  sql`alter table phone_corrections add column refused_at timestamptz`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
