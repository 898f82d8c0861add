// Looking people up in Telegram: found by what a caller says, masked, within limits, and every look in the log.
import { expect, it } from "vitest";
import { looksPerHour, usualMissesPerHour } from "../../../../src/domain/looking.js";
import { insertAttempt, insertIntent, insertLine } from "../../../support/bought.js";
import { describeEachDatabase } from "../../../support/databases.js";
import { createDeskWorld, type Said } from "../../../support/desk-world.js";
import { civilId } from "../../../support/fake-world.js";
import { joseph, maria, neverCovered, noura, nouraPhone, row, stranger } from "../../../support/people-world.js";
import { guessSuspended } from "../../../support/suspended-guesses.js";

const text = (said: Said) => said?.map((each) => each.text.replace(/[\u2066-\u2069]/gu, "")).join("\n");
const data = (said: Said) =>
  said?.flatMap(({ buttons }) => buttons.flat().flatMap((button) => ("data" in button ? [button.data] : []))) ?? [];

describeEachDatabase("looking people up", (database) => {
  const worldWith = async () => {
    const world = createDeskWorld(database().db);
    await world.import(
      row(),
      row({ worker_civil_id: joseph, worker_name_en: "Joseph Kurian", worker_name_ar: "", ...neverCovered }),
    );
    return { world, agent: await world.seat(2, "agent") };
  };
  const logged = async () =>
    (await database().db.selectFrom("access_log").select(["what", "found_by"]).orderBy("id").execute()).map(
      ({ what, found_by }) => (found_by === null ? what : `${what} by ${found_by}`),
    );

  it("finds a household by civil ID, phone and policy number, and notes each look", async () => {
    const { world, agent } = await worldWith();
    for (const asked of [noura, `/lookup ${nouraPhone}`, "hi-1", "/lookup HI 1"])
      expect(text(await agent.writes(asked))).toContain(noura.slice(-4));
    expect(await logged()).toEqual(["looked by civil-id", "looked by phone", "looked by policy", "looked by policy"]);
    expect(world.reported).toEqual(["card", "card", "card", "card"]);
  });

  it("shows the worker first who was asked for", async () => {
    const { agent } = await worldWith();
    const said = text(await agent.writes(joseph)) ?? "";
    expect(said.indexOf(joseph.slice(-4))).toBeLessThan(said.indexOf(maria.slice(-4)));
    expect(said).toContain("Covered until 31 Dec 2026");
    expect(said).toContain("As imported on");
  });

  it("masks everybody: initials, last four, three digits of a phone", async () => {
    const { agent } = await worldWith();
    const said = text(await agent.writes(noura)) ?? "";
    for (const whole of [noura, maria, joseph, "Noura", "Maria", "Joseph", nouraPhone.slice(-8)])
      expect(said).not.toContain(whole);
    expect(said).toContain("N. M.");
    expect(said).toContain(nouraPhone.slice(-3));
  });

  it("finds a household by the numbers that stand on a receipt and on the card", async () => {
    const { world, agent } = await worldWith();
    const intent = await insertIntent(world, "paid");
    await insertLine(world, intent);
    const reference = "3f2a91bc00d14e5f8a7b6c5d4e3f2a1b";
    const attempt = await insertAttempt(world, intent, "captured");
    await world.db
      .updateTable("attempts")
      .set({ reference, provider_refs: JSON.stringify({ paymentId: "SBX12AB34CD56", rrn: "6123-45678901" }) })
      .where("id", "=", attempt)
      .execute();
    for (const asked of [reference, "رقم التتبع 3F2A91BC 00D14E5F 8A7B6C5D 4E3F2A1B", "sbx12ab34cd56.", "٦١٢٣٤٥٦٧٨٩٠١"])
      expect(text(await agent.writes(asked)), asked).toContain(noura.slice(-4));
    expect(await logged()).toEqual(Array(4).fill("looked by payment"));
  });

  it("finds by two words of a name behind the command, in either script and any spelling, and notes it", async () => {
    const { world, agent } = await worldWith();
    for (const asked of ["/lookup joseph koryan", "/lookup Kurian Josef"])
      expect(text(await agent.writes(asked)), asked).toContain(joseph.slice(-4));
    expect(text(await agent.writes("/lookup joseph"))).toBe(text(await agent.writes("/lookup nobody")));
    expect(await logged()).toEqual(["looked by name", "looked by name", "no-match", "no-match"]);
    expect(world.reported).toEqual(["card", "card", "none", "none"]);
  });

  it("takes no name without the command: words alone are for the journeys", async () => {
    const { agent } = await worldWith();
    expect(await agent.writes("joseph kurian")).toBeUndefined();
    expect(await logged()).toEqual([]);
  });

  it("shows ten masked people of one name at most, says that there are more, and notes each", async () => {
    const { world, agent } = await worldWith();
    const sponsors = Array.from({ length: 12 }, (_, n) => civilId("1990-01-01", 700 + 10 * n));
    for (const [n, sponsor] of sponsors.entries())
      await world.import(
        row({
          sponsor_civil_id: sponsor,
          sponsor_name_en: "Salem Al-Mutairi",
          sponsor_name_ar: "",
          worker_civil_id: civilId("1991-01-01", 700 + 10 * n),
          ...neverCovered,
        }),
      );
    const said = await agent.writes("/lookup Mutairi Salim");
    expect(said?.[0]?.buttons.length).toBe(10);
    expect(text(said)).toContain("There are more");
    expect(JSON.stringify(said)).not.toContain("Mutairi");
    expect((await logged()).filter((each) => each === "looked by name")).toHaveLength(10);
  });

  it("says in one sentence that nothing fits, and notes it", async () => {
    const { agent } = await worldWith();
    expect(text(await agent.writes(stranger))).toBe("Nothing on record fits that.");
    expect(await logged()).toEqual(["no-match by civil-id"]);
  });

  it("says that one digit looks wrong, which is a look and no miss", async () => {
    const { world, agent } = await worldWith();
    await world.seat(1, "supervisor");
    const slip = `${noura.slice(0, -1)}${(Number(noura.at(-1)) + 1) % 10}`;
    for (let n = 0; n < usualMissesPerHour + 3; n += 1)
      expect(text(await agent.writes(slip))).toContain("One digit of the civil ID looks wrong");
    expect((await logged()).at(-1)).toBe("no-match by wrong-digit");
    expect(world.reported).not.toContain("misses");
  });

  it("finds whoever is named by one number in a sentence", async () => {
    const { agent } = await worldWith();
    expect(text(await agent.writes(`المتصلة رقمها ${noura}`))).toContain(noura.slice(-4));
  });

  it("asks which sponsor is meant where several have one phone", async () => {
    const { world, agent } = await worldWith();
    const other = civilId("1980-01-01", 4400);
    await world.import(
      row({ sponsor_civil_id: other, worker_civil_id: civilId("1992-02-02", 5500), policy_number: "HI-9" }),
    );
    const said = await agent.writes(nouraPhone);
    expect(text(said)).toContain("Several sponsors");
    const [, second = ""] = data(said);
    expect(text(await agent.presses(second))).toContain(other.slice(-4));
    expect(await logged()).toEqual(["looked by phone", "looked by phone", "looked"]);
  });

  it("opens no card by its button for whoever has not looked", async () => {
    const { world, agent } = await worldWith();
    const again = data(await agent.writes(noura)).at(-1) ?? "";
    const another = await world.seat(3, "agent");
    expect(text(await another.presses(again))).toBe("Nothing on record fits that.");
    expect(await logged()).toEqual(["looked by civil-id", "refused"]);
  });

  it("is never done in a group, and leaves what names nobody to the journeys", async () => {
    const { agent } = await worldWith();
    expect(await agent.writesIn({ id: -100 }, noura)).toBeUndefined();
    expect(await agent.writesIn({ id: -100 }, `/lookup ${noura}`)).toBeUndefined();
    expect(await agent.writes("hello")).toBeUndefined();
    expect(text(await agent.writes("/lookup"))).toContain("civil ID");
    expect(await logged()).toEqual([]);
  });

  it("ends at the limit without looking, and goes on an hour later", async () => {
    const { world, agent } = await worldWith();
    for (let n = 0; n < looksPerHour; n += 1) await agent.writes(noura);
    expect(text(await agent.writes(noura))).toContain("as many people as is allowed");
    expect((await logged()).at(-1)).toBe("limit");
    world.clock.advance(60 * 60_000 + 1);
    expect(text(await agent.writes(noura))).toContain(noura.slice(-4));
  });

  it("tells each supervisor once a day of unusual looking", async () => {
    const { world, agent } = await worldWith();
    const supervisor = await world.seat(1, "supervisor");
    for (let n = 0; n < usualMissesPerHour + 3; n += 1) await agent.writes(stranger);
    const told = await world.db.selectFrom("outbox").select(["chat"]).where("kind", "=", "desk").execute();
    expect(told).toEqual([{ chat: supervisor.chat }]);
    expect(world.reported.filter((what) => what === "misses")).toHaveLength(1);
  });

  it("tells of each unusual kind by itself, and counts what was refused", async () => {
    const { world, agent } = await worldWith();
    await world.seat(1, "supervisor");
    const told = async () =>
      (await world.db.selectFrom("outbox").select("effect_key").where("kind", "=", "desk").orderBy("id").execute()).map(
        ({ effect_key }) => effect_key?.split(":")[2],
      );
    for (let n = 0; n < usualMissesPerHour + 1; n += 1) await agent.presses(`desk:look:again:${1_000_000 + n}`);
    expect(await told()).toEqual(["misses"]);
    for (let n = usualMissesPerHour + 1; n < looksPerHour; n += 1) await agent.writes(noura);
    expect(await told()).toEqual(["misses", "limit"]);
    expect(world.reported.filter((what) => what === "misses" || what === "limit")).toEqual(["misses", "limit"]);
    expect(text(await agent.writes(noura))).toContain("as many people as is allowed");
  });

  it("shows nothing to a suspended agent, and notes none of it as looked, however often they guess", async () => {
    expect(await guessSuspended(database().db, 200)).toEqual({ shown: [], logged: 0 });
  });

  it("keeps its log as it is, whoever asks the database to change it", async () => {
    const { world, agent } = await worldWith();
    await agent.writes(noura);
    await expect(world.db.updateTable("access_log").set({ what: "no-match" }).execute()).rejects.toThrow(
      /only added to/u,
    );
    await expect(world.db.deleteFrom("access_log").execute()).rejects.toThrow(/only added to/u);
  });
});
