// The desk's commands: written with a slash, pressed in the staff's menu, or written as its button says.
import type { Composer, NextFunction } from "grammy";
import type { Update } from "grammy/types";
import type { Staff } from "../../../desk/staff.js";
import { type DeskButton, deskData, type View } from "../../../desk/view.js";
import { type DeskAction, mayDo } from "../../../domain/access.js";
import type { Rendered } from "../../../messages/channel.js";
import { foldText } from "../../../words/fold-text.js";
import { type Language, languages, line } from "../../../words/line.js";
import { type DeskContext, visitorWho } from "./context.js";

/** In the order of the menu. */
const commands = {
  lookup: "look-up",
  queue: "see-queue",
  filings: "file",
  stats: "see-stats",
  invite: "invite",
  desk: "manage-staff",
} as const satisfies Record<string, DeskAction>;
export type DeskCommand = keyof typeof commands;
const names = Object.keys(commands) as DeskCommand[];
const inRow = 2;

/**
 * Answers a command of those who may, in their own chat or in the team's group; for anybody else, anywhere else, it does not exist.
 * @param answer gets what stands after the command
 */
export function onCommand(
  bot: Composer<DeskContext>,
  command: DeskCommand,
  answer: (ctx: DeskContext, by: Staff, rest: string) => Promise<void> | void,
): void {
  const answerStaff = async (ctx: DeskContext, next: NextFunction, rest: string) => {
    const by = visitorWho(ctx, commands[command]);
    if (by === undefined || !(await isAmongStaff(ctx))) return next();
    return answer(ctx, by, rest);
  };
  bot.command(command, (ctx, next) => answerStaff(ctx, next, ctx.match.trim()));
  bot.filter(
    ({ visiting }) => visiting.picked === command,
    (ctx, next) => answerStaff(ctx, next, ""),
  );
}

/** In private, or in the one group that is the staff's. */
async function isAmongStaff({ chat, visiting }: DeskContext): Promise<boolean> {
  return chat?.type === "private" || (await visiting.desk.staff.group())?.chat === visiting.fence.chat;
}

/** What a role may do, as buttons. */
export function menuOf(role: Staff["role"]): readonly (readonly DeskButton[])[] {
  const buttons = names.filter((name) => mayDo(role, commands[name])).map(menuButton);
  return buttons.flatMap((_, at) => (at % inRow === 0 ? [buttons.slice(at, at + inRow)] : []));
}

const menuButton = (name: DeskCommand): DeskButton => ({
  label: line(`desk-menu-${name}`),
  data: deskData("menu", name),
});

/** The command whose button was pressed, or whose label, in either language, was written in private. */
export function createPicked(
  render: (view: View, language: Language) => Rendered,
): (update: Update) => DeskCommand | undefined {
  const labelled = (name: DeskCommand, language: Language): readonly [string, DeskCommand] => {
    const { buttons } = render({ lines: [], buttons: [[menuButton(name)]] }, language);
    return [foldText(buttons[0]?.[0]?.label ?? name), name];
  };
  const labels = new Map(languages.flatMap((language) => names.map((name) => labelled(name, language))));
  return ({ callback_query: press, message }) => {
    if (press !== undefined) return names.find((name) => press.data === menuButton(name).data);
    return message?.chat.type === "private" && message.text !== undefined
      ? labels.get(foldText(message.text))
      : undefined;
  };
}
