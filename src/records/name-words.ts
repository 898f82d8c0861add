// The words of names as they are found by: keyed, so that whoever reads the table reads no name.
import { nameWords } from "../domain/name-words.js";
import type { PersonName } from "../journeys/people-port.js";
import type { Db } from "./database.js";
import { openName } from "./sealed-person.js";
import type { Vault } from "./vault.js";

/** 64 bits: a million people have far fewer words than would meet by chance. */
const wordBytes = 8;

/** In both scripts, each once. */
function nameWordIndexes(vault: Pick<Vault, "nameIndex">, name: PersonName): Buffer[] {
  const words = new Set([...nameWords(name.ar ?? ""), ...nameWords(name.en ?? "")]);
  return [...words].map((word) => nameWordIndex(vault, word));
}

export function nameWordIndex(vault: Pick<Vault, "nameIndex">, word: string): Buffer {
  return vault.nameIndex(word).subarray(0, wordBytes);
}

/** More words than the names of a country have in common. */
const mostRemembered = 50_000;

/** For many names at once, whose words are often the same. */
export function createNameWords(vault: Vault): (name: PersonName) => Buffer[] {
  const known = new Map<string, Buffer>();
  const remembering = {
    nameIndex(word: string) {
      const index = known.get(word) ?? vault.nameIndex(word);
      if (known.size < mostRemembered) known.set(word, index);
      return index;
    },
  };
  return (name) => nameWordIndexes(remembering, name);
}

/** Few enough that nobody waits for their locks. */
const filledAtOnce = 500;

/** Fills what was imported before there was this index, until nothing is left. */
export async function fillNameWords(db: Db, vault: Vault): Promise<void> {
  for (const table of ["sponsors", "workers"] as const)
    for (let filled = filledAtOnce; filled === filledAtOnce; ) filled = await fillSome(db, vault, table);
}

async function fillSome(db: Db, vault: Vault, table: "sponsors" | "workers"): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom(table)
      .select(["id", "name_sealed"])
      .where("name_words", "is", null)
      .orderBy("id")
      .limit(filledAtOnce)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const { id, name_sealed } of rows) {
      const name_words = nameWordIndexes(vault, openName(vault, name_sealed, `${table}.name_sealed`));
      await trx.updateTable(table).set({ name_words }).where("id", "=", id).execute();
    }
    return rows.length;
  });
}
