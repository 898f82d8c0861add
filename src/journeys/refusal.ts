// The one refusal: unknown, not yours and locked are told in the same words with the same buttons, so that nobody learns which it was.
import { line } from "../words/line.js";
import type { Ending } from "./journey.js";
import { nextSteps } from "./next-steps.js";
import type { World } from "./world.js";

export function refusal({ service }: Pick<World, "service">): Ending {
  return { say: [{ lines: [line("refusal", { hotline: service.hotline })], buttons: nextSteps("human") }] };
}
