import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coveredThrough } from "../../src/domain/cover.js";
import { addDays, laterOf } from "../../src/domain/iso-date.js";
import { calendarMessage } from "../../src/journeys/calendar.js";
import { type CalendarDay, writeCalendar } from "../../src/journeys/calendar-file.js";
import type { Worker } from "../../src/journeys/workers-port.js";
import { render } from "../../src/messages/render.js";
import { type Language, languages } from "../../src/words/line.js";
import { loadWords } from "../../src/words/load.js";
import { cover, date, waiting, worker } from "../support/fake-world.js";

const { speak } = await loadWords("locales");
const now = new Date("2026-06-10T09:00:00.123Z");

// ── a reader of calendar files that knows nothing of how they were written ──
type Component = { name: string; properties: [name: string, value: string][]; within: Component[] };

function readCalendar(file: string): Component {
  expect(file.endsWith("\r\n")).toBe(true);
  const raw = file.slice(0, -2).split("\r\n");
  for (const line of raw) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n]/);
    // Half a character would come back as another one.
    expect(Buffer.from(line).toString()).toBe(line);
  }
  const lines: string[] = [];
  for (const line of raw) {
    if (line.startsWith(" ")) lines.push(`${lines.pop()}${line.slice(1)}`);
    else lines.push(line);
  }
  const open: Component[] = [{ name: "", properties: [], within: [] }];
  for (const line of lines) {
    const colon = line.indexOf(":");
    const [name, value] = [line.slice(0, colon), line.slice(colon + 1)];
    if (name === "BEGIN") open.push({ name: value, properties: [], within: [] });
    else if (name === "END") {
      const closed = open.pop();
      expect(closed?.name).toBe(value);
      if (closed !== undefined) open.at(-1)?.within.push(closed);
    } else open.at(-1)?.properties.push([name, value]);
  }
  const [root, ...left] = open;
  expect(left).toEqual([]);
  const [calendar, ...more] = root?.within ?? [];
  expect(more).toEqual([]);
  if (calendar === undefined) throw new Error("no calendar");
  return calendar;
}

const onlyOne = (component: Component | undefined, name: string): string => {
  const found = component?.properties.filter((property) => property[0] === name) ?? [];
  expect(found.map(([each]) => each)).toEqual([name]);
  return found[0]?.[1] ?? "";
};

/** Walks the text sign by sign; a comma or semicolon that stands free would end it. */
function readText(value: string): string {
  let text = "";
  for (let at = 0; at < value.length; at += 1) {
    const sign = value.charAt(at);
    expect(sign === "," || sign === ";").toBe(false);
    if (sign !== "\\") {
      text += sign;
      continue;
    }
    at += 1;
    const escaped = value.charAt(at);
    expect("\\;,nN").toContain(escaped);
    text += escaped.toLowerCase() === "n" ? "\n" : escaped;
  }
  return text;
}

const oneDay = (more: Partial<CalendarDay> = {}): CalendarDay => ({
  uid: "w1-2026-12-31@tajdeed",
  day: date("2026-12-31"),
  summary: "Cover ends",
  description: "",
  ...more,
});

