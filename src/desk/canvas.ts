// Pixels to draw on: boxes, lines, dots, and digits of a font of our own; words stand in the text beside the picture.
import type { Pixels } from "./png.js";

/** Three columns by five rows, from the top, one number a row. */
const digits: Readonly<Record<string, readonly number[]>> = {
  "0": [7, 5, 5, 5, 7],
  "1": [2, 6, 2, 2, 7],
  "2": [7, 1, 7, 4, 7],
  "3": [7, 1, 3, 1, 7],
  "4": [5, 5, 7, 1, 1],
  "5": [7, 4, 7, 1, 7],
  "6": [7, 4, 7, 5, 7],
  "7": [7, 1, 2, 2, 2],
  "8": [7, 5, 7, 5, 7],
  "9": [7, 5, 7, 1, 7],
};
const [glyphWidth, glyphHeight] = [3, 5];

export type Canvas = {
  readonly pixels: Pixels;
  box(x: number, y: number, width: number, height: number, colour: number): void;
  line(from: Point, to: Point, thickness: number, colour: number): void;
  /** @param at the middle of its top edge; `right`: of its right edge */
  number(value: number, at: Point, colour: number, align?: "middle" | "right"): void;
};

export type Point = readonly [x: number, y: number];

/** How many pixels wide and high a dot of a digit is. */
const dot = 3;
export const numberHeight = glyphHeight * dot;

/** What would lie outside is not drawn. */
export function createCanvas(width: number, height: number): Canvas {
  const bytes = new Uint8Array(width * height);

  function box(x: number, y: number, wide: number, high: number, colour: number): void {
    const [left, right] = [Math.max(0, Math.round(x)), Math.min(width, Math.round(x + wide))];
    for (let row = Math.max(0, Math.round(y)); row < Math.min(height, Math.round(y + high)); row += 1)
      if (right > left) bytes.fill(colour, row * width + left, row * width + right);
  }

  return {
    pixels: { width, height, bytes },
    box,
    line([x, y], [toX, toY], thickness, colour) {
      const steps = Math.max(1, Math.ceil(Math.hypot(toX - x, toY - y)));
      for (let step = 0; step <= steps; step += 1) {
        const [atX, atY] = [x + ((toX - x) * step) / steps, y + ((toY - y) * step) / steps];
        box(atX - thickness / 2, atY - thickness / 2, thickness, thickness, colour);
      }
    },
    number(value, [x, y], colour, align = "middle") {
      const text = String(value);
      const wide = (text.length * (glyphWidth + 1) - 1) * dot;
      const left = align === "right" ? x - wide : x - wide / 2;
      [...text].forEach((digit, place) => {
        const glyph = digits[digit] ?? [];
        glyph.forEach((row, down) => {
          for (let across = 0; across < glyphWidth; across += 1)
            if (row & (1 << (glyphWidth - 1 - across)))
              box(left + (place * (glyphWidth + 1) + across) * dot, y + down * dot, dot, dot, colour);
        });
      });
    },
  };
}
