// The pay link: looking at it changes nothing, only pressing Pay opens a try, and coming back asks the gateway.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { PaymentService, PayPage } from "../payments/service.js";
import { sendPage } from "./answer.js";
import { pauseAfter, timesAsked } from "./asking-again.js";
import { sendNotFound } from "./error-pages.js";
import type { Refresh } from "./page.js";
import { payPageView } from "./pay-page-view.js";
import { payRefusal } from "./pay-refusals.js";
import { keepingLanguage, readerLanguage } from "./reader-language.js";
import { link, type Site } from "./site.js";

type Link = { Params: { token: string } };

/** Gone for good is 410; everything else about a link of ours is worth looking at again. */
const statuses: Readonly<Record<PayPage["state"], 200 | 410>> = {
  open: 200,
  "at-gateway": 200,
  unknown: 200,
  paid: 200,
  conflicted: 200,
  expired: 410,
  superseded: 410,
};

export function addPayPages(app: FastifyInstance, site: Site, payments: PaymentService): void {
  app.get<Link>("/p/:token", async (request, reply) => {
    const { token } = request.params;
    return show(request, reply, token, await payments.payPage(token));
  });

  app.post<Link>("/p/:token/pay", async (request, reply) => {
    const { token } = request.params;
    const opened = await payments.openAttempt(token);
    if (opened.ok) return reply.redirect(opened.redirectUrl, 303);
    if (opened.reason === "unknown-link") return sendNotFound(site, request, reply);
    if (opened.reason === "paid")
      return reply.redirect(keepingLanguage(request, opened.receiptUrl ?? `${site.publicUrl}/p/${token}`), 303);
    const language = readerLanguage(request, opened.language);
    const { status, page } = payRefusal(site, language, token, opened.reason, opened.worker);
    return sendPage(reply, status, page);
  });

  app.get<Link>("/p/:token/return", async (request, reply) => {
    const { token } = request.params;
    const page = await payments.returned(token);
    if (page?.state === "paid" && page.receiptUrl !== undefined)
      return reply.redirect(keepingLanguage(request, page.receiptUrl), 303);
    const refresh = page?.state === "unknown" ? refreshOf(request, token) : undefined;
    if (refresh !== undefined) reply.header("refresh", `${refresh.seconds}; url=${refresh.url}`);
    return show(request, reply, token, page, refresh);
  });

  /** The address counts, so that a page without a script asks ever later and then no more. */
  function refreshOf(request: FastifyRequest, token: string): Refresh | undefined {
    const times = timesAsked(new URLSearchParams(request.url.split("?")[1]).get("n"));
    const seconds = pauseAfter(times);
    if (seconds === undefined) return undefined;
    return { seconds, url: keepingLanguage(request, link(site, `/p/${token}/return?n=${times + 1}`)) };
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    token: string,
    page: PayPage | undefined,
    refresh?: Refresh,
  ): FastifyReply {
    if (page === undefined) return sendNotFound(site, request, reply);
    const language = readerLanguage(request, page.language);
    return sendPage(reply, statuses[page.state], payPageView(site, language, token, page, refresh));
  }
}
