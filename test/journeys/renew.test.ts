import { describe, expect, it } from "vitest";
import { builtInSchedules, type FeeSchedule, loadFeeSchedule } from "../../src/domain/fee-schedule.js";
import { quoteDigest } from "../../src/domain/quote.js";
import type { Stored } from "../../src/journeys/question.js";
import { renew } from "../../src/journeys/renew.js";
import { run } from "../../src/journeys/run.js";
import { step } from "../../src/journeys/step.js";
import { cover, fakeWorld, passDays, service, unprovedAccount, waiting, worker } from "../support/fake-world.js";
import { chatWith } from "../support/journey.js";

const endsSoon = worker(1, { covers: [cover("2025-07-01", "2026-06-30")] });
const outside = worker(2, { inKuwait: false });
const longCovered = worker(3, { covers: [cover("2026-01-01", "2027-12-30")] });
const never = worker(4);

/** From the data check on, with the usual answers. */
async function atTerms(world = fakeWorld({ workers: [endsSoon] })) {
  const chat = await chatWith(renew, world).opens();
  for (const press of ["yes", "2", "earliest", "yes"]) await chat.presses(press);
  expect(chat.now.asks).toBe("terms");
  return chat;
}

function scheduleOf(json: unknown): FeeSchedule {
  const loaded = loadFeeSchedule(json);
  if (!loaded.ok) throw new Error(loaded.faults.join("; "));
  return loaded.schedule;
}

describe("a renewal", () => {
  it("has its price beside the words that tell it, so that a person who is asked about it can see it", async () => {
    const world = fakeWorld({ workers: [endsSoon] });
    const chat = await chatWith(renew, world).opens();
    for (const press of ["yes", "2", "earliest"]) await chat.presses(press);
    const now = await run(renew, world, chat.now.draft?.answers ?? {}, world.proofs);
    const { quoted } = now.kind === "asks" ? now.question.show(undefined) : {};
    expect(now).toMatchObject({ key: "fee" });
    expect(quoted).toMatchObject({ schedule: "kd5", lines: [{ worker: endsSoon.id, fils: 10_000 }] });
  });

  it("leads from the data on record over years, start, fee and terms to the pay link", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon] })).opens();
    expect(chat.now.asks).toBe("data");
    expect(chat.now.text).toContain("Anita Santos …0107: residency Article 20, in Kuwait.");
    await chat.presses("yes");
    expect(chat.now.asks).toBe("years");
    await chat.presses("2 years");
    expect(chat.now.asks).toBe("start");
    await chat.presses("From 1 Jul 2026");
    expect(chat.now.asks).toBe("fee");
    expect(chat.now.text).toContain("2 years for Anita Santos …0107: KD 10.000 (KD 5.000 × 2).");
    expect(chat.now.text).toContain("From 1 Jul 2026 to 30 Jun 2028.");
    expect(chat.now.text).toContain("Why: Domestic worker (Article 20), any sponsor");
    expect(chat.now.text).toContain("Residency fees are not included.");
    await chat.presses("Continue");
    expect(chat.now.asks).toBe("terms");
    expect(chat.now.text).toContain("The fee is paid in advance.\nThe worker is registered.");
    expect(chat.world.did.opened.size).toBe(0);
    await chat.presses("I accept");
    expect(chat.now.state).toBe("ended");
    const link = "https://service.example/p/1";
    expect(chat.now.buttons[0]).toMatchObject({ kind: "url", url: link });
    for (const told of [link, "KD 10.000", "Example Office", "…0107", "never ask for a card number", "24 hours"])
      expect(chat.now.text).toContain(told);
  });

  it("says the same in Arabic", async () => {
    const chat = await atTerms(fakeWorld({ workers: [endsSoon], language: "ar" }));
    expect(chat.now.text).toContain("يُدفع الرسم مقدمًا.");
    await chat.presses("أوافق");
    for (const told of ["https://service.example/p/1", "10.000 د.ك", "مكتب التجربة", "…0107"])
      expect(chat.now.text).toContain(told);
    expect(chat.now.ids).toContain("notice-never");
  });

  it("records the acceptance with the quote's digest and the version of the terms", async () => {
    const chat = await atTerms();
    await chat.presses("yes");
    const order = chat.world.did.opened.get("draft1");
    expect(order).toMatchObject({ termsVersion: "2026-01", totalFils: 10_000, payer: "account" });
    expect(order?.quoteDigest).toBe(
      quoteDigest({ ok: true, lines: [...(order?.lines ?? [])], totalFils: order?.totalFils ?? (0 as never) }),
    );
  });

  it("opens once under its draft, however often the run is repeated", async () => {
    const chat = await atTerms();
    await chat.presses("yes");
    const again = chatWith(renew, chat.world);
    await again.opens();
    for (const press of ["yes", "2", "earliest", "yes", "yes"]) await again.presses(press);
    expect(chat.world.did.opened.size).toBe(1);
    expect(again.now.text).toContain("https://service.example/p/1");
  });

  it("names the Ministry's independence only where it holds", async () => {
    const chat = await atTerms(fakeWorld({ workers: [endsSoon], service: { isMinistry: true } }));
    await chat.presses("yes");
    expect(chat.now.ids).toContain("page-run-by-ministry");
    expect(chat.now.text).not.toContain("not part of the Ministry");
  });
});

