// The desk's last days as a picture: above, how many chats were opened; below, the minutes to the first answer.
import { type Canvas, createCanvas, numberHeight, type Point } from "./canvas.js";
import { encodePng } from "./png.js";
import type { DeskFigures } from "./stats.js";

const palette = [
  [255, 255, 255],
  [222, 226, 230],
  [73, 80, 87],
  [34, 139, 230],
  [13, 71, 161],
  [240, 140, 0],
] as const;
const [grid, ink, bar, medianColour, p90Colour] = [1, 2, 3, 4, 5];

const [width, height] = [960, 640];
/** Room for the scale's numbers on the left, and a little on the right. */
const [left, right] = [80, width - 20];

type Panel = { readonly top: number; readonly bottom: number };
const above: Panel = { top: 50, bottom: 270 };
const below: Panel = { top: 350, bottom: 580 };
const minuteMs = 60_000;

/** @returns a PNG; its numbers are days of the month, chats and minutes: what they are is said in words beside it */
export function drawChart({ days }: Pick<DeskFigures, "days">): Buffer {
  const canvas = createCanvas(width, height);
  const step = (right - left) / days.length;
  const middle = (at: number) => left + step * (at + 0.5);

  const opened = scaleOf(canvas, above, Math.max(...days.map((each) => each.opened)));
  days.forEach((each, at) => {
    canvas.number(Number(each.day.slice(-2)), [middle(at), above.bottom + 10], ink);
    canvas.number(Number(each.day.slice(-2)), [middle(at), below.bottom + 10], ink);
    if (each.opened === 0) return;
    const y = opened(each.opened);
    canvas.box(middle(at) - step * 0.35, y, step * 0.7, above.bottom - y, bar);
    canvas.number(each.opened, [middle(at), y - numberHeight - 6], ink);
  });

  const minutes = scaleOf(canvas, below, Math.max(...days.map(({ toAnswer }) => (toAnswer?.p90 ?? 0) / minuteMs)));
  // The median last: where both are the same it is the one that is seen.
  for (const [which, colour] of [
    ["p90", p90Colour],
    ["median", medianColour],
  ] as const) {
    let before: Point | undefined;
    days.forEach(({ toAnswer }, at) => {
      const point: Point | undefined = toAnswer && [middle(at), minutes(toAnswer[which] / minuteMs)];
      if (point !== undefined) {
        if (before !== undefined) canvas.line(before, point, 3, colour);
        canvas.box(point[0] - 5, point[1] - 5, 10, 10, colour);
      }
      before = point;
    });
  }
  return encodePng(canvas.pixels, palette);
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
