// Runs a journey over its answer log: from the top, every time, up to the first question without an answer that still holds.
import { createHash } from "node:crypto";
import type { Line } from "../words/line.js";
import type { Challenge, Proof } from "./challenge.js";
import type { Ask, Ending, Journey, Prove } from "./journey.js";
import type { Proofs } from "./proofs-port.js";
import type { Question, Stored } from "./question.js";
import type { World } from "./world.js";

export type Answers = Readonly<Record<string, Stored>>;

/** One answered question on the path of this run. */
export type PathStep = {
  readonly key: string;
  readonly name: Line | undefined;
  /** False: nobody answered it, its usual answer holds. */
  readonly isGiven: boolean;
};

/** Keeps, beside the answers, the key of the one that a person wants to give anew: what it was holds until then. */
const anew = "<anew";

export function isAskedAnew(answers: Answers, key: string): boolean {
  return answers[anew] === key;
}

export function askedAnew(answers: Answers, key: string): Answers {
  return { ...answers, [anew]: key };
}

export function withoutAnew(answers: Answers): Answers {
  const { [anew]: _wanted, ...kept } = answers;
  return kept;
}

export type Run =
  | {
      readonly kind: "asks";
      readonly key: string;
      readonly question: Question<unknown>;
      readonly fingerprint: string;
      readonly path: readonly PathStep[];
    }
  | {
      readonly kind: "challenges";
      readonly key: string;
      readonly challenge: Challenge;
      readonly fingerprint: string;
      readonly path: readonly PathStep[];
    }
  | { readonly kind: "ends"; readonly ending: Ending };

/** Leaves the journey's code at the question it cannot answer. Never an error: it does not reach anybody's log. */
class Suspended {
  constructor(readonly run: Run) {}
}

/** @throws what the journey's ports throw: a fault, never a person's doing */
export async function run(journey: Journey, world: World, answers: Answers, proofs: Proofs): Promise<Run> {
  const path: PathStep[] = [];

  const ask: Ask = async (key, question) => {
    const stored = answers[key];
    const answer = stored === undefined ? question.usual : question.revive(stored);
    if (answer === undefined || isAskedAnew(answers, key)) {
      const fingerprint = fingerprintOf(world.draft, key, [question.show(undefined), question.shown ?? ""]);
      throw new Suspended({ kind: "asks", key, question, fingerprint, path });
    }
    path.push({ key, name: question.name, isGiven: stored !== undefined });
    return answer;
  };

  const prove: Prove = async (key, challenge): Promise<Proof> => {
    const proof = await proofs.proof(proofKey(world.draft, key), challenge);
    if (proof !== undefined) return proof;
    const fingerprint = fingerprintOf(world.draft, key, challenge);
    throw new Suspended({ kind: "challenges", key, challenge, fingerprint, path });
  };

  try {
    return { kind: "ends", ending: await journey(ask, prove, world) };
  } catch (thrown) {
    if (thrown instanceof Suspended) return thrown.run;
    throw thrown;
  }
}

/** The name under which a challenge is set and met once, whatever is repeated. */
export function proofKey(draft: string, key: string): string {
  return `${draft}:${key}`;
}

/** What was shown, in ten characters: 60 bits, so that a button of another question, draft or quote never counts for this one. */
function fingerprintOf(draft: string, key: string, shown: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify([draft, key, shown]))
    .digest("base64url")
    .slice(0, 10);
}