describe("who may renew", () => {
  it("leads a chat without an account into registering, and back", async () => {
    const chat = await chatWith(renew, fakeWorld({ account: undefined })).opens();
    expect(chat.now.leadsTo).toEqual({ command: "register", argument: "for:renew" });
  });

  it("tells an unproved account that nobody is on record under it, and what helps", async () => {
    const chat = await chatWith(renew, fakeWorld({ account: unprovedAccount })).opens();
    expect(chat.now.ids).toEqual(["not-on-record", "not-on-record-next"]);
    expect(chat.now.buttons).toContainEqual(expect.objectContaining({ command: "pay-quick" }));
  });

  it("tells a sponsor without workers what to do", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [] })).opens();
    expect(chat.now.ids).toEqual(["no-workers", "no-workers-next"]);
  });

  it("tells when cover that runs long can be renewed", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [longCovered] })).opens();
    expect(chat.now.state).toBe("ended");
    expect(chat.now.text).toContain("It can be renewed from 2 Oct 2027 on.");
  });

  it("never guesses a fee: a residency without one is told, with the hotline", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [worker(1, { article: 18 })] })).opens();
    expect(chat.now.ids).toEqual(["no-quote-no-row"]);
    expect(chat.now.text).toContain("151");
  });

  it("does not take money for a worker that is only tracked", async () => {
    const tracked = worker(5, { id: "t1", source: "told" });
    const chat = await chatWith(renew, fakeWorld({ tracked: [tracked] })).opens("t1");
    expect(chat.now.ids).toEqual(["renew-only-tracked"]);
  });

  it("counts what is paid and waits to be filed as covered", async () => {
    const paid = worker(1, { waiting: [waiting("2026-06-02", "2027-06-01")] });
    const chat = await chatWith(renew, fakeWorld({ workers: [paid] })).opens();
    expect(chat.now.ids).toEqual(["no-quote-too-early"]);
  });

  it("is not held up by what a sponsor told", async () => {
    const told = worker(1, { covers: [cover("2026-01-01", "2028-12-31", { source: "told" })] });
    const chat = await chatWith(renew, fakeWorld({ workers: [told] })).opens();
    expect(chat.now.asks).toBe("data");
  });
});

