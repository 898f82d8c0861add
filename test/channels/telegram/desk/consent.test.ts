// Full values: with the person's consent or a written reason, in a message that goes again, and every step in a log that the person can read.
import { expect, it } from "vitest";
import { takeBack } from "../../../../src/desk/take-back.js";
import type { Rendered, Sent } from "../../../../src/messages/channel.js";
import { createRenderView } from "../../../../src/messages/render-view.js";
import { createOwnAccess } from "../../../../src/records/desk/own-access.js";
import { createOutboxStore } from "../../../../src/records/outbox-store.js";
import type { ChatKey } from "../../../../src/turns/session-store.js";
import { loadWords } from "../../../../src/words/load.js";
import { asAutomatic } from "../../../support/as-automatic.js";
import { describeEachDatabase, testVault } from "../../../support/databases.js";
import { createDeskWorld, type Said } from "../../../support/desk-world.js";
import { civilId } from "../../../support/fake-world.js";
import { silentLog } from "../../../support/log.js";
import { noReminders } from "../../../support/no-reminders.js";
import { day, minute, neverCovered, noura, nouraPhone, phone, row, stranger } from "../../../support/people-world.js";

const { speak } = await loadWords("locales");
const plain = (each: Rendered) => each.text.replace(/[\u2066-\u2069]/gu, "");
const text = (said: Said) => said?.map(plain).join("\n");
const data = (said: Said) =>
  said?.flatMap(({ buttons }) => buttons.flat().flatMap((button) => ("data" in button ? [button.data] : []))) ?? [];
const starting = (said: Said, start: string) => data(said).find((each) => each.startsWith(start)) ?? "";

