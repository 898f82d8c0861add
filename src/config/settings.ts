// One schema over the environment: what each setting may be, and what to do when it is something else.
import { resolve } from "node:path";
import { z } from "zod";
import { parseDeskHours } from "../domain/desk-hours.js";
import { parseReminderDays, parseReminderHours } from "../domain/reminder.js";
import { logThresholds } from "../log.js";

const base64Of32Bytes = /^[A-Za-z0-9+/]{43}=$/;

const port = z
  .string()
  .regex(/^\d{1,5}$/, "give a port from 1 to 65535")
  .transform(Number)
  .refine((number) => number >= 1 && number <= 65_535, "give a port from 1 to 65535");

/** An address without a trailing slash, user, password, query or fragment: paths are appended to it. */
const address = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url !== undefined && /^https?:$/.test(url.protocol) && !/[?#@]/.test(text);
  if (isPlain) return url.href.replace(/\/+$/, "");
  context.addIssue("give an address that begins with https:// (or http://), without user, password, ? or #");
  return z.NEVER;
});

const isUrlOf = (text: string, protocols: RegExp) => URL.canParse(text) && protocols.test(new URL(text).protocol);
const yesOrNo = z.enum(["true", "false"], "give true or false").transform((text) => text === "true");
const name = z.string().trim().min(1, "give a name").max(80, "give a name of at most 80 characters");

const reminderDayFaults = {
  "not-a-list": "give days before the end of cover, as 60,30,14,7,3,1,0,-7 (negative: after it)",
  twice: "give each day once",
  "too-far": "give days from 365 before the end to 365 after it",
};

const reminderDays = z.string().transform((text, context) => {
  const read = parseReminderDays(text);
  if (read.ok) return read.days;
  context.addIssue(reminderDayFaults[read.reason]);
  return z.NEVER;
});

const reminderHourFaults = {
  "not-hours": "give the hours of the day in which people are reminded, as 09:00-20:00",
  "too-short": "give a window of an hour at least",
};

const reminderHours = z.string().transform((text, context) => {
  const read = parseReminderHours(text);
  if (read.ok) return read.hours;
  context.addIssue(reminderHourFaults[read.reason]);
  return z.NEVER;
});

const deskHourFaults = {
  "not-hours": "give the days and hours in which the team answers, as Sun-Thu 08:00-16:00 (several by comma)",
  overlap: "give hours that do not overlap on any day",
};

const deskHours = z.string().transform((text, context) => {
  const read = parseDeskHours(text);
  if (read.ok) return read.ranges;
  context.addIssue(deskHourFaults[read.reason]);
  return z.NEVER;
});

export const settings = z.object({
  HOST: z.string().regex(/^[\w.:-]+$/, "give an address to listen on, as 0.0.0.0"),
  PORT: port,
  PUBLIC_URL: address,
  DATABASE_URL: z
    .string()
    .refine((text) => isUrlOf(text, /^postgres(?:ql)?:$/), "give an address as postgres://user:password@host/database"),
  DATA_DIR: z.string().transform((dir) => resolve(dir)),
  REDIS_URL: z
    .string()
    .transform((text) => text.split(",").map((url) => url.trim()))
    .refine(
      (urls) => urls.every((url) => isUrlOf(url, /^rediss?:$/)),
      "give an address as redis://host:6379, or a comma list of a Cluster's nodes",
    ),
  TELEGRAM_BOT_TOKEN: z.string().regex(/^\d+:[\w-]+$/, "give the token that @BotFather shows, as 123456:ABC…"),
  TELEGRAM_MODE: z.enum(["webhook", "polling"], "give webhook or polling"),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, "give 16 to 256 of A–Z, a–z, 0–9, _ and - (openssl rand -hex 32), or unset it"),
  TELEGRAM_API_ROOT: address,
  PAYMENT_GATEWAY: z.string().transform((text) => text.split(",").map((gateway) => gateway.trim())),
  SANDBOX_ALLOWED: yesOrNo,
  SANDBOX_PORT: port,
  SANDBOX_URL: address,
  FILING: z.enum(
    ["own", "manual"],
    "give own (these records are the registry) or manual (the desk files each renewal)",
  ),
  FEE_SCHEDULE: z.string(),
  TERMS_DIR: z.string(),
  FIELD_KEY: z
    .string()
    .regex(base64Of32Bytes, "give 32 bytes in base64: openssl rand -base64 32")
    .transform((text) => Buffer.from(text, "base64")),
  OPERATOR_NAME_AR: name,
  OPERATOR_NAME_EN: name,
  OPERATOR_IS_MINISTRY: yesOrNo,
  HOTLINE: z.string().regex(/^[0-9+ ]{3,20}$/, "give a telephone number, as 151"),
  SMS_HTTP_URL: z
    .string()
    .refine((text) => isUrlOf(text, /^https?:$/), "give the address that takes POST {to, text}, as https://…"),
  SMS_HTTP_TOKEN: z.string().regex(/^[\x21-\x7e]+$/, "give the token as one word of ASCII letters"),
  REMINDER_DAYS: reminderDays,
  REMINDER_HOURS: reminderHours,
  DESK_HOURS: deskHours,
  HOLIDAYS: z.string(),
  DRAIN_SECONDS: z
    .string()
    .regex(/^\d{1,3}$/, "give seconds from 1 to 300")
    .transform(Number)
    .refine((seconds) => seconds >= 1 && seconds <= 300, "give seconds from 1 to 300"),
  LOG_LEVEL: z.enum(logThresholds, `give one of ${logThresholds.join(", ")}`),
});

export type Settings = z.output<ReturnType<typeof settings.partial>>;

/** Each setting by itself, so that one fault hides no other. A value never stands in a fault: it may be a secret in the wrong place. */
export function readSettings(raw: ReadonlyMap<string, string>): {
  readonly given: Settings;
  readonly faults: string[];
} {
  const checked = settings.partial().safeParse(Object.fromEntries(raw));
  if (checked.success) return { given: checked.data, faults: [] };
  const wrong = new Map(checked.error.issues.map(({ path, message }) => [String(path[0]), message]));
  const right = settings.partial().parse(Object.fromEntries([...raw].filter(([name]) => !wrong.has(name))));
  return { given: right, faults: [...wrong].map(([name, cure]) => `${name}: ${cure}`) };
}
