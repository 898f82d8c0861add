// Two agents, a person, reminders, payments and crashes, in an order drawn by a seed; what each side saw is held against what may be seen.

import { addDays } from "../../src/domain/iso-date.js";
import { defaultReminderRules } from "../../src/domain/reminder.js";
import type { Db } from "../../src/records/database.js";
import { claimReminders } from "../../src/records/reminders/claim.js";
import { createReminderSending } from "../../src/records/reminders/sending.js";
import { testReplan, testVault } from "./databases.js";
import { civilId, date } from "./fake-world.js";
import { createHandoffWorld, type HandoffWorld, type Shown } from "./handoff-world.js";
import { phone, row } from "./people-world.js";
import { seeded } from "./seeded.js";
import { untimed } from "./talking.js";

export type Interleaving = {
  /** What the bot said to the person while an agent had the chat. */
  readonly spoken: readonly string[];
  /** What came twice, or before something that was sent earlier. */
  readonly disordered: readonly string[];
  /** What one side sent, was told to have sent, and the other never saw, although no sender died with it. */
  readonly lost: readonly string[];
  /** How many messages of either side arrived, and how often somebody took the chat: that anything happened at all. */
  readonly passed: number;
  readonly claimed: number;
};

const stepsEach = 16;

/** Each seed has a person and a chat of its own, in one world. */
export async function createHandoffSimulation(db: Db) {
  const reminders = createReminderSending({
    vault: testVault,
    rules: defaultReminderRules,
    replan: testReplan,
    say: () => ({ text: "a reminder", language: "en", code: [], buttons: [] }),
    report: () => undefined,
  });
  const world = await createHandoffWorld(db, true, reminders);
  const agents = [await world.seat(2, "agent"), await world.seat(3, "agent")] as const;
  const staff = await world.desk.staff.list();
  let people = 0;

  async function newPerson(): Promise<void> {
    people += 1;
    world.become(`${100_000 + people}`);
    const sponsor = civilIdOf("1980-01-01", people);
    const number = phone(`5${String(people).padStart(7, "0")}`);
    await world.chat(`${100_000 + people}`);
    await world.import(
      row({
        sponsor_civil_id: sponsor,
        sponsor_phone: number,
        worker_civil_id: civilIdOf("1990-01-01", people),
        policy_number: `H-${people}`,
        cover_from: "2025-12-23",
        cover_until: "2026-12-22",
      }),
    );
    await world.register(world.person, { civilId: sponsor, phone: number });
  }

  return async (seed: number): Promise<Interleaving> => {
    const chance = seeded(seed);
    const draw = (n: number) => Math.floor(chance() * n);
    await newPerson();
    const spoken: string[] = [];
    const sent = { person: [] as string[], agents: [] as string[] };
    /** A sender died with it: it may have arrived, and must not come again. */
    const uncertain = new Set<string>();
    let words = 0;
    const current = async () => (await world.desk.handoffs.list()).find(({ chat }) => chat === world.person);
    let isAwaited = false;
    world.beforeReply = async () => {
      if (!isAwaited && (await current())?.state === "agent") spoken.push("a reply while an agent has the chat");
    };
    const place = async () => {
      const row = await db
        .selectFrom("handoffs")
        .select("thread")
        .where("chat", "=", world.person)
        .orderBy("id", "desc")
        .limit(1)
        .executeTakeFirst();
      return row?.thread == null ? undefined : { message_thread_id: Number(row.thread), is_topic_message: true };
    };
    const recovering = laneOf();
    /** One chat's updates come one after the other. */
    const inLane = laneOf();
    const inGroup = laneOf();

    const press = (data: (id: number) => string) =>
      inGroup(async () => {
        const handoff = await current();
        if (handoff !== undefined) await agents[draw(2)]?.pressesIn(world.group, data(handoff.id));
      });

    async function personWrites(): Promise<void> {
      words += 1;
      const text = `P${words}`;
      if (draw(4) === 0) world.lostTurns = 1;
      const update = `${seed}:${words}`;
      const isOwned = (await current())?.state === "agent";
      // The platform sends again what was not taken, and now and then what was.
      let result = await world.says(text, { update });
      while (result === "later") result = await world.says(text, { update });
      if (draw(4) === 0) await world.says(text, { update });
      if (isOwned && (await current())?.state === "agent") sent.person.push(text);
    }

    async function agentWrites(): Promise<void> {
      const where = await place();
      if (where === undefined) return;
      words += 1;
      const text = `A${words}`;
      const signed = world.signs.length;
      await agents[draw(2)]?.writesIn(world.group, text, where);
      if (world.signs.length > signed) sent.agents.push(text);
    }

    /** What is typed, or pressed once more, answers nobody's question; a question that waits is answered once. */
    async function personAnswers(): Promise<void> {
      const earlier = await db.selectFrom("handoffs").select("id").where("chat", "=", world.person).execute();
      const forged = [
        { command: "desk-consent", argument: "x" },
        { command: "desk-consent", argument: "allow-999999999" },
        { command: "helped" },
        { command: "helped", argument: `${earlier[0]?.id ?? 1}-yes` },
      ] as const;
      const of = forged[draw(forged.length + 1)];
      if (of !== undefined) {
        await world.says({ kind: "command", ...of });
        return;
      }
      const answer = {
        kind: "command",
        command: "desk-consent",
        argument: `allow-${await world.asksConsent()}`,
      } as const;
      isAwaited = true;
      await world.says(answer);
      isAwaited = false;
      await world.says(answer);
    }

    /** More than there is room for at once. */
    async function personFloods(): Promise<void> {
      for (let n = 3 + draw(5); n > 0; n -= 1) await personWrites();
    }

    const acts: readonly (() => Promise<unknown>)[] = [
      () => inLane(personWrites),
      () => inLane(personFloods),
      () => inLane(() => world.says({ kind: "command", command: "human" })),
      () => inLane(personAnswers),
      () => world.look(),
      () => press((id) => `desk:handoff:claimed:${id}`),
      () => press((id) => `desk:handoff:claimed:${id}`),
      () => press((id) => `desk:handoff:put-back:${id}`),
      () => press((id) => `desk:handoff:to:${id}:${staff[1 + draw(2)]?.id ?? 0}`),
      () => (draw(3) === 0 ? press((id) => `desk:handoff:closed:${id}:solved`) : Promise.resolve()),
      () => inGroup(agentWrites),
      () => world.tells("payment", "a receipt"),
      () => world.tells("reply", "a late reply"),
      async () => {
        await db.updateTable("reminders").set({ due_at: world.clock.now() }).where("chat", "=", world.person).execute();
        await claimReminders(db, world.clock.now(), 50);
      },
      () => world.send(1 + draw(4)),
      () => sendAndDie(draw(2) === 0),
    ];
    const act = () => acts[draw(acts.length)]?.();

    /** The sender marks one, and dies before it has called or after. */
    async function sendAndDie(hasCalled: boolean): Promise<void> {
      const [item] = await world.store.claim("telegram", 1, 60_000);
      const message = item && (await world.store.markSending([item.id])).get(item.id);
      if (item === undefined || message === undefined) return;
      const { chat } = await db
        .selectFrom("outbox")
        .select("chat")
        .where("id", "=", Number(item.id))
        .executeTakeFirstOrThrow();
      const id = world.deliver(chat, message, "outbox");
      // Nobody saw it; where it stood in the order is known all the same.
      const shown = world.phone(chat).find((each) => each.id === id);
      if (!hasCalled && shown !== undefined) shown.isRemoved = true;
      for (const word of untimed(message.text).split("\n")) uncertain.add(word);
      await recover();
    }

    async function recover(): Promise<void> {
      // It waits for nobody: two who die at once would wait for one another.
      await db
        .updateTable("outbox")
        .set({ leased_until: new Date(0) })
        .where("id", "in", (leased) =>
          leased.selectFrom("outbox").select("id").where("leased_until", "is not", null).forUpdate().skipLocked(),
        )
        .execute();
      await recovering(() => world.store.recoverCrashed());
    }

    for (let step = 0; step < stepsEach; step += 1) {
      // Two at once, every now and then: the person writes in the moment in which an agent takes the chat.
      if (draw(3) === 0) await Promise.all([act(), act()]);
      else await act();
    }
    await world.send();
    // What was kept follows once somebody takes the chat.
    const left = await current();
    if (left?.state === "queue") await agents[0].pressesIn(world.group, `desk:handoff:claimed:${left.id}`);
    for (let arrived = -1; arrived !== world.phone(world.groupKey).length; ) {
      arrived = world.phone(world.groupKey).length;
      await world.look();
      await world.send();
    }
    const claimed = await ended();
    return {
      spoken: [...spoken, ...spokenOver(world)],
      ...seenBy(world, sent, uncertain),
      claimed,
    };
  };

  /** The chat is the bot's again, for whoever comes next. */
  async function ended(): Promise<number> {
    const chat = world.person;
    const claims = await db
      .selectFrom("handoff_events")
      .innerJoin("handoffs", "handoffs.id", "handoff_events.handoff_id")
      .select("handoff_events.id")
      .where("handoffs.chat", "=", chat)
      .where("handoff_events.event", "=", "claimed")
      .execute();
    await db.updateTable("handoffs").set({ state: "bot" }).where("chat", "=", chat).execute();
    return claims.length;
  }
}

