// Compiles src/ to dist/ and copies beside it what the program reads at run time and the compiler does not carry over
// (style sheets, the simulator's page). Nothing is bundled: a stack trace names a file of the tree.
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

rmSync("dist", { recursive: true, force: true });
const tsc = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"], {
  stdio: "inherit",
});
if (tsc.status !== 0) process.exit(tsc.status ?? 1);
for (const name of readdirSync("src", { recursive: true, encoding: "utf8" })) {
  const from = join("src", name);
  if (statSync(from).isFile() && !name.endsWith(".ts")) cpSync(from, join("dist", name));
}
