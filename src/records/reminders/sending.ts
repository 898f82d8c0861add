// At sending: what of a queued reminder is still true now, in today's words; nothing, where nothing is or it is not the time.
import { sql, type Transaction } from "kysely";
import { addDays, type IsoDate, kuwaitDate } from "../../domain/iso-date.js";
import { isFriday, isWithinHours, type ReminderRules, slotOf } from "../../domain/reminder.js";
import type { Rendered } from "../../messages/channel.js";
import type { DigestOf, Reminded } from "../../reminders/digest.js";
import type { Language } from "../../words/line.js";
import { isWithAgent } from "../desk/with-agent.js";
import { readHouseholds } from "../household.js";
import type { WrittenAtSending } from "../outbox-store.js";
import type { Schema } from "../schema.js";
import { readTrackedBy } from "../tracked-workers.js";
import type { Vault } from "../vault.js";
import { readFacts } from "./facts.js";
import { findPersons, lockPersons, type Person } from "./persons.js";
import { type Facts, isLate, isStillRight, planOf, type Reminder } from "./plan.js";
import { allChanges, applyChanges, type Replan } from "./replan.js";
import { spreadOf } from "./spread.js";

export type ReminderSending = {
  readonly vault: Vault;
  readonly rules: ReminderRules;
  readonly replan: Replan;
  /** The words, in the chat's language; `undefined`: none was chosen there. */
  readonly say: (digest: DigestOf, language: Language | undefined) => Rendered;
  /** told: so many reminders in one message. dropped: a message was not sent. faulty: its words could not be made. */
  readonly report: (what: "told" | "dropped" | "faulty", reminders: number, error?: unknown) => void;
};

type Prepared = Awaited<ReturnType<WrittenAtSending["prepare"]>> extends ReadonlyMap<number, infer P> ? P : never;
type Item = { readonly id: number; readonly chat: string };
type KnownFacts = Facts & { readonly of: Person };
/** What one message is to tell. */
type Telling = Item & { readonly facts: KnownFacts; readonly due: readonly Reminder[] };

export function createReminderSending(of: ReminderSending): WrittenAtSending {
  const { rules, replan, report } = of;

  /** A person's second message waits for what becomes of the first. */
  async function prepare(trx: Transaction<Schema>, items: readonly Item[], now: Date): Promise<Map<number, Prepared>> {
    const today = kuwaitDate(now);
    const persons = await findPersons(trx, { chats: items.map(({ chat }) => chat) });
    await lockPersons(trx, persons);
    const known = await readFacts(trx, persons);
    const prepared = new Map<number, Prepared>();
    const later: Item[] = [];
    const tellings: Telling[] = [];
    const queuedToTell: Reminder[] = [];
    const begun = new Set<Person>();
    const owned = await withAgent(trx, items);
    for (const item of items) {
      const facts = known.find((each) => each.of.chats.some(({ chat }) => chat === item.chat));
      if (facts !== undefined && begun.has(facts.of)) {
        later.push(item);
        continue;
      }
      if (facts !== undefined) begun.add(facts.of);
      const queued = facts?.reminders.filter(({ outbox }) => outbox === item.id) ?? [];
      const asPlanned = facts && withRows(facts, queued, { state: "planned", toldOn: undefined });
      const due = queued.filter(
        (row) => row.chat === item.chat && row.day <= today && asPlanned && isStillRight(row, asPlanned, rules, today),
      );
      const putOffTo = facts && dayToTell(facts, due, rules, now);
      // While somebody talks to a person there, it waits; it is taken again when they are done.
      if (asPlanned === undefined || due.length === 0 || putOffTo !== undefined || owned.has(item.id)) {
        await drop(trx, item, now, asPlanned && putOffTo && { facts: asPlanned, due, day: putOffTo });
        report("dropped", queued.length);
        prepared.set(item.id, { kind: "drop" });
      } else {
        tellings.push({ ...item, facts: asPlanned, due });
        queuedToTell.push(...queued);
      }
    }
    if (tellings.length > 0) {
      await keepTold(trx, queuedToTell, tellings, today);
      for (const [id, what] of await words(of, trx, tellings, today)) prepared.set(id, what);
    }
    if (later.length > 0) for (const [id, what] of await prepare(trx, later, now)) prepared.set(id, what);
    return prepared;
  }

  async function keepTold(
    trx: Transaction<Schema>,
    queued: readonly Reminder[],
    tellings: readonly Telling[],
    today: IsoDate,
  ): Promise<void> {
    const told = tellings.flatMap(({ due }) => due.map(({ id }) => id));
    await sql`
      update reminders set state = case when told then 'told' else 'planned' end,
        told_day = case when told then ${today}::date end, outbox_id = case when told then outbox_id end
      from (select unnest(${queued.map(({ id }) => id)}::bigint[]) as its) as q,
        lateral (select its = any(${told}::bigint[]) as told) as t
      where reminders.id = its`.execute(trx);
    const changes = tellings.map(({ facts, due }) =>
      planOf(withRows(facts, due, { state: "told", toldOn: today }), rules, today),
    );
    await applyChanges(trx, allChanges(changes));
  }

  /** Back to what is planned. */
  async function drop(
    trx: Transaction<Schema>,
    { id, chat }: Item,
    now: Date,
    putOffTo: { readonly facts: Facts; readonly due: readonly Reminder[]; readonly day: IsoDate } | undefined,
  ): Promise<void> {
    await sql`update reminders set state = 'planned', outbox_id = null, told_day = null where outbox_id = ${id}`.execute(
      trx,
    );
    if (putOffTo !== undefined) await putOff(trx, rules, putOffTo);
    await replan(trx, { chats: [chat] }, now);
  }

  return {
    prepare: (trx, { items, now }) => prepare(trx, items, now),

    async unreached(trx, { items, chat, now }) {
      await sql`update reminders set state = 'planned', outbox_id = null, told_day = null
        where outbox_id = any(${[...items]}::bigint[])`.execute(trx);
      await replan(trx, { chats: [chat] }, now);
    },
  };
}