describe("a basket", () => {
  const world = () => fakeWorld({ workers: [endsSoon, outside, longCovered, never], kuwaiti: false });

  it("offers those who can be renewed today, and says why not the others", async () => {
    const chat = await chatWith(renew, world()).opens();
    expect(chat.now.asks).toBe("workers");
    expect(chat.now.labels.slice(0, 3)).toEqual(["Anita Santos …0107", "Joseph Santos …0203", "Grace Santos …0406"]);
    expect(chat.now.text).toContain("Lakshmi Santos …0318: the present cover runs long enough.");
  });

  it("ticks, unticks, and goes on with what is ticked, in place", async () => {
    const chat = await chatWith(renew, world()).opens();
    expect(chat.now.labels).not.toContain("Go on with 0");
    await chat.presses("w1");
    expect(chat.now.inPlace).toBe(true);
    await chat.presses("w4");
    await chat.presses("w1");
    expect(chat.now.labels).toContain("✅ Grace Santos …0406");
    expect(chat.now.labels).toContain("Anita Santos …0107");
    await chat.presses("Go on with 1");
    expect(chat.now.asks).toBe("data");
    expect(chat.now.text).not.toContain("…0107");
  });

  it("does not go on with nobody: a press on an older copy of the message is told so", async () => {
    const chat = await chatWith(renew, world()).opens();
    await chat.presses("w1");
    const ticked = chat.now;
    await chat.presses("w1");
    await chat.pressesAgain(ticked, "<done");
    expect(chat.now.ids[0]).toBe("renew-workers-none");
    await chat.sends({ kind: "press", fingerprint: chat.now.fingerprint, value: "w3" });
    expect(chat.now.state).toBe("unread");
  });

  it.each([[[]], [["w1", "w99"]], ["w1"], [7]] as const)(
    "asks again for a stored choice that is none: %j",
    async (stored) => {
      const of = world();
      const outcome = await run(renew, of, { workers: stored as Stored }, of.proofs);
      expect(outcome).toMatchObject({ kind: "asks", key: "workers" });
    },
  );

  it("keeps the ticks over help and over a pause", async () => {
    const chat = await chatWith(renew, world()).opens();
    await chat.presses("w1");
    await chat.presses("<help");
    expect(chat.now.ids[0]).toBe("renew-workers-help");
    expect(chat.now.labels).toContain("✅ Anita Santos …0107");
  });

  it("takes a typed civil ID of one's own as a tick, in any digits", async () => {
    const chat = await chatWith(renew, world()).opens();
    const arabic = [...never.civilId].map((digit) => String.fromCharCode(0x0660 + Number(digit))).join("");
    await chat.says(arabic);
    expect(chat.now.labels).toContain("✅ Grace Santos …0406");
    // Typed once more it is ticked still, beside another.
    await chat.says(endsSoon.civilId);
    await chat.says(never.civilId);
    expect(chat.now.labels).toEqual(expect.arrayContaining(["✅ Anita Santos …0107", "✅ Grace Santos …0406"]));
    await chat.says(longCovered.civilId);
    expect(chat.now.ids[0]).toBe("no-quote-too-early");
    await chat.says(worker(9).civilId);
    expect(chat.now.ids[0]).toBe("refusal");
    await chat.says("290051701");
    expect(chat.now.ids[0]).toBe("civil-id-length");
    await chat.says("متى يخلص");
    expect(chat.now.state).toBe("unread");
    await chat.sends({ kind: "media", media: "photo" });
    expect(chat.now.state).toBe("unread");
  });

  it("asks for years one by one where they differ, and nothing where there is one choice", async () => {
    const chat = await chatWith(renew, world()).opens();
    await chat.presses("All of them");
    await chat.presses("yes");
    expect(chat.now.asks).toBe("years:w1");
    await chat.presses("3");
    expect(chat.now.asks).toBe("years:w4");
    await chat.presses("1");
    expect(chat.now.asks).toBe("start");
    await chat.presses("earliest");
    expect(chat.now.text).toContain("• Anita Santos …0107: 3 years, KD 15.000, from 1 Jul 2026 to 30 Jun 2029");
    expect(chat.now.text).toContain("• Joseph Santos …0203: 1 year, KD 5.000, from ");
    expect(chat.now.text).toContain("Total (3 workers): KD 25.000");
  });

  it("asks for years once where they are the same for all", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon, never] })).opens();
    await chat.presses("All of them");
    await chat.presses("yes");
    expect(chat.now.asks).toBe("years");
    await chat.presses("2");
    expect(chat.now.asks).toBe("start");
    await chat.presses("earliest");
    await chat.presses("<change");
    expect(chat.now.labels.filter((label) => label === "Years")).toHaveLength(1);
  });

  it("takes one day for all, each at its earliest, or a day for each", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon, never] })).opens();
    for (const press of ["All of them", "yes", "1"]) await chat.presses(press);
    expect(chat.now.text).toContain("Possible: 1 Jul 2026 to 8 Sep 2026");
    await chat.says("1/8/2026");
    expect(chat.now.text.match(/from 1 Aug 2026 to 31 Jul 2027$/gm)).toHaveLength(2);
    await chat.presses("<back");
    await chat.presses("earliest");
    expect(chat.now.text).toContain("from 1 Jul 2026 to 30 Jun 2027");
    expect(chat.now.text).toContain("from 10 Jun 2026 to 9 Jun 2027");
    await chat.presses("<back");
    await chat.presses("each");
    expect(chat.now.asks).toBe("start:w1");
    await chat.presses("earliest");
    expect(chat.now.asks).toBe("start:w4");
    await chat.says("20/7/2026");
    expect(chat.now.text).toContain("from 20 Jul 2026 to 19 Jul 2027");
  });

  it("renews the one whose button was pressed elsewhere without asking who", async () => {
    const chat = await chatWith(renew, world()).opens("w4");
    expect(chat.now.asks).toBe("data");
    expect(chat.now.text).toContain("…0406");
    const early = await chatWith(renew, world()).opens("w3");
    expect(early.now.ids).toEqual(["no-quote-too-early"]);
    const gone = await chatWith(renew, world()).opens("w99");
    expect(gone.now.asks).toBe("workers");
  });
});

