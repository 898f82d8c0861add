// The service run: its pages, its channel and what it watches over, begun in order, and ended so that no turn is cut off.
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import { feeWarnings } from "../config/fee-warnings.js";
import { kuwaitDate } from "../domain/iso-date.js";
import { listenAt } from "../http/listening.js";
import { keepTerms } from "../records/terms.js";
import { watchDays, watchDoor, watchReveals, watchTopics } from "./desk-watches.js";
import { type Composed, composeService, type ServiceParts } from "./service.js";
import { StoreFault } from "./stores.js";
import { startSweeping } from "./sweeping.js";
import type { Telegram } from "./telegram.js";

export type Running = {
  /** Updates reach the bot: what /readyz says of the channel. */
  isReady(): boolean;
  stop(): Promise<void>;
};

/** The share of the drain in which /readyz says 503 and connections are still taken: a load balancer learns it meanwhile. */
const noticeShare = 0.25;

export async function runService({
  extend,
  ...parts
}: ServiceParts & {
  /** Adds what only the demo serves. */
  readonly extend?: (app: FastifyInstance) => Promise<void>;
}): Promise<Running> {
  const { config, stores, clock, log } = parts;
  let draining = false;
  let channel: ReturnType<Telegram["start"]> | undefined;
  const isReady = () => channel?.isReady() === true;
  await holdTerms(parts);
  const service = await composeService(parts, { isDraining: () => draining, isReached: isReady });
  const { app, money, senders, telegram } = service;
  await extend?.(app);
  await listenAt(money.sandbox, { ...config.listen, port: config.gateway.port }, "SANDBOX_PORT");
  await listenAt(app, config.listen, "PORT");
  const watches = [
    money.start(),
    startSweeping({ sweep: () => stores.sweep(clock.now()), log }),
    ...(telegram === undefined ? [] : watchChats(service, telegram, parts)),
  ];
  if (telegram !== undefined) senders.start(telegram.channel);
  channel = telegram?.start();
  for (const warning of feeWarnings(config.fees, kuwaitDate(clock.now()))) log.warn({ event: "fee-schedule", warning });
  log.info({ event: "listening", port: config.listen.port });

  return {
    isReady,
    async stop() {
      draining = true;
      log.info({ event: "draining" });
      const drainMs = config.drainSeconds * 1000;
      const deadline = new Promise<void>((resolve) => setTimeout(resolve, drainMs).unref());
      const finished = (async () => {
        // Senders begin nothing more at once: a call that the exit cut off would leave its message unknown, and not waiting.
        const sent = senders.stop();
        await Promise.all([channel?.stop(), sleep(drainMs * noticeShare)]);
        await Promise.all([app.close(), money.sandbox.close()]);
        await Promise.all([sent, ...watches.map((each) => each.stop())]);
        await stores.close();
      })();
      await Promise.race([finished, deadline]);
      log.info({ event: "stopped" });
    },
  };
}

/** Nobody is offered terms that are not kept, and none that were something else when others accepted them. */
async function holdTerms({ config: { terms }, stores, clock }: ServiceParts): Promise<void> {
  const kept = await keepTerms(stores.database.db, terms, clock.now());
  if (kept.ok) return;
  throw new StoreFault(
    `TERMS_DIR: give the terms a new version; other words were offered as version ${terms.version} before`,
  );
}

/** What is due without anybody's doing, where there are people to tell of it. */
function watchChats(
  { reminding, handoffs, render, renderView, senders, service }: Composed,
  { channel, door, closeTopic }: Telegram,
  { config, stores, clock, log }: ServiceParts,
) {
  const { hours } = config.reminders;
  return [
    reminding.start(),
    handoffs.start(),
    watchDays({ stores, service, render, renderView, hours, clock, wakeSender: () => senders.wake(), log }),
    watchReveals({ stores, renderView, channel, clock, log }),
    watchDoor({ stores, renderView, door, clock, wakeSenders: () => senders.wake(), log }),
    watchTopics({ stores, closeTopic, clock, log }),
  ];
}
