import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { telegramWebhook } from "../../../src/channels/telegram/webhook.js";

const secret = "s3cret_of-the.hook";
let app: FastifyInstance;
let taken: unknown[];
let answer: "done" | "later" | "malformed";

beforeEach(async () => {
  taken = [];
  answer = "done";
  app = Fastify({ bodyLimit: 1024 });
  app.setErrorHandler((_error, _request, reply) => reply.code(500).send("the server's own page"));
  await app.register(
    telegramWebhook({
      secret,
      takeUpdate: async (json) => {
        taken.push(json);
        return json === undefined ? "malformed" : answer;
      },
    }),
  );
});
afterEach(() => app.close());

type Request = { readonly body?: string | Buffer; readonly headers?: Record<string, string> };
const post = ({ body = '{"update_id":1}', headers = {} }: Request = {}) =>
  app.inject({
    method: "POST",
    url: "/telegram/webhook",
    headers: { "x-telegram-bot-api-secret-token": secret, "content-type": "application/json", ...headers },
    payload: body,
  });

describe("the webhook", () => {
  it("answers 200 once the update's turn is done", async () => {
    expect((await post()).statusCode).toBe(200);
    expect(taken).toEqual([{ update_id: 1 }]);
  });

  it("answers 503 and when to ask again, if the turn was not taken", async () => {
    answer = "later";
    const response = await post();
    expect([response.statusCode, response.headers["retry-after"]]).toEqual([503, "1"]);
  });

  it("answers 400 for what is no update", async () => {
    answer = "malformed";
    expect((await post()).statusCode).toBe(400);
  });

  it.each(["", "wrong", `${secret}x`, secret.slice(0, -1), secret.toUpperCase()])(
    "does nothing for the secret «%s»",
    async (given) => {
      const response = await post({ headers: { "x-telegram-bot-api-secret-token": given } });
      expect(response.statusCode).toBe(401);
      expect(taken).toEqual([]);
    },
  );

  it("does nothing without a secret, before it reads the body", async () => {
    const response = await app.inject({ method: "POST", url: "/telegram/webhook", payload: "x".repeat(2_000_000) });
    expect(response.statusCode).toBe(401);
    expect(taken).toEqual([]);
  });

  it("answers 413 for more than 1 MiB, and takes 1 MiB", async () => {
    const json = (size: number) => `{"update_id":1,"x":"${"a".repeat(size - 22)}"}`;
    expect(json(1024 * 1024)).toHaveLength(1024 * 1024);
    expect((await post({ body: json(1024 * 1024) })).statusCode).toBe(200);
    expect((await post({ body: json(1024 * 1024 + 1) })).statusCode).toBe(413);
    expect(taken).toHaveLength(1);
  });

  it.each([
    ["no JSON", { body: "{" }],
    ["nothing", { body: "" }],
    ["bytes that are no text", { body: Buffer.from([0xff, 0xfe, 0x00]) }],
    ["brackets without end", { body: "[".repeat(500_000) }],
    ["a form", { body: "a=b", headers: { "content-type": "application/x-www-form-urlencoded" } }],
  ])("answers 400 for %s", async (_what, request) => {
    expect((await post(request)).statusCode).toBe(400);
  });

  it.each(["text/plain", "application/octet-stream", "nonsense", "multipart/form-data"])(
    "reads an update whatever its content type says, or refuses it as the sender's fault: %s",
    async (type) => {
      const { statusCode } = await post({ headers: { "content-type": type } });
      expect([200, 400, 415]).toContain(statusCode);
    },
  );

  it("is found by POST alone", async () => {
    expect((await app.inject({ method: "GET", url: "/telegram/webhook" })).statusCode).toBe(404);
  });
});
