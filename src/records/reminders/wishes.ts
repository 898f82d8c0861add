// How a person wishes to be reminded, and in which of their chats.
import { sql, type Transaction } from "kysely";
import { defaultWishes, type ReminderWishes } from "../../domain/reminder.js";
import type { Schema } from "../schema.js";
import { namesOf, type Person } from "./persons.js";

/**
 * Kept for the person and for each of their accounts: an account that is no longer proved is a person of its own, and goes on as it
 * wished.
 */
export async function keepWishes(trx: Transaction<Schema>, person: Person, wishes: ReminderWishes): Promise<void> {
  const row = {
    is_on: wishes.isOn,
    days: wishes.days === undefined ? null : [...wishes.days],
    hour: wishes.hour ?? null,
    quiet_fridays: wishes.quietFridays,
    names: wishes.names,
  };
  await trx
    .insertInto("reminder_wishes")
    .values(namesOf(person).map((name) => ({ person: name, ...row })))
    .onConflict((conflict) => conflict.column("person").doUpdateSet(row))
    .execute();
}

/** A chat that is not the person's own changes nothing. */
export async function keepChosenChat(
  trx: Transaction<Schema>,
  person: Person,
  chat: string,
  wishes: ReminderWishes = defaultWishes,
): Promise<void> {
  if (!person.chats.some((each) => each.chat === chat)) return;
  await keepWishes(trx, person, wishes);
  await trx
    .updateTable("reminder_wishes")
    .set({ chat })
    .where("person", "=", sql<string>`any(${[...namesOf(person)]}::text[])`)
    .execute();
}
