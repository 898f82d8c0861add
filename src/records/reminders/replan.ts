// Planning follows the covers: whatever changes one, a wish, an answer or a chat plans anew, in its own transaction and as its last act.
import { sql, type Transaction } from "kysely";
import { kuwaitDate } from "../../domain/iso-date.js";
import type { ReminderRules } from "../../domain/reminder.js";
import type { Schema } from "../schema.js";
import { readFacts } from "./facts.js";
import { findPersons, lockPersons, namesOf, type Person, type Who } from "./persons.js";
import { type Changes, planOf } from "./plan.js";

/** Deletes what is planned and no longer true for these persons, and plans what is missing. */
export type Replan = (trx: Transaction<Schema>, who: Who, now: Date) => Promise<void>;

export function createReplan(rules: ReminderRules): Replan {
  return async (trx, who, now) => {
    const persons = await findPersons(trx, who);
    await lockPersons(trx, persons);
    // Most people of an import have never written: nothing is read for them.
    const [told, silent] = [persons.filter(hasChat), persons.filter((person) => !hasChat(person))];
    if (silent.length > 0) await dropPlanned(trx, silent);
    if (told.length === 0) return;
    const changes = (await readFacts(trx, told)).map((facts) => planOf(facts, rules, kuwaitDate(now)));
    await applyChanges(trx, allChanges(changes));
  };
}

const hasChat = ({ chats }: Person) => chats.length > 0;

async function dropPlanned(trx: Transaction<Schema>, persons: readonly Person[]): Promise<void> {
  const names = persons.flatMap(namesOf);
  await sql`delete from reminders where person = any(${names}::text[]) and state = 'planned'`.execute(trx);
}

export const allChanges = (changes: readonly Changes[]): Changes => ({
  remove: changes.flatMap(({ remove }) => remove),
  add: changes.flatMap(({ add }) => add),
});

/** One statement. What is planned and only moves to another time is in `add` alone. */
export async function applyChanges(trx: Transaction<Schema>, { remove, add }: Changes): Promise<void> {
  if (remove.length === 0 && add.length === 0) return;
  const column = <T>(of: (wanted: Changes["add"][number]) => T) => add.map(of);
  await sql`
    with gone as (
      delete from reminders where id = any(${[...remove]}::bigint[]) and state = 'planned'
    )
    insert into reminders (person, worker, end_day, why, milestone, chat, state, due_day, due_at)
    select person, worker, end_day, why, milestone, chat, 'planned', due_day, due_at from unnest(
      ${column(({ person }) => person)}::text[], ${column(({ worker }) => worker)}::text[],
      ${column(({ end }) => end)}::date[], ${column(({ why }) => why)}::text[],
      ${column(({ milestone }) => milestone)}::integer[], ${column(({ chat }) => chat)}::text[],
      ${column(({ day }) => day)}::date[], ${column(({ at }) => at.toISOString())}::timestamptz[]
    ) as wanted (person, worker, end_day, why, milestone, chat, due_day, due_at)
    on conflict (worker, end_day, why, milestone, chat) do update
      set person = excluded.person, due_day = excluded.due_day, due_at = excluded.due_at
      where reminders.state = 'planned'`.execute(trx);
}
