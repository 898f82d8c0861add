// `tajdeed invite --role …`: a one-time link that seats whoever opens it first; the first supervisor comes in by one.
import { createBotApi } from "../channels/telegram/api.js";
import { inviteLink } from "../channels/telegram/invite-link.js";
import { openAsItStands } from "../compose/as-it-stands.js";
import { StoreFault } from "../compose/stores.js";
import { inviteHours } from "../desk/staff.js";
import type { StaffRole } from "../domain/access.js";
import { createLog } from "../log.js";
import { createStaffRecords } from "../records/desk/staff.js";
import { configured } from "./configured.js";
import { isOperators } from "./operators-fault.js";

export async function invite(role: StaffRole): Promise<void> {
  const config = configured({ demo: false });
  const log = createLog({ level: config.logLevel });
  if (config.mode === "demo" || config.telegram === undefined) {
    process.stderr.write("TELEGRAM_BOT_TOKEN: set it; an invitation opens the bot in Telegram\n");
    process.exitCode = 1;
    return;
  }
  const { token, apiRoot } = config.telegram;
  try {
    const { db, vault, close } = await openAsItStands(config, log);
    try {
      if (db === undefined) throw new StoreFault(notMigrated);
      const staff = createStaffRecords({
        db,
        vault,
        clock: { now: () => new Date() },
      });
      const link = await inviteLink(
        createBotApi({ token, apiRoot, countCall: () => undefined }),
        await staff.invite(role, undefined),
      );
      process.stdout.write(`${link}\nOne ${role}, once, within ${inviteHours} hours.\n`);
    } finally {
      await close();
    }
  } catch (error) {
    process.exitCode = 1;
    if (isOperators(error)) process.stderr.write(`${error.message}\n`);
    else log.error({ event: "invite-failed", error });
  }
}

const notMigrated =
  "DATABASE_URL or DATA_DIR: this database is not migrated to this version; run migrate or serve first";
