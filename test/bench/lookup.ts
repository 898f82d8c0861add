// The desk's lookup at a million covers: from what one of the staff types to the card as it is sent, by each way of finding somebody.
import { sql } from "kysely";
import { syntheticCivilId } from "../../src/demo/synthetic-civil-id.js";
import { lookedView } from "../../src/desk/lookup-card.js";
import { readQuery } from "../../src/desk/lookup-query.js";
import type { Staff } from "../../src/desk/staff.js";
import type { CivilId } from "../../src/domain/civil-id.js";
import { addDays, type IsoDate, kuwaitDate } from "../../src/domain/iso-date.js";
import type { Phone } from "../../src/domain/phone.js";
import { createRenderView } from "../../src/messages/render-view.js";
import { createLookup } from "../../src/records/desk/lookup.js";
import { createStaffRecords } from "../../src/records/desk/staff.js";
import { createTellSupervisors } from "../../src/records/desk/tell-supervisors.js";
import { createMintLink } from "../../src/records/links.js";
import { chatKey } from "../../src/records/vault.js";
import { speak } from "../support/journey.js";
import { seeded } from "../support/seeded.js";
import { type Covers, now, sponsorCount, workersEach } from "./covers.js";
import { type Figures, figuresOf } from "./figures.js";
import { addHistory, oneOf } from "./history.js";

const looksEachWay = 1_000;
/** More than a hotline has, so that none of them reaches the limit of an hour. */
const agentCount = 40;
const agentsAtOnce = 4;
/** By the business clock: each agent looks somebody up every twenty minutes. */
const lookEveryMs = 30_000;
const warmUp = 40;

const ways = ["sponsor's civil ID", "worker's civil ID", "phone", "policy", "receipt", "pay link", "a miss"] as const;
type Way = (typeof ways)[number];
type Asked = { readonly way: Way; readonly typed: string };

export type LookupFigures = { readonly seed: number; readonly ways: readonly (readonly [Way, Figures])[] };

export async function measureLookups(covers: Covers): Promise<LookupFigures> {
  const { db, vault } = covers;
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  let nowMs = now.getTime();
  const clock = { now: () => new Date(nowMs) };
  const agents = await seatAgents(covers);
  await addHistory(
    covers,
    agents.map(({ id }) => id),
  );
  const looks = await drawLooks(covers, seeded(seed));
  const renderView = createRenderView(speak, { isTest: false });
  const tellSupervisors = createTellSupervisors({
    vault,
    toStaff: renderView,
    firstLanguage: "en",
    report: () => undefined,
  });
  const lookup = createLookup({ db, vault, clock, tellSupervisors, report: () => undefined });

  const times = new Map<Way, number[]>(ways.map((way) => [way, []]));
  let next = 0;
  const look = async ({ way, typed }: Asked, nth: number): Promise<number> => {
    const by = agents[nth % agents.length];
    if (by === undefined) throw new Error("nobody is at work");
    nowMs += lookEveryMs;
    const began = performance.now();
    const looked = await lookup.look(readQuery(typed), by, `look:${nth}`);
    renderView(lookedView(looked, kuwaitDate(clock.now())), "en");
    const took = performance.now() - began;
    const expected = way === "a miss" ? "none" : "card";
    // A benchmark of failures says nothing.
    if (looked.kind !== expected) throw new Error(`${typed} by ${way} found ${looked.kind}`);
    return took;
  };
  const agent = async (until: number): Promise<void> => {
    for (let nth = next; nth < until; nth = next) {
      next += 1;
      const asked = looks[nth];
      if (asked === undefined) return;
      const took = await look(asked, nth);
      if (nth >= warmUp) times.get(asked.way)?.push(took);
    }
  };
  const atOnce = (until: number) => Promise.all(Array.from({ length: agentsAtOnce }, () => agent(until)));
  await atOnce(warmUp);
  const began = performance.now();
  await atOnce(looks.length);
  const wallMs = performance.now() - began;
  return {
    seed,
    ways: ways.map((way) => [way, figuresOf({ times: times.get(way) ?? [], wallMs, cpuMs: 0 })]),
  };
}

