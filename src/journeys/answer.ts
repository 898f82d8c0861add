// Answers a question that people really ask, as an aside: what is under way stays open, and no menu stands under it.
import { line } from "../words/line.js";
import { answers } from "./answers.js";
import type { Journey } from "./journey.js";
import { commandButton, isTopic, menuButton } from "./meaning-buttons.js";

export const answer: Journey = async (_ask, _prove, world) => {
  const topic = world.argument ?? "";
  // Without a topic it is the way out of meanings that were near and not meant.
  if (!isTopic(topic))
    return { say: [{ lines: [line("near-else")], buttons: [[menuButton, commandButton("human")]] }] };
  const { lines, buttons } = await answers[topic](world);
  return { say: [{ lines, buttons: buttons.map((button) => [button]) }] };
};
