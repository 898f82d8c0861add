// What every page says besides its own matter: who runs the service, in which language, from which address.
import type { Service } from "../journeys/world.js";
import type { Speak } from "../words/fluent.js";
import type { Language, Line } from "../words/line.js";
import type { Html } from "./html.js";
import { spokenHtml } from "./spoken-html.js";

export type Site = {
  readonly speak: Speak;
  readonly service: Pick<Service, "operator" | "isMinistry" | "hotline" | "isTest">;
  /** How links name the service, without a slash at the end: "https://pay.example.kw". */
  readonly publicUrl: string;
  /** Where the chat is: "https://t.me/tajdeed_bot"; `undefined` while nobody has said the bot's name. */
  readonly chatLink: () => string | undefined;
};

/** Puts sentences into one reader's language, as markup. */
export type Say = (line: Line) => Html;

/** The hotline's number can be pressed wherever it stands. */
export function sayIn(site: Site, language: Language): Say {
  return (line) => spokenHtml(site.speak.say(language, line), site.service.hotline);
}

/** A path of ours as a link on a page: under whatever path a proxy in front serves us. */
export function link(site: Site, path: string): string {
  return new URL(site.publicUrl).pathname.replace(/\/$/, "") + path;
}