async function seatAgents({ db, vault }: Covers): Promise<readonly Staff[]> {
  const records = createStaffRecords({ db, vault, clock: { now: () => now } });
  const agents: Staff[] = [];
  for (let nth = 0; nth < agentCount; nth += 1) {
    const chat = chatKey(vault, "telegram", `agent ${nth}`);
    await sql`insert into chats (chat, channel, chat_id_sealed, language, first_seen_at)
      values (${chat}, 'telegram', ${vault.seal.seal("1", "chats.chat_id_sealed")}, 'en', ${now})`.execute(db);
    const role = nth === 0 ? "supervisor" : "agent";
    const seated = await records.redeem(await records.invite(role, undefined), { chat, name: `Agent ${nth}` });
    if (seated === undefined) throw new Error("an invitation is good");
    agents.push(seated.staff);
  }
  return agents;
}

/** Households that have paid here before, each with numbers of its own, and looked up once (small runs: again in another way). */
async function drawLooks(covers: Covers, random: () => number): Promise<readonly Asked[]> {
  const shuffled = <T>(all: readonly T[]): readonly T[] =>
    all
      .map((each) => [random(), each] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, each]) => each);
  const found = ways.filter((way) => way !== "a miss");
  const paid = Array.from({ length: Math.floor(sponsorCount / oneOf) }, (_, n) => oneOf * (n + 1));
  const households = await Promise.resolve(giveNumbers(covers, shuffled(paid).slice(0, found.length * looksEachWay)));
  const looks: Asked[] = [];
  for (const [nth, way] of found.entries())
    for (let n = 0; n < looksEachWay; n += 1) {
      const household = households[(nth * looksEachWay + n) % households.length];
      if (household === undefined) throw new Error("there are no households");
      looks.push({ way, typed: await typedBy(covers, way, household) });
    }
  for (let n = 0; n < looksEachWay; n += 1) looks.push({ way: "a miss", typed: civilIdOf(missesFrom + n) });
  return shuffled(looks);
}

type Household = {
  readonly sponsor: number;
  readonly sponsorId: CivilId;
  readonly workerId: CivilId;
  readonly phone: Phone;
};

const idsADay = 250;
const firstDay = "1960-01-01" as IsoDate;
const civilIdOf = (n: number): CivilId => syntheticCivilId(addDays(firstDay, Math.floor(n / idsADay)), n % idsADay);
const missesFrom = 1_000_000;
const phoneOf = (n: number) => `+${96_550_000_001 + n}` as Phone;

async function giveNumbers({ db, vault }: Covers, sponsors: readonly number[]): Promise<readonly Household[]> {
  const households = sponsors.map(
    (sponsor, n): Household => ({
      sponsor,
      sponsorId: civilIdOf(workersEach * n),
      workerId: civilIdOf(workersEach * n + 1),
      phone: phoneOf(n),
    }),
  );
  const given = households.map(({ sponsor, sponsorId, workerId, phone }) => ({
    sponsor,
    id: vault.civilIdIndex(sponsorId).toString("hex"),
    worker: vault.civilIdIndex(workerId).toString("hex"),
    phone: vault.phoneIndex(phone).toString("hex"),
  }));
  const theirs = sql`jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g (sponsor bigint, id text, worker text, phone text)`;
  for (const [table, key] of [
    ["sponsors", "id"],
    ["accounts", "id"],
  ] as const)
    await sql`update ${sql.table(table)} t set civil_id_index = decode(g.id, 'hex'), phone_index = decode(g.phone, 'hex')
      from ${theirs} where ${sql.ref(`t.${key}`)} = g.sponsor`.execute(db);
  await sql`update workers w set civil_id_index = decode(g.worker, 'hex')
    from ${theirs} where w.id = g.sponsor * ${workersEach}::int`.execute(db);
  return households;
}

/** As a caller would read it out. */
async function typedBy({ db, vault }: Covers, way: Way, of: Household): Promise<string> {
  const lastPaid = async () => {
    const { rows } = await sql<{ id: number; number: string }>`select i.id, r.number from intents i
      join receipts r on r.intent_id = i.id where i.effect_key = ${`bench ${of.sponsor} 2`}`.execute(db);
    const [row] = rows;
    if (row === undefined) throw new Error("who has paid has a receipt");
    return row;
  };
  switch (way) {
    case "sponsor's civil ID":
      return of.sponsorId;
    case "worker's civil ID":
      return of.workerId;
    case "phone":
      return of.phone.slice(4);
    case "policy":
      return `B ${of.sponsor * workersEach}`;
    case "receipt":
      return (await lastPaid()).number;
    case "pay link":
      return createMintLink(vault, "https://pay.test")(db, "pay", (await lastPaid()).id, now);
    case "a miss":
      throw new Error("a miss is nobody's");
  }
}