describe("a calendar file", () => {
  it("is what RFC 5545 asks for: lines ended by CR and LF, whole days, one alarm each, and no method", () => {
    expect(writeCalendar([oneDay({ summary: "Ends: A; B, C\\D", description: "one\ntwo" })], now)).toBe(
      [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Tajdeed//Tajdeed//EN",
        "BEGIN:VEVENT",
        "UID:w1-2026-12-31@tajdeed",
        "DTSTAMP:20260610T090000Z",
        "DTSTART;VALUE=DATE:20261231",
        "SUMMARY:Ends: A\\; B\\, C\\\\D",
        "DESCRIPTION:one\\ntwo",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P6DT15H",
        "DESCRIPTION:Ends: A\\; B\\, C\\\\D",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
      ].join("\r\n"),
    );
  });

  it("gives back every text that was put in, whatever signs and however many", () => {
    const hard = fc.constantFrom(
      "\\",
      ";",
      ",",
      "\n",
      "\r\n",
      "\r",
      ":",
      '"',
      "ي",
      "ُ",
      "🔔",
      "👨‍👩‍👧",
      "\t",
      "\u0007",
      "n",
      " ",
    );
    const text = fc
      .array(fc.oneof(hard, fc.string({ unit: "grapheme", maxLength: 8 })), { maxLength: 80 })
      .map((pieces) => pieces.join(""));
    const kept = (of: string) =>
      Array.from(of.replaceAll("\r\n", "\n").replaceAll("\r", "\n"))
        .filter((sign) => sign === "\n" || sign === "\t" || !/\p{Cc}/u.test(sign))
        .join("");
    fc.assert(
      fc.property(text, text, (summary, description) => {
        const calendar = readCalendar(writeCalendar([oneDay({ summary, description })], now));
        const [event] = calendar.within;
        expect(readText(onlyOne(event, "SUMMARY"))).toBe(kept(summary));
        expect(readText(onlyOne(event, "DESCRIPTION"))).toBe(kept(description));
        expect(readText(onlyOne(event?.within[0], "DESCRIPTION"))).toBe(kept(summary));
      }),
    );
  });

  it("folds at 75 octets exactly, and never within a character", () => {
    for (const sign of ["x", "ي", "€", "🔔"])
      for (const before of ["", "a", "ab", "abc"]) {
        const summary = before + sign.repeat(200);
        const file = writeCalendar([oneDay({ summary })], now);
        expect(readText(onlyOne(readCalendar(file).within[0], "SUMMARY"))).toBe(summary);
        const longest = Math.max(...file.split("\r\n").map((line) => Buffer.byteLength(line)));
        expect(longest).toBeGreaterThan(75 - Buffer.byteLength(sign));
      }
  });
});

type Of = Partial<Parameters<typeof calendarMessage>[0]> & { language?: Language };

function asked(workers: readonly Worker[], { language = "en", ...more }: Of = {}) {
  const message = calendarMessage({ workers, today: date("2026-06-10"), now, names: "name", ...more });
  const { text, file } = render(message, language, speak, "");
  if (file !== undefined && file.mediaType !== "text/calendar") throw new Error("that is no calendar");
  const events = file === undefined ? [] : readCalendar(file.text).within;
  return {
    message,
    file,
    text: text.replace(/[\u2066-\u2069]/g, ""),
    events: events.map((event) => ({
      uid: onlyOne(event, "UID"),
      day: onlyOne(event, "DTSTART;VALUE=DATE"),
      summary: readText(onlyOne(event, "SUMMARY")),
      description: readText(onlyOne(event, "DESCRIPTION")).split("\n"),
    })),
  };
}

const covered = worker(1, { covers: [cover("2026-01-01", "2026-12-31")] });
const lastFour = covered.civilId.slice(-4);

