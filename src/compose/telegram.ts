// Telegram put together: the channel, the bot over it, and how its updates come in.
import type { FastifyPluginAsync } from "fastify";
import { createUsername } from "../channels/telegram/addressed.js";
import { createBotApi } from "../channels/telegram/api.js";
import { botInfo, createTakeUpdate } from "../channels/telegram/bot.js";
import { createTelegramChannel, isGroup } from "../channels/telegram/channel.js";
import { createCloseTopic } from "../channels/telegram/close-topic.js";
import { createTelegramDesk } from "../channels/telegram/desk/desk.js";
import { createGroupDoor } from "../channels/telegram/group-door.js";
import { mayWriteIn } from "../channels/telegram/group-rights.js";
import { botLink, inviteLink } from "../channels/telegram/invite-link.js";
import { createOpenTopic, createRenameTopic } from "../channels/telegram/open-topic.js";
import { type Polling, pollTimeoutSeconds, startPolling } from "../channels/telegram/polling.js";
import { introduceBot } from "../channels/telegram/start.js";
import { telegramWebhook } from "../channels/telegram/webhook.js";
import type { TelegramConfig } from "../config/telegram.js";
import type { OpenTopic } from "../desk/cards.js";
import type { CloseTopic } from "../desk/close-topics.js";
import type { Desk } from "../desk/desk.js";
import type { RenameTopic } from "../desk/follow-handoffs.js";
import type { GroupDoor } from "../desk/group-door.js";
import type { MayWrite } from "../desk/muted-group.js";
import type { Message } from "../journeys/message.js";
import type { Log } from "../log.js";
import type { Channel, Rendered, Sent } from "../messages/channel.js";
import type { RenderView } from "../messages/render-view.js";
import type { Metrics } from "../metrics.js";
import type { TakeTurn } from "../turns/incoming.js";
import type { ChatKey } from "../turns/session-store.js";
import type { Speak } from "../words/fluent.js";
import type { Language } from "../words/line.js";
import type { DeskRecords } from "./desk.js";

export type Telegram = {
  /** For what the outbox sends. */
  readonly channel: Channel;
  /** The webhook's route, where updates come that way. */
  readonly webhook: FastifyPluginAsync | undefined;
  readonly openTopic: OpenTopic;
  readonly renameTopic: RenameTopic;
  readonly closeTopic: CloseTopic;
  readonly mayWrite: MayWrite;
  readonly door: GroupDoor;
  /** Where a browser opens the bot's chat, once its name is known. */
  readonly chatLink: () => string | undefined;
  /** Tells Telegram where updates go, and polls where they are to be fetched. */
  start(): { isReady(): boolean; stop(): Promise<void> };
};

export function composeTelegram(of: {
  readonly telegram: TelegramConfig;
  readonly publicUrl: string;
  readonly takeTurn: TakeTurn;
  readonly desk: DeskRecords;
  readonly renderView: RenderView;
  /** Of a chat or user of Telegram's: they have the same number in private. */
  readonly keyOf: (id: string) => ChatKey;
  readonly markUnreachable: (chat: string) => Promise<void>;
  /** Hears how each reply of a turn ended; `group` when it was in one. */
  readonly noteReply: (sent: Sent, group: ChatKey | undefined) => void;
  readonly speak: Speak;
  readonly render: (message: Message, language: Language) => Rendered;
  readonly metrics: Metrics;
  readonly log: Log;
}): Telegram {
  const { telegram, speak, log } = of;
  const settings = { token: telegram.token, apiRoot: telegram.apiRoot, countCall: of.metrics.countBotApiCall };
  const api = createBotApi(settings);
  const follow = (from: string, to: string) => of.desk.groups.follow(from, to);
  const channel = createTelegramChannel(api, log, { follow });
  const desk: Desk = {
    ...of.desk,
    // A copy would keep what held at the start.
    get filings() {
      return of.desk.filings;
    },
    inviteLink: (token) => inviteLink(api, token),
  };
  const username = createUsername(api);
  const takeUpdate = createTakeUpdate({
    desk: {
      username: username.ask,
      visit: createTelegramDesk({ api: settings, botInfo: botInfo(telegram.token), desk, render: of.renderView }),
      isStaffGroup: async (chat) => (await desk.staff.group())?.chat === of.keyOf(chat),
      follow,
      cameIn: (group, users) => of.desk.groups.cameIn(group, users),
      isSupervisor: async (user) => (await desk.staff.of(of.keyOf(user)))?.role === "supervisor",
    },
    api: settings,
    channel: noting(channel, (sent, chat) => of.noteReply(sent, isGroup(chat) ? of.keyOf(chat) : undefined)),
    takeTurn: of.takeTurn,
    markUnreachable: of.markUnreachable,
    render: of.render,
    log,
  });
  const secret = telegram.mode === "webhook" ? telegram.webhookSecret : undefined;
  return {
    channel,
    openTopic: createOpenTopic(api),
    renameTopic: createRenameTopic(api),
    closeTopic: createCloseTopic(api),
    mayWrite: (group) => mayWriteIn(api, group),
    door: createGroupDoor(api, follow),
    chatLink() {
      const name = username.known();
      return name && botLink(name);
    },
    webhook: secret === undefined ? undefined : telegramWebhook({ secret, takeUpdate }),
    start() {
      const delivery =
        secret === undefined
          ? ({ mode: "polling" } as const)
          : ({ mode: "webhook", publicUrl: of.publicUrl, secret } as const);
      const introduction = introduceBot({ api, delivery, learnName: username.ask, speak, log });
      if (secret !== undefined) return { isReady: introduction.isReady, stop: introduction.stop };
      // Only once the webhook is gone: Telegram refuses to be polled beside it.
      let polling: Polling | undefined;
      void introduction.ready.then(() => {
        polling = startPolling({ api: createBotApi(settings, pollTimeoutSeconds), takeUpdate, log });
      });
      return {
        isReady: () => polling?.isWell() === true,
        async stop() {
          await introduction.stop();
          await polling?.stop();
        },
      };
    },
  };
}

/** The channel as turns reply through it: the outbox makes room for what they send. */
function noting(channel: Channel, noteReply: (sent: Sent, chat: string) => void): Channel {
  const noted = async (chat: string, sending: Promise<Sent>): Promise<Sent> => {
    const sent = await sending;
    noteReply(sent, chat);
    return sent;
  };
  return {
    name: channel.name,
    send: (chat, ...message) => noted(chat, channel.send(chat, ...message)),
    edit: (chat, ...message) => noted(chat, channel.edit(chat, ...message)),
    remove: (chat, ...message) => noted(chat, channel.remove(chat, ...message)),
    // No message: it takes nothing of what the chat may get in a minute.
    react: channel.react,
  };
}
