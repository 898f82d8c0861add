// The terms a payer accepts: the operator's own or the built-in ones, in both languages under one version.
import { fileURLToPath } from "node:url";
import type { FaultList } from "./fault-list.js";
import type { ReadFile } from "./raw-settings.js";

export type Terms = { readonly version: string; readonly text: { readonly ar: string; readonly en: string } };

const builtIn = fileURLToPath(new URL("../../locales", import.meta.url));

/** A message of Telegram or WhatsApp holds 4,096 characters, and says more than the terms. */
const longest = 3_500;

/** It stands in an address, which one of dots alone would lead elsewhere. */
const longestVersion = 60;
const versionShape = new RegExp(`^(?=.*[\\p{L}\\p{N}])[^\\p{C}]{1,${longestVersion}}$`, "u");

export function readTerms(folder: string | undefined, readFile: ReadFile, faults: FaultList): Terms | undefined {
  const ar = readOne(`${folder ?? builtIn}/terms.ar.md`, readFile, faults);
  const en = readOne(`${folder ?? builtIn}/terms.en.md`, readFile, faults);
  if (ar === undefined || en === undefined) return undefined;
  if (ar.version !== en.version) {
    return faults.add("TERMS_DIR", "name the same version in terms.ar.md and terms.en.md: people accept one version");
  }
  return { version: ar.version, text: { ar: ar.text, en: en.text } };
}

function readOne(path: string, readFile: ReadFile, faults: FaultList) {
  const file = path.slice(path.lastIndexOf("/") + 1);
  let all: string;
  try {
    all = readFile(path).replaceAll("\r\n", "\n");
  } catch {
    return faults.add("TERMS_DIR", `put ${file} there, and make it readable`);
  }
  const [, version, text] = /^\uFEFF?version: *(\S[^\n]*)\n([\s\S]*)$/.exec(all) ?? [];
  if (version === undefined || text === undefined) {
    return faults.add("TERMS_DIR", `begin ${file} with a line as "version: 1"`);
  }
  if (!versionShape.test(version.trim()))
    return faults.add(
      "TERMS_DIR",
      `give ${file} a version of 1 to ${longestVersion} signs, a letter or digit among them`,
    );
  if (text.trim() === "") return faults.add("TERMS_DIR", `write the terms in ${file} below its first line`);
  if (text.length > longest)
    return faults.add("TERMS_DIR", `shorten ${file} to ${longest} characters: it is sent in a chat`);
  return { version: version.trim(), text: text.trim() };
}
