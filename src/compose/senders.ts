// What leaves later put together: the outbox's sender for the channel, and the one for codes by SMS.
import { createSendSms } from "../channels/sms.js";
import type { Clock } from "../journeys/clock.js";
import type { Log } from "../log.js";
import type { Channel, Rendered, Sent } from "../messages/channel.js";
import { runningTime } from "../messages/pace.js";
import { createSender, type Sender, telegramRate } from "../messages/sender.js";
import { createSmsSender } from "../messages/sms.js";
import { createChannelPace } from "../records/channel-pace.js";
import { noteReplyInGroup } from "../records/group-pace.js";
import { createOutboxStore, type WrittenAtSending } from "../records/outbox-store.js";
import { createSmsStore } from "../records/sms-outbox.js";
import type { Language } from "../words/line.js";
import type { Stores } from "./stores.js";

export type SmsSettings = { readonly url: string; readonly token: string };

export type Senders = {
  /** Something was left to them: look now. */
  wake(): void;
  /** A reply went out beside the outbox; `group` when it was in one. */
  noteReply(sent: Sent, group: string | undefined): void;
  start(channel: Channel): void;
  stop(): Promise<void>;
};

export function composeSenders(of: {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly sms: SmsSettings | undefined;
  readonly log: Log;
  /** In place of a message that the channel's platform refuses. */
  readonly apology: (language: Language) => Rendered;
  readonly reminders: WrittenAtSending;
  readonly asAutomatic: (message: Rendered) => Rendered;
}): Senders {
  const { clock, log, apology } = of;
  const { db } = of.stores.database;
  const { vault } = of.stores;
  const time = runningTime;
  const codes =
    of.sms && createSmsSender({ store: createSmsStore({ db, vault, clock }), send: createSendSms(of.sms), time, log });
  let outbox: Sender | undefined;
  return {
    wake() {
      outbox?.wake();
      codes?.wake();
    },
    noteReply(sent, group) {
      outbox?.noteReply(sent);
      if (group === undefined) return;
      noteReplyInGroup(db, group, sent).catch((error: unknown) => log.warn({ event: "group-pace-not-noted", error }));
    },
    start(channel) {
      const store = createOutboxStore({ db, vault, clock, reminders: of.reminders, asAutomatic: of.asAutomatic });
      const tokens = createChannelPace(db, channel.name, telegramRate);
      outbox = createSender({ channel, store, tokens, time, log, apology });
      outbox.start();
      codes?.start();
    },
    async stop() {
      await Promise.all([outbox?.stop(), codes?.stop()]);
    },
  };
}
