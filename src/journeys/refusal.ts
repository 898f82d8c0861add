// The one refusal: unknown, not yours and locked are told in the same words with the same buttons, so that nobody learns which it was.
import { line } from "../words/line.js";
import type { Ending } from "./journey.js";
import { nextSteps } from "./next-steps.js";
import type { World } from "./world.js";

/** @param ofPair two numbers were given that have to belong together: both can be written again */
export function refusal({ service }: Pick<World, "service">, ofPair = false): Ending {
  const again = { kind: "command", label: line("button-pair-again"), command: "pay-quick" } as const;
  const buttons = [...(ofPair ? [[again]] : []), ...nextSteps("human")];
  return { say: [{ lines: [line("refusal", { hotline: service.hotline })], buttons }] };
}
