// The bot: grammY's handlers over updates, each of which ends as a turn, as a word to a group, or as nothing.
import { Bot, type Context } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import type { Message } from "../../journeys/message.js";
import type { Log } from "../../log.js";
import type { Channel, Rendered } from "../../messages/channel.js";
import type { TakeTurn, TurnResult } from "../../turns/incoming.js";
import type { Visit } from "../../turns/visit.js";
import { type Language, line } from "../../words/line.js";
import { acknowledging } from "./acknowledge.js";
import { namedBot, withoutName } from "./addressed.js";
import { isAdministeredBy, isAnonymousAdmin } from "./anonymous-admin.js";
import { type BotApiSettings, callTimeoutSeconds, clientOptions } from "./api.js";
import type { TelegramDesk } from "./desk/desk.js";
import { migratedIn } from "./migrated.js";
import { guessLanguage, type Place, receive } from "./receive.js";
import { parseUpdate, type TelegramUpdate } from "./update.js";

export type BotParts = {
  readonly api: BotApiSettings;
  readonly channel: Channel;
  readonly takeTurn: TakeTurn;
  /** A person blocked the bot: nothing is to be sent to their chat until they write again. */
  readonly markUnreachable: (chat: string) => Promise<void>;
  readonly render: (message: Message, language: Language) => Rendered;
  readonly desk: Desk;
  readonly log: Log;
};

/** The staff's side: who may have the bot in a group, and what answers them. */
export type Desk = {
  readonly visit: TelegramDesk;
  /** How commands name the bot. @throws while the platform has not said it: then the update comes again */
  readonly username: () => Promise<string>;
  /** The team's group, as it was named. */
  readonly isStaffGroup: (chat: string) => Promise<boolean>;
  readonly isSupervisor: (user: string) => Promise<boolean>;
  /** The platform calls the one group by the other's id from now on. */
  readonly follow: (from: string, to: string) => Promise<void>;
  /** These users are in that group from now on, whoever added them. */
  readonly cameIn: (group: string, users: readonly string[]) => Promise<void>;
};

/** An update in grammY's hands: as it was read at the border, and how it ended (what no handler takes is done). */
type UnderWay = { readonly update: TelegramUpdate; result: TurnResult };

/** Takes one update, whoever delivered it. "malformed": it is none. Never throws. */
export type TakeUpdate = (json: unknown) => Promise<TurnResult | "malformed">;

export function createTakeUpdate(parts: BotParts): TakeUpdate {
  const { log } = parts;
  const underWay = new WeakMap<Update, UnderWay>();
  const bot = createBot(parts, underWay);

  return async (json) => {
    const parsed = parseUpdate(json);
    if (!parsed.ok) return "malformed";
    const update = json as Update;
    const taken: UnderWay = { update: parsed.update, result: "done" };
    underWay.set(update, taken);
    try {
      await bot.handleUpdate(update);
      return taken.result;
    } catch (error) {
      // A turn keeps its own faults; what fails outside of one is a store that could not be told. It comes again.
      log.error({ event: "telegram-update-failed", update: parsed.update.update_id, error });
      return "later";
    }
  };
}

