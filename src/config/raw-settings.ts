// Finds each setting in the environment or in its NAME_FILE; what is unknown, empty, doubled or without effect is a fault, not a shrug.
import { namesNotYet, ownPrefix, secretNames } from "./names.js";
import { settings } from "./settings.js";

/** @returns the text of a UTF-8 file; throws when it cannot be read */
export type ReadFile = (path: string) => string;

export type RawSettings = {
  readonly raw: ReadonlyMap<string, string>;
  /** Every setting that somebody meant to set, its value right or wrong. */
  readonly meant: ReadonlySet<string>;
  readonly faults: readonly string[];
};

const names: readonly string[] = [...Object.keys(settings.shape), ...namesNotYet];
const notYet: ReadonlySet<string> = new Set(namesNotYet);

export function findSettings(env: Readonly<Record<string, string | undefined>>, readFile: ReadFile): RawSettings {
  const raw = new Map<string, string>();
  const meant = new Set<string>();
  const faults: string[] = [];
  const known = new Set(names);

  for (const name of names) {
    const fileName = secretNames.has(name) ? `${name}_FILE` : undefined;
    if (fileName !== undefined) known.add(fileName);
    const value = env[name];
    const path = fileName === undefined ? undefined : env[fileName];
    if (value === undefined && path === undefined) continue;
    meant.add(name);
    if (notYet.has(name)) {
      faults.push(`${name}: not in this version; unset it`);
    } else if (value !== undefined && path !== undefined) {
      faults.push(`${name}: set it or ${fileName}, not both`);
    } else if (path !== undefined) {
      const text = readSecret(path, readFile);
      if (text === undefined) faults.push(`${fileName}: name a file that can be read and is not empty`);
      else raw.set(name, text);
    } else if (value?.trim() === "") {
      faults.push(`${name}: it is empty; give it a value or unset it`);
    } else if (value !== undefined) {
      raw.set(name, value);
    }
  }
  for (const name of Object.keys(env)) {
    if (ownPrefix.test(name) && !known.has(name)) faults.push(`${name}: no setting has this name; correct or unset it`);
  }
  return { raw, meant, faults };
}

/** A file for a secret ends with the newline that an editor or `echo` put there. */
function readSecret(path: string, readFile: ReadFile): string | undefined {
  try {
    const text = readFile(path).replace(/[\r\n]+$/, "");
    return text.trim() === "" ? undefined : text;
  } catch {
    return undefined;
  }
}
