// What stands before two processes: gives every update to both at once, as a platform in doubt does, and every page to the next one.
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { webhookPath } from "../../src/channels/telegram/webhook.js";
import { freePort } from "./free-port.js";

export type Front = {
  readonly origin: string;
  leadTo(origins: readonly string[]): void;
  stop(): Promise<void>;
};

export async function startFront(): Promise<Front> {
  let origins: readonly string[] = [];
  let turn = 0;
  const port = await freePort();

  async function forward(to: string, request: IncomingMessage, body: Buffer): Promise<Response> {
    const headers = new Headers();
    for (const name of ["content-type", "x-telegram-bot-api-secret-token", "accept-language"]) {
      const value = request.headers[name];
      if (typeof value === "string") headers.set(name, value);
    }
    const method = request.method ?? "GET";
    const sent = method === "GET" ? {} : { body: new Uint8Array(body) };
    return fetch(`${to}${request.url}`, { method, headers, redirect: "manual", ...sent });
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    turn += 1;
    const targets = request.url === webhookPath ? origins : origins.slice(turn % origins.length).slice(0, 1);
    try {
      const answers = await Promise.all(targets.map((to) => forward(to, request, body)));
      // The platform sends again what either did not take.
      const answer = answers.toSorted((a, b) => b.status - a.status)[0];
      const location = answer?.headers.get("location");
      response.writeHead(answer?.status ?? 502, location ? { location } : {});
      response.end(Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer(0)));
    } catch {
      // A process that is gone answers nothing, and neither does the front.
      response.writeHead(502).end();
    }
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${port}`,
    leadTo(to) {
      origins = to;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
