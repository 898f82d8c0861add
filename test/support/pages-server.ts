// The HTTP server on a free port of loopback, with everything behind it faked, and what it logged.
import { Writable } from "node:stream";
import { Registry } from "prom-client";
import type { Exports } from "../../src/http/export-pages.js";
import { createServer, type ServerParts } from "../../src/http/server.js";
import type { Site } from "../../src/http/site.js";
import { createLog } from "../../src/log.js";
import { loadWords } from "../../src/words/load.js";
import { type FakePayments, fakePayments } from "./fake-payments.js";
import { freePort } from "./free-port.js";

export const { speak } = await loadWords("locales");

export type PagesServer = {
  readonly url: string;
  readonly payments: FakePayments;
  readonly logged: () => string;
  close(): Promise<void>;
};

/** Where pages lead back to the chat, as tests look for it. */
export const chatLink = "https://t.me/example_bot";

export type PagesSettings = {
  readonly service?: Partial<Site["service"]>;
  readonly publicUrl?: string;
  readonly chatLink?: Site["chatLink"];
  readonly parts?: Partial<ServerParts>;
};

const noExports: Exports = {
  look: async () => "unknown",
  take: async () => ({ ok: false, reason: "unknown" }),
};

export async function startPages({
  service,
  publicUrl,
  chatLink: where,
  parts,
}: PagesSettings = {}): Promise<PagesServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const payments = fakePayments();
  let logged = "";
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  const app = createServer({
    site: {
      speak,
      service: {
        operator: { ar: "شركة المثال للخدمات", en: "Example Services Company" },
        isMinistry: false,
        hotline: "151",
        isTest: true,
        ...service,
      },
      publicUrl: publicUrl ?? url,
      chatLink: where ?? (() => chatLink),
    },
    log: createLog({ level: "debug" }, sink),
    payments,
    gateways: [],
    exports: noExports,
    terms: { find: async () => undefined },
    health: { probes: [], isDraining: () => false },
    registry: new Registry(),
    ...parts,
  });
  await app.listen({ host: "127.0.0.1", port });
  return { url, payments, logged: () => logged, close: () => app.close() };
}
