import { describe, expect, it } from "vitest";
import { builtInSchedules, type FeeSchedule, loadFeeSchedule } from "../../src/domain/fee-schedule.js";
import { quoteDigest } from "../../src/domain/quote.js";
import type { Stored } from "../../src/journeys/question.js";
import { renew } from "../../src/journeys/renew.js";
import { run } from "../../src/journeys/run.js";
import { step } from "../../src/journeys/step.js";
import { cover, fakeWorld, passDays, service, unprovedAccount, waiting, worker } from "../support/fake-world.js";
import { type Chat, chatWith } from "../support/journey.js";

const endsSoon = worker(1, { covers: [cover("2025-07-01", "2026-06-30")] });
const outside = worker(2, { inKuwait: false });
const longCovered = worker(3, { covers: [cover("2026-01-01", "2027-12-30")] });
const never = worker(4);

/** At the one summary, two years chosen. */
async function atSummary(world = fakeWorld({ workers: [endsSoon] })) {
  const chat = await chatWith(renew, world).opens();
  await chat.presses("2");
  expect(chat.now.asks).toBe("accept");
  return chat;
}

/** Asks for one answer anew, from the summary. */
async function changes(chat: Chat, what: string) {
  await chat.presses("<change");
  return chat.presses(what);
}

function scheduleOf(json: unknown): FeeSchedule {
  const loaded = loadFeeSchedule(json);
  if (!loaded.ok) throw new Error(loaded.faults.join("; "));
  return loaded.schedule;
}

describe("words at the questions of a renewal", () => {
  const joseph = worker(2, { covers: [cover("2025-07-01", "2026-06-30")] });

  it("tick a worker by name, and none by words that name nobody", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon, joseph] })).opens();
    const { partial } = chat.now.draft?.pending ?? {};
    await chat.says("Anita");
    expect(chat.now.asks).toBe("workers");
    expect(chat.now.draft?.pending?.partial).not.toEqual(partial);
    await chat.says("nobody at all");
    expect(chat.now.asks).toBe("workers");
  });

  it("choose the years beside other words, and not where they ask for something else or are not on offer", async () => {
    const years = async (text: string, isKnown = false) => {
      const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon] })).opens();
      await chat.sends({ kind: "text", text, ...(isKnown ? { isKnown: true } : {}) });
      return chat.now.asks;
    };
    expect(await years("make it two then")).toBe("accept");
    expect(await years("make it two then", true)).toBe("years");
    expect(await years("nine then")).toBe("years");
  });
});

