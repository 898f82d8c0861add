import { describe, expect, it } from "vitest";
import { deskActions, facts, mayDo, maySee, staffRoles, viewers } from "../../src/domain/access.js";

const seenBy = Object.fromEntries(viewers.map((viewer) => [viewer, facts.filter((fact) => maySee(viewer, fact))]));

describe("who may see what", () => {
  it("is this table, to the letter", () => {
    expect(seenBy).toEqual({
      stranger: [],
      unproved: [],
      "quick-payer": ["worker-initials", "worker-last-four", "fee", "pay-link"],
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
      agent: [
        "worker-initials",
        "worker-last-four",
        "cover-period",
        "policy-number",
        "fee",
        "phone-masked",
        "payments",
        "receipts",
        "cases",
      ],
      "agent-with-consent": [
        "worker-initials",
        "worker-last-four",
        "worker-name",
        "cover-period",
        "policy-number",
        "fee",
        "sponsor-name",
        "phone-masked",
        "phone-full",
        "civil-id-full",
        "payments",
        "receipts",
        "cases",
      ],
      supervisor: [
        "worker-initials",
        "worker-last-four",
        "cover-period",
        "policy-number",
        "fee",
        "phone-masked",
        "payments",
        "receipts",
        "cases",
        "access-log",
      ],
    });
  });

  it("shows whole identifiers only after consent or a logged reason", () => {
    for (const fact of ["phone-full", "civil-id-full"] as const) {
      expect(viewers.filter((viewer) => maySee(viewer, fact))).toEqual(["agent-with-consent"]);
    }
  });
});

describe("who may do what at the desk", () => {
  it("is this table, to the letter", () => {
    const agents = [
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
    ];
    const done = Object.fromEntries(
      staffRoles.map((role) => [role, deskActions.filter((action) => mayDo(role, action))]),
    );
    expect(done).toEqual({ agent: agents, supervisor: [...agents, "invite", "manage-staff", "name-group"] });
  });
});
