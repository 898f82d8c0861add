// Whose renewal is due: cover that ends within sixty days or has ended, of workers of whom the sponsor has not said that they left.
import { addDays, type IsoDate } from "../domain/iso-date.js";
import { coverEnd } from "./quote-renewal.js";
import type { Worker } from "./workers-port.js";
import type { World } from "./world.js";

/** As far ahead as the earliest reminder comes, unless the operator has set other days. */
const dueWithinDays = 60;

export function isDue(worker: Worker, today: IsoDate): boolean {
  const end = coverEnd(worker);
  return end !== undefined && end <= addDays(today, dueWithinDays);
}

/** The ids of those who are due. One who left, or is somebody else's, is not proposed by us. */
export async function dueWorkers(
  { reminders, today }: World,
  workers: readonly Worker[],
): Promise<ReadonlySet<string>> {
  const gone = (await reminders.answers()).filter(({ answer }) => answer.kind === "left" || answer.kind === "not-mine");
  const isGone = ({ id }: Worker) => gone.some(({ worker }) => worker === id);
  return new Set(workers.filter((worker) => isDue(worker, today) && !isGone(worker)).map(({ id }) => id));
}
