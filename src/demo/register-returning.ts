// Registers one sample person before the demo begins, through the records that a registration in the chat writes to.
import { consentVersion } from "../journeys/register.js";
import { createChats } from "../records/chats.js";
import { createPeople } from "../records/people.js";
import { createProofs } from "../records/proofs.js";
import { chatKey } from "../records/vault.js";
import type { SessionStore } from "../turns/session-store.js";
import type { SamplePerson } from "./people.js";
import type { Seeded } from "./seed.js";

/** Nobody else has the chat yet; a lease is as long as a turn's at most. */
const leaseMs = 10_000;

export async function registerReturning(
  deps: Omit<Seeded, "people"> & { readonly sessions: SessionStore },
  { telegramUserId, languageCode, civilId, phone }: SamplePerson,
): Promise<void> {
  const { db, vault, replan, clock, sessions } = deps;
  const now = clock.now();
  const id = String(telegramUserId);
  const chat = chatKey(vault, "telegram", id);
  await createChats({ db, vault, replan }).open({ key: chat, channel: "telegram", id }, now);
  const opened = await sessions.open(chat, "demo:register", { ms: leaseMs });
  if (opened.kind !== "open") throw new Error(`the chat of a sample person is not free: ${opened.kind}`);
  const turn = { fence: { chat, token: opened.token }, now };

  const proofs = createProofs({ db, vault, newCode: unused }, { ...turn, codeText: unused });
  const challenge = { how: "contact", civilId } as const;
  await proofs.set("demo:phone", challenge, false);
  const met = await proofs.meetContact("demo:phone", challenge, phone);
  if (!met.ok) throw new Error(`a sample person's phone was not proved: ${met.reason}`);

  const people = createPeople({ db, vault, replan, baseUrl: "", toStaff: unused }, turn);
  await people.chooseLanguage(languageCode);
  await people.register("demo:register", {
    civilId,
    proof: met.proof,
    consentedTo: consentVersion,
  });
  await sessions.release(turn.fence);
}

/** A shared contact needs no code, and registering says nothing to anybody. */
function unused(): never {
  throw new Error("not needed to register a sample person");
}
