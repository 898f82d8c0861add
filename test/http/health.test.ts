import { afterEach, describe, expect, it } from "vitest";
import type { Probe } from "../../src/http/health.js";
import { ask } from "../support/ask.js";
import { type PagesServer, startPages } from "../support/pages-server.js";

let server: PagesServer | undefined;
afterEach(() => server?.close());

async function start(probes: readonly Probe[], isDraining = false): Promise<string> {
  server = await startPages({ parts: { health: { probes, isDraining: () => isDraining } } });
  return server.url;
}

const up = { name: "database", isReady: async () => true };

describe("/livez", () => {
  it("asks nothing and nobody", async () => {
    let asked = 0;
    const url = await start([{ name: "database", isReady: async () => ++asked > 0 }]);
    expect((await ask(`${url}/livez`)).status).toBe(200);
    expect(asked).toBe(0);
  });
});

describe("/readyz", () => {
  it("is 200 when everything that serving needs is there", async () => {
    const { status, body } = await ask(`${await start([up, { ...up, name: "sessions" }])}/readyz`);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({ ready: true, draining: false, database: true, sessions: true });
  });

  it("is 503 and names what is missing, whether it says no or fails", async () => {
    const url = await start([
      up,
      { name: "migrations", isReady: async () => false },
      { name: "channel", isReady: () => Promise.reject(new Error("secret detail")) },
    ]);
    const { status, body } = await ask(`${url}/readyz`);
    expect(status).toBe(503);
    expect(JSON.parse(body)).toEqual({
      ready: false,
      draining: false,
      database: true,
      migrations: false,
      channel: false,
    });
  });

  it("does not wait for a probe that hangs", async () => {
    const url = await start([{ name: "database", isReady: () => new Promise<boolean>(() => undefined) }]);
    const from = Date.now();
    expect((await ask(`${url}/readyz`)).status).toBe(503);
    expect(Date.now() - from).toBeLessThan(4000);
  });

  it("is 503 while the process is draining", async () => {
    const { status, body } = await ask(`${await start([up], true)}/readyz`);
    expect(status).toBe(503);
    expect(JSON.parse(body)).toMatchObject({ ready: false, draining: true, database: true });
  });
});
