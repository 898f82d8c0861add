// An import rehearsed: tells of each row what taking it would do, by reading alone, so that a running service waits for nothing.
import type { ImportReason, ImportRow } from "../import/row.js";
import { type ImportDeps, type Outcomes, ownCover, readStandingCovers, type StandingCover } from "./import-people.js";

/** Each batch sees what the ones before it would have done: a file may overlap with itself. What it would take is kept in memory. */
export function rehearseImport({
  db,
  vault,
}: Pick<ImportDeps, "db" | "vault">): (rows: readonly ImportRow[]) => Promise<Outcomes> {
  /** By the worker's index. */
  const covers = new Map<string, StandingCover[]>();
  const keyOf = ({ worker }: ImportRow) => vault.civilIdIndex(worker.civilId).toString("hex");
  return async (rows) => {
    const unread = [...new Set(rows.map(keyOf))].filter((key) => !covers.has(key));
    for (const key of unread) covers.set(key, []);
    const indexes = unread.map((key) => Buffer.from(key, "hex"));
    for (const { worker, ...cover } of await readStandingCovers(db, indexes))
      covers.get(worker.toString("hex"))?.push(cover);
    return rows.map((row) => rehearseRow(covers.get(keyOf(row)) ?? [], row));
  };
}

/** Leaves the worker's covers as taking the row would. */
function rehearseRow(covers: StandingCover[], { cover }: ImportRow): ImportReason | undefined {
  if (cover === undefined) return undefined;
  const own = ownCover(covers, cover);
  if (own === "overlap") return "cover-overlap";
  const taken = { ...cover, source: "imported" } as const;
  if (own === undefined) covers.push(taken);
  else if (own.source === "imported") covers.splice(covers.indexOf(own), 1, taken);
  return undefined;
}
