// A chat that needs a person, from both sides, on a database: the person's turns, the staff's group, and a sender that carries the outbox.
import { placeLink } from "../../src/channels/telegram/place-link.js";
import { chatReplies } from "../../src/compose/chat.js";
import type { HandoffCards } from "../../src/desk/cards.js";
import { consentMs } from "../../src/desk/consent.js";
import type { Content, HandoffWatch } from "../../src/desk/handoff.js";
import { lookAfterHandoffs } from "../../src/desk/watch-handoffs.js";
import { kuwaitDate } from "../../src/domain/iso-date.js";
import { deskConsent } from "../../src/journeys/desk-consent.js";
import { helped } from "../../src/journeys/helped.js";
import { cancelRequest, human } from "../../src/journeys/human.js";
import type { Input } from "../../src/journeys/input.js";
import type { Journey } from "../../src/journeys/journey.js";
import { askCivilId } from "../../src/journeys/questions/civil-id.js";
import { oneOf } from "../../src/journeys/questions/one-of.js";
import { personNameAsked } from "../../src/journeys/questions/person-name.js";
import { quote } from "../../src/journeys/quote.js";
import type { Channel, Rendered, Sent } from "../../src/messages/channel.js";
import type { Outcome } from "../../src/messages/outbox.js";
import { render } from "../../src/messages/render.js";
import { createValueLabelled } from "../../src/messages/value-labelled.js";
import { provedSponsor } from "../../src/records/accounts.js";
import type { Db } from "../../src/records/database.js";
import { createDeskPort } from "../../src/records/desk/desk-port.js";
import { createFollowedHandoffs } from "../../src/records/desk/followed-handoffs.js";
import { createHandoffCards } from "../../src/records/desk/handoff-cards.js";
import type { HandoffParts } from "../../src/records/desk/handoff-parts.js";
import { createHandoffWatch } from "../../src/records/desk/handoff-watch.js";
import { createMutedGroup } from "../../src/records/desk/muted-group.js";
import { createOwnAccess } from "../../src/records/desk/own-access.js";
import { enqueue } from "../../src/records/outbox.js";
import { createOutboxStore, type WrittenAtSending } from "../../src/records/outbox-store.js";
import { chatKey } from "../../src/records/vault.js";
import type { TurnResult } from "../../src/turns/incoming.js";
import type { ChatKey } from "../../src/turns/session-store.js";
import { createTakeTurn, type TurnDeps } from "../../src/turns/turn.js";
import { line } from "../../src/words/line.js";
import { asAutomatic } from "./as-automatic.js";
import { testVault } from "./databases.js";
import { createDeskWorld, type DeskWorld, type Group, testSessionSeal } from "./desk-world.js";
import { fakeWorld, service } from "./fake-world.js";
import { speak } from "./journey.js";
import { silentLog } from "./log.js";
import { noReminders } from "./no-reminders.js";
import { toyMenu } from "./toy-journeys.js";

/** As it stands on somebody's phone. */
export type Shown = {
  readonly id: string;
  text: string;
  message: Rendered;
  readonly by: "reply" | "outbox";
  isRemoved?: true;
};

export type HandoffWorld = DeskWorld & {
  readonly group: Group;
  /** What each chat shows, in the order in which it came. */
  phone(chat: ChatKey | string): readonly Shown[];
  readonly groupKey: ChatKey;
  /** The group in which the team met first. */
  readonly oldGroupKey: ChatKey;
  /** Where the team meets from now on, as tests look at it. */
  moveTo(group: Group): void;
  /** Whose turns they are from now on. */
  become(id: string): void;
  readonly person: ChatKey;
  /** What is looked at in the moment in which a turn replies. */
  beforeReply: () => Promise<void>;
  /** So many of the next turns are not kept, as if their process had died at the end. */
  lostTurns: number;
  /** Whether the bot would be told that it may write in the group. */
  mayWrite: boolean;
  /** How much of the group has been looked at. */
  groupSeen: number;
  /** The person writes, once or (by its update's number) again. */
  says(
    what: string | Input,
    more?: { readonly update?: string; readonly content?: Content | null },
  ): Promise<TurnResult>;
  /** Something that comes by itself, as a receipt does. */
  tells(kind: "payment" | "reply", text: string): Promise<void>;
  /** Agent 2 asks the person, whose account is proved there, for full values. @returns what the person's answer names */
  asksConsent(): Promise<number>;
  /** The person takes the request back. */
  cancels(): Promise<void>;
  /** Takes what waits in the outbox to the phones, at most so many; however many the group gets, a minute has passed. */
  send(most?: number): Promise<void>;
  /** How a call of the outbox's ends, where it does not go well. */
  fate: (chat: string, message: Rendered) => Exclude<Outcome, { kind: "sent" }> | undefined;
  /** Once over what is due. */
  look(): Promise<void>;
  readonly store: ReturnType<typeof createOutboxStore>;
  readonly cards: HandoffCards;
  readonly watch: HandoffWatch;
  deliver(chat: string, message: Rendered, by: Shown["by"]): string;
};

