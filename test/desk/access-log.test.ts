// Every look is in the log: all that one of the staff can do is done once, and the log compared with it, row by row.
import { expect, it } from "vitest";
import { type DeskAction, deskActions } from "../../src/domain/access.js";
import { looksPerHour } from "../../src/domain/looking.js";
import { openCase as openCaseIn } from "../../src/records/cases.js";
import type { Accessed } from "../../src/records/desk/access-log.js";
import { createOwnAccess } from "../../src/records/desk/own-access.js";
import { createMintLink } from "../../src/records/links.js";
import { insertIntent, insertReceipt, insertRenewal } from "../support/bought.js";
import { describeEachDatabase, testVault } from "../support/databases.js";
import type { Member, Said } from "../support/desk-world.js";
import { civilId } from "../support/fake-world.js";
import { createHandoffWorld, type HandoffWorld } from "../support/handoff-world.js";
import { maria, minute, neverCovered, noura, nouraPhone, row, stranger } from "../support/people-world.js";

type What = Accessed["what"];

/** What each thing that can be done leaves in the log. An action that is not named here does not compile. */
const leaves = {
  "look-up": ["looked", "no-match", "limit", "quoted", "refused"],
  "ask-consent": ["consent-asked", "consent-allowed", "consent-refused", "revealed", "refused"],
  "break-glass": ["break-glass", "refused"],
  "resend-link": ["link-sent", "refused"],
  "correct-phone": ["phone-asked", "phone-corrected", "phone-refused", "refused"],
  "open-case": ["looked", "case-opened", "case-closed", "refused"],
  "stop-reminders": ["looked", "reminders-stopped"],
  file: ["filing-seen", "filing", "looked", "refused"],
  "take-over": ["taken-over"],
  "see-queue": [],
  "see-stats": [],
  invite: [],
  "manage-staff": ["log-seen"],
  "name-group": [],
} as const satisfies Record<DeskAction, readonly What[]>;
/** Nor does a kind of row that nothing here leaves. */
type Left = (typeof leaves)[DeskAction][number];
const kinds: readonly What[] = Object.values(leaves).flat() satisfies readonly Left[];
const nothingIsLeftOut: [Exclude<What, Left>] extends [never] ? true : never = true;

type Row = { readonly what: What; readonly by?: Accessed["by"]; readonly staff?: number } & (
  | { readonly of: "nobody" }
  | { readonly of?: "noura" | "another" | "chat" | "noura in her chat"; readonly reason?: string }
);
type Step = readonly [action: DeskAction, how: string, act: () => Promise<unknown>, rows: readonly Row[]];

const inTopic = { message_thread_id: 1, is_topic_message: true };
const reason = "A hospital asks for her number";

/** Noura, who has paid and has a chat, before anybody has looked at her. */
async function opened(database: Parameters<typeof createHandoffWorld>[0]) {
  const world = await createHandoffWorld(database);
  const { db, clock, person } = world;
  await world.import(row());
  await world.chat("700");
  await world.register(person);
  const intent = await insertIntent(world, "paid", person);
  await insertReceipt(world, intent, "TJ-2026-ABCDEFGH");
  const renewal = await insertRenewal(world, "paid", { intent });
  const link = await createMintLink(testVault, "https://pay.test")(db, "pay", intent, clock.now());
  const members = [await world.seat(2, "agent"), await world.seat(3, "agent"), await world.seat(4, "agent")] as const;
  const { id: sponsor } = await db.selectFrom("sponsors").select("id").executeTakeFirstOrThrow();
  return { world, renewal, link, members, sponsor };
}

type Opened = Awaited<ReturnType<typeof opened>>;

/** Remembers what a member did, so that it can be done once more. */
function remembered(member: Member): { readonly member: Member; again(): Promise<readonly Said[]> } {
  const done: (() => Promise<Said>)[] = [];
  const noting = (act: () => Promise<Said>) => {
    done.push(act);
    return act();
  };
  return {
    member: {
      ...member,
      writes: (text) => noting(() => member.writes(text)),
      presses: (button) => noting(() => member.presses(button)),
      writesIn: (group, text, more) => noting(() => member.writesIn(group, text, more)),
      pressesIn: (group, button) => noting(() => member.pressesIn(group, button)),
    },
    async again() {
      const said: Said[] = [];
      for (const act of [...done]) said.push(await act());
      return said;
    },
  };
}

