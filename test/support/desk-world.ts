// The desk in Telegram on a database: updates as Telegram would send them, to the handlers themselves, and what they say to each.
import type { Update } from "grammy/types";
import { botInfo } from "../../src/channels/telegram/bot.js";
import { createTelegramDesk } from "../../src/channels/telegram/desk/desk.js";
import { type ComposedHandoffs, composeHandoffs } from "../../src/compose/handoffs.js";
import type { OpenTopic } from "../../src/desk/cards.js";
import type { Desk } from "../../src/desk/desk.js";
import { createFilingNotices } from "../../src/desk/filing-notices.js";
import type { RenameTopic } from "../../src/desk/follow-handoffs.js";
import type { Reveals } from "../../src/desk/take-back.js";
import type { StaffRole } from "../../src/domain/access.js";
import type { Rendered, Sign } from "../../src/messages/channel.js";
import { createRender } from "../../src/messages/render.js";
import { createRenderView, type RenderView } from "../../src/messages/render-view.js";
import type { Db } from "../../src/records/database.js";
import { createActions } from "../../src/records/desk/actions.js";
import { createCases } from "../../src/records/desk/cases.js";
import { createConsents } from "../../src/records/desk/consents.js";
import { createFilings } from "../../src/records/desk/filings.js";
import { createLookup } from "../../src/records/desk/lookup.js";
import { createPhoneCorrections } from "../../src/records/desk/phone-corrections.js";
import { createStaffRecords } from "../../src/records/desk/staff.js";
import { createReveals } from "../../src/records/desk/standing-reveals.js";
import { createDeskStats } from "../../src/records/desk/stats.js";
import { createTeamGroups } from "../../src/records/desk/team-group.js";
import { createTeamLog } from "../../src/records/desk/team-log.js";
import { createTellSupervisors } from "../../src/records/desk/tell-supervisors.js";
import { createMintLink } from "../../src/records/links.js";
import { chatKey } from "../../src/records/vault.js";
import { createSeal } from "../../src/secrets/seal.js";
import { createDatabaseSessions } from "../../src/sessions/database.js";
import type { ChatKey, SessionStore } from "../../src/turns/session-store.js";
import type { Language } from "../../src/words/line.js";
import { loadWords } from "../../src/words/load.js";
import { testReplan, testVault } from "./databases.js";
import { service } from "./fake-world.js";
import { silentLog } from "./log.js";
import { createPeopleWorld, type PeopleWorld } from "./people-world.js";

const { speak } = await loadWords("locales");
const token = "1000000151:test";
export const testSessionSeal = createSeal(Buffer.alloc(32, 7), "session");

/** What the desk said to one update; `undefined`: it left the update to the journeys. */
export type Said = readonly Rendered[] | undefined;

export type Member = {
  readonly id: number;
  readonly chat: ChatKey;
  /** In the private chat with the bot. */
  writes(text: string): Promise<Said>;
  presses(data: string): Promise<Said>;
  /** In a group. `more` of the message, as Telegram has it; with `edits` the same message in new words. */
  writesIn(group: Group, text: string, more?: { readonly edits?: true } & Record<string, unknown>): Promise<Said>;
  pressesIn(group: Group, data: string): Promise<Said>;
};

export type Group = { readonly id: number; readonly isForum?: boolean };

export type DeskWorld = PeopleWorld & {
  readonly desk: Desk;
  /** What operators were shown of looking. */
  readonly reported: readonly string[];
  /** What was shown in full, as it is taken back. */
  readonly reveals: Reveals;
  readonly handoffs: ComposedHandoffs;
  readonly sessions: SessionStore;
  /** The names of the topics that were opened; the nth has the thread n. */
  readonly topics: readonly string[];
  readonly openTopic: OpenTopic;
  /** What they were called later, in order. */
  readonly renamed: readonly string[];
  readonly renameTopic: RenameTopic;
  /** Signs on messages that say all there is to say. */
  readonly signs: readonly { readonly message: string; readonly as: Sign }[];
  readonly renderView: RenderView;
  /** Somebody who may be of the staff or not: they are known by their Telegram id. */
  member(id: number, language?: Language): Member;
  /** One of the staff, invited and seated. */
  seat(id: number, role: StaffRole): Promise<Member>;
};

