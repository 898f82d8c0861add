import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Entry, type Message, parse, type SelectExpression, type Term, Visitor } from "@fluent/syntax";
import { describe, expect, it } from "vitest";
import { createWords } from "../../src/words/fluent.js";
import { languages } from "../../src/words/line.js";

const texts = { ar: readFileSync("locales/ar.ftl", "utf8"), en: readFileSync("locales/en.ftl", "utf8") };
const entries: Record<"ar" | "en", Entry[]> = { ar: parse(texts.ar, {}).body, en: parse(texts.en, {}).body };
const messages = (language: "ar" | "en") =>
  entries[language].filter((entry): entry is Message => entry.type === "Message");
/** A selector with one of these counts something; `other` alone is any selector's last word. */
const counted = new Set<unknown>(["zero", "one", "two", "few", "many"]);
const forms = { ar: ["zero", "one", "two", "few", "many", "other"], en: ["one", "other"] };

class Uses extends Visitor {
  variables = new Set<string>();
  others = new Set<string>();
  selects: SelectExpression[] = [];
  override visitVariableReference(node: { id: { name: string } }) {
    this.variables.add(node.id.name);
  }
  override visitMessageReference(node: { id: { name: string } }) {
    this.others.add(node.id.name);
  }
  override visitSelectExpression(node: SelectExpression) {
    this.selects.push(node);
    this.genericVisit(node);
  }
}

function usesOf(message: Message): Uses {
  const uses = new Uses();
  uses.visit(message);
  return uses;
}

/** Everything in src/ that could name a sentence: also the front halves of names that are put together (`state-${…}`). */
function namesInCode() {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" });
  const code = files
    .filter((name) => name.endsWith(".ts") && name !== join("words", "keys.ts"))
    .map((name) => readFileSync(join("src", name), "utf8"))
    .join("\n");
  return {
    whole: new Set([...code.matchAll(/["'`]([a-z][a-z0-9]*(?:-[a-z0-9]+)*)["'`]/g)].map(([, name]) => name)),
    fronts: [...new Set([...code.matchAll(/`([a-z][a-z0-9-]*-)\$\{/g)].map(([, front]) => front ?? ""))],
  };
}

describe("the locales", () => {
  it("are Fluent from the first line to the last", () => {
    for (const language of languages) expect(entries[language].filter(({ type }) => type === "Junk")).toEqual([]);
  });

  it("have the same sentences in the same order, each once", () => {
    const ids = languages.map((language) => messages(language).map(({ id }) => id.name));
    expect(ids[0]).toEqual(ids[1]);
    expect(new Set(ids[0]).size).toBe(ids[0]?.length);
  });

  it("have the same terms", () => {
    const [ar, en] = languages.map((language) =>
      entries[language].flatMap((entry) => (entry.type === "Term" ? [(entry as Term).id.name] : [])),
    );
    expect(ar).toEqual(en);
  });

  it("use the same variables in each sentence", () => {
    const variables = (language: "ar" | "en") =>
      Object.fromEntries(
        messages(language).map((message) => {
          const { variables: own, others } = usesOf(message);
          return [message.id.name, [...own, ...[...others].map((other) => `sentence ${other}`)].sort()];
        }),
      );
    expect(variables("ar")).toEqual(variables("en"));
  });

  it.each(languages)("have every plural form in every count, in %s", (language) => {
    const counts = messages(language).flatMap((message) =>
      usesOf(message).selects.flatMap(({ variants }) => {
        const names = variants.map(({ key }) => ("name" in key ? key.name : key.value));
        return names.some((name) => counted.has(name)) ? [[message.id.name, names]] : [];
      }),
    );
    expect(counts.length).toBeGreaterThan(0);
    for (const [id, names] of counts) expect([id, names]).toEqual([id, forms[language]]);
  });

  it("hold no sentence that the code does not say", () => {
    const { whole, fronts } = namesInCode();
    const within = new Set(messages("en").flatMap((message) => [...usesOf(message).others]));
    const unused = messages("en")
      .map(({ id }) => id.name)
      .filter((id) => !whole.has(id) && !within.has(id) && !fronts.some((front) => id.startsWith(front)));
    expect(unused).toEqual([]);
  });

  it("write every digit in Latin, never in Arabic-Indic", () => {
    for (const language of languages) expect(texts[language].match(/[٠-٩۰-۹]/g)).toBeNull();
  });

  it("never raise their voice", () => {
    for (const language of languages) expect(texts[language].match(/[!！¡]/g)).toBeNull();
  });

  it.each(languages)("keep a button's label within 20 characters, in %s", (language) => {
    const words = createWords(texts);
    const byId = new Map(messages(language).map((message) => [message.id.name, usesOf(message)]));
    const variablesOf = (id: string): string[] => {
      const uses = byId.get(id);
      return [...(uses?.variables ?? []), ...[...(uses?.others ?? [])].flatMap(variablesOf)];
    };
    // A label's only variable may be a count of some years or workers; names and dates are cut by whoever puts them in.
    const labels = [...byId.keys()]
      .filter((id) => id.startsWith("button-") && variablesOf(id).every((name) => name === "n"))
      .flatMap((id) => [1, 2, 3, 11].map((n) => words.plain(language, { id: id as never, args: { n } })));
    expect(labels.filter((label) => [...label].length > 20)).toEqual([]);
  });
});
