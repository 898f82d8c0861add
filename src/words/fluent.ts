// Speaks lines: a sentence's id and values in, the reader's own sentence out, with the spans that are to be copied.
import { FluentBundle, FluentNumber, FluentResource } from "@fluent/bundle";
import { formatKwd } from "../domain/kwd.js";
import { type Language, type Line, languages, type Value } from "./line.js";
import { writeDate } from "./write-date.js";

export type Span = { readonly offset: number; readonly length: number };

/** `code` names the spans (UTF-16 units) that are to be set alone for copying. */
export type Spoken = { readonly text: string; readonly code: readonly Span[] };

export type Speak = {
  /** The sentence with its values isolated (U+2068 … U+2069), so that a Latin name cannot reorder an Arabic sentence. */
  say(language: Language, line: Line): Spoken;
  /** The same without isolation marks: for button labels, SMS, file names, titles. */
  plain(language: Language, line: Line): string;
};

/**
 * Latin digits in both languages: identifiers and amounts are compared with cards and receipts that carry them.
 * The regions fix the plural rules and keep a server's own locale out of it.
 */
const locales: Record<Language, string> = { ar: "ar-KW-u-nu-latn", en: "en-KW-u-nu-latn" };

// Private-use characters that stand around a code or a link until the sentence is whole: they carry its place through
// Fluent, which knows only text. They never leave this file, and never come in: `clean` takes them out of people's words.
const marks = { code: ["\uE000", "\uE001"], link: ["\uE002", "\uE003"], line: ["\uE004", "\uE005"] } as const;
const spans = "\uE000[^\uE001]*\uE001|\uE002[^\uE003]*\uE003";
/** With the isolation right around it, or without any: never one half of another's. */
const marked = new RegExp(`[\u2066-\u2068](${spans})\u2069|(${spans})`, "gu");

/** A sentence within a sentence runs as its language does: an isolate that holds only isolates would otherwise run left to right. */
const nested = /(\u2068?)\uE004|\uE005/gu;
const isolates: Record<Language, string> = { ar: "\u2067", en: "\u2066" };

const noBreak = "\u00a0";

/** A name with a stray direction mark would turn the rest of the sentence around. */
const clean = (text: string) => text.replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uE000-\uE005]/gu, "");

/**
 * @param sources the text of each language's .ftl file
 * @throws on anything that is not Fluent, on an id given twice, and, when speaking, on a sentence or a variable that is missing:
 * each is a bug that a person must never see as `{fee}`
 */
export function createWords(sources: Readonly<Record<Language, string>>): Speak {
  const bundles = {
    ar: createBundle("ar", sources.ar),
    en: createBundle("en", sources.en),
  };

  function speakMarked(language: Language, line: Line): string {
    const bundle = bundles[language];
    const pattern = bundle.getMessage(line.id)?.value;
    if (pattern === undefined || pattern === null) throw new Error(`no sentence named ${line.id} in ${language}`);
    const given = Object.entries(line.args ?? {}).map(([name, value]) => [name, write(language, value)] as const);
    return bundle.formatPattern(pattern, Object.fromEntries(given));
  }

  function write(language: Language, value: Value): string | FluentNumber {
    if (typeof value === "string") return clean(value);
    if (typeof value === "number") return new FluentNumber(value, { useGrouping: false });
    // An amount and its currency stay on one line.
    if ("kwd" in value) return formatKwd(value.kwd, language).replace(" ", noBreak);
    if ("date" in value) return writeDate(value.date, language);
    if ("name" in value) return clean(chooseName(language, value.name));
    if ("code" in value) return marks.code[0] + clean(value.code) + marks.code[1];
    if ("link" in value) return marks.link[0] + clean(value.link) + marks.link[1];
    return marks.line[0] + speakMarked(language, value) + marks.line[1];
  }

  function speak(language: Language, line: Line): Spoken {
    const marked = speakMarked(language, line);
    return unmark(marked.replace(nested, (_mark, isolate) => (isolate ? isolates[language] : "")));
  }

  return {
    say: speak,
    plain: (language, line) => speak(language, line).text.replace(/[\u2066-\u2069]/gu, ""),
  };
}

function createBundle(language: Language, source: string): FluentBundle {
  const bundle = new FluentBundle(locales[language]);
  const [twice] = bundle.addResource(new FluentResource(source));
  if (twice !== undefined) throw twice;
  return bundle;
}

/** Names are kept as they stand on the card: in one script, in the other, or in both. */
function chooseName(language: Language, name: Extract<Value, { name: unknown }>["name"]): string {
  const other = languages.find((each) => each !== language) ?? language;
  const chosen = name[language] || name[other];
  if (!chosen) throw new Error("a name without any script: who has none is spoken of in another sentence");
  return chosen;
}

/** Takes the private marks out, the isolation right around them too (it would travel with a copy), and keeps where codes stand. */
function unmark(text: string): Spoken {
  const code: Span[] = [];
  let plain = "";
  let from = 0;
  for (const match of text.matchAll(marked)) {
    const span = match[1] ?? match[2] ?? "";
    const words = span.slice(1, -1);
    plain += text.slice(from, match.index);
    if (words !== "" && span.startsWith(marks.code[0])) code.push({ offset: plain.length, length: words.length });
    plain += words;
    from = match.index + match[0].length;
  }
  return { text: plain + text.slice(from), code };
}