describe("a renewal", () => {
  it("has its price beside the words that tell it, so that a person who is asked about it can see it", async () => {
    const world = fakeWorld({ workers: [endsSoon] });
    const chat = await atSummary(world);
    const now = await run(renew, world, chat.now.draft?.answers ?? {}, world.proofs);
    const { quoted } = now.kind === "asks" ? now.question.show(undefined) : {};
    expect(now).toMatchObject({ key: "accept" });
    expect(quoted).toMatchObject({ schedule: "kd5", lines: [{ worker: endsSoon.id, fils: 10_000 }] });
  });

  it("asks for the years with what they cost, and leads by one summary to the pay link", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon] })).opens();
    expect(chat.now.asks).toBe("years");
    expect(chat.now.labels.slice(0, 3)).toEqual(["1 year · 5.000", "2 years · 10.000", "3 years · 15.000"]);
    await chat.presses("2 years · 10.000");
    expect(chat.now.asks).toBe("accept");
    expect(chat.now.text).toBe(
      [
        "Renewal for Anita Santos …0107: 2 years",
        "On record: residency Article 20, in Kuwait.",
        "From 1 Jul 2026 to 30 Jun 2028, without a gap.",
        "Fee: KD\u00a010.000 (KD\u00a05.000 × 2).",
        "Why: Domestic worker (Article 20), the same for every sponsor. Source: description of the domestic workers' health insurance service (the service's own documents).",
        "Residency fees are not included.",
        "By accepting you agree to the terms (version 2026-01):",
        "• The renewal is filed after payment; payment alone is not cover.",
        "• If it is refused, the whole amount is given back.",
        "• Fee and link hold for 24 hours.",
      ].join("\n"),
    );
    expect(chat.now.buttons).toContainEqual(
      expect.objectContaining({ kind: "url", url: "https://tajdeed.example/terms/2026-01" }),
    );
    expect(chat.world.did.opened.size).toBe(0);
    await chat.presses("I accept and pay KD\u00a010.000");
    expect(chat.now.state).toBe("ended");
    const link = "https://service.example/p/1";
    expect(chat.now.buttons[0]).toMatchObject({ kind: "url", url: link });
    for (const told of [
      link,
      "KD\u00a010.000",
      "Example Office",
      "…0107",
      "We never ask for them here",
      "until tomorrow",
    ])
      expect(chat.now.text).toContain(told);
  });

  it("takes the years by their words alone, in either language", async () => {
    for (const words of ["2 years", "two years", "2", "٢", "سنتين", "سنتان"]) {
      const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon] })).opens();
      await chat.says(words);
      expect(chat.now.text).toContain("Anita Santos …0107: 2 years");
    }
    // The same where names are ticked.
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon, never] })).opens();
    await chat.says("3 سنوات");
    expect(chat.now.text).toContain("Anita Santos …0107: 3 years");
  });

  it("says the same in Arabic", async () => {
    const chat = await atSummary(fakeWorld({ workers: [endsSoon], language: "ar" }));
    for (const told of ["تجديد سنتين: أنيتا سانتوس …0107", "من 1 يوليو 2026 إلى 30 يونيو 2028، دون انقطاع."])
      expect(chat.now.text).toContain(told);
    await chat.presses("أوافق وأدفع 10.000\u00a0د.ك");
    for (const told of ["https://service.example/p/1", "10.000\u00a0د.ك", "مكتب التجربة", "…0107"])
      expect(chat.now.text).toContain(told);
    expect(chat.now.ids).toContain("pay-card");
  });

  it("says in a summary of at most 110 words all that is agreed to, with a gap too", async () => {
    const chat = await atSummary();
    await changes(chat, "First day");
    await chat.says("1/8/2026");
    await chat.presses("keep");
    expect(chat.now.ids).toContain("gap-days");
    expect(chat.now.text.split(/\s+/u).length).toBeLessThanOrEqual(110);
  });

  it("says of one who was never covered that cover is new, and claims no cover before it", async () => {
    const chat = await atSummary(fakeWorld({ workers: [never] }));
    expect(chat.now.text).toContain("New cover for Grace Santos …0406: 2 years");
    expect(chat.now.text).toContain("From 10 Jun 2026 to 9 Jun 2028.");
    expect(chat.now.text).not.toContain("gap");
  });

  it("records the acceptance with the quote's digest and the version of the terms", async () => {
    const chat = await atSummary();
    await chat.presses("yes");
    const order = chat.world.did.opened.get("draft1");
    expect(order).toMatchObject({ termsVersion: "2026-01", totalFils: 10_000, payer: "account" });
    expect(order?.quoteDigest).toBe(
      quoteDigest({ ok: true, lines: [...(order?.lines ?? [])], totalFils: order?.totalFils ?? (0 as never) }),
    );
  });

  it("opens once under its draft, however often the run is repeated", async () => {
    const chat = await atSummary();
    await chat.presses("yes");
    const again = chatWith(renew, chat.world);
    await again.opens();
    for (const press of ["2", "yes"]) await again.presses(press);
    expect(chat.world.did.opened.size).toBe(1);
    expect(again.now.text).toContain("https://service.example/p/1");
  });

  it("reads the terms in three lines once: those that this account accepted before are only named", async () => {
    const first = await atSummary();
    await first.presses("yes");
    first.world.draft = "draft2";
    const chat = await atSummary(first.world);
    expect(chat.now.ids).toContain("terms-accepted-before");
    expect(chat.now.ids).not.toContain("terms-by-accepting");
    expect(chat.now.buttons).toContainEqual(expect.objectContaining({ label: { id: "button-terms" } }));
    await chat.presses("yes");
    expect(chat.world.did.opened.get("draft2")?.termsVersion).toBe("2026-01");
    // A new version is read anew.
    chat.world.draft = "draft3";
    chat.world.service = { ...service, terms: { ...service.terms, version: "2026-02" } };
    expect((await atSummary(chat.world)).now.ids).toContain("terms-by-accepting");
  });

  it("shows what its own repeated turn accepted as it was shown at first", async () => {
    const chat = await atSummary();
    const before = chat.now;
    await chat.presses("yes");
    const again = await atSummary(chat.world);
    expect(again.now.text).toBe(before.text);
    expect(again.now.fingerprint).toBe(before.fingerprint);
  });

  it("has the terms in full on request, by a word, and goes on where it was", async () => {
    for (const [language, words] of [
      ["en", ["terms", "Read the terms here"]],
      ["ar", ["الشروط", "اقرأ الشروط هنا"]],
    ] as const)
      for (const word of words) {
        const chat = await atSummary(fakeWorld({ workers: [endsSoon], language }));
        const before = chat.now;
        await chat.says(word);
        expect(chat.now.ids).toEqual(["terms-text", "terms-version"]);
        expect(chat.now.asks).toBe("accept");
        await chat.presses("<drop:");
        expect(chat.now.text).toBe(before.text);
        await chat.presses("yes");
        expect(chat.now.state).toBe("ended");
      }
  });

  it("names the Ministry's independence only where it holds", async () => {
    const chat = await atSummary(fakeWorld({ workers: [endsSoon], service: { isMinistry: true } }));
    await chat.presses("yes");
    expect(chat.now.ids).toContain("pay-to-ministry");
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
    expect(chat.now.asks).toBe("years");
  });
});

