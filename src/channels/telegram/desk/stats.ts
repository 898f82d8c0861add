// "/stats": how the desk answers, as a table and a picture, for its people and in their group.
import type { Composer } from "grammy";
import { drawChart } from "../../../desk/chart.js";
import { type DeskFigures, deskFigures, type Figures, firstStatsDay, statsDays } from "../../../desk/stats.js";
import type { View } from "../../../desk/view.js";
import { type IsoDate, kuwaitDate } from "../../../domain/iso-date.js";
import { line } from "../../../words/line.js";
import { onCommand } from "./commands.js";
import type { DeskContext } from "./context.js";

export function addStats(bot: Composer<DeskContext>): void {
  onCommand(bot, "stats", async ({ visiting }) => {
    const today = kuwaitDate(visiting.now);
    const since = new Date(`${firstStatsDay(today)}T00:00:00+03:00`);
    visiting.say(statsView(deskFigures(await visiting.desk.stats.since(since), today), today));
  });
}

function statsView(figures: DeskFigures, today: IsoDate): View {
  const { waiting, owned, helped, all, days, agents } = figures;
  const now = line("desk-stats-now", { waiting, owned });
  if (all.opened === 0) return { lines: [now, line("desk-stats-none", { days: statsDays })] };
  return {
    lines: [
      now,
      line("desk-stats-title", { from: { date: firstStatsDay(today) }, until: { date: today } }),
      line("desk-stats-how"),
      line("desk-stats-all", columns(all)),
      ...(helped.said === 0 ? [] : [line("desk-stats-helped", helped)]),
      ...days
        .filter(({ opened }) => opened > 0)
        .map((each) => line("desk-stats-day", { day: { date: each.day }, ...columns(each) })),
      ...agents.map((each, at) => line("desk-stats-agent", { place: at + 1, name: each.name, ...columns(each) })),
      line("desk-stats-chart"),
    ],
    picture: { name: `desk-${today}.png`, png: drawChart(figures) },
  };
}

const columns = ({ opened, toAnswer, toClose }: Figures) => ({
  opened,
  answerHalf: written(toAnswer?.median),
  answerMost: written(toAnswer?.p90),
  closeHalf: written(toClose?.median),
  closeMost: written(toClose?.p90),
});

/** "0:07", "26:30": no unit, so that a column of them is read at a glance. */
function written(ms: number | undefined): string {
  if (ms === undefined) return "–";
  const minutes = Math.round(ms / 60_000);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
