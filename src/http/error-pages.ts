// Errors are pages with a next step, never a stack: nothing by that address, a request that cannot be read, a fault of ours.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Log } from "../log.js";
import { sendPage } from "./answer.js";
import { fault, messagePage, notFound, unreadable } from "./message-page.js";
import { readerLanguage } from "./reader-language.js";
import type { Site } from "./site.js";

/** Long enough for a store to come back, short enough to be waited for. */
const retryAfterSeconds = 30;

export function sendNotFound(site: Site, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendPage(reply, 404, messagePage(site, readerLanguage(request), { tone: "closed", ...notFound }));
}

/** A request that is wrong is told so (4xx as it stands); anything else is a fault of ours, and trying again may help: 503. */
export function sendError(
  site: Site,
  log: Log,
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const language = readerLanguage(request);
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500)
    return sendPage(reply, status, messagePage(site, language, { tone: "closed", ...unreadable }));
  log.error({ event: "request-failed", route: request.routeOptions?.url ?? "none", error });
  reply.header("retry-after", retryAfterSeconds);
  return sendPage(reply, 503, messagePage(site, language, { tone: "waiting", ...fault(site) }));
}

export function addErrorPages(app: FastifyInstance, site: Site, log: Log): void {
  app.setNotFoundHandler((request, reply) => sendNotFound(site, request, reply));
  app.setErrorHandler((error: FastifyError, request, reply) => sendError(site, log, error, request, reply));
}
