// The desk's commands as buttons: which role has which, and which command a press or a written label means.
import type { Update } from "grammy/types";
import type { Desk } from "../../../desk/desk.js";
import type { Staff } from "../../../desk/staff.js";
import { type DeskButton, deskData, type View } from "../../../desk/view.js";
import { type DeskAction, mayDo } from "../../../domain/access.js";
import type { Rendered } from "../../../messages/channel.js";
import { foldText } from "../../../words/fold-text.js";
import { type Language, languages, line } from "../../../words/line.js";

/** In the order of the menu. */
export const deskCommands = {
  lookup: "look-up",
  queue: "see-queue",
  filings: "file",
  stats: "see-stats",
  invite: "invite",
  desk: "manage-staff",
} as const satisfies Record<string, DeskAction>;
export type DeskCommand = keyof typeof deskCommands;
const names = Object.keys(deskCommands) as DeskCommand[];
const inRow = 2;

/** What a role may do; where these records are the registry nothing is ever filed by hand, and it is not offered. */
export function isOffered(action: DeskAction, role: Staff["role"], { filings }: Pick<Desk, "filings">): boolean {
  return mayDo(role, action) && (action !== "file" || filings !== undefined);
}

/** What is offered to a role, as buttons. */
export function menuOf(role: Staff["role"], desk: Pick<Desk, "filings">): readonly (readonly DeskButton[])[] {
  const buttons = names.filter((name) => isOffered(deskCommands[name], role, desk)).map(menuButton);
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