describe("the calendar of all ends", () => {
  it("has each worker's end on its day, the first to end first, with where it is known from", () => {
    const { events, file, message } = asked([
      covered,
      worker(2, { id: "t2", source: "told", covers: [cover("2026-01-01", "2026-08-01", { source: "told" })] }),
      worker(3, { covers: [cover("2025-01-01", "2026-01-01")], waiting: [waiting("2026-06-11", "2027-06-10")] }),
      worker(4, { covers: [cover("2026-01-01", "2026-09-09", { source: "issued-here" })] }),
    ]);
    expect(file).toMatchObject({ name: "tajdeed.ics", mediaType: "text/calendar" });
    expect(events.map(({ uid, day, description }) => [uid, day, description[0]])).toEqual([
      ["t2-2026-08-01@tajdeed", "20260801", "As you told us on 3 Jan 2026."],
      ["w4-2026-09-09@tajdeed", "20260909", "Issued here on 3 Jan 2026."],
      ["w1-2026-12-31@tajdeed", "20261231", "As imported on 3 Jan 2026."],
      ["w3-2027-06-10@tajdeed", "20270610", "Paid on 1 Jun 2026, not yet in the Ministry's system."],
    ]);
    expect(events[2]?.summary).toBe(`Cover ends: Anita Santos …${lastFour}`);
    expect(message.buttons?.flat()).toContainEqual(expect.objectContaining({ command: "workers" }));
  });

  it("says how many are in it, as of which day, and how many are not", () => {
    const { text, events } = asked([covered, worker(2), worker(3, { covers: [cover("2025-01-01", "2026-01-01")] })]);
    expect(events).toHaveLength(2);
    expect(text.split("\n")).toEqual([
      "A calendar file with the last day of cover of 2 workers. Open it to add the days to your calendar, each with an alarm one week before.",
      "It holds what is known on 10 Jun 2026 and does not change by itself: after a renewal, ask for a new one.",
      "Not in it, because no end of cover is known: 1 worker.",
    ]);
    expect(text.length).toBeLessThan(1024);
    expect(asked([covered]).text).not.toContain("Not in it");
  });

  it("is no file but words where no end is known", () => {
    for (const workers of [[], [worker(1), worker(2)]])
      for (const language of languages) {
        const { file, message } = asked(workers, { language });
        expect(file).toBeUndefined();
        expect(message.lines.map(({ id }) => id)).toEqual(["calendar-empty"]);
      }
  });

  it("names workers as the person wishes, in the reader's language", () => {
    const summary = (more: Of) => asked([covered], more).events[0]?.summary;
    expect(summary({ names: "initials" })).toBe(`Cover ends: A. S. …${lastFour}`);
    expect(summary({ language: "ar" })).toBe(`انتهاء التغطية: أنيتا سانتوس …${lastFour}`);
    expect(summary({ language: "ar", names: "initials" })).toBe(`انتهاء التغطية: أ. س. …${lastFour}`);
    const nameless = asked([{ ...covered, name: {} }]).events[0]?.summary;
    expect(nameless).toBe(`Cover ends: civil ID …${lastFour}`);
    expect(asked([covered], { language: "ar" }).events[0]?.description).toEqual([
      "حسب السجلات المستوردة في 3 يناير 2026.",
      "للتجديد افتح المحادثة مع خدمة تجديد. بعد التجديد لا يُعتد بهذا اليوم: اطلب هناك ملفًا جديدًا.",
    ]);
  });

  it("counts the later of what is covered or paid for and what was told, and prefers the record's word for one day", () => {
    const days = fc.integer({ min: 0, max: 9 });
    const source = fc.constantFrom("imported", "issued-here", "told");
    const covers = fc.array(fc.tuple(days, source), { maxLength: 4 });
    const start = "2025-01-01";
    const end = (n: number) => addDays(date(start), n);
    fc.assert(
      fc.property(covers, fc.array(days, { maxLength: 2 }), (known, paid) => {
        const of = worker(1, {
          covers: known.map(([n, from]) => cover(start, end(n), { source: from })),
          waiting: paid.map((n) => waiting(start, end(n))),
        });
        const record = coveredThrough(of.covers, of.waiting);
        const told = of.covers.filter((each) => each.source === "told").map(({ until }) => until);
        const all = [...told, ...(record === undefined ? [] : [record])];
        const expected = all.length === 0 ? undefined : all.reduce((a, b) => laterOf(a, b));
        const [event] = asked([of]).events;
        expect(event?.day).toBe(expected?.replaceAll("-", ""));
        if (record !== undefined && record === expected) expect(event?.description[0]).not.toContain("you told");
      }),
    );
  });

  it("knows the same worker and end again, and tells a renewed one apart", () => {
    const uid = (until: string, civil = covered) =>
      asked([{ ...civil, covers: [cover("2026-01-01", until)] }]).events[0]?.uid;
    expect(uid("2026-12-31")).toBe(uid("2026-12-31", { ...covered, name: { en: "Somebody Else" } }));
    expect(uid("2026-12-31")).not.toBe(uid("2027-12-31"));
    expect(uid("2026-12-31")).not.toBe(uid("2026-12-31", { ...covered, id: "t1" }));
  });

  it("never holds a civil ID, and always the whole name, whatever a name is made of", () => {
    const part = fc.oneof(
      fc.constantFrom(",", ";", "\\", "ماريا", "José", "🔔", "a,b;c\\n", "\n"),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
    );
    // What a name cannot hold: direction marks, which the words themselves take out, and control characters.
    const isPlain = (name: string) =>
      !/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uE000-\uE005]/u.test(name.replaceAll("\n", ""));
    const names = fc
      .array(part, { minLength: 1, maxLength: 30 })
      .map((parts) => parts.join(" "))
      .filter(isPlain);
    fc.assert(
      fc.property(names, fc.constantFrom(...languages), (name, language) => {
        const { file, events } = asked([{ ...covered, name: { en: name } }], { language });
        expect(events[0]?.summary).toContain(`${name} …${lastFour}`);
        expect(file?.text.replaceAll("\r\n ", "")).not.toContain(covered.civilId);
      }),
    );
  });
});
