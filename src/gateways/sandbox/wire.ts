// What the sandbox gateway and its adapter say to each other over HTTP.
import { z } from "zod";
import { languages } from "../../words/line.js";
import { chargeStatuses } from "./charge.js";

const httpUrl = z.url({ protocol: /^https?$/ });
const reference = z.string().regex(/^[0-9A-Za-z]{1,40}$/);

/** Anything else names no charge: the books are not even asked. */
export const isReference = (text: string): boolean => reference.safeParse(text).success;

export const createCharge = z.strictObject({
  reference,
  fils: z.int().positive(),
  currency: z.literal("KWD"),
  language: z.enum(languages),
  returnUrl: httpUrl,
  callbackUrl: httpUrl,
});

export const createdCharge = z.object({
  reference,
  paymentId: z.string(),
  payUrl: httpUrl,
  expiresAt: z.iso.datetime(),
});

export const chargeAnswer = z.object({
  reference,
  paymentId: z.string(),
  status: z.enum(chargeStatuses),
  fils: z.int(),
  currency: z.string(),
});

/** The callback's body, as a form: the claim alone, unsigned. Whoever gets it asks. */
export const callbackForm = (of: string): string => new URLSearchParams({ reference: of }).toString();

export function readCallbackForm(body: string): string | undefined {
  return reference.safeParse(new URLSearchParams(body).get("reference")).data;
}
