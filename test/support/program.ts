// The built program as its operator runs it: a child process with its own folder and free ports, that can be killed and started again.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./free-port.js";

type Settings = Readonly<Record<string, string>>;

export type Program = {
  readonly origin: string;
  readonly sandboxOrigin: string;
  readonly dir: string;
  /** All it has printed, over restarts. */
  output(): string;
  start(): Promise<void>;
  /** kill -9: nothing is finished, nothing said. */
  kill(): Promise<void>;
  /** SIGTERM. @returns the exit code */
  stop(): Promise<number | null>;
  /** Ends it and removes its folder. */
  end(): Promise<void>;
};

/** Ready is what /readyz says; on a busy machine the embedded database takes its time to be made. */
const readyMs = 60_000;

/**
 * Not started yet.
 * @param settings beside PORT, SANDBOX_PORT and DATA_DIR; a function of where it will listen, for those that name it
 */
export async function program(
  settings: Settings | ((at: Pick<Program, "origin" | "sandboxOrigin">) => Settings) = {},
  args: readonly string[] = [],
): Promise<Program> {
  const dir = mkdtempSync(join(tmpdir(), "tajdeed-program-"));
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const origin = `http://127.0.0.1:${port}`;
  const sandboxOrigin = `http://127.0.0.1:${sandboxPort}`;
  const given = typeof settings === "function" ? settings({ origin, sandboxOrigin }) : settings;
  let child: ChildProcess | undefined;
  let output = "";

  const ended = () => child === undefined || child.exitCode !== null || child.signalCode !== null;
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child === undefined || ended()) return child?.exitCode ?? null;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
    return child.exitCode;
  };
  const orphaned = () => child?.kill("SIGKILL");
  process.once("exit", orphaned);

  return {
    origin,
    sandboxOrigin,
    dir,
    output: () => output,
    async start() {
      const env = { PATH: process.env.PATH, DATA_DIR: dir, PORT: `${port}`, SANDBOX_PORT: `${sandboxPort}`, ...given };
      child = spawn(process.execPath, ["dist/main.js", ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
      for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data: Buffer) => (output += data));
      for (const until = Date.now() + readyMs; Date.now() < until; await sleep(50)) {
        if (ended()) break;
        const ready = await fetch(`${origin}/readyz`).catch(() => undefined);
        if (ready?.status === 200) return;
      }
      await end("SIGKILL");
      throw new Error(`the program did not become ready:\n${output}`);
    },
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
    async end() {
      await end("SIGKILL");
      process.off("exit", orphaned);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
