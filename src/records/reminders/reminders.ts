// The journeys' port of reminders on the database: a person's wishes, chats and answers, each change planned anew in its transaction.
import type { Transaction } from "kysely";
import { defaultWishes } from "../../domain/reminder.js";
import type { Reminders } from "../../journeys/reminders-port.js";
import type { Fence } from "../../turns/session-store.js";
import type { Db } from "../database.js";
import { holdFence } from "../fence.js";
import type { Schema } from "../schema.js";
import { keepAnswer, readAnswered, takeBack } from "./answers.js";
import { readFacts } from "./facts.js";
import { lockPersons, type Person, personOf } from "./persons.js";
import type { Replan } from "./replan.js";
import { keepChosenChat, keepWishes } from "./wishes.js";

export function createReminders(
  { db, replan }: { readonly db: Db; readonly replan: Replan },
  { fence, now }: { readonly fence: Fence; readonly now: Date },
): Reminders {
  const { chat } = fence;
  /** Without an account there is nobody to remind, and nothing is kept. */
  const changing = (work: (trx: Transaction<Schema>, person: Person) => Promise<unknown>): Promise<void> =>
    db.transaction().execute(async (trx) => {
      await holdFence(trx, fence);
      const person = await personOf(trx, chat);
      if (person === undefined) return;
      await lockPersons(trx, [person]);
      await work(trx, person);
      await replan(trx, { chats: [chat] }, now);
    });
  const reading = <T>(work: (trx: Transaction<Schema>, person: Person) => Promise<T>, otherwise: T): Promise<T> =>
    db.transaction().execute(async (trx) => {
      const person = await personOf(trx, chat);
      return person === undefined ? otherwise : work(trx, person);
    });
  const factsOf = async (trx: Transaction<Schema>, person: Person) => (await readFacts(trx, [person]))[0];

  return {
    wishes: () => reading(async (trx, person) => (await factsOf(trx, person))?.wishes ?? defaultWishes, defaultWishes),

    // All of them at once, so that doing it again changes nothing.
    wish: (_key, wishes) => changing((trx, person) => keepWishes(trx, person, wishes)),

    chats: () =>
      reading(async (trx, person) => {
        const told = (await factsOf(trx, person))?.chat;
        return person.chats.map(({ chat: id, channel }) => ({
          id,
          channel,
          isThis: id === chat,
          isChosen: id === told,
        }));
      }, []),

    choose: (_key, chosen) =>
      changing(async (trx, person) => keepChosenChat(trx, person, chosen, (await factsOf(trx, person))?.wishes)),

    answers: () => reading(readAnswered, []),

    answer: (key, worker, answer) =>
      changing((trx, person) => {
        const act = { chat, person, worker, effectKey: `${chat}:${key}`, now };
        return answer === undefined ? takeBack(trx, act) : keepAnswer(trx, act, answer);
      }),
  };
}
