// The Telegram channel: how updates come, and the secret by which we know that they come from Telegram.
import { hkdfSync } from "node:crypto";
import type { FaultList } from "./fault-list.js";
import type { Settings } from "./settings.js";

export type TelegramConfig = {
  readonly token: string;
  /** Without a trailing slash. */
  readonly apiRoot: string;
} & ({ readonly mode: "webhook"; readonly webhookSecret: string } | { readonly mode: "polling" });

const officialApiRoot = "https://api.telegram.org";

/** @param meant every setting somebody meant to set */
export function readTelegram(
  given: Settings,
  fieldKey: Buffer | undefined,
  faults: FaultList,
): TelegramConfig | undefined {
  const cure = "give the bot's token from @BotFather, or unset every TELEGRAM_ setting";
  const token = faults.need("TELEGRAM_BOT_TOKEN", given.TELEGRAM_BOT_TOKEN, cure);
  if (token === undefined) return undefined;
  const apiRoot = given.TELEGRAM_API_ROOT ?? officialApiRoot;
  if (given.TELEGRAM_MODE === "polling") return { token, apiRoot, mode: "polling" };
  // Without a field key there is a fault already, and nothing to derive from.
  const webhookSecret = given.TELEGRAM_WEBHOOK_SECRET ?? (fieldKey && deriveWebhookSecret(fieldKey, token));
  return webhookSecret === undefined ? undefined : { token, apiRoot, mode: "webhook", webhookSecret };
}

/** The same on every process and after every restart, another for another bot or key; 43 of the letters that Telegram takes. */
function deriveWebhookSecret(fieldKey: Buffer, token: string): string {
  return Buffer.from(hkdfSync("sha256", fieldKey, token, "telegram-webhook-secret", 32)).toString("base64url");
}
