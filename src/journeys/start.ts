// Start: says who runs this and what is never asked, lets a newcomer choose a language, and shows the menu.
import { type Line, line } from "../words/line.js";
import type { Journey } from "./journey.js";
import { languageAsked } from "./language.js";
import { menu } from "./menu.js";
import type { Message } from "./message.js";
import { operatorLine } from "./pay-lines.js";
import type { World } from "./world.js";

/** The argument with which the turn, and every "Main menu" button, asks for the menu alone: what was said before it stands above. */
const menuOnly = "menu";

export const start: Journey = async (ask, _prove, world) => {
  const greeted = [...greeting(world), line("menu-ask")];
  if (world.argument === menuOnly) return { say: [menu(world)] };
  if (world.languageChosen) return { say: [menu(world, greeted)] };

  const guessed = world.language;
  const chosen = await ask("language", languageAsked(greeting(world)));
  await world.people.chooseLanguage(chosen);
  // The greeting stands above, unless it was in the other language.
  return { say: [chosen === guessed ? menu(world) : menu(world, greeted)] };
};

/** What stands above the first answer of a chat that did not begin with /start: all of it for a newcomer, else who speaks. */
export function introduction(world: World): readonly Line[] {
  return world.languageChosen ? [operatorLine(world.service)] : greeting(world);
}

/** Whether this message says already who speaks. */
export function introduces({ lines }: Message): boolean {
  return lines.some(({ id }) => id === "start-operator" || id === "start-operator-ministry");
}

/** Who speaks, and what this service never asks. */
function greeting({ account, service }: Pick<World, "account" | "service">): readonly Line[] {
  const { operator, isMinistry, hotline } = service;
  const name = account?.name;
  return [
    name?.ar || name?.en ? line("start-hello-again", { name: { name } }) : line("start-hello"),
    line(isMinistry ? "start-operator-ministry" : "start-operator", { operator: { name: operator } }),
    line("start-never", { hotline }),
  ];
}
