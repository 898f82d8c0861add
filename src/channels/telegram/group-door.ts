// Takes people out of a group of Telegram's, and lets them in again.
import type { Api } from "grammy";
import type { GroupDoor } from "../../desk/group-door.js";
import { failureOf, isOutAlready, isWithoutBans } from "./failures.js";
import { migratedTo } from "./migrated.js";

export function createGroupDoor(
  api: Api,
  /** Hears of a group that has another id now. */
  follow: (from: string, to: string) => Promise<void>,
): GroupDoor {
  /** @param isDone whether a refusal means that there was nothing to do */
  async function ended(group: string, calling: Promise<true>, isDone: (error: unknown) => boolean) {
    try {
      await calling;
      return { ok: true } as const;
    } catch (error) {
      const to = migratedTo(error);
      if (to !== undefined) await follow(group, to);
      if (isDone(error)) return { ok: true } as const;
      // The next call is made where they meet now.
      return to === undefined ? failureOf(error) : ({ ok: false, reason: "misplaced" } as const);
    }
  }

  return {
    bar: (group, user) => ended(group, api.banChatMember(group, Number(user)), isOutAlready),

    admit(group, user) {
      // Without "only_if_banned" it would put out whoever was let in by hand.
      const calling = api.unbanChatMember(group, Number(user), { only_if_banned: true });
      // A group that became another one was a basic group.
      return ended(group, calling, (error) => isWithoutBans(error) || migratedTo(error) !== undefined);
    },
  };
}
