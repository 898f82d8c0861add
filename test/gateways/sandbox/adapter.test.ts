import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { describe, expect, it } from "vitest";
import { createSandbox } from "../../../src/gateways/sandbox/adapter.js";
import { keepsGatewayContract, type Provider } from "../../contracts/gateway.contract.js";
import { press } from "../../support/ask.js";
import { startSandbox } from "../../support/sandbox.js";

keepsGatewayContract("the sandbox", async (): Promise<Provider> => {
  const sandbox = await startSandbox();
  let impostor: Server | undefined;
  return {
    gateway: sandbox.gateway,
    serviceUrl: sandbox.serviceUrl,
    async pay(redirectUrl, outcome) {
      expect((await press(redirectUrl, { outcome })).status).toBe(303);
    },
    callback: (reference) => ({
      body: `reference=${reference}`,
      headers: { "content-type": "application/x-www-form-urlencoded" },
    }),
    runOut: () => sandbox.advance(3600),
    async fail(how) {
      await sandbox.stop();
      if (how === "down") return;
      impostor = createServer((_request, response) => {
        if (how === "nonsense") response.end('{"odd": true}');
      });
      impostor.listen(Number(new URL(sandbox.url).port), "127.0.0.1");
      await once(impostor, "listening");
    },
    async close() {
      impostor?.closeAllConnections();
      impostor?.close();
      await sandbox.close();
    },
  };
});

describe("the sandbox's adapter", () => {
  it("names the origin that links use, not the one it asks", () => {
    const gateway = createSandbox({ askUrl: "http://127.0.0.1:8081", pageUrl: "https://sandbox.example.kw/test" });
    expect(gateway.origins).toEqual(["https://sandbox.example.kw"]);
  });

  it("calls a charge that the sandbox says no to refused, and does not try again", async () => {
    const sandbox = await startSandbox();
    const created = await sandbox.gateway.createAttempt({
      reference: "not alphanumeric",
      fils: 1,
      currency: "KWD",
      language: "ar",
      returnUrl: sandbox.serviceUrl,
      callbackUrl: sandbox.serviceUrl,
    } as never);
    expect(created).toEqual({ ok: false, reason: "refused" });
    await sandbox.close();
  });
});
