import { describe, expect, it } from "vitest";
import { guest, importRows, samplePeople } from "../../src/demo/people.js";
import { parseCivilId } from "../../src/domain/civil-id.js";
import { type KnownCover, overlaps, standing } from "../../src/domain/cover.js";
import { addDays, type IsoDate, parseIsoDate } from "../../src/domain/iso-date.js";
import { parsePersonName } from "../../src/domain/person-name.js";
import { parsePhone } from "../../src/domain/phone.js";

const today = "2026-11-22" as IsoDate;
const people = samplePeople(today);
const workers = people.flatMap((person) => person.workers);

function standingOf(worker: (typeof workers)[number]) {
  const covers = worker.covers.map((cover): KnownCover => ({ ...cover, source: "imported", knownAt: today }));
  return standing(covers, worker.paidNotFiled === undefined ? [] : [worker.paidNotFiled], today);
}

describe("the sample people", () => {
  it("are twelve sponsors, nine of them Kuwaiti, with 0 to 6 workers", () => {
    expect(people).toHaveLength(12);
    expect(people.filter(({ kuwaiti }) => kuwaiti)).toHaveLength(9);
    expect(new Set(people.map((person) => person.workers.length))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
  });

  it("show every state that a cover can have, the last day and the thirtieth among them", () => {
    const states = new Set(workers.map((worker) => standingOf(worker).state));
    expect(states).toEqual(new Set(["active", "ends-soon", "ended", "not-yet-started", "paid-not-filed", "none"]));
    const lastDays = workers.flatMap(({ covers }) => covers.map(({ until }) => until));
    for (const days of [0, 1, 30, -1]) expect(lastDays).toContain(addDays(today, days));
    expect(workers.filter((worker) => worker.paidNotFiled !== undefined)).toHaveLength(1);
    expect(workers.some(({ inKuwait }) => !inKuwait)).toBe(true);
  });

  it("have identifiers that pass every check, without a doubtful one, and no two alike", () => {
    const ids = [...people, ...workers].map(({ civilId }) => civilId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      const parsed = parseCivilId(id, { today });
      expect(parsed).toMatchObject({ ok: true, civilId: id });
      expect(parsed).not.toHaveProperty("checkAgain");
    }
    const phones = [...people, guest].map(({ phone }) => phone);
    expect(new Set(phones).size).toBe(phones.length);
    for (const phone of phones) expect(parsePhone(phone)).toEqual({ ok: true, phone });
    const accounts = [...people, guest].map(({ telegramUserId }) => telegramUserId);
    expect(new Set(accounts).size).toBe(accounts.length);
  });

  it("have names in both scripts", () => {
    for (const { nameAr, nameEn } of [...people, ...workers]) {
      expect(parsePersonName(nameAr)).toMatchObject({ ok: true });
      expect(nameAr).toMatch(/^[\p{Script=Arabic} ]+$/u);
      expect(nameEn).toMatch(/^[A-Za-z' -]+$/);
    }
  });

  it("have covers that could stand in the books: real periods of one worker that do not overlap", () => {
    const policies = workers.flatMap(({ covers }) => covers.map(({ policyNumber }) => policyNumber));
    expect(new Set(policies).size).toBe(policies.length);
    for (const { covers, paidNotFiled } of workers) {
      const periods = [...covers, ...(paidNotFiled === undefined ? [] : [paidNotFiled])];
      for (const [index, period] of periods.entries()) {
        expect(parseIsoDate(period.from)).toMatchObject({ ok: true });
        expect(period.from < period.until).toBe(true);
        for (const later of periods.slice(index + 1)) expect(overlaps(period, later)).toBe(false);
      }
    }
  });

  it("are the same people on every day, with covers that move with it", () => {
    const later = samplePeople("2028-02-29" as IsoDate);
    expect(later.map(({ civilId }) => civilId)).toEqual(people.map(({ civilId }) => civilId));
    expect(later[1]?.workers[0]?.covers[0]?.until).toBe("2028-02-29");
  });
});

describe("the rows of an import", () => {
  const rows = importRows(people);

  it("have the header's fields, a row for each cover and one for each worker without", () => {
    expect(Object.keys(rows[0] ?? {}).join()).toBe(
      "sponsor_civil_id,sponsor_name_ar,sponsor_name_en,sponsor_phone,sponsor_kuwaiti,worker_civil_id,worker_name_ar," +
        "worker_name_en,residency_article,in_kuwait,policy_number,cover_from,cover_until",
    );
    expect(rows).toHaveLength(workers.reduce((sum, { covers }) => sum + Math.max(1, covers.length), 0));
  });

  it("leave the cover's three fields empty together", () => {
    for (const { policy_number, cover_from, cover_until } of rows) {
      expect(new Set([policy_number, cover_from, cover_until].map((field) => field === "")).size).toBe(1);
    }
    expect(rows.some(({ cover_until }) => cover_until === "")).toBe(true);
  });
});
