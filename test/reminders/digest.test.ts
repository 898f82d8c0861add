import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInSchedules } from "../../src/domain/fee-schedule.js";
import { addDays, type IsoDate } from "../../src/domain/iso-date.js";
import { journeys } from "../../src/journeys/catalogue.js";
import { lastKnownDay } from "../../src/journeys/last-known-cover.js";
import type { Worker } from "../../src/journeys/workers-port.js";
import { render } from "../../src/messages/render.js";
import { createDigest, type DigestOf } from "../../src/reminders/digest.js";
import { type Language, languages } from "../../src/words/line.js";
import { cover, date, service, waiting, worker } from "../support/fake-world.js";
import { speak } from "../support/journey.js";

const today = date("2026-06-10");
const endsOn = (day: string, n = 1, more: Partial<Worker> = {}) =>
  worker(n, { covers: [cover("2025-01-01", day)], ...more });
const followedUntil = (day: string, n = 7) =>
  worker(n, { id: `t${n}`, source: "told", covers: [cover("2025-01-01", day, { source: "told" })] });

type Of = Partial<Omit<DigestOf, "reminded">> & { readonly service?: Partial<typeof service> };

/** What a person who has these workers is told of all of them. */
function digest(workers: readonly Worker[], of: Of = {}, language: Language = "en") {
  const reminded = workers.flatMap((each) => {
    const end = lastKnownDay(each);
    return end === undefined ? [] : [{ worker: each, end }];
  });
  const onRecord = workers.filter(({ source }) => source === "record");
  const household = of.household ?? { kuwaiti: true, workers: onRecord };
  const told = { reminded, household, names: of.names ?? "name", today: of.today ?? today };
  const message = createDigest({ ...service, ...of.service })(told);
  const { text, buttons } = render(message, language, speak, "");
  return {
    ids: message.lines.map(({ id }) => id),
    text: text.replaceAll(/[\u2066-\u2069]/gu, ""),
    length: text.length,
    labels: buttons.flat().map(({ label }) => label),
    data: buttons.flat().map((button) => ("data" in button ? button.data : "")),
  };
}

describe("a digest of one worker", () => {
  it("says who, until when, what a year costs, where it is known from, and how to tell that it is genuine", () => {
    expect(digest([endsOn("2026-06-17")]).text).toBe(
      [
        "🔔 Anita Santos …0107: cover ends in 7 days, on 17 Jun 2026.",
        "As imported on 3 Jan 2026. A year costs KD\u00a05.000 as of today.",
        "Run by Example Office. It is not part of the Ministry of Health.",
        "We never ask for a card number, a PIN, a password or a bank code.",
        "To be sure that this message is genuine, look at the cover from the menu of this same chat.",
      ].join("\n"),
    );
  });

  it("says the same in Arabic", () => {
    const { text } = digest([endsOn("2026-06-17")], {}, "ar");
    expect(text.split("\n").slice(0, 2)).toEqual([
      "🔔 أنيتا سانتوس …0107: تنتهي التغطية بعد 7 أيام، في 17 يونيو 2026.",
      "حسب السجلات المستوردة في 3 يناير 2026. رسم السنة اليوم 5.000\u00a0د.ك.",
    ]);
    expect(text).toContain("مكتب التجربة");
  });

  it("counts the days in Arabic in all their forms, before the end and after it", () => {
    const until = (days: number) => digest([endsOn(addDays(today, days))], {}, "ar").text;
    for (const [days, told] of [
      [1, "يوم واحد"],
      [2, "يومين"],
      [3, "3 أيام"],
      [11, "11 يومًا"],
      [100, "100 يوم"],
    ] as const) {
      expect(until(days)).toContain(`تنتهي التغطية بعد ${told}، في`);
      expect(until(-days)).toContain(`، قبل ${told}.`);
    }
    expect(until(0)).toContain("تنتهي التغطية اليوم، 10 يونيو 2026، واليوم مشمول بها.");
  });

  it("says on the last day that it is still covered", () => {
    expect(digest([endsOn("2026-06-10")]).text).toContain("cover ends today, 10 Jun 2026. Today is still covered.");
  });

  it("says of cover that has ended what can be done, and nothing of what might follow", () => {
    const onRecord = digest([endsOn("2026-06-03")]);
    expect(onRecord.text).toContain("cover ended on 3 Jun 2026, 7 days ago.");
    expect(onRecord.ids).toContain("digest-ended-renew");
    const followed = digest([followedUntil("2026-06-03")]);
    expect(followed.ids).toContain("digest-ended-told");
    expect(followed.ids).not.toContain("digest-ended-renew");
    expect(digest([endsOn("2026-06-10")]).ids).not.toContain("digest-ended-renew");
    for (const language of languages)
      expect(digest([endsOn("2026-06-03")], {}, language).text).not.toMatch(/fine|penalt|غرام|مخالف/i);
  });

  it("calls the worker by initials where the person wishes it, and by the digits where no name is known", () => {
    expect(digest([endsOn("2026-06-17")], { names: "initials" }).text).toContain("🔔 A. S. …0107: cover ends");
    expect(digest([endsOn("2026-06-17", 1, { name: {} })], { names: "initials" }).text).toContain("civil ID …0107");
  });

  it("names the Ministry's independence only where it holds", () => {
    expect(digest([endsOn("2026-06-17")], { service: { isMinistry: true } }).ids).toContain("page-run-by-ministry");
  });

  it.each([
    ["record", ["/renew w1 y1", "/renew w1 y2", "/renew w1 y3"]],
    ["told", []],
  ] as const)(
    "has the years and the likeliest answers as buttons, years only for one on record: %s",
    (source, renewals) => {
      for (const language of languages) {
        const { data, labels } = digest([endsOn("2026-06-17", 1, { source })], {}, language);
        expect(data).toEqual([...renewals, "/already-renewed w1", "/remind-later w1", "/reminders for-w1"]);
        expect(labels.filter((label) => [...label].length > 20)).toEqual([]);
        for (const each of data) expect(journeys).toHaveProperty(each.slice(1).split(" ")[0] ?? "");
      }
    },
  );
});