describe("what the command says already", () => {
  it.each([
    ["w1 y2", "2 years"],
    ["w1 y1", "1 year"],
    ["y3", "3 years"],
    [`${endsSoon.civilId} y2`, "2 years"],
  ])("is not asked: %s leads straight to the summary", async (argument, years) => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon] })).opens(argument);
    expect(chat.now.asks).toBe("accept");
    expect(chat.now.text).toContain(`…0107: ${years}`);
    await chat.presses("yes");
    expect(chat.now.state).toBe("ended");
  });

  it("is checked against what is possible today, and can be changed", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon, outside] })).opens("w2 y3");
    expect(chat.now.text).toContain("…0203: 1 year");
    await changes(chat, "Workers");
    expect(chat.now.labels).toContain("✅ Joseph Santos …0203");
    await chat.presses("w1");
    await chat.presses("w2");
    await chat.presses("y3");
    expect(chat.now.text).toContain("Anita Santos …0107: 3 years");
  });

  it("stays as it was when nothing is changed after all", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon, never] })).opens("w1 y2");
    const before = chat.now;
    for (const what of ["Years", "First day", "Workers"]) {
      await changes(chat, what);
      expect(chat.now.asks).not.toBe("accept");
      await chat.presses("<back");
      expect(chat.now.text).toBe(before.text);
    }
  });

  it("may be everybody who is due: those whose cover ends within 60 days, or has ended, and who have not left", async () => {
    const later = worker(5, { covers: [cover("2025-08-12", "2026-08-11")] });
    const ended = worker(6, { covers: [cover("2025-01-01", "2025-12-31")] });
    const world = fakeWorld({ workers: [endsSoon, never, later, ended] });
    const chat = await chatWith(renew, world).opens("due y1");
    expect(chat.now.text).toContain("Renewal for 2 workers");
    expect(chat.now.text).toContain("…0107");
    expect(chat.now.text).toContain(ended.civilId.slice(-4));
    await world.reminders.answer("k", endsSoon.id, { kind: "left" });
    const other = await chatWith(renew, world).opens("due y1");
    expect(other.now.text).not.toContain("…0107");
    await world.reminders.answer("k2", ended.id, { kind: "not-mine" });
    expect((await chatWith(renew, world).opens("due y1")).now.asks).toBe("workers");
  });
});