const begins = /You are now talking to/u;
const ends = /has ended|A colleague will go on/u;
/** What may come between: agents' words, what is marked as automatic, and what answers the answer to a question of theirs. */
const mayCome = /^A\d+$|^\(automatic\) |^✅ Allowed/u;

/** What the bot said between the words of the beginning and those of the end. */
function spokenOver(world: HandoffWorld): readonly string[] {
  let isOwned = false;
  const spoken: string[] = [];
  for (const { text, isRemoved } of world.phone(world.person)) {
    if (begins.test(text)) isOwned = true;
    else if (ends.test(text)) isOwned = false;
    else if (isOwned && !isRemoved && !mayCome.test(text)) spoken.push(text);
  }
  return spoken;
}

function seenBy(
  world: HandoffWorld,
  sent: { readonly person: readonly string[]; readonly agents: readonly string[] },
  uncertain: ReadonlySet<string>,
): Pick<Interleaving, "disordered" | "lost" | "passed"> {
  const inGroup = new Set(sent.person);
  const atPerson = world.phone(world.person).flatMap(seen(/^A\d+$/u));
  const thread = threadOf(world);
  const atGroup = thread.flatMap(seen(/^P\d+$/u));
  const missing = (texts: Iterable<string>, arrived: readonly string[]) =>
    [...texts].filter((text) => !uncertain.has(text) && !arrived.includes(text));
  return {
    disordered: [...disorder(atPerson), ...disorder(atGroup)],
    lost: [...missing(sent.agents, atPerson), ...missing(inGroup, atGroup)],
    passed: atPerson.length + atGroup.length,
  };
}

