// How long one reading takes: of everyday phrases with a word that nobody knows, and of 4,096 characters meant to be slow.
import type { Table } from "../../src/words/meanings.js";
import type { Understand } from "../../src/words/understand.js";

const readings = 20_000;
const longest = 4096;
const slow = [
  "a1 ",
  "xyzzyxq ",
  "ﷺ",
  "ﷺ ",
  "ـً",
  "😀é ",
  "renew pay ",
  "متى يخلص الضمان ",
  "abcdefghijklmnopqrstuvwx ",
  "ابتثجحخدذرزسشصضطظعغفقكلم ",
  "خدامتي تجدد الضمان فلوس ",
  "no no no not never want ",
  "ما ابي ما ابي اجدد ",
  "5addamti 7ag el daman ",
];

type Times = { readonly median: number; readonly p99: number; readonly most: number };

/** In milliseconds of the processor, after as much again has been read to warm up: what else the machine does is not in it. */
export function readingTimes(understand: Understand, table: Table): Readonly<Record<"everyday" | "hostile", Times>> {
  const everyday = Object.values(table.phrases).flatMap(({ ar, en, arabizi }) =>
    [...ar, ...en, ...arabizi].map((text) => `${text} zzkqw`),
  );
  const hostile = slow.flatMap((unit, at) => [
    unit.repeat(longest).slice(0, longest),
    (unit + (slow[(at + 5) % slow.length] ?? "")).repeat(longest).slice(0, longest),
    mixed(unit, at),
  ]);
  return { everyday: timesOf(understand, everyday), hostile: timesOf(understand, hostile) };
}

/** The unit's letters in words of every length. */
function mixed(unit: string, seed: number): string {
  const letters = [...unit].filter((letter) => letter !== " ");
  let at = seed + 1;
  return Array.from({ length: longest }, () => {
    at = (Math.imul(at, 1103515245) + 12345) & 0x7fffffff;
    return at % 7 === 0 ? " " : (letters[at % letters.length] ?? "x");
  })
    .join("")
    .slice(0, longest);
}

function timesOf(understand: Understand, texts: readonly string[]): Times {
  const times = Array.from({ length: readings * 2 }, (_, at) => {
    const from = process.cpuUsage();
    understand(texts[(at * 7) % texts.length] ?? "");
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  })
    .slice(readings)
    .sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
  return { median: at(0.5), p99: at(0.99), most: at(1) };
}
