// "/stats": how the desk answers, as a table and a picture, for its people and in their group.
import type { Composer } from "grammy";
import { chartOf } from "../../../desk/chart.js";
import { drawSvg } from "../../../desk/draw-svg.js";
import {
  type DeskFigures,
  deskFigures,
  type Figures,
  firstStatsDay,
  type Spread,
  statsDays,
} from "../../../desk/stats.js";
import type { View } from "../../../desk/view.js";
import { type IsoDate, kuwaitDate } from "../../../domain/iso-date.js";
import { type Line, line } from "../../../words/line.js";
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
      line("desk-stats-title", { from: { date: firstStatsDay(today) }, until: { date: today }, n: all.opened }),
      ...spreadLine("answer", all.toAnswer),
      ...spreadLine("close", all.toClose),
      ...(helped.said === 0 ? [] : [line("desk-stats-helped", helped)]),
      ...(agents.length === 0 ? [] : [line("desk-stats-agents"), ...agents.map(agentLine)]),
    ],
    picture: {
      name: `desk-${today}.png`,
      draw: (language, say) => drawSvg(chartOf(days, language, say)),
    },
  };
}

function spreadLine(what: "answer" | "close", spread: Spread | undefined): readonly Line[] {
  if (spread === undefined) return [];
  return [line(`desk-stats-${what}`, { half: written(spread.median), most: written(spread.p90) })];
}

function agentLine({ name, opened, toAnswer, toClose }: Figures & { readonly name: string }): Line {
  const [answer, close] = [toAnswer, toClose].map((spread) => (spread === undefined ? "–" : written(spread.median)));
  return line("desk-stats-agent", { name, n: opened, answer: answer ?? "", close: close ?? "" });
}

/** "7 min", "26 h 30 min". */
function written(ms: number): Line {
  const minutes = Math.round(ms / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return hours === 0 ? line("span-minutes", { minutes: rest }) : line("span-hours", { hours, minutes: rest });
}
