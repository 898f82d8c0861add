// The floor under every turn: the same HTTP server and the webhook's own route, answering 200 without a turn.
import { fileURLToPath } from "node:url";
import Fastify from "fastify";
import { collectDefaultMetrics, Registry } from "prom-client";
import { telegramWebhook } from "../../src/channels/telegram/webhook.js";
import { addMetrics } from "../../src/http/metrics.js";
import { freePort } from "../support/free-port.js";
import { type Server, startServer } from "../support/process.js";

/** A process of its own, as the service is. */
export async function startFloor(secret: string): Promise<{ readonly origin: string; readonly server: Server }> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const args = ["--import", "tsx", fileURLToPath(import.meta.url), `${port}`, secret];
  const server = await startServer(process.execPath, args, {}, async () => (await fetch(`${origin}/metrics`)).ok);
  return { origin, server };
}

async function serve(port: number, secret: string): Promise<void> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const app = Fastify();
  addMetrics(app, registry);
  await app.register(telegramWebhook({ secret, takeUpdate: async () => "done" }));
  await app.listen({ host: "127.0.0.1", port });
}

const [, started, port, secret] = process.argv;
if (started === fileURLToPath(import.meta.url) && secret !== undefined) await serve(Number(port), secret);
