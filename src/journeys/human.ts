// A person: for now the hotline is the way, and the bot says so plainly.
import { line } from "../words/line.js";
import type { Journey } from "./journey.js";
import { menu } from "./menu.js";

export const human: Journey = async (_ask, _prove, world) => ({
  say: [menu(world, [line("human-hotline"), line("human-number", { hotline: { code: world.service.hotline } })])],
});
