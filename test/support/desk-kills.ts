// A chat taken over, words both ways, its end and a filing, with the process killed after the steps one names, and started again.
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { expect } from "vitest";
import type { MessageView } from "../../src/demo/bot-api/view.js";
import { eventually } from "./eventually.js";
import { type Hotline, openHotline, plain, word } from "./hotline.js";
import { pays } from "./payer.js";
import { type Service, startService } from "./service.js";
import type { Sponsor } from "./sponsor.js";

export const deskSteps = ["claim", "words 1", "words 2", "words 3", "close", "filing", "filed", "number"] as const;
export type DeskStep = (typeof deskSteps)[number];

/** Longer than the lease of a turn that died, and the longest pause before its update is tried again. */
const idleMs = 150_000;
/** A sender that died gives back what it had only claimed after ten seconds. */
const settledMs = 60_000;
const policyNumber = "MOH-2031-99";

export type DeskWithKills = { readonly service: Service; readonly hotline: Hotline; end(): Promise<void> };

/** One service for several people. */
export async function startDesk(): Promise<DeskWithKills> {
  const service = await startService({ settings: { FILING: "manual" } });
  const hotline = await openHotline(service);
  return { service, hotline, end: () => service.end() };
}

/**
 * Holds what both sides saw against what was written, as it goes.
 * @param kills after which steps the process dies, and how many milliseconds after the step was sent
 */
export async function deskWithKills(
  { service, hotline }: DeskWithKills,
  sponsor: Sponsor,
  kills: ReadonlyMap<DeskStep, number>,
): Promise<void> {
  const { botApi, programs } = service;
  const { agent } = hotline;
  const database = new Client({ connectionString: service.settings.DATABASE_URL });
  await database.connect();
  const rows = async <Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    (await database.query(text, [...values])).rows as Row[];
  const settled = () =>
    eventually(async () => {
      expect(await rows("select id from outbox where state in ('waiting', 'sending')")).toEqual([]);
      // What is kept follows when that has gone out.
      expect(await rows("select id from relays where held_sealed is not null")).toEqual([]);
    }, settledMs);
  const unknown = async () => (await rows("select id from outbox where state = 'unknown'")).length;
  const step = async (name: DeskStep): Promise<void> => {
    const afterMs = kills.get(name);
    if (afterMs !== undefined) {
      await sleep(afterMs);
      await Promise.all(programs.map((each) => each.kill()));
      await Promise.all(programs.map((each) => each.start()));
    }
    if (afterMs !== undefined || !name.startsWith("words")) await botApi.idle(idleMs);
  };

  try {
    await sponsor.begins();
    await sponsor.registers();
    await pays(await sponsor.renews());
    await sponsor.receipt();
    const unknownBefore = await unknown();
    sponsor.says("/human");
    const { id: before } = await sponsor.hears("human-go-on");
    const card = await hotline.card();

    agent.pressesInGroup(card, "desk:handoff:claimed");
    await step("claim");
    const written = { agent: [] as string[], person: [] as string[] };
    for (const name of ["words 1", "words 2", "words 3"] as const) {
      for (const nth of [1, 2]) {
        const [ours, hers] = [`agent, ${name}, ${nth}`, `person, ${name}, ${nth}`];
        agent.inGroup.say(ours, { threadId: card.threadId });
        sponsor.says(hers);
        written.agent.push(ours);
        written.person.push(hers);
      }
      await step(name);
    }
    await botApi.idle(idleMs);
    await settled();
    const [handoff] = await rows<{ id: number; state: string }>(
      "select id, state from handoffs order by id desc limit 1",
    );
    expect(handoff?.state).toBe("agent");
    const steps = () =>
      rows<{ event: string }>("select event from handoff_events where handoff_id = $1 order by id", [handoff?.id]);
    expect(await steps()).toEqual([{ event: "opened" }, { event: "claimed" }]);

    agent.inGroup.pressForged(card.id, `desk:handoff:closed:${handoff?.id}:solved`);
    await step("close");
    await settled();
    expect((await steps()).map(({ event }) => event)).toEqual(["opened", "claimed", "closed"]);

    const fromBot = (messages: readonly MessageView[]) =>
      messages.filter(({ from }) => from === "bot").map(({ text }) => plain(text));
    const heard = fromBot(sponsor.person.messages().filter(({ id }) => id > before)).map((text) => {
      if (text.includes(sponsor.word("desk-handoff-begins", { name: "Salem", operator: "Test Operator" })))
        return "begins";
      return text.includes(sponsor.word("desk-handoff-ends")) ? "ends" : text;
    });
    // Above a person's words stands whose they are.
    const marked = `${word("desk-handoff-person-says")}\n`;
    // What was kept for want of room stands with others in one message.
    const passed = fromBot(hotline.saidIn(card.threadId)).flatMap((text) =>
      text.startsWith(`${marked}person, `) ? text.slice(marked.length).split("\n") : [],
    );
    // The words that ask for a person may stand twice: their turn died after it had said them. Nothing else of the bot's does.
    const asked = sponsor.word("human-go-on");
    const lost =
      missing(
        heard.filter((text) => !text.includes(asked)),
        ["begins", ...written.agent, "ends"],
      ).length + runsOf(missing(passed, written.person), written.person);
    // A call whose sender died in the middle is never made twice; that it may not have arrived is shown to operators.
    expect(lost).toBeLessThanOrEqual((await unknown()) - unknownBefore);

    const [renewal] = await rows<{ id: number }>(
      "select id from renewals where state = 'paid' order by id desc limit 1",
    );
    const [any] = agent.person.messages().filter(({ from }) => from === "bot");
    if (renewal === undefined || any === undefined) throw new Error("nothing is to be filed");
    const filing = (act: string) => agent.person.pressForged(any.id, `desk:filing:${act}:${renewal.id}`);
    filing("claim");
    await step("filing");
    filing("file");
    await step("filed");
    filing("number");
    await botApi.idle(idleMs);
    const number = `${policyNumber}-${renewal.id}`;
    agent.person.say(number);
    await botApi.idle(idleMs);
    const sure = agent.person.messages().findLast(({ from, text }) => from === "bot" && plain(text).includes(number));
    if (sure === undefined) throw new Error("nobody asks whether that is the number");
    agent.presses(sure, "desk:sure");
    await step("number");
    await settled();
    const entered = await rows(
      `select r.state, (select count(*)::int from covers where policy_number = $1) as covers,
        (select count(*)::int from filing_events where renewal_id = r.id and event = 'issued') as issued
      from renewals r where r.policy_number = $1`,
      [number],
    );
    expect(entered).toEqual([{ state: "issued", covers: 1, issued: 1 }]);
    const told = fromBot(sponsor.person.messages()).filter((text) => text.includes(number)).length;
    expect(told).toBeLessThanOrEqual(1);
    expect(lost + 1 - told).toBeLessThanOrEqual((await unknown()) - unknownBefore);
    expect(botApi.violations).toEqual([]);
  } finally {
    await database.end();
  }
}

/** What was written and did not arrive; what did came once, in order, and with nothing between. */
function missing(arrived: readonly string[], written: readonly string[]): readonly string[] {
  expect(arrived).toEqual(written.filter((each) => arrived.includes(each)));
  return written.filter((each) => !arrived.includes(each));
}

/** What was written together may be lost with one message: how many there are at least. */
function runsOf(lost: readonly string[], written: readonly string[]): number {
  return written.filter((each, at) => lost.includes(each) && !lost.includes(written[at - 1] ?? "")).length;
}