function stepsOf({ world, renewal, link, members, sponsor }: Opened, agent: Member): readonly Step[] {
  const { person, group, db, clock } = world;
  const [, other, busy] = members;
  const supervisor = world.member(1);
  const looked = (by: Accessed["by"]): readonly Row[] => [{ what: "looked", ...(by && { by }) }];
  const presses = (...what: readonly (string | number)[]) => agent.presses(["desk", ...what].join(":"));
  const answers = async (allowed: boolean) => {
    const { id } = await db.selectFrom("consents").select("id").orderBy("id", "desc").executeTakeFirstOrThrow();
    const bound = { fence: world.turn(person).fence, now: clock.now() };
    const deps = { db, vault: testVault, toStaff: world.renderView, firstLanguage: "en" } as const;
    return createOwnAccess(deps, bound).answer(id, allowed);
  };
  const handoff = async () => (await db.selectFrom("handoffs").select("id").executeTakeFirstOrThrow()).id;
  const correction = async () =>
    (await db.selectFrom("phone_corrections").select("id").orderBy("id", "desc").executeTakeFirstOrThrow()).id;
  const worker = async () => (await db.selectFrom("workers").select("id").executeTakeFirstOrThrow()).id;
  const openCase = async () =>
    (await db.selectFrom("cases").select("id").where("state", "=", "open").executeTakeFirst())?.id ?? 0;
  const colleague = async () => (await world.desk.staff.of(other.chat))?.id;
  return [
    ["look-up", "a card by hand", () => presses("look", "again", sponsor), [{ what: "refused" }]],
    ["look-up", "a card of nobody, by hand", () => presses("look", "again", 999), [{ what: "refused", of: "nobody" }]],
    ["ask-consent", "without a card", () => presses("consent", "ask", sponsor), [{ what: "refused" }]],
    ["break-glass", "without a card", () => presses("consent", "break", sponsor), []],
    ["break-glass", "a reason without a card", () => agent.writes(reason), [{ what: "refused" }]],
    ["resend-link", "without a card", () => presses("act", "link", sponsor), [{ what: "refused" }]],
    [
      "open-case",
      "closed without a card",
      async () => {
        const notMine = { kind: "not-mine", effectKey: "k", worker: await worker(), detail: {} } as const;
        await db.transaction().execute((trx) => openCaseIn(trx, notMine, clock.now()));
        await presses("case", "closed", await openCase());
        await agent.writes("It is done");
      },
      [{ what: "refused" }],
    ],
    ["open-case", "without a card", () => presses("case", "open", sponsor), []],
    ["open-case", "their history without a card", () => presses("case", "history", sponsor), [{ what: "refused" }]],
    ["open-case", "a note without a card", () => agent.writes("Ask the bank"), [{ what: "refused" }]],
    ["correct-phone", "without a card", () => presses("phone", "correct", sponsor), []],
    ["correct-phone", "a number without a card", () => agent.writes("5555 6666"), [{ what: "refused" }]],
    ["look-up", "a sponsor's civil ID", () => agent.writes(noura), looked("civil-id")],
    ["look-up", "a worker's civil ID", () => agent.writes(`/lookup ${maria}`), looked("civil-id")],
    ["look-up", "a phone", () => agent.writes(nouraPhone), looked("phone")],
    ["look-up", "a policy", () => agent.writes("hi 1"), looked("policy")],
    ["look-up", "a receipt", () => agent.writes("tj 2026 abcdefgh"), looked("receipt")],
    ["look-up", "a pay link", () => agent.writes(link), looked("link")],
    ["look-up", "the card again", () => presses("look", "again", sponsor), looked(undefined)],
    ["look-up", "a miss", () => agent.writes(stranger), [{ what: "no-match", by: "civil-id", of: "nobody" }]],
    ["look-up", "what names nobody", () => agent.writes("hello"), []],
    ["look-up", "in the group", () => agent.writesIn(group, `/lookup ${noura}`), []],
    [
      "look-up",
      "a phone of two",
      async () => {
        const another = row({
          sponsor_civil_id: civilId("1980-01-01", 4400),
          worker_civil_id: civilId("1992-02-02", 5500),
        });
        await world.import({ ...another, ...neverCovered });
        return agent.writes(nouraPhone);
      },
      [
        { what: "looked", by: "phone" },
        { what: "looked", by: "phone", of: "another" },
      ],
    ],
    [
      "look-up",
      "until the limit, and over it",
      async () => {
        for (let n = 0; n <= looksPerHour; n += 1) await busy.writes(noura);
      },
      [
        ...Array.from({ length: looksPerHour }, (): Row => ({ what: "looked", by: "civil-id", staff: 4 })),
        { what: "limit", of: "nobody", staff: 4 },
      ],
    ],
    ["look-up", "years of a quote", () => presses("act", "quote", sponsor), []],
    ["look-up", "a quote to be read out", () => presses("quote", sponsor, 2), [{ what: "quoted" }]],
    [
      "ask-consent",
      "asked",
      () => presses("consent", "ask", sponsor),
      [{ what: "consent-asked", of: "noura in her chat" }],
    ],
    ["ask-consent", "shown before the answer", () => presses("consent", "show", sponsor), [{ what: "refused" }]],
    ["ask-consent", "refused", () => answers(false), [{ what: "consent-refused", of: "noura in her chat" }]],
    ["ask-consent", "shown all the same", () => presses("consent", "show", sponsor), [{ what: "refused" }]],
    ["ask-consent", "asked again at once", () => presses("consent", "ask", sponsor), []],
    [
      "ask-consent",
      "asked again",
      () => {
        world.clock.advance(16 * minute);
        return presses("consent", "ask", sponsor);
      },
      [{ what: "consent-asked", of: "noura in her chat" }],
    ],
    ["ask-consent", "allowed", () => answers(true), [{ what: "consent-allowed", of: "noura in her chat" }]],
    [
      "ask-consent",
      "shown",
      () => presses("consent", "show", sponsor),
      [{ what: "revealed", of: "noura in her chat" }],
    ],
    ["break-glass", "begun", () => presses("consent", "break", sponsor), []],
    ["break-glass", "without a reason", () => agent.writes("because"), []],
    ["break-glass", "with a reason", () => agent.writes(reason), [{ what: "break-glass", reason }]],
    ["resend-link", "sent", () => presses("act", "link", sponsor), [{ what: "link-sent" }]],
    ["stop-reminders", "for whom", () => presses("act", "stop", sponsor), looked(undefined)],
    [
      "stop-reminders",
      "for one",
      async () => presses("stop", sponsor, await worker()),
      [{ what: "reminders-stopped" }],
    ],
    ["stop-reminders", "for all", () => presses("stop", sponsor, "all"), [{ what: "reminders-stopped" }]],
    ["open-case", "begun", () => presses("case", "open", sponsor), []],
    ["open-case", "opened", () => agent.writes("Ask the bank about it"), [{ what: "case-opened" }]],
    ["open-case", "its end begun", async () => presses("case", "closed", await openCase()), []],
    ["open-case", "closed", () => agent.writes("The bank has answered"), [{ what: "case-closed" }]],
    ["open-case", "their history", () => presses("case", "history", sponsor), [{ what: "looked" }]],
    ["file", "seen in the queue", () => agent.writes("/filings"), [{ what: "filing-seen" }]],
    ["file", "seen by itself", () => presses("filing", "see", renewal), [{ what: "filing-seen" }]],
    [
      "file",
      "the form before the claim",
      () => presses("filing", "form", renewal),
      [{ what: "refused" }, { what: "filing-seen" }],
    ],
    ["file", "claimed", () => presses("filing", "claim", renewal), [{ what: "filing-seen" }]],
    ["file", "the form", () => presses("filing", "form", renewal), [{ what: "filing" }]],
    [
      "file",
      "seen when it is done",
      async () => {
        await world.db.updateTable("renewals").set({ state: "issued" }).where("id", "=", renewal).execute();
        return presses("filing", "see", renewal);
      },
      [{ what: "looked" }],
    ],
    ["take-over", "asked for", () => world.says({ kind: "command", command: "human" }), []],
    ["take-over", "the card in the group", () => world.look(), []],
    [
      "take-over",
      "claimed",
      async () => agent.pressesIn(group, `desk:handoff:claimed:${await handoff()}`),
      [{ what: "taken-over", of: "chat" }],
    ],
    ["take-over", "written to", () => agent.writesIn(group, "hello", inTopic), []],
    ["take-over", "a note", () => agent.writesIn(group, "// to colleagues", inTopic), []],
    [
      "take-over",
      "handed over",
      async () => agent.pressesIn(group, `desk:handoff:to:${await handoff()}:${await colleague()}`),
      [{ what: "taken-over", of: "chat", staff: 3 }],
    ],
    [
      "take-over",
      "taken by somebody else's button",
      async () => agent.pressesIn(group, `desk:handoff:claimed:${await handoff()}`),
      [],
    ],
    ["take-over", "closed", async () => other.pressesIn(group, `desk:handoff:closed:${await handoff()}:solved`), []],
    ["correct-phone", "begun", () => presses("phone", "correct", sponsor), []],
    ["correct-phone", "asked", () => agent.writes("5555 6666"), [{ what: "phone-asked" }]],
    [
      "correct-phone",
      "confirmed by the same",
      async () => presses("phone", "confirm", await correction()),
      [{ what: "refused" }],
    ],
    [
      "correct-phone",
      "confirmed",
      async () => other.presses(`desk:phone:confirm:${await correction()}`),
      [{ what: "phone-corrected", staff: 3 }],
    ],
    ["correct-phone", "begun again", () => presses("phone", "correct", sponsor), []],
    ["correct-phone", "asked again", () => agent.writes("5555 7777"), [{ what: "phone-asked" }]],
    [
      "correct-phone",
      "not confirmed",
      async () => other.presses(`desk:phone:refuse:${await correction()}`),
      [{ what: "phone-refused", staff: 3 }],
    ],
    ["see-queue", "seen", () => agent.writes("/queue"), []],
    ["see-stats", "seen", () => agent.writes("/stats"), []],
    ["invite", "made", () => supervisor.writes("/invite agent"), []],
    ["manage-staff", "seen", () => supervisor.writes("/desk"), []],
    [
      "manage-staff",
      "what a member looked at",
      async () => supervisor.presses(`desk:log:${await colleague()}:0`),
      [{ what: "log-seen", staff: 1, of: "nobody" }],
    ],
    [
      "manage-staff",
      "what was opened without consent",
      () => supervisor.presses("desk:log:glass:0"),
      [{ what: "log-seen", staff: 1, of: "nobody" }],
    ],
    ["manage-staff", "the log, by an agent", () => presses("log", "glass", 0), []],
    ["name-group", "named", () => supervisor.writesIn(group, "/desk here"), []],
  ];
}

