// kill -9 at any moment: the chat goes on where it was, nobody pays twice, and nothing that was paid is lost.
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, press } from "../support/ask.js";
import { eventually } from "../support/eventually.js";
import { messagesOf, told, ways, wayWithKills } from "../support/kills.js";
import { goesToGateway, leadsTo, pays } from "../support/payer.js";
import type { Program } from "../support/program.js";
import { describeWithStores, type Service, startService } from "../support/service.js";

const minutes = 60_000;

function theOne(service: Service): Program {
  const [program] = service.programs;
  if (program === undefined) throw new Error("a service has a process");
  return program;
}

describe("a process on the embedded database, killed between two messages", () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService({ stores: "embedded", mode: "polling" });
  }, 2 * minutes);
  afterAll(async () => service?.end());

  it(
    "goes on where the chat was",
    async () => {
      // Three of the moments; every one of them is in the soak.
      const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
      const way = ways["registers and renews"];
      const three = fc.uniqueArray(fc.nat(way.questions.length - 1), { minLength: 3, maxLength: 3 });
      const [moments = []] = fc.sample(three, { seed, numRuns: 1 });
      // One within a turn, whose update comes again; two between turns.
      const kills = moments.map((step, nth) => [step, nth === 0 ? seed % 40 : 500] as const);
      const sponsor = service.sponsor("omar", "ar");
      const killed = `SEED=${seed}, killed after ${JSON.stringify(kills)}`;
      const { asked, link } = await wayWithKills(way, sponsor, service, new Map(kills));
      expect(asked, killed).toEqual(way.questions);
      // After a crash the message of the turn that died may stand there twice; nothing else differs from a way without one.
      const { once, again } = told(sponsor);
      expect(once, killed).toHaveLength(messagesOf(way));
      expect(new Set(once).size, killed).toBe(once.length);
      expect(again.length, killed).toBeLessThanOrEqual(kills.length);
      expect(new Set(again).size, killed).toBe(again.length);
      await pays(link);
      await sponsor.receipt();
      expect(service.botApi.violations).toEqual([]);
    },
    3 * minutes,
  );
});

describeWithStores("a process killed in the middle of payments", () => {
  let service: Service;
  let database: Client;
  const payers = ["fatima", "dalal", "ramesh"] as const;
  beforeAll(async () => {
    service = await startService();
    database = new Client({ connectionString: service.settings.DATABASE_URL });
    await database.connect();
  }, 2 * minutes);
  afterAll(async () => {
    await database?.end();
    await service?.end();
  });

  it(
    "takes each payment once and keeps what everybody who paid is to be told",
    async () => {
      const program = theOne(service);
      const sponsors = payers.map((id) => service.sponsor(id, "en"));
      const links = await Promise.all(
        sponsors.map(async (sponsor) => {
          await sponsor.begins();
          return sponsor.renews("/pay-quick");
        }),
      );

      const gateways = await Promise.all(links.map(goesToGateway));
      await program.kill();
      await program.start();
      // Pressing again, after the crash, goes on with the same try.
      expect(await Promise.all(links.map(goesToGateway))).toEqual(gateways);

      // The banks say yes while the process dies: whoever got no answer presses again.
      const answers = gateways.map((page) => press(page, { outcome: "approve" }).catch(() => undefined));
      await sleep(30);
      await program.kill();
      await Promise.all(answers);
      await program.start();
      await Promise.all(gateways.map((page) => press(page, { outcome: "approve" })));
      for (const link of links) {
        const paid = await ask(leadsTo(await ask(leadsTo(await press(`${link}/pay`)))));
        expect(paid.body).toMatch(/TJ-\d{4}-[0-9A-Z]{8}/u);
      }
      // The receipt's message was kept with the capture. One whose sender died before the call goes out within ten seconds; one whose
      // sender died in the middle of it is never sent twice, and operators see it as unknown.
      const receipts = () =>
        database.query("select state from outbox where kind = 'payment' and state in ('sent', 'unknown')");
      await eventually(async () => expect((await receipts()).rows).toHaveLength(payers.length), 20_000);
      const unknown = (await receipts()).rows.filter(({ state }) => state === "unknown").length;
      const heard = sponsors.map(
        ({ person }) => person.messages().filter(({ text }) => /TJ-\d{4}-/u.test(text)).length,
      );
      expect(Math.max(...heard)).toBe(1);
      expect(heard.filter((times) => times === 1).length).toBeGreaterThanOrEqual(payers.length - unknown);
      const { rows } = await database.query(
        "select (select count(*)::int from receipts) as receipts, (select count(*)::int from covers where source = 'issued') as covers",
      );
      expect(rows).toEqual([{ receipts: payers.length, covers: payers.length }]);
    },
    3 * minutes,
  );
});
