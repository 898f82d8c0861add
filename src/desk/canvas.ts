// Pixels to draw on: boxes, lines, dots, and digits of a font of our own; words stand in the text beside the picture.
import type { Pixels } from "./png.js";

/** Five columns by seven rows, from the top, the bits of each row from the left. */
const digits: Readonly<Record<string, readonly number[]>> = {
  "0": [0x0e, 0x11, 0x13, 0x15, 0x19, 0x11, 0x0e],
  "1": [0x04, 0x0c, 0x04, 0x04, 0x04, 0x04, 0x0e],
  "2": [0x0e, 0x11, 0x01, 0x02, 0x04, 0x08, 0x1f],
  "3": [0x1f, 0x02, 0x04, 0x02, 0x01, 0x11, 0x0e],
  "4": [0x02, 0x06, 0x0a, 0x12, 0x1f, 0x02, 0x02],
  "5": [0x1f, 0x10, 0x1e, 0x01, 0x01, 0x11, 0x0e],
  "6": [0x06, 0x08, 0x10, 0x1e, 0x11, 0x11, 0x0e],
  "7": [0x1f, 0x01, 0x02, 0x04, 0x08, 0x08, 0x08],
  "8": [0x0e, 0x11, 0x11, 0x0e, 0x11, 0x11, 0x0e],
  "9": [0x0e, 0x11, 0x11, 0x0f, 0x01, 0x02, 0x0c],
};
const [glyphWidth, glyphHeight] = [5, 7];

export type Canvas = {
  readonly pixels: Pixels;
  box(x: number, y: number, width: number, height: number, colour: number): void;
  line(from: Point, to: Point, thickness: number, colour: number): void;
  /** @param at the middle of its top edge; `right`: of its right edge */
  number(value: number, at: Point, colour: number, align?: "middle" | "right"): void;
};

export type Point = readonly [x: number, y: number];

/** How many pixels wide and high a dot of a digit is. */
const dot = 2;
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
