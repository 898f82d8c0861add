// Starts the built demo as a bare machine would and asks it what a person's browser and an operator's probe would ask.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const startMs = 30_000;
const dir = mkdtempSync(join(tmpdir(), "tajdeed-smoke-"));
const port = await freePort();
const demo = spawn(process.execPath, ["dist/main.js"], {
  env: { PATH: process.env.PATH, PORT: String(port), SANDBOX_PORT: String(await freePort()), DATA_DIR: dir },
  stdio: ["ignore", "pipe", "inherit"],
});
let printed = "";
demo.stdout.on("data", (chunk) => {
  printed += chunk;
});

const began = Date.now();
try {
  const at = `http://127.0.0.1:${port}`;
  await until(() => printed.includes(`Tajdeed demo: ${at}/demo`));
  console.log(`demo ready after ${Date.now() - began} ms`);
  for (const [path, status] of [
    ["/livez", 200],
    ["/readyz", 200],
    ["/metrics", 200],
    ["/demo", 200],
    ["/demo/people", 200],
    ["/p/AAAAAAAAAAAAAAAAAAAAAA", 404],
  ]) {
    const answer = await fetch(at + path);
    if (answer.status !== status) throw new Error(`GET ${path}: ${answer.status}, not ${status}`);
  }
  demo.kill("SIGTERM");
  const code = await new Promise((resolve) => demo.once("exit", resolve));
  if (code !== 0) throw new Error(`SIGTERM: exit ${code}, not 0`);
  console.log("smoke run passed");
} finally {
  demo.kill("SIGKILL");
  rmSync(dir, { recursive: true, force: true });
}

async function until(isTrue) {
  while (!isTrue()) {
    if (demo.exitCode !== null) throw new Error(`the demo ended with ${demo.exitCode}`);
    if (Date.now() - began > startMs) throw new Error(`the demo was not ready after ${startMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
