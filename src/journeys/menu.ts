// The main menu: where everything begins, the likeliest first for who is asking.
import { type Line, line } from "../words/line.js";
import type { Button, Command, Message } from "./message.js";
import type { World } from "./world.js";

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

const rowsFor: Record<"stranger" | "unproved" | "proved", readonly (readonly Entry[])[]> = {
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
    [help, human],
    [privacy, language],
  ],
  stranger: [[register, payQuick], [quote, pay], [help, human], [language]],
};

/** @param lines what is said above the menu; by default a question what is wanted */
export function menu(world: Pick<World, "account" | "service">, lines: readonly Line[] = [line("menu-ask")]): Message {
  const test = world.service.isTest ? [line("notice-test")] : [];
  return { lines: [...test, ...lines], buttons: menuButtons(world) };
}

function menuButtons({ account }: Pick<World, "account">): readonly (readonly Button[])[] {
  return rowsFor[account?.standing ?? "stranger"].map((row) =>
    row.map(([label, command]): Button => ({ kind: "command", label, command })),
  );
}