async function withAgent(trx: Transaction<Schema>, items: readonly Item[]): Promise<ReadonlySet<number>> {
  const rows = await trx
    .selectFrom("outbox")
    .select("id")
    .where(
      "id",
      "in",
      items.map(({ id }) => id),
    )
    .where(isWithAgent)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

function withRows<F extends Facts>(facts: F, rows: readonly Reminder[], as: Pick<Reminder, "state" | "toldOn">): F {
  const ids = new Set(rows.map(({ id }) => id));
  return { ...facts, reminders: facts.reminders.map((row) => (ids.has(row.id) ? { ...row, ...as } : row)) };
}

/** The day to which all of it is put off because this is not the time; `undefined`: it is. */
function dayToTell({ wishes }: Facts, due: readonly Reminder[], rules: ReminderRules, now: Date): IsoDate | undefined {
  const today = kuwaitDate(now);
  // The hour is the person's own, or when the operator's hours begin.
  const begins = slotOf({ milestone: 0, day: today }, { wishes, rules, spread: 0 });
  if (now < begins) return today;
  const isAskedFor = due.some(({ why, milestone, end }) => why === "later" && addDays(end, -milestone) === today);
  const isQuiet = wishes.quietFridays && isFriday(today) && !isAskedFor;
  return isQuiet || !isWithinHours(now, rules.hours) ? addDays(today, 1) : undefined;
}

async function putOff(
  trx: Transaction<Schema>,
  rules: ReminderRules,
  of: { readonly facts: Facts; readonly due: readonly Reminder[]; readonly day: IsoDate },
): Promise<void> {
  const { facts, due, day } = of;
  const spread = spreadOf(facts.chat ?? "");
  for (const { id, milestone, end } of due)
    await trx
      .updateTable("reminders")
      .set({
        due_day: day,
        due_at: slotOf(
          { milestone, day },
          { wishes: facts.wishes, rules, spread, isLate: isLate({ end, milestone, day }) },
        ),
      })
      .where("id", "=", id)
      .execute();
}

/** A fault in the words costs this one message, and holds up no other. */
async function words(
  { vault, say, report }: ReminderSending,
  trx: Transaction<Schema>,
  tellings: readonly Telling[],
  today: IsoDate,
): Promise<ReadonlyMap<number, Prepared>> {
  const sponsors = tellings.flatMap(({ facts }) => facts.of.sponsor ?? []);
  const households = await readHouseholds(trx, vault, sponsors);
  const prepared = new Map<number, Prepared>();
  for (const { id, chat, facts, due } of tellings) {
    const { sponsor, accounts } = facts.of;
    const isFollowed = due.some(({ worker }) => worker.startsWith("t"));
    const tracked = isFollowed ? await readTrackedBy(trx, vault, accounts) : [];
    try {
      const household = households.get(sponsor ?? 0)?.() ?? { kuwaiti: false, workers: [] };
      const ends = new Map(due.map(({ worker, end }) => [worker, end]));
      const reminded = [...household.workers, ...tracked]
        .flatMap((worker): Reminded[] => {
          const end = ends.get(worker.id);
          return end === undefined ? [] : [{ worker, end }];
        })
        .toSorted((a, b) => (a.end < b.end ? -1 : 1));
      const language = facts.of.chats.find((each) => each.chat === chat)?.language;
      const message = say({ reminded, household, names: facts.wishes.names, today }, language);
      report("told", reminded.length);
      prepared.set(id, { kind: "say", message });
    } catch (error) {
      report("faulty", due.length, error);
      prepared.set(id, { kind: "faulty" });
    }
  }
  return prepared;
}