describeEachDatabase("full values", (database) => {
  async function opened() {
    const world = createDeskWorld(database().db);
    const { db, clock } = world;
    await world.import(row());
    const [agent, supervisor] = [await world.seat(2, "agent"), await world.seat(1, "supervisor")];
    const chat = await world.chat("77");
    const records = { db, vault: testVault, clock };
    const outbox = createOutboxStore({ ...records, reminders: noReminders, asAutomatic });
    const toStaff = createRenderView(speak, { isTest: false });
    const own = (of: ChatKey) =>
      createOwnAccess({ ...records, toStaff, firstLanguage: "en" }, { fence: world.turn(of).fence, now: clock.now() });
    const removed: string[] = [];
    let sent = 0;
    /** Sends what waits, and says what went where. */
    const goesOut = async (how: "sent" | "unknown" = "sent") => {
      const went: Rendered[] = [];
      for (;;) {
        const items = await outbox.claim("telegram", 10, 10_000);
        if (items.length === 0) return went;
        for (const { id } of items) {
          const message = (await outbox.markSending([id])).get(id);
          if (message !== undefined) went.push(message);
          sent += 1;
          await outbox.record(id, how === "sent" ? { kind: "sent", messageId: `m${sent}` } : { kind: "unknown" });
        }
      }
    };
    const channel = {
      async remove(_chat: string, id: string): Promise<Sent> {
        removed.push(id);
        return { ok: true, messageId: id };
      },
    };
    const takesBack = () => takeBack({ reveals: world.reveals, channel, log: silentLog });
    const card = await agent.writes(noura);
    const logged = async () =>
      (await db.selectFrom("access_log").select("what").orderBy("id").execute()).map(({ what }) => what);
    return { world, agent, supervisor, chat, own, goesOut, takesBack, removed, card, logged };
  }

  const idOf = (message: Rendered | undefined) =>
    Number(/^\/desk-consent allow-(\d+)$/u.exec(starting(message && [message], "/desk-consent allow"))?.[1]);

  it("are asked for once while the person has not answered, however often it is pressed", async () => {
    const { world, agent, chat, own, goesOut, card } = await opened();
    await world.register(chat);
    const ask = starting(card, "desk:consent:ask");
    await agent.presses(ask);
    for (let time = 0; time < 30; time += 1) expect(text(await agent.presses(ask))).toContain("have asked already");
    const [question, ...more] = await goesOut();
    expect(more).toEqual([]);
    await own(chat).answer(idOf(question), false);
    world.clock.advance(16 * minute);
    expect(text(await agent.presses(ask))).toContain("asked in their own chat");
  });

  it("come once the person allows it, and go after a minute; the person sees all of it", async () => {
    const { world, agent, chat, own, goesOut, takesBack, removed, card, logged } = await opened();
    await world.register(chat);
    const ask = starting(card, "desk:consent:ask");
    const show = ask.replace("ask", "show");
    expect(text(await agent.presses(ask))).toContain("asked in their own chat");
    expect(text(await agent.presses(show))).toContain("Nobody has allowed");
    const [question] = await goesOut();
    expect(question && plain(question)).toContain("Member of our team (agent)");
    expect(await own(chat).answer(idOf(question), true)).toBe("taken");
    expect(await own(chat).answer(idOf(question), false)).toBe("over");
    const [told] = await goesOut();
    expect(starting(told && [told], "desk:consent:show")).toBe(show);
    await agent.presses(show);
    const [full] = await goesOut();
    expect(full?.isProtected).toBe(true);
    expect(full && plain(full)).toContain(noura);
    expect(full && plain(full)).toContain("+965 5000 1234");
    await takesBack();
    expect(removed).toEqual([]);
    world.clock.advance(minute);
    await takesBack();
    await takesBack();
    expect(removed).toEqual(["m3"]);
    expect(await logged()).toEqual(["looked", "consent-asked", "refused", "consent-allowed", "revealed"]);
    const { gravest, newest } = await own(chat).list();
    expect([...gravest, ...newest].map(({ what, staff }) => `${staff} ${what}`)).toEqual([
      "Member revealed",
      "Member consent-allowed",
      "Member refused",
      "Member consent-asked",
      "Member looked",
    ]);
  });

  it("of a large household come in messages that each channel sends whole, and all of them go", async () => {
    const { world, agent, goesOut, takesBack, removed, card } = await opened();
    const name = "Maria Consolacion Delos Santos Evangelista Magtanggol Bautista Villanueva Cruz";
    const worker = (nth: number) => civilId("1990-05-17", 1000 + 10 * nth);
    const more = Array.from({ length: 30 }, (_, nth) =>
      row({ ...neverCovered, worker_civil_id: worker(nth), worker_name_en: name, worker_name_ar: name }),
    );
    await world.import(...more);
    await agent.presses(starting(card, "desk:consent:break"));
    await agent.writes("A hospital asks for her number");
    const came = (await goesOut()).filter(({ isProtected }) => isProtected);
    expect(came.length).toBeGreaterThan(1);
    for (const each of came) expect(each.text.length).toBeLessThan(4096);
    for (let nth = 0; nth < 30; nth += 1) expect(text(came)).toContain(worker(nth));
    world.clock.advance(minute);
    await takesBack();
    expect(removed).toHaveLength(came.length);
  });

  it("do not come when the person refuses, is late, or is somebody else", async () => {
    const { world, agent, chat, own, goesOut, card, logged } = await opened();
    await world.register(chat);
    const ask = starting(card, "desk:consent:ask");
    await agent.presses(ask);
    const [question] = await goesOut();
    expect(await own(await world.chat("78")).answer(idOf(question), true)).toBe("over");
    expect(await own(chat).answer(idOf(question), false)).toBe("taken");
    expect(text(await goesOut())).toContain("does not want");
    expect(text(await agent.presses(ask.replace("ask", "show")))).toContain("Nobody has allowed");
    world.clock.advance(16 * minute);
    await agent.presses(ask);
    const [again] = await goesOut();
    world.clock.advance(15 * minute);
    expect(await own(chat).answer(idOf(again), true)).toBe("over");
    expect(await logged()).toEqual(["looked", "consent-asked", "consent-refused", "refused", "consent-asked"]);
  });

  /** Asked for, allowed, and not shown yet. */
  async function allowed() {
    const of = await opened();
    await of.world.register(of.chat);
    const ask = starting(of.card, "desk:consent:ask");
    await of.agent.presses(ask);
    const [question] = await of.goesOut();
    expect(await of.own(of.chat).answer(idOf(question), true)).toBe("taken");
    await of.goesOut();
    return { ...of, shows: () => of.agent.presses(ask.replace("ask", "show")) };
  }

  it("do not come by the consent of somebody who has left, and what was shown goes at once", async () => {
    const { world, chat, shows, goesOut, takesBack, removed, logged } = await allowed();
    expect(text(await shows())).toContain("message of its own");
    await goesOut();
    await shows();
    await world.turn(chat).people.erase("leaves");
    expect(await goesOut()).toEqual([]);
    await takesBack();
    expect(removed).toEqual(["m3"]);
    expect(text(await shows())).toContain("Nobody has allowed");
    expect(await world.db.selectFrom("consents").select("id").execute()).toEqual([]);
    expect((await logged()).at(-1)).toBe("refused");
  });

  it("do not come by a consent from a chat that is proved for them no more", async () => {
    const { world, shows, logged } = await allowed();
    await world.import(row({ sponsor_phone: phone("50009999") }));
    expect(text(await shows())).toContain("Nobody has allowed");
    await world.import(row());
    expect(text(await shows())).toContain("message of its own");
    expect((await logged()).slice(-2)).toEqual(["refused", "revealed"]);
  });

  it("cannot be asked for where nobody is verified, nor by whoever has not looked", async () => {
    const { world, agent, card } = await opened();
    const ask = starting(card, "desk:consent:ask");
    expect(text(await agent.presses(ask))).toContain("verified in no chat");
    const another = await world.seat(3, "agent");
    expect(text(await another.presses(ask))).toContain("Look the person up again");
  });

  it("come without consent by a written reason, which supervisors and the person read", async () => {
    const { world, agent, supervisor, chat, own, goesOut, card, logged } = await opened();
    await world.register(chat);
    expect(text(await agent.presses(starting(card, "desk:consent:break")))).toContain("Write why");
    expect(text(await agent.writes("because"))).toContain("A few words more");
    expect(text(await agent.writes("a long story ".repeat(30)))).toContain("300");
    expect(text(await agent.writes("A hospital asks for her number"))).toContain("message of its own");
    const waiting = await world.db.selectFrom("outbox").select(["chat", "kind"]).orderBy("id").execute();
    expect(waiting).toEqual([
      { chat: supervisor.chat, kind: "desk" },
      { chat: agent.chat, kind: "reveal" },
    ]);
    expect(text(await goesOut())).toContain("A hospital asks for her number");
    expect((await own(chat).list()).gravest[0]).toMatchObject({
      what: "break-glass",
      reason: "A hospital asks for her number",
    });
    expect(await logged()).toEqual(["looked", "break-glass"]);
  });

  it("keep no number whole in the reason: not for supervisors, nor for the person, nor where it was kept so before", async () => {
    const { world, agent, chat, own, goesOut, card } = await opened();
    await world.register(chat);
    await agent.presses(starting(card, "desk:consent:break"));
    await agent.writes(`Her sister ${stranger} calls from 6600 1234`);
    const masked = `Her sister ••••${stranger.slice(-4)} calls from ••••234`;
    expect(text(await goesOut())).toContain(masked);
    const [kept] = await world.db.selectFrom("access_log").selectAll().where("what", "=", "break-glass").execute();
    if (kept?.reason_sealed == null) throw new Error("the reason was not kept");
    expect(testVault.seal.open(kept.reason_sealed, "access_log.reason_sealed")).toBe(masked);
    const { id: _id, ...typed } = kept;
    const reason_sealed = testVault.seal.seal(`Her sister ${stranger}`, "access_log.reason_sealed");
    await world.db
      .insertInto("access_log")
      .values({ ...typed, reason_sealed, effect_key: "as it was" })
      .execute();
    const { gravest } = await own(chat).list();
    expect(gravest.map(({ reason }) => reason)).toEqual([`Her sister ••••${stranger.slice(-4)}`, masked]);
  });

  it("are told to a supervisor whose chat is not known, as soon as they write; and such a colleague can confirm a phone", async () => {
    const { world, agent, supervisor, goesOut, card } = await opened();
    await world.db.deleteFrom("chats").where("chat", "=", supervisor.chat).execute();
    await agent.presses(starting(card, "desk:consent:break"));
    await agent.writes("A hospital asks for her number");
    await agent.presses(starting(card, "desk:phone:correct"));
    expect(text(await agent.writes("5555 6666"))).toContain("asked to confirm");
    expect(text(await goesOut())).not.toContain("A hospital asks for her number");
    await world.chat("1");
    const late = text(await goesOut());
    expect(late).toContain("A hospital asks for her number");
  });

  it("stay the first that the person reads for 90 days, however many looks come after them", async () => {
    const { world, agent, chat, own, card } = await opened();
    await world.register(chat);
    await agent.presses(starting(card, "desk:consent:break"));
    await agent.writes("A hospital asks for her number");
    for (let n = 0; n < 12; n += 1) await agent.writes(noura);
    const { gravest, newest, more } = await own(chat).list();
    expect(gravest.map(({ what }) => what)).toEqual(["break-glass"]);
    expect([newest.length, more]).toEqual([10, 3]);
    world.clock.advance(91 * day);
    const later = await own(chat).list();
    expect([later.gravest.length, later.newest.length, later.more]).toEqual([0, 10, 4]);
  });

  it("stay in sight of whoever was proved then, also after the phone was changed; what comes later does not", async () => {
    const { world, agent, chat, own, card } = await opened();
    const late = await world.chat("79");
    world.clock.advance(minute);
    await world.register(chat);
    await agent.presses(starting(card, "desk:consent:break"));
    await agent.writes("A hospital asks for her number");
    const second = await world.seat(3, "agent");
    await agent.presses(starting(card, "desk:phone:correct"));
    await agent.writes("5555 6666");
    const { id } = await world.db.selectFrom("phone_corrections").select("id").executeTakeFirstOrThrow();
    await second.presses(`desk:phone:confirm:${id}`);
    world.clock.advance(minute);
    await agent.writes(noura);
    const sees = async (of: ChatKey) => {
      const { gravest, newest } = await own(of).list();
      return [...gravest, ...newest].map(({ what }) => what);
    };
    expect(await sees(chat)).toEqual(["phone-corrected", "break-glass", "phone-asked"]);
    // Whoever proves the former phone from now on was never proved for the record.
    await world.register(late);
    expect(await sees(late)).toEqual([]);
    await world.import(row({ sponsor_phone: nouraPhone }));
    expect(await sees(chat)).toContain("looked");
    await world.import(row({ sponsor_phone: "55556666" }));
    world.clock.advance(minute);
    await agent.writes(noura);
    expect((await sees(chat)).filter((what) => what === "looked")).toHaveLength(1);
  });

  it("are not given by a dialogue that a command ended", async () => {
    const { agent, card, logged } = await opened();
    await agent.presses(starting(card, "desk:consent:break"));
    const said = text(await agent.writes("/help"));
    expect(said).toContain("set aside");
    expect(said).toContain("/lookup");
    await agent.writes("A hospital asks for it");
    expect(await logged()).not.toContain("break-glass");
  });

  it("go at once when the role is lost, and what waits never comes", async () => {
    const { world, agent, supervisor, goesOut, takesBack, removed, card } = await opened();
    const breaks = async () => {
      await agent.presses(starting(card, "desk:consent:break"));
      await agent.writes("A hospital asks for her number");
    };
    await breaks();
    expect(await goesOut()).toHaveLength(2);
    await breaks();
    const [who, by] = [await world.desk.staff.of(agent.chat), await world.desk.staff.of(supervisor.chat)];
    if (who === undefined || by === undefined) throw new Error("they are of the staff");
    await world.desk.staff.change(who.id, "removed", by, "removes");
    expect((await goesOut()).some(({ isProtected }) => isProtected === true)).toBe(false);
    await takesBack();
    expect(removed).toEqual(["m2"]);
    const left = await world.db.selectFrom("reveals").select("id").where("deleted_at", "is", null).execute();
    expect(left).toEqual([]);
  });

  it("seen without consent are told to every other supervisor; where there is none, that is said", async () => {
    const { world, agent, supervisor, card } = await opened();
    const told = async () =>
      (await world.db.selectFrom("outbox").select("chat").where("kind", "=", "desk").execute()).map(({ chat }) => chat);
    await agent.presses(starting(card, "desk:consent:break"));
    expect(text(await agent.writes("A hospital asks for her number"))).not.toContain("nobody else");
    expect(await told()).toEqual([supervisor.chat]);
    const again = starting(await supervisor.writes(noura), "desk:consent:break");
    await supervisor.presses(again);
    expect(text(await supervisor.writes("A hospital asks for her number"))).toContain("nobody else was told");
    expect(await told()).toEqual([supervisor.chat]);
    expect(world.reported).toContain("untold");
    const second = await world.seat(3, "supervisor");
    await supervisor.presses(again);
    expect(text(await supervisor.writes("A hospital asks for her number"))).not.toContain("nobody else");
    expect(await told()).toEqual([supervisor.chat, second.chat]);
  });

  it("leave no words behind in the outbox once they are gone", async () => {
    const { world, agent, goesOut, takesBack, card } = await opened();
    await agent.presses(starting(card, "desk:consent:break"));
    await agent.writes("A hospital asks for her number");
    await goesOut();
    world.clock.advance(minute);
    await takesBack();
    const rows = await world.db.selectFrom("outbox").select("message_sealed").where("kind", "=", "reveal").execute();
    for (const { message_sealed } of rows)
      expect(testVault.seal.open(message_sealed, "outbox.message_sealed")).not.toContain(nouraPhone);
  });

  it("that may have arrived unseen are given up, and operators told", async () => {
    const { world, agent, goesOut, card } = await opened();
    await agent.presses(starting(card, "desk:consent:break"));
    await agent.writes("A hospital asks for her number");
    await goesOut("unknown");
    world.clock.advance(minute);
    expect((await world.reveals.over()).lost).toMatchObject([{ why: "arrival-unknown" }]);
    expect(await world.reveals.over()).toEqual({ standing: [], lost: [] });
  });
});
