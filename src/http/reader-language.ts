// Which language a page is in: what the reader chose on it, else what is known of them, else what their browser prefers.
import type { FastifyRequest } from "fastify";
import { type Language, languages } from "../words/line.js";

const parse = (text: unknown): Language | undefined => languages.find((language) => language === text);

/** What the reader chose on a page. */
function chosenLanguage(request: FastifyRequest): Language | undefined {
  return parse(new URLSearchParams(request.url.split("?")[1]).get("lang"));
}

/** The address of another page of ours, which keeps to what the reader chose on this one. */
export function keepingLanguage(request: FastifyRequest, url: string): string {
  const chosen = chosenLanguage(request);
  if (chosen === undefined) return url;
  return `${url}${url.includes("?") ? "&" : "?"}lang=${chosen}`;
}

/** @param known the language of the payment or account that the page is about */
export function readerLanguage(request: FastifyRequest, known?: Language): Language {
  return chosenLanguage(request) ?? known ?? preferred(request.headers["accept-language"] ?? "");
}

/** The service is Kuwait's: who names neither language reads Arabic. */
function preferred(header: string): Language {
  const wanted = header.split(",").map((range) => {
    const [tag = "", ...parameters] = range.trim().toLowerCase().split(";");
    const weight = parameters.map((parameter) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(parameter)?.[1]).find(Boolean);
    return { language: parse(tag.trim().split("-")[0]), weight: Number(weight ?? 1) };
  });
  const best = wanted
    .filter(({ language, weight }) => language !== undefined && weight > 0)
    .sort((a, b) => b.weight - a.weight)[0];
  return best?.language ?? "ar";
}
