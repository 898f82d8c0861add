// The receipt's link: as long as the receipt is kept, the same page, fit for printing.
import type { FastifyInstance } from "fastify";
import type { PaymentService } from "../payments/service.js";
import { sendPage } from "./answer.js";
import { sendNotFound } from "./error-pages.js";
import { keepingLanguage, readerLanguage } from "./reader-language.js";
import { receiptView } from "./receipt-view.js";
import { type PageHeaders, withOwnScripts } from "./security-headers.js";
import type { Site } from "./site.js";

/** @param headers what every answer carries: here the policy lets in the one script that opens the print dialogue */
export function addReceipts(app: FastifyInstance, site: Site, payments: PaymentService, headers: PageHeaders): void {
  const printing = withOwnScripts(headers);
  app.get<{ Params: { token: string } }>("/r/:token", async (request, reply) => {
    const { token } = request.params;
    const receipt = await payments.receipt(token);
    if (receipt === undefined) return sendNotFound(site, request, reply);
    if (!receipt.url.endsWith(`/r/${token}`)) return reply.redirect(keepingLanguage(request, receipt.url), 303);
    reply.header("content-security-policy", printing);
    return sendPage(reply, 200, receiptView(site, readerLanguage(request, receipt.language), token, receipt));
  });
}