describe("a basket", () => {
  const world = () => fakeWorld({ workers: [endsSoon, outside, longCovered, never], kuwaiti: false });

  it("offers those who can be renewed today, and says why not the others", async () => {
    const chat = await chatWith(renew, world()).opens();
    expect(chat.now.asks).toBe("workers");
    expect(chat.now.labels.slice(0, 3)).toEqual(["✅ Anita Santos …0107", "Joseph Santos …0203", "Grace Santos …0406"]);
    expect(chat.now.text).toContain("Lakshmi Santos …0318: the present cover runs long enough.");
  });

  it("has those ticked already whose cover ends within 60 days or has ended", async () => {
    const day60 = worker(5, { covers: [cover("2025-08-10", "2026-08-09")] });
    const day61 = worker(6, { covers: [cover("2025-08-11", "2026-08-10")] });
    const ended = worker(7, { covers: [cover("2025-01-01", "2026-01-31")] });
    const chat = await chatWith(renew, fakeWorld({ workers: [day60, day61, ended, never] })).opens();
    const ticked = chat.now.labels.filter((label) => label.startsWith("✅"));
    expect(ticked.map((label) => label.slice(-4))).toEqual([day60, ended].map(({ civilId }) => civilId.slice(-4)));
  });

  it("ticks, unticks, and tells what the ticked cost together, in place", async () => {
    const chat = await chatWith(renew, world()).opens();
    expect(chat.now.labels).toContain("2 years · 10.000");
    await chat.presses("w4");
    expect(chat.now.inPlace).toBe(true);
    expect(chat.now.labels).toContain("2 years · 20.000");
    await chat.presses("w1");
    expect(chat.now.labels).toContain("✅ Grace Santos …0406");
    expect(chat.now.labels).toContain("Anita Santos …0107");
    await chat.presses("2 years · 10.000");
    expect(chat.now.asks).toBe("accept");
    expect(chat.now.text).toContain("…0406");
    expect(chat.now.text).not.toContain("…0107");
  });

  it("ticks all of them, or none, with one press", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon, never] })).opens();
    await chat.presses("All of them");
    expect(chat.now.labels.filter((label) => label.startsWith("✅"))).toHaveLength(2);
    await chat.presses("Untick all");
    expect(chat.now.labels).toEqual(["Anita Santos …0107", "Grace Santos …0406", "All of them", "Help", "Stop"]);
  });

  it("does not go on with nobody: a press on an older copy of the message is told so", async () => {
    const chat = await chatWith(renew, world()).opens();
    await chat.presses("w2");
    const ticked = chat.now;
    expect(ticked.labels).toContain("Go on with 2");
    await chat.presses("w1");
    await chat.presses("w2");
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
    await chat.presses("w2");
    await chat.presses("<help");
    expect(chat.now.ids[0]).toBe("renew-workers-help");
    expect(chat.now.labels).toEqual(expect.arrayContaining(["✅ Anita Santos …0107", "✅ Joseph Santos …0203"]));
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
    await chat.presses("<done");
    expect(chat.now.asks).toBe("years:w1");
    await chat.presses("3");
    expect(chat.now.asks).toBe("years:w4");
    await chat.presses("1");
    expect(chat.now.asks).toBe("accept");
    expect(chat.now.text).toContain(
      "• Anita Santos …0107: 3 years, KD\u00a015.000, from 1 Jul 2026 to 30 Jun 2029, without a gap",
    );
    expect(chat.now.text).toContain("• Joseph Santos …0203: 1 year, KD\u00a05.000, from ");
    expect(chat.now.text).toContain("Total (3 workers): KD\u00a025.000");
    // What is on record differs, so it is told of each.
    expect(chat.now.ids.filter((id) => id === "summary-data-for")).toHaveLength(3);
    await chat.presses("<wrong");
    await chat.presses("The dates");
    expect(chat.now.labels).toContain("Already renewed: Joseph Santos …0203");
  });

  it("asks for years once where they are the same for all", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon, never] })).opens();
    await chat.presses("All of them");
    await chat.presses("y2");
    await chat.presses("<change");
    expect(chat.now.labels).toEqual(["Workers", "Years", "First day", "Back to it"]);
  });

  it("begins each without a gap, unless one day for all, or a day for each, is asked for", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon, never] })).opens();
    await chat.presses("All of them");
    await chat.presses("y1");
    expect(chat.now.text).toContain("from 1 Jul 2026 to 30 Jun 2027, without a gap");
    expect(chat.now.text).toContain("from 10 Jun 2026 to 9 Jun 2027");
    await changes(chat, "First day");
    expect(chat.now.text).toContain("Possible: 1 Jul 2026 to 8 Sep 2026");
    await chat.says("1/8/2026");
    expect(chat.now.asks).toBe("gap");
    await chat.presses("From 1 Aug 2026");
    expect(chat.now.text.match(/from 1 Aug 2026 to 31 Jul 2027$/gm)).toHaveLength(2);
    await changes(chat, "First day");
    await chat.presses("each");
    expect(chat.now.asks).toBe("start:w1");
    await chat.presses("earliest");
    expect(chat.now.asks).toBe("start:w4");
    await chat.says("20/7/2026");
    expect(chat.now.asks).toBe("gap");
    expect(chat.now.text).toContain("Grace Santos …0406: no cover from 10 Jun 2026 to 19 Jul 2026 (40 days).");
    await chat.presses("keep");
    expect(chat.now.text).toContain("from 20 Jul 2026 to 19 Jul 2027");
  });

  it("renews the one whose button was pressed elsewhere without asking who", async () => {
    const chat = await chatWith(renew, world()).opens("w4");
    expect(chat.now.asks).toBe("years");
    await chat.presses("1");
    expect(chat.now.text).toContain("…0406");
    const early = await chatWith(renew, world()).opens("w3");
    expect(early.now.ids).toEqual(["no-quote-too-early"]);
    const gone = await chatWith(renew, world()).opens("w99");
    expect(gone.now.asks).toBe("workers");
  });
});

