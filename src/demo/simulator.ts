// Serves the simulator: one page and what it loads, read once, under a policy that lets nothing else in.
import { readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";
import { returningId } from "./people.js";
import words from "./simulator/words.json" with { type: "json" };

const files = [
  { name: "people.css", type: "text/css; charset=utf-8" },
  { name: "people.js", type: "text/javascript; charset=utf-8" },
  { name: "tabs.css", type: "text/css; charset=utf-8" },
  { name: "tabs.js", type: "text/javascript; charset=utf-8" },
  { name: "guide.css", type: "text/css; charset=utf-8" },
  { name: "guide.js", type: "text/javascript; charset=utf-8" },
  { name: "controls.js", type: "text/javascript; charset=utf-8" },
  { name: "copy.js", type: "text/javascript; charset=utf-8" },
  { name: "phone.css", type: "text/css; charset=utf-8" },
  { name: "simulator.css", type: "text/css; charset=utf-8" },
  { name: "simulator.js", type: "text/javascript; charset=utf-8" },
  { name: "composer.js", type: "text/javascript; charset=utf-8" },
  { name: "desk.js", type: "text/javascript; charset=utf-8" },
  { name: "desk.css", type: "text/css; charset=utf-8" },
  { name: "messages.js", type: "text/javascript; charset=utf-8" },
  { name: "rich-text.js", type: "text/javascript; charset=utf-8" },
  { name: "panels.js", type: "text/javascript; charset=utf-8" },
  { name: "icon.svg", type: "image/svg+xml" },
  { name: "words.json", type: "application/json; charset=utf-8" },
] as const;

/** Nothing from elsewhere, nothing in the page itself. */
export const simulatorPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export function addSimulator(
  app: FastifyInstance,
  { languageOf }: { languageOf: (personId: string) => "ar" | "en" | undefined },
): void {
  const page = read("page.html");
  const pages = {
    ar: inWords(page, { ...words.ar, returningId }),
    en: inWords(page, { ...words.en, returningId }).replace('lang="ar" dir="rtl"', 'lang="en" dir="ltr"'),
  };
  app.get("", async (request, reply) => {
    const { as, lang } = request.query as Readonly<Record<string, unknown>>;
    const language = lang === "ar" || lang === "en" ? lang : (languageOf(String(as)) ?? "ar");
    return reply
      .header("content-security-policy", simulatorPolicy)
      .type("text/html; charset=utf-8")
      .send(pages[language]);
  });
  for (const { name, type } of files) {
    const body = read(name);
    app.get(`/${name}`, async (_, reply) => reply.type(type).send(body));
  }
}

/** The simulator's words, for another page of the demo. */
export const readPageWords = (language: "ar" | "en") => words[language];

function inWords(page: string, values: Readonly<Record<string, string>>): string {
  return page.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "");
}

function read(name: string): string {
  return readFileSync(new URL(`./simulator/${name}`, import.meta.url), "utf8");
}
