// Puts what the staff is shown into their language.
import type { View } from "../desk/view.js";
import type { Speak } from "../words/fluent.js";
import { type Language, line } from "../words/line.js";
import type { Rendered, RenderedFile } from "./channel.js";
import { joinLines } from "./render.js";

export type RenderView = (view: View, language: Language) => Rendered;

/** Where money is not real, the desk is told so as well. */
export function createRenderView(speak: Speak, { isTest }: { readonly isTest: boolean }): RenderView {
  return ({ lines, buttons = [], isProtected, picture, language: own }, chosen) => {
    const language = own ?? chosen;
    return {
      ...joinLines({ lines: isTest ? [line("message-test"), ...lines] : lines }, language, speak),
      language,
      buttons: buttons.map((row) => row.map((button) => ({ ...button, label: speak.plain(language, button.label) }))),
      ...(isProtected === undefined ? {} : { isProtected }),
      ...(picture === undefined ? {} : { file: toFile(picture) }),
    };
  };
}

const toFile = ({ name, png }: NonNullable<View["picture"]>): RenderedFile => ({
  name,
  mediaType: "image/png",
  base64: Buffer.from(png).toString("base64"),
});
