// Which insurance is meant: individual cover of domestic workers is what this service does; what it does not do is said plainly.
import { line } from "../words/line.js";
import type { Ending } from "./journey.js";
import { nextSteps } from "./next-steps.js";
import type { Question } from "./question.js";
import { oneOf } from "./questions/one-of.js";
import type { World } from "./world.js";

const other = { value: "other", label: line("button-other-residency"), means: "other" } as const;
const group = { value: "group", label: line("button-group"), means: "group" } as const;

/** Stands beside the workers where domestic workers' cover is taken to be meant. */
export const anotherKind = {
  value: "another-kind",
  label: line("button-another-kind"),
  means: "another-kind",
} as const;

/** For who means no domestic worker's individual cover. */
export function anotherKindAsked(): Question<"other" | "group"> {
  return oneOf<"other" | "group">({
    prompt: [line("another-kind-prompt")],
    help: line("service-help"),
    name: line("service-name"),
    options: [other, group],
  });
}

/** Where to turn with what is not done here. */
export function elsewhere(kind: "other" | "group", { service }: World): Ending {
  const why = kind === "group" ? line("service-group") : line("service-other");
  return {
    say: [{ lines: [why, line("service-elsewhere", { hotline: service.hotline })], buttons: nextSteps("human") }],
  };
}
