// Links that are given out: 128 bits that nobody without FIELD_KEY can foresee, kept only as a hash; an intent's link comes again as it was.
import type { Kysely } from "kysely";
import { hashToken, tokenOf } from "../secrets/keyed-index.js";
import type { Schema } from "./schema.js";
import type { Vault } from "./vault.js";

type Kind = "pay" | "receipt";
const paths: Readonly<Record<Kind, string>> = { pay: "p", receipt: "r" };

export type MintLink = (db: Kysely<Schema>, kind: Kind, intent: number, now: Date) => Promise<string>;

/**
 * Derived from the key under which the intent was opened, never from its number: a number comes round again when a database has
 * lost its last writes, and then an older link would lead to somebody else's payment.
 * @param baseUrl without a slash at its end
 */
export function createMintLink(vault: Pick<Vault, "linkIndex">, baseUrl: string): MintLink {
  return async (db, kind, intent, now) => {
    const { effect_key } = await db
      .selectFrom("intents")
      .select("effect_key")
      .where("id", "=", intent)
      .executeTakeFirstOrThrow();
    const token = tokenFor(vault, kind, effect_key);
    await db
      .insertInto("links")
      .values({ token_hash: hashToken(token), kind, intent_id: intent, made_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return `${baseUrl}/${paths[kind]}/${token}`;
  };
}

/** The one address of the receipt of the intent under this key: its own link where that was given out, else the one by which it was `found`. */
export type ReceiptUrl = (db: Kysely<Schema>, effectKey: string, found: string) => Promise<string>;

export function createReceiptUrl(vault: Pick<Vault, "linkIndex">, baseUrl: string): ReceiptUrl {
  return async (db, effectKey, found) => {
    const token = tokenFor(vault, "receipt", effectKey);
    const isGiven = (await intentOfLink(db, token, ["receipt"])) !== undefined;
    return `${baseUrl}/${paths.receipt}/${isGiven ? token : found}`;
  };
}

function tokenFor(vault: Pick<Vault, "linkIndex">, kind: Kind, effectKey: string): string {
  return tokenOf(vault.linkIndex(`${kind}:${effectKey}`));
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
