import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { command } from "../support/command.js";
import { freePort } from "../support/free-port.js";

const dir = mkdtempSync(join(tmpdir(), "tajdeed-endings-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const lines = (text: string) => text.split("\n").filter((line) => line !== "");
const isLocked = (at: string) => existsSync(join(at, "tajdeed.lock"));
const tick = () => new Promise<void>((resolve) => setTimeout(resolve, 5));
/** Runs code inside the program, before its own. */
const inside = (code: string) => ({ NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code)}` });

describe("what an operator can mend at the start is one line on stderr", () => {
  writeFileSync(join(dir, "file"), "");
  it.each([
    ["below /proc, where Node's own recursive mkdir never ends", "/proc/tajdeed/data"],
    ["a file", join(dir, "file")],
    ["below a file", join(dir, "file", "data")],
    ["below a device", "/dev/null/data"],
    ["a name that is too long", join(dir, "a".repeat(300))],
  ])("DATA_DIR: %s", async (_what, path) => {
    const { code, stderr, stdout } = await command([], { DATA_DIR: path, PORT: `${await freePort()}` });
    expect(lines(stderr)).toEqual([expect.stringMatching(/^DATA_DIR: /)]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  });

  it.each(["PORT", "SANDBOX_PORT"])(
    "%s in use",
    async (setting) => {
      const taken = createServer().listen(0, "127.0.0.1");
      await once(taken, "listening");
      const address = taken.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      const ports = { PORT: `${await freePort()}`, SANDBOX_PORT: `${await freePort()}`, [setting]: `${port}` };
      const { code, stderr } = await command([], { ...ports, DATA_DIR: join(dir, setting) });
      taken.close();
      expect(lines(stderr)).toEqual([
        `${setting}: port ${port} is in use; end what listens there, or give another port`,
      ]);
      expect(code).toBe(1);
      // The database is made before anything listens.
    },
    90_000,
  );

  it("a Node that is too old", async () => {
    const { code, stderr, stdout } = await command(
      [],
      inside(`Object.defineProperty(process.versions, "node", { value: "18.20.4" })`),
    );
    expect(lines(stderr)).toEqual([expect.stringMatching(/^Node 20\.19 or later is needed/)]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  });
});

describe("a fault that nothing caught", () => {
  it.each([
    ["uncaught-exception", "setTimeout(() => { throw new Error('of 284031790006') }, 700)"],
    ["unhandled-rejection", "setTimeout(() => Promise.reject(new Error('of 284031790006')), 700)"],
  ])("%s: goes through the masked log, and ends with 1", async (event, code) => {
    const ran = await command([], { ...inside(code), DATA_DIR: join(dir, event), PORT: `${await freePort()}` });
    expect(ran.stdout).toContain(`"event":"${event}"`);
    expect(ran.stdout + ran.stderr).not.toContain("284031790006");
    expect(ran.code).toBe(1);
  });
});

describe("SIGTERM", () => {
  const begun = async (env: Readonly<Record<string, string>>): Promise<ChildProcess> =>
    spawn(process.execPath, ["dist/main.js"], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });

  it("ends a start that is still under way, a migration among it, with 0", async () => {
    const child = await begun({ DATA_DIR: join(dir, "early"), PORT: `${await freePort()}` });
    // The first sign of our own code: the directory's lock stands before the database is made.
    for (const until = Date.now() + 20_000; Date.now() < until && !isLocked(join(dir, "early")); ) await tick();
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});
