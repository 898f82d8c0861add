// The demo's hotline team: two invented members and the group they work in, there from the first start.
import { profileOf } from "./actors.js";
import type { BotApi } from "./bot-api/server.js";

export type StaffMember = {
  /** Names the member in the simulator's address, `/demo?as=fatima&staff=agent`. */
  readonly id: string;
  readonly role: "agent" | "supervisor";
  readonly telegramUserId: number;
  readonly languageCode: "ar" | "en";
  readonly nameAr: string;
  readonly nameEn: string;
};

export const staff: readonly StaffMember[] = [
  {
    id: "agent",
    role: "agent",
    telegramUserId: 5_100_000_951,
    languageCode: "ar",
    nameAr: "سالم العازمي",
    nameEn: "Salem Al-Azmi",
  },
  {
    id: "supervisor",
    role: "supervisor",
    telegramUserId: 5_100_000_952,
    languageCode: "ar",
    nameAr: "هدى الشمري",
    nameEn: "Huda Al-Shammari",
  },
];

/** A supergroup's id, as the platform writes them. */
export const staffGroup = { id: -1_001_510_000_151, title: "فريق المكتب التجريبي · Example Office team" } as const;

/** The group with both in it, the bot its administrator, and a chat begun with each; what is there already stays. */
export function seatStaff(botApi: BotApi): void {
  const group = botApi.group(staffGroup.id, staffGroup.title, "forum");
  group.grantBot({ mayManageTopics: true, mayDeleteMessages: true, mayBanMembers: true });
  for (const each of staff) {
    botApi.person(each.telegramUserId, profileOf(each, each.languageCode)).begin();
    if (group.statusOf(each.telegramUserId) === undefined) joinGroup(botApi, each);
  }
}

/** As whoever may adds somebody to a group. */
export function joinGroup(botApi: BotApi, who: StaffMember): void {
  const as = { id: who.telegramUserId, ...profileOf(who, who.languageCode) };
  botApi.group(staffGroup.id).member(as, who.role === "supervisor" ? "creator" : "member");
}
