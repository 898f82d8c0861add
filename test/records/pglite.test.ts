import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DirectoryInUse } from "../../src/records/directory-lock.js";
import { migrate } from "../../src/records/migrate.js";
import { openPglite } from "../../src/records/pglite.js";

describe("the embedded database", () => {
  let dir = "";
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "tajdeed-pglite-"));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it("keeps what was written, and serves one opener at a time", { timeout: 120_000 }, async () => {
    const first = await openPglite(dir);
    await migrate(first.db);
    await first.db.insertInto("meta").values({ name: "a", value: "b" }).execute();
    await expect(openPglite(dir)).rejects.toThrow(DirectoryInUse);
    await first.close();
    expect(existsSync(join(dir, "tajdeed.lock"))).toBe(false);

    const second = await openPglite(dir);
    expect(await migrate(second.db)).toEqual({ ok: true, applied: [] });
    expect(await second.db.selectFrom("meta").selectAll().execute()).toEqual([{ name: "a", value: "b" }]);
    await second.close();
  });

  it("gives its one connection to one after the other, in the order they asked", { timeout: 120_000 }, async () => {
    const { db, close } = await openPglite("memory");
    await migrate(db);
    const order: number[] = [];
    await Promise.all(
      [1, 2, 3].map((n) =>
        db.transaction().execute(async (trx) => {
          await trx
            .insertInto("meta")
            .values({ name: String(n), value: "" })
            .execute();
          order.push(n);
        }),
      ),
    );
    expect(order).toEqual([1, 2, 3]);
    await close();
  });
});
