// For tests of the bot without a staff: nobody belongs to it, and it answers nothing.
import type { Desk } from "../../src/channels/telegram/bot.js";

export const noDesk: Desk = {
  visit: async () => undefined,
  username: async () => "nobody_bot",
  isStaffGroup: async () => false,
  isSupervisor: async () => false,
  follow: async () => undefined,
  cameIn: async () => undefined,
};
