import { describe, expect, it } from "vitest";
import { builtInSchedules, loadFeeSchedule } from "../../src/domain/fee-schedule.js";
import type { QuoteRefusal } from "../../src/domain/quote.js";
import { noQuoteLine } from "../../src/journeys/no-quote.js";
import { quote } from "../../src/journeys/quote.js";
import { run } from "../../src/journeys/run.js";
import { line } from "../../src/words/line.js";
import { cover, fakeWorld, unprovedAccount, worker } from "../support/fake-world.js";
import { chatWith, speak } from "../support/journey.js";

const decision = { fees: builtInSchedules["decision-306-2025"] };

describe("a quote for a worker who is only thought of", () => {
  it("takes what is no text for something else than an answer", async () => {
    const chat = await chatWith(quote, fakeWorld({ account: undefined, service: decision })).opens();
    await chat.sends({ kind: "contact", phone: "+96550001234", own: true });
    expect(chat.now.state).toBe("unread");
    expect(chat.now.asks).toBe("nth");
  });

  it("reads numbers that are written as words", async () => {
    for (const [place, where, years] of [
      ["الرابع", "داخل الكويت", "سنتين"],
      ["العاملة الرابعة", "داخل الكويت", "عامين"],
      ["the fourth", "in kuwait", "two years"],
    ] as const) {
      const chat = await chatWith(quote, fakeWorld({ account: undefined, service: decision })).opens();
      for (const text of [place, where, years]) await chat.says(text);
      expect(chat.now.draft?.answers).toEqual({ nth: "4", "in-kuwait": "inside", years: "2" });
    }
  });

  it("needs no account: a fourth worker, two years", async () => {
    const chat = await chatWith(quote, fakeWorld({ account: undefined, service: decision })).opens();
    expect(chat.now.asks).toBe("nth");
    await chat.presses("4");
    expect(chat.now.asks).toBe("in-kuwait");
    await chat.presses("In Kuwait");
    expect(chat.now.asks).toBe("years");
    await chat.presses("2 years");
    expect(chat.now.asks).toBe("kuwaiti");
    await chat.presses("Kuwaiti");
    expect(chat.now.state).toBe("ended");
    expect(chat.now.text).toContain("2 years for worker no. 4: KD\u00a020.000 (KD\u00a010.000 × 2).");
    expect(chat.now.text).toContain("Why: Kuwaiti family, fourth domestic worker and later, each (Article 20)");
    expect(chat.now.text).toContain("several independent public sources");
    expect(chat.now.text).toContain("Fee schedule: Decision 306 of 2025.");
    expect(chat.now.text).toContain("Known from press reports");
    expect(chat.now.text).toContain("Residency fees are not included.");
    expect(chat.now.buttons[0]).toMatchObject({ command: "register" });
  });

  it("explains a fee of zero", async () => {
    const chat = await chatWith(quote, fakeWorld({ account: undefined, service: decision, language: "ar" })).opens();
    for (const press of ["3", "inside", "1", "kuwaiti"]) await chat.presses(press);
    expect(chat.now.ids).toContain("fee-none");
    expect(chat.now.ids).toContain("fee-none-why");
    expect(chat.now.text).toContain("بلا رسم");
  });

  it("takes a place without a button by typing it, in any digits", async () => {
    const chat = await chatWith(quote, fakeWorld({ account: undefined })).opens();
    expect(chat.now.labels).not.toContain("10");
    await chat.says("١٢");
    expect(chat.now.asks).toBe("in-kuwait");
    expect(chat.now.draft?.answers).toEqual({ nth: "12" });
    const none = await chatWith(quote, fakeWorld({ account: undefined })).opens();
    await none.says("0");
    expect(none.now.state).toBe("unread");
  });

  it("offers one year to a worker still outside", async () => {
    const chat = await chatWith(quote, fakeWorld({ account: undefined })).opens();
    await chat.presses("1");
    await chat.presses("outside");
    expect(chat.now.asks).toBe("kuwaiti");
    await chat.presses("other");
    expect(chat.now.text).toContain("One year for worker no. 1: KD\u00a05.000.");
    expect(chat.now.text).toContain("the service's own documents");
    expect(chat.now.ids).not.toContain("fee-schedule-press");
  });

  it("does not ask for what is on record, nor an unproved account to renew", async () => {
    const proved = await chatWith(quote, fakeWorld({ workers: [], service: decision, kuwaiti: true })).opens();
    for (const press of ["5", "inside", "1"]) await proved.presses(press);
    expect(proved.now.text).toContain("KD\u00a010.000");
    const unproved = await chatWith(quote, fakeWorld({ account: unprovedAccount, service: decision })).opens();
    for (const press of ["5", "inside", "1", "other"]) await unproved.presses(press);
    expect(unproved.now.text).toContain("KD\u00a0100.000");
    expect(unproved.now.text).toContain("one good public source");
  });

  it("tells where the schedule has no fee, and never guesses", async () => {
    const row = { id: "r", title: { ar: "رسم", en: "Fee" }, articles: [20], nth: { from: 1, to: 2 }, fils: 1000 };
    const json = { id: "own", title: { ar: "لنا", en: "Ours" }, rows: [{ ...row, source: "memo", certainty: "B" }] };
    const fees = loadFeeSchedule(json);
    if (!fees.ok) throw new Error(fees.faults.join());
    const chat = await chatWith(quote, fakeWorld({ account: undefined, service: { fees: fees.schedule } })).opens();
    for (const press of ["3", "inside", "1", "kuwaiti"]) await chat.presses(press);
    expect(chat.now.ids).toEqual(["no-quote-no-row"]);
    const mine = fakeWorld({ workers: [worker(1, { article: 18 })], service: { fees: fees.schedule } });
    const onRecord = await chatWith(quote, mine).opens("w1");
    expect(onRecord.now.ids).toEqual(["no-quote-no-row"]);
  });

  it("helps at each question, and lets an answer be taken back", async () => {
    const chat = await chatWith(quote, fakeWorld({ account: undefined })).opens();
    for (const [press, help] of [
      ["2", "quote-nth-help"],
      ["inside", "quote-in-kuwait-help"],
      ["1", "years-help"],
    ] as const) {
      await chat.presses("<help");
      expect(chat.now.ids[0]).toBe(help);
      await chat.presses(press);
    }
    await chat.presses("<help");
    expect(chat.now.ids[0]).toBe("quote-kuwaiti-help");
    await chat.presses("<back");
    expect(chat.now.asks).toBe("years");
    await chat.returns();
    expect(chat.now.asks).toBe("years");
  });
});

