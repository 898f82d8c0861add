// Start: says who runs this and what is never asked, lets a newcomer choose a language, and shows the menu.
import { type Line, line } from "../words/line.js";
import type { Journey } from "./journey.js";
import { languageAsked } from "./language.js";
import { menu } from "./menu.js";
import { aboutPaying } from "./pay-lines.js";
import type { World } from "./world.js";

/** The argument with which the turn, and every "Main menu" button, asks for the menu alone: what was said before it stands above. */
const menuOnly = "menu";

export const start: Journey = async (ask, _prove, world) => {
  const greeted = [...greeting(world), line("menu-ask")];
  const isNewcomer = !world.languageChosen;
  // A newcomer who did not begin with /start has not been told yet who speaks.
  if (world.argument === menuOnly) return { say: [isNewcomer ? menu(world, greeted) : menu(world)] };
  if (!isNewcomer) return { say: [menu(world, greeted)] };

  const guessed = world.language;
  const chosen = await ask("language", languageAsked(aboutPaying(world.service, greeting(world))));
  await world.people.chooseLanguage(chosen);
  // The greeting stands above, unless it was in the other language.
  return { say: [chosen === guessed ? menu(world) : menu(world, greeted)] };
};

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
