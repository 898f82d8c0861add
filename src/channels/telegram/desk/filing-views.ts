// What the staff sees of filings: the queue, one of them with what can be done about it, and the Ministry's form.
import {
  type Filing,
  type FilingQueue,
  type FilingRefusal,
  filingsOnPage,
  isToFile,
  mayClaim,
} from "../../../desk/filings.js";
import type { Staff } from "../../../desk/staff.js";
import { type DeskButton, deskData, type View } from "../../../desk/view.js";
import { type IsoDate, kuwaitDate } from "../../../domain/iso-date.js";
import { type Line, line } from "../../../words/line.js";
import { moment } from "../../../words/moment.js";

/** What a button of a filing does, before the filing's id; of a page, its number. */
export const filingActs = ["page", "see", "claim", "form", "file", "number", "reject"] as const;
type FilingAct = (typeof filingActs)[number];

const button = (label: Line, act: FilingAct, of: number): DeskButton => ({ label, data: deskData("filing", act, of) });
const backToQueue = button(line("desk-filing-button-queue"), "page", 0);

/** Of what is done with, as of anybody who is looked up. */
export const limitView: View = { lines: [line("desk-lookup-limit")] };

/** Away from a question, to the filing it was about. */
export const backTo = (id: number): readonly DeskButton[] => [button(line("desk-filing-button-back"), "see", id)];

export function queueView({ filings, total, overdue, firstInTime }: FilingQueue, page: number): View {
  if (total === 0) return { lines: [line("desk-filing-none")] };
  const first = page * filingsOnPage + 1;
  const pages: readonly DeskButton[] = [
    ...(page > 0 ? [button(line("desk-filing-button-newer"), "page", page - 1)] : []),
    ...(first + filings.length <= total ? [button(line("desk-filing-button-older"), "page", page + 1)] : []),
  ];
  return {
    lines: [
      line("desk-filing-title", { n: total }),
      ...(overdue === 0 ? [] : [line("desk-filing-overdue", { n: overdue })]),
      ...filings.flatMap((filing, at) => itemLines(filing, first + at, firstInTime)),
    ],
    buttons: [
      ...filings.map((filing, at) => {
        const { lastFour } = filing.worker;
        return [button(line("desk-filing-button-see", { place: first + at, lastFour }), "see", filing.id)];
      }),
      ...(pages.length === 0 ? [] : [pages]),
    ],
  };
}

function itemLines(filing: Filing, place: number, firstInTime: IsoDate): readonly Line[] {
  const of = {
    place,
    worker: workerLine(filing),
    from: { date: filing.from },
    paid: { date: kuwaitDate(filing.paidAt) },
  };
  const isOverdue = kuwaitDate(filing.paidAt) < firstInTime;
  return [
    isOverdue ? line("desk-filing-item-overdue", of) : line("desk-filing-item", of),
    ...(filing.claim === undefined ? [] : [line("desk-filing-item-claimed", { name: filing.claim.name })]),
  ];
}

const workerLine = ({ worker: { initials, lastFour } }: Filing): Line =>
  line("worker-named", { name: { name: initials }, lastFour });

/** @param said comes first: what a press did, or why it did nothing */
export function filingView(filing: Filing, by: Staff, now: Date, ...said: readonly Line[]): View {
  return {
    lines: [
      ...said,
      line("desk-filing-one", {
        worker: workerLine(filing),
        from: { date: filing.from },
        until: { date: filing.until },
        fils: { kwd: filing.fils },
        paid: moment(filing.paidAt),
      }),
      ...standing(filing, by),
    ],
    buttons: [...actsOf(filing, by, now), [backToQueue]],
  };
}

function standing(filing: Filing, by: Staff): readonly Line[] {
  const { state, policyNumber, claim } = filing;
  const number = policyNumber === undefined ? [] : [line("notice-policy", { policy: { code: policyNumber } })];
  if (!isToFile(filing)) return [line(`desk-filing-state-${state}`), ...number];
  if (claim === undefined) return [line(`desk-filing-state-${state}`), line("desk-filing-unclaimed")];
  const since = moment(claim.since);
  const at =
    claim.staff === by.id
      ? line("desk-filing-yours", { since })
      : line("desk-filing-with", { name: claim.name, since });
  return [line(`desk-filing-state-${state}`), at];
}

function actsOf(filing: Filing, by: Staff, now: Date): readonly (readonly DeskButton[])[] {
  const { id, state, claim } = filing;
  if (!isToFile(filing)) return [];
  if (claim?.staff !== by.id) {
    if (!mayClaim(filing, by, now)) return [];
    const label = line(claim === undefined ? "desk-filing-button-claim" : "desk-filing-button-take-over");
    return [[button(label, "claim", id)]];
  }
  const form = [button(line("desk-filing-button-form"), "form", id)];
  if (state === "paid") return [form, [button(line("desk-filing-button-file"), "file", id)]];
  return [
    form,
    [button(line("desk-filing-button-number"), "number", id)],
    [button(line("desk-filing-button-reject"), "reject", id)],
  ];
}

export function refusalLine(reason: FilingRefusal, { claim }: Filing): Line {
  if (reason !== "claimed") return line(`desk-filing-refused-${reason}`);
  return claim === undefined
    ? line("desk-filing-refused-unclaimed")
    : line("desk-filing-refused-claimed", { name: claim.name });
}
