// A line: one sentence for a person, named by its key in locales/ and not yet put into a language.

import type { IsoDate } from "../domain/iso-date.js";
import type { Fils } from "../domain/kwd.js";
import type { Words } from "./keys.js";

export type Language = "ar" | "en";
export const languages: readonly Language[] = ["ar", "en"];

export type WordId = keyof Words;

/**
 * What a sentence's variable may hold. Money and dates are given as values and written in the reader's own form; `code` is set alone
 * for copying and, like `link`, keeps free of the invisible isolation marks that would travel with a copy.
 */
export type Value =
  | string
  | number
  | { readonly kwd: Fils }
  | { readonly date: IsoDate }
  | { readonly name: { readonly ar?: string | undefined; readonly en?: string | undefined } }
  | { readonly code: string }
  | { readonly link: string }
  | Line;

export type Line = { readonly id: WordId; readonly args?: Readonly<Record<string, Value>> };

type Args<K extends WordId> = Words[K] extends null ? [] : [args: { readonly [A in keyof Words[K]]: Value }];

/** Names a sentence and gives its variables; the compiler holds both to what locales/en.ftl says. */
export function line<K extends WordId>(id: K, ...[args]: Args<K>): Line {
  return args === undefined ? { id } : { id, args };
}
