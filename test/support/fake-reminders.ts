// Reminders for journeys, in memory: keeps what the port promises — once per key, one's own workers alone, and an answer taken back takes exactly itself back.
import { defaultWishes } from "../../src/domain/reminder.js";
import type { ReminderAnswer, Reminders } from "../../src/journeys/reminders-port.js";
import type { Worker } from "../../src/journeys/workers-port.js";
import type { FakeWorld } from "./fake-world.js";

type Kept = { readonly worker: string; readonly answer: ReminderAnswer; readonly coversBefore: Worker["covers"] };
type Cover = Worker["covers"][number];

export function fakeReminders(world: FakeWorld): Reminders {
  const { records, did } = world;
  /** Answers that were not taken back, the newest last. */
  const kept: Kept[] = [];
  /** Told by an answer: of these one at a time holds. */
  const answered = new Set<Cover>();

  const own = (id: string): Worker | undefined => {
    if (world.account === undefined) return undefined;
    const onRecord = world.account.standing === "proved" ? records.household.workers : [];
    return [...onRecord, ...records.tracked].find((each) => each.id === id);
  };
  const coversNow = (id: string, covers: Worker["covers"]) => {
    const changed = (each: Worker) => (each.id === id ? { ...each, covers } : each);
    records.household = { ...records.household, workers: records.household.workers.map(changed) };
    records.tracked = records.tracked.map(changed);
  };

  function keep(worker: Worker, answer: ReminderAnswer): void {
    kept.push({ worker: worker.id, answer, coversBefore: worker.covers });
    if (answer.kind !== "renewed") return;
    const told: Cover = { from: world.today, until: answer.until, source: "told", knownAt: world.today };
    const others = worker.source === "told" ? [] : worker.covers.filter((each) => !answered.has(each));
    answered.add(told);
    coversNow(worker.id, [...others, told]);
  }

  function takeBack(worker: string): void {
    const index = kept.findLastIndex((each) => each.worker === worker);
    const [taken] = index === -1 ? [] : kept.splice(index, 1);
    if (taken?.answer.kind === "renewed") coversNow(worker, taken.coversBefore);
  }

  return {
    wishes: async () => (world.account === undefined ? defaultWishes : (records.wishes ?? defaultWishes)),
    async wish(key, wishes) {
      if (world.account === undefined || did.wished.has(key)) return;
      did.wished.set(key, wishes);
      records.wishes = wishes;
    },
    chats: async () => (world.account === undefined ? [] : records.chats),
    async choose(key, chat) {
      if (did.chosen.has(key) || !records.chats.some(({ id }) => id === chat)) return;
      did.chosen.set(key, chat);
      records.chats = records.chats.map((each) => ({ ...each, isChosen: each.id === chat }));
    },
    async answers() {
      if (world.account === undefined) return [];
      const newest = new Map(kept.map(({ worker, answer }) => [worker, answer]));
      return [...newest].map(([worker, answer]) => ({ worker, answer }));
    },
    async answer(key, id, answer) {
      const worker = own(id);
      if (worker === undefined || did.answered.has(key)) return;
      did.answered.set(key, { worker: id, answer });
      if (answer === undefined) takeBack(id);
      else keep(worker, answer);
    },
  };
}
