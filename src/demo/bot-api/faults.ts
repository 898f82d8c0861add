// Faults to order: the next calls that fit are refused, answered late, or never answered.
import type { ApiAnswer } from "./answer.js";
import { refused } from "./answer.js";

export type FaultOrder = {
  /** Without a method any call fits but getUpdates, which would use up the order unseen. */
  readonly method?: string;
  readonly chatId?: number;
  /**
   * "400" (nobody there), "refused" (400, the message is wrong), "muted" (400, the bot may not write there), "403", "429", "500": refused, nothing done. "late": done at once, answered after `lateMs`, so that a caller who
   * gives up has been heard all the same. "silent": not done and never answered.
   */
  readonly kind: "400" | "refused" | "muted" | "403" | "429" | "500" | "late" | "silent";
  readonly times: number;
  /** Seconds, for "429"; 1 unless told. */
  readonly retryAfter?: number;
  /** For "late"; 1,000 unless told. */
  readonly lateMs?: number;
};

export type FaultPlan =
  | { readonly kind: "answer"; readonly answer: ApiAnswer }
  | { readonly kind: "late"; readonly lateMs: number }
  | { readonly kind: "silent" };

export function createFaults() {
  const orders: { order: FaultOrder; left: number }[] = [];
  return {
    order(order: FaultOrder): void {
      orders.push({ order, left: order.times });
    },

    /** The fault for this call, used up by asking; undefined when the call is to go well. */
    next(method: string, chatId: unknown): FaultPlan | undefined {
      const found = orders.find(({ order, left }) => left > 0 && fits(order, method, chatId));
      if (found === undefined) return undefined;
      found.left -= 1;
      return planOf(found.order);
    },
  };
}

function fits(order: FaultOrder, method: string, chatId: unknown): boolean {
  const fitsMethod = order.method === undefined ? method !== "getUpdates" : order.method === method;
  return fitsMethod && (order.chatId === undefined || order.chatId === Number(chatId));
}

function planOf({ kind, retryAfter = 1, lateMs = 1000 }: FaultOrder): FaultPlan {
  switch (kind) {
    case "400":
      return { kind: "answer", answer: refused(400, "Bad Request: chat not found") };
    case "refused":
      return { kind: "answer", answer: refused(400, "Bad Request: can't parse entities") };
    case "muted":
      return {
        kind: "answer",
        answer: refused(400, "Bad Request: not enough rights to send text messages to the chat"),
      };
    case "403":
      return { kind: "answer", answer: refused(403, "Forbidden: bot was blocked by the user") };
    case "429":
      return {
        kind: "answer",
        answer: {
          ok: false,
          error_code: 429,
          description: `Too Many Requests: retry after ${retryAfter}`,
          parameters: { retry_after: retryAfter },
        },
      };
    case "500":
      return { kind: "answer", answer: refused(500, "Internal Server Error") };
    case "late":
      return { kind: "late", lateMs };
    case "silent":
      return { kind: "silent" };
  }
}
