// One log line per request that names the route's pattern: a URL here is as good as the key to what it shows.
import type { FastifyInstance } from "fastify";
import type { Log } from "../log.js";

export function logRequests(app: FastifyInstance, log: Log): void {
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    // The simulator and the fake platform beside it ask all the time: at `info` they would bury what an operator reads.
    const level = route.startsWith("/demo/") ? "debug" : "info";
    log[level]({
      event: "request",
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
}
