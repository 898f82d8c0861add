// /demo/clock tells the time and moves it; /demo/next-reminder moves it to when the person's next reminder is due, if one is planned.
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Actor } from "./actors.js";
import type { DemoClock } from "./clock.js";
import type { NextReminder } from "./next-reminder.js";

const advance = z.strictObject({ advance: z.string() });
const person = z.strictObject({ as: z.string() });

export function addClock(
  app: FastifyInstance,
  deps: {
    readonly clock: DemoClock;
    readonly nextReminder: NextReminder;
    readonly actorOf: (id: string) => Actor | undefined;
  },
): void {
  const { clock } = deps;
  app.get("/clock", async () => ({ now: clock.now().toISOString() }));

  app.post("/clock", async (request, reply) => {
    const read = advance.safeParse(request.body);
    const moved = read.success ? clock.advance(read.data.advance) : ({ ok: false, reason: "malformed" } as const);
    if (!moved.ok) return reply.code(400).send({ reason: moved.reason });
    return { now: moved.now.toISOString() };
  });

  app.post("/next-reminder", async (request, reply) => {
    const read = person.safeParse(request.body);
    if (!read.success) return reply.code(400).send({ reason: "malformed" });
    const actor = deps.actorOf(read.data.as);
    if (actor === undefined) return reply.code(404).send({ reason: "nobody" });
    const at = await deps.nextReminder(actor.telegramUserId);
    const now = at === undefined ? clock.now() : clock.advanceTo(at);
    return { reminderAt: at?.toISOString() ?? null, now: now.toISOString() };
  });
}