/** Asks what a registration does, without its proof. */
const registering: Journey = async (ask, _prove, world) => {
  const help = line("register-civil-id-help");
  await askCivilId(ask, "civil-id", world.today, { prompt: [line("register-civil-id")], help });
  await ask("name", personNameAsked({ prompt: [line("register-name")], help }));
  await ask("years", oneOf({ prompt: [line("quote-who")], help, options: [yearsOption] }));
  return { say: [{ lines: [line("register-proved")] }] };
};
const yearsOption = { value: "2", label: line("count-years", { n: 2 }), means: 2 };

const journeys: Readonly<Record<string, Journey>> = {
  register: registering,
  human,
  "cancel-request": cancelRequest,
  helped,
  quote,
  "desk-consent": deskConsent,
};

/** With the group named by supervisor 1; the staff is seated by the test. */
export async function createHandoffWorld(
  db: Db,
  hasTopics = true,
  reminders: WrittenAtSending = noReminders,
): Promise<HandoffWorld> {
  const world = createDeskWorld(db);
  const { clock, handoffs, sessions } = world;
  const group: Group = { id: -100, isForum: hasTopics };
  const groupKey = chatKey(testVault, "telegram", "-100");
  let personId = "700";
  const keyOf = (id: string) => chatKey(testVault, "telegram", id);
  await (await world.seat(1, "supervisor")).writesIn(group, "/desk here");
  const phones = new Map<string, Shown[]>();
  let lastMessage = 1000;
  let updates = 0;
  const phone = (chat: string) => phones.get(chat) ?? [];

  function deliver(chat: string, message: Rendered, by: Shown["by"]): string {
    const { changes } = message;
    const shown = phone(chat);
    const before = shown.find(({ id }) => id === changes?.messageId);
    if (before !== undefined && changes?.how === "edit") Object.assign(before, { text: message.text, message });
    if (before !== undefined && changes?.how === "remove") before.isRemoved = true;
    if (changes !== undefined) return changes.messageId;
    lastMessage += 1;
    phones.set(chat, [...phone(chat), { id: `${lastMessage}`, text: message.text, message, by }]);
    return `${lastMessage}`;
  }

  const sends = async (message: Rendered): Promise<Sent> => {
    await whole.beforeReply();
    return { ok: true, messageId: deliver(keyOf(personId), message, "reply") };
  };
  const channel: Channel = {
    name: "telegram",
    send: (_chat, message) => sends(message),
    edit: (_chat, _id, message) => sends(message),
    remove: async () => ({ ok: true, messageId: "1" }),
    react: async () => ({ ok: true, messageId: "1" }),
  };
  const atDesk = { db, vault: testVault, renderView: world.renderView, hours: service.deskHours };
  const openChat: TurnDeps["openChat"] = async (fence, _incoming, about) => {
    const now = clock.now();
    const standing = await world.chats.open({ key: fence.chat, channel: "telegram", id: personId }, now);
    const desk = createDeskPort(atDesk, { fence, now, about, language: "en" });
    return {
      language: "en",
      staff: standing.staff,
      atDesk: standing.handoff === undefined ? undefined : handoffs.personAtDesk({ handoff: standing.handoff, fence }),
      lastHandoff: standing.lastHandoff,
      callPerson: (key, missed) => desk.callPerson(key, "misunderstood", missed),
      languageNow: async () => "en",
      replies: chatReplies({
        db,
        vault: testVault,
        chats: world.chats,
        chat: fence.chat,
        now,
        wakeSenders: () => undefined,
      }),
      worldOf: async (draft) => {
        const known = fakeWorld();
        const accesses = createOwnAccess(
          { db, vault: testVault, toStaff: world.renderView, firstLanguage: "en" },
          { fence, now },
        );
        return {
          world: { ...known, now, today: kuwaitDate(now), desk, accesses, draft: draft.id, argument: draft.argument },
          proofs: known.proofs,
        };
      },
    };
  };
  const takeTurn = createTakeTurn({
    sessions: {
      ...sessions,
      async commit(...of) {
        if (whole.lostTurns === 0) return sessions.commit(...of);
        whole.lostTurns -= 1;
        throw new Error("died");
      },
    },
    seal: testSessionSeal,
    keyOf: (_channel, chat) => chatKey(testVault, "telegram", chat),
    openChat,
    openGroup: async () => {
      throw new Error("the group's visits go to the desk itself");
    },
    troubled: { count: async () => "again" },
    render: (message, language, fingerprint) => render(message, language, speak, fingerprint),
    apology: (language) => render({ lines: [line("reply-refused", { hotline: "151" })] }, language, speak, ""),
    clock,
    isOutage: (error) => error instanceof Error && error.message === "died",
    journeyOf: (command) => journeys[command] ?? toyMenu,
    understand: () => ({ kind: "unknown" }),
    valueLabelled: createValueLabelled(speak),
    service,
    report: {
      turn: () => undefined,
      fault: ({ error }) => {
        throw error;
      },
      refused: () => undefined,
      outage: () => undefined,
    },
  });
  const store = createOutboxStore({ db, vault: testVault, clock, reminders, asAutomatic });
  const parts = {
    db,
    vault: testVault,
    clock,
    firstLanguage: "en",
    fees: service.fees,
    service,
    holdChat: async () => "busy",
    placeLink,
    wakeSenders: () => undefined,
    plain: (said, language) => speak.plain(language, said),
    render: (message, language) => render(message, language, speak, ""),
    renderView: world.renderView,
  } as const satisfies HandoffParts;

  const whole: HandoffWorld = Object.assign(world, {
    group,
    groupKey,
    oldGroupKey: groupKey,
    moveTo(next: Group) {
      Object.assign(whole, { group: next, groupKey: keyOf(`${next.id}`) });
    },
    person: keyOf(personId),
    become(id: string) {
      personId = id;
      Object.assign(whole, { person: keyOf(id) });
    },
    beforeReply: async () => undefined,
    fate: () => undefined,
    lostTurns: 0,
    mayWrite: true,
    groupSeen: 0,
    phone,
    store,
    cards: createHandoffCards(parts),
    watch: createHandoffWatch(parts),
    deliver,

    says(what: string | Input, { update, content }: { update?: string; content?: Content | null } = {}) {
      updates += 1;
      const input: Input = typeof what === "string" ? { kind: "text", text: what } : what;
      const written = input.kind === "text" ? { message: `${updates}`, text: input.text, isEdited: false } : undefined;
      const passed = content === null ? undefined : (content ?? written);
      const of = { channel, chat: personId, update: update ?? `p${updates}`, input };
      return takeTurn(passed === undefined ? of : { ...of, content: passed });
    },

    async tells(kind: "payment" | "reply", text: string) {
      updates += 1;
      const message: Rendered = { text, language: "en", code: [], buttons: [] };
      await enqueue(db, testVault, {
        chat: keyOf(personId),
        kind,
        effectKey: `test:${updates}`,
        message,
        now: clock.now(),
      });
    },

    async asksConsent() {
      const { sponsor } = await db
        .selectFrom("sponsors")
        .select("id as sponsor")
        .where("id", "=", provedSponsor(whole.person))
        .executeTakeFirstOrThrow();
      const by = await world.desk.staff.of(keyOf("2"));
      const { id } = await db
        .insertInto("consents")
        .values({
          staff_id: by?.id ?? 0,
          sponsor_id: sponsor,
          chat: whole.person,
          asked_at: clock.now(),
          expires_at: new Date(clock.now().getTime() + consentMs),
          effect_key: `asked:${++updates}`,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      return id;
    },

    async cancels() {
      const waiting = db.selectFrom("handoffs").select("id").where("chat", "=", whole.person);
      const { id } = await waiting.orderBy("id", "desc").executeTakeFirstOrThrow();
      await whole.says({ kind: "command", command: "cancel-request", argument: `${id}` });
    },

    async send(most = 100) {
      for (let left = most; left > 0; left -= 1) {
        await db.deleteFrom("group_pace").execute();
        const [item] = await store.claim("telegram", 1, 60_000);
        if (item === undefined) return;
        const message = (await store.markSending([item.id])).get(item.id);
        if (message === undefined) continue;
        const fate = whole.fate(keyOf(item.chat), message);
        const messageId = fate === undefined ? deliver(keyOf(item.chat), message, "outbox") : "";
        await store.record(item.id, fate ?? { kind: "sent", messageId });
      }
    },

    look: () =>
      lookAfterHandoffs(
        {
          cards: whole.cards,
          watch: whole.watch,
          openTopic: world.openTopic,
          handoffs: world.desk.handoffs,
          muted: createMutedGroup(parts),
          mayWrite: async () => whole.mayWrite,
          followed: createFollowedHandoffs(parts),
          renameTopic: world.renameTopic,
          log: silentLog,
        },
        (_handoff, work) => work().then(() => undefined),
      ),
  });
  return whole;
}
