import { expect, it } from "vitest";
import { createOfferedTerms, keepTerms } from "../../src/records/terms.js";
import { describeEachDatabase } from "../support/databases.js";

const first = { version: "1", text: { ar: "نص أول", en: "First words" } };
const at = (day: string) => new Date(`${day}T09:00:00Z`);

describeEachDatabase("the terms as they were offered", (database) => {
  it("are kept at the first start and found for good, whatever is offered later", async () => {
    const { db } = database();
    expect(await keepTerms(db, first, at("2026-11-22"))).toEqual({ ok: true });
    expect(await keepTerms(db, first, at("2026-11-23"))).toEqual({ ok: true });
    const second = { version: "2 / ب", text: { ar: "نص ثانٍ", en: "Second words" } };
    expect(await keepTerms(db, second, at("2026-12-01"))).toEqual({ ok: true });
    const { find } = createOfferedTerms(db);
    expect(await find("1")).toEqual({ ...first, since: "2026-11-22" });
    expect(await find("2 / ب")).toEqual({ ...second, since: "2026-12-01" });
  });

  it("refuse other words under a version that was offered, in either language, and keep the first", async () => {
    const { db } = database();
    await keepTerms(db, first, at("2026-11-22"));
    for (const changed of [{ en: "First words, mended" }, { ar: "نص أول." }]) {
      const terms = { version: "1", text: { ...first.text, ...changed } };
      expect(await keepTerms(db, terms, at("2026-11-23"))).toEqual({ ok: false, reason: "changed" });
    }
    expect(await createOfferedTerms(db).find("1")).toEqual({ ...first, since: "2026-11-22" });
  });

  it.each(["", "3", "1 ", "1\0", "'; drop table terms; --"])("know nothing under %j", async (version) => {
    const { db } = database();
    await keepTerms(db, first, at("2026-11-22"));
    expect(await createOfferedTerms(db).find(version)).toBeUndefined();
  });

  it("are kept once, though two processes start at the same moment", async () => {
    const { db } = database();
    const both = await Promise.all([keepTerms(db, first, at("2026-11-22")), keepTerms(db, first, at("2026-11-22"))]);
    expect(both).toEqual([{ ok: true }, { ok: true }]);
    const other = { version: "1", text: { ar: "نص آخر", en: "Other words" } };
    expect((await keepTerms(db, other, at("2026-11-22"))).ok).toBe(false);
  });
});
