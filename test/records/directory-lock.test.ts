import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DirectoryInUse, lockDirectory } from "../../src/records/directory-lock.js";

describe("a directory's lock", () => {
  let dir = "";
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "tajdeed-lock-"));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));
  const lockFile = () => join(dir, "tajdeed.lock");

  it("is held by one at a time, also inside one process, and is free afterwards", () => {
    const unlock = lockDirectory(dir);
    expect(() => lockDirectory(dir)).toThrow(DirectoryInUse);
    expect(() => lockDirectory(dir)).toThrow(String(process.pid));
    unlock();
    expect(existsSync(lockFile())).toBe(false);
    lockDirectory(dir)();
  });

  it("does not outlive the process that held it", async () => {
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    await once(child, "spawn");
    writeFileSync(lockFile(), JSON.stringify({ pid: child.pid, started: "another start" }));
    child.kill("SIGKILL");
    await once(child, "exit");
    lockDirectory(dir)();
  });

  it("is not taken for held because its holder's number has come round again", () => {
    writeFileSync(lockFile(), JSON.stringify({ pid: process.pid, started: "before the last boot" }));
    lockDirectory(dir)();
  });

  it("that was half written is nobody's", () => {
    writeFileSync(lockFile(), '{"pid":');
    lockDirectory(dir)();
  });

  it("is given back by its holder alone", () => {
    const first = lockDirectory(dir);
    rmSync(lockFile());
    const second = lockDirectory(dir);
    first();
    expect(() => lockDirectory(dir)).toThrow(DirectoryInUse);
    second();
  });
});
