// What doctor says of the hotline's desk: who supervises it, and whether the bot can do in the staff's group what it is there for.
import { type Finding, look } from "./finding.js";

export type DeskStanding = {
  /** How many are at work. */
  readonly supervisors: number;
  /** `undefined`: none was named. */
  readonly group: undefined | { readonly isOutOfReach: boolean; readonly rights: () => Promise<StaffGroupRights> };
};

type StaffGroupRights = {
  /** Telegram's privacy mode is off, or the bot is an administrator: it sees what the staff writes. */
  readonly readsMessages: boolean;
  readonly hasTopics: boolean;
  readonly managesTopics: boolean;
  /** Without it, whoever loses their role is taken out by hand. */
  readonly bansMembers: boolean;
};

/** A service without a desk runs: that nobody is at it is told, and is no fault. */
export async function deskFindings(ask: () => Promise<DeskStanding | undefined>): Promise<Finding[]> {
  let standing: DeskStanding | undefined;
  const supervisors = await look(
    "supervisors",
    async () => {
      standing = await ask();
    },
    () =>
      standing === undefined || standing.supervisors > 0
        ? {
            ok: true,
            says: standing === undefined ? "asked once the database is migrated" : `${standing.supervisors} at work`,
          }
        : { ok: true, says: "WARNING: none at work: `invite --role supervisor` prints a link for one" },
  );
  if (standing === undefined) return [supervisors];
  const { group } = standing;
  if (group === undefined) {
    const says = "WARNING: none named, so nobody can be asked for: a supervisor writes /desk here in a group";
    return [supervisors, { name: "staff group", ok: true, says }];
  }
  if (group.isOutOfReach) {
    const says = "WARNING: the bot could not write there: add it as an administrator, and write /desk here in it";
    return [supervisors, { name: "staff group", ok: true, says }];
  }
  return [supervisors, await look("staff group", group.rights, staffGroupSays)];
}

const cannotBan =
  "WARNING: the bot may not ban users there, so whoever loses their role must be taken out by hand: make it an administrator with that right. ";

function staffGroupSays(rights: StaffGroupRights): { readonly ok: boolean; readonly says: string } {
  if (!rights.readsMessages)
    return { ok: false, says: "the bot does not see what is written there: make it an administrator of the group" };
  if (rights.hasTopics && !rights.managesTopics)
    return { ok: false, says: "it has topics that the bot may not manage: give it that right as an administrator" };
  const says = rights.hasTopics
    ? "the bot sees what is written there and manages its topics"
    : "no topics: each chat that needs a person is a thread of replies";
  return { ok: true, says: rights.bansMembers ? says : `${cannotBan}${says}` };
}
