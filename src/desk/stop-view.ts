// For whom reminders shall stop: one of a person's workers, masked, or all of them.
import { named } from "../journeys/worker-lines.js";
import { line } from "../words/line.js";
import type { CardWorkerChoice } from "./actions.js";
import { type DeskButton, deskData, type View } from "./view.js";

export function stopView(sponsor: number, workers: readonly CardWorkerChoice[]): View {
  const button = (label: DeskButton["label"], whom: "all" | number): readonly DeskButton[] => [
    { label, data: deskData("stop", sponsor, whom) },
  ];
  return {
    lines: [line("desk-lookup-stop-whom")],
    buttons: [
      ...workers.map(({ id, who }) => button(named(who), id)),
      button(line("desk-lookup-button-stop-all"), "all"),
    ],
  };
}
