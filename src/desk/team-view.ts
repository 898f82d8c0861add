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

/** Whose page it is: those of the team, or those who were removed from it. */
export const teamLists = ["team", "removed"] as const;
export type TeamList = (typeof teamLists)[number];

/** @param hasRemoved whether there is anybody on the other list */
export function teamView(members: readonly StaffMember[], page: number, hasRemoved: boolean): View {
  const { lines, buttons } = pageOf("team", members, page);
  return {
    lines: [line("desk-staff-title", { n: members.length }), ...lines],
    buttons: [
      ...buttons,
      [button(line("desk-log-button-glass"), "log", "glass", 0)],
      ...(hasRemoved ? [[button(line("desk-team-button-removed"), "removed", 0)]] : []),
    ],
  };
}

/** Nothing can be done with them but to read what they looked at. */
export function removedView(members: readonly StaffMember[], page: number): View {
  const { lines, buttons } = pageOf("removed", members, page);
  return { lines: [line("desk-team-removed-title"), ...lines], buttons: [...buttons, [backToTeam]] };
}

function pageOf(list: TeamList, members: readonly StaffMember[], page: number) {
  const first = page * membersOnPage;
  const shown = members.slice(first, first + membersOnPage);
  const pages = [
    ...(page > 0 ? [button(line("desk-team-button-before"), list, page - 1)] : []),
    ...(first + shown.length < members.length ? [button(line("desk-team-button-next"), list, page + 1)] : []),
  ];
  return {
    lines: shown.map(memberLine),
    buttons: [
      ...shown.map(({ id, name }) => [button(line("desk-team-button-member", { name }), "member", id)]),
      ...(pages.length === 0 ? [] : [pages]),
    ],
  };
}

/** Nobody changes themselves; and who was removed comes back by an invitation alone. */
export function memberView(member: StaffMember, by: Staff): View {
  const { id, state } = member;
  const log = button(line("desk-log-button"), "log", id, 0);
  if (state === "removed") {
    const back = button(line("button-back"), "removed", 0);
    return { lines: [memberLine(member)], buttons: [[log], [back]] };
  }
  const first = state === "suspended" ? "restored" : "suspended";
  const changes = [[changeButton(first, member)], [button(line("desk-team-button-remove"), "dismiss", id)]];
  return {
    lines: [memberLine(member)],
    buttons: [[log], ...(id === by.id ? [] : changes), [backToTeam]],
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
  return state !== "active"
    ? line(`desk-staff-member-${state}`, { name, role: what })
    : line("desk-staff-member", { name, role: what, since: { date: kuwaitDate(seatedAt) } });
}
