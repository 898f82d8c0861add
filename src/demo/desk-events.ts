// The desk's part of GET /demo/events: the bot's chat with one of the hotline team, and the team's group.
import { isInside } from "./bot-api/entries.js";
import type { BotApi } from "./bot-api/server.js";
import { type StaffMember, staffGroup } from "./staff.js";

/** Sends both as they are now, and each again whenever it changes, until the function it returns is called. */
export function followDesk(
  { botApi, member, lang }: { botApi: BotApi; member: StaffMember; lang: string },
  send: (event: string, data: unknown) => void,
): () => void {
  const id = member.telegramUserId;
  const sendChat = () => send("desk-chat", botApi.chatView(id, lang));
  const group = botApi.group(staffGroup.id);
  const sendGroup = () => {
    const status = group.statusOf(id);
    // Whoever is out sees nothing of it any more.
    const shown = isInside(status) ? {} : { topics: [], messages: [], deleted: [] };
    send("staff-group", { ...group.view(), ...shown, status, me: id });
  };
  sendChat();
  sendGroup();
  return botApi.subscribe((happening) => {
    if (happening.kind === "toast" && happening.userId === id) send("desk-toast", happening);
    if (happening.kind !== "changed") return;
    if (happening.chatId === id) sendChat();
    if (happening.chatId === staffGroup.id) sendGroup();
  });
}
