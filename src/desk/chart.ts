// The desk's last days as a picture: how many asked for a person, and how long the first answer and the end took, by day. Its words come from locales/.
import { type Language, type Line, line } from "../words/line.js";
import type { DeskFigures, Figures } from "./stats.js";

export type Say = (line: Line) => string;

const width = 960;
const panelHeight = 300;
/** Room around a panel: its title above, the days below, the scale's numbers at the side where reading begins. */
const [above, below, beside, margin] = [64, 44, 84, 28];
const colours = { paper: "#ffffff", grid: "#dee2e6", ink: "#343a40", half: "#1c7ed6", most: "#e8590c" } as const;
const minuteMs = 60_000;

type Day = DeskFigures["days"][number];
type Time = "toAnswer" | "toClose";
/** Where things lie in one panel; Arabic is read from the right, and so is its time. */
type Place = {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly step: number;
  readonly bottom: number;
};

/** @returns an SVG of three panels, whose axes, scales and colours are named in the reader's language */
export function chartOf(days: readonly Day[], language: Language, say: Say): string {
  const panels = [
    panel(0, days, language, say(line("desk-chart-opened")), mostOpened(days), (at) => openedBars(days, at)),
    ...(["toAnswer", "toClose"] as const).map((time, nth) => timePanel(nth + 1, days, language, say, time)),
  ];
  const height = panelHeight * panels.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Noto Sans Arabic" font-size="17">`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    ...panels,
    "</svg>",
  ].join("");
}

const mostOpened = (days: readonly Day[]) => Math.max(...days.map(({ opened }) => opened));

function timePanel(nth: number, days: readonly Day[], language: Language, say: Say, time: Time): string {
  const most = Math.max(...days.map(({ [time]: spread }) => spread?.p90 ?? 0)) / minuteMs;
  // Three hours and more are read in hours.
  const unit =
    most >= 180 ? ({ name: "hours", ms: 60 * minuteMs } as const) : ({ name: "minutes", ms: minuteMs } as const);
  const what = time === "toAnswer" ? "answer" : "close";
  const title = say(line(`desk-chart-${what}-${unit.name}`));
  const legend = [
    [say(line("desk-chart-half")), colours.half],
    [say(line("desk-chart-most")), colours.most],
  ] as const;
  const drawn = panel(nth, days, language, title, (most * minuteMs) / unit.ms, (at) =>
    (["p90", "median"] as const).map((which) => spreadLine(days, at, time, which, unit.ms)).join(""),
  );
  return drawn + legendAt(nth, language, legend);
}

function panel(
  nth: number,
  days: readonly Day[],
  language: Language,
  title: string,
  most: number,
  draw: (place: Place) => string,
): string {
  const isRight = language === "ar";
  const [top, bottom] = [nth * panelHeight + above, (nth + 1) * panelHeight - below];
  const [near, far] = isRight ? [width - beside, margin] : [beside, width - margin];
  const step = (far - near) / days.length;
  const end = roundEnd(most);
  const place: Place = {
    x: (at) => near + step * (at + 0.5),
    y: (value) => bottom - ((bottom - top) * value) / end,
    step: Math.abs(step),
    bottom,
  };
  const scale = [0, end / 2, end].map((value) => {
    const y = place.y(value);
    const rule = `<line x1="${near}" x2="${far}" y1="${y}" y2="${y}" stroke="${value === 0 ? colours.ink : colours.grid}" stroke-width="2"/>`;
    return rule + text(`${value}`, isRight ? near + 14 : near - 14, y + 6, isRight ? "start" : "end");
  });
  const named = days.map(({ day }, at) => text(dayOf(day), place.x(at), bottom + 26, "middle", 14));
  const heading = text(title, isRight ? width - margin : margin, top - 34, isRight ? "end" : "start", 20);
  return heading + scale.join("") + named.join("") + draw(place);
}

/** "21/11": short enough to stand under a day, and the same in both languages. */
const dayOf = (day: string) => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`;

function openedBars(days: readonly Day[], { x, y, step, bottom }: Place): string {
  return days
    .map(({ opened }, at) => {
      if (opened === 0) return "";
      const [left, top] = [x(at) - step * 0.32, y(opened)];
      const bar = `<rect x="${left}" y="${top}" width="${step * 0.64}" height="${bottom - top}" rx="3" fill="${colours.half}"/>`;
      return bar + text(`${opened}`, x(at), top - 6, "middle", 15);
    })
    .join("");
}

/** A day without any time breaks the line. */
function spreadLine(
  days: readonly Figures[],
  { x, y }: Place,
  time: Time,
  which: "median" | "p90",
  unitMs: number,
): string {
  const colour = which === "median" ? colours.half : colours.most;
  let before = "";
  return days
    .map(({ [time]: spread }, at) => {
      if (spread === undefined) {
        before = "";
        return "";
      }
      const point = `${x(at)},${y(spread[which] / unitMs)}`;
      const led =
        before === "" ? "" : `<polyline points="${before} ${point}" fill="none" stroke="${colour}" stroke-width="3"/>`;
      before = point;
      const [cx, cy] = point.split(",");
      return `${led}<circle cx="${cx}" cy="${cy}" r="5" fill="${colour}"/>`;
    })
    .join("");
}

/** Opposite the title, under one another. */
function legendAt(
  nth: number,
  language: Language,
  entries: readonly (readonly [words: string, colour: string])[],
): string {
  const isRight = language === "ar";
  return entries
    .map(([words, colour], at) => {
      const y = nth * panelHeight + 22 + 22 * at;
      const dot = isRight ? margin + 6 : width - margin - 6;
      return `<circle cx="${dot}" cy="${y - 5}" r="6" fill="${colour}"/>${text(words, isRight ? dot + 14 : dot - 14, y, isRight ? "start" : "end", 15)}`;
    })
    .join("");
}

function text(words: string, x: number, y: number, anchor: "start" | "middle" | "end", size?: number): string {
  const sized = size === undefined ? "" : ` font-size="${size}"`;
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${colours.ink}"${sized}>${escaped(words)}</text>`;
}

const escaped = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The next of 2, 4, 10, 20, 40, 100 …: its half is a whole number, too. */
export function roundEnd(most: number): number {
  for (let power = 1; ; power *= 10) for (const digit of [2, 4, 10]) if (digit * power >= most) return digit * power;
}
