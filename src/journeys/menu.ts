// The main menu: what is urgent for this person first, then what is likeliest; every other command is one press further.
import { type Line, line } from "../words/line.js";
import type { Button, Command, Message } from "./message.js";
import type { Account } from "./people-port.js";
import { urgent } from "./urgent.js";
import type { World } from "./world.js";

/** What the buttons of the menu carry: the menu alone, and all that it does not show at once. */
export const menuArgument = "menu";
export const moreArgument = "more";

type Entry = readonly [label: Line, command: Command];
type Rows = readonly (readonly Entry[])[];

const inquire: Entry = [line("button-inquire"), "inquire"];
const quote: Entry = [line("button-quote"), "quote"];
const renew: Entry = [line("button-renew"), "renew"];
const pay: Entry = [line("button-pay"), "pay"];
const payQuick: Entry = [line("button-pay-quick"), "pay-quick"];
const workers: Entry = [line("button-workers"), "workers"];
const register: Entry = [line("button-register"), "register"];
const reminders: Entry = [line("button-reminders"), "reminders"];
const account: Entry = [line("button-account"), "account"];
const privacy: Entry = [line("button-privacy"), "privacy"];
const language: Entry = [line("button-language"), "language"];
const help: Entry = [line("button-help-menu"), "help"];
const human: Entry = [line("button-human"), "human"];

const rowsFor: Readonly<Record<"stranger" | Account["standing"], { readonly first: Rows; readonly more: Rows }>> = {
  proved: {
    first: [
      [renew, inquire],
      [workers, pay],
    ],
    more: [
      [quote, reminders],
      [account, privacy],
      [help, language],
    ],
  },
  unproved: {
    first: [
      [payQuick, workers],
      [quote, reminders],
    ],
    more: [
      [renew, inquire],
      [pay, register],
      [account, privacy],
      [help, language],
    ],
  },
  stranger: {
    first: [
      [renew, inquire],
      [payQuick, quote],
    ],
    more: [
      [register, pay],
      [workers, reminders],
      [account, privacy],
      [help, language],
    ],
  },
};

type Menu = Message & { readonly buttons: readonly (readonly Button[])[] };

/** @param lines what is said above the menu; by default a question what is wanted */
export async function menu(world: World, lines: readonly Line[] = [line("menu-ask")]): Promise<Menu> {
  const first = await urgent(world);
  return {
    lines: [...(first?.lines ?? []), ...lines],
    buttons: [
      ...(first?.buttons ?? []),
      ...buttonsOf(rowsOf(world).first),
      [buttonOf(human), { kind: "command", label: line("button-menu-more"), command: "start", argument: moreArgument }],
    ],
  };
}

/** All that the menu does not show at once, and the way back to it. */
export function moreMenu(world: World): Message {
  const back: Button = { kind: "command", label: line("button-menu"), command: "start", argument: menuArgument };
  return { lines: [line("menu-rest")], buttons: [...buttonsOf(rowsOf(world).more), [back]] };
}

function rowsOf({ account }: World) {
  return rowsFor[account?.standing ?? "stranger"];
}

function buttonsOf(rows: Rows): readonly (readonly Button[])[] {
  return rows.map((row) => row.map(buttonOf));
}

function buttonOf([label, command]: Entry): Button {
  return { kind: "command", label, command };
}