describe("where it is known from", () => {
  it.each([
    ["imported", "As imported on 3 Jan 2026."],
    ["issued-here", "Issued here on 3 Jan 2026."],
    ["told", "As you told us on 3 Jan 2026."],
  ] as const)("is said of the cover that ends last: %s", (source, sentence) => {
    const covers = [cover("2024-01-01", "2025-01-01"), cover("2025-01-02", "2026-06-17", { source })];
    expect(digest([worker(1, { covers })]).text).toContain(sentence);
  });

  it("is the better of two sources for the same day", () => {
    const covers = [cover("2026-01-01", "2026-06-17", { source: "told" }), cover("2025-01-02", "2026-06-17")];
    expect(digest([worker(1, { covers })]).text).toContain("As imported on 3 Jan 2026.");
  });

  it("is the payment where the end is that of a renewal that is paid and not yet filed", () => {
    const paid = worker(1, {
      covers: [cover("2024-01-01", "2025-06-17")],
      waiting: [waiting("2025-06-18", "2026-06-17")],
    });
    expect(digest([paid]).ids).toContain("digest-beside");
    expect(digest([paid]).text).toContain("not yet in the Ministry's system.");
  });

  it("is left out where no known cover ends that day", () => {
    const message = createDigest(service)({
      reminded: [{ worker: worker(1), end: date("2026-06-17") }],
      household: { kuwaiti: true, workers: [worker(1)] },
      names: "name",
      today,
    });
    expect(message.lines.map(({ id }) => id).slice(0, 2)).toEqual(["digest-one", "digest-fee"]);
  });
});

describe("what a year costs", () => {
  const decision = { service: { fees: builtInSchedules["decision-306-2025"] } };

  it("is counted for all of them together, as their sponsor would renew them", () => {
    const workers = [1, 2, 3, 4].map((n) => endsOn("2026-06-03", n));
    const { text } = digest(workers, decision);
    expect(text.match(/costs nothing/g)).toHaveLength(3);
    expect(text.match(/costs KD\u00a010\.000/g)).toHaveLength(1);
  });

  it("is what the sponsor's nationality makes it", () => {
    const one = endsOn("2026-06-17");
    expect(digest([one], decision).ids).toContain("digest-beside");
    expect(digest([one], { ...decision, household: { kuwaiti: false, workers: [one] } }).text).toContain(
      "KD\u00a0100.000",
    );
  });

  it("is known while cover runs longer than a renewal may begin ahead", () => {
    expect(digest([endsOn("2026-12-31")]).text).toContain("A year costs KD\u00a05.000");
  });

  it("is left out where it cannot be known: a residency without a fee, a followed worker whose sponsor decides", () => {
    expect(digest([endsOn("2026-06-17", 1, { article: 18 })]).ids).not.toContain("digest-beside");
    expect(digest([followedUntil("2026-06-17")], decision).text).not.toContain("KD");
    expect(digest([{ ...followedUntil("2026-06-17"), article: 18 }]).text).not.toContain("KD");
  });

  it("is told for a followed worker where it is the same for everybody", () => {
    expect(digest([followedUntil("2026-06-17")]).text).toContain("A year costs KD\u00a05.000 as of today.");
  });
});