async function logged({ db, person }: HandoffWorld, sponsor: number): Promise<readonly unknown[]> {
  const rows = await db.selectFrom("access_log").selectAll().orderBy("id").execute();
  const members = new Map<number, number>();
  const staff = await db.selectFrom("staff").select(["id", "name_sealed"]).execute();
  for (const { id, name_sealed } of staff)
    members.set(id, Number(testVault.seal.open(name_sealed, "staff.name_sealed").split(" ")[1]));
  return rows.map((each) => ({
    what: each.what,
    by: each.found_by,
    staff: members.get(each.staff_id),
    sponsor: each.sponsor_id === null ? null : each.sponsor_id === sponsor ? "noura" : "another",
    chat: each.chat === null ? null : each.chat === person ? "hers" : "another",
    reason: each.reason_sealed && testVault.seal.open(each.reason_sealed, "access_log.reason_sealed"),
  }));
}

const expected = (each: Row) => ({
  what: each.what,
  by: each.by ?? null,
  staff: each.staff ?? 2,
  sponsor: each.of === "nobody" || each.of === "chat" ? null : each.of === "another" ? "another" : "noura",
  chat: each.of === "chat" || each.of === "noura in her chat" ? "hers" : null,
  reason: ("reason" in each ? each.reason : undefined) ?? null,
});

