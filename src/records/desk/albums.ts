// Files that an agent sends together come as a message each, and one alone may say that all of them are for colleagues: what became of an album is kept.
import type { Transaction } from "kysely";
import type { Staff } from "../../desk/staff.js";
import type { Schema } from "../schema.js";

export async function markAlbum(
  trx: Transaction<Schema>,
  { handoff, by, now: at }: { readonly handoff: number; readonly by: Staff; readonly now: Date },
  event: AlbumEvent,
  album: string | undefined,
): Promise<void> {
  if (album === undefined) return;
  await trx
    .insertInto("handoff_events")
    .values({ handoff_id: handoff, at, staff_id: by.id, event, effect_key: albumKey(handoff, event, album) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function isMarked(
  trx: Transaction<Schema>,
  handoff: number,
  event: AlbumEvent,
  album: string | undefined,
): Promise<boolean> {
  if (album === undefined) return false;
  const key = albumKey(handoff, event, album);
  const marked = await trx.selectFrom("handoff_events").select("id").where("effect_key", "=", key).executeTakeFirst();
  return marked !== undefined;
}

type AlbumEvent = "album-sent" | "album-noted";
const albumKey = (handoff: number, event: AlbumEvent, album: string) => `handoff:${handoff}:${event}:${album}`;
