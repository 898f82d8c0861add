// What is due of handoffs without anybody's doing: supervisors to tell, people to whom somebody is late, agents to ask, and what is over.
import type { HandoffDue, HandoffWatch } from "../../desk/handoff.js";
import { handoffButtons, queueLine } from "../../desk/handoff-view.js";
import { answerBy } from "../../domain/desk-hours.js";
import { mostApologies } from "../../domain/handoff.js";
import { apologyLines, lateButtons } from "../../journeys/promise.js";
import { line } from "../../words/line.js";
import { tellCaseNews } from "./case-news.js";
import { readCaseOver } from "./case-over.js";
import { tellGroup, tellPerson } from "./desk-messages.js";
import { showFollowing } from "./following-words.js";
import { dueOf, hasNoOwner } from "./handoff-due.js";
import type { HandoffParts } from "./handoff-parts.js";
import { lockHandoff, selectHandoffs, toHandoff } from "./handoff-rows.js";
import { seeToLost } from "./lost-words.js";
import { writeToSupervisors } from "./supervisors.js";

export function createHandoffWatch(of: HandoffParts): HandoffWatch {
  const { db, vault, clock, service } = of;

  return {
    async due() {
      const now = clock.now();
      const rows = await selectHandoffs(db).where("handoffs.state", "!=", "bot").orderBy("handoffs.id").execute();
      const caseOver = await readCaseOver(db);
      return rows.flatMap((row): readonly { readonly id: number; readonly what: HandoffDue }[] => {
        const { id } = row;
        if (caseOver.has(id)) return [{ id, what: "case-over" }];
        if (hasNoOwner(row)) return [{ id, what: "owner-left" }];
        const what = dueOf(row, now, of.service.deskHours);
        return what === undefined ? [] : [{ id, what }];
      });
    },

    tellCaseNews: (guard) => tellCaseNews(of, guard),

    seeToLost: (guard) => seeToLost(of, guard),

    showFollowing: (guard) => showFollowing(of, guard),

    async remind(id, what) {
      await db.transaction().execute(async (trx) => {
        const row = await lockHandoff(trx, id);
        const now = clock.now();
        // Somebody may have taken it, or written, since it was looked at.
        if (row === undefined || dueOf(row, now, of.service.deskHours) !== what) return;
        const isAsking = what === "ask-agent";
        const key = `handoff:${id}:${what}:${(row.last_word_at ?? row.opened_at).getTime()}`;
        await trx
          .updateTable("handoffs")
          .set(isAsking ? { asked_idle_at: now } : { escalated_at: now })
          .where("id", "=", id)
          .execute();
        const handoff = toHandoff(vault, row);
        if (!isAsking) {
          const lines = [line("desk-handoff-unclaimed"), queueLine(handoff)];
          return writeToSupervisors(of, trx, { lines, buttons: handoffButtons(handoff) }, { key, now });
        }
        const view = {
          lines: [line("desk-handoff-idle", { name: handoff.owner?.name ?? "" })],
          buttons: handoffButtons(handoff),
        };
        await tellGroup(of, trx, row, view, { key, now });
      });
      of.wakeSenders();
    },

    async apologise(id) {
      await db.transaction().execute(async (trx) => {
        const row = await lockHandoff(trx, id);
        const now = clock.now();
        if (row === undefined || dueOf(row, now, service.deskHours) !== "apologise") return;
        const apologies = row.apologies + 1;
        const by = apologies < mostApologies ? answerBy(now, service.deskHours) : undefined;
        await trx
          .updateTable("handoffs")
          .set({ apologies, apologised_at: now, ...(by === undefined ? {} : { promised_at: by }) })
          .where("id", "=", id)
          .execute();
        const message = { lines: apologyLines(service, id, by, now), buttons: lateButtons(id) };
        // What waits since is another wait, with apologies of its own.
        const since = (row.last_word_at ?? row.opened_at).getTime();
        await tellPerson(of, trx, row, message, { key: `handoff:${id}:late:${since}:${apologies}`, now });
      });
      of.wakeSenders();
    },
  };
}
