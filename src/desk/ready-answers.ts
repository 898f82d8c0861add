// Ready answers: what agents say often, from locales/, in the person's own language.
import { type Line, line } from "../words/line.js";

export const readyAnswers = ["greeting", "moment", "documents", "paid", "bank", "anything-else"] as const;
export type ReadyAnswer = (typeof readyAnswers)[number];

export const readyAnswerLine = (answer: ReadyAnswer): Line => line(`desk-handoff-answer-${answer}`);
export const readyAnswerLabel = (answer: ReadyAnswer): Line => line(`desk-handoff-answer-${answer}-button`);
