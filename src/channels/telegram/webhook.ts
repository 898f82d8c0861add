// Telegram's webhook: POST /telegram/webhook, answered 200 only once the update's effect is kept.
import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyPluginAsync } from "fastify";
import type { TakeUpdate } from "./bot.js";

/** Telegram's updates are some kilobytes; nothing it sends comes near this. */
const bodyLimit = 1024 * 1024;
/** Telegram waits longer than this by itself; others who read the header ask again soon. */
const retryAfterSeconds = "1";

export const webhookPath = "/telegram/webhook";

export function telegramWebhook(of: { readonly secret: string; readonly takeUpdate: TakeUpdate }): FastifyPluginAsync {
  const expected = digest(of.secret);
  return async (app) => {
    // Whatever its content type says, the body is read here: a fault in it is the sender's, never a 500.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => done(null, readJson(String(body))));
    app.setErrorHandler<{ statusCode?: number }>((error, _request, reply) => {
      const status = error.statusCode ?? 500;
      return reply.code(status).send({ ok: false });
    });

    app.post(webhookPath, {
      bodyLimit,
      // Before the body is read: a stranger's megabyte costs nothing.
      onRequest: async (request, reply) => {
        const given = request.headers["x-telegram-bot-api-secret-token"];
        // Digests have one length, so the comparison's time tells nothing of the secret's.
        if (typeof given !== "string" || !timingSafeEqual(digest(given), expected))
          return reply.code(401).send({ ok: false });
      },
      handler: async (request, reply) => {
        const result = await of.takeUpdate(request.body);
        if (result === "malformed") return reply.code(400).send({ ok: false });
        if (result === "later") return reply.code(503).header("retry-after", retryAfterSeconds).send({ ok: false });
        return reply.send({ ok: true });
      },
    });
  };
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
