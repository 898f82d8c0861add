// The chart is a whole PNG, and shows what it is given: read back here by the format's own rules.
import { crc32, inflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCanvas } from "../../src/desk/canvas.js";
import { drawChart, roundEnd } from "../../src/desk/chart.js";
import { encodePng } from "../../src/desk/png.js";
import { deskFigures, type HandoffTimes } from "../../src/desk/stats.js";
import type { IsoDate } from "../../src/domain/iso-date.js";

type Picture = { readonly width: number; readonly height: number; readonly palette: number[]; readonly bytes: Buffer };

/** @throws where a chunk is not whole */
function readPng(png: Buffer): Picture {
  expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    chunks.set(body.subarray(0, 4).toString("latin1"), body.subarray(4));
    at += 12 + length;
  }
  expect([...chunks.keys()]).toEqual(["IHDR", "PLTE", "IDAT", "IEND"]);
  const [header, palette, data] = ["IHDR", "PLTE", "IDAT"].map((type) => chunks.get(type) ?? Buffer.alloc(0));
  if (header === undefined || palette === undefined || data === undefined) throw new Error("chunks are missing");
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  expect([...header.subarray(8)]).toEqual([8, 3, 0, 0, 0]);
  const rows = inflateSync(data);
  expect(rows).toHaveLength((width + 1) * height);
  const bytes = Buffer.concat(
    Array.from({ length: height }, (_, y) => {
      expect(rows[y * (width + 1)]).toBe(0);
      return rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1));
    }),
  );
  return { width, height, palette: [...palette], bytes };
}

const today = "2026-11-22" as IsoDate;
const huda = { id: 7, name: "Huda" };
const opened = (at: string, answeredAfter?: number, more: Partial<HandoffTimes> = {}): HandoffTimes => ({
  state: "bot",
  openedAt: new Date(at),
  firstAnswerAt: answeredAfter === undefined ? undefined : new Date(Date.parse(at) + answeredAfter * 60_000),
  closedAt: undefined,
  owner: undefined,
  answeredBy: undefined,
  closedBy: undefined,
  helped: undefined,
  ...more,
});
/** Somebody's to the end, so many minutes after it was opened. */
const closed = (at: string, answeredAfter: number, closedAfter: number, by = huda): HandoffTimes =>
  opened(at, answeredAfter, {
    closedAt: new Date(Date.parse(at) + closedAfter * 60_000),
    owner: by,
    answeredBy: by,
    closedBy: by,
  });
const chartOf = (handoffs: readonly HandoffTimes[]) => readPng(drawChart(deskFigures(handoffs, today)));
const countOf = ({ bytes }: Picture, colour: number) => bytes.filter((byte) => byte === colour).length;
const [bar, median, p90] = [3, 4, 5];

describe("a PNG", () => {
  it("gives back the pixels and colours that it was made of", () => {
    const sizes = fc.record({ width: fc.integer({ min: 1, max: 20 }), height: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(sizes, fc.infiniteStream(fc.integer({ min: 0, max: 2 })), ({ width, height }, colours) => {
        const bytes = Uint8Array.from([...colours.take(width * height)]);
        const png = encodePng({ width, height, bytes }, [
          [1, 2, 3],
          [4, 5, 6],
          [7, 8, 9],
        ]);
        expect(readPng(png)).toEqual({
          width,
          height,
          palette: [1, 2, 3, 4, 5, 6, 7, 8, 9],
          bytes: Buffer.from(bytes),
        });
      }),
    );
  });
});

describe("the canvas", () => {
  it("writes each digit in a shape of its own", () => {
    const shapes = Array.from({ length: 10 }, (_, digit) => {
      const canvas = createCanvas(20, 20);
      canvas.number(digit, [10, 2], 1);
      return Buffer.from(canvas.pixels.bytes).toString("base64");
    });
    expect(new Set(shapes).size).toBe(10);
  });

  it("draws nothing outside, whatever is asked", () => {
    const place = fc.integer({ min: -50, max: 70 });
    fc.assert(
      fc.property(place, place, place, place, (x, y, toX, toY) => {
        const canvas = createCanvas(20, 20);
        canvas.line([x, y], [toX, toY], 3, 1);
        canvas.box(x, y, toX, toY, 1);
        expect(canvas.pixels.bytes).toHaveLength(400);
      }),
    );
  });
});

describe("the chart", () => {
  it("has a bar for each day on which somebody asked, twice as high for twice as many", () => {
    const one = chartOf([opened("2026-11-20T09:00:00Z"), ...[1, 2].map(() => opened("2026-11-21T09:00:00Z"))]);
    const columns = new Map<number, number>();
    one.bytes.forEach((byte, at) => {
      if (byte === bar) columns.set(at % one.width, (columns.get(at % one.width) ?? 0) + 1);
    });
    const heights = [...new Set(columns.values())].toSorted((a, b) => a - b);
    expect(heights).toHaveLength(2);
    expect((heights[1] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(2, 1);
  });

  it("has lines for the answers where there were any, and scales where nothing happened", () => {
    const answered = chartOf([
      opened("2026-11-20T09:00:00Z", 3),
      opened("2026-11-20T09:00:00Z", 30),
      opened("2026-11-21T09:00:00Z", 5),
    ]);
    expect(countOf(answered, median)).toBeGreaterThan(100);
    expect(countOf(answered, p90)).toBeGreaterThan(100);
    const empty = chartOf([]);
    for (const colour of [bar, median, p90]) expect(countOf(empty, colour)).toBe(0);
    expect(countOf(empty, 2)).toBeGreaterThan(100);
  });

  it("shows the times to the end, and those of each member, whatever else is the same", () => {
    const at = "2026-11-20T09:00:00Z";
    const salem = { id: 8, name: "Salem" };
    const charts = [
      [closed(at, 3, 30), closed(at, 3, 40)],
      [closed(at, 3, 30), closed(at, 3, 80)],
      [closed(at, 3, 30), closed(at, 3, 40, salem)],
      [closed(at, 3, 40), closed(at, 3, 30, salem)],
      [opened(at, 3), opened(at, 3)],
    ].map((handoffs) => chartOf(handoffs));
    expect(new Set(charts.map(({ bytes }) => bytes.toString("base64"))).size).toBe(charts.length);
    const heights = charts.map(({ height }) => height);
    expect(heights).toEqual([heights[0], heights[0], heights[0], heights[0], 730]);
  });

  it("ends its scale at a number whose half is whole, not far above the most", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (most) => {
        const end = roundEnd(most);
        return end >= most && Number.isInteger(end / 2) && end <= Math.max(2, most * 2.5);
      }),
    );
  });
});
