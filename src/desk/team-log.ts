// The port to the team's looks: what stands in the access log of a member, or of all who opened full values without consent.
import type { Access } from "../journeys/access-port.js";
import type { Staff } from "./staff.js";

/** What is noted of staff that nobody's own list shows: nobody was found, or it was no look at anybody. */
export type NotedBesides = "no-match" | "limit" | "log-seen";

/** One row of the log. Whom it was about is masked, as everywhere at the desk. */
export type LoggedLook = {
  readonly id: number;
  readonly at: Date;
  /** Who it was, as the team calls them. */
  readonly staff: string;
  readonly what: Access["what"] | NotedBesides;
  readonly by: Access["by"];
  /** As it was typed, identifiers masked. */
  readonly reason: string | undefined;
  /** The person's civil ID ends so; or else the chat that was taken over. */
  readonly about: { readonly lastFour: string } | { readonly chat: number } | undefined;
};

/** So long after a glass was broken it stands in the supervisors' list. */
export const glassDays = 7;

/** How many rows are read at once. */
export const looksOnPage = 10;

/** The newest first; `older`: what to read before, if there is more. */
export type LookPage = { readonly looks: readonly LoggedLook[]; readonly older: number | undefined };

export type TeamLog = {
  /**
   * That it was read is a row of its own, once for each key.
   * @param of a member's id, or all that was opened without consent in the last days; `before`: only what is older than that row
   * @returns `undefined`: not for them, or nobody's
   */
  read(
    of: { readonly whose: number | "glass"; readonly before?: number },
    by: Staff,
    key: string,
  ): Promise<LookPage | undefined>;
};
