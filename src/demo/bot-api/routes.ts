// The Bot API over HTTP: /bot<token>/<method>, parameters as JSON, as a form (with files, too) or in the query, answered as Telegram answers.
import { timingSafeEqual } from "node:crypto";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { type ApiAnswer, badRequest, refused } from "./answer.js";
import type { Params } from "./check-call.js";
import { readMultipart } from "./multipart.js";
import { methodOf } from "./spec.js";
import { UploadedFile } from "./uploaded-file.js";

type Handle = (method: string, params: Params, signal: AbortSignal) => Promise<ApiAnswer | undefined>;

// Whatever the server around it allows its own pages: Telegram takes 50 MB, a chat here a tenth of it.
const LARGEST_UPLOAD = 5 * 1024 * 1024;

export function createRoutes({ token, handle, stop }: { token: string; handle: Handle; stop: () => void }) {
  const routes: FastifyPluginAsync = async (app) => {
    if (!app.hasContentTypeParser("application/x-www-form-urlencoded")) {
      app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_, body, parsed) =>
        parsed(null, Object.fromEntries(new URLSearchParams(String(body)))),
      );
    }
    app.addContentTypeParser(
      "multipart/form-data",
      { parseAs: "buffer", bodyLimit: LARGEST_UPLOAD },
      (request, body, parsed) => {
        const form = readMultipart(body as Buffer, request.headers["content-type"] ?? "");
        if (form.ok) parsed(null, form.params);
        else parsed(new Error("can't parse multipart form"));
      },
    );
    // A poll that waits would hold the server open until its time is up.
    app.addHook("preClose", async () => stop());
    app.setErrorHandler((error: Error, _, reply) => send(reply, badRequest(error.message)));
    app.route({
      method: ["GET", "POST"],
      url: "/bot:token/:method",
      handler: async (request: FastifyRequest<{ Params: { token: string; method: string } }>, reply) => {
        if (!isSame(request.params.token, token)) return send(reply, refused(401, "Unauthorized"));
        const gone = new AbortController();
        reply.raw.on("close", () => gone.abort());
        const { method } = request.params;
        const answer = await handle(method, readParams(method, request), gone.signal);
        if (answer !== undefined) return send(reply, answer);
        reply.hijack();
        request.raw.socket.destroy();
        return reply;
      },
    });
  };
  return routes;
}

function send(reply: FastifyReply, answer: ApiAnswer): FastifyReply {
  return reply.code(answer.ok ? 200 : answer.error_code).send(answer);
}

function readParams(method: string, request: FastifyRequest): Params {
  const body = (request.body ?? {}) as Params;
  const isJson = request.headers["content-type"]?.startsWith("application/json") === true;
  return isJson ? body : readTexts(method, { ...(request.query as Params), ...body });
}

/** In forms and queries every value is text; the description says which of them are numbers, flags or JSON. */
function readTexts(method: string, texts: Params): Params {
  const fields = methodOf(method)?.fields ?? {};
  return Object.fromEntries(
    Object.entries(texts).map(([name, value]) => {
      const types = Object.hasOwn(fields, name) ? (fields[name]?.types ?? []) : [];
      const isAsItIs = value instanceof UploadedFile || (types.includes("String") && types.length === 1);
      return [name, isAsItIs ? value : readText(String(value), types)];
    }),
  );
}

function readText(text: string, types: readonly string[]): unknown {
  if (types.length === 0 || (types.includes("String") && !/^-?\d+$/.test(text))) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
