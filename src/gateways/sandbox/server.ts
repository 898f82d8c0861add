// The sandbox gateway: a payment provider for trying things out, on an origin of its own, asked over HTTP as a real one is.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from "fastify";
import { sendPage } from "../../http/answer.js";
import { readerLanguage } from "../../http/reader-language.js";
import { logRequests } from "../../http/request-log.js";
import { addHeaders, securityHeaders } from "../../http/security-headers.js";
import type { Clock } from "../../journeys/clock.js";
import type { Log } from "../../log.js";
import type { Speak } from "../../words/fluent.js";
import type { SandboxBooks } from "./books.js";
import { callBack, startLateAnswers } from "./callbacks.js";
import { type Charge, expiresAt, lateSeconds, type Outcome, outcomes, statusAt } from "./charge.js";
import { closedView, openView, unknownView } from "./view.js";
import { createCharge, isReference } from "./wire.js";

export type SandboxParts = {
  readonly books: SandboxBooks;
  readonly clock: Clock;
  readonly speak: Speak;
  readonly log: Log;
  /** How links name the sandbox, without a slash at the end: SANDBOX_URL. */
  readonly pageUrl: string;
  /** The one service it works for: nobody else is called back or sent to, so that strangers cannot make it call about. */
  readonly serviceUrl: string;
};

type OfCharge = { Params: { ref: string } };

/** Not listening yet; late answers are told from when it is ready until it is closed. */
export function createSandboxServer({ books, clock, speak, log, pageUrl, serviceUrl }: SandboxParts): FastifyInstance {
  const app = fastify({
    logger: false,
    bodyLimit: 16 * 1024,
    // An address that cannot even be decoded gets a page, too.
    frameworkErrors: (error: FastifyError, request, reply) => unknown(request, reply, error.statusCode ?? 400),
  });
  const service = new URL(serviceUrl).origin;
  // Choosing an answer leads back to the service, and browsers hold that redirect against the form, too.
  addHeaders(app, securityHeaders({ isHttps: pageUrl.startsWith("https:"), formOrigins: [service] }));
  logRequests(app, log);
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body)).get("outcome")),
  );
  const unknown = (request: FastifyRequest, reply: FastifyReply, status: number) =>
    sendPage(reply, status, unknownView({ speak, language: readerLanguage(request) }));
  app.setNotFoundHandler((request, reply) => unknown(request, reply, 404));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 503;
    if (status >= 500) log.error({ event: "sandbox-failed", route: request.routeOptions.url ?? "none", error });
    return unknown(request, reply, status);
  });

  const find = async ({ params: { ref } }: FastifyRequest<OfCharge>) =>
    isReference(ref) ? books.find(ref) : undefined;

  const css = readFileSync(new URL("sandbox.css", import.meta.url));
  app.get("/assets/sandbox.css", async (_request, reply) => reply.type("text/css; charset=utf-8").send(css));

  app.post("/charges", async (request, reply) => {
    const asked = createCharge.safeParse(request.body);
    if (!asked.success) return reply.code(400).send({ error: "charge" });
    const isOurs = (url: string) => new URL(url).origin === service;
    if (!isOurs(asked.data.returnUrl) || !isOurs(asked.data.callbackUrl))
      return reply.code(400).send({ error: "not-the-service" });
    const paymentId = `SBX${randomBytes(5).toString("hex").toUpperCase()}`;
    const charge = await books.make({ ...asked.data, paymentId, madeAt: clock.now() });
    // A reference is used for one payment: the same again is a repeat, another amount under it a mistake.
    if (charge.fils !== asked.data.fils) return reply.code(409).send({ error: "reference-in-use" });
    const { reference } = charge;
    return reply.send({
      reference,
      paymentId: charge.paymentId,
      payUrl: `${pageUrl}/pay/${reference}`,
      expiresAt: expiresAt(charge).toISOString(),
    });
  });

  app.get<OfCharge>("/charges/:ref", async (request, reply) => {
    const charge = await find(request);
    if (charge === undefined) return reply.code(404).send({ error: "unknown" });
    const { reference, paymentId, fils, currency } = charge;
    return reply.send({ reference, paymentId, status: statusAt(charge, clock.now()), fils, currency });
  });

  app.get<OfCharge>("/pay/:ref", async (request, reply) => {
    const charge = await find(request);
    if (charge === undefined) return reply.callNotFound();
    const reader = { speak, language: readerLanguage(request, charge.language) };
    if (statusAt(charge, clock.now()) === "open") return sendPage(reply, 200, openView(reader, charge));
    return sendPage(reply, 410, closedView(reader, charge));
  });

  app.post<OfCharge>("/pay/:ref", async (request, reply) => {
    const charge = await find(request);
    if (charge === undefined) return reply.callNotFound();
    const outcome = outcomes.find((each) => each === request.body);
    const now = clock.now();
    if (outcome !== undefined && statusAt(charge, now) === "open") await answer(charge, outcome, now);
    return reply.redirect(charge.returnUrl, 303);
  });

  async function answer(charge: Charge, outcome: Outcome, now: Date): Promise<void> {
    const answersAt = outcome === "late" ? new Date(now.getTime() + lateSeconds * 1000) : now;
    const isFirst = await books.answer(charge.reference, outcome, answersAt);
    if (!isFirst || outcome === "late" || outcome === "timeout") return;
    await callBack(charge, log);
    if (outcome === "twice") await callBack(charge, log);
  }

  let stop = async () => {};
  app.addHook("onReady", async () => {
    stop = startLateAnswers({ books, clock, log });
  });
  app.addHook("onClose", () => stop());
  return app;
}
