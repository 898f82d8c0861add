import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { journeys } from "../../src/journeys/catalogue.js";
import type { Input } from "../../src/journeys/input.js";
import { createValueLabelled } from "../../src/messages/value-labelled.js";
import { converse } from "../../src/turns/conversation.js";
import type { Turned } from "../../src/turns/saying.js";
import type { Session } from "../../src/turns/session.js";
import { loadWords } from "../../src/words/load.js";
import { cover, type FakeWorld, fakeWorld, service, worker } from "../support/fake-world.js";
import { speak } from "../support/journey.js";

const { understand } = await loadWords("locales");
const ending = [cover("2025-06-21", "2026-06-20")];

/** A chat with everything real in it but the records: a sponsor of Anita and Joseph, unless told otherwise. */
function chatOf(
  world: FakeWorld = fakeWorld({ workers: [worker(1, { covers: ending }), worker(2, { covers: ending })] }),
) {
  let session: Session = { introduced: true };
  let last: Turned = { session, says: [] };
  let turns = 0;
  const called: unknown[] = [];
  const ids = () => last.says.flatMap(({ message }) => message.lines.map(({ id }): string => id));
  const chat = {
    world,
    called,
    get session() {
      return session;
    },
    contact: () => last.says.some(({ message }) => message.contact !== undefined),
    buttons: () => last.says.flatMap(({ message }) => (message.buttons ?? []).flat().map(({ label }) => label.id)),
    async sends(input: Input) {
      turns += 1;
      last = await converse(
        {
          journeyOf: (command) => journeys[command],
          worldOf: async (draft) => ({
            world: { ...world, draft: draft.id, argument: draft.argument },
            proofs: world.proofs,
          }),
          understand,
          service,
          now: world.now,
          awaits: undefined,
          lastHandoff: 0,
          callPerson: async (missed) => {
            called.push(missed);
            return undefined;
          },
          valueLabelled: createValueLabelled(speak),
          draftId: (command) => `turn-${turns}-${command}`,
        },
        session,
        input,
      );
      session = JSON.parse(JSON.stringify(last.session));
      return ids();
    },
    says: (text: string) => chat.sends({ kind: "text", text }),
  };
  return chat;
}

