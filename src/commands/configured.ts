// What every command begins with: the whole configuration, or every fault of it on stderr and exit 1.
import { readFileSync } from "node:fs";
import { type Config, readConfig } from "../config.js";

export function configured(flags: { readonly demo: boolean }): Config {
  const read = readConfig(process.env, (path) => readFileSync(path, "utf8"), flags);
  if (read.ok) return read.config;
  for (const fault of read.faults) process.stderr.write(`${fault}\n`);
  process.exit(1);
}