describe("a later first day", () => {
  it("says how many days are without cover, from when to when, and offers that day and none without cover", async () => {
    const chat = await atSummary();
    await changes(chat, "First day");
    await chat.says("1/9/2026");
    expect(chat.now.asks).toBe("gap");
    expect(chat.now.text).toContain("No cover from 1 Jul 2026 to 31 Aug 2026 (62 days).");
    expect(chat.now.labels.slice(0, 2)).toEqual(["Without a gap", "From 1 Sep 2026"]);
    await chat.presses("From 1 Sep 2026");
    expect(chat.now.text).toContain("From 1 Sep 2026 to 31 Aug 2028.");
    expect(chat.now.text).toContain("No cover from 1 Jul 2026 to 31 Aug 2026 (62 days).");
    await chat.presses("yes");
    expect(chat.world.did.opened.get("draft1")?.lines[0]?.from).toBe("2026-09-01");
  });

  it("says it in Arabic in all its forms", async () => {
    for (const [day, days] of [
      ["2/7/2026", "يوم واحد"],
      ["3/7/2026", "يومان"],
      ["4/7/2026", "3 أيام"],
      ["12/7/2026", "11 يومًا"],
    ] as const) {
      const chat = await atSummary(fakeWorld({ workers: [endsSoon], language: "ar" }));
      await changes(chat, "يوم البدء");
      await chat.says(day);
      expect(chat.now.text).toMatch(new RegExp(`من 1 يوليو 2026 إلى .* \\(${days}\\) بلا تغطية\\.`, "u"));
      expect(chat.now.labels.slice(0, 2)).toEqual(["دون انقطاع", expect.stringMatching(/^من /u)]);
    }
  });

  it("is given up with one press, and nothing of it is left", async () => {
    const chat = await atSummary();
    const before = chat.now;
    await changes(chat, "First day");
    await chat.says("1/9/2026");
    await chat.presses("Without a gap");
    expect(chat.now.text).toBe(before.text);
    expect(chat.now.draft?.answers).toEqual({ years: "2", start: "earliest" });
    // The same day, asked for once more, is asked about once more.
    await changes(chat, "First day");
    await chat.says("1/9/2026");
    expect(chat.now.asks).toBe("gap");
    await chat.says("hm");
    expect(chat.now.state).toBe("unread");
    await chat.sends({ kind: "press", fingerprint: chat.now.fingerprint, value: "hm" });
    expect(chat.now.state).toBe("unread");
    await chat.presses("<back");
    expect(chat.now.asks).toBe("start");
    await chat.presses("<back");
    expect(chat.now.text).toBe(before.text);
  });

  it("names today where cover has ended already: without a gap it is not any more", async () => {
    const chat = await atSummary(fakeWorld({ workers: [never] }));
    await changes(chat, "First day");
    await chat.says("1/8/2026");
    expect(chat.now.labels.slice(0, 2)).toEqual(["From today", "From 1 Aug 2026"]);
  });

  it("is for each of several told by name, with days of their own", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon, never] })).opens();
    for (const press of ["All of them", "y1", "<change", "<drop:start", "each"]) await chat.presses(press);
    await chat.says("1/8/2026");
    await chat.says("2/8/2026");
    expect(chat.now.ids).toEqual(["gap-days-for", "gap-days-for", "gap-ask"]);
    expect(chat.now.labels.slice(0, 2)).toEqual(["Without a gap", "Keep these days"]);
    await chat.presses("keep");
    expect(chat.now.ids.filter((id) => id === "gap-days-for")).toHaveLength(2);
  });
});

describe("something is wrong", () => {
  it.each([
    ["The name", "wrong-name", undefined],
    ["Residency or place", "wrong-residency", undefined],
    ["The dates", "wrong-dates", { command: "already-renewed", argument: "w1" }],
    ["Not mine", "wrong-worker", { command: "not-mine", argument: "w1" }],
  ] as const)("asks what, and says what happens then: %s; the renewal stays", async (what, told, way) => {
    const chat = await atSummary();
    const before = chat.now;
    await chat.presses("Something is wrong");
    expect(chat.now.ids).toEqual(["wrong-which"]);
    await chat.says(what);
    expect(chat.now.ids).toEqual([told]);
    expect(chat.now.buttons).toContainEqual(expect.objectContaining({ kind: "command", command: "human" }));
    if (way !== undefined) expect(chat.now.buttons).toContainEqual(expect.objectContaining(way));
    await chat.returns();
    expect(chat.now.text).toBe(before.text);
    await chat.presses("yes");
    expect(chat.now.state).toBe("ended");
  });
});

