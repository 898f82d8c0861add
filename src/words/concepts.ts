// What words stand for: maid, خدامة and 5addama are one concept, and so are "went home" and «رجعت ديرتها».
import { foldText } from "./fold-text.js";
import { hashOf } from "./hash.js";
import { consonants, stem } from "./stems.js";

/** Words in a row that may stand for something together. */
const longestForm = 4;
/** Fewer consonants are shared by too many words. */
const fewestConsonants = 3;
/** A form as it is written, its stem, and how it is heard. */
const kinds = { form: 1, stem: 2, heard: 3 } as const;

/** Hashes of forms, each with the number of the concept it stands for; a form of several stands there several times. */
export type Forms = { readonly hashes: Uint32Array; readonly concepts: Uint8Array };

/** @param table each concept with the words, and words in a row, that stand for it */
export function formsOf(table: Readonly<Record<string, readonly string[]>>): Forms {
  const found = new Map<string, readonly [hash: number, concept: number]>();
  const add = (hash: number, concept: number) => found.set(`${hash} ${concept}`, [hash, concept]);
  for (const [concept, texts] of Object.values(table).entries())
    for (const form of texts.map(foldText)) {
      if (form === "") continue;
      add(hashOf(form, kinds.form), concept);
      if (form.includes(" ")) continue;
      add(hashOf(stem(form), kinds.stem), concept);
      const bones = consonants(form);
      if (bones.length >= fewestConsonants) add(hashOf(bones, kinds.heard), concept);
    }
  const pairs = [...found.values()];
  return {
    hashes: Uint32Array.from(pairs, ([hash]) => hash),
    concepts: Uint8Array.from(pairs, ([, concept]) => concept),
  };
}

/** The concepts of a sentence, one list for each of its words: what begins there. */
export type Concepts = (words: readonly string[], mended: readonly string[]) => readonly (readonly number[])[];

export function createConcepts({ hashes, concepts }: Forms): Concepts {
  const standFor = new Map<number, number[]>();
  for (const [at, hash] of hashes.entries()) {
    const others = standFor.get(hash);
    if (others === undefined) standFor.set(hash, [concepts[at] ?? 0]);
    else others.push(concepts[at] ?? 0);
  }
  const ofForm = (form: string) => standFor.get(hashOf(form, kinds.form));
  const ofWord = (word: string, mended: string): readonly number[] => {
    const found = ofForm(word) ?? ofForm(mended) ?? standFor.get(hashOf(stem(mended), kinds.stem));
    if (found !== undefined) return found;
    // Arabic in Latin letters is spelled in many ways: its consonants tell the word, and an English word has them by chance.
    if (!/[a-z]/.test(mended)) return [];
    const bones = consonants(mended);
    const isTold = bones.length > fewestConsonants || /\d/.test(mended);
    return isTold ? (standFor.get(hashOf(bones, kinds.heard)) ?? []) : [];
  };
  return (words, mended) =>
    words.map((word, at) => {
      const found = [...ofWord(word, mended[at] ?? word)];
      for (let length = 2; length <= longestForm && at + length <= words.length; length++)
        for (const concept of ofForm(mended.slice(at, at + length).join(" ")) ?? [])
          if (!found.includes(concept)) found.push(concept);
      return found;
    });
}
