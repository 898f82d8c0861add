// The sandbox gateway's books in memory, for tests that need no database; they pass the same contract.
import type { SandboxBooks } from "../../src/gateways/sandbox/books.js";
import type { Charge } from "../../src/gateways/sandbox/charge.js";

export function memorySandboxBooks(): SandboxBooks {
  const charges = new Map<string, Charge>();
  const told = new Set<string>();
  return {
    async make(charge) {
      const kept = charges.get(charge.reference) ?? charge;
      charges.set(charge.reference, kept);
      return kept;
    },
    find: async (reference) => charges.get(reference),
    async answer(reference, outcome, answersAt) {
      const charge = charges.get(reference);
      if (charge === undefined || charge.outcome !== undefined) return false;
      charges.set(reference, { ...charge, outcome, answersAt });
      return true;
    },
    async takeDue(now) {
      const due = [...charges.values()].filter(
        ({ reference, outcome, answersAt }) =>
          outcome === "late" && answersAt !== undefined && answersAt <= now && !told.has(reference),
      );
      for (const { reference } of due) told.add(reference);
      return due;
    },
  };
}
