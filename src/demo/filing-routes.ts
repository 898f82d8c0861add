// /demo/filing tells how renewals are filed, and switches it: own issues at once, manual leaves it to the desk.
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { DemoFiling } from "./filing.js";

const choice = z.strictObject({ filing: z.enum(["own", "manual"]) });

export function addFiling(app: FastifyInstance, filing: DemoFiling): void {
  app.get("/filing", async () => ({ filing: filing.now() }));

  app.post("/filing", async (request, reply) => {
    const read = choice.safeParse(request.body);
    if (!read.success) return reply.code(400).send({ reason: "malformed" });
    filing.choose(read.data.filing);
    return { filing: filing.now() };
  });
}
