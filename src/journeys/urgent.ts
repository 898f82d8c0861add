// What is most urgent for a person, in one sentence with its button: money first, then cover that has ended or soon ends, then what is paid and waits.
import { type Standing, standing } from "../domain/cover.js";
import type { IsoDate } from "../domain/iso-date.js";
import { line } from "../words/line.js";
import type { Button, Message } from "./message.js";
import { intentPrefix } from "./pay.js";
import { toldLine } from "./pay-lines.js";
import type { ReminderAnswer } from "./reminders-port.js";
import { standingLines, workerName } from "./worker-lines.js";
import type { Worker } from "./workers-port.js";
import type { World } from "./world.js";

type Urgent = Pick<Message, "lines"> & { readonly buttons: readonly (readonly Button[])[] };

/** `undefined`: nothing is. */
export async function urgent(world: World): Promise<Urgent | undefined> {
  return (await unfinished(world)) ?? (await ending(world)) ?? (await waiting(world));
}

async function unfinished({ payments }: World): Promise<Urgent | undefined> {
  const [newest] = (await payments.unpaid()).filter(({ state }) => state !== "expired");
  if (newest === undefined) return undefined;
  if (newest.state === "unknown") return { lines: [line("unpaid-unknown")], buttons: [] };
  const argument = intentPrefix + newest.intent;
  return {
    lines: [line("urgent-unpaid", { total: { kwd: newest.totalFils } })],
    buttons: [[{ kind: "command", label: line("button-pay-link"), command: "pay", argument }]],
  };
}

/** Of the person's workers on record, the one whose cover ended last, else the one whose cover ends first. */
async function ending(world: World): Promise<Urgent | undefined> {
  const { today } = world;
  const { workers } = await world.workers.household();
  const settled = (await world.reminders.answers()).filter(({ answer }) => isSettled(answer, today));
  const [first] = workers
    .filter(({ id }) => !settled.some((of) => of.worker === id))
    .flatMap((worker) => {
      const rank = urgencyOf(standing(worker.covers, worker.waiting, today));
      return rank === undefined ? [] : [{ worker, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank);
  return first && aboutCover(first.worker, today);
}

/** What its person told of it says that there is nothing to renew now. */
function isSettled(answer: ReminderAnswer, today: IsoDate): boolean {
  return answer.kind === "renewed" ? answer.until >= today : answer.kind !== "later";
}

/** The less, the more urgent; cover that has ended comes before cover that ends. */
function urgencyOf(now: Standing): number | undefined {
  if (now.state === "ended") return now.daysSince - Number.MAX_SAFE_INTEGER;
  return now.state === "ends-soon" ? now.daysLeft : undefined;
}

function aboutCover(worker: Worker, today: IsoDate): Urgent {
  const [told] = standingLines(worker, today);
  return {
    lines: [line("urgent-cover", { worker: workerName(worker), standing: told })],
    buttons: [[{ kind: "command", label: line("button-renew-now"), command: "renew", argument: worker.id }]],
  };
}

async function waiting({ payments }: World): Promise<Urgent | undefined> {
  const [newest] = (await payments.renewals()).filter(({ state }) => state === "paid" || state === "filed");
  if (newest === undefined) return undefined;
  return { lines: [line("urgent-waiting", { worker: toldLine(newest).worker })], buttons: [] };
}
