import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identify, openCivilId, openName, sealName } from "../../src/records/sealed-person.js";
import { chatKey, createVault } from "../../src/records/vault.js";
import { rowOfWorkerId, workerId } from "../../src/records/worker-id.js";
import { testVault } from "../support/databases.js";
import { noura } from "../support/people-world.js";

describe("the vault", () => {
  it("opens a sealed value only in its own column and with its own key", () => {
    const sealed = testVault.seal.seal("secret", "accounts.email_sealed");
    expect(testVault.seal.open(sealed, "accounts.email_sealed")).toBe("secret");
    expect(() => testVault.seal.open(sealed, "accounts.phone_sealed")).toThrow();
    expect(() => createVault(Buffer.alloc(32, 1)).seal.open(sealed, "accounts.email_sealed")).toThrow();
  });

  it("gives one value different indexes for different purposes", () => {
    const { civilIdIndex, phoneIndex, chatIndex, codeIndex, linkIndex } = testVault;
    const indexes = [civilIdIndex, phoneIndex, chatIndex, codeIndex, linkIndex].map((index) =>
      index("1").toString("hex"),
    );
    expect(new Set(indexes).size).toBe(5);
  });

  it("keeps names in both scripts, and civil IDs, through sealing", () => {
    const name = { ar: "نورة", en: "Noura" };
    expect(openName(testVault, sealName(testVault, name, "workers.name_sealed"), "workers.name_sealed")).toEqual(name);
    const { civil_id_sealed } = identify(testVault, noura, "workers.civil_id_sealed");
    expect(openCivilId(testVault, civil_id_sealed, "workers.civil_id_sealed")).toBe(noura);
  });

  it("names chats apart by channel, in at most 40 characters that do not tell their id", () => {
    const telegram = chatKey(testVault, "telegram", "5100000901");
    expect(telegram).toMatch(/^tg:[\w-]{32}$/);
    expect(chatKey(testVault, "whatsapp", "5100000901")).toMatch(/^wa:/);
    expect(chatKey(testVault, "whatsapp", "5100000901").slice(3)).not.toBe(telegram.slice(3));
  });
});

describe("a worker's id", () => {
  it("goes there and back, and never from one kind to the other", () => {
    fc.assert(
      fc.property(fc.nat(), (id) => {
        expect(rowOfWorkerId("record", workerId("record", id))).toBe(id);
        expect(rowOfWorkerId("told", workerId("told", id))).toBe(id);
        expect(rowOfWorkerId("record", workerId("told", id))).toBeUndefined();
      }),
    );
  });

  it("is read from nothing else", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const id = rowOfWorkerId("record", text);
        expect(id === undefined || workerId("record", id) === text).toBe(true);
      }),
    );
    expect(rowOfWorkerId("record", "w007")).toBeUndefined();
    expect(rowOfWorkerId("record", "w9999999999999999")).toBeUndefined();
  });
});
