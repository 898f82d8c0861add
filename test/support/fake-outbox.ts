// An outbox in memory, which keeps the port's promises and can be told to fail.
import type { Rendered } from "../../src/messages/channel.js";
import type { OutboxItem, OutboxStore } from "../../src/messages/outbox.js";

type Row = {
  readonly id: string;
  readonly chat: string;
  readonly message: Rendered;
  state: "waiting" | "sending" | "sent" | "unknown" | "failed";
  dueAtMs: number;
  leasedUntilMs: number;
  tries: number;
  messageId?: string;
};

export type FakeOutbox = OutboxStore & {
  readonly rows: Row[];
  readonly unreachable: Set<string>;
  enqueue(chat: string, text: string): Row;
  /** The next `times` calls of this method throw, as when the database is gone. */
  failNext(method: keyof OutboxStore, times: number): void;
};

export function createFakeOutbox(nowMs: () => number): FakeOutbox {
  const rows: Row[] = [];
  const unreachable = new Set<string>();
  const failures = new Map<string, number>();

  const attempt = (method: keyof OutboxStore) => {
    const left = failures.get(method) ?? 0;
    failures.set(method, left - 1);
    if (left > 0) throw new Error(`${method}: connection lost`);
  };
  const rowOf = (id: string): Row => {
    const row = rows.find((each) => each.id === id);
    if (row === undefined) throw new Error(`no item ${id}`);
    return row;
  };
  const isOpen = (row: Row) => row.state === "waiting" || (row.state === "sending" && row.leasedUntilMs > nowMs());
  const isFirstOfChat = (row: Row) => rows.find((each) => each.chat === row.chat && isOpen(each)) === row;
  const isClaimable = (row: Row) =>
    row.state === "waiting" && row.dueAtMs <= nowMs() && row.leasedUntilMs <= nowMs() && isFirstOfChat(row);

  return {
    rows,
    unreachable,
    failNext: (method, times) => void failures.set(method, times),
    enqueue(chat, text) {
      const message: Rendered = { text, language: "en", code: [], buttons: [] };
      const row: Row = {
        id: `${rows.length + 1}`,
        chat,
        message,
        state: "waiting",
        dueAtMs: nowMs(),
        leasedUntilMs: 0,
        tries: 0,
      };
      rows.push(row);
      return row;
    },
    async claim(channel, limit, leaseMs) {
      attempt("claim");
      const claimed = rows.filter(isClaimable).slice(0, limit);
      for (const row of claimed) row.leasedUntilMs = nowMs() + leaseMs;
      return claimed.map(({ id, chat, tries }): OutboxItem => ({ id, channel, chat, tries }));
    },
    async markSending(ids) {
      attempt("markSending");
      const marked = ids.map(rowOf).filter((row) => row.state === "waiting" && row.leasedUntilMs > nowMs());
      for (const row of marked) row.state = "sending";
      return new Map(marked.map(({ id, message }) => [id, message]));
    },
    async record(id, outcome) {
      attempt("record");
      const row = rowOf(id);
      if (row.state === "unknown" && outcome.kind !== "sent") return;
      row.leasedUntilMs = 0;
      if (outcome.kind === "later") {
        row.state = "waiting";
        row.dueAtMs = nowMs() + outcome.inMs;
        row.tries += 1;
      } else if (outcome.kind === "unreachable") {
        row.state = "failed";
        unreachable.add(row.chat);
      } else row.state = outcome.kind === "misplaced" ? "failed" : outcome.kind;
      if (outcome.kind === "sent") row.messageId = outcome.messageId;
    },
    async giveBack(ids) {
      attempt("giveBack");
      for (const row of ids.map(rowOf)) if (row.state === "waiting") row.leasedUntilMs = 0;
    },
    async recoverCrashed() {
      attempt("recoverCrashed");
      const crashed = rows.filter(({ state, leasedUntilMs }) => state === "sending" && leasedUntilMs <= nowMs());
      for (const row of crashed) row.state = "unknown";
      return crashed.map(({ id }) => id);
    },
  };
}
