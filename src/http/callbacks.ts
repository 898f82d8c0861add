// The gateways' server-to-server calls: a hint to go and ask, answered with the bytes the gateway wants once that is done.
import type { FastifyInstance } from "fastify";
import type { Log } from "../log.js";
import type { Gateway } from "../payments/gateway.js";
import type { PaymentService } from "../payments/service.js";
import { sendNotFound } from "./error-pages.js";
import type { Site } from "./site.js";

type CallbackSettings = {
  readonly site: Site;
  readonly log: Log;
  readonly gateways: readonly Gateway[];
  readonly payments: PaymentService;
};

export function addCallbacks(app: FastifyInstance, { site, log, gateways, payments }: CallbackSettings): void {
  app.register(async (scope) => {
    // A signature is over the bytes as they came, so nothing here parses them.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => done(null, body));

    scope.all<{ Params: { name: string } }>("/gateways/:name/callback", async (request, reply) => {
      const gateway = gateways.find(({ name }) => name === request.params.name);
      if (gateway === undefined) return sendNotFound(site, request, reply);
      const rawBody = typeof request.body === "string" ? request.body : "";
      const callback = gateway.parseCallback(rawBody, oneOfEach(request.headers), site.publicUrl + request.url);
      if (!callback.ok) log.warn({ event: "callback-unreadable", gateway: gateway.name });
      // A store that is down throws, and the error page's 503 makes the gateway call again.
      else if ((await payments.calledBack(gateway.name, callback.reference)) === "unknown-reference")
        log.warn({ event: "callback-unknown", gateway: gateway.name });
      const { status, contentType, body } = callback.ack;
      return reply.code(status).type(contentType).send(body);
    });
  });
}

/** Gateways send each of their headers once; of one sent twice, nothing is taken. */
function oneOfEach(headers: Readonly<Record<string, string | string[] | undefined>>) {
  const single = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(single);
}
