// What a chat's turn knew when it asked for a person, sealed beside the handoff: its words are the person's, and go when they leave.
import type { Missed } from "../../desk/handoff.js";
import type { Draft } from "../../journeys/draft.js";
import type { ReadQuote, TrailStep } from "../../turns/session.js";
import type { Vault } from "../vault.js";

export type HandoffAbout = {
  /** The quote that they last read. */
  readonly quoted?: ReadQuote | undefined;
  readonly missed: readonly Missed[];
  /** What they had answered last; absent in what an older program kept. */
  readonly trail?: readonly TrailStep[];
};

/** Of a draft, as a handoff keeps it: "renew:terms". */
export const placeOf = ({ command, pending }: Draft): string =>
  pending === undefined ? command : `${command}:${pending.key}`;

const column = "handoffs.about_sealed";

export function sealAbout(vault: Vault, about: HandoffAbout): Buffer {
  return vault.seal.seal(JSON.stringify(about), column);
}

export function openAbout(vault: Vault, sealed: Buffer | null): HandoffAbout {
  return sealed === null ? { missed: [] } : JSON.parse(vault.seal.open(sealed, column));
}