describe("what people really write", () => {
  it.each([
    ["renew residency", "topic-residency"],
    ["تجديد الاقامة", "topic-residency"],
    ["cancel my payment", "topic-cancel-payment-none"],
    ["ابي فلوسي ترجع", "topic-refund"],
    ["I want a refund", "topic-refund"],
    ["is this official", "page-run-by"],
    ["هل هذا نصب", "topic-fraud-address"],
    ["دفعت ولا وصلني شي", "topic-payment-none"],
    ["I paid but nothing came", "topic-payment-none"],
    ["charged twice", "topic-charged-twice"],
    ["انخصم مني مرتين", "topic-charged-twice"],
    ["ضاع الايصال", "topic-receipt-none"],
    ["غيرت رقمي", "topic-changed-phone"],
    ["ما وصلني الرمز", "topic-code"],
    ["الخدامة هربت", "left-tell-absconded"],
    ["she ran away", "left-tell-absconded"],
    ["شكرا", "topic-thanks"],
    ["thank you", "topic-thanks"],
    ["are you a robot", "topic-robot"],
    ["can my brother pay", "topic-somebody-else"],
    ["is there a late fine", "topic-late"],
    ["متى يخلص ضمان الخدامة", "inquire-all"],
  ])("«%s» is answered by %s", async (text, id) => {
    const chat = chatOf();
    const ids = await chat.says(text);
    // Who left is asked for first, where there are several.
    if (id.startsWith("left-tell")) {
      expect(chat.session.draft?.command).toBe("worker-left");
      return;
    }
    expect(ids).toContain(id);
    expect(chat.session.draft).toBeUndefined();
  });

  it("goes straight to the summary and its acceptance where worker and years were said", async () => {
    for (const text of ["renew Anita for two years", "ابي اجدد حق انيتا سنتين"]) {
      const chat = chatOf();
      await chat.says(text);
      expect(chat.session.draft?.argument).toBe("w1 y2");
      expect(chat.session.draft?.pending?.key).toBe("accept");
    }
  });

  it("takes a listed name with a wrong letter for the worker", async () => {
    const chat = chatOf();
    await chat.sends({ kind: "command", command: "worker-left" });
    expect(await chat.says("Anitta")).toContain("left-check");
  });

  it("never takes a word of the menu for a worker's name", async () => {
    const chat = chatOf();
    await chat.sends({ kind: "command", command: "workers", argument: "add" });
    await chat.says(worker(9).civilId);
    expect(chat.session.draft?.pending?.key).toBe("name");
    for (const text of ["القائمة", "menu", "المساعدة"]) {
      const before = chat.session.draft;
      await chat.says(text);
      expect(chat.session.draft?.answers ?? {}).not.toHaveProperty("name");
      await chat.sends({ kind: "command", command: "resume" });
      expect(chat.session.draft).toEqual(before);
    }
  });

  it("calls nobody for three photos", async () => {
    const chat = chatOf();
    for (let n = 0; n < 3; n += 1) await chat.sends({ kind: "media", media: "photo" });
    expect(chat.called).toEqual([]);
  });

  it("changes the language by a word, wherever one is", async () => {
    for (const [text, language] of [
      ["English", "en"],
      ["in english please", "en"],
      ["عربي", "ar"],
      ["بالعربي", "ar"],
      ["arabic please", "ar"],
    ] as const) {
      const chat = chatOf(fakeWorld({ language: language === "ar" ? "en" : "ar" }));
      await chat.sends({ kind: "command", command: "renew" });
      const before = chat.session.draft;
      expect([text, (await chat.says(text))[0]]).toEqual([text, "language-chosen"]);
      expect(chat.world.language).toBe(language);
      expect(chat.session.draft).toEqual(before);
    }
  });

  it("is never met with silence or a fault, whatever it is", async () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom("renew", "سنتين", "Anita", "menu", "رجوع", "كم", "12", "غدا", "482913", "شكرا", "english"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 8 }), async (texts) => {
        const chat = chatOf();
        for (const each of texts) expect((await chat.says(each)).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe("an acceptance", () => {
  it.each([
    "yes but only one year",
    "موافق بس سنة",
    "موافق بس بكره",
    "yes wrong",
    "yes لا",
    "yes too much",
    "yes but for joseph",
    "i agree wait",
    `yes${"\n".repeat(600)}but only one year`,
    `yes ${"and ".repeat(60)}no`,
  ])("is never a yes that says something else besides: %s", async (text) => {
    const chat = chatOf();
    await chat.sends({ kind: "command", command: "renew", argument: "w1 y2" });
    expect(chat.session.draft?.pending?.key).toBe("accept");
    await chat.says(text);
    expect(chat.world.did.opened.size).toBe(0);
  });

  it("is no yes right after words that came to nothing: they may have asked for a change", async () => {
    for (const [asked, yes] of [
      ["blorp the start day please", "yes"],
      ["شيل سوميترا", "صح"],
    ] as const) {
      const chat = chatOf();
      await chat.sends({ kind: "command", command: "renew", argument: "w1 y2" });
      await chat.says(asked);
      expect(await chat.says(yes)).toContain("yes-unsure");
      expect(chat.world.did.opened.size).toBe(0);
    }
  });

  it("is a yes, in any language and dress", async () => {
    for (const text of ["yes", "Yes, please.", "I accept and pay", "نعم", "موافق", "أوافق وأدفع"]) {
      const chat = chatOf();
      await chat.sends({ kind: "command", command: "renew", argument: "w1 y2" });
      await chat.says(text);
      expect(chat.world.did.opened.size, text).toBe(1);
    }
  });
});

describe("the question that asks for one's own number", () => {
  it("stands again under whatever is said beside it: its button went with the next message", async () => {
    const chat = chatOf(fakeWorld({ account: undefined }));
    await chat.sends({ kind: "command", command: "register" });
    await chat.sends({ kind: "press", fingerprint: chat.session.draft?.pending?.fingerprint ?? "", value: "yes" });
    await chat.says(fakeWorld().records.sponsor);
    expect(chat.session.draft?.pending?.key).toBe("proof-way");
    for (const beside of [
      { kind: "command", command: "human" },
      { kind: "text", text: "is this a scam?" },
    ] as const) {
      expect(await chat.sends(beside)).toContain("proof-way");
      expect(chat.contact()).toBe(true);
    }
  });
});
