// The desk in Telegram: the staff's private chats and their group, each update answered by the handlers here or left to the journeys.
import { conversations } from "@grammyjs/conversations";
import { Bot } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import type { Desk } from "../../../desk/desk.js";
import type { View } from "../../../desk/view.js";
import type { Rendered } from "../../../messages/channel.js";
import type { RenderView } from "../../../messages/render-view.js";
import type { Reply } from "../../../turns/replies.js";
import type { Visit, Visited } from "../../../turns/visit.js";
import { type BotApiSettings, callTimeoutSeconds, clientOptions } from "../api.js";
import { placeOf } from "../content.js";
import { addActions } from "./actions.js";
import { addAnonymous } from "./anonymous.js";
import { addCases } from "./cases.js";
import { addConsent } from "./consent.js";
import { type DeskContext, isAmongStaff, type Visiting } from "./context.js";
import { addFilings } from "./filings.js";
import { addGroup } from "./group.js";
import { addHandoffs } from "./handoffs.js";
import { addHelp } from "./help.js";
import { addInvitations, addInviting } from "./invitations.js";
import { endKept, openKept, readKept, writeKept } from "./kept-dialogues.js";
import { addLookup, addTypedLookup } from "./lookup.js";
import { createPicked } from "./menu.js";
import { addGoingOn, addLeftQuestions, endDialogues, endedView } from "./one-dialogue.js";
import { addPhoneCorrection } from "./phone-correction.js";
import { addQueue } from "./queue.js";
import { addRelays, createIsWithdrawal } from "./relays.js";
import { addStaff } from "./staff.js";
import { addStats } from "./stats.js";

export type TelegramDesk = (update: Update, visit: Visit) => Promise<Visited>;

/** Dialogues that an older version of the program left are begun anew: change it with what their steps ask. */
const dialoguesVersion = 4;

export function createTelegramDesk(of: {
  readonly api: BotApiSettings;
  readonly botInfo: UserFromGetMe;
  readonly desk: Desk;
  readonly render: RenderView;
}): TelegramDesk {
  const picked = createPicked(of.render);
  const isWithdrawal = createIsWithdrawal(of.render);
  const visits = new WeakMap<Update, Visiting>();
  const bot = new Bot<DeskContext>(of.api.token, {
    botInfo: of.botInfo,
    client: clientOptions(of.api, callTimeoutSeconds),
  });
  bot.use(async (ctx, next) => {
    const visiting = visits.get(ctx.update);
    if (visiting === undefined) throw new Error("an update came to the desk without a visit");
    ctx.visiting = visiting;
    await next();
  });
  // An invitation is the one thing that somebody who is not of the staff can bring.
  addInvitations(bot);
  addAnonymous(bot);
  const staffed = bot.filter((ctx) => ctx.visiting.staff !== undefined);
  addGoingOn(staffed);
  staffed.use(
    conversations({
      storage: {
        type: "context",
        version: dialoguesVersion,
        adapter: {
          read: ({ visiting }) => (visiting.kept === undefined ? undefined : readKept(visiting.kept)),
          write: ({ visiting }, state) => {
            const { asked } = visiting;
            const dialogue = asked === undefined ? { state } : { state, asked };
            visiting.kept = writeKept(visiting.kept, dialogue, visiting);
          },
          delete: ({ visiting }) => {
            visiting.kept = endKept(visiting.kept);
          },
        },
      },
    }),
  );
  const privately = staffed.filter((ctx): ctx is DeskContext => ctx.chat?.type === "private");
  // Commands stand before the dialogues, which would take them for answers.
  endDialogues(privately);
  // This alone is heard in any group: it makes one the team's.
  addGroup(staffed);
  const amongStaff = staffed.filter(isAmongStaff);
  addStats(amongStaff);
  addQueue(amongStaff);
  addHandoffs(amongStaff);
  addRelays(amongStaff);
  addFilings(privately);
  addInviting(privately);
  addStaff(privately);
  addHelp(privately);
  addLookup(privately);
  addActions(privately);
  addConsent(privately);
  addPhoneCorrection(privately);
  addCases(privately);
  addLeftQuestions(privately);
  addTypedLookup(privately);
  bot.use((ctx) => {
    ctx.visiting.isLeft = true;
  });

  return async (update, visit) => {
    const says: Reply[] = [];
    const pressed = update.callback_query?.message?.message_id;
    const where = update.message ?? update.edited_message ?? update.callback_query?.message;
    const place = answering(where);
    const group = where?.chat.type === "private" ? undefined : "group";
    const reply = (view: View): Reply => ({ rendered: { ...of.render(view, visit.language, group), ...place } });
    const { kept, isOver } = openKept(visit);
    const visiting: Visiting = {
      ...visit,
      desk: of.desk,
      say: (view) => void says.push(reply(view)),
      show: (view) => void says.push({ ...reply(view), ...(pressed === undefined ? {} : { inPlaceOf: `${pressed}` }) }),
      sign: (message, as, otherwise) => void says.push({ ...reply(otherwise), sign: { message, as, isAll: true } }),
      sayOf: (message, as, view) => void says.push({ ...reply(view), sign: { message, as, isAll: false } }),
      isWithdrawal,
      picked: picked(update),
      kept,
      asked: undefined,
      isLeft: false,
    };
    if (isOver && visit.staff !== undefined) visiting.say(endedView);
    visits.set(update, visiting);
    try {
      await bot.handleUpdate(update);
    } catch (error) {
      // grammY wraps what a handler threw; whether it is an outage is seen from what was thrown.
      throw error instanceof Error && "error" in error ? error.error : error;
    }
    // A question that a journey's command ended stays ended.
    if (visiting.isLeft && visiting.kept === visit.state) return undefined;
    return { state: visiting.kept, says, isLeft: visiting.isLeft };
  };
}

/** In a group an answer stands in the topic of what it answers, and shows which message that is. */
function answering(sent: NonNullable<Update["callback_query"]>["message"]): Pick<Rendered, "thread" | "replyTo"> {
  if (sent === undefined || sent.chat.type === "private") return {};
  const { thread } = placeOf(sent);
  return { ...(thread === undefined ? {} : { thread }), replyTo: String(sent.message_id) };
}
