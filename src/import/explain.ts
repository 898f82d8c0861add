// A reason of the import in words, in both languages: whoever mends the file may read either.
import type { Speak } from "../words/fluent.js";
import { line } from "../words/line.js";
import type { ImportReason } from "./row.js";

export function explainReason(speak: Speak, reason: ImportReason): { readonly ar: string; readonly en: string } {
  const sentence = line(`import-reason-${reason}`);
  return { ar: speak.plain("ar", sentence), en: speak.plain("en", sentence) };
}
