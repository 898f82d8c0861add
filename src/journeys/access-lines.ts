// What one of the staff did with a person's data, as that person is told it: who, when and what, and the reason where one was given.
import { type Line, line } from "../words/line.js";
import type { Access } from "./access-port.js";

export function accessLines({ on, time, staff, role, what, by, reason }: Access): readonly Line[] {
  const did = by === undefined ? line(`desk-consent-did-${what}`) : line(`desk-consent-by-${by}`);
  return [
    line("desk-consent-look", { on: { date: on }, time, staff, role: line(`desk-role-${role}`), did }),
    ...(reason === undefined ? [] : [line("desk-consent-reason", { reason })]),
  ];
}
