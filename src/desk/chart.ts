// The desk's last days as a picture, panel below panel: how many chats were opened, and the minutes to the first answer and to the end, by day and by member.
import { type Canvas, createCanvas, numberHeight, type Point } from "./canvas.js";
import { encodePng } from "./png.js";
import type { DeskFigures, Figures, Spread } from "./stats.js";

const palette = [
  [255, 255, 255],
  [222, 226, 230],
  [73, 80, 87],
  [34, 139, 230],
  [13, 71, 161],
  [240, 140, 0],
] as const;
const [grid, ink, bar, medianColour, p90Colour] = [1, 2, 3, 4, 5];

const width = 960;
/** Room for the scale's numbers on the left, and a little on the right. */
const [left, right] = [80, width - 20];

type Panel = { readonly top: number; readonly bottom: number };
const panelAt = (place: number): Panel => ({ top: 40 + 230 * place, bottom: 200 + 230 * place });
const minuteMs = 60_000;

/** A day or a member, under the number that stands below it. */
type Column = Figures & { readonly number: number };
type Time = "toAnswer" | "toClose";

/** @returns a PNG; its numbers are days of the month, places in the list of members, chats and minutes: what they are is said in words beside it */
export function drawChart({ days, agents }: Pick<DeskFigures, "days" | "agents">): Buffer {
  const byDay = days.map((each) => ({ ...each, number: Number(each.day.slice(-2)) }));
  const byAgent = agents.map((each, at) => ({ ...each, number: at + 1 }));
  const canvas = createCanvas(width, panelAt(agents.length === 0 ? 3 : 5).top);
  drawOpened(canvas, panelAt(0), byDay);
  drawDays(canvas, panelAt(1), byDay, "toAnswer");
  drawDays(canvas, panelAt(2), byDay, "toClose");
  if (agents.length > 0) {
    drawAgents(canvas, panelAt(3), byAgent, "toAnswer");
    drawAgents(canvas, panelAt(4), byAgent, "toClose");
  }
  return encodePng(canvas.pixels, palette);
}

function drawOpened(canvas: Canvas, panel: Panel, columns: readonly Column[]): void {
  const { middle, step } = number(canvas, panel, columns);
  const height = scaleOf(canvas, panel, Math.max(...columns.map(({ opened }) => opened)));
  columns.forEach(({ opened }, at) => {
    if (opened === 0) return;
    const y = height(opened);
    canvas.box(middle(at) - step * 0.35, y, step * 0.7, panel.bottom - y, bar);
    canvas.number(opened, [middle(at), y - numberHeight - 6], ink);
  });
}

/** Lines: a day without any time breaks them. */
function drawDays(canvas: Canvas, panel: Panel, columns: readonly Column[], time: Time): void {
  const { middle } = number(canvas, panel, columns);
  const height = scaleOf(canvas, panel, mostMinutes(columns, time));
  // The median last: where both are the same it is the one that is seen.
  for (const [which, colour] of spreads) {
    let before: Point | undefined;
    columns.forEach(({ [time]: spread }, at) => {
      const point: Point | undefined = spread && [middle(at), height(spread[which] / minuteMs)];
      if (point !== undefined) {
        if (before !== undefined) canvas.line(before, point, 3, colour);
        canvas.box(point[0] - 5, point[1] - 5, 10, 10, colour);
      }
      before = point;
    });
  }
}

/** Bars: between two members there is nothing. The median stands before its p90, which is never lower. */
function drawAgents(canvas: Canvas, panel: Panel, columns: readonly Column[], time: Time): void {
  const { middle, step } = number(canvas, panel, columns);
  const height = scaleOf(canvas, panel, mostMinutes(columns, time));
  const half = Math.min(step * 0.35, 60);
  for (const [which, colour] of spreads)
    columns.forEach(({ [time]: spread }, at) => {
      if (spread === undefined) return;
      // Less than a minute is seen as well.
      const y = Math.min(height(spread[which] / minuteMs), panel.bottom - 3);
      canvas.box(which === "median" ? middle(at) - half : middle(at), y, half, panel.bottom - y, colour);
    });
}

const spreads = [
  ["p90", p90Colour],
  ["median", medianColour],
] as const satisfies readonly (readonly [keyof Spread, number])[];

const mostMinutes = (columns: readonly Column[], time: Time) =>
  Math.max(...columns.map(({ [time]: spread }) => (spread?.p90 ?? 0) / minuteMs));

/** Writes a panel's numbers below it. @returns where its columns lie */
function number(canvas: Canvas, { bottom }: Panel, columns: readonly Column[]) {
  const step = (right - left) / columns.length;
  const middle = (at: number) => left + step * (at + 0.5);
  columns.forEach((each, at) => {
    canvas.number(each.number, [middle(at), bottom + 10], ink);
  });
  return { step, middle };
}

/** Draws a panel's lines with their numbers. @returns where a value lies in it */
function scaleOf(canvas: Canvas, { top, bottom }: Panel, most: number): (value: number) => number {
  const end = roundEnd(most);
  const at = (value: number) => bottom - ((bottom - top) * value) / end;
  for (const value of [0, end / 2, end]) {
    canvas.box(left, at(value) - 1, right - left, 2, value === 0 ? ink : grid);
    canvas.number(value, [left - 12, at(value) - numberHeight / 2], ink, "right");
  }
  return at;
}

/** The next of 2, 4, 10, 20, 40, 100 …: its half is a whole number, too. */
export function roundEnd(most: number): number {
  for (let power = 1; ; power *= 10) for (const digit of [2, 4, 10]) if (digit * power >= most) return digit * power;
}
