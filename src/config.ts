// The configuration: read once from the environment, whole or not at all; every fault is told at once, with its cure and without the value.
import { readDeskHours } from "./config/desk-hours.js";
import { createFaultList, type FaultList } from "./config/fault-list.js";
import { readFees } from "./config/fees.js";
import { readGateway, type SandboxConfig, sandboxPort } from "./config/gateway.js";
import { serviceNames } from "./config/names.js";
import { type Operator, readOperator } from "./config/operator.js";
import { findSettings, type ReadFile } from "./config/raw-settings.js";
import { readSettings, type Settings } from "./config/settings.js";
import { readTelegram, type TelegramConfig } from "./config/telegram.js";
import { readTerms, type Terms } from "./config/terms.js";
import type { DeskHours } from "./domain/desk-hours.js";
import type { FeeSchedule } from "./domain/fee-schedule.js";
import { defaultReminderRules, type ReminderRules } from "./domain/reminder.js";
import type { LogThreshold } from "./log.js";

type Embedded = { readonly kind: "embedded"; readonly dir: string };

/** `self`: the address under which this process reaches what it serves itself. */
type Listen = { readonly host: string; readonly self: string; readonly port: number };

type Everywhere = {
  readonly listen: Listen;
  /** How links name this service, without a trailing slash. */
  readonly publicUrl: string;
  readonly sessions: { readonly kind: "redis"; readonly urls: readonly string[] } | { readonly kind: "database" };
  readonly gateway: SandboxConfig;
  readonly filing: "own" | "manual";
  readonly fees: FeeSchedule;
  readonly terms: Terms;
  readonly operator: Operator;
  readonly reminders: ReminderRules;
  readonly deskHours: DeskHours;
  readonly logLevel: LogThreshold;
  /** How long turns and pages get to finish once the process is told to end. */
  readonly drainSeconds: number;
};

/** Sample people, a simulator in the browser and a movable clock; it has no channel and no database of anybody's. */
export type DemoConfig = Everywhere & {
  readonly mode: "demo";
  readonly database: Embedded;
  /** 32 bytes; `undefined`: the demo makes its own and keeps it beside its data. */
  readonly fieldKey: Buffer | undefined;
};

type ServiceConfig = Everywhere & {
  readonly mode: "service";
  readonly database: { readonly kind: "postgres"; readonly url: string } | Embedded;
  /** 32 bytes. */
  readonly fieldKey: Buffer;
  readonly telegram: TelegramConfig | undefined;
  /** One-time codes; `undefined`: that path is not offered. */
  readonly sms: { readonly url: string; readonly token: string } | undefined;
};

export type Config = DemoConfig | ServiceConfig;

export type ConfigRead =
  | { readonly ok: true; readonly config: Config }
  /** `NAME: what to do`, one line each; never a value. */
  | { readonly ok: false; readonly faults: readonly string[] };

const defaultPort = 8080;
const defaultDataDir = "./data";
/** Less than the ten seconds that container engines wait before they kill. */
const defaultDrainSeconds = 8;

/** @param flags `demo`: it was asked for by name; otherwise it runs when nothing says "service" */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  readFile: ReadFile,
  flags: { readonly demo: boolean },
): ConfigRead {
  const found = findSettings(env, readFile);
  const { given, faults: wrong } = readSettings(found.raw);
  const faults = createFaultList([...found.faults, ...wrong], found.meant);
  const serviceMeant = serviceNames.filter((name) => found.meant.has(name));
  const isDemo = flags.demo || serviceMeant.length === 0;
  if (isDemo) for (const name of serviceMeant) faults.add(name, "unset it, or start without --demo");

  const config = isDemo ? readDemo(given, readFile, faults) : readService(given, found.meant, readFile, faults);
  return config === undefined || faults.faults.length > 0
    ? { ok: false, faults: [...new Set(faults.faults)] }
    : { ok: true, config };
}

function readDemo(given: Settings, readFile: ReadFile, faults: FaultList): DemoConfig | undefined {
  const withDefaults: Settings = { ...given, FEE_SCHEDULE: given.FEE_SCHEDULE ?? "kd5", FILING: given.FILING ?? "own" };
  const shared = readShared(withDefaults, true, readFile, faults);
  // An SMS to a sample person's number would reach whoever owns it.
  if (given.SMS_HTTP_URL !== undefined) faults.add("SMS_HTTP_URL", "unset it: the demo shows its SMS itself");
  const host = given.HOST ?? "127.0.0.1";
  const port = given.PORT ?? defaultPort;
  const listen = listenOn(host, port);
  const sandbox = sandboxPort(given, port, faults);
  if (shared === undefined || sandbox === undefined) return undefined;
  return {
    ...shared,
    mode: "demo",
    listen,
    publicUrl: `http://${listen.self}:${port}`,
    database: { kind: "embedded", dir: given.DATA_DIR ?? defaultDataDir },
    gateway: { kind: "sandbox", port: sandbox, url: given.SANDBOX_URL ?? `http://127.0.0.1:${sandbox}` },
    fieldKey: given.FIELD_KEY,
  };
}

