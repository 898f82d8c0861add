// A person's own data by a link that works once: looking at the page, as previews do, does not use it up; the button does.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Language, line } from "../words/line.js";
import { sendPage } from "./answer.js";
import { sendNotFound } from "./error-pages.js";
import { html } from "./html.js";
import { messagePage } from "./message-page.js";
import { writePage } from "./page.js";
import { readerLanguage } from "./reader-language.js";
import { link, type Site, sayIn } from "./site.js";

/** gone: used, or older than 15 minutes. unknown: never given out. */
export type Exports = {
  /** Whether the link still works. Changes nothing. */
  look(token: string): Promise<"ready" | "gone" | "unknown">;
  /** Uses the link up and gives everything kept about its holder, as plain JSON values. */
  take(
    token: string,
  ): Promise<
    { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly reason: "gone" | "unknown" }
  >;
};

type Link = { Params: { token: string } };

export function addExportPages(app: FastifyInstance, site: Site, exports: Exports): void {
  app.get<Link>("/x/:token", async (request, reply) => {
    const { token } = request.params;
    const state = await exports.look(token);
    if (state !== "ready") return refuse(request, reply, state);
    return sendPage(reply, 200, exportPage(site, readerLanguage(request), token));
  });

  app.post<Link>("/x/:token", async (request, reply) => {
    const taken = await exports.take(request.params.token);
    if (!taken.ok) return refuse(request, reply, taken.reason);
    return reply
      .type("application/json; charset=utf-8")
      .header("content-disposition", 'attachment; filename="tajdeed.json"')
      .send(JSON.stringify(taken.data, null, 2));
  });

  function refuse(request: FastifyRequest, reply: FastifyReply, reason: "gone" | "unknown"): FastifyReply {
    if (reason === "unknown") return sendNotFound(site, request, reply);
    const gone = { title: line("export-page-gone-title"), lead: line("export-page-gone") };
    return sendPage(reply, 410, messagePage(site, readerLanguage(request), { tone: "closed", ...gone }));
  }
}

function exportPage(site: Site, language: Language, token: string): string {
  const say = sayIn(site, language);
  const path = `/x/${token}`;
  const body = html`<p class="lead">${say(line("export-page-what"))}</p>
<p>${say(line("export-page-care"))}</p>
<form method="post" action="${link(site, path)}">
<button type="submit">${say(line("export-page-button"))}</button>
<p class="note">${say(line("export-page-once"))}</p>
</form>`;
  return writePage(site, { language, tone: "plain", title: line("export-page-title"), body, path });
}
