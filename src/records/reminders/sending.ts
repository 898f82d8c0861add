// At sending: what of a queued reminder is still true now, in today's words; nothing, where nothing is or it is not the time.
import { type SqlBool, sql, type Transaction } from "kysely";
import { addDays, type IsoDate, kuwaitDate } from "../../domain/iso-date.js";
import { isFriday, isWithinHours, type ReminderRules, slotOf } from "../../domain/reminder.js";
import type { Rendered } from "../../messages/channel.js";
import type { DigestOf, Reminded } from "../../reminders/digest.js";
import type { Language } from "../../words/line.js";
import { readHousehold } from "../household.js";
import type { WrittenAtSending } from "../outbox.js";
import type { Schema } from "../schema.js";
import { readTrackedBy } from "../tracked-workers.js";
import type { Vault } from "../vault.js";
import { readFacts } from "./facts.js";
import { lockPersons, type Person, personOf } from "./persons.js";
import { type Facts, planOf, type Reminder } from "./plan.js";
import { applyChanges, type Replan } from "./replan.js";
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

export function createReminderSending(of: ReminderSending): WrittenAtSending {
  const { rules, replan, report } = of;
  return {
    async prepare(trx, { id, chat, now }) {
      const today = kuwaitDate(now);
      const person = await personOf(trx, chat);
      if (person !== undefined) await lockPersons(trx, [person]);
      const [facts] = person === undefined ? [] : await readFacts(trx, [person]);
      const queued = facts?.reminders.filter(({ outbox }) => outbox === id) ?? [];
      const asPlanned = facts && withRows(facts, queued, { state: "planned", toldOn: undefined });
      const untrue = new Set(asPlanned && planOf(asPlanned, rules, today).remove);
      const due = queued.filter((row) => !untrue.has(row.id) && row.chat === chat && row.day <= today);
      const putOffTo = facts && dayToTell(facts, due, rules, now);

      if (facts === undefined || due.length === 0 || putOffTo !== undefined) {
        await sql`update reminders set state = 'planned', outbox_id = null, told_day = null where outbox_id = ${id}`.execute(
          trx,
        );
        if (facts !== undefined && putOffTo !== undefined) await putOff(trx, facts, due, rules, putOffTo);
        await replan(trx, { chats: [chat] }, now);
        report("dropped", queued.length);
        return { kind: "drop" };
      }

      const told = due.map((row) => row.id);
      await sql`
        update reminders set state = case when told then 'told' else 'planned' end,
          told_day = case when told then ${today}::date end, outbox_id = case when told then outbox_id end
        from (select unnest(${queued.map((row) => row.id)}::bigint[]) as its) as q,
          lateral (select its = any(${told}::bigint[]) as told) as t
        where reminders.id = its`.execute(trx);
      const afterwards = withRows(asPlanned ?? facts, due, { state: "told", toldOn: today });
      await applyChanges(trx, planOf(afterwards, rules, today));
      return words(of, trx, { facts, due, today, chat });
    },

    async unreached(trx, { items, chat, now }) {
      await sql`update reminders set state = 'planned', outbox_id = null, told_day = null
        where outbox_id = any(${[...items]}::bigint[])`.execute(trx);
      await replan(trx, { chats: [chat] }, now);
    },
  };
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
  { chat, wishes }: Facts,
  due: readonly Reminder[],
  rules: ReminderRules,
  day: IsoDate,
): Promise<void> {
  const spread = spreadOf(chat ?? "");
  for (const { id, milestone } of due)
    await trx
      .updateTable("reminders")
      .set({ due_day: day, due_at: slotOf({ milestone, day }, { wishes, rules, spread }) })
      .where("id", "=", id)
      .execute();
}

/** A fault in the words costs this one message, and holds up no other. */
async function words(
  { vault, say, report }: ReminderSending,
  trx: Transaction<Schema>,
  of: {
    readonly facts: Facts & { readonly of: Person };
    readonly due: readonly Reminder[];
    readonly today: IsoDate;
    readonly chat: string;
  },
): ReturnType<WrittenAtSending["prepare"]> {
  const { facts, due, today, chat } = of;
  const { sponsor, accounts } = facts.of;
  const household =
    sponsor === undefined
      ? { kuwaiti: false, workers: [] }
      : await readHousehold(trx, vault, sql<SqlBool>`s.id = ${sponsor}`);
  const isFollowed = due.some(({ worker }) => worker.startsWith("t"));
  const tracked = isFollowed ? await readTrackedBy(trx, vault, accounts) : [];
  try {
    const workers = [...household.workers, ...tracked];
    const ends = new Map(due.map(({ worker, end }) => [worker, end]));
    const reminded = workers
      .flatMap((worker): Reminded[] => {
        const end = ends.get(worker.id);
        return end === undefined ? [] : [{ worker, end }];
      })
      .toSorted((a, b) => (a.end < b.end ? -1 : 1));
    const language = facts.of.chats.find((each) => each.chat === chat)?.language;
    const message = say({ reminded, household, names: facts.wishes.names, today }, language);
    report("told", reminded.length);
    return { kind: "say", message };
  } catch (error) {
    report("faulty", due.length, error);
    return { kind: "faulty" };
  }
}
