// Reminders: not sent by this version, and the bot says so, so that nobody relies on one.
import { line } from "../words/line.js";
import type { Journey } from "./journey.js";
import { menu } from "./menu.js";

export const reminders: Journey = async (_ask, _prove, world) => ({ say: [menu(world, [line("reminders-not-yet")])] });
