// People with reminders: their port, the claims, and a sender that hears what was said and can be told how a call ends.

import type { IsoDate } from "../../src/domain/iso-date.js";
import { defaultReminderRules, type ReminderRules } from "../../src/domain/reminder.js";
import type { Reminders } from "../../src/journeys/reminders-port.js";
import type { OutboxStore, Outcome } from "../../src/messages/outbox.js";
import type { Db } from "../../src/records/database.js";
import { createOutboxStore } from "../../src/records/outbox-store.js";
import { claimReminders } from "../../src/records/reminders/claim.js";
import { createReminders } from "../../src/records/reminders/reminders.js";
import { createReminderSending } from "../../src/records/reminders/sending.js";
import type { DigestOf } from "../../src/reminders/digest.js";
import type { ChatKey } from "../../src/turns/session-store.js";
import { asAutomatic } from "./as-automatic.js";
import { testReplan, testVault } from "./databases.js";
import { createPeopleWorld, type PeopleWorld } from "./people-world.js";

/** A message that went to its chat: the ids of its workers, with the ends that it names. */
type Heard = { readonly chat: string; readonly workers: Readonly<Record<string, IsoDate>> };

export type ReminderWorld = PeopleWorld & {
  readonly store: OutboxStore;
  readonly reports: (readonly [what: string, reminders: number])[];
  /** What the digest does instead of speaking, if set. */
  fault: Error | undefined;
  reminders(chat: ChatKey): Reminders;
  /** Moves the clock to a time of day in Kuwait. */
  at(day: string, time?: string): void;
  /** What is planned, by day: "w1 30 on 2026-12-01". */
  planned(chat?: string): Promise<readonly string[]>;
  claim(): Promise<number>;
  /** Claims and sends what is in the outbox. @returns what was said */
  send(outcome?: Outcome): Promise<readonly Heard[]>;
  /** Claims reminders and sends them. */
  remind(outcome?: Outcome): Promise<readonly Heard[]>;
  /** The id, as chats have it, of the worker with this place among all on record. */
  worker(nth?: number): Promise<string>;
};

const most = 50;

export function createReminderWorld(db: Db, rules: ReminderRules = defaultReminderRules): ReminderWorld {
  const people = createPeopleWorld(db);
  const reports: (readonly [string, number])[] = [];
  const { clock } = people;
  let digests: DigestOf[] = [];
  const store = createOutboxStore({
    asAutomatic,
    db,
    vault: testVault,
    clock,
    reminders: createReminderSending({
      vault: testVault,
      rules,
      replan: testReplan,
      say(digest, language) {
        if (world.fault !== undefined) throw world.fault;
        digests.push(digest);
        return { text: "a reminder", language: language ?? "ar", code: [], buttons: [] };
      },
      report: (what, reminders) => void reports.push([what, reminders]),
    }),
  });
  const world: ReminderWorld = Object.assign(people, {
    store,
    reports,
    fault: undefined,

    reminders: (chat: ChatKey) =>
      createReminders({ db, replan: testReplan }, { fence: people.turn(chat).fence, now: clock.now() }),

    at(day: string, time = "12:00") {
      clock.advance(Date.parse(`${day}T${time}:00+03:00`) - clock.now().getTime());
    },

    async planned(chat?: string) {
      const rows = await db.selectFrom("reminders").selectAll().where("state", "=", "planned").execute();
      return rows
        .filter((row) => chat === undefined || row.chat === chat)
        .map(({ worker, why, milestone, due_day }) => `${worker} ${why === "later" ? why : milestone} on ${due_day}`)
        .toSorted();
    },

    claim: async () => (await claimReminders(db, clock.now(), most)).chats,

    async send(outcome: Outcome = { kind: "sent", messageId: "1" }) {
      const heard: Heard[] = [];
      for (const { id } of await store.claim("telegram", most, 60_000)) {
        digests = [];
        if (!(await store.markSending([id])).has(id)) continue;
        const { chat } = await db
          .selectFrom("outbox")
          .select("chat")
          .where("id", "=", Number(id))
          .executeTakeFirstOrThrow();
        const [digest] = digests;
        const workers = digest?.reminded.map(({ worker, end }) => [worker.id, end] as const) ?? [];
        heard.push({ chat, workers: Object.fromEntries(workers) });
        await store.record(id, outcome);
      }
      return heard;
    },

    async remind(outcome?: Outcome) {
      await world.claim();
      return world.send(outcome);
    },

    async worker(nth = 0) {
      const rows = await db.selectFrom("workers").select("id").orderBy("id").execute();
      return `w${rows[nth]?.id}`;
    },
  });
  return world;
}
