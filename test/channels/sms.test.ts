import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { createSendSms } from "../../src/channels/sms.js";
import { freePort } from "../support/free-port.js";

type Seen = { readonly method: string | undefined; readonly auth: string | undefined; readonly body: unknown };

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function service(answer: (response: ServerResponse, request: IncomingMessage) => void) {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      seen.push({ method: request.method, auth: request.headers.authorization, body: JSON.parse(text) });
      answer(response, request);
    });
  });
  const port = await freePort();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return { seen, send: createSendSms({ url: `http://127.0.0.1:${port}/sms`, token: "secret" }) };
}

const sms = { to: "+96550001234", text: "رمزك 123456" };

describe("the SMS service", () => {
  it("is given number and text with its token", async () => {
    const { seen, send } = await service((response) => response.writeHead(202).end());
    expect(await send(sms)).toEqual({ ok: true });
    expect(seen).toEqual([{ method: "POST", auth: "Bearer secret", body: sms }]);
  });

  it.each([
    [400, "refused"],
    [401, "refused"],
    [307, "refused"],
    [429, "down"],
    [503, "down"],
  ])("that answers %i has not taken it: %s", async (status, reason) => {
    const { seen, send } = await service((response) => response.writeHead(status, { location: "/elsewhere" }).end());
    expect(await send(sms)).toEqual({ ok: false, reason });
    expect(seen).toHaveLength(1);
  });

  it("that breaks off may have taken it", async () => {
    const { send } = await service((_response, request) => request.socket.destroy());
    expect(await send(sms)).toEqual({ ok: false, reason: "unknown" });
  });

  it("that is not there has not taken it", async () => {
    const send = createSendSms({ url: `http://127.0.0.1:${await freePort()}/`, token: "secret" });
    expect(await send(sms)).toEqual({ ok: false, reason: "down" });
  });
});