describe("a digest of several workers", () => {
  const several = [endsOn("2026-07-10", 1), endsOn("2026-06-03", 2), followedUntil("2026-06-11")];

  it("tells the most urgent first, and what is common to all once", () => {
    const { text, data } = digest(several);
    expect(text.split("\n").slice(0, 7)).toEqual([
      "🔔 Cover that is ending or has ended: 3 workers.",
      "• Joseph Santos …0203: cover ended on 3 Jun 2026, 7 days ago.",
      "As imported on 3 Jan 2026. A year costs KD\u00a05.000 as of today.",
      `• Anita Santos …${several[2]?.civilId.slice(-4)}: cover ends in 1 day, on 11 Jun 2026.`,
      "As you told us on 3 Jan 2026. A year costs KD\u00a05.000 as of today.",
      "• Anita Santos …0107: cover ends in 30 days, on 10 Jul 2026.",
      "As imported on 3 Jan 2026. A year costs KD\u00a05.000 as of today.",
    ]);
    expect(text.match(/never ask/g)).toHaveLength(1);
    expect(data).toEqual([
      "/renew due",
      "/renew",
      "/reminders for-w2",
      "/reminders for-t7",
      "/reminders for-w1",
      "/start menu",
      "/human",
    ]);
  });

  it("tells what each of the years costs, where that is known", () => {
    expect(digest([endsOn("2026-06-17")]).labels.slice(0, 3)).toEqual([
      "Renew 1 year · 5.000",
      "2 years · 10.000",
      "3 years · 15.000",
    ]);
    expect(digest([endsOn("2026-06-17")], {}, "ar").labels.slice(0, 3)).toEqual([
      "جدّد سنة · 5.000\u00a0د.ك",
      "سنتان · 10.000",
      "3 سنوات · 15.000",
    ]);
    const unknown = digest([endsOn("2026-06-17", 1, { article: 18 })]).labels;
    expect(unknown.slice(0, 3)).toEqual(["Renew 1 year", "2 years", "3 years"]);
    expect(digest([endsOn("2026-06-17", 1, { inKuwait: false })]).data[1]).toBe("/already-renewed w1");
  });

  it("offers to renew the one that is on record among several", () => {
    expect(digest([endsOn("2026-06-11"), followedUntil("2026-06-12")]).data[0]).toBe("/renew w1");
  });

  it("offers no renewal where none of them is on record", () => {
    expect(digest([followedUntil("2026-06-11", 7), followedUntil("2026-06-12", 8)]).data[0]).toBe("/reminders for-t7");
  });

  it("counts the workers in Arabic in all their forms", () => {
    const told = (n: number) =>
      digest(
        Array.from({ length: n }, (_, index) => endsOn("2026-06-17", index + 1)),
        {},
        "ar",
      ).text;
    expect(told(2)).toContain("انتهت: عاملان.");
    expect(told(3)).toContain("انتهت: 3 عمال.");
    expect(told(11)).toContain("انتهت: 11 عاملًا.");
    expect(told(100)).toContain("انتهت: 100 عامل.");
    expect(told(11)).toContain("• وغيرهم في «عمالتي المنزلية»: عامل واحد.");
  });

  it("tells ten and how many more there are, with a way to the list", () => {
    const many = Array.from({ length: 13 }, (_, index) => endsOn(addDays(today, 13 - index), index + 1));
    const { ids, text, data } = digest(many);
    expect(ids.filter((id) => id === "digest-row")).toHaveLength(10);
    expect(text).toContain("• And 3 workers more, under “My workers”.");
    expect(data).toContain("/workers");
    expect(data.filter((each) => each.startsWith("/reminders"))).toHaveLength(10);
    expect(data[2]).toBe("/reminders for-w13");
    expect(digest(many.slice(0, 10)).data).not.toContain("/workers");
  });

  it("tells of the workers beyond the tenth what can be done for them too", () => {
    const many = [
      ...Array.from({ length: 11 }, (_, index) => endsOn("2026-06-01", index + 1)),
      followedUntil("2026-06-02"),
    ];
    expect(digest(many).ids).toEqual(expect.arrayContaining(["digest-ended-renew", "digest-ended-told"]));
  });
});

describe("any digest", () => {
  const anyWorker = fc.record({
    n: fc.nat(60),
    days: fc.integer({ min: -400, max: 400 }),
    source: fc.constantFrom("record" as const, "told" as const),
    name: fc.constantFrom({}, { en: "M".repeat(80) }, { ar: "م".repeat(80), en: "Maria Santos" }),
    isPaid: fc.boolean(),
  });

  it("fits one message in both languages, shows no civil ID, and has buttons that fit", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyWorker, { minLength: 1, maxLength: 40, selector: ({ n }) => n }),
        fc.constantFrom(...Object.values(builtInSchedules)),
        fc.boolean(),
        (workers, fees, kuwaiti) => {
          const made = workers.map(({ n, days, source, name, isPaid }) => {
            const until: IsoDate = addDays(today, days);
            const known = { source: source === "told" ? "told" : "imported" } as const;
            const period =
              isPaid && source === "record"
                ? { waiting: [waiting("2024-01-01", until)] }
                : { covers: [cover("2024-01-01", until, known)] };
            return worker(n, { source, name, ...period });
          });
          const household = { kuwaiti, workers: made.filter(({ source }) => source === "record") };
          for (const language of languages) {
            const { text, length, data } = digest(made, { household, service: { fees } }, language);
            expect(length).toBeLessThan(4096);
            for (const { civilId } of made) expect(text).not.toContain(civilId);
            for (const each of data) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(64);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
