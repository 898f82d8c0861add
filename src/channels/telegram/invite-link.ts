// A link that opens the bot and hands it an invitation; the bot's name is Telegram's to say.
import type { Api } from "grammy";
import { invitePrefix } from "../../desk/staff.js";

export async function inviteLink(api: Api, token: string): Promise<string> {
  const { username } = await api.getMe();
  return `https://t.me/${username}?start=${invitePrefix}${token}`;
}