describe("the fee schedule", () => {
  const decision = builtInSchedules["decision-306-2025"];
  const three = [1, 2, 3].map((n) => worker(n, { covers: [cover(`202${n}-07-01`, "2026-06-30")] }));

  it("counts places by first cover and with the workers of this basket: a mixed basket has free and paid lines", async () => {
    const world = fakeWorld({ workers: [...three, never, worker(6)], service: { fees: decision } });
    const chat = await chatWith(renew, world).opens();
    for (const press of ["w1", "w4", "<done", "yes", "1", "earliest"]) await chat.presses(press);
    expect(chat.now.text).toContain("• Anita Santos …0107: 1 year, no fee, from ");
    expect(chat.now.text).toContain("• Grace Santos …0406: 1 year, KD 10.000, from ");
    expect(chat.now.text).toContain("Total (2 workers): KD 10.000");
    expect(chat.now.ids).toContain("fee-schedule-press");
    expect(chat.now.ids).toContain("fee-none-why");
    await chat.presses("yes");
    await chat.presses("yes");
    expect(chat.now.buttons[0]).toMatchObject({ kind: "url" });
    expect(chat.now.text).toContain("KD 0.000");
  });

  it("leaves out of the count who is neither covered nor asked for", async () => {
    const ended = worker(1, { covers: [cover("2020-01-01", "2021-12-31")] });
    const world = fakeWorld({
      workers: [ended, three[1] ?? ended, three[2] ?? ended, never],
      service: { fees: decision },
    });
    const chat = await chatWith(renew, world).opens("w4");
    for (const press of ["yes", "1", "earliest"]) await chat.presses(press);
    expect(chat.now.text).toContain("no fee");
  });

  it.each([
    ["manual", "notice-waiting-free"],
    ["own", "renewal-issued"],
  ] as const)("opens no link for a fee of zero, says why, and goes on to filing (%s)", async (filing, state) => {
    const chat = await atTerms(fakeWorld({ workers: [endsSoon], service: { fees: decision, filing } }));
    expect(chat.now.ids).toContain("terms-intro-free");
    await chat.presses("yes");
    expect(chat.now.ids).toEqual(["nothing-to-pay", "fee-rule", state]);
    expect(chat.now.buttons.every(({ kind }) => kind === "command")).toBe(true);
    expect(chat.now.text).toContain("Kuwaiti family, first to third");
  });

  it("confirms a renewal for nothing again when its turn is repeated, and asks for no other", async () => {
    const world = fakeWorld({ workers: [endsSoon], service: { fees: decision } });
    const chat = await atTerms(world);
    await chat.presses("yes");
    world.records.household = {
      kuwaiti: true,
      workers: [{ ...endsSoon, covers: [cover("2025-07-01", "2027-06-30")] }],
    };
    const again = await chatWith(renew, world).opens();
    expect(again.now.ids).toEqual(["nothing-to-pay", "notice-waiting-free"]);
    expect(world.did.opened.size).toBe(1);
  });

  it("tells an operator's own source as it stands in the file", async () => {
    const row = {
      id: "domestic-worker",
      title: { ar: "رسم", en: "Fee" },
      articles: [20],
      fils: 7000,
      source: "Office memo 7",
    };
    const fees = scheduleOf({ id: "own", title: { ar: "جدولنا", en: "Our fees" }, rows: [{ ...row, certainty: "C" }] });
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon], service: { fees } })).opens();
    for (const press of ["yes", "1", "earliest"]) await chat.presses(press);
    expect(chat.now.text).toContain("Source: Office memo 7 (weak or conflicting sources).");
  });

  it.each(["before-306", "decision-306-2025"] as const)(
    "tells the sources of %s in the reader's language",
    async (id) => {
      for (const kuwaiti of [true, false])
        for (const language of ["ar", "en"] as const) {
          const world = fakeWorld({ workers: [endsSoon], kuwaiti, language, service: { fees: builtInSchedules[id] } });
          const chat = await chatWith(renew, world).opens();
          for (const press of ["yes", "1", "earliest"]) await chat.presses(press);
          const source = chat.now.lines.find((line) => line.id === "fee-source")?.args?.source;
          expect(source).toMatchObject({ id: expect.stringMatching(/^source-/) });
        }
    },
  );

  it("refuses where a basket's place has no row, and names the worker", async () => {
    const rows = [
      { id: "first", title: { ar: "أول", en: "First" }, articles: [20], nth: { from: 1, to: 1 }, fils: 1000 },
    ];
    const sourced = rows.map((row) => ({ ...row, source: "memo", certainty: "B" }));
    const fees = scheduleOf({ id: "own", title: { ar: "جدولنا", en: "Our fees" }, rows: sourced });
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon, never], service: { fees } })).opens();
    for (const press of ["All of them", "yes", "1", "earliest"]) await chat.presses(press);
    expect(chat.now.state).toBe("ended");
    expect(chat.now.text).toContain("Grace Santos …0406: no fee is on file");
  });
});

