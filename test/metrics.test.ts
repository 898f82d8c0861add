// The metrics say how much, how long and how it ended.
import { describe, expect, it } from "vitest";
import { createMetrics } from "../src/metrics.js";
import { keptLog, silentLog } from "./support/log.js";

const counts = {
  outboxStates: async () => new Map<string, number>(),
  lateReminders: async () => 0,
  overdueFilings: async () => 0,
  standingReveals: async () => new Map<string, number>(),
  desk: async () => new Map<string, number>(),
};
const line = (text: string, start: string) => text.split("\n").find((each) => each.startsWith(start));

describe("metrics", () => {
  it("count turns by result and kind, and measure them in seconds", async () => {
    const metrics = createMetrics(counts, silentLog);
    metrics.countTurn({ result: "done", kind: "text", ms: 4 });
    metrics.countTurn({ result: "done", kind: "text", ms: 40 });
    metrics.countTurn({ result: "later", kind: "answer", ms: 4_000 });
    const text = await metrics.registry.metrics();
    expect(line(text, 'tajdeed_turns_total{result="done",kind="text"}')).toMatch(/ 2$/);
    expect(line(text, 'tajdeed_turns_total{result="later",kind="answer"}')).toMatch(/ 1$/);
    expect(line(text, 'tajdeed_turn_seconds_bucket{le="0.005",result="done"}')).toMatch(/ 1$/);
    expect(line(text, 'tajdeed_turn_seconds_bucket{le="0.05",result="done"}')).toMatch(/ 2$/);
    expect(line(text, 'tajdeed_turn_seconds_sum{result="later"}')).toMatch(/ 4$/);
  });

  it("count faults, outages, Bot API calls and the steps of payment attempts", async () => {
    const metrics = createMetrics(counts, silentLog);
    metrics.countTurnFault({ parked: false });
    metrics.countTurnFault({ parked: true });
    metrics.countTurnOutage();
    metrics.countBotApiCall("sendMessage", "200");
    metrics.countBotApiCall("sendMessage", "network");
    metrics.countAttempt({ gateway: "sandbox", from: "live", to: "captured" });
    const text = await metrics.registry.metrics();
    expect(line(text, 'tajdeed_turn_faults_total{parked="true"}')).toMatch(/ 1$/);
    expect(line(text, "tajdeed_turn_outages_total")).toMatch(/ 1$/);
    expect(line(text, 'tajdeed_bot_api_calls_total{method="sendMessage",result="network"}')).toMatch(/ 1$/);
    expect(line(text, 'tajdeed_payment_attempts_moved_total{gateway="sandbox",from="live",to="captured"}')).toMatch(
      / 1$/,
    );
  });

  it("show the outbox as it stands at each scrape, states that emptied left out", async () => {
    let states = new Map([
      ["waiting", 3],
      ["unknown", 1],
    ]);
    const { registry } = createMetrics({ ...counts, outboxStates: async () => states }, silentLog);
    expect(line(await registry.metrics(), 'tajdeed_outbox_messages{state="waiting"}')).toMatch(/ 3$/);
    states = new Map([["unknown", 2]]);
    const text = await registry.metrics();
    expect(line(text, 'tajdeed_outbox_messages{state="unknown"}')).toMatch(/ 2$/);
    expect(line(text, 'tajdeed_outbox_messages{state="waiting"}')).toBeUndefined();
  });

  it("count reminders by what became of them, and how many are late as it stands at each scrape", async () => {
    const { registry, countReminders } = createMetrics({ ...counts, lateReminders: async () => 7 }, silentLog);
    countReminders("told", 3);
    countReminders("dropped", 1);
    const text = await registry.metrics();
    expect(line(text, 'tajdeed_reminders_total{what="told"}')).toMatch(/ 3$/);
    expect(line(text, 'tajdeed_reminders_total{what="dropped"}')).toMatch(/ 1$/);
    expect(line(text, "tajdeed_reminders_late")).toMatch(/ 7$/);
  });

  it("count overdue filings as they stand at each scrape", async () => {
    let overdue = 4;
    const { registry } = createMetrics({ ...counts, overdueFilings: async () => overdue }, silentLog);
    expect(line(await registry.metrics(), "tajdeed_filings_overdue")).toMatch(/ 4$/);
    overdue = 0;
    expect(line(await registry.metrics(), "tajdeed_filings_overdue")).toMatch(/ 0$/);
  });

  it("count full values that stand past their time, as they do at each scrape", async () => {
    let standing = new Map([
      ["tried", 2],
      ["given-up", 1],
    ]);
    const { registry } = createMetrics({ ...counts, standingReveals: async () => standing }, silentLog);
    expect(line(await registry.metrics(), 'tajdeed_reveals_standing{state="tried"}')).toMatch(/ 2$/);
    expect(line(await registry.metrics(), 'tajdeed_reveals_standing{state="given-up"}')).toMatch(/ 1$/);
    standing = new Map([
      ["tried", 0],
      ["given-up", 1],
    ]);
    expect(line(await registry.metrics(), 'tajdeed_reveals_standing{state="tried"}')).toMatch(/ 0$/);
  });

  it("show how the desk stands at each scrape", async () => {
    const desk = async () => new Map([["handoffs-waiting", 2]]);
    const { registry } = createMetrics({ ...counts, desk }, silentLog);
    expect(line(await registry.metrics(), 'tajdeed_desk{what="handoffs-waiting"}')).toMatch(/ 2$/);
  });

  it("are told while the database is down, without the outbox, and the log has the reason", async () => {
    const { log, lines } = keptLog();
    const down = async () => Promise.reject(new Error("down"));
    const metrics = createMetrics(
      { outboxStates: down, lateReminders: down, overdueFilings: down, standingReveals: down, desk: down },
      log,
    );
    metrics.countTurnOutage();
    const text = await metrics.registry.metrics();
    expect(line(text, "tajdeed_turn_outages_total")).toMatch(/ 1$/);
    expect(line(text, "tajdeed_outbox_messages{")).toBeUndefined();
    expect(line(text, "tajdeed_reminders_late")).toBeUndefined();
    expect(line(text, "tajdeed_filings_overdue")).toBeUndefined();
    expect(line(text, "tajdeed_reveals_standing{")).toBeUndefined();
    expect(line(text, "tajdeed_desk{")).toBeUndefined();
    const events = ["outbox", "reminders", "filings", "desk", "reveals"].map((what) => `${what}-not-counted`);
    expect(lines()).toMatchObject(events.map((event) => ({ event })));
  });

  it("of two programs in one process are kept apart", async () => {
    const [one, other] = [createMetrics(counts, silentLog), createMetrics(counts, silentLog)];
    one.countTurnOutage();
    expect(line(await other.registry.metrics(), "tajdeed_turn_outages_total")).toMatch(/ 0$/);
  });
});
