// Links that open the bot, with or without an invitation; the bot's name is Telegram's to say.
import type { Api } from "grammy";
import { invitePrefix } from "../../desk/staff.js";

export async function inviteLink(api: Api, token: string): Promise<string> {
  const { username } = await api.getMe();
  return `${botLink(username)}?start=${invitePrefix}${token}`;
}

export const botLink = (username: string): string => `https://t.me/${username}`;