describe("the fee schedule", () => {
  const decision = builtInSchedules["decision-306-2025"];
  const three = [1, 2, 3].map((n) => worker(n, { covers: [cover(`202${n}-07-01`, "2026-06-30")] }));

  it("counts places by first cover and with the workers of this basket: a mixed basket has free and paid lines", async () => {
    const world = fakeWorld({ workers: [...three, never, worker(6)], service: { fees: decision } });
    const chat = await chatWith(renew, world).opens();
    for (const press of ["w2", "w3", "w4", "y1"]) await chat.presses(press);
    expect(chat.now.text).toContain("• Anita Santos …0107: 1 year, no fee, from ");
    expect(chat.now.text).toContain("• Grace Santos …0406: 1 year, KD\u00a010.000, from ");
    expect(chat.now.text).toContain("Total (2 workers): KD\u00a010.000");
    expect(chat.now.ids).toContain("fee-schedule-press");
    expect(chat.now.ids).toContain("summary-free");
    await chat.presses("yes");
    expect(chat.now.buttons[0]).toMatchObject({ kind: "url" });
    expect(chat.now.text).toContain("KD\u00a00.000");
  });

  it("leaves out of the count who is neither covered nor asked for", async () => {
    const ended = worker(1, { covers: [cover("2020-01-01", "2021-12-31")] });
    const world = fakeWorld({
      workers: [ended, three[1] ?? ended, three[2] ?? ended, never],
      service: { fees: decision },
    });
    const chat = await chatWith(renew, world).opens("w4");
    expect(chat.now.labels[0]).toBe("1 year · no fee");
    await chat.presses("1");
    expect(chat.now.text).toContain("Fee: none.");
  });

  it.each([
    ["manual", "notice-waiting-free"],
    ["own", "renewal-issued"],
  ] as const)("opens no link for a fee of zero, says why, and goes on to filing (%s)", async (filing, state) => {
    const chat = await atSummary(fakeWorld({ workers: [endsSoon], service: { fees: decision, filing } }));
    expect(chat.now.ids).not.toContain("terms-short-back");
    await chat.presses("I accept and renew");
    expect(chat.now.ids).toEqual(["nothing-to-pay", "fee-rule", state]);
    expect(chat.now.buttons.every(({ kind }) => kind === "command")).toBe(true);
    expect(chat.now.text).toContain("Kuwaiti family, first to third");
  });

  it("confirms a renewal for nothing again when its turn is repeated, and asks for no other", async () => {
    const world = fakeWorld({ workers: [endsSoon], service: { fees: decision } });
    const chat = await atSummary(world);
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
    await chat.presses("1");
    expect(chat.now.text).toContain("Source: Office memo 7 (weak or conflicting sources).");
  });

  it.each(["before-306", "decision-306-2025"] as const)(
    "tells the sources of %s in the reader's language",
    async (id) => {
      for (const kuwaiti of [true, false])
        for (const language of ["ar", "en"] as const) {
          const world = fakeWorld({ workers: [endsSoon], kuwaiti, language, service: { fees: builtInSchedules[id] } });
          const chat = await chatWith(renew, world).opens();
          await chat.presses("1");
          const source = chat.now.lines.find((line) => line.id === "summary-why")?.args?.source;
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
    await chat.presses("All of them");
    // No amount is told where none is known.
    expect(chat.now.labels).toContain("1 year");
    await chat.presses("y1");
    expect(chat.now.state).toBe("ended");
    expect(chat.now.text).toContain("Grace Santos …0406: no fee is on file");
  });
});

describe("what changes between showing and accepting", () => {
  it("takes nothing when the fee has changed, shows the new one and says what it was", async () => {
    const chat = await atSummary();
    const terms = chat.now;
    const dearer = scheduleOf({
      id: "dearer",
      title: { ar: "جديد", en: "New" },
      rows: [{ id: "r", title: { ar: "رسم", en: "Fee" }, articles: [20], fils: 6000, source: "s", certainty: "B" }],
    });
    chat.world.service = { ...chat.world.service, fees: dearer };
    await chat.pressesAgain(terms, "yes");
    expect(chat.world.did.opened.size).toBe(0);
    expect(chat.now.asks).toBe("accept");
    expect(chat.now.ids.slice(0, 2)).toEqual(["question-changed", "changed-fee"]);
    expect(chat.now.text).toContain("The fee is KD\u00a012.000 now; it was KD\u00a010.000.");
    await chat.presses("yes");
    expect(chat.world.did.opened.get("draft1")?.totalFils).toBe(12_000);
  });

  it("takes nothing when the terms have a new version", async () => {
    const chat = await atSummary();
    chat.world.service = { ...service, terms: { ...service.terms, version: "2026-02" } };
    await chat.presses("yes");
    expect(chat.world.did.opened.size).toBe(0);
    expect(chat.now.asks).toBe("accept");
    expect(chat.now.ids.slice(0, 2)).toEqual(["question-changed", "changed-terms"]);
    await chat.presses("yes");
    expect(chat.world.did.opened.get("draft1")?.termsVersion).toBe("2026-02");
  });

  it("takes nothing when the days have moved, and says that the fee is the same", async () => {
    const chat = await atSummary(fakeWorld({ workers: [never] }));
    passDays(chat.world, 1);
    await chat.presses("yes");
    expect(chat.now.asks).toBe("accept");
    expect(chat.now.ids.slice(0, 2)).toEqual(["question-changed", "changed-period"]);
  });

  it("says only that something changed where what was shown is of another make", async () => {
    const chat = await atSummary();
    const { draft } = chat.now;
    if (draft?.pending === undefined) throw new Error("the terms were not shown");
    chat.world.service = { ...service, terms: { ...service.terms, version: "2026-02" } };
    const older = { ...draft, pending: { ...draft.pending, shown: "of an earlier version" } };
    const deps = { journey: renew, world: chat.world, proofs: chat.world.proofs, valueLabelled: () => undefined };
    const outcome = await step(deps, older, { kind: "text", text: "yes" });
    if (outcome.kind !== "asks") throw new Error(`the journey ${outcome.kind}`);
    expect(outcome.message.lines.map(({ id }) => id).slice(0, 2)).toEqual(["question-changed", "summary-one"]);
  });

  it("tells fee and terms together when both have changed", async () => {
    const chat = await atSummary();
    const fees = builtInSchedules["decision-306-2025"];
    chat.world.service = { ...service, fees, terms: { ...service.terms, version: "2026-02" } };
    await chat.presses("yes");
    expect(chat.now.ids.slice(0, 3)).toEqual(["question-changed", "changed-fee", "changed-terms"]);
    expect(chat.now.text).toContain("The fee is KD\u00a00.000 now; it was KD\u00a010.000.");
  });

  it("takes nothing when what is on record has changed, and says so", async () => {
    const chat = await atSummary();
    chat.world.records.household = { kuwaiti: true, workers: [{ ...endsSoon, article: 20, inKuwait: false }] };
    await chat.presses("yes");
    expect(chat.world.did.opened.size).toBe(0);
    expect(chat.now.asks).toBe("accept");
    expect(chat.now.ids.slice(0, 3)).toEqual(["question-changed", "changed-fee", "changed-data"]);
    expect(chat.now.text).toContain("outside Kuwait");
  });

  it("asks again for a start that has passed, and keeps one that is as early as possible", async () => {
    const chat = await atSummary(fakeWorld({ workers: [never] }));
    await changes(chat, "First day");
    await chat.says("12/6/2026");
    await chat.presses("keep");
    expect(chat.now.asks).toBe("accept");
    passDays(chat.world, 5);
    await chat.returns();
    expect(chat.now.asks).toBe("start");
    await chat.presses("earliest");
    passDays(chat.world, 2);
    await chat.returns();
    expect(chat.now.asks).toBe("accept");
    expect(chat.now.text).toContain("From 17 Jun 2026");
  });

  it("asks again for years that are no longer on offer", async () => {
    const both = [endsSoon, never];
    const chat = await chatWith(renew, fakeWorld({ workers: both })).opens();
    for (const press of ["All of them", "y3"]) await chat.presses(press);
    expect(chat.now.asks).toBe("accept");
    chat.world.records.household = { kuwaiti: true, workers: both.map((each) => ({ ...each, inKuwait: false })) };
    await chat.returns();
    expect(chat.now.asks).toBe("accept");
    expect(chat.now.text).toContain(": 1 year, ");
  });

  it("says who was taken meanwhile when the basket is empty now", async () => {
    const chat = await atSummary();
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
    const chat = await atSummary();
    chat.world.refuse = { ok: false, reason, worker: "w1" };
    await chat.presses("yes");
    expect(chat.now.ids).toEqual([`not-opened-${reason}`]);
    expect(chat.now.text).toContain("Anita Santos …0107");
    expect(chat.now.buttons[0]).toMatchObject({ kind: "command", command: next });
    chat.world.refuse = { ok: false, reason, worker: "w77" };
    const other = await atSummary(chat.world);
    await other.presses("yes");
    expect(other.now.text).toContain("this worker");
  });
});

describe("steering a renewal", () => {
  const back = (chat: Chat) => chat.sends({ kind: "press", fingerprint: chat.now.fingerprint, value: "<back" });

  it("goes back to the last question asked, and drops that answer alone", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon, never] })).opens();
    for (const press of ["All of them", "y2"]) await chat.presses(press);
    await back(chat);
    expect(chat.now.asks).toBe("years");
    expect(chat.now.draft?.answers).toEqual({ workers: ["w1", "w4"] });
    await chat.presses("<back");
    expect(chat.now.asks).toBe("workers");
    await back(chat);
    expect(chat.now.asks).toBe("workers");
  });

  it("changes one answer and keeps the others", async () => {
    const chat = await atSummary();
    await chat.presses("<change");
    expect(chat.now.labels).toEqual(["Years", "First day", "Back to it"]);
    await chat.says("Years");
    expect(chat.now.asks).toBe("years");
    await chat.presses("3");
    expect(chat.now.asks).toBe("accept");
    expect(chat.now.ids).not.toContain("question-changed");
    expect(chat.now.text).toContain("KD\u00a015.000");
  });

  it("comes back to the summary when nothing is to be changed after all", async () => {
    const chat = await atSummary();
    await chat.presses("<change");
    await chat.presses("Back to it");
    expect(chat.now.asks).toBe("accept");
  });

  it("drops answers that are off the path once the summary is reached", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon, never] })).opens();
    for (const press of ["All of them", "y1", "<change", "<drop:start", "each", "earliest", "earliest"])
      await chat.presses(press);
    expect(chat.now.draft?.answers).toHaveProperty("start:w4");
    await changes(chat, "Workers");
    expect(chat.now.labels.filter((label) => label.startsWith("✅"))).toHaveLength(2);
    await chat.presses("w4");
    await chat.presses("y1");
    // A day for each is none of one's answers any more.
    expect(chat.now.asks).toBe("start");
    await chat.presses("earliest");
    expect(chat.now.asks).toBe("accept");
    expect(chat.now.draft?.answers).toEqual({ workers: ["w1"], years: "1", start: "earliest" });
  });

  it("helps at each question in its own words, without taking anything", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon] })).opens();
    for (const [press, help] of [
      ["2", "years-help"],
      ["<change", "summary-help"],
      ["<drop:start", undefined],
      ["12/8/2026", "start-help"],
      ["keep", "start-help"],
      ["yes", "summary-help"],
    ] as const) {
      const before = chat.now;
      if (help !== undefined) {
        await chat.presses("<help");
        expect(chat.now.ids).toEqual([help, ...before.ids]);
        expect(chat.now.draft?.answers).toEqual(before.draft?.answers);
      }
      await (press.includes("/") ? chat.says(press) : chat.presses(press));
    }
    expect(chat.now.state).toBe("ended");
  });

  it("stops at each question, with nothing opened", async () => {
    for (const presses of [[], ["2"], ["2", "<change", "<drop:start"], ["2", "<change", "<drop:years"]]) {
      const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon] })).opens();
      for (const press of presses) await chat.presses(press);
      await chat.presses("<cancel");
      expect(chat.now.state).toBe("cancelled");
      expect(chat.world.did.opened.size).toBe(0);
    }
  });

  it("goes on after a pause exactly where it was", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon] })).opens();
    for (const press of ["2", undefined, "<change", "<drop:start", "earliest"]) {
      const before = chat.now;
      if (press !== "<drop:start") {
        await chat.returns();
        expect({ ...chat.now, inPlace: false }).toEqual({ ...before, inPlace: false });
      }
      if (press !== undefined) await chat.presses(press);
    }
    expect(chat.now.asks).toBe("accept");
  });

  it("takes nothing from an old button, nor a press twice", async () => {
    const chat = await chatWith(renew, fakeWorld({ workers: [endsSoon] })).opens();
    const years = chat.now;
    await chat.presses("1");
    await chat.pressesAgain(years, "3");
    expect(chat.now.ids[0]).toBe("old-button");
    expect(chat.now.asks).toBe("accept");
    expect(chat.now.draft?.answers).toMatchObject({ years: "1" });
    await chat.says("hmm");
    expect(chat.now.state).toBe("unread");
  });

  it("keeps a draft small", async () => {
    const chat = await atSummary();
    expect(JSON.stringify(chat.now.draft).length).toBeLessThan(700);
  });
});
