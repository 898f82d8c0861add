// Start: says who runs this and what is never asked, lets a newcomer choose a language, and shows the menu.
import { type Line, line } from "../words/line.js";
import type { Journey } from "./journey.js";
import { askLanguage } from "./language.js";
import { menu } from "./menu.js";
import type { World } from "./world.js";

/** The argument with which the turn asks for the menu alone: what was said before it stands above. */
const menuOnly = "menu";

export const start: Journey = async (ask, _prove, world) => {
  if (world.argument === menuOnly) return { say: [menu(world)] };
  if (!world.languageChosen) {
    const language = await ask("language", askLanguage);
    await world.people.chooseLanguage(language);
  }
  return { say: [menu(world, [...greeting(world), line("menu-ask")])] };
};

/** Who speaks, and what this service never asks: in every first message. */
export function greeting({ account, service }: Pick<World, "account" | "service">): readonly Line[] {
  const { operator, isMinistry, hotline } = service;
  const name = account === undefined ? undefined : { ...account.name };
  return [
    name === undefined ? line("start-hello") : line("start-hello-again", { name: { name } }),
    line(isMinistry ? "start-operator-ministry" : "start-operator", { operator: { name: operator } }),
    line("start-never", { hotline }),
  ];
}
