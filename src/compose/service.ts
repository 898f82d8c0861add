// The service put together: words, payments, chats, the desk, the channel, pages, over the stores that it is given.

import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import type { TelegramConfig } from "../config/telegram.js";
import type { Config } from "../config.js";
import { kuwaitDate } from "../domain/iso-date.js";
import { termsPath } from "../http/parts.js";
import { privacyPath } from "../http/privacy-page.js";
import { createServer } from "../http/server.js";
import { journeys } from "../journeys/catalogue.js";
import type { Clock } from "../journeys/clock.js";
import type { Service } from "../journeys/world.js";
import type { Log } from "../log.js";
import { createAsAutomatic } from "../messages/as-automatic.js";
import { createRender } from "../messages/render.js";
import { createRenderView, type RenderView } from "../messages/render-view.js";
import { createValueLabelled } from "../messages/value-labelled.js";
import { createMetrics } from "../metrics.js";
import type { Render } from "../payments/notices.js";
import { reach } from "../records/database.js";
import { countDesk } from "../records/desk/count-desk.js";
import { countOverdueFilings } from "../records/desk/overdue-filings.js";
import { countStanding } from "../records/desk/standing-reveals.js";
import { createExports } from "../records/exports.js";
import { standingOf } from "../records/migrate.js";
import { countOutbox } from "../records/outbox.js";
import { countLateReminders } from "../records/reminders/count-late.js";
import { createOfferedTerms } from "../records/terms.js";
import { createTroubledUpdates } from "../records/troubled-updates.js";
import { chatKey } from "../records/vault.js";
import { createDigest } from "../reminders/digest.js";
import { createTakeTurn } from "../turns/turn.js";
import { type Language, line } from "../words/line.js";
import { loadWords } from "../words/load.js";
import { createTellAccess } from "./access-words.js";
import { composeChats, firstLanguage } from "./chat.js";
import { composeDesk, openStaffGroup } from "./desk.js";
import { type ComposedHandoffs, composeHandoffs } from "./handoffs.js";
import { composeMoney } from "./money.js";
import { isOutage } from "./outage.js";
import { composeReminding } from "./reminding.js";
import { reportTurns } from "./report.js";
import { composeSenders, type SmsSettings } from "./senders.js";
import type { Stores } from "./stores.js";
import { composeTelegram, type Telegram } from "./telegram.js";

const locales = fileURLToPath(new URL("../../locales", import.meta.url));

function serviceOf(config: Config, codesOffered: boolean, filing: () => Service["filing"]): Service {
  const { name, isMinistry, hotline } = config.operator;
  return {
    operator: name,
    isMinistry,
    hotline,
    fees: config.fees,
    terms: { ...config.terms, link: config.publicUrl + termsPath(config.terms.version) },
    privacyLink: config.publicUrl + privacyPath,
    get filing() {
      return filing();
    },
    codesOffered,
    isTest: config.gateway.kind === "sandbox",
    reminders: config.reminders,
    deskHours: config.deskHours,
  };
}

/** The demo's bot is in no app: its chat is the simulator. */
const chatLinkOf = ({ mode, publicUrl }: Config, telegram: Telegram | undefined): string | undefined =>
  mode === "demo" ? `${publicUrl}/demo` : telegram?.chatLink();

export type ServiceParts = {
  readonly config: Config;
  readonly stores: Stores;
  readonly telegram: TelegramConfig | undefined;
  readonly sms: SmsSettings | undefined;
  readonly clock: Clock;
  /** How renewals are filed now: the demo switches it while it runs, so it is read at each use. As configured when absent. */
  readonly filing?: () => Service["filing"];
  /** Calls back when the clock was moved, until what it returns is called. */
  readonly whenMoved?: (listener: () => void) => () => void;
  readonly log: Log;
};

export type Composed = {
  readonly app: FastifyInstance;
  readonly money: ReturnType<typeof composeMoney>;
  readonly senders: ReturnType<typeof composeSenders>;
  readonly telegram: Telegram | undefined;
  readonly reminding: ReturnType<typeof composeReminding>;
  readonly handoffs: ComposedHandoffs;
  readonly render: Render;
  readonly renderView: RenderView;
  readonly service: Service;
};

