// Leaving from every chat of a person: their other chats are held first, so that no turn there writes back what is erased.
import type { PeopleRecords } from "../records/people.js";
import type { Fence, SessionStore } from "../turns/session-store.js";

/** Much longer than erasing takes, short enough that a chat whose eraser died answers again soon. */
const heldMs = 10_000;

/**
 * The sessions of the other chats go before the records do: should the process die in between, the person only begins anew there,
 * and leaves by the update that comes again.
 */
export async function eraseEverywhere(
  sessions: Pick<SessionStore, "forget" | "release">,
  people: Pick<PeopleRecords, "erase">,
  key: string,
): Promise<{ readonly keptUntilClosed: boolean }> {
  const held: Fence[] = [];
  try {
    for (;;) {
      const erased = await people.erase(key, held);
      if (erased.ok) return { keptUntilClosed: erased.keptUntilClosed };
      for (const chat of erased.chats) held.push(await sessions.forget(chat, { ms: heldMs }));
    }
  } finally {
    for (const fence of held) await sessions.release(fence);
  }
}