describe("a quote for a worker on record", () => {
  it("knows place, residency and dates, and leads to the renewal", async () => {
    const endsSoon = worker(1, { covers: [cover("2025-07-01", "2026-06-30")] });
    const chat = await chatWith(quote, fakeWorld({ workers: [endsSoon, worker(2)] })).opens();
    expect(chat.now.asks).toBe("who");
    await chat.presses("Anita Santos …0107");
    expect(chat.now.state).toBe("ended");
    expect(chat.now.text).toContain("One year for Anita Santos …0107: KD\u00a05.000.");
    expect(chat.now.text).toContain("From 1 Jul 2026 to 30 Jun 2027.");
    expect(chat.now.labels.slice(0, 3)).toEqual(["Renew 1 year · 5.000", "2 years · 10.000", "3 years · 15.000"]);
    expect(chat.now.buttons[1]).toMatchObject({ command: "renew", argument: "w1 y2" });
  });

  it("is for as many years as were asked for", async () => {
    const chat = await chatWith(quote, fakeWorld({ workers: [worker(1)] })).opens("w1 y2");
    expect(chat.now.text).toContain("2 years for Anita Santos …0107: KD\u00a010.000 (KD\u00a05.000 × 2).");
  });

  it("names no amount to renew for where there is none to pay", async () => {
    const chat = await chatWith(quote, fakeWorld({ workers: [worker(1)], service: decision })).opens("w1");
    expect(chat.now.labels.slice(0, 3)).toEqual(["Renew 1 year", "2 years · no fee", "3 years · no fee"]);
  });

  it("tells the fee today even while the cover runs long, and when it can be renewed", async () => {
    const long = worker(1, { covers: [cover("2026-01-01", "2027-12-30")] });
    const chat = await chatWith(quote, fakeWorld({ workers: [long] })).opens("w1");
    expect(chat.now.text).toContain("KD\u00a05.000");
    expect(chat.now.text).toContain("It can be renewed from 2 Oct 2027 on.");
    expect(chat.now.ids).not.toContain("fee-period");
  });

  it("is open for another worker, and for a typed civil ID of one's own", async () => {
    const chat = await chatWith(quote, fakeWorld({ workers: [worker(1)] })).opens();
    await chat.presses("Another worker");
    expect(chat.now.asks).toBe("nth");
    await chat.presses("<back");
    await chat.says(worker(1).civilId);
    expect(chat.now.text).toContain("One year for Anita Santos …0107: KD\u00a05.000.");
  });

  it("refuses a mistyped number with what is wrong about it, and looks nothing up", async () => {
    const chat = await chatWith(quote, fakeWorld()).opens();
    const right = worker(1).civilId;
    for (const [text, why] of [
      ["290051", "civil-id-length"],
      ["29005171000x", "civil-id-not-a-number"],
      [`1${right.slice(1)}`, "civil-id-century"],
      [`2901${"3".repeat(8)}`, "civil-id-birth-date"],
      [`${right.slice(0, 11)}${(Number(right[11]) + 1) % 10}`, "civil-id-check-digit"],
    ] as const) {
      await chat.says(text);
      expect(chat.now.ids[0]).toBe(why);
      expect(chat.now.asks).toBe("who");
    }
    await chat.says("when does it expire");
    expect(chat.now.state).toBe("unread");
    expect(chat.world.did.refused).toEqual([]);
  });

  it("asks again for a stored answer that is none", async () => {
    const world = fakeWorld();
    expect(await run(quote, world, { who: 7 }, world.proofs)).toMatchObject({ kind: "asks", key: "who" });
  });

  it("answers somebody else's civil ID with the one refusal", async () => {
    const chat = await chatWith(quote, fakeWorld({ workers: [worker(1)] })).opens();
    await chat.says(worker(2).civilId);
    expect(chat.now.ids).toEqual(["refusal"]);
  });
});

describe("why there is no price", () => {
  const reasons: readonly QuoteRefusal["reason"][] = [
    "empty",
    "same-worker-twice",
    "no-row",
    "years",
    "start-past",
    "start-too-far",
    "too-early",
    "overlap",
  ];

  it.each(reasons)("has a sentence that says what can be done: %s", (reason) => {
    const told = noQuoteLine({ ok: false, reason }, line("worker-this"), "151");
    const sentences = (["ar", "en"] as const).map((language) => speak.plain(language, told));
    for (const sentence of sentences) expect(sentence.length).toBeGreaterThan(20);
    expect(new Set(sentences).size).toBe(2);
  });
});

it("takes a place in words, and no place from words that are something else", async () => {
  const chat = await chatWith(quote, fakeWorld({ account: undefined })).opens();
  await chat.says("twelve or so perhaps");
  expect(chat.now.asks).toBe("nth");
  await chat.says("twenty two");
  expect(chat.now.draft?.answers).toEqual({ nth: "22" });
});
