// The main menu: every command as a button, the likeliest first for who is asking.
import { type Line, line } from "../words/line.js";
import type { Button, Command, Message } from "./message.js";
import type { Account } from "./people-port.js";

/** Whose menu it is; a standing is all that it depends on. */
export type MenuOf = { readonly account: Pick<Account, "standing"> | undefined };

type Entry = readonly [label: Line, command: Command];

const inquire: Entry = [line("button-inquire"), "inquire"];
const quote: Entry = [line("button-quote"), "quote"];
const renew: Entry = [line("button-renew"), "renew"];
const pay: Entry = [line("button-pay"), "pay"];
const payQuick: Entry = [line("button-pay-quick"), "pay-quick"];
const workers: Entry = [line("button-workers"), "workers"];
const register: Entry = [line("button-register"), "register"];
const reminders: Entry = [line("button-reminders"), "reminders"];
const privacy: Entry = [line("button-privacy"), "privacy"];
const language: Entry = [line("button-language"), "language"];
const help: Entry = [line("button-help-menu"), "help"];
const human: Entry = [line("button-human"), "human"];

const rowsFor: Record<"stranger" | Account["standing"], readonly (readonly Entry[])[]> = {
  proved: [
    [renew, inquire],
    [pay, workers],
    [quote, reminders],
    [help, human],
    [privacy, language],
  ],
  unproved: [
    [payQuick, quote],
    [workers, pay],
    [register, reminders],
    [inquire, renew],
    [help, human],
    [privacy, language],
  ],
  stranger: [
    [register, payQuick],
    [inquire, renew],
    [quote, pay],
    [workers, reminders],
    [help, human],
    [privacy, language],
  ],
};

/** @param lines what is said above the menu; by default a question what is wanted */
export function menu({ account }: MenuOf, lines: readonly Line[] = [line("menu-ask")]): Message {
  return { lines, buttons: menuButtons(account) };
}

function menuButtons(account: MenuOf["account"]): readonly (readonly Button[])[] {
  return rowsFor[account?.standing ?? "stranger"].map((row) =>
    row.map(([label, command]): Button => ({ kind: "command", label, command })),
  );
}
