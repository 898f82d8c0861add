// Sessions in Redis keep the contract, and fail at once when Redis is out of reach.
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { expect, it } from "vitest";
import { isRedisOutage } from "../../src/sessions/outage.js";
import { createRedisSessions } from "../../src/sessions/redis.js";
import type { ChatKey, SessionStore } from "../../src/turns/session-store.js";
import { sessionStoreContract } from "../contracts/session-store.contract.js";
import { eventually } from "../support/eventually.js";
import { freePort } from "../support/free-port.js";
import { keptLog, silentLog } from "../support/log.js";
import { describeWithRedis, freshRedis, redisMissing, startOwnRedis } from "../support/redis.js";
import { type TcpProxy, throughProxy } from "../support/tcp-proxy.js";

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

  const lease = { ms: 30_000 };
  const chat = "tg:wire" as ChatKey;

  /** A store whose wire to Redis the test holds in its hands. */
  async function onWire(
    use: (store: SessionStore, proxy: TcpProxy, kept: ReturnType<typeof keptLog>) => Promise<void>,
  ) {
    const { proxy, url } = await throughProxy(await freshRedis());
    const kept = keptLog();
    const store = createRedisSessions([url], kept.log);
    try {
      await eventually(() => store.ping());
      await use(store, proxy, kept);
    } finally {
      await store.close();
      await proxy.stop();
    }
  }

  it("cost a turn two round trips once Redis knows the scripts", async () => {
    await onWire(async (store, proxy) => {
      const takeTurn = async (update: string) => {
        const opening = await store.open(chat, update, lease);
        if (opening.kind === "open") await store.commit({ chat, token: opening.token }, update, Buffer.from("draft"));
      };
      await takeTurn("1");
      const before = proxy.asked();
      await takeTurn("2");
      expect(proxy.asked() - before).toBe(2);
    });
  });

  it("outlive a Redis that has forgotten the scripts", async () => {
    await onWire(async (store) => {
      const redis = new Redis(await freshRedis());
      await redis.script("FLUSH");
      redis.disconnect();
      expect(await store.open(chat, "1", lease)).toMatchObject({ kind: "open" });
    });
  });

  it("fail at once when Redis is gone, serve again when it is back, and say so once each", async () => {
    await onWire(async (store, proxy, kept) => {
      await proxy.cut();
      await expect(store.open(chat, "1", lease)).rejects.toSatisfy(isRedisOutage);
      const started = performance.now();
      await expect(store.open(chat, "1", lease)).rejects.toSatisfy(isRedisOutage);
      await expect(store.ping()).rejects.toSatisfy(isRedisOutage);
      expect(performance.now() - started).toBeLessThan(1_000);
      await sleep(500);
      await proxy.mend();
      await eventually(() => store.ping());
      expect(await store.open(chat, "1", lease)).toMatchObject({ kind: "open" });
      expect(kept.lines().map((line) => line.event)).toEqual(["sessions-down", "sessions-back"]);
      expect(kept.text()).not.toContain("wire");
    });
  });

  it("leave a server that became a replica, and serve from the writer behind the same address", async () => {
    const [old, next] = [await startOwnRedis(), await startOwnRedis()];
    if (old === undefined || next === undefined) throw new Error(redisMissing);
    const { proxy, url } = await throughProxy(old.url);
    const store = createRedisSessions([url], silentLog);
    await eventually(() => store.ping());
    const { hostname, port } = new URL(next.url);
    const operator = new Redis(old.url);
    await operator.replicaof(hostname, port);
    operator.disconnect();
    proxy.leadTo(Number(port));
    const began = performance.now();
    await expect(store.ping(), "readiness asks what a replica refuses").rejects.toSatisfy(isRedisOutage);
    expect(await eventually(() => store.open(chat, "1", lease))).toMatchObject({ kind: "open" });
    await store.ping();
    expect(performance.now() - began).toBeLessThan(5_000);
    await store.close();
    await Promise.all([proxy.stop(), old.stop(), next.stop()]);
  });

  it("fail within seconds on a connection that went silent, and soon use another", async () => {
    await onWire(async (store, proxy) => {
      proxy.silence();
      const started = performance.now();
      await expect(store.open(chat, "1", lease)).rejects.toSatisfy(isRedisOutage);
      expect(performance.now() - started).toBeLessThan(4_000);
      expect(await eventually(() => store.open(chat, "2", lease))).toMatchObject({ kind: "open" });
    });
  });

  it("over a Cluster out of reach fail at once too", async () => {
    const [one, two] = [await freePort(), await freePort()];
    const store = createRedisSessions([`redis://127.0.0.1:${one}`, `redis://127.0.0.1:${two}`], silentLog);
    await expect(store.open(chat, "1", lease)).rejects.toSatisfy(isRedisOutage);
    await sleep(300);
    await expect(store.ping()).rejects.toSatisfy(isRedisOutage);
    await store.close();
  });

  it("keep two keys a chat, under one hash tag, and the session's bytes as they came", async () => {
    const url = await freshRedis();
    const store = createRedisSessions([url], silentLog);
    await eventually(() => store.ping());
    const opening = await store.open(chat, "1", lease);
    const session = Buffer.from([0, 255, 10, 13, 128]);
    if (opening.kind === "open") await store.commit({ chat, token: opening.token }, "1", session);
    const redis = new Redis(url);
    expect((await redis.keys("*")).sort()).toEqual([`{${chat}}:chat`, `{${chat}}:updates`]);
    expect(await redis.hgetBuffer(`{${chat}}:chat`, "session")).toEqual(session);
    redis.disconnect();
    await store.close();
  });
});
