// A chat's turn put together with the records: who writes, what their journeys may know and do, and where replies wait.
import { randomInt } from "node:crypto";
import { kuwaitDate } from "../domain/iso-date.js";
import type { Accesses } from "../journeys/access-port.js";
import type { Clock } from "../journeys/clock.js";
import type { DeskPort } from "../journeys/desk-port.js";
import type { Draft } from "../journeys/draft.js";
import type { Proofs } from "../journeys/proofs-port.js";
import type { Service, World } from "../journeys/world.js";
import type { RenderView } from "../messages/render-view.js";
import { testTag } from "../messages/test-mark.js";
import { type Chats, createChats } from "../records/chats.js";
import type { Db } from "../records/database.js";
import { createDeskPort } from "../records/desk/desk-port.js";
import { createOwnAccess } from "../records/desk/own-access.js";
import { enqueue, hasWaiting } from "../records/outbox.js";
import { createPeople } from "../records/people.js";
import { createProofs } from "../records/proofs.js";
import { createReminders } from "../records/reminders/reminders.js";
import type { Vault } from "../records/vault.js";
import { createWorkers } from "../records/workers.js";
import type { About, ChatRecords, PersonAtDesk } from "../turns/answer.js";
import { type Incoming, spokenIn } from "../turns/incoming.js";
import type { ReplyRecords } from "../turns/replies.js";
import type { ChatKey, Fence } from "../turns/session-store.js";
import type { Speak } from "../words/fluent.js";
import { type Language, line } from "../words/line.js";
import { eraseEverywhere } from "./leaving.js";
import { lookingOnce } from "./looking-once.js";
import type { Money } from "./money.js";
import type { Stores } from "./stores.js";

/** In which language a newcomer is spoken to whose app says nothing: the country's. */
export const firstLanguage: Language = "ar";

/** Six digits, and none of them foreseeable. */
const newCode = () => String(randomInt(0, 1_000_000)).padStart(6, "0");

/** Where replies of a chat wait that cannot go out now. */
export function chatReplies(of: {
  readonly db: Db;
  readonly vault: Vault;
  readonly chats: Chats;
  readonly chat: ChatKey;
  readonly now: Date;
  readonly isAhead?: boolean;
  readonly wakeSenders: () => void;
}): ReplyRecords {
  const { db, vault, chats, chat, now, isAhead = false } = of;
  return {
    async enqueue(key, message) {
      await enqueue(db, vault, { chat, kind: "reply", effectKey: key, message, isAhead, now });
      of.wakeSenders();
    },
    hasWaiting: () => hasWaiting(db, chat),
    markUnreachable: (why) => chats.markUnreachable(chat, now, why),
  };
}

export function composeChats(of: {
  readonly stores: Stores;
  readonly money: Money;
  readonly service: Service;
  readonly speak: Speak;
  readonly toStaff: RenderView;
  readonly clock: Clock;
  readonly baseUrl: string;
  /** Something was left to the senders. */
  readonly wakeSenders: () => void;
  readonly personAtDesk: (of: { readonly handoff: number; readonly fence: Fence }) => PersonAtDesk;
}) {
  const { stores, money, service, speak, toStaff, clock, baseUrl } = of;
  const { vault, replan } = stores;
  const { db } = stores.database;
  const chats = createChats({ db, vault, replan });

  async function openChat(fence: Fence, incoming: Incoming, about: About): Promise<ChatRecords> {
    const now = clock.now();
    const guess = spokenIn(incoming) ?? firstLanguage;
    const known = { key: fence.chat, channel: incoming.channel.name, id: incoming.chat, language: guess };
    const standing = await chats.open(known, now);
    if (standing.isUnreachable) await chats.markReachable(fence.chat, now);

    /** As it stands now: the turn itself may have changed it. */
    let fresh: Awaited<ReturnType<typeof chats.read>> = standing;
    const look = async () => {
      fresh ??= await chats.read(fence.chat);
      return {
        account: fresh?.account,
        language: fresh?.language ?? standing.language ?? guess,
      };
    };
    const changed = <T>(done: T): T => {
      fresh = undefined;
      return done;
    };

    const atDesk = { db, vault, renderView: toStaff, hours: service.deskHours };
    const deskPort = (language: Language) => createDeskPort(atDesk, { fence, now, about, language });

    async function worldOf(draft: Draft): Promise<{ readonly world: World; readonly proofs: Proofs }> {
      const { account, language } = await look();
      const turn = { fence, now };
      const people = createPeople({ db, vault, baseUrl, replan, toStaff }, turn);
      const codeText = (code: string) =>
        (service.isTest ? testTag(speak, language) : "") + speak.plain(language, line("sms-code", { code: { code } }));
      const sms = createProofs({ db, vault, newCode }, { ...turn, codeText });
      const world: World = {
        now,
        today: kuwaitDate(now),
        language,
        draft: draft.id,
        argument: draft.argument,
        service,
        account,
        people: {
          register: async (...given) => changed(await people.register(...given)),
          describe: async (...given) => changed(await people.describe(...given)),
          chooseLanguage: async (...given) => changed(await people.chooseLanguage(...given)),
          exportLink: (...given) => people.exportLink(...given),
          erase: async (key) => changed(await eraseEverywhere(stores.sessions, people, key)),
        },
        workers: lookingOnce(createWorkers({ db, vault, replan }, turn)),
        payments: money.forChat({ fence, account: account?.id, language }),
        reminders: createReminders({ db, replan }, turn),
        accesses: wakingAfter(createOwnAccess({ db, vault, toStaff, firstLanguage }, turn)),
        desk: wakingDesk(deskPort(language)),
      };
      return { world, proofs: { ...sms, set: async (...given) => woken(await sms.set(...given)) } };
    }

    const wakingAfter = ({ list, answer }: Accesses): Accesses => ({
      list,
      answer: async (...given) => woken(await answer(...given)),
    });

    const wakingDesk = ({ ask, cancel, helped }: DeskPort): DeskPort => ({
      ask,
      helped,
      cancel: async (...given) => woken(await cancel(...given)),
    });

    const woken = <T>(done: T): T => {
      of.wakeSenders();
      return done;
    };

    return {
      language: (await look()).language,
      staff: standing.staff,
      languageNow: async () => (await look()).language,
      worldOf,
      lastHandoff: standing.lastHandoff,
      callPerson: (key, missed) => deskPort(standing.language ?? guess).callPerson(key, "misunderstood", missed),
      atDesk: standing.handoff === undefined ? undefined : of.personAtDesk({ handoff: standing.handoff, fence }),
      replies: chatReplies({ db, vault, chats, chat: fence.chat, now, wakeSenders: of.wakeSenders }),
    };
  }

  return { chats, openChat };
}
