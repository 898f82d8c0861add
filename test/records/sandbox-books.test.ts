import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { createSandboxBooks } from "../../src/records/sandbox-books.js";
import { keepsSandboxBooks } from "../contracts/sandbox-books.contract.js";
import { describeEachDatabase, testVault } from "../support/databases.js";
import { memorySandboxBooks } from "../support/memory-sandbox-books.js";

describe("the sandbox's books in memory", () => keepsSandboxBooks(memorySandboxBooks));

describeEachDatabase("the sandbox's books in the database", (database) => {
  const open = () => createSandboxBooks(database().db, testVault);

  keepsSandboxBooks(open);

  it("keep the way back, which is a pay link, unreadable", async () => {
    await open().make({
      reference: "a1",
      paymentId: "SBX1",
      fils: 1,
      currency: "KWD",
      language: "ar",
      returnUrl: "http://127.0.0.1/p/canaryToken/return",
      callbackUrl: "http://127.0.0.1/callback",
      madeAt: new Date(0),
    });
    const { rows } = await sql<{ row: string }>`select sandbox_charges::text as row from sandbox_charges`.execute(
      database().db,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain("canaryToken");
    expect(rows[0]?.row).not.toContain(Buffer.from("canaryToken").toString("hex"));
  });
});
