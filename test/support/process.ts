// Servers that the tests start: found on PATH, ended with the run even when it fails.
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** @param elsewhere folders to look in after PATH */
export function findProgram(name: string, elsewhere: readonly string[] = []): string | undefined {
  return [...(process.env.PATH ?? "").split(delimiter), ...elsewhere]
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

export type Server = { readonly process: ChildProcess; stop(signal: NodeJS.Signals): Promise<void> };

/** Starts a server and waits until it answers; what it said is in the error when it does not. */
export async function startServer(
  program: string,
  args: readonly string[],
  options: SpawnOptions,
  answers: () => Promise<boolean>,
): Promise<Server> {
  const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data: Buffer) => (said += data));
  // A run that is broken off must not leave servers behind.
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const stop = async (signal: NodeJS.Signals) => {
    process.off("exit", kill);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  };
  for (const until = Date.now() + 20_000; Date.now() < until; await sleep(20)) {
    if (child.exitCode !== null) break;
    if (await answers().catch(() => false)) return { process: child, stop };
  }
  await stop("SIGKILL");
  throw new Error(`${program} did not start: ${said}`);
}
