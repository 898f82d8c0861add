// A person's own data by a link that works once, for fifteen minutes; only the hash of its secret is kept.
import type { Transaction } from "kysely";
import type { Clock } from "../journeys/clock.js";
import { hashToken, newToken } from "../secrets/keyed-index.js";
import type { Db } from "./database.js";
import { readEverything, type TellAccess } from "./everything.js";
import type { Schema } from "./schema.js";
import type { Vault } from "./vault.js";

const linkMs = 15 * 60 * 1000;

/** @returns the token; the newest link of a chat ends its older ones */
export async function mintExportLink(trx: Transaction<Schema>, chat: string, now: Date): Promise<string> {
  await trx
    .updateTable("links")
    .set({ used_at: now })
    .where("kind", "=", "export")
    .where("chat", "=", chat)
    .where("used_at", "is", null)
    .execute();
  const { token, hash } = newToken();
  const expiresAt = new Date(now.getTime() + linkMs);
  await trx
    .insertInto("links")
    .values({ token_hash: hash, kind: "export", chat, made_at: now, expires_at: expiresAt })
    .execute();
  return token;
}

/** As http/export-pages.ts asks for them. gone: used, or too old. unknown: never given out, or its person has left. */
export function createExports(of: {
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly tellAccess: TellAccess;
}) {
  const { db, clock } = of;

  return {
    look: (token: string) => stateOf(db, token, clock.now()),

    take: (token: string) =>
      db.transaction().execute(async (trx) => {
        const now = clock.now();
        // Two at once: the second waits for the first one's row, and then finds it used.
        const link = await trx
          .updateTable("links")
          .set({ used_at: now })
          .where("token_hash", "=", hashToken(token))
          .where("kind", "=", "export")
          .where("used_at", "is", null)
          .where("expires_at", ">", now)
          .returning("chat")
          .executeTakeFirst();
        if (link?.chat == null) {
          const state = await stateOf(trx, token, now);
          return { ok: false, reason: state === "unknown" ? "unknown" : "gone" } as const;
        }
        return { ok: true as const, data: await readEverything(trx, of, link.chat) };
      }),
  };
}

async function stateOf(from: Db, token: string, now: Date): Promise<"ready" | "gone" | "unknown"> {
  const link = await from
    .selectFrom("links")
    .select(["expires_at", "used_at"])
    .where("token_hash", "=", hashToken(token))
    .where("kind", "=", "export")
    .executeTakeFirst();
  if (link === undefined) return "unknown";
  return link.used_at === null && link.expires_at !== null && now < link.expires_at ? "ready" : "gone";
}