describeEachDatabase("the access log", (database) => {
  it("has a row for each look at somebody and each thing done with what is theirs, and no other", async () => {
    const all = await opened(database().db);
    const steps = stepsOf(all, all.members[0]);
    const so: Row[] = [];
    for (const [action, how, act, rows] of steps) {
      await act();
      for (const { what } of rows) expect(leaves[action], `${action}: ${how}`).toContain(what);
      so.push(...rows);
      expect(await logged(all.world, all.sponsor), `${action}: ${how}`).toEqual(so.map(expected));
    }
    expect(nothingIsLeftOut).toBe(true);
    expect(new Set(so.map(({ what }) => what))).toEqual(new Set(kinds));
    const driven = new Set(steps.map(([action]) => action));
    expect(deskActions.filter((action) => !driven.has(action))).toEqual([]);
  });

  it("is left as it is by whoever is suspended, who is shown nothing, whatever they do again", async () => {
    const all = await opened(database().db);
    const { world, sponsor } = all;
    const { member, again } = remembered(all.members[0]);
    for (const [, , act] of stepsOf(all, member)) await act();
    const [who, by] = [await world.desk.staff.of(member.chat), await world.desk.staff.of(world.member(1).chat)];
    if (who === undefined || by === undefined) throw new Error("they are of the staff");
    await world.desk.staff.change(who.id, "suspended", by, "suspends");
    const before = await logged(world, sponsor);
    const waiting = () => world.db.selectFrom("outbox").select("id").where("state", "=", "waiting").execute();
    const toBeSent = await waiting();
    const said = await again();
    expect(said.length).toBeGreaterThan(30);
    expect(said.filter((each) => each !== undefined)).toEqual([]);
    expect(await logged(world, sponsor)).toEqual(before);
    expect(await waiting()).toEqual(toBeSent);
  });

  it("is left as it is by whoever was of the staff when their turn began", async () => {
    const { world, sponsor, renewal, members } = await opened(database().db);
    const [agent] = members;
    await agent.writes(noura);
    await agent.presses(`desk:filing:claim:${renewal}`);
    await world.says({ kind: "command", command: "human" });
    const [handoff] = await world.desk.handoffs.list();
    const [who, by] = [await world.desk.staff.of(agent.chat), await world.desk.staff.of(world.member(1).chat)];
    if (who === undefined || by === undefined || handoff === undefined) throw new Error("they are of the staff");
    await world.desk.staff.change(who.id, "suspended", by, "suspends");
    const before = await logged(world, sponsor);
    const { lookup, consents, actions, cases, phones, filings, handoffs } = world.desk;
    expect([
      await lookup.again(sponsor, who, "1"),
      await consents.ask(sponsor, who, "2"),
      await consents.show(sponsor, who, "3"),
      await consents.breakGlass(sponsor, reason, who, "4"),
      await actions.sendAgain(sponsor, who, "5"),
      await actions.stopReminders(sponsor, "all", who, "6"),
      await actions.household(sponsor, who, "7"),
      await actions.workersToStop(sponsor, who, "11"),
      await cases.open(sponsor, "Ask the bank about it", who, "12"),
      await phones.ask(sponsor, nouraPhone, who, "8"),
      await filings?.form(renewal, who, "9"),
      await filings?.take(renewal, { kind: "file" }, who, "13"),
      await handoffs.move(handoff.id, { event: "claimed" }, who, "10"),
    ]).toEqual([
      { kind: "none" },
      "unseen",
      "not-allowed",
      "unseen",
      "unseen",
      "unseen",
      "unseen",
      "unseen",
      "unseen",
      "unseen",
      undefined,
      undefined,
      { ok: false, reason: "nobody-there" },
    ]);
    expect(await logged(world, sponsor)).toEqual(before);
  });
});
