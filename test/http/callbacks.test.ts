import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Gateway } from "../../src/payments/gateway.js";
import { ask } from "../support/ask.js";
import { type PagesServer, startPages } from "../support/pages-server.js";

type Heard = { body: string; headers: Readonly<Record<string, string | undefined>>; url: string };
let heard: Heard[] = [];

const gateway: Gateway = {
  name: "sandbox",
  origins: ["https://gateway.example"],
  createAttempt: async () => ({ ok: false, reason: "refused" }),
  query: async () => ({ status: "unknown" }),
  parseCallback(body, headers, url) {
    heard.push({ body, headers, url });
    const ack = { status: 200, contentType: "text/plain", body: "REDIRECT=here" };
    if (body.includes("garbage")) return { ok: false, ack: { ...ack, status: 400, body: "no" } };
    return { ok: true, reference: "canaryReference77", authenticity: "none", ack };
  },
};

let server: PagesServer;
beforeAll(async () => {
  server = await startPages({ parts: { gateways: [gateway] } });
});
beforeEach(() => {
  heard = [];
  server.payments.isDown = false;
  server.payments.calledBackWith = "confirmed";
  server.payments.calls.length = 0;
});
afterAll(() => server.close());

const call = (init: RequestInit = {}, path = "/gateways/sandbox/callback") => ask(server.url + path, init);

describe("/gateways/:name/callback", () => {
  it.each(["GET", "POST", "PUT"])(
    "takes %s and answers with exactly the bytes that the gateway wants",
    async (method) => {
      const { status, body, headers } = await call({ method });
      expect([status, body, headers.get("content-type")]).toEqual([200, "REDIRECT=here", "text/plain"]);
      expect(server.payments.calls).toEqual(["calledBack sandbox canaryReference77"]);
    },
  );

  it.each(["application/json", "application/x-www-form-urlencoded", "text/xml", "odd/type"])(
    "hands on a body of %s byte for byte, with headers and address",
    async (type) => {
      const body = '{ "a":1.50,  "ب":2 }&x=%20+';
      await call(
        { method: "POST", body, headers: { "content-type": type, "x-sign": "abc" } },
        "/gateways/sandbox/callback?p=1",
      );
      expect(heard[0]?.body).toBe(body);
      expect(heard[0]?.headers["x-sign"]).toBe("abc");
      expect(heard[0]?.url).toBe(`${server.url}/gateways/sandbox/callback?p=1`);
    },
  );

  it("acknowledges an unknown reference all the same, and leaves a log line without it", async () => {
    server.payments.calledBackWith = "unknown-reference";
    expect((await call({ method: "POST" })).status).toBe(200);
    expect(server.logged()).toContain("callback-unknown");
    expect(server.logged()).not.toContain("canaryReference77");
  });

  it("asks about nothing when the call names nothing", async () => {
    const { status, body } = await call({ method: "POST", body: "garbage" });
    expect([status, body, server.payments.calls]).toEqual([400, "no", []]);
    expect(server.logged()).toContain("callback-unreadable");
  });

  it("answers 503 while the store is down, so that the gateway calls again", async () => {
    server.payments.isDown = true;
    const { status, body } = await call({ method: "POST" });
    expect(status).toBe(503);
    expect(body).not.toContain("REDIRECT");
  });

  it("is 404 for a gateway that is not configured", async () => {
    expect((await call({ method: "POST" }, "/gateways/knet/callback")).status).toBe(404);
    expect(heard).toEqual([]);
  });

  it("refuses a body beyond the limit without reading it", async () => {
    expect((await call({ method: "POST", body: "x".repeat(70_000) })).status).toBe(413);
    expect(heard).toEqual([]);
  });
});
