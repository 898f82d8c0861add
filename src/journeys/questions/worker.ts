// Which worker: a button for each that the person has, a name as it is typed, or a civil ID in any digits.
import { type CivilId, parseCivilId } from "../../domain/civil-id.js";
import type { IsoDate } from "../../domain/iso-date.js";
import type { Question, Reading } from "../question.js";
import { workerName } from "../worker-lines.js";
import type { Worker } from "../workers-port.js";
import { mayBeCivilId, readCivilId } from "./civil-id.js";
import { type Asked, type Option, oneOf } from "./one-of.js";
import { workerIn } from "./read-worker.js";

export type ChosenWorker =
  | { readonly kind: "listed"; readonly worker: Worker }
  /** Whose it is, is for the records to say. */
  | { readonly kind: "typed"; readonly civilId: CivilId };

/** `others` are answers that are no worker, under the workers. */
export function workerAsked<T>(
  of: Asked & { readonly workers: readonly Worker[]; readonly today: IsoDate; readonly others: readonly Option<T>[] },
): Question<ChosenWorker | T> {
  const listed = of.workers.map((worker): Option<ChosenWorker> => {
    return { value: worker.id, label: workerName(worker), means: { kind: "listed", worker } };
  });
  const readText = (text: string, isKnown: boolean): Reading => {
    const named = workerIn(text, of.workers, isKnown);
    if (named !== undefined) return { kind: "answer", stored: named.id };
    if (!mayBeCivilId(text)) return { kind: "unread" };
    const typed = readCivilId(text, of.today);
    return typed.ok ? { kind: "answer", stored: typed.value } : { kind: "refused", why: typed.why };
  };
  const question = oneOf<ChosenWorker | T>({ ...of, options: [...listed, ...of.others], readText });
  return {
    ...question,
    revive(stored) {
      const typed = typeof stored === "string" ? parseCivilId(stored) : undefined;
      return typed?.ok === true ? { kind: "typed", civilId: typed.civilId } : question.revive(stored);
    },
  };
}
