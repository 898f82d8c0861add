// Sessions in Redis: a turn's two round trips are two Lua scripts; when Redis cannot answer, a turn fails at once and the platform sends again.
import { Cluster, Redis, type RedisOptions, type Result } from "ioredis";
import type { Log } from "../log.js";
import { type ChatKey, type Opening, rememberHours, type SessionStore, sessionDays } from "../turns/session-store.js";
import { isOfNoWriter } from "./outage.js";
import { commitScript, forgetScript, openScript, releaseScript } from "./redis-scripts.js";

declare module "ioredis" {
  interface RedisCommander<Context> {
    openTurnBuffer(...args: [...Keys, string, number, number, number]): Result<OpenReply, Context>;
    commitTurn(...args: [...Keys, number, string, number, number, ...Buffer[]]): Result<number, Context>;
    releaseTurn(...args: [...Keys, number]): Result<number, Context>;
    forgetChat(...args: [...Keys, number, number]): Result<string, Context>;
  }
}

type Keys = [hash: string, updates: string];
type OpenReply = [kind: Buffer, detail?: Buffer | number, session?: Buffer | null];

const sessionMs = sessionDays * 24 * 3_600_000;
const rememberMs = rememberHours * 3_600_000;

/** A turn answers within a second or two; a Redis slower than this is down, and a 503 lets the platform's own retry do the waiting. */
const commandTimeoutMs = 2_000;
const connectTimeoutMs = 2_000;
/** Silent for longer than any command may take, a connection is dead, though TCP would go on hoping for a quarter of an hour. */
const silenceMs = 3_000;
/** Often enough that an outage ends for people within seconds of its end, rarely enough not to fill a log or a network. */
const longestReconnectMs = 2_000;

/** Readiness removes what is not there: a write, which a replica refuses while it answers a mere ping. */
const absentKey = "tajdeed:absent";

const reconnectIn = (times: number) => Math.min(50 * 2 ** times, longestReconnectMs);

const options = {
  commandTimeout: commandTimeoutMs,
  connectTimeout: connectTimeoutMs,
  socketTimeout: silenceMs,
  // Without a connection a command fails now; and none is sent again on the next connection, when its turn is long over.
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  // The next connection finds the writer; what was refused is sent again by its platform, not by us.
  reconnectOnError: isOfNoWriter,
} satisfies RedisOptions;

const scripts = {
  openTurn: { lua: openScript, numberOfKeys: 2 },
  commitTurn: { lua: commitScript, numberOfKeys: 2 },
  releaseTurn: { lua: releaseScript, numberOfKeys: 2 },
  forgetChat: { lua: forgetScript, numberOfKeys: 2 },
} satisfies RedisOptions["scripts"];

/** @param urls one server, or the first nodes of a Cluster */
export function createRedisSessions(urls: readonly string[], log: Log): SessionStore {
  const redis = connect(urls);
  reportState(redis, log);
  return {
    async open(chat, update, lease) {
      const reply = await redis.openTurnBuffer(...keysOf(chat), update, lease.ms, rememberMs, sessionMs);
      return opening(reply);
    },
    async commit({ chat, token }, update, session) {
      const kept = session === null ? [] : [Buffer.from(session)];
      const done = await redis.commitTurn(...keysOf(chat), token, update, rememberMs, sessionMs, ...kept);
      return done === 1 ? "kept" : "lost";
    },
    async release({ chat, token }) {
      await redis.releaseTurn(...keysOf(chat), token);
    },
    async forget(chat, lease) {
      return { chat, token: Number(await redis.forgetChat(...keysOf(chat), lease.ms, sessionMs)) };
    },
    async ping() {
      await redis.del(absentKey);
    },
    async close() {
      redis.disconnect();
    },
  };
}

function connect(urls: readonly string[]): Redis | Cluster {
  const [only, ...others] = urls;
  if (only === undefined) throw new Error("Redis sessions need an address");
  if (others.length === 0) {
    return new Redis(only, { ...options, scripts, enableOfflineQueue: false, retryStrategy: reconnectIn });
  }
  const nodes = { scripts, redisOptions: options, enableOfflineQueue: false, clusterRetryStrategy: reconnectIn };
  return new Cluster([...urls], nodes);
}

/** One line when Redis is lost and one when it is back, not one for each attempt in between. */
function reportState(redis: Redis | Cluster, log: Log): void {
  let isDown = false;
  redis.on("error", (error: Error) => {
    if (!isDown) log.warn({ event: "sessions-down", error });
    isDown = true;
  });
  redis.on("ready", () => {
    if (isDown) log.info({ event: "sessions-back" });
    isDown = false;
  });
}

/** The braces are Redis Cluster's hash tag: both keys of a chat live on one node. */
function keysOf(chat: ChatKey): Keys {
  return [`{${chat}}:chat`, `{${chat}}:updates`];
}

function opening([kind, detail, session]: OpenReply): Opening {
  switch (kind.toString()) {
    case "done":
      return { kind: "done" };
    case "busy":
      return { kind: "busy", retryAfterMs: Number(detail) };
    default:
      return { kind: "open", token: Number(detail), session: session ?? null };
  }
}
