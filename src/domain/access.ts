/** Promises who may see what of the records, in one table; what is not in it is not shown. */

/** Each fact on record about a sponsor, a worker, a cover or a payment. */
export const facts = [
  "worker-initials",
  "worker-last-four",
  "worker-name",
  "cover-period",
  "policy-number",
  "fee",
  "pay-link",
  "sponsor-name",
  "phone-masked",
  "phone-full",
  "civil-id-full",
  "payments",
  "receipts",
  "cases",
  "access-log",
] as const;
export type Fact = (typeof facts)[number];

const masked = [
  "worker-initials",
  "worker-last-four",
  "cover-period",
  "policy-number",
  "fee",
  "phone-masked",
  "payments",
  "receipts",
  "cases",
] as const satisfies readonly Fact[];

const accessTable = {
  // Not even that a record exists.
  stranger: [],
  // An account without proof sees what its holder typed, which is not on record: nothing of ours.
  unproved: [],
  // Knows the worker's and the sponsor's civil ID: enough to pay, and to see for whom.
  "quick-payer": ["worker-initials", "worker-last-four", "fee", "pay-link"],
  // Own workers. Identifiers stay masked: a chat passes through servers outside Kuwait.
  "proved-sponsor": [
    "worker-initials",
    "worker-last-four",
    "worker-name",
    "cover-period",
    "policy-number",
    "fee",
    "pay-link",
    "sponsor-name",
    "phone-masked",
    "payments",
    "receipts",
  ],
  // Never the pay link: whoever holds it is taken for the payer.
  agent: masked,
  // With the person's consent in the chat, or with a logged reason.
  "agent-with-consent": [...masked, "worker-name", "sponsor-name", "phone-full", "civil-id-full"],
  // Watches over access; has no shortcut past consent.
  supervisor: [...masked, "access-log"],
} as const satisfies Record<string, readonly Fact[]>;

export type Viewer = keyof typeof accessTable;

/** Everyone the table knows. */
export const viewers = Object.keys(accessTable) as Viewer[];

/** Whether a viewer may see a fact about the record at hand; a sponsor's record, if proved, is their own alone. */
export function maySee(viewer: Viewer, fact: Fact): boolean {
  const seen: readonly Fact[] = accessTable[viewer];
  return seen.includes(fact);
}

/** What a member of the hotline's staff is; an agent helps people, a supervisor also watches over the team. */
export const staffRoles = ["agent", "supervisor"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** What can be done at the desk, beside seeing facts. */
export const deskActions = [
  "look-up",
  "ask-consent",
  "break-glass",
  "resend-link",
  "correct-phone",
  "open-case",
  "stop-reminders",
  "file",
  "take-over",
  "see-queue",
  "see-stats",
  "invite",
  "manage-staff",
  "name-group",
] as const;
export type DeskAction = (typeof deskActions)[number];

const agentActions = [
  "look-up",
  "ask-consent",
  "break-glass",
  "resend-link",
  "correct-phone",
  "open-case",
  "stop-reminders",
  "file",
  "take-over",
  "see-queue",
  "see-stats",
] as const satisfies readonly DeskAction[];

const deskTable = {
  agent: agentActions,
  supervisor: [...agentActions, "invite", "manage-staff", "name-group"],
} as const satisfies Record<StaffRole, readonly DeskAction[]>;

/** Whether a role of the staff may do something at the desk. Who has no role may do nothing there, and is not told that it exists. */
export function mayDo(role: StaffRole, action: DeskAction): boolean {
  const may: readonly DeskAction[] = deskTable[role];
  return may.includes(action);
}
