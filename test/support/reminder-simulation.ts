// Reminders through simulated weeks: renewals, answers, blocked chats, storms of 429 and senders that die, beside a model of the truth.

import { sql } from "kysely";
import { addDays, daysBetween, type IsoDate, kuwaitDate } from "../../src/domain/iso-date.js";
import { defaultReminderRules, defaultWishes, isFriday, isWithinHours } from "../../src/domain/reminder.js";
import type { ReminderAnswer } from "../../src/journeys/reminders-port.js";
import type { OutboxStore } from "../../src/messages/outbox.js";
import { createChats } from "../../src/records/chats.js";
import type { Db } from "../../src/records/database.js";
import { createOutboxStore } from "../../src/records/outbox-store.js";
import { claimReminders } from "../../src/records/reminders/claim.js";
import { followRules } from "../../src/records/reminders/follow-rules.js";
import { createReminders } from "../../src/records/reminders/reminders.js";
import { createReminderSending } from "../../src/records/reminders/sending.js";
import type { ChatKey } from "../../src/turns/session-store.js";
import { asAutomatic } from "./as-automatic.js";
import { testReplan, testVault } from "./databases.js";
import { addReminded, type NewSponsor } from "./reminded-people.js";
import { seeded } from "./seeded.js";

export type SimulationOf = {
  readonly db: Db;
  readonly seed: number;
  readonly covers: number;
  readonly days: number;
  /** The share of the workers of whom something is said or done on a day. */
  readonly restless: number;
  /** Who claim, and who send, at the same time. */
  readonly claimers: number;
  readonly senders: number;
};

/** What must be nothing is a list of what was seen, for whoever has to look into it. */
export type Simulated = {
  readonly messages: number;
  readonly reminders: number;
  readonly doubles: readonly string[];
  readonly untrue: readonly string[];
  readonly outsideHours: readonly string[];
  /** Milestones of people of whom nothing changed and who were not told. */
  readonly missed: readonly string[];
  /** Milestones that were held against what was told. */
  readonly milestones: number;
  /** Of the messages that nothing held up, the share within ten minutes of their slot. */
  readonly onTime: number;
  readonly planned: number;
  readonly ms: number;
};

type Person = {
  readonly chats: readonly ChatKey[];
  readonly workers: readonly Worker[];
  isOn: boolean;
  isQuiet: boolean;
  blocked: Set<ChatKey>;
};
type Worker = {
  readonly id: number;
  readonly person: () => Person;
  /** On record. What was told is among the answers. */
  known: IsoDate;
  answers: ReminderAnswer[];
  changedOn: IsoDate | undefined;
  heardOn: IsoDate | undefined;
  heardEnd: IsoDate | undefined;
  /** Days on which the platform took no message about them: told late in the day, the next try may be the next day's. */
  refusedOn: Set<IsoDate>;
};

/** When a message was to be told, and where. */
type Slot = { readonly chat: ChatKey; readonly at: Date | null };

type Span = { readonly from: number; readonly until: number };

const begin = "2026-11-22" as IsoDate;
const minute = 60_000;
const tick = 5 * minute;
const dayMs = 24 * 60 * minute;
const rules = defaultReminderRules;
/** When what is due is looked at in a day, also in the window's last minute: the loop of the program looks every few seconds. */
const looks = [...Array.from({ length: dayMs / tick }, (_, n) => n * tick), (rules.hours.until - 1) * minute].sort(
  (a, b) => a - b,
);

