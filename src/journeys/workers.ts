// My workers: the list, following one more who is not on record, and stopping to follow.
import { registerFirst } from "./doors.js";
import { follow, unfollow } from "./follow-worker.js";
import type { Journey } from "./journey.js";
import { addArgument, removePrefix, workerList } from "./worker-list.js";

export const workers: Journey = async (ask, prove, world) => {
  if (world.account === undefined) return registerFirst(world, "workers");
  if (world.argument === addArgument) return follow(ask, prove, world);
  const followed = await world.workers.tracked();
  const leaving = followed.find(({ id }) => world.argument === removePrefix + id);
  return leaving === undefined ? workerList(world) : unfollow(leaving)(ask, prove, world);
};
