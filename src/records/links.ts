// Links that are given out: 128 random bits, of which only the hash is kept; each mention of an intent gets a link of its own.
import type { Kysely } from "kysely";
import { hashToken, newToken } from "../secrets/keyed-index.js";
import type { Schema } from "./schema.js";

type Kind = "pay" | "receipt";
const paths: Readonly<Record<Kind, string>> = { pay: "p", receipt: "r" };

export type MintLink = (db: Kysely<Schema>, kind: Kind, intent: number, now: Date) => Promise<string>;

/** @param baseUrl without a slash at its end */
export function createMintLink(baseUrl: string): MintLink {
  return async (db, kind, intent, now) => {
    const { token, hash } = newToken();
    await db.insertInto("links").values({ token_hash: hash, kind, intent_id: intent, made_at: now }).execute();
    return `${baseUrl}/${paths[kind]}/${token}`;
  };
}

/** The intent behind a link of one of these kinds. */
export async function intentOfLink(
  db: Kysely<Schema>,
  token: string,
  kinds: readonly Kind[],
): Promise<number | undefined> {
  const link = await db
    .selectFrom("links")
    .select("intent_id")
    .where("token_hash", "=", hashToken(token))
    .where("kind", "in", kinds)
    .executeTakeFirst();
  return link?.intent_id ?? undefined;
}
