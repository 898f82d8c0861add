// The log: JSON lines on stdout, each an event with fields; what is personal is kept out by type and by shape, not by memory.
import { type DestinationStream, pino } from "pino";
import { describeError } from "./log/describe-error.js";
import { maskText } from "./log/mask-text.js";

/** From which level on lines are written, as pino names them. */
export const logThresholds = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogThreshold = (typeof logThresholds)[number];

/** The levels in use: what to look at closely, what happened, what people will notice, what is a bug or needs an operator. */
type LogLevel = "debug" | "info" | "warn" | "error";

type Word = string | number | boolean | null | undefined;

/** Branded values (a civil ID, a phone, a chat's key, money) are data of people: the compiler refuses them here. */
type Loggable<Fields> = {
  [Key in keyof Fields]: Key extends "error" ? unknown : Fields[Key] extends Word ? Unbranded<Fields[Key]> : never;
};
type Unbranded<Value> = Value extends object ? never : Value;

type Write = <Fields extends { readonly event: string; readonly error?: unknown }>(
  fields: Fields & Loggable<Fields>,
) => void;

/** `log.warn({ event: "sessions-down", error })`: the event is a constant of the code, `error` is whatever was thrown. */
export type Log = { readonly [Level in LogLevel]: Write };

export function createLog(settings: { readonly level: LogThreshold }, destination?: DestinationStream): Log {
  const options = {
    level: settings.level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = destination === undefined ? pino(options) : pino(options, destination);
  const write =
    (level: LogLevel): Write =>
    (fields) =>
      logger[level](safeFields(fields));
  return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}

function safeFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (name === "error") return [name, describeError(value)];
      return [name, typeof value === "string" ? maskText(value) : value];
    }),
  );
}
