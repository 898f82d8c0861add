import { once } from "node:events";
import { connect } from "node:net";
import { Counter, Registry } from "prom-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../../src/payments/gateway.js";
import { ask, press } from "../support/ask.js";
import { token } from "../support/fake-payments.js";
import { type PagesServer, startPages } from "../support/pages-server.js";

const gateway: Gateway = {
  name: "sandbox",
  origins: ["https://gateway.example:8443"],
  createAttempt: async () => ({ ok: false, reason: "refused" }),
  query: async () => ({ status: "unknown" }),
  parseCallback: () => ({ ok: false, ack: { status: 400, contentType: "text/plain", body: "" } }),
};

const policy =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' https://gateway.example:8443; base-uri 'none'; frame-ancestors 'none'";

let server: PagesServer;
const registry = new Registry();
beforeAll(async () => {
  new Counter({ name: "turns_total", help: "turns", registers: [registry] }).inc(3);
  server = await startPages({ parts: { gateways: [gateway], registry } });
});
afterAll(() => server.close());

describe("every answer", () => {
  it.each([
    ["GET", `/p/${token}`, 200],
    ["POST", `/p/${token}/pay`, 303],
    ["GET", `/r/${token}`, 200],
    ["GET", "/x/none", 404],
    ["GET", "/livez", 200],
    ["GET", "/metrics", 200],
    ["GET", "/nothing/here", 404],
    ["GET", "/demo", 404],
    ["GET", "/p/%zz", 400],
    ["POST", "/nothing", 404],
  ])("%s %s is %i with the headers that hold a browser to the page's purpose", async (method, path, status) => {
    const { headers, ...answer } = await ask(server.url + path, { method });
    expect(answer.status).toBe(status);
    // A receipt has a button to print it, which stays hidden where scripts are off.
    const scripts = path.startsWith("/r/") ? "; script-src 'self'" : "";
    expect(headers.get("content-security-policy")).toBe(policy + scripts);
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("strict-transport-security")).toBeNull();
    expect(headers.get("x-powered-by")).toBeNull();
  });

  it("asks browsers to stay on https where the service is served by it", async () => {
    const secure = await startPages({ publicUrl: "https://example.kw" });
    const { headers } = await ask(`${secure.url}/livez`);
    expect(headers.get("strict-transport-security")).toBe("max-age=63072000");
    await secure.close();
  });
});

describe("errors", () => {
  it("are pages in the reader's language, Arabic when nothing is known", async () => {
    const wanted = async (header: string | undefined) => {
      const { body } = await ask(
        `${server.url}/nothing`,
        header === undefined ? {} : { headers: { "accept-language": header } },
      );
      return /<html lang="(..)"/.exec(body)?.[1];
    };
    expect(await wanted("en-GB,en;q=0.9,ar;q=0.8")).toBe("en");
    expect(await wanted("fr, ar;q=0.5, en;q=0.4")).toBe("ar");
    expect(await wanted("en;q=0.2, AR-kw;q=0.9")).toBe("ar");
    expect(await wanted("en;q=0")).toBe("ar");
    expect(await wanted("fr")).toBe("ar");
    expect(await wanted(";;q=,,=")).toBe("ar");
    expect(await wanted(undefined)).toBe("ar");
  });

  it.each([
    ["application/json", "{"],
    ["application/json", ""],
    ["text/xml", "<a/>"],
    ["no/type;;", "x"],
  ])("answer a form of type %s with a page of the 4xx kind", async (type, body) => {
    const answer = await ask(`${server.url}/p/${token}/pay`, {
      method: "POST",
      body,
      headers: { "content-type": type },
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).toContain("<!doctype html>");
  });

  it("answer what is not HTTP without a word about the program", async () => {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    socket.write("NONSENSE\r\n\r\n");
    const [bytes] = await once(socket, "data");
    expect(String(bytes)).toMatch(/^HTTP\/1\.1 400/);
    expect(String(bytes)).not.toMatch(/fastify|node|\.ts|\.js/i);
    socket.destroy();
  });
});

describe("the log", () => {
  it("names routes by pattern: no token, no query, no address of a person", async () => {
    const canary = "canaryTokenNobodyMaySee";
    for (const path of [`/p/${canary}`, `/r/${canary}?lang=ar&who=${canary}`, `/${canary}`, `/p/${token}/return`])
      await ask(server.url + path, { headers: { referer: canary, "user-agent": canary, "x-forwarded-for": canary } });
    await press(`${server.url}/p/${canary}/pay`);
    server.payments.isDown = true;
    await ask(`${server.url}/p/${token}`);
    server.payments.isDown = false;
    const logged = server.logged();
    expect(logged).toContain('"route":"/p/:token"');
    expect(logged).toContain('"event":"request-failed"');
    expect(logged).not.toContain(canary);
    expect(logged).not.toContain(token);
    expect(logged).not.toContain("127.0.0.1");
  });
});

describe("assets and metrics", () => {
  it("serves the pages' style and mark, which may be kept for a while", async () => {
    for (const [path, type] of [
      ["/assets/pages.css", "text/css; charset=utf-8"],
      ["/assets/print.js", "text/javascript; charset=utf-8"],
      ["/assets/mark.svg", "image/svg+xml"],
    ] as const) {
      const { status, headers } = await ask(server.url + path);
      expect([status, headers.get("content-type")]).toEqual([200, type]);
      expect(headers.get("cache-control")).toBe("public, max-age=300");
    }
  });

  it("shows the program's counters to Prometheus", async () => {
    const { body, headers } = await ask(`${server.url}/metrics`);
    expect(body).toContain("turns_total 3");
    expect(headers.get("content-type")).toContain("text/plain");
  });
});

it("closes at once although somebody holds a connection open without a word", async () => {
  const server = await startPages();
  const { hostname, port } = new URL(server.url);
  const silent = connect(Number(port), hostname);
  await once(silent, "connect");
  // The server has taken it as well once it answers somebody who came after.
  expect((await ask(`${server.url}/livez`)).status).toBe(200);
  const ended = once(silent, "close");
  await server.close();
  await ended;
});