describe("what changes between showing and accepting", () => {
  it("takes nothing when the fee has changed, shows the new one and says what it was", async () => {
    const chat = await atTerms();
    const terms = chat.now;
    const dearer = scheduleOf({
      id: "dearer",
      title: { ar: "جديد", en: "New" },
      rows: [{ id: "r", title: { ar: "رسم", en: "Fee" }, articles: [20], fils: 6000, source: "s", certainty: "B" }],
    });
    chat.world.service = { ...chat.world.service, fees: dearer };
    await chat.pressesAgain(terms, "yes");
    expect(chat.world.did.opened.size).toBe(0);
    expect(chat.now.asks).toBe("fee");
    expect(chat.now.ids.slice(0, 2)).toEqual(["question-changed", "changed-fee"]);
    expect(chat.now.text).toContain("The fee is KD 12.000 now; it was KD 10.000.");
    await chat.presses("yes");
    await chat.presses("yes");
    expect(chat.world.did.opened.get("draft1")?.totalFils).toBe(12_000);
  });

  it("takes nothing when the terms have a new version", async () => {
    const chat = await atTerms();
    chat.world.service = { ...service, terms: { ...service.terms, version: "2026-02" } };
    await chat.presses("yes");
    expect(chat.world.did.opened.size).toBe(0);
    expect(chat.now.asks).toBe("terms");
    expect(chat.now.ids.slice(0, 2)).toEqual(["question-changed", "changed-terms"]);
    await chat.presses("yes");
    expect(chat.world.did.opened.get("draft1")?.termsVersion).toBe("2026-02");
  });

  it("takes nothing when the days have moved, and says that the fee is the same", async () => {
    const chat = await atTerms(fakeWorld({ workers: [never] }));
    passDays(chat.world, 1);
    await chat.presses("yes");
    expect(chat.now.asks).toBe("fee");
    expect(chat.now.ids.slice(0, 2)).toEqual(["question-changed", "changed-period"]);
  });

  it("says only that something changed where what was shown is of another make", async () => {
    const chat = await atTerms();
    const { draft } = chat.now;
    if (draft?.pending === undefined) throw new Error("the terms were not shown");
    chat.world.service = { ...service, terms: { ...service.terms, version: "2026-02" } };
    const older = { ...draft, pending: { ...draft.pending, shown: "of an earlier version" } };
    const deps = { journey: renew, world: chat.world, proofs: chat.world.proofs, valueLabelled: () => undefined };
    const outcome = await step(deps, older, { kind: "text", text: "yes" });
    if (outcome.kind !== "asks") throw new Error(`the journey ${outcome.kind}`);
    expect(outcome.message.lines.map(({ id }) => id).slice(0, 2)).toEqual(["question-changed", "terms-intro"]);
  });

  it("tells fee and terms together when both have changed", async () => {
    const chat = await atTerms();
    const fees = builtInSchedules["decision-306-2025"];
    chat.world.service = { ...service, fees, terms: { ...service.terms, version: "2026-02" } };
    await chat.presses("yes");
    expect(chat.now.ids.slice(0, 3)).toEqual(["question-changed", "changed-fee", "changed-terms"]);
    expect(chat.now.text).toContain("The fee is KD 0.000 now; it was KD 10.000.");
  });

  it("says only that something changed where the earlier question was no price", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon] })).opens();
    chat.world.records.household = { kuwaiti: true, workers: [{ ...endsSoon, inKuwait: false }] };
    await chat.presses("yes");
    expect(chat.now.asks).toBe("data");
    expect(chat.now.ids[0]).toBe("question-changed");
    expect(chat.now.text).toContain("outside Kuwait");
  });

  it("asks again for a start that has passed, and keeps one that is as early as possible", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [never] })).opens();
    await chat.presses("yes");
    await chat.presses("1");
    await chat.says("12/6/2026");
    expect(chat.now.asks).toBe("fee");
    passDays(chat.world, 5);
    await chat.returns();
    expect(chat.now.asks).toBe("start");
    await chat.presses("earliest");
    passDays(chat.world, 2);
    await chat.returns();
    expect(chat.now.asks).toBe("fee");
    expect(chat.now.text).toContain("From 17 Jun 2026");
  });

  it("asks again for years that are no longer on offer", async () => {
    const both = [endsSoon, never];
    const chat = await chatWith(renew, fakeWorld({ workers: both })).opens();
    for (const press of ["All of them", "yes", "3", "earliest"]) await chat.presses(press);
    expect(chat.now.asks).toBe("fee");
    chat.world.records.household = { kuwaiti: true, workers: both.map((each) => ({ ...each, inKuwait: false })) };
    await chat.returns();
    expect(chat.now.asks).toBe("data");
    await chat.presses("yes");
    expect(chat.now.text).toContain(": 1 year, ");
  });

  it("says who was taken meanwhile when the basket is empty now", async () => {
    const chat = await atTerms();
    chat.world.records.household = { kuwaiti: true, workers: [longCovered] };
    await chat.presses("yes");
    expect(chat.now.state).toBe("ended");
    expect(chat.now.ids).toEqual(["no-quote-too-early"]);
    expect(chat.world.did.opened.size).toBe(0);
  });

  it.each([
    ["covered", "inquire"],
    ["paying", "pay"],
    ["no-worker", "human"],
  ] as const)("tells a refusal at opening (%s) with the worker and the next step", async (reason, next) => {
    const chat = await atTerms();
    chat.world.refuse = { ok: false, reason, worker: "w1" };
    await chat.presses("yes");
    expect(chat.now.ids).toEqual([`not-opened-${reason}`]);
    expect(chat.now.text).toContain("Anita Santos …0107");
    expect(chat.now.buttons[0]).toMatchObject({ kind: "command", command: next });
    chat.world.refuse = { ok: false, reason, worker: "w77" };
    const other = await atTerms(chat.world);
    await other.presses("yes");
    expect(other.now.text).toContain("this worker");
  });
});

