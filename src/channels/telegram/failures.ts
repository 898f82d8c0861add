// What a failed call to the Bot API means for the message it carried.
import { GrammyError, HttpError } from "grammy";
import type { Sent } from "../../messages/channel.js";

export type Failure = Extract<Sent, { ok: false }>;

/** Before a connection stands nothing can have arrived. */
const neverConnected: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** 400s that say the same as 403: there is nobody to write to. */
const nobodyThere = /chat not found|user is deactivated|PEER_ID_INVALID|bot can't initiate conversation/i;

/** The bot is in the group, reads it, and may not write there: nothing is wrong with the message. A right to send one kind of file is another matter. */
const muted =
  /rights to send (?:a message|messages|text messages)\b|CHAT_(?:WRITE_FORBIDDEN|RESTRICTED|SEND_PLAIN_FORBIDDEN|GUEST_SEND_FORBIDDEN)|need administrator rights in the/i;

/** A topic was deleted or closed by somebody of the group. */
const topicGone = /message thread not found|TOPIC_(?:CLOSED|DELETED|ID_INVALID)/i;

const isRefusal = (error: unknown, why: RegExp): boolean =>
  error instanceof GrammyError && error.error_code === 400 && why.test(error.description);

/** Editing to what already stands there is no failure: the person sees what they should. */
export const isUnchanged = (error: unknown): boolean => isRefusal(error, /message is not modified|TOPIC_NOT_MODIFIED/i);

/** What is to be deleted is gone already. */
export const isGone = (error: unknown): boolean => isRefusal(error, /message to delete not found/i);

/** Whoever is to be taken out of a group is not in it. */
export const isOutAlready = (error: unknown): boolean => isRefusal(error, /USER_NOT_PARTICIPANT/i);

/** A basic group knows no bans: whoever was taken out of it may be added at any time. */
export const isWithoutBans = (error: unknown): boolean => isRefusal(error, /available .*for supergroup/i);

/** @throws what is no failed call: a bug */
export function failureOf(error: unknown): Failure {
  if (error instanceof GrammyError) return answeredFailure(error);
  // grammY wraps what fetch threw, and the answer that it could not read: then the call may have been carried out.
  if (error instanceof HttpError)
    return { ok: false, reason: codesOf(error.error).some(isNeverConnected) ? "down" : "unknown" };
  throw error;
}

function answeredFailure({ error_code: code, description, parameters }: GrammyError): Failure {
  if (code === 429) {
    const seconds = parameters.retry_after;
    return seconds === undefined
      ? { ok: false, reason: "throttled" }
      : { ok: false, reason: "throttled", retryAfterMs: seconds * 1000 };
  }
  if ((code === 403 || code === 400) && muted.test(description))
    return { ok: false, reason: "unreachable", isMuted: true };
  if (code === 403 || (code === 400 && nobodyThere.test(description))) return { ok: false, reason: "unreachable" };
  if (code === 400 && topicGone.test(description)) return { ok: false, reason: "misplaced" };
  // 5xx is answered by a server that could not reach its backend, nearly always before the message was taken; to send a receipt
  // twice once a year is better than never. 401 and 404 mean a wrong token or root: the operator's to mend, then it goes out.
  if (code >= 500 || code === 401 || code === 404) return { ok: false, reason: "down" };
  return { ok: false, reason: "refused" };
}

const isNeverConnected = (code: unknown): boolean => neverConnected.has(code);

/** The system's codes of an error and what caused it: a host with two addresses fails with a list of errors. */
function codesOf(error: unknown, depth = 4): unknown[] {
  if (depth === 0 || typeof error !== "object" || error === null) return [];
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  const causes = Array.isArray(errors) ? errors : [cause];
  return [code, ...causes.flatMap((each) => codesOf(each, depth - 1))];
}
