// Whose database this is: the demo's or a service's, and under which FIELD_KEY; a program that does not fit leaves it alone.
import type { Db } from "./database.js";
import type { Vault } from "./vault.js";

/** `demo`: nothing but sample people. `service`: real ones. */
export type Holder = "demo" | "service";

export type Claimed =
  | { readonly ok: true }
  /** wrong-key: FIELD_KEY does not open it. holds-demo and holds-service: it belongs to the other one. */
  | { readonly ok: false; readonly reason: "wrong-key" | "holds-demo" | "holds-service" };

const knownText = "tajdeed";

/** Takes an empty database, or recognises one's own. Two processes may do so at once. */
export async function claimDatabase(db: Db, vault: Vault, holder: Holder): Promise<Claimed> {
  const keyCheck = vault.seal.seal(knownText, "meta.key_check").toString("base64");
  await db
    .insertInto("meta")
    .values([
      { name: "key-check", value: keyCheck },
      { name: "holds", value: holder },
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return checkDatabase(db, vault, holder);
}

/** The same without taking it: an unclaimed database fits anybody. */
export async function checkDatabase(db: Db, vault: Vault, holder: Holder): Promise<Claimed> {
  const rows = await db.selectFrom("meta").selectAll().execute();
  const meta = new Map(rows.map(({ name, value }) => [name, value]));
  const holds = meta.get("holds");
  if (holds === "demo" && holder === "service") return { ok: false, reason: "holds-demo" };
  if (holds === "service" && holder === "demo") return { ok: false, reason: "holds-service" };
  const keyCheck = meta.get("key-check");
  return keyCheck === undefined || opens(vault, keyCheck) ? { ok: true } : { ok: false, reason: "wrong-key" };
}

function opens(vault: Vault, keyCheck: string): boolean {
  try {
    return vault.seal.open(Buffer.from(keyCheck, "base64"), "meta.key_check") === knownText;
  } catch {
    return false;
  }
}
