// The service's side of HTTP: pages for people, callbacks for gateways, health for machines; a channel's webhook joins as a plugin.
import { type FastifyError, type FastifyInstance, fastify } from "fastify";
import type { Registry } from "prom-client";
import type { Log } from "../log.js";
import type { Gateway } from "../payments/gateway.js";
import type { PaymentService } from "../payments/service.js";
import { addAssets } from "./assets.js";
import { addCallbacks } from "./callbacks.js";
import { addErrorPages, sendError } from "./error-pages.js";
import { addExportPages, type Exports } from "./export-pages.js";
import { addHealth, type Health } from "./health.js";
import { addMetrics } from "./metrics.js";
import { addPayPages } from "./pay-pages.js";
import { addPrivacyPage } from "./privacy-page.js";
import { addReceipts } from "./receipts.js";
import { logRequests } from "./request-log.js";
import { addHeaders, securityHeaders } from "./security-headers.js";
import { endSilentConnections } from "./silent-connections.js";
import type { Site } from "./site.js";
import { addTermsPages, type OfferedTerms } from "./terms-page.js";

export type ServerParts = {
  readonly site: Site;
  readonly log: Log;
  readonly payments: PaymentService;
  readonly gateways: readonly Gateway[];
  readonly exports: Exports;
  readonly terms: OfferedTerms;
  readonly health: Health;
  readonly registry: Registry;
};

/** Forms are empty and callbacks are short; a webhook plugin sets its own limit. */
const bodyLimit = 64 * 1024;

/** A request that trickles in is cut off: nothing here takes long to send. */
const requestTimeoutMs = 15_000;

/**
 * Not listening yet: plugins (the webhook, the demo) are registered first, and inherit headers, log line and error pages.
 * `trustProxy` is off: nothing depends on who seems to call.
 */
export function createServer({
  site,
  log,
  payments,
  gateways,
  exports,
  terms,
  health,
  registry,
}: ServerParts): FastifyInstance {
  const headers = securityHeaders({
    isHttps: site.publicUrl.startsWith("https:"),
    formOrigins: gateways.flatMap(({ origins }) => origins),
  });
  const app = fastify({
    logger: false,
    trustProxy: false,
    bodyLimit,
    requestTimeout: requestTimeoutMs,
    // An address that cannot even be decoded gets a page, too; no hook has run for it.
    frameworkErrors: (error: FastifyError, request, reply) =>
      sendError(site, log, error, request, reply.headers({ ...headers })),
  });
  endSilentConnections(app);
  addHeaders(app, headers);
  logRequests(app, log);
  addErrorPages(app, site, log);
  // The only forms are single buttons: what they send is their address.
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, _body, done) =>
    done(null),
  );
  addAssets(app);
  addHealth(app, health);
  addMetrics(app, registry);
  addPayPages(app, site, payments);
  addReceipts(app, site, payments, headers);
  addPrivacyPage(app, site);
  addExportPages(app, site, exports);
  addTermsPages(app, site, terms);
  addCallbacks(app, { site, log, gateways, payments });
  return app;
}
