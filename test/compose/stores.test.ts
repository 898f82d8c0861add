// What a killed process had under way keeps nobody waiting once the next one has opened the embedded database.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openStores } from "../../src/compose/stores.js";
import { readConfig } from "../../src/config.js";
import { enqueue } from "../../src/records/outbox.js";
import { createOutboxStore } from "../../src/records/outbox-store.js";
import { asAutomatic } from "../support/as-automatic.js";
import { silentLog } from "../support/log.js";
import { noReminders } from "../support/no-reminders.js";

it("what a killed process had claimed on the embedded database can be claimed at once by the next", async () => {
  const dir = mkdtempSync(join(tmpdir(), "tajdeed-stores-"));
  const read = readConfig({ DATA_DIR: dir }, (path) => readFileSync(path, "utf8"), { demo: true });
  if (!read.ok) throw new Error(read.faults.join("\n"));
  const clock = { now: () => new Date() };
  const open = async () => {
    const { database, vault, close } = await openStores(read.config, silentLog);
    return {
      db: database.db,
      vault,
      close,
      outbox: createOutboxStore({ asAutomatic, db: database.db, vault, clock, reminders: noReminders }),
    };
  };
  const first = await open();
  const sealed = first.vault.seal.seal("1", "chats.chat_id_sealed");
  const chat = { chat: "tg:1", channel: "telegram", chat_id_sealed: sealed, first_seen_at: clock.now() } as const;
  await first.db.insertInto("chats").values(chat).execute();
  const message = { text: "receipt", language: "en", code: [], buttons: [] } as const;
  await enqueue(first.db, first.vault, { chat: "tg:1", kind: "payment", effectKey: "k", message, now: clock.now() });
  expect(await first.outbox.claim("telegram", 1, 60_000)).toHaveLength(1);
  await first.close();

  const next = await open();
  expect(await next.outbox.claim("telegram", 1, 60_000)).toHaveLength(1);
  await next.close();
  rmSync(dir, { recursive: true, force: true });
}, 60_000);