function createBot(parts: BotParts, underWay: WeakMap<Update, UnderWay>): Bot {
  const bot = new Bot(parts.api.token, {
    botInfo: botInfo(parts.api.token),
    client: clientOptions(parts.api, callTimeoutSeconds),
  });
  const privately = bot.chatType("private");
  privately.on("my_chat_member", async (ctx) => {
    if (ctx.myChatMember.new_chat_member.status === "kicked") await parts.markUnreachable(String(ctx.chat.id));
  });
  privately.on(["message", "edited_message", "callback_query:data"], async (ctx) => {
    const taken = underWay.get(ctx.update);
    if (taken !== undefined) taken.result = await takeTurn(parts, ctx, taken.update);
  });
  const elsewhere = bot.chatType(["group", "supergroup", "channel"]);
  elsewhere.on("my_chat_member", async (ctx) => {
    const { status } = ctx.myChatMember.new_chat_member;
    if ((status === "member" || status === "administrator") && !(await belongs(parts, ctx)))
      await sayAndLeave(parts, ctx);
  });
  elsewhere.on("message", async (ctx, next) => {
    const migrated = migratedIn(ctx.message);
    if (migrated === undefined) return next();
    await parts.desk.follow(migrated.from, migrated.to);
  });
  elsewhere.on("message:new_chat_members", async (ctx, next) => {
    const users = ctx.message.new_chat_members.map(({ id }) => String(id));
    await parts.desk.cameIn(String(ctx.chat.id), users);
    return next();
  });
  elsewhere.on(["message", "edited_message", "callback_query"], async (ctx) => {
    const taken = underWay.get(ctx.update);
    if (await belongs(parts, ctx)) {
      if (taken !== undefined) taken.result = await takeTurn(parts, ctx, taken.update, "staff-group");
    } else if (ctx.message?.text !== undefined || ctx.callbackQuery !== undefined) await sayAndLeave(parts, ctx);
  });
  return bot;
}

async function takeTurn(
  { channel, takeTurn: take, desk, log }: BotParts,
  ctx: Context,
  update: TelegramUpdate,
  place: Place = "private",
): Promise<TurnResult> {
  const reading = receive(update, place);
  if (!reading.ok) {
    log.debug({ event: "telegram-update-ignored", reason: reading.reason });
    return "done";
  }
  const name = namedBot(ctx.update);
  const isOurs = name === undefined || name.toLowerCase() === (await desk.username()).toLowerCase();
  // A command for another bot of the group's.
  if (!isOurs && place === "staff-group") return "done";
  const said = name !== undefined && isOurs ? withoutName(ctx.update) : ctx.update;
  const received = { ...reading.received, atDesk: (visit: Visit) => desk.visit(said, visit) };
  if (ctx.callbackQuery === undefined) return take({ ...received, channel });
  const acknowledge = () => {
    // Too old, or the platform is slow: the spinner ends by itself, and the turn goes on.
    ctx.answerCallbackQuery().catch((error: unknown) => log.info({ event: "telegram-press-unacknowledged", error }));
  };
  const acknowledged = acknowledging(channel, acknowledge);
  // Nothing is said here to a press while an agent has the chat, and at the desk what it did is told elsewhere.
  return take({ ...received, channel: acknowledged.channel, saysNothing: acknowledged.end });
}

const namesGroup = /^\/desk(?:@\w+)?\s+here\s*$/iu;

/** In the team's group, or where a supervisor wants it to be, who may not know that nobody sees who they are: then one must be among its administrators. */
async function belongs({ desk }: BotParts, ctx: Context): Promise<boolean> {
  const { chat, from, message } = ctx;
  if (chat !== undefined && (await desk.isStaffGroup(String(chat.id)))) return true;
  if (isAnonymousAdmin(message) && namesGroup.test(message?.text ?? ""))
    return isAdministeredBy(desk.isSupervisor, () => ctx.getChatAdministrators());
  return from !== undefined && (await desk.isSupervisor(String(from.id)));
}

/** Others would read the answers. Failing changes nothing: whoever is still there is told again at the next word. */
async function sayAndLeave({ render, log }: BotParts, ctx: Context): Promise<void> {
  const language = guessLanguage(ctx.from ?? {}) ?? "ar";
  const { text } = render({ lines: [line("telegram-group")] }, language);
  const left = [() => ctx.reply(text), () => ctx.leaveChat()];
  for (const step of left)
    await step().catch((error: unknown) => log.info({ event: "telegram-group-not-left", error }));
}

/** All that the handlers need is the bot's id, which its token begins with: it is ready before the Bot API is. */
export function botInfo(token: string): UserFromGetMe {
  return {
    id: Number.parseInt(token, 10),
    is_bot: true,
    first_name: "",
    username: "",
    can_join_groups: false,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  } as UserFromGetMe;
}
