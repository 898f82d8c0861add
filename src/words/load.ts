// Reads the folder of locales once, at the start: what the service says, and what it understands.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { createWords, type Speak } from "./fluent.js";
import { createUnderstand, type Understand, understood } from "./understand.js";

const texts = z.strictObject({ ar: z.array(z.string()).min(1), en: z.array(z.string()).min(1) });
const phrasesFile = z.strictObject({ source: z.string(), phrases: z.record(z.enum(understood), texts) });

/** @param folder the path of locales/, with en.ftl, ar.ftl and phrases.json */
export async function loadWords(folder: string): Promise<{ readonly speak: Speak; readonly understand: Understand }> {
  const read = (name: string) => readFile(join(folder, name), "utf8");
  const [ar, en, phrases] = await Promise.all([read("ar.ftl"), read("en.ftl"), read("phrases.json")]);
  return {
    speak: createWords({ ar, en }),
    understand: createUnderstand(phrasesFile.parse(JSON.parse(phrases)).phrases),
  };
}
