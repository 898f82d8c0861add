// What a chat's topic is called: the person's initials, why one is needed, and since when they wait; never a name or a number.
import { initials } from "../domain/person-name.js";
import type { PersonName } from "../journeys/people-port.js";
import { type Line, line } from "../words/line.js";
import { timeOfDay } from "../words/moment.js";
import type { Handoff } from "./handoff.js";

/** @param name `undefined`: without an account */
export function topicTitle({ state, reason, openedAt }: Handoff, name: PersonName | undefined): Line {
  const of = { who: whoLine(name), reason: line(`desk-topic-reason-${reason}`) };
  if (state === "queue") return line("desk-topic-waiting", { ...of, time: timeOfDay(openedAt) });
  return line(state === "agent" ? "desk-topic-owned" : "desk-topic-over", of);
}

function whoLine(name: PersonName | undefined): Line {
  const [ar, en] = [name?.ar, name?.en].map((each) => (each === undefined ? "" : initials(each).replaceAll(" ", "")));
  if (!ar && !en) return line("desk-topic-guest");
  return line("desk-topic-initials", { name: { name: { ...(ar ? { ar } : {}), ...(en ? { en } : {}) } } });
}
