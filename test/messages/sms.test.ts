import { describe, expect, it } from "vitest";
import { createSmsSender, type SmsSent } from "../../src/messages/sms.js";
import { createFakeTime } from "../support/fake-time.js";
import { keptLog } from "../support/log.js";

type State = "waiting" | "sending" | "sent" | "unknown" | "failed";

function start(answers: SmsSent[], fails: { claims: number } = { claims: 0 }) {
  const rows = new Map<string, State>();
  const sent: string[] = [];
  const crashed: string[] = [];
  const time = createFakeTime();
  const kept = keptLog();
  const sender = createSmsSender({
    time,
    log: kept.log,
    store: {
      async claim() {
        if (fails.claims > 0) {
          fails.claims -= 1;
          throw new Error("the database is gone");
        }
        const [id] = [...rows].find(([, state]) => state === "waiting") ?? [];
        if (id !== undefined) rows.set(id, "sending");
        return id === undefined ? undefined : { id, to: "+96550001234", text: `code of ${id}` };
      },
      async record(id, outcome) {
        rows.set(id, outcome);
      },
      recoverCrashed: async () => crashed.splice(0),
    },
    send: async ({ text }) => {
      sent.push(text);
      return answers.shift() ?? { ok: true };
    },
  });
  sender.start();
  return { rows, sent, crashed, time, kept, sender, enqueue: (id: string) => void rows.set(id, "waiting") };
}

describe("the sender of codes", () => {
  it("sends what waits, in order, each once", async () => {
    const of = start([]);
    of.enqueue("1");
    of.enqueue("2");
    await of.time.advance(5_000);
    expect(of.sent).toEqual(["code of 1", "code of 2"]);
    expect([...of.rows.values()]).toEqual(["sent", "sent"]);
    await of.sender.stop();
  });

  it("sends at once when it is woken", async () => {
    const of = start([]);
    await of.time.advance(10);
    of.enqueue("1");
    of.sender.wake();
    await of.time.advance(1);
    expect(of.sent).toEqual(["code of 1"]);
    await of.sender.stop();
  });

  it("never sends again what may have arrived, or what was refused; operators are told, without number or code", async () => {
    const of = start([
      { ok: false, reason: "unknown" },
      { ok: false, reason: "refused" },
    ]);
    of.enqueue("1");
    of.enqueue("2");
    await of.time.advance(60_000);
    expect(of.sent).toHaveLength(2);
    expect([...of.rows.values()]).toEqual(["unknown", "failed"]);
    expect(of.kept.lines().map(({ event }) => event)).toEqual(["sms-unknown", "sms-refused"]);
    expect(of.kept.text()).not.toMatch(/50001234|code of/);
    await of.sender.stop();
  });

  it("tries again when the service was down", async () => {
    const of = start([{ ok: false, reason: "down" }]);
    of.enqueue("1");
    await of.time.advance(4_000);
    expect(of.sent).toHaveLength(1);
    await of.time.advance(4_000);
    expect(of.sent).toHaveLength(2);
    expect(of.rows.get("1")).toBe("sent");
    await of.sender.stop();
  });

  it("goes on after the database was gone, and tells what a dead sender left", async () => {
    const of = start([], { claims: 2 });
    of.crashed.push("7");
    of.enqueue("1");
    await of.time.advance(20_000);
    expect(of.sent).toEqual(["code of 1"]);
    const events = of.kept.lines().map(({ event }) => event);
    expect(events.toSorted()).toEqual(["sms-store-failed", "sms-store-failed", "sms-unknown"]);
    await of.sender.stop();
  });
});
