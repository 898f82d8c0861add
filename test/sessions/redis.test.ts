// Sessions in Redis keep the contract, and fail at once when Redis is out of reach.
import { Redis } from "ioredis";
import { createRedisSessions } from "../../src/sessions/redis.js";
import { sessionStoreContract } from "../contracts/session-store.contract.js";
import { eventually } from "../support/eventually.js";
import { silentLog } from "../support/log.js";
import { describeWithRedis, freshRedis } from "../support/redis.js";

describeWithRedis("sessions in Redis", () => {
  sessionStoreContract(async () => {
    const url = await freshRedis();
    const redis = new Redis(url);
    const stores = [createRedisSessions([url], silentLog), createRedisSessions([url], silentLog)] as const;
    for (const store of stores) await eventually(() => store.ping());
    const keysOf = (chat: string) => redis.keys(`{${chat}}:*`);
    return {
      stores,
      async pass(chat, ms) {
        const [hash, updates] = [`{${chat}}:chat`, `{${chat}}:updates`];
        const leased = await redis.hget(hash, "leased");
        if (leased !== null) await redis.hset(hash, "leased", Number(leased) - ms);
        for (const update of await redis.zrange(updates, 0, "-1")) await redis.zincrby(updates, -ms, update);
        for (const key of await keysOf(chat)) await redis.pexpire(key, (await redis.pttl(key)) - ms);
      },
      lose: async (chat) => void (await redis.del(await keysOf(chat))),
      kept: async (chat) => (await keysOf(chat)).length,
      async stop() {
        redis.disconnect();
        for (const store of stores) await store.close();
      },
    };
  });
});
