// The list of a person's workers: each with the days that are left, on record or only followed because the person said so.
import { maskCivilId } from "../domain/civil-id.js";
import type { IsoDate } from "../domain/iso-date.js";
import { type Line, line } from "../words/line.js";
import type { Ending } from "./journey.js";
import type { Button } from "./message.js";
import { nextSteps } from "./next-steps.js";
import { standingLines, workerName } from "./worker-lines.js";
import type { Worker } from "./workers-port.js";
import type { World } from "./world.js";

/** What the "add" and the "remove" buttons carry. */
export const addArgument = "add";
export const removePrefix = "remove-";

/** The list as it stands now, under `lines` on what was just done. */
export async function workerList({ account, workers, today }: World, lines: readonly Line[] = []): Promise<Ending> {
  const { workers: onRecord } = await workers.household();
  const followed = await workers.tracked();
  const isEmpty = onRecord.length + followed.length === 0;
  return {
    say: [
      {
        lines: [
          ...lines,
          ...(account?.standing === "unproved" ? [line("not-on-record")] : []),
          ...section(line("workers-on-record", { n: onRecord.length }), onRecord, today),
          ...section(line("workers-followed", { n: followed.length }), followed, today),
          ...(isEmpty ? [line("workers-none")] : []),
        ],
        buttons: [
          ...onRecord.map((worker) => [coverButton(worker)]),
          ...followed.map((worker) => [removeButton(worker)]),
          [{ kind: "command", label: line("button-follow"), command: "workers", argument: addArgument }],
          ...nextSteps(),
        ],
      },
    ],
  };
}

function section(title: Line, workers: readonly Worker[], today: IsoDate): readonly Line[] {
  if (workers.length === 0) return [];
  const rows = (worker: Worker): readonly Line[] => {
    const [standing, ...more] = standingLines(worker, today);
    return [line("workers-row", { worker: workerName(worker), standing }), ...more];
  };
  return [title, ...workers.flatMap(rows)];
}

function coverButton(worker: Worker): Button {
  return { kind: "command", label: workerName(worker), command: "inquire", argument: worker.id };
}

function removeButton({ id, civilId }: Worker): Button {
  const label = line("button-unfollow", { lastFour: maskCivilId(civilId) });
  return { kind: "command", label, command: "workers", argument: removePrefix + id };
}