/** Says of itself that it may be a second time. */
const isAgain = /^\(Perhaps shown here before/u;

const seen =
  (words: RegExp) =>
  ({ text, isRemoved }: Shown): readonly string[] =>
    isRemoved || isAgain.test(text)
      ? []
      : untimed(text)
          .split("\n")
          .filter((each) => words.test(each));

function laneOf(): (turn: () => Promise<unknown>) => Promise<unknown> {
  let last: Promise<unknown> = Promise.resolve();
  return (turn) => {
    last = last.then(turn);
    return last;
  };
}

/** What came into the group since this person is there. */
function threadOf(world: HandoffWorld) {
  const all = world.phone(world.groupKey);
  const from = world.groupSeen;
  world.groupSeen = all.length;
  return all.slice(from);
}

/** Numbers rise: what does not came twice, or late. */
function disorder(texts: readonly string[]): readonly string[] {
  return texts.filter((text, place) => place > 0 && Number(text.slice(1)) <= Number(texts[place - 1]?.slice(1)));
}

/** As many as are asked for: some hundred to a day, since a day's serial numbers have four digits, of which not all make one. */
const civilIdOf = (firstDay: string, nth: number) =>
  civilId(addDays(date(firstDay), Math.floor(nth / 500)), 10 * (nth % 500));
