// Remembers a person's last messages by a digest, so that an edit which changes nothing (a reaction, a link's preview) is told from one that does.
import { createHash } from "node:crypto";
import type { Content } from "../desk/handoff.js";
import type { Session } from "./session.js";

/** Older ones are seldom edited, and a session stays small. */
const mostKept = 8;

/** `unknown`: the message is older than what is remembered. */
export type Edit = "changed" | "unchanged" | "unknown";

export function editOf(session: Session, content: Content | undefined): Edit {
  if (content === undefined) return "unknown";
  const before = session.own?.find(([message]) => message === content.message);
  if (before === undefined) return "unknown";
  return before[1] === digestOf(content) ? "unchanged" : "changed";
}

export function remembering(session: Session, content: Content | undefined): Session {
  if (content === undefined) return session;
  const others = (session.own ?? []).filter(([message]) => message !== content.message);
  return { ...session, own: [...others, [content.message, digestOf(content)] as const].slice(-mostKept) };
}

/** Eight characters tell two versions of one message apart, and nothing of what it says. */
function digestOf({ text, media }: Content): string {
  return createHash("sha256")
    .update(JSON.stringify([text, media?.fileId]))
    .digest("base64url")
    .slice(0, 8);
}
