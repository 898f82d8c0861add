// The sandbox gateway on a free port of loopback, with a clock that the test moves and a service that hears its callbacks.
import { fastify } from "fastify";
import { createSandbox } from "../../src/gateways/sandbox/adapter.js";
import { createSandboxServer } from "../../src/gateways/sandbox/server.js";
import { createLog } from "../../src/log.js";
import type { Gateway } from "../../src/payments/gateway.js";
import { freePort } from "./free-port.js";
import { memorySandboxBooks } from "./memory-sandbox-books.js";
import { speak } from "./pages-server.js";

export type Sandbox = {
  readonly url: string;
  readonly serviceUrl: string;
  readonly gateway: Gateway;
  /** The bodies of the callbacks, as they came. */
  readonly heard: string[];
  /** What the service answers a callback with. */
  callbackStatus: number;
  advance(seconds: number): void;
  /** The sandbox alone stops listening. */
  stop(): Promise<void>;
  readonly logged: () => string;
  close(): Promise<void>;
};

/** @param known a service of the test's own, and the port it knows the sandbox by; without one, a listener that only hears callbacks */
export async function startSandbox(known?: { readonly serviceUrl: string; readonly port: number }): Promise<Sandbox> {
  let now = Date.parse("2026-11-22T09:00:00Z");
  let logged = "";
  const heard: string[] = [];
  const service = fastify();
  service.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => done(null, body));
  service.post("/gateways/sandbox/callback", async (request, reply) => {
    heard.push(String(request.body));
    return reply.code(sandbox.callbackStatus).send("OK");
  });
  const serviceUrl = known?.serviceUrl ?? (await service.listen({ host: "127.0.0.1", port: 0 }));
  const port = known?.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const app = createSandboxServer({
    books: memorySandboxBooks(),
    clock: { now: () => new Date(now) },
    speak,
    log: createLog({ level: "debug" }, { write: (text) => (logged += text) }),
    pageUrl: url,
    serviceUrl,
  });
  await app.listen({ host: "127.0.0.1", port });
  const sandbox: Sandbox = {
    url,
    serviceUrl,
    gateway: createSandbox({ askUrl: url, pageUrl: url }),
    heard,
    callbackStatus: 200,
    advance(seconds) {
      now += seconds * 1000;
    },
    stop: () => app.close(),
    logged: () => logged,
    async close() {
      await Promise.all([app.close(), service.close()]);
    },
  };
  return sandbox;
}