/** @param standing what /readyz says beside the stores: whether this process is about to end, and whether updates reach the bot */
export async function composeService(
  of: ServiceParts,
  standing: { isDraining(): boolean; isReached(): boolean },
): Promise<Composed> {
  const { config, stores, clock, log } = of;
  const { db } = stores.database;
  const { speak, understand } = await loadWords(locales);
  const metrics = createMetrics(
    {
      outboxStates: () => countOutbox(db),
      lateReminders: () => countLateReminders(db, kuwaitDate(clock.now())),
      overdueFilings: () => countOverdueFilings(db, kuwaitDate(clock.now()), config.deskHours.holidays),
      standingReveals: async () => new Map(Object.entries(await countStanding(db, clock.now()))),
      desk: () => countDesk(db, clock.now()),
    },
    log,
  );
  const service = serviceOf(config, of.sms !== undefined, of.filing ?? (() => config.filing));
  const render = createRender(speak, service);
  const renderView = createRenderView(speak, service);
  const money = composeMoney({ config, stores, service, speak, render, clock, metrics, log });
  const apology = (language: Language) =>
    render({ lines: [line("reply-refused", { hotline: service.hotline })] }, language, "");
  const reminding = composeReminding({
    stores,
    rules: config.reminders,
    digest: createDigest(service),
    render,
    firstLanguage,
    clock,
    whenMoved: of.whenMoved,
    wakeSender: () => senders.wake(),
    metrics,
    log,
  });
  const senders = composeSenders({
    stores,
    clock,
    sms: of.sms,
    log,
    apology,
    reminders: reminding.sending,
    asAutomatic: createAsAutomatic(speak),
  });
  const baseUrl = config.publicUrl;
  const handoffs = composeHandoffs({
    stores,
    service,
    clock,
    speak,
    renderView,
    render,
    openTopic: async (group, title) => (await telegram?.openTopic(group, title)) ?? { ok: false, reason: "down" },
    renameTopic: async (...of) => (await telegram?.renameTopic(...of)) ?? { ok: false, reason: "down" },
    mayWrite: async (group) => (await telegram?.mayWrite(group)) ?? false,
    wakeSenders: () => senders.wake(),
    log,
  });
  const desk = composeDesk({
    stores,
    service,
    baseUrl,
    renderView,
    render,
    handoffs: handoffs.desk,
    clock,
    wakeSenders: () => senders.wake(),
    metrics,
  });
  const { chats, openChat } = composeChats({
    stores,
    money,
    service,
    speak,
    toStaff: renderView,
    clock,
    baseUrl,
    wakeSenders: () => senders.wake(),
    personAtDesk: handoffs.personAtDesk,
  });
  const takeTurn = createTakeTurn({
    sessions: stores.sessions,
    seal: stores.sessionSeal,
    keyOf: (channel, chat) => chatKey(stores.vault, channel, chat),
    openChat,
    openGroup: openStaffGroup({ stores, desk, clock, wakeSenders: () => senders.wake() }),
    troubled: createTroubledUpdates({ db, vault: stores.vault }),
    render,
    apology,
    journeyOf: (command) => journeys[command],
    understand,
    valueLabelled: createValueLabelled(speak),
    service,
    clock,
    isOutage,
    report: reportTurns(metrics, log),
  });
  const telegram: Telegram | undefined =
    of.telegram &&
    composeTelegram({
      telegram: of.telegram,
      publicUrl: baseUrl,
      takeTurn,
      desk,
      renderView,
      keyOf: (id) => chatKey(stores.vault, "telegram", id),
      markUnreachable: (chat) => chats.markUnreachable(chatKey(stores.vault, "telegram", chat), clock.now()),
      noteReply: (sent, group) => senders.noteReply(sent, group),
      speak,
      render,
      metrics,
      log,
    });

  const app = createServer({
    site: { speak, service, publicUrl: baseUrl, chatLink: () => chatLinkOf(config, telegram) },
    log,
    payments: money.payments,
    gateways: money.gateways,
    exports: createExports({ db, vault: stores.vault, clock, tellAccess: createTellAccess(speak) }),
    terms: createOfferedTerms(db),
    registry: metrics.registry,
    health: {
      isDraining: standing.isDraining,
      probes: [
        { name: "database", isReady: () => reach(db).then(() => true) },
        { name: "migrations", isReady: async () => (await standingOf(db)) === "current" },
        { name: "sessions", isReady: () => stores.sessions.ping().then(() => true) },
        ...(telegram === undefined ? [] : [{ name: "telegram", isReady: async () => standing.isReached() }]),
      ],
    },
  });
  if (telegram?.webhook !== undefined) await app.register(telegram.webhook);
  return { app, money, senders, telegram, reminding, handoffs, render, renderView, service };
}
