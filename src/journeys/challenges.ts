// Challenges as a person meets them: what is shown for a contact or a code, and what is done with what comes back.
import { asciiDigits, dropInvisible, foldDigits } from "../domain/digits.js";
import { parsePhone } from "../domain/phone.js";
import { type Line, line } from "../words/line.js";
import { controls } from "./controls.js";
import type { Input } from "./input.js";
import type { Message } from "./message.js";
import type { Met, Proofs } from "./proofs-port.js";
import { proofKey, type Run } from "./run.js";
import type { World } from "./world.js";

type Challenging = Run & { readonly kind: "challenges" };

export type Meeting =
  | { readonly kind: "met" }
  | { readonly kind: "refused"; readonly why: Line }
  | { readonly kind: "unread" };

/** Sets the challenge (once) and says what is asked for. */
export async function challengeMessage(
  proofs: Proofs,
  world: World,
  { key, challenge }: Challenging,
): Promise<Message> {
  await proofs.set(proofKey(world.draft, key), challenge, false);
  if (challenge.how === "contact") return { lines: [line("challenge-contact")], contact: line("button-share-contact") };
  return {
    lines: [line("challenge-code")],
    buttons: [[{ kind: "answer", label: line("button-send-again"), value: controls.sendAgain }]],
  };
}

export async function meetChallenge(proofs: Proofs, world: World, now: Challenging, input: Input): Promise<Meeting> {
  const key = proofKey(world.draft, now.key);
  if (now.challenge.how === "contact") {
    if (input.kind === "text" && parsePhone(input.text).ok) return refused(line("challenge-typed-phone"));
    if (input.kind !== "contact") return { kind: "unread" };
    if (!input.own) return refused(line("challenge-not-own"));
    const phone = parsePhone(input.phone);
    if (!phone.ok) return refused(line("challenge-not-kuwaiti"));
    return meeting(await proofs.meetContact(key, now.challenge, phone.phone));
  }
  if (input.kind === "press" && input.value === controls.sendAgain) {
    const sent = await proofs.set(key, now.challenge, true);
    return refused(line(sent === "set" ? "challenge-sent-again" : "challenge-too-soon"));
  }
  if (input.kind !== "text") return { kind: "unread" };
  const code = codeIn(input.text);
  if (code === undefined) return { kind: "unread" };
  return meeting(await proofs.meetCode(key, now.challenge, code));
}

/** Digits alone, or the one run of six in whatever company: people paste the whole message that they got. */
function codeIn(text: string): string | undefined {
  const alone = foldDigits(text);
  if (/^\d{4,8}$/u.test(alone)) return alone;
  const runs = new Set(asciiDigits(dropInvisible(text)).match(/(?<!\d)\d{3}[\s\p{Pd}]?\d{3}(?!\d)/gu) ?? []);
  const [only] = runs;
  return only !== undefined && runs.size === 1 ? only.replace(/\D/gu, "") : undefined;
}

function meeting(met: Met): Meeting {
  return met.ok ? { kind: "met" } : refused(line(`challenge-${met.reason}`));
}

function refused(why: Line): Meeting {
  return { kind: "refused", why };
}
