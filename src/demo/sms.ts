// The inbox of text messages that the demo "sends": POST /demo/sms fills it, the simulator shows each phone its own.
import { timingSafeEqual } from "node:crypto";
import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";
import { openJournal } from "./journal.js";

type Sms = { readonly to: string; readonly text: string /** ISO instant. */; readonly at: string };

export type SmsInbox = {
  /** What arrived on one phone (E.164), oldest first. */
  messages(to: string): readonly Sms[];
  /** `POST /sms`, to be registered under any prefix. */
  readonly routes: FastifyPluginAsync;
  /** Calls `listener` at each arrival until the function it returns is called. */
  subscribe(listener: (sms: Sms) => void): () => void;
};

const delivery = z.strictObject({ to: z.string().regex(/^\+\d{8,15}$/), text: z.string().min(1).max(1600) });

export function createSmsInbox({
  token,
  file,
  now,
}: {
  token: string;
  /** Where the messages are kept; in memory when absent. */
  file?: string;
  now: () => Date;
}): SmsInbox {
  const journal = openJournal<Sms>(file);
  const inbox: Sms[] = [...journal.entries];
  const listeners = new Set<(sms: Sms) => void>();

  const routes: FastifyPluginAsync = async (app) => {
    app.post("/sms", async (request, reply) => {
      if (!isBearer(request.headers.authorization, token)) return reply.code(401).send({ reason: "unauthorized" });
      const read = delivery.safeParse(request.body);
      if (!read.success) return reply.code(400).send({ reason: "malformed" });
      const sms: Sms = { ...read.data, at: now().toISOString() };
      journal.append(sms);
      inbox.push(sms);
      for (const listener of listeners) listener(sms);
      return reply.code(202).send({ taken: true });
    });
  };

  return {
    messages: (to) => inbox.filter((sms) => sms.to === to),
    routes,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function isBearer(header: string | undefined, token: string): boolean {
  const [given, expected] = [Buffer.from(header ?? ""), Buffer.from(`Bearer ${token}`)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
