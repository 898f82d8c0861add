// Looking people up among many: whatever a caller names, the database goes to it by an index.
import { CompiledQuery, sql } from "kysely";
import { expect, it } from "vitest";
import { readQuery } from "../../../src/desk/lookup-query.js";
import { createLookup } from "../../../src/records/desk/lookup.js";
import { identify } from "../../../src/records/sealed-person.js";
import { insertIntent, insertReceipt, insertRenewal } from "../../support/bought.js";
import { describeEachDatabase, testVault } from "../../support/databases.js";
import { createDeskWorld } from "../../support/desk-world.js";
import { maria, noura, row, stranger } from "../../support/people-world.js";
import { recordStatements } from "../../support/statements.js";

const others = 5_000;

type Plan = { readonly "Rows Removed by Filter"?: number; readonly Plans?: readonly Plan[] };
const removedIn = (plan: Plan): number =>
  (plan["Rows Removed by Filter"] ?? 0) + (plan.Plans ?? []).reduce((sum, each) => sum + removedIn(each), 0);

describeEachDatabase("looking somebody up among many", (database) => {
  it("reads no row of anybody else's", async () => {
    const { db: plain } = database();
    const world = createDeskWorld(plain);
    await world.import(row());
    const intent = await insertIntent(world, "paid");
    await insertReceipt(world, intent, "TJ-2026-ABCDEFGH");
    await insertRenewal(world, "paid", { intent });
    const agent = await world.seat(2, "agent");
    const by = await world.desk.staff.of(agent.chat);
    if (by === undefined) throw new Error("they are of the staff");
    const { civil_id_sealed } = identify(testVault, noura, "sponsors.civil_id_sealed");
    await sql`insert into sponsors (civil_id_index, civil_id_sealed, name_sealed, phone_index, phone_sealed, kuwaiti, imported_at)
      select sha256(n::text::bytea), ${civil_id_sealed}, '', sha256(n::text::bytea), '', true, ${world.clock.now()}
      from generate_series(1, ${others}::int) as n`.execute(plain);
    await sql`insert into workers (sponsor_id, civil_id_index, civil_id_sealed, name_sealed, article, in_kuwait, imported_at)
      select id, civil_id_index, '', '', 20, true, imported_at from sponsors where name_sealed = ''`.execute(plain);
    await sql`insert into covers (worker_id, from_day, until_day, source, policy_number, known_at)
      select id, '2026-01-01', '2026-12-31', 'imported', 'P' || id, imported_at from workers where name_sealed = ''`.execute(
      plain,
    );
    await sql`insert into intents (effect_key, state, payer, chat, language, total_fils, fee_schedule, quote_digest, terms_version,
        accepted_at, opened_at, expires_at)
      select 'other ' || n, 'paid', 'account', '', 'en', 5000, 'kd5', 'd', '1', at, at, at
      from generate_series(1, ${others}::int) as n cross join (select ${world.clock.now()}::timestamptz as at) as asked`.execute(
      plain,
    );
    await sql`insert into attempts (intent_id, gateway, reference, state, fils, currency, opened_at)
      select id, 'sandbox', effect_key, 'captured', total_fils, 'KWD', opened_at from intents`.execute(plain);
    await sql`update attempts set provider_refs = jsonb_build_object('paymentId', 'SBX-' || (id + 10000000), 'rrn', '9' || (id + 10000000))`.execute(
      plain,
    );
    await sql`analyze`.execute(plain);
    const { db, takeQueries } = recordStatements(plain);
    const lookup = createLookup({
      db,
      vault: testVault,
      clock: world.clock,
      tellSupervisors: async () => false,
      report: () => undefined,
    });
    const numbers = [noura, maria, "5000 1234", "hi 1", "TJ-2026-ABCDEFGH", `/p/${"a".repeat(22)}`, stranger];
    for (const typed of [...numbers, "sbx 10000042", "910000042", "OTHER 4711"]) {
      await lookup.look(readQuery(typed), by, typed);
      for (const { sql: text, parameters } of takeQueries()) {
        if (!/^\s*(?:select|with)\b/iu.test(text)) continue;
        const explain = CompiledQuery.raw(`explain (analyze, format json) ${text}`, [...parameters]);
        const { rows } = await plain.executeQuery<{ "QUERY PLAN": readonly [{ readonly Plan: Plan }] }>(explain);
        for (const {
          "QUERY PLAN": [{ Plan }],
        } of rows)
          expect(removedIn(Plan), `${typed}: ${text}`).toBeLessThan(100);
      }
    }
  });
});
