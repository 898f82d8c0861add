// The receipt's link: as long as the receipt is kept, the same page, fit for printing.
import type { FastifyInstance } from "fastify";
import type { PaymentService } from "../payments/service.js";
import { sendPage } from "./answer.js";
import { sendNotFound } from "./error-pages.js";
import { readerLanguage } from "./reader-language.js";
import { receiptView } from "./receipt-view.js";
import type { Site } from "./site.js";

export function addReceipts(app: FastifyInstance, site: Site, payments: PaymentService): void {
  app.get<{ Params: { token: string } }>("/r/:token", async (request, reply) => {
    const { token } = request.params;
    const receipt = await payments.receipt(token);
    if (receipt === undefined) return sendNotFound(site, request, reply);
    return sendPage(reply, 200, receiptView(site, readerLanguage(request, receipt.language), token, receipt));
  });
}
