// What journeys are promised of people, workers and proofs, whoever keeps them: the records, or the world in memory that journeys are tested in.
import { beforeEach, describe, expect, it } from "vitest";
import type { CivilId } from "../../src/domain/civil-id.js";
import type { IsoDate } from "../../src/domain/iso-date.js";
import type { Phone } from "../../src/domain/phone.js";
import type { Challenge, Proof } from "../../src/journeys/challenge.js";
import type { People, Registration } from "../../src/journeys/people-port.js";
import type { Proofs } from "../../src/journeys/proofs-port.js";
import type { Workers } from "../../src/journeys/workers-port.js";

/** A chat that has no account yet. On record is one sponsor, with one worker. */
export type ChatRecordsHarness = {
  readonly sponsor: CivilId;
  readonly phone: Phone;
  readonly worker: CivilId;
  /** The code that is sent. */
  readonly code: string;
  /** Of a turn of its own each time. */
  readonly people: () => People;
  readonly workers: () => Workers;
  readonly proofs: () => Proofs;
};

export function chatRecordsContract(start: () => Promise<ChatRecordsHarness>, of: { readonly nobody: CivilId }): void {
  let chat: ChatRecordsHarness;
  beforeEach(async () => {
    chat = await start();
  });
  const { nobody } = of;
  const byContact = (civilId: CivilId): Challenge => ({ how: "contact", civilId });
  const byCode = (civilId: CivilId): Challenge => ({ how: "code", civilId });

  async function shared(civilId: CivilId, key = "draft:phone"): Promise<Proof> {
    await chat.proofs().set(key, byContact(civilId), false);
    const met = await chat.proofs().meetContact(key, byContact(civilId), chat.phone);
    if (!met.ok) throw new Error(met.reason);
    return met.proof;
  }
  async function registers(civilId: CivilId, key = "draft:register") {
    const proof = await shared(civilId);
    const registration: Registration = { civilId, proof, consentedTo: "2026-12" };
    return chat.people().register(key, registration);
  }

  describe("a proof", () => {
    it("is there once its challenge is met, under its key and for its civil ID alone", async () => {
      const challenge = byContact(chat.sponsor);
      await chat.proofs().set("a", challenge, false);
      expect(await chat.proofs().proof("a", challenge)).toBeUndefined();
      const met = await chat.proofs().meetContact("a", challenge, chat.phone);
      expect(met).toMatchObject({ ok: true, proof: { how: "contact" } });
      expect(await chat.proofs().proof("a", challenge)).toEqual(met.ok && met.proof);
      expect(await chat.proofs().proof("b", challenge)).toBeUndefined();
      expect(await chat.proofs().proof("a", byContact(nobody))).toBeUndefined();
      expect(await chat.proofs().proof("a", byCode(chat.sponsor))).toBeUndefined();
    });

    it("by code is met by the code that was sent, and by no other", async () => {
      const challenge = byCode(chat.sponsor);
      expect(await chat.proofs().meetCode("a", challenge, chat.code)).toEqual({ ok: false, reason: "not-set" });
      expect(await chat.proofs().set("a", challenge, false)).toBe("set");
      expect(await chat.proofs().meetCode("a", challenge, "000000")).toEqual({ ok: false, reason: "wrong" });
      expect(await chat.proofs().meetCode("a", challenge, chat.code)).toMatchObject({
        ok: true,
        proof: { how: "code" },
      });
    });
  });

  describe("a household", () => {
    it("is empty before its sponsor has proved to be one, and then holds the worker", async () => {
      expect((await chat.workers().household()).workers).toEqual([]);
      expect(await chat.workers().own(chat.worker)).toBeUndefined();
      expect(await registers(chat.sponsor)).toMatchObject({ standing: "proved", name: { en: "Noura Al-Mutairi" } });
      expect((await chat.workers().household()).workers).toMatchObject([{ civilId: chat.worker, source: "record" }]);
      expect(await chat.workers().own(chat.worker)).toMatchObject({ civilId: chat.worker });
      expect(await chat.workers().own(nobody)).toBeUndefined();
    });

    it("stays empty for who is not on record", async () => {
      expect(await registers(nobody)).toEqual({ standing: "unproved", name: {} });
      expect((await chat.workers().household()).workers).toEqual([]);
      expect(await chat.workers().own(chat.worker)).toBeUndefined();
    });

    it("of a registration that is repeated is the same", async () => {
      await registers(chat.sponsor);
      expect(await registers(chat.sponsor)).toMatchObject({ standing: "proved", name: { en: "Noura Al-Mutairi" } });
      expect((await chat.workers().household()).workers).toHaveLength(1);
    });

    it("is read by both civil IDs that belong together, and by no others", async () => {
      expect(await chat.workers().pair(chat.sponsor, chat.worker)).toMatchObject({ worker: { civilId: chat.worker } });
      expect(await chat.workers().pair(nobody, chat.worker)).toBeUndefined();
      expect(await chat.workers().pair(chat.sponsor, nobody)).toBeUndefined();
    });
  });

  describe("a worker who is only followed", () => {
    const told = { civilId: nobody, name: "Grace", coverUntil: "2026-12-31" as IsoDate };

    it("is there as it was told last, once, until it is removed", async () => {
      await registers(chat.sponsor);
      await chat.workers().track("a", { ...told, coverUntil: undefined });
      const { id } = await chat.workers().track("b", told);
      const followed = await chat.workers().tracked();
      expect(followed).toMatchObject([{ id, civilId: nobody, source: "told", covers: [{ until: told.coverUntil }] }]);
      await chat.workers().untrack("c", "t999999");
      expect(await chat.workers().tracked()).toEqual(followed);
      await chat.workers().untrack("d", id);
      expect(await chat.workers().tracked()).toEqual([]);
    });
  });

  describe("leaving", () => {
    it("closes the household and forgets who was followed; a second time changes nothing", async () => {
      await registers(chat.sponsor);
      await chat.workers().track("a", { civilId: nobody, name: "Grace", coverUntil: undefined });
      expect(await chat.people().erase("b")).toEqual({ keptUntilClosed: false });
      expect(await chat.people().erase("b")).toEqual({ keptUntilClosed: false });
      expect((await chat.workers().household()).workers).toEqual([]);
      expect(await chat.workers().tracked()).toEqual([]);
    });
  });
}
