// Finds the worker that is meant among a person's own; whoever is not one of them is nobody, whatever the reason.
import { type CivilId, parseCivilId } from "../domain/civil-id.js";
import { workerNamed } from "./questions/read-worker.js";
import type { ChosenWorker } from "./questions/worker.js";
import type { Worker } from "./workers-port.js";
import type { World } from "./world.js";

/** Whom the command itself names, by id, by civil ID, or by a name in what was said, if anybody. */
export function namedByCommand(
  { argument }: Pick<World, "argument">,
  known: readonly Worker[],
): ChosenWorker | undefined {
  if (argument === undefined) return undefined;
  const worker = known.find(({ id }) => id === argument);
  if (worker !== undefined) return { kind: "listed", worker };
  const typed = parseCivilId(argument);
  if (typed.ok) return { kind: "typed", civilId: typed.civilId };
  const said = workerNamed(argument, known, "within");
  return said === undefined ? undefined : { kind: "listed", worker: said };
}

/** `undefined` is the one refusal: unknown, not yours and locked alike. */
export async function ownWorker(
  { workers }: World,
  known: readonly Worker[],
  chosen: ChosenWorker,
): Promise<Worker | undefined> {
  if (chosen.kind === "listed") return chosen.worker;
  return known.find(isNumbered(chosen.civilId)) ?? workers.own(chosen.civilId);
}

function isNumbered(civilId: CivilId): (worker: Worker) => boolean {
  return (worker) => worker.civilId === civilId;
}
