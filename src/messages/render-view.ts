// Puts what the staff is shown into their language.
import type { Picture, View } from "../desk/view.js";
import type { Speak } from "../words/fluent.js";
import type { Language, Line } from "../words/line.js";
import type { Rendered, RenderedFile } from "./channel.js";
import { joinLines, under } from "./render.js";
import { testTag } from "./test-mark.js";

/** @param where in the staff's group, whose every topic would otherwise begin with the TEST tag, it is left out */
export type RenderView = (view: View, language: Language, where?: "group") => Rendered;

/** Where money is not real, staff members read the TEST tag in private. */
export function createRenderView(speak: Speak, { isTest }: { readonly isTest: boolean }): RenderView {
  return ({ lines, buttons = [], isProtected, picture, language: own }, chosen, where) => {
    const language = own ?? chosen;
    const said = joinLines({ lines }, language, speak);
    return {
      ...(isTest && where !== "group" ? under(testTag(speak, language), said) : said),
      language,
      buttons: buttons.map((row) => row.map((button) => ({ ...button, label: speak.plain(language, button.label) }))),
      ...(isProtected === undefined ? {} : { isProtected }),
      ...(picture === undefined ? {} : { file: toFile(picture, language, (each) => speak.plain(language, each)) }),
    };
  };
}

function toFile({ name, draw }: Picture, language: Language, say: (line: Line) => string): RenderedFile {
  return { name, mediaType: "image/png", base64: Buffer.from(draw(language, say)).toString("base64") };
}