function readService(
  given: Settings,
  meant: ReadonlySet<string>,
  readFile: ReadFile,
  faults: FaultList,
): ServiceConfig | undefined {
  const port = given.PORT ?? defaultPort;
  const hasChannel = [...meant].some((name) => name.startsWith("TELEGRAM_"));
  const fieldKey = faults.need("FIELD_KEY", given.FIELD_KEY, "give 32 bytes in base64: openssl rand -base64 32");
  const telegram = hasChannel ? readTelegram(given, fieldKey, faults) : undefined;
  const publicUrl = readPublicUrl(given, hasChannel, port, faults);
  const gateway = readGateway(given, port, faults);
  const sms = readSms(given, faults);
  const shared = readShared(given, false, readFile, faults);
  if (fieldKey === undefined || publicUrl === undefined || gateway === undefined || shared === undefined)
    return undefined;
  return {
    ...shared,
    mode: "service",
    listen: listenOn(given.HOST ?? "0.0.0.0", port),
    publicUrl,
    database:
      given.DATABASE_URL === undefined
        ? { kind: "embedded", dir: given.DATA_DIR ?? defaultDataDir }
        : { kind: "postgres", url: given.DATABASE_URL },
    gateway,
    fieldKey,
    telegram,
    sms,
  };
}

function readShared(given: Settings, isDemo: boolean, readFile: ReadFile, faults: FaultList) {
  const filing = faults.need(
    "FILING",
    given.FILING,
    "say own, if these records are the registry, or manual, if the desk files each paid renewal with the Ministry",
  );
  const fees = readFees(given.FEE_SCHEDULE, readFile, faults);
  const terms = readTerms(given.TERMS_DIR, readFile, faults);
  const operator = readOperator(given, isDemo, faults);
  const deskHours = readDeskHours(given, readFile, faults);
  if (filing === undefined || fees === undefined || terms === undefined) return undefined;
  if (operator === undefined || deskHours === undefined) return undefined;
  const sessions: Everywhere["sessions"] =
    given.REDIS_URL === undefined ? { kind: "database" } : { kind: "redis", urls: given.REDIS_URL };
  const reminders: ReminderRules = {
    days: given.REMINDER_DAYS ?? defaultReminderRules.days,
    hours: given.REMINDER_HOURS ?? defaultReminderRules.hours,
  };
  return {
    sessions,
    filing,
    fees,
    terms,
    operator,
    reminders,
    deskHours,
    logLevel: given.LOG_LEVEL ?? ("info" as const),
    drainSeconds: given.DRAIN_SECONDS ?? defaultDrainSeconds,
  };
}

function listenOn(host: string, port: number): Listen {
  const self = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return { host, self: self.includes(":") ? `[${self}]` : self, port };
}

/** With no channel nobody is sent a link, so the own address will do for the pages that remain. */
function readPublicUrl(given: Settings, hasChannel: boolean, port: number, faults: FaultList): string | undefined {
  const cure = "say how links name this service, as https://tajdeed.example.org";
  const own = hasChannel ? undefined : `http://127.0.0.1:${port}`;
  const url = given.PUBLIC_URL;
  if (url === undefined) return faults.need("PUBLIC_URL", own, cure);
  if (url.startsWith("https://") || given.SANDBOX_ALLOWED === true) return url;
  return faults.add("PUBLIC_URL", "give an address that begins with https:// (http:// only with SANDBOX_ALLOWED=true)");
}

function readSms(given: Settings, faults: FaultList): ServiceConfig["sms"] {
  const { SMS_HTTP_URL: url, SMS_HTTP_TOKEN: token } = given;
  if (url !== undefined && token !== undefined) return { url, token };
  if (url !== undefined) faults.need("SMS_HTTP_TOKEN", token, "give the token for SMS_HTTP_URL, or unset both");
  if (token !== undefined)
    faults.need("SMS_HTTP_URL", url, "give the address that takes the SMS, or unset SMS_HTTP_TOKEN");
  return undefined;
}
