// One log line per request that names the route's pattern: a URL here is as good as the key to what it shows.
import type { FastifyInstance } from "fastify";
import type { Log } from "../log.js";

export function logRequests(app: FastifyInstance, log: Log): void {
  app.addHook("onResponse", async (request, reply) => {
    log.info({
      event: "request",
      method: request.method,
      route: request.routeOptions.url ?? "none",
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
}
