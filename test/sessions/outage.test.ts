// A Redis that cannot serve is waited out; a command that is wrong is a fault of ours.
import { describe, expect, it } from "vitest";
import { isRedisOutage } from "../../src/sessions/outage.js";

describe("an outage", () => {
  it.each([
    "LOADING Redis is loading the dataset in memory",
    "READONLY You can't write against a read only replica.",
    "ERR Error running script (call to f_1): @user_script:7: @user_script: 7: -READONLY You can't write against a read only replica.",
    "READONLY You can't write against a read only replica. script: f_1, on @user_script:7.",
    "CLUSTERDOWN The cluster is down",
    "OOM command not allowed when used memory > 'maxmemory'.",
    "NOAUTH Authentication required.",
    "WRONGPASS invalid username-password pair or user is disabled.",
    "ERR max number of clients reached",
    "Command timed out",
    "Connection is closed.",
  ])("is %s", (message) => {
    expect(isRedisOutage(new Error(message))).toBe(true);
  });

  it("is a network that refuses", () => {
    expect(isRedisOutage(Object.assign(new Error("connect"), { code: "ECONNREFUSED" }))).toBe(true);
  });

  it.each([
    "ERR Error running script (call to f_1): @user_script:3: nil value",
    "WRONGTYPE Operation against a key holding the wrong kind of value",
    "x is not a function",
  ])("is not %s", (message) => {
    expect(isRedisOutage(new Error(message))).toBe(false);
  });

  it("is nothing that is no error", () => {
    for (const thrown of [undefined, null, "LOADING", 5]) expect(isRedisOutage(thrown)).toBe(false);
  });
});