export async function simulateReminders(of: SimulationOf): Promise<Simulated> {
  const { db, days } = of;
  const chance = seeded(of.seed);
  const draw = (n: number) => Math.floor(chance() * n);
  const startedAt = performance.now();
  let nowMs = Date.parse(`${begin}T00:00:00+03:00`);
  const clock = { now: () => new Date(nowMs) };
  const today = () => kuwaitDate(clock.now());
  const chats = createChats({ db, vault: testVault, replan: testReplan });
  let token = 0;

  const persons = await people();
  const workers = persons.flatMap((person) => person.workers);
  const byId = new Map(workers.map((worker) => [`w${worker.id}`, worker]));
  await followRules({ db, rules, clock, replan: testReplan });

  const doubles: string[] = [];
  const untrue: string[] = [];
  const outsideHours: string[] = [];
  const missed: string[] = [];
  let [messages, reminders, milestones, unhindered, punctual] = [0, 0, 0, 0, 0];
  /** Of the day: what may have arrived, by chat and by worker. */
  let arrived = new Set<string>();
  /** The platform takes nothing, or no sender runs. */
  let storm: Span | undefined;
  let outage: Span | undefined;
  /** Days on which one of the two was. */
  const hindered = new Set<IsoDate>();

  for (let n = 0; n < days; n += 1) {
    const midnight = Date.parse(`${begin}T00:00:00+03:00`) + n * dayMs;
    nowMs = midnight;
    arrived = new Set();
    const acts = Array.from({ length: Math.ceil(workers.length * of.restless) }, () => draw(dayMs / tick) * tick).sort(
      (a, b) => a - b,
    );
    const stormAt = rules.hours.from * minute + draw(600) * minute;
    storm = draw(5) === 0 ? { from: midnight + stormAt, until: midnight + stormAt + draw(90) * minute } : undefined;
    // Every second day at most, or what is put off could be put off twice.
    const outageAt = midnight + (9 * 60 + draw(660)) * minute;
    outage = n % 2 === 0 && draw(2) === 0 ? { from: outageAt, until: outageAt + draw(240) * minute } : undefined;
    if (storm !== undefined || outage !== undefined) hindered.add(kuwaitDate(new Date(midnight)));
    for (const at of looks) {
      nowMs = midnight + at;
      while (acts[0] !== undefined && acts[0] <= at) {
        acts.shift();
        // Half of them between the claim and the call, about a worker whose reminder is queued.
        if (draw(2) === 0) await act(await claimedWorker());
        else await act(workers[draw(workers.length)]);
      }
      // At night only what was left over could go out: now and then is often enough to see it.
      const isLookedAt = isWithinHours(clock.now(), rules.hours) || at % (60 * minute) === 0;
      if (isLookedAt && (await isSomethingDue())) await drain();
    }
    judge();
  }
  const { rows } = await sql<{ n: number }>`select count(*) as n from reminders where state = 'planned'`.execute(db);
  return {
    messages,
    reminders,
    doubles,
    untrue,
    outsideHours,
    missed,
    milestones,
    onTime: unhindered === 0 ? 1 : punctual / unhindered,
    planned: rows[0]?.n ?? 0,
    ms: performance.now() - startedAt,
  };

  async function people(): Promise<readonly Person[]> {
    const made: Person[] = [];
    for (let left = of.covers; left > 0; ) {
      const sponsors: NewSponsor[] = [];
      while (left > 0 && sponsors.length < 500) {
        const ends = Array.from({ length: Math.min(left, 1 + draw(3)) }, () => addDays(begin, draw(days + 60) - 10));
        left -= ends.length;
        sponsors.push({ chats: draw(8) === 0 ? 2 : 1, ends });
      }
      for (const added of await addReminded(db, clock.now(), made.length, sponsors)) {
        const person: Person = {
          chats: added.chats,
          workers: added.workers.map(({ id, end }) => ({
            id,
            person: () => person,
            known: end,
            answers: [],
            changedOn: undefined,
            heardOn: undefined,
            heardEnd: undefined,
            refusedOn: new Set(),
          })),
          isOn: true,
          isQuiet: false,
          blocked: new Set(),
        };
        made.push(person);
      }
    }
    return made;
  }

  function storeOf(): OutboxStore {
    return createOutboxStore({
      asAutomatic,
      db,
      vault: testVault,
      clock,
      reminders: createReminderSending({
        vault: testVault,
        rules,
        replan: testReplan,
        say: ({ reminded }) => ({
          text: JSON.stringify(reminded.map(({ worker, end }) => [worker.id, end])),
          language: "en",
          code: [],
          buttons: [],
        }),
        report: () => undefined,
      }),
    });
  }

  async function isSomethingDue(): Promise<boolean> {
    const { rows } = await sql<{ due: boolean }>`
      select exists (select from reminders where state = 'planned' and due_at <= ${clock.now()})
        or exists (select from outbox where state in ('waiting', 'sending')) as due`.execute(db);
    return rows[0]?.due === true;
  }

  /** As the loop does: outside the hours nobody claims. */
  async function claim(): Promise<number> {
    if (!isWithinHours(clock.now(), rules.hours)) return 0;
    const claims = Array.from({ length: of.claimers }, () => claimReminders(db, clock.now(), 50));
    return (await Promise.all(claims)).reduce((sum, claimed) => sum + claimed.chats, 0);
  }

  async function drain(): Promise<void> {
    for (;;) {
      const claimed = await claim();
      const sent = await Promise.all(Array.from({ length: of.senders }, () => send()));
      // The leases of senders that died run out, and the next one looks after them.
      await sql`update outbox set leased_until = 'epoch' where leased_until is not null`.execute(db);
      await storeOf().recoverCrashed();
      if (claimed === 0 && sent.every((count) => count === 0)) return;
    }
  }

  /** A sender takes what waits, until it dies. @returns how many it took */
  async function send(): Promise<number> {
    if (isDuring(outage)) return 0;
    const store = storeOf();
    const items = await store.claim("telegram", 8, 60_000);
    if (items.length === 0 || draw(25) === 0) return items.length;
    const messages = await store.markSending(items.map(({ id }) => id));
    const slots = await slotsOf([...messages.keys()]);
    let isAlive = true;
    for (const { id, tries } of items) {
      const message = messages.get(id);
      const slot = slots.get(id);
      if (message === undefined || slot === undefined) continue;
      if (!isAlive || draw(200) === 0) {
        // It died; the call that it was in may have gone out, and the ones after it did not.
        hear(slot, message.text, tries, isAlive && draw(2) === 0 ? "arrived" : "lost");
        isAlive = false;
        continue;
      }
      const kind = draw(400) === 0 ? "unreachable" : isDuring(storm) || draw(50) === 0 ? "later" : "sent";
      hear(slot, message.text, tries, kind === "sent" ? "arrived" : "refused");
      if (kind === "unreachable") block(slot.chat);
      await store.record(
        id,
        kind === "later" ? { kind, inMs: minute } : kind === "sent" ? { kind, messageId: "1" } : { kind },
      );
    }
    return items.length;
  }

  async function slotsOf(ids: readonly string[]): Promise<ReadonlyMap<string, Slot>> {
    const { rows } = await sql<{ id: number; chat: ChatKey; at: Date | null }>`
      select id, chat, (select min(due_at) from reminders where outbox_id = outbox.id) as at from outbox
      where id = any(${ids.map(Number)}::bigint[])`.execute(db);
    return new Map(rows.map(({ id, chat, at }) => [`${id}`, { chat, at }]));
  }

  /** The call, as whoever gets it would judge it. */
  function hear({ chat, at }: Slot, text: string, tries: number, how: "arrived" | "lost" | "refused"): void {
    const said = JSON.parse(text) as [string, IsoDate][];
    const when = `seed ${of.seed}: ${clock.now().toISOString()} ${said.map(([worker]) => worker).join()}`;
    messages += 1;
    reminders += said.length;
    if (!isWithinHours(clock.now(), rules.hours)) outsideHours.push(when);
    if (tries === 0 && storm === undefined && outage === undefined && at !== null && kuwaitDate(at) === today()) {
      unhindered += 1;
      if (nowMs - at.getTime() <= 10 * minute) punctual += 1;
    }
    for (const [id, end] of said) {
      const worker = byId.get(id);
      if (worker === undefined || whyNot(worker, end, chat) !== undefined)
        untrue.push(`${when}: ${id} ${end} ${worker && whyNot(worker, end, chat)}`);
      if (how === "refused") worker?.refusedOn.add(today());
      // What is lost with its sender is unknown to us, and counts as said.
      if (worker !== undefined && how !== "refused") {
        worker.heardOn = today();
        worker.heardEnd = end;
        if (arrived.has(id)) doubles.push(`${when}: ${id}`);
        arrived.add(id);
      }
    }
    if (how !== "refused") {
      if (arrived.has(chat)) doubles.push(`${when}: ${chat}`);
      arrived.add(chat);
    }
  }

  function whyNot(worker: Worker, end: IsoDate, chat?: string): string | undefined {
    const person = worker.person();
    if (end !== endOf(worker)) return `it ends ${endOf(worker)}`;
    if (isStopped(worker)) return "stopped";
    if (!person.isOn) return "off";
    if (chat !== undefined && !person.chats.some((each) => each === chat && !person.blocked.has(each)))
      return "not in this chat";
    return undefined;
  }

  /** At the end of a day: of whom nothing has changed, the milestone of the day before was told by now. */
  function judge(): void {
    const day = addDays(today(), -1);
    if (day <= begin) return;
    for (const worker of workers) {
      const end = endOf(worker);
      const person = worker.person();
      if (!rules.days.includes(daysBetween(day, end)) || whyNot(worker, end) !== undefined) continue;
      if (worker.changedOn !== undefined && worker.changedOn >= addDays(day, -1)) continue;
      const last = worker.answers.at(-1);
      if (person.blocked.size > 0 || (last?.kind === "later" && last.on >= day)) continue;
      // It must have been told by now, unless on each day since its own the person was to be left in peace or could not be reached.
      const first = person.isQuiet && isFriday(day) ? addDays(day, -1) : day;
      const since = Array.from({ length: daysBetween(first, today()) + 1 }, (_, n) => addDays(first, n));
      const isHeldUp = (on: IsoDate) => hindered.has(on) || worker.refusedOn.has(on);
      if (since.every((on) => isHeldUp(on) || (person.isQuiet && isFriday(on)))) continue;
      milestones += 1;
      const isHeard = worker.heardEnd === end && worker.heardOn !== undefined && worker.heardOn >= addDays(day, -1);
      if (!isHeard) missed.push(`seed ${of.seed}: w${worker.id} ends ${end}, ${daysBetween(day, end)} days before`);
    }
  }

  function isDuring(span: Span | undefined): boolean {
    return span !== undefined && nowMs >= span.from && nowMs < span.until;
  }

  function change(worker: Worker): void {
    worker.changedOn = today();
  }

  function block(chat: ChatKey): void {
    const person = persons.find((each) => each.chats.includes(chat));
    person?.blocked.add(chat);
    person?.workers.forEach(change);
  }

  async function claimedWorker(): Promise<Worker | undefined> {
    await claim();
    const { rows } = await sql<{ worker: string }>`
      select worker from reminders where state = 'queued' order by worker`.execute(db);
    return byId.get(rows[draw(rows.length)]?.worker ?? "") ?? workers[draw(workers.length)];
  }

  async function act(worker: Worker | undefined): Promise<void> {
    if (worker === undefined) return;
    const person = worker.person();
    const chat = person.chats[draw(person.chats.length)] ?? person.chats[0];
    if (chat === undefined) return;
    token += 1;
    const port = createReminders({ db, replan: testReplan }, { fence: { chat, token }, now: clock.now() });
    const id = `w${worker.id}`;
    const key = `k${token}`;
    const says = async (answer: ReminderAnswer) => {
      change(worker);
      await port.answer(key, id, answer);
      worker.answers.push(answer);
    };
    const wishes = async () => {
      person.workers.forEach(change);
      await port.wish(key, { ...defaultWishes, isOn: person.isOn, quietFridays: person.isQuiet });
    };
    switch (draw(10)) {
      case 0:
      case 1:
      case 2:
        change(worker);
        worker.known = addDays(worker.known > today() ? worker.known : today(), 365);
        await db.transaction().execute(async (trx) => {
          await sql`insert into covers (worker_id, from_day, until_day, source, policy_number, known_at)
            values (${worker.id}, ${addDays(worker.known, -364)}, ${worker.known}, 'imported', 'P', ${clock.now()})`.execute(
            trx,
          );
          await testReplan(trx, { workers: [worker.id] }, clock.now());
        });
        return;
      case 3:
        return says({ kind: "renewed", until: addDays(today(), 1 + draw(120)) });
      case 4:
        return says({ kind: "later", on: addDays(today(), 1 + draw(7)) });
      case 5:
        return says({ kind: (["left", "not-mine", "stopped"] as const)[draw(3)] ?? "left" });
      case 6:
      case 7:
        change(worker);
        await port.answer(key, id, undefined);
        worker.answers.pop();
        return;
      case 8:
        person.isQuiet = !person.isQuiet;
        if (draw(3) === 0) person.isOn = !person.isOn;
        return wishes();
      default:
        // A person writes again in a chat that was blocked, or blocks one.
        person.workers.forEach(change);
        if (person.blocked.delete(chat)) return chats.markReachable(chat, clock.now());
        if (draw(4) > 0) return;
        person.blocked.add(chat);
        return chats.markUnreachable(chat, clock.now());
    }
  }
}

function endOf({ known, answers }: Worker): IsoDate {
  const told = answers.findLast((answer) => answer.kind === "renewed");
  return told?.kind === "renewed" && told.until > known ? told.until : known;
}

function isStopped({ answers }: Worker): boolean {
  const kind = answers.at(-1)?.kind;
  return kind === "left" || kind === "not-mine" || kind === "stopped";
}
