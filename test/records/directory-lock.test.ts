import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DirectoryInUse, lockDirectory } from "../../src/records/directory-lock.js";
import { eventually } from "../support/eventually.js";

describe("a directory's lock", () => {
  let dir = "";
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "tajdeed-lock-"));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));
  const lockFile = () => join(dir, "tajdeed.lock");
  /** As if another had taken it, a moment ago. */
  function heldBy(other: object): void {
    rmSync(lockFile(), { force: true });
    const unlock = lockDirectory(dir);
    const held = readFileSync(lockFile(), "utf8");
    unlock();
    writeFileSync(lockFile(), JSON.stringify({ ...JSON.parse(held), ...other }));
  }
  const silentFor = (seconds: number) => {
    const then = Date.now() / 1000 - seconds;
    utimesSync(lockFile(), then, then);
  };
  const elsewhere = { place: "another namespace", host: "another-container" };

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
    heldBy({ pid: child.pid });
    child.kill("SIGKILL");
    await once(child, "exit");
    lockDirectory(dir)();
  });

  it("is not taken for held because its holder's number has come round again", () => {
    heldBy({ started: "before the last boot" });
    lockDirectory(dir)();
  });

  it("of another container holds while that one gives signs of life, though its number says nothing here", async () => {
    for (const pid of [process.pid, 2 ** 22 + 1]) {
      heldBy({ ...elsewhere, pid });
      expect(() => lockDirectory(dir)).toThrow(DirectoryInUse);
      expect(() => lockDirectory(dir)).toThrow(/another-container.*DATA_DIR/u);
      silentFor(14);
      expect(() => lockDirectory(dir)).toThrow(DirectoryInUse);
    }
  });

  it("of another container that was killed is taken over once it has been silent for fifteen seconds", () => {
    heldBy(elsewhere);
    silentFor(16);
    lockDirectory(dir)();
  });

  it("gives a sign of life every few seconds", async () => {
    const unlock = lockDirectory(dir);
    silentFor(3_600);
    await eventually(() => expect(Date.now() - statSync(lockFile()).mtimeMs).toBeLessThan(5_000));
    unlock();
  });

  it("leaves nothing else in the directory, whether it was taken or refused", () => {
    const unlock = lockDirectory(dir);
    expect(() => lockDirectory(dir)).toThrow(DirectoryInUse);
    expect(readdirSync(dir)).toEqual(["tajdeed.lock"]);
    unlock();
    expect(readdirSync(dir)).toEqual([]);
  });

  it("that was taken over while its holder was silent ends that holder", async () => {
    const module = fileURLToPath(new URL("../../src/records/directory-lock.ts", import.meta.url));
    const script = `import { lockDirectory } from ${JSON.stringify(module)};
      lockDirectory(${JSON.stringify(dir)}); setInterval(() => {}, 1000); console.log("held");`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
    await once(child.stdout, "data");
    writeFileSync(lockFile(), JSON.stringify({ ...JSON.parse(readFileSync(lockFile(), "utf8")), ...elsewhere }));
    const [code] = await once(child, "exit");
    expect(code).not.toBe(0);
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
