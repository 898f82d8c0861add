// The access log as supervisors read it: what a member did, when and about whom; or who opened full values without consent.
import { kuwaitDate, kuwaitTime } from "../domain/iso-date.js";
import { type Line, line } from "../words/line.js";
import type { StaffMember } from "./staff.js";
import { glassDays, type LoggedLook, type LookPage } from "./team-log.js";
import { backToMember, backToTeam } from "./team-view.js";
import { deskData, type View } from "./view.js";

/** @param of the member whose looks they are; `undefined`: those of the whole team that broke the glass */
export function teamLogView(of: StaffMember | undefined, { looks, older }: LookPage): View {
  const whose = of?.id ?? "glass";
  return {
    lines: looks.length === 0 ? [noneLine(of)] : [titleLine(of), ...looks.flatMap((look) => lookLines(look, of))],
    buttons: [
      ...(older === undefined ? [] : [[{ label: line("desk-log-button-older"), data: deskData("log", whose, older) }]]),
      [of === undefined ? backToTeam : backToMember(of.id)],
    ],
  };
}

const titleLine = (of: StaffMember | undefined): Line =>
  of === undefined ? line("desk-log-title-glass", { days: glassDays }) : line("desk-log-title", { name: of.name });

const noneLine = (of: StaffMember | undefined): Line =>
  of === undefined ? line("desk-log-none-glass", { days: glassDays }) : line("desk-log-none", { name: of.name });

function lookLines(look: LoggedLook, of: StaffMember | undefined): readonly Line[] {
  const { at, staff, reason, about } = look;
  const row = { on: { date: kuwaitDate(at) }, time: kuwaitTime(at), what: of === undefined ? staff : whatLine(look) };
  return [
    about === undefined
      ? line("desk-log-row", row)
      : "chat" in about
        ? line("desk-log-row-chat", { ...row, number: about.chat })
        : line("desk-log-row-person", { ...row, lastFour: about.lastFour }),
    ...(reason === undefined ? [] : [line("desk-log-reason", { reason })]),
  ];
}

const whatLine = ({ what, by }: LoggedLook): Line =>
  what === "looked" && by !== undefined ? line(`desk-log-by-${by}`) : line(`desk-log-did-${what}`);
