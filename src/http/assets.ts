// The pages' style, mark and one script: read once at the start, the same for everybody, so that browsers may keep them for a while.
import { readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";

const assets = [
  { file: "pages.css", type: "text/css; charset=utf-8" },
  { file: "print.js", type: "text/javascript; charset=utf-8" },
  { file: "mark.svg", type: "image/svg+xml" },
] as const;

/** Short, because the address does not change with a new version. */
const keep = "public, max-age=300";

export function addAssets(app: FastifyInstance): void {
  for (const { file, type } of assets) {
    const bytes = readFileSync(new URL(file, import.meta.url));
    app.get(`/assets/${file}`, async (_request, reply) => reply.type(type).header("cache-control", keep).send(bytes));
  }
}
