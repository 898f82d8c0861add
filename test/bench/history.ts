// What a million covers leave behind in some years: payments, renewals, links, reminders, cases, and the desk's own log.
import { sql } from "kysely";
import { type Covers, indexOf, inParts, now, sponsorCount, today } from "./covers.js";

/** One of so many sponsors has paid here before, twice, and has a link that is still good. */
export const oneOf = 4;
const oneOfAnswers = 10;
const oneOfCases = 50;
const accessed = 100_000;
const accessDays = 60;

/** @param agents ids of staff who have looked people up all the while */
export async function addHistory({ db }: Pick<Covers, "db">, agents: readonly number[]): Promise<void> {
  await inParts(async (first, last) => {
    const theirs = sql`between ${first} and ${last}`;
    // The first two years are paid, the third is not yet.
    await sql`insert into intents (effect_key, state, payer, chat, account_id, language, total_fils, fee_schedule, quote_digest,
        terms_version, accepted_at, opened_at, expires_at, paid_at)
      select 'bench ' || s.id || ' ' || k, case k when 3 then 'open' else 'paid' end, 'account', 'tg:' || s.id, s.id, 'en', 10000,
        'kd5', 'd', '1', at, at, at + interval '3 days', case k when 3 then null else at end
      from sponsors s cross join generate_series(1, 3) as k
        cross join lateral (select ${now}::timestamptz - (3 - k) * interval '366 days' as at) as asked
      where s.id ${theirs} and s.id % ${oneOf} = 0 order by s.id, k`.execute(db);
    await sql`insert into intent_lines (intent_id, worker_id, from_day, until_day, years, fils, rule, source, certainty)
      select i.id, w.id, c.from_day + shift, c.until_day + shift, 1, 5000, 'r', 's', 'A'
      from intents i join workers w on w.sponsor_id = i.account_id join covers c on c.worker_id = w.id and c.source = 'imported'
        cross join lateral (select split_part(i.effect_key, ' ', 3)::int as k) as nth
        cross join lateral (select case k when 3 then 367 else (k - 3) * 367 end as shift) as moved
      where i.account_id ${theirs} order by i.id, w.id`.execute(db);
    await sql`insert into attempts (intent_id, gateway, reference, provider_refs, state, fils, currency, opened_at, settled_at)
      select id, 'sandbox', 'bench ' || id, '{"result": "CAPTURED", "payment": "100000001"}',
        case state when 'paid' then 'captured' else 'declined' end, total_fils, 'KWD', opened_at, opened_at
      from intents where account_id ${theirs}`.execute(db);
    await sql`insert into receipts (intent_id, attempt_id, number, issued_at)
      select i.id, a.id, 'TJ-2026-' || translate(upper(lpad(to_hex(i.id), 8, '0')), '01', 'GH'), i.paid_at
      from intents i join attempts a on a.intent_id = i.id where i.account_id ${theirs} and i.state = 'paid'`.execute(
      db,
    );
    await sql`insert into links (token_hash, kind, intent_id, made_at)
      select ${indexOf("link", "kind || i.id")}, kind, i.id, i.opened_at from intents i cross join (values ('pay'), ('receipt')) as k (kind)
      where i.account_id ${theirs} and (kind = 'pay' or i.state = 'paid')`.execute(db);
    const paidLines = sql`intents i join intent_lines l on l.intent_id = i.id where i.account_id ${theirs} and i.state = 'paid'`;
    await sql`insert into covers (worker_id, from_day, until_day, source, policy_number, known_at)
      select l.worker_id, l.from_day, l.until_day, 'issued', 'I' || l.id, i.paid_at from ${paidLines}`.execute(db);
    await sql`insert into renewals (intent_line_id, worker_id, from_day, until_day, state, policy_number, cover_id, paid_at, changed_at)
      select l.id, l.worker_id, l.from_day, l.until_day, 'issued', 'I' || l.id,
        (select id from covers c where c.worker_id = l.worker_id and c.from_day = l.from_day and c.source = 'issued'), i.paid_at, i.paid_at from ${paidLines}`.execute(
      db,
    );
    await sql`insert into reminders (person, worker, end_day, why, milestone, chat, state, due_day, due_at, told_day)
      select 's' || w.sponsor_id, 'w' || w.id, ending, 'milestone', days, 'tg:' || w.sponsor_id, 'told', ending - days,
        (ending - days)::timestamptz, ending - days
      from workers w cross join (values (30), (7)) as m (days)
        cross join lateral (select ${today}::date - 367 + (w.id * 7919 % 365)::int as ending) as ended
      where w.sponsor_id ${theirs} order by w.id`.execute(db);
    await sql`insert into reminder_answers (person, worker, kind, at, effect_key)
      select 's' || sponsor_id, 'w' || id, 'renewed', ${now}, 'bench ' || id from workers
      where sponsor_id ${theirs} and sponsor_id % ${oneOfAnswers} = 0`.execute(db);
    await sql`insert into cases (kind, worker_id, effect_key, state, opened_at)
      select 'not-mine', min(id), 'bench ' || sponsor_id, case sponsor_id % 3 when 0 then 'closed' else 'open' end, ${now}
      from workers where sponsor_id ${theirs} and sponsor_id % ${oneOfCases} = 0 group by sponsor_id`.execute(db);
  });
  await sql`insert into access_log (at, staff_id, what, found_by, sponsor_id, effect_key)
    select ${now}::timestamptz - interval '1 day' - ${accessDays} * interval '1 day' * n / ${accessed}::int,
      (${[...agents]}::bigint[])[1 + n % ${agents.length}::int], 'looked', 'civil-id', 1 + n::bigint * 7919 % ${sponsorCount}::int,
      'bench ' || n
    from generate_series(1, ${accessed}::int) as n`.execute(db);
  await sql`analyze`.execute(db);
}
