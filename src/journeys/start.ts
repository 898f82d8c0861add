// Start: says who runs this and what is never asked, and shows the menu.
import { type Language, type Line, line } from "../words/line.js";
import type { Journey } from "./journey.js";
import { menu, menuArgument, moreArgument, moreMenu } from "./menu.js";
import type { Button, Message } from "./message.js";
import { operatorLine } from "./pay-lines.js";
import type { World } from "./world.js";

export const start: Journey = async (_ask, _prove, world) => {
  if (world.argument === moreArgument) return { say: [moreMenu(world)] };
  if (world.argument === menuArgument) return { say: [await menu(world)] };
  const greeted = await menu(world, [...greeting(world), line("menu-ask")]);
  return { say: [{ ...greeted, buttons: [...greeted.buttons, ...switchRow(world)] }] };
};

/** What stands above the first answer of a chat that did not begin with /start: all of it for a stranger, else who speaks. */
export function introduction(world: World): readonly Line[] {
  return world.account === undefined ? greeting(world) : [operatorLine(world.service)];
}

/** A stranger's language is a guess from the app or the first words: one button puts it right. */
export function switchRow({ account, language }: Pick<World, "account" | "language">): readonly (readonly Button[])[] {
  if (account !== undefined) return [];
  const other: Language = language === "ar" ? "en" : "ar";
  const label = line(other === "ar" ? "button-arabic" : "button-english");
  return [[{ kind: "command", label, command: "language", argument: other }]];
}

/** Whether this message says already who speaks. */
export function introduces({ lines }: Message): boolean {
  return lines.some(({ id }) => id === "start-operator" || id === "start-operator-ministry");
}

/** Who speaks, and what this service never asks. */
export function greeting({ account, service }: Pick<World, "account" | "service">): readonly Line[] {
  const { operator, isMinistry, hotline } = service;
  const name = account?.name;
  return [
    ...(name?.ar || name?.en ? [line("start-hello-again", { name: { name } })] : []),
    line(isMinistry ? "start-operator-ministry" : "start-operator", { operator: { name: operator } }),
    line("start-never", { hotline }),
  ];
}
