// One command of the built program, run to its end as an operator runs it.
import { execFile } from "node:child_process";

export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** @param settings the whole environment beside PATH */
export function command(args: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, ...settings };
    execFile(process.execPath, ["dist/main.js", ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}
