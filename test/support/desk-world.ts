// The desk in Telegram on a database: updates as Telegram would send them, to the handlers themselves, and what they say to each.
import type { Update } from "grammy/types";
import { botInfo } from "../../src/channels/telegram/bot.js";
import { createTelegramDesk } from "../../src/channels/telegram/desk/desk.js";
import type { Desk } from "../../src/desk/desk.js";
import { createFilingNotices } from "../../src/desk/filing-notices.js";
import type { StaffRole } from "../../src/domain/access.js";
import type { Rendered } from "../../src/messages/channel.js";
import { createRender } from "../../src/messages/render.js";
import { createRenderView } from "../../src/messages/render-view.js";
import type { Db } from "../../src/records/database.js";
import { createActions } from "../../src/records/desk/actions.js";
import { createConsents } from "../../src/records/desk/consents.js";
import { createFilings } from "../../src/records/desk/filings.js";
import { createLookup } from "../../src/records/desk/lookup.js";
import { createPhoneCorrections } from "../../src/records/desk/phone-corrections.js";
import { createStaffRecords } from "../../src/records/desk/staff.js";
import { createDeskStats } from "../../src/records/desk/stats.js";
import { createTellSupervisors } from "../../src/records/desk/tell-supervisors.js";
import { createMintLink } from "../../src/records/links.js";
import { chatKey } from "../../src/records/vault.js";
import type { ChatKey } from "../../src/turns/session-store.js";
import type { Language } from "../../src/words/line.js";
import { loadWords } from "../../src/words/load.js";
import { testReplan, testVault } from "./databases.js";
import { service } from "./fake-world.js";
import { createPeopleWorld, type PeopleWorld } from "./people-world.js";

const { speak } = await loadWords("locales");
const token = "1000000151:test";

/** What the desk said to one update; `undefined`: it left the update to the journeys. */
export type Said = readonly Rendered[] | undefined;

export type Member = {
  readonly id: number;
  readonly chat: ChatKey;
  /** In the private chat with the bot. */
  writes(text: string): Promise<Said>;
  presses(data: string): Promise<Said>;
  /** In a group. */
  writesIn(group: { readonly id: number; readonly isForum?: boolean }, text: string): Promise<Said>;
};

export type DeskWorld = PeopleWorld & {
  readonly desk: Desk;
  /** What operators were shown of looking. */
  readonly reported: readonly string[];
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
  const tellSupervisors = createTellSupervisors({ vault: testVault, toStaff: renderView, firstLanguage: "ar" });
  const toPerson = createRender(speak, { isTest: false });
  const consents = createConsents({
    ...records,
    tellSupervisors,
    toStaff: renderView,
    toPerson,
    firstLanguage: "en",
    wakeSenders: () => undefined,
  });
  const reported: string[] = [];
  const desk: Desk = {
    staff: createStaffRecords(records),
    consents,
    phones: createPhoneCorrections({
      ...records,
      replan: testReplan,
      toStaff: renderView,
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
    lookup: createLookup({ ...records, tellSupervisors, report: (what) => void reported.push(what) }),
    filings: createFilings({
      db,
      vault: testVault,
      clock,
      replan: testReplan,
      render: createRender(speak, { isTest: false }),
      notices: createFilingNotices({ operator: { ar: "شركة الأمانة", en: "Amana" }, hotline: "151" }),
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
    return visited.says.map(({ rendered }) => rendered);
  }

  const world: DeskWorld = Object.assign(people, {
    desk,
    reported,
    member(id: number, language: Language = "en"): Member {
      const from = { id, is_bot: false, first_name: `Member ${id}` };
      const privately = { id, type: "private", first_name: from.first_name };
      const message = (chat: object, text: string) => ({
        message: {
          message_id: updates + 1,
          date: 0,
          from,
          chat,
          text,
          ...(text.startsWith("/")
            ? { entities: [{ type: "bot_command", offset: 0, length: text.split(/\s/u)[0]?.length ?? 0 }] }
            : {}),
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
        writesIn: (group, text) =>
          visit(
            id,
            group.id,
            language,
            message({ id: group.id, type: "supergroup", title: "Team", is_forum: group.isForum === true }, text),
          ),
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
