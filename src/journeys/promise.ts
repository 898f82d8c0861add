// A promise to answer, as a person reads it: the request's number, whose team has it, when they answer, and by when.
import { type Line, line } from "../words/line.js";
import { momentNear } from "../words/moment.js";
import { hoursLine } from "./desk-hours.js";
import type { Promised } from "./desk-port.js";
import type { Button } from "./message.js";
import type { Service } from "./world.js";

/** What a promise names of the service. */
export type Answering = Pick<Service, "operator" | "isMinistry" | "hotline" | "deskHours">;

export const operatorOf = ({ operator }: Pick<Service, "operator">) => ({ name: operator });

/** The number and the team, their hours, and the time. */
export function promiseLines(service: Answering, { number, by }: Promised, now: Date): readonly Line[] {
  return [
    line("human-request", { number: { code: `${number}` }, operator: operatorOf(service) }),
    line("human-hours", { hours: hoursLine(service.deskHours), by: momentNear(by, now) }),
  ];
}

/** The ministry's own telephone, or the operator's where another was set. */
const ministryHotline = "151";

/** Whom to call instead: 151 is the Ministry's, whoever runs this service. */
export function phoneLine({ hotline }: Pick<Service, "hotline">): Line {
  return hotline === ministryHotline
    ? line("human-phone-ministry", { hotline: { code: hotline } })
    : line("human-phone", { hotline: { code: hotline } });
}

export const cancelButton = (number: number): Button => ({
  kind: "command",
  label: line("button-cancel-request"),
  command: "cancel-request",
  argument: `${number}`,
});

/** Under an apology: to go on waiting says so to the team, too. */
export const lateButtons = (number: number): readonly (readonly Button[])[] => [
  [{ kind: "command", label: line("button-go-on-waiting"), command: "human" }],
  [cancelButton(number)],
];

/** The promised time has passed. @param by the new time; `undefined`: no other is promised, for none was kept */
export function apologyLines(service: Answering, number: number, by: Date | undefined, now: Date): readonly Line[] {
  const request = { number: { code: `${number}` }, operator: operatorOf(service) };
  return [
    line("human-late", request),
    by === undefined ? line("human-late-open") : line("human-late-by", { by: momentNear(by, now) }),
    phoneLine(service),
  ];
}
