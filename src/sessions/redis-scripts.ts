// What Redis runs for a turn: each script is one round trip and one atomic step, on the two keys of one chat.
//
// KEYS[1] is the chat's hash: token, leased (until when, ms), session. KEYS[2] is the sorted set of its recent updates by
// the time of their turn. Both stand in one hash slot through the chat's tag. Time is Redis's own: processes' clocks differ.
//
// The token is the time in microseconds, or one more than the last: so it rises even when Redis has lost everything, and
// the database's fence does not refuse for ever what comes after a flush. It is a safe integer until the year 2255.

const clock = `
local time = redis.call("TIME")
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`;

/** ARGV: update, lease ms, remember ms, session ms. → ["done"] | ["busy", ms left] | ["open", token, session or nil] */
export const openScript = `${clock}
local done = redis.call("ZSCORE", KEYS[2], ARGV[1])
if done and tonumber(done) > now - ARGV[3] then return { "done" } end
local kept = redis.call("HMGET", KEYS[1], "token", "leased", "session")
local left = (tonumber(kept[2]) or 0) - now
if left > 0 then return { "busy", left } end
local token = math.max((tonumber(kept[1]) or 0) + 1, time[1] * 1000000 + time[2])
-- "%.0f": Lua would write a number of this size as 1.7e+15, and the comparison at commit is of text.
redis.call("HSET", KEYS[1], "token", string.format("%.0f", token), "leased", string.format("%.0f", now + ARGV[2]))
redis.call("PEXPIRE", KEYS[1], ARGV[4])
return { "open", string.format("%.0f", token), kept[3] }
`;

/** ARGV: token, update, remember ms, session ms, and the session unless it is to be forgotten. → 1 kept, 0 lost */
export const commitScript = `${clock}
if redis.call("HGET", KEYS[1], "token") ~= ARGV[1] then return 0 end
redis.call("HDEL", KEYS[1], "leased")
if ARGV[5] then redis.call("HSET", KEYS[1], "session", ARGV[5]) else redis.call("HDEL", KEYS[1], "session") end
redis.call("PEXPIRE", KEYS[1], ARGV[4])
redis.call("ZREMRANGEBYSCORE", KEYS[2], "-inf", now - ARGV[3])
redis.call("ZADD", KEYS[2], now, ARGV[2])
redis.call("PEXPIRE", KEYS[2], ARGV[3])
return 1
`;

/** ARGV: token. */
export const releaseScript = `
if redis.call("HGET", KEYS[1], "token") == ARGV[1] then redis.call("HDEL", KEYS[1], "leased") end
return 1
`;

/** ARGV: lease ms, session ms. → the token of whoever holds the chat now: all else of it is gone. */
export const forgetScript = `${clock}
local token = math.max((tonumber(redis.call("HGET", KEYS[1], "token") or 0)) + 1, time[1] * 1000000 + time[2])
redis.call("DEL", KEYS[1], KEYS[2])
redis.call("HSET", KEYS[1], "token", string.format("%.0f", token), "leased", string.format("%.0f", now + ARGV[1]))
redis.call("PEXPIRE", KEYS[1], ARGV[2])
return string.format("%.0f", token)
`;
