// Looks at every setting and connection and says of each, in one line, whether it is well and what to do if it is not.
import { feeWarnings } from "../config/fee-warnings.js";
import type { Config } from "../config.js";
import { formatClockSpan } from "../domain/clock-span.js";
import { formatDeskRange } from "../domain/desk-hours.js";
import type { FeeSchedule } from "../domain/fee-schedule.js";
import type { IsoDate } from "../domain/iso-date.js";
import type { Holidays } from "../domain/working-days.js";
import { type DeskStanding, deskFindings } from "./doctor-desk.js";
import { type Finding, look } from "./finding.js";

/** What doctor asks of the world. Each throws when it gets no answer. */
export type Probes = {
  reachDatabase(): Promise<void>;
  migrations(): Promise<"current" | "older" | "newer">;
  /** Whether FIELD_KEY opens the database, and whether it is of this kind. Asked only when the migrations are current. */
  owner(): Promise<"ours" | "wrong-key" | "holds-demo" | "holds-service">;
  /** Asked only where sessions are in Redis. */
  reachRedis(): Promise<void>;
  /** `getMe`: the bot's user name. */
  askTelegram(): Promise<string>;
  /** Asked of the database and of Telegram; `undefined`: there is no desk yet. */
  askDesk(): Promise<DeskStanding | undefined>;
  reachSandbox(): Promise<void>;
};

export async function doctor(config: Config, probes: Probes, today: IsoDate): Promise<readonly Finding[]> {
  return [
    ...settingsOf(config),
    feesOf(config.fees, today),
    ...(await databaseOf(config, probes)),
    await sessionsOf(config, probes),
    ...(await channelsOf(config, probes)),
    await sandboxOf(config, probes),
  ];
}

function settingsOf(config: Config): Finding[] {
  const { listen, operator, terms } = config;
  const say = (name: string, says: string): Finding => ({ name, ok: true, says });
  const sms = config.mode === "service" && config.sms !== undefined;
  return [
    say("mode", config.mode),
    say("HOST, PORT", `listens on ${listen.host}:${listen.port}`),
    say("PUBLIC_URL", `links begin with ${config.publicUrl}`),
    say("OPERATOR_NAME_AR, _EN", `${operator.name.ar} · ${operator.name.en}`),
    say("OPERATOR_IS_MINISTRY", operator.isMinistry ? "true: pages do not say that it is not the Ministry" : "false"),
    say("HOTLINE", operator.hotline),
    say(
      "FILING",
      config.filing === "own" ? "own: a payment issues cover at once" : "manual: the desk files each renewal",
    ),
    say("TERMS_DIR", `terms of version ${terms.version}`),
    say("SMS_HTTP_URL", sms ? "one-time codes are offered" : "unset: one-time codes are not offered"),
    say("REMINDER_DAYS", `${config.reminders.days.join(", ")} days before the end of cover`),
    say("REMINDER_HOURS", `${formatClockSpan(config.reminders.hours)}, Asia/Kuwait`),
    say("DESK_HOURS", `${config.deskHours.ranges.map(formatDeskRange).join(", ")}, Asia/Kuwait`),
    say("HOLIDAYS", daysOff(config.deskHours.holidays)),
    say("LOG_LEVEL", config.logLevel),
  ];
}

function daysOff(holidays: Holidays): string {
  return holidays.size === 0 ? "unset: no working day is off" : [...holidays].toSorted().join(", ");
}

/** Fees that do not hold are told, never refused: an operator may know better than the sources that come with the program. */
function feesOf(fees: FeeSchedule, today: IsoDate): Finding {
  const sources = fees.rows.map((row) => `${row.id} (${row.certainty}): ${row.source}`);
  const warnings = feeWarnings(fees, today).map((warning) => `WARNING: ${warning}. `);
  return { name: "FEE_SCHEDULE", ok: true, says: `${warnings.join("")}${fees.id}. ${sources.join(" · ")}` };
}

const migrationsSay = {
  current: { ok: true, says: "migrated by this version" },
  older: { ok: true, says: "not migrated yet: serve or migrate will do it" },
  newer: { ok: false, says: "a newer version has migrated this database: run that version" },
};

const ownerSays = {
  ours: { ok: true, says: "opens this database" },
  "wrong-key": { ok: false, says: "does not open this database: give the key it was made with" },
  "holds-demo": { ok: false, says: "this database holds demo data: give the service one of its own" },
  "holds-service": { ok: false, says: "this database is not the demo's: give the demo an empty DATA_DIR" },
};

async function databaseOf(config: Config, probes: Probes): Promise<Finding[]> {
  const name = config.database.kind === "postgres" ? "DATABASE_URL" : "DATA_DIR";
  const kind = config.database.kind === "postgres" ? "Postgres" : "the embedded database";
  const reached = await look(
    name,
    () => probes.reachDatabase(),
    () => ({ ok: true, says: `${kind} answers` }),
  );
  if (!reached.ok) return [reached];
  let isCurrent = false;
  const migrated = await look(
    "migrations",
    () => probes.migrations(),
    (standing) => {
      isCurrent = standing === "current";
      return migrationsSay[standing];
    },
  );
  if (!isCurrent) return [reached, migrated];
  return [
    reached,
    migrated,
    await look(
      "FIELD_KEY",
      () => probes.owner(),
      (owner) => ownerSays[owner],
    ),
  ];
}

/** Sessions in the database are as well as it is, and before its first migration they have no table to be asked for. */
async function sessionsOf(config: Config, probes: Probes): Promise<Finding> {
  const name = "REDIS_URL";
  if (config.sessions.kind === "database") return { name, ok: true, says: "unset: sessions are in the database" };
  return look(
    name,
    () => probes.reachRedis(),
    () => ({ ok: true, says: "Redis answers" }),
  );
}

async function channelsOf(config: Config, probes: Probes): Promise<Finding[]> {
  if (config.mode === "demo") return [];
  const { telegram } = config;
  if (telegram === undefined) {
    return [{ name: "TELEGRAM_BOT_TOKEN", ok: true, says: "unset: nobody can write to this service" }];
  }
  const says = (bot: string) => ({ ok: true, says: `@${bot}, by ${telegram.mode}, at ${telegram.apiRoot}` });
  const reached = await look("TELEGRAM_BOT_TOKEN", () => probes.askTelegram(), says);
  return [reached, ...(await deskFindings(probes.askDesk))];
}

/** The service itself serves the sandbox: before it runs, silence is no fault. */
async function sandboxOf(config: Config, probes: Probes): Promise<Finding> {
  const { url } = config.gateway;
  const says = () => ({ ok: true, says: `sandbox at ${url} answers: TEST, no money moves` });
  const found = await look("SANDBOX_URL", () => probes.reachSandbox(), says);
  return found.ok
    ? found
    : { ...found, ok: true, says: `sandbox at ${url} is silent: well only while the service is down` };
}