export function createDeskWorld(db: Db, more: Partial<Desk> = {}): DeskWorld {
  const people = createPeopleWorld(db);
  const { clock } = people;
  const renderView = createRenderView(speak, { isTest: false });
  const records = { db, vault: testVault, clock };
  const reported: string[] = [];
  const report = (what: string) => void reported.push(what);
  const tellSupervisors = createTellSupervisors({ vault: testVault, toStaff: renderView, firstLanguage: "ar", report });
  const toPerson = createRender(speak, { isTest: false });
  const consents = createConsents({
    ...records,
    tellSupervisors,
    toStaff: renderView,
    toPerson,
    firstLanguage: "en",
    wakeSenders: () => undefined,
  });
  const sessions = createDatabaseSessions(db);
  const topics: string[] = [];
  const openTopic: OpenTopic = async (_group, title) => ({ ok: true, thread: String(topics.push(title)) });
  const renamed: string[] = [];
  const renameTopic: RenameTopic = async (_group, _thread, title) => {
    renamed.push(title);
    return { ok: true };
  };
  const signs: { message: string; as: Sign }[] = [];
  const handoffs = composeHandoffs({
    stores: { database: { db }, vault: testVault, sessions, sessionSeal: testSessionSeal },
    service,
    clock,
    speak,
    renderView,
    render: toPerson,
    openTopic,
    renameTopic,
    mayWrite: async () => true,
    wakeSenders: () => undefined,
    log: silentLog,
  });
  const desk: Desk = {
    staff: createStaffRecords(records),
    teamLog: createTeamLog(records),
    groups: createTeamGroups({ ...records, renderView, firstLanguage: "en", wakeSenders: () => undefined }),
    handoffs: handoffs.desk,
    consents,
    cases: createCases({ ...records, service, render: toPerson, wakeSenders: () => undefined }),
    phones: createPhoneCorrections({
      ...records,
      replan: testReplan,
      service,
      toStaff: renderView,
      toPerson,
      firstLanguage: "en",
      wakeSenders: () => undefined,
    }),
    service,
    actions: createActions({
      ...records,
      replan: testReplan,
      mintLink: createMintLink(testVault, "https://pay.test"),
      service,
      toPerson,
      firstLanguage: "en",
      wakeSenders: () => undefined,
    }),
    lookup: createLookup({ ...records, tellSupervisors, report }),
    filings: createFilings({
      db,
      vault: testVault,
      clock,
      replan: testReplan,
      render: toPerson,
      toStaff: renderView,
      firstLanguage: "en",
      holidays: service.deskHours.holidays,
      notices: createFilingNotices({ operator: { ar: "شركة الأمانة", en: "Amana" }, hotline: "151" }),
      tellSupervisors,
    }),
    stats: createDeskStats({ db, vault: testVault }),
    inviteLink: async (token) => `https://t.me/desk_bot?start=staff_${token}`,
    ...more,
  };
  const handle = createTelegramDesk({
    api: { token, apiRoot: "http://127.0.0.1:1", countCall: () => undefined },
    botInfo: botInfo(token),
    desk,
    render: renderView,
  });
  const states = new Map<ChatKey, string | undefined>();
  let updates = 0;

  async function visit(from: number, chatId: number, language: Language, content: object): Promise<Said> {
    updates += 1;
    const chat = chatKey(testVault, "telegram", `${chatId}`);
    const visited = await handle({ update_id: updates, ...content } as Update, {
      fence: { chat, token: updates },
      update: `${updates}`,
      staff: await desk.staff.of(chatKey(testVault, "telegram", `${from}`)),
      language,
      now: clock.now(),
      state: states.get(chat),
    });
    if (visited === undefined) return undefined;
    states.set(chat, visited.state);
    for (const { sign } of visited.says) if (sign !== undefined) signs.push({ message: sign.message, as: sign.as });
    const said = visited.says.filter(({ sign }) => sign?.isAll !== true);
    return visited.isLeft && visited.says.length === 0 ? undefined : said.map(({ rendered }) => rendered);
  }

  const world: DeskWorld = Object.assign(people, {
    desk,
    reported,
    reveals: createReveals({ ...records, replan: testReplan, toStaff: renderView, firstLanguage: "en" }),
    handoffs,
    sessions,
    topics,
    openTopic,
    renamed,
    renameTopic,
    signs,
    renderView,
    member(id: number, language: Language = "en"): Member {
      const from = { id, is_bot: false, first_name: `Member ${id}` };
      const privately = { id, type: "private", first_name: from.first_name };
      const message = (chat: object, text: string, { edits, ...more }: Record<string, unknown> = {}) => ({
        [edits === true ? "edited_message" : "message"]: {
          message_id: updates + 1,
          date: 0,
          from,
          chat,
          text,
          ...(text.startsWith("/")
            ? { entities: [{ type: "bot_command", offset: 0, length: text.split(/\s/u)[0]?.length ?? 0 }] }
            : {}),
          ...more,
        },
      });
      return {
        id,
        chat: chatKey(testVault, "telegram", `${id}`),
        writes: (text) => visit(id, id, language, message(privately, text)),
        presses: (data) =>
          visit(id, id, language, {
            callback_query: {
              id: `${updates}`,
              from,
              chat_instance: "1",
              data,
              message: { message_id: 1, date: 0, chat: privately, text: "shown" },
            },
          }),
        writesIn: (group, text, more) => visit(id, group.id, language, message(groupChat(group), text, more)),
        pressesIn: (group, data) =>
          visit(id, group.id, language, {
            callback_query: {
              id: `${updates}`,
              from,
              chat_instance: "1",
              data,
              message: { message_id: 1, date: 0, chat: groupChat(group), text: "shown" },
            },
          }),
      };
    },
    async seat(id: number, role: StaffRole) {
      const member = world.member(id);
      await people.chat(`${id}`);
      await member.writes(`/start staff_${await desk.staff.invite(role, undefined)}`);
      return member;
    },
  });
  return world;
}

const groupChat = ({ id, isForum }: Group) => ({ id, type: "supergroup", title: "Team", is_forum: isForum === true });
