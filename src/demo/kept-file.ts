// A small JSON file in the demo's folder, written whole: a kill leaves the old one or the new one, never half of one.
import { readFileSync, renameSync, writeFileSync } from "node:fs";

/** `undefined`: it was never written. */
export function readKept<Value>(file: string): Value | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Value;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

export function writeKept<Value>(file: string, value: Value): Value {
  writeFileSync(`${file}.new`, JSON.stringify(value));
  renameSync(`${file}.new`, file);
  return value;
}