describe("steering a renewal", () => {
  it("goes back to the last question asked, and drops that answer alone", async () => {
    const chat = await atTerms();
    await chat.presses("<back");
    expect(chat.now.asks).toBe("fee");
    await chat.presses("<back");
    expect(chat.now.asks).toBe("start");
    expect(chat.now.draft?.answers).toMatchObject({ years: "2" });
  });

  it("changes one answer and keeps the others", async () => {
    const chat = await atTerms();
    await chat.presses("<change");
    expect(chat.now.labels).toEqual(["First day", "Years", "Back"]);
    await chat.presses("Years");
    expect(chat.now.asks).toBe("years");
    await chat.presses("3");
    expect(chat.now.asks).toBe("fee");
    expect(chat.now.ids).not.toContain("question-changed");
    expect(chat.now.text).toContain("KD 15.000");
  });

  it("comes back to the check when nothing is to be changed after all", async () => {
    const chat = await atTerms();
    await chat.presses("<change");
    await chat.presses("Back");
    expect(chat.now.asks).toBe("terms");
  });

  it("drops answers that are off the path once the check is reached", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon, never] })).opens();
    for (const press of ["All of them", "yes", "1", "each", "earliest", "earliest"]) await chat.presses(press);
    expect(chat.now.draft?.answers).toHaveProperty("start:w4");
    await chat.presses("<change");
    await chat.presses("Workers");
    await chat.presses("w1");
    await chat.presses("<done");
    await chat.presses("yes");
    expect(chat.now.asks).toBe("start");
    await chat.presses("earliest");
    expect(chat.now.asks).toBe("fee");
    expect(chat.now.draft?.answers).not.toHaveProperty("start:w4");
    expect(chat.now.draft?.answers).not.toHaveProperty("start:w1");
  });

  it("helps at each question in its own words, without taking anything", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon] })).opens();
    for (const [press, help] of [
      ["yes", "renew-data-help"],
      ["2", "years-help"],
      ["earliest", "start-help"],
      ["yes", "fee-help"],
      ["yes", "terms-help"],
    ] as const) {
      const before = chat.now;
      await chat.presses("<help");
      expect(chat.now.ids).toEqual([help, ...before.ids]);
      expect(chat.now.draft?.answers).toEqual(before.draft?.answers);
      await chat.presses(press);
    }
    expect(chat.now.state).toBe("ended");
  });

  it("stops at each question, with nothing opened", async () => {
    for (const presses of [[], ["yes"], ["yes", "2"], ["yes", "2", "earliest"], ["yes", "2", "earliest", "yes"]]) {
      const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon] })).opens();
      for (const press of presses) await chat.presses(press);
      await chat.presses("<cancel");
      expect(chat.now.state).toBe("cancelled");
      expect(chat.world.did.opened.size).toBe(0);
    }
  });

  it("goes on after a pause exactly where it was", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon] })).opens();
    for (const press of ["yes", "2", "earliest", "yes"]) {
      const before = chat.now;
      await chat.returns();
      expect(chat.now).toEqual(before);
      await chat.presses(press);
    }
    expect(chat.now.asks).toBe("terms");
  });

  it("takes nothing from an old button, nor a press twice", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon] })).opens();
    const data = chat.now;
    await chat.presses("yes");
    const years = chat.now;
    await chat.presses("1");
    await chat.pressesAgain(data, "yes");
    expect(chat.now.ids[0]).toBe("old-button");
    expect(chat.now.asks).toBe("start");
    await chat.pressesAgain(years, "3");
    expect(chat.now.ids[0]).toBe("old-button");
    expect(chat.now.draft?.answers).toMatchObject({ years: "1" });
  });

  it("leaves the data check to a person where something is wrong on record", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon] })).opens();
    expect(chat.now.buttons).toContainEqual(expect.objectContaining({ kind: "command", command: "human" }));
    await chat.says("hmm");
    expect(chat.now.state).toBe("unread");
  });

  it("keeps a draft small", async () => {
    const chat = await atTerms();
    expect(JSON.stringify(chat.now.draft).length).toBeLessThan(700);
  });
});
