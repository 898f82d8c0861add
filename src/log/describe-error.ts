// An error for the log: its kind, its code and where it arose; never its message, which may quote a parameter, an address or a token.
import { maskText } from "./mask-text.js";

export type DescribedError = {
  readonly name: string;
  /** What else says safely what went wrong: a system's or database's code, the constraint, the called method. */
  readonly [fact: string]: string | number | readonly string[] | DescribedError;
};

/** Constants of the database's schema, of Node or of the Bot API. `detail`, `query`, `parameters`, `url` are not among them. */
const safeFacts = ["code", "constraint", "table", "routine", "method", "error_code", "syscall"] as const;

/** A frame is a place in the code; a message's own lines that begin with "at" do not look like one. */
const frame = /^\s+at (?:[\w$.<>[\] ]+ \()?(?:file:\/\/|node:|\/)[^()]*:\d+:\d+\)?$/;

const frames = 12;
const causes = 3;

export function describeError(error: unknown, depth = causes): DescribedError {
  if (!(error instanceof Error)) return { name: `thrown ${typeof error}` };
  const facts = error as Error & Readonly<Record<string, unknown>>;
  const described: Record<string, string | number | readonly string[] | DescribedError> = {};
  for (const fact of safeFacts) {
    const value = facts[fact];
    if (typeof value === "number") described[fact] = value;
    if (typeof value === "string") described[fact] = maskText(value);
  }
  const stack = String(error.stack).replace(error.message, "").split("\n");
  described.at = stack
    .filter((line) => frame.test(line))
    .slice(0, frames)
    .map((line) => line.trim());
  if (error.cause !== undefined && depth > 0) described.cause = describeError(error.cause, depth - 1);
  return { ...described, name: maskText(String(error.name)) };
}
