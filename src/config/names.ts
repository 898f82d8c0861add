// The names an operator may set, sorted by what the program does about them.

/** A secret may stand in a file instead: NAME_FILE. */
export const secretNames: ReadonlySet<string> = new Set([
  "DATABASE_URL",
  "REDIS_URL",
  "TELEGRAM_BOT_TOKEN",
  "TELEGRAM_WEBHOOK_SECRET",
  "WHATSAPP_ACCESS_TOKEN",
  "WHATSAPP_APP_SECRET",
  "WHATSAPP_VERIFY_TOKEN",
  "KNET_TRANPORTAL_ID",
  "KNET_TRANPORTAL_PASSWORD",
  "KNET_RESOURCE_KEY",
  "MYFATOORAH_TOKEN",
  "MYFATOORAH_WEBHOOK_SECRET",
  "TAP_SECRET_KEY",
  "FIELD_KEY",
  "FIELD_KEY_PREVIOUS",
  "SMS_HTTP_TOKEN",
  "SMTP_URL",
]);

const telegramNames = ["TELEGRAM_BOT_TOKEN", "TELEGRAM_MODE", "TELEGRAM_WEBHOOK_SECRET", "TELEGRAM_API_ROOT"] as const;

const whatsappNames = [
  "WHATSAPP_PHONE_NUMBER_ID",
  "WHATSAPP_ACCESS_TOKEN",
  "WHATSAPP_APP_SECRET",
  "WHATSAPP_VERIFY_TOKEN",
  "WHATSAPP_API_ROOT",
  "WHATSAPP_API_VERSION",
] as const;

const liveGatewayNames = [
  "PORTAL_URL",
  "KNET_BASE_URL",
  "KNET_TRANPORTAL_ID",
  "KNET_TRANPORTAL_PASSWORD",
  "KNET_RESOURCE_KEY",
  "KNET_LANG_EN",
  "KNET_LANG_AR",
  "MYFATOORAH_BASE_URL",
  "MYFATOORAH_TOKEN",
  "MYFATOORAH_WEBHOOK_SECRET",
  "TAP_BASE_URL",
  "TAP_SECRET_KEY",
] as const;

/** Documented, but without effect so far: to set one is a fault, for its setter counts on the effect. */
export const namesNotYet = [
  ...whatsappNames,
  ...liveGatewayNames,
  "PAYMENT_JOURNAL_DIR",
  "FIELD_KEY_PREVIOUS",
  "SMTP_URL",
  "MAIL_FROM",
] as const;

/** Whoever sets one of these means a real service: without `--demo` it is one, with `--demo` it is a fault. */
export const serviceNames: readonly string[] = [
  "DATABASE_URL",
  "PUBLIC_URL",
  "PAYMENT_GATEWAY",
  ...telegramNames,
  ...whatsappNames,
  ...liveGatewayNames,
];

/** Names with these beginnings are ours alone, so an unknown one is a slip of the pen that would else go unseen. */
export const ownPrefix = /^(?:TELEGRAM|WHATSAPP|KNET|MYFATOORAH|TAP)_/;
