// The port to where the staff meets: one group, which a supervisor names, and which the platform may make another one of.
import type { Staff, StaffGroup } from "./staff.js";

/** `id`: the channel's own. */
type NamedGroup = StaffGroup & { readonly id: string; readonly title: string };

export type TeamGroups = {
  /**
   * From now on the staff meets there. Coming from another group, chats that are not over get a new card and place, what had not
   * come to the old one is shown here, and the other supervisors are told who named it. Once under its key.
   */
  name(group: NamedGroup, by: Staff, key: string): Promise<void>;
  /** The channel calls the group by another id from now on; with the same care. Nothing, where it is not the staff's. */
  follow(from: string, to: string): Promise<void>;
  /** Somebody was added to a group: whoever is kept out of it is to be taken out again. */
  cameIn(group: string, users: readonly string[]): Promise<void>;
};
