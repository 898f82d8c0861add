// Draws an SVG as a PNG, its Arabic shaped and set from the right, with the one font that comes with the program.
import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";

const font = createRequire(import.meta.url).resolve(
  "@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
);

export function drawSvg(svg: string): Uint8Array {
  const fonts = { fontFiles: [font], loadSystemFonts: false, defaultFontFamily: "Noto Sans Arabic" };
  return new Resvg(svg, { font: fonts }).render().asPng();
}
