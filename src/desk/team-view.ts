// The team as its supervisors see it: the list in pages, one member with what can be done, and the question before somebody is sent away.
import { kuwaitDate } from "../domain/iso-date.js";
import { type Line, line } from "../words/line.js";
import type { Staff, StaffChange, StaffMember } from "./staff.js";
import { type DeskButton, deskData, type View } from "./view.js";

/** Each has a line and a button. */
const membersOnPage = 10;

const button = (label: Line, ...what: readonly (string | number)[]): DeskButton => ({ label, data: deskData(...what) });
const changeButton = (change: StaffChange, { id, name }: StaffMember): DeskButton =>
  button(line(`desk-button-${change}`, { name }), "staff", change, id);

export const backToTeam = button(line("desk-team-button-back"), "team", 0);
export const backToMember = (id: number): DeskButton => button(line("button-back"), "member", id);

export function teamView(members: readonly StaffMember[], page: number): View {
  const first = page * membersOnPage;
  const shown = members.slice(first, first + membersOnPage);
  const pages = [
    ...(page > 0 ? [button(line("desk-team-button-before"), "team", page - 1)] : []),
    ...(first + shown.length < members.length ? [button(line("desk-team-button-next"), "team", page + 1)] : []),
  ];
  return {
    lines: [line("desk-staff-title", { n: members.length }), ...shown.map(memberLine)],
    buttons: [
      ...shown.map(({ id, name }) => [button(line("desk-team-button-member", { name }), "member", id)]),
      ...(pages.length === 0 ? [] : [pages]),
      [button(line("desk-log-button-glass"), "log", "glass", 0)],
    ],
  };
}

/** Nobody changes themselves. */
export function memberView(member: StaffMember, by: Staff): View {
  const { id, state } = member;
  const first = state === "suspended" ? "restored" : "suspended";
  const changes = [[changeButton(first, member)], [button(line("desk-team-button-remove"), "dismiss", id)]];
  return {
    lines: [memberLine(member)],
    buttons: [[button(line("desk-log-button"), "log", id, 0)], ...(id === by.id ? [] : changes), [backToTeam]],
  };
}

/** A new invitation is needed to come back: it is asked first. */
export function dismissView(member: StaffMember): View {
  return {
    lines: [line("desk-team-remove-sure", { name: member.name })],
    buttons: [[changeButton("removed", member)], [backToMember(member.id)]],
  };
}

function memberLine({ role, state, name, seatedAt }: StaffMember): Line {
  const what = line(`desk-role-${role}`);
  return state === "suspended"
    ? line("desk-staff-member-suspended", { name, role: what })
    : line("desk-staff-member", { name, role: what, since: { date: kuwaitDate(seatedAt) } });
}
