import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Missed } from "../../src/desk/handoff.js";
import { answer } from "../../src/journeys/answer.js";
import { deskConsent } from "../../src/journeys/desk-consent.js";
import { helped } from "../../src/journeys/helped.js";
import type { Input, Media } from "../../src/journeys/input.js";
import type { Journey } from "../../src/journeys/journey.js";
import { language } from "../../src/journeys/language.js";
import { commands } from "../../src/journeys/message.js";
import { payQuick } from "../../src/journeys/pay-quick.js";
import { privacy } from "../../src/journeys/privacy.js";
import { personNameAsked } from "../../src/journeys/questions/person-name.js";
import { workerLeft } from "../../src/journeys/stop-reminding.js";
import { yearsFor } from "../../src/journeys/years.js";
import { createValueLabelled } from "../../src/messages/value-labelled.js";
import { type ConversationDeps, converse } from "../../src/turns/conversation.js";
import type { Turned } from "../../src/turns/saying.js";
import type { Session } from "../../src/turns/session.js";
import type { Language } from "../../src/words/line.js";
import { line } from "../../src/words/line.js";
import type { Meaning } from "../../src/words/meanings.js";
import type { Understanding } from "../../src/words/understand.js";
import { fakeWorld, service, worker } from "../support/fake-world.js";
import { speak } from "../support/journey.js";
import { toyMenu, toyRenewal } from "../support/toy-journeys.js";

function conversation(
  begun: Session = { introduced: true },
  isStaffed = false,
  journeys: Partial<Record<string, Journey>> = {},
  world = fakeWorld(),
) {
  const called: (readonly Missed[])[] = [];
  let lastHandoff = 0;
  let awaits: ConversationDeps["awaits"];
  const effects: string[][] = [];
  const renewal = toyRenewal((...effect) => effects.push(effect));
  let turns = 0;
  let session = begun;
  let last: Turned = { session, says: [] };
  const deps = (): ConversationDeps => ({
    journeyOf: (command) => {
      const given = journeys[command];
      if (given !== undefined) return given;
      if (command === "privacy") return privacy;
      if (command === "desk-consent") return deskConsent;
      if (command === "helped") return helped;
      if (command === "answer") return answer;
      return command === "renew" || command === "quote" ? renewal : toyMenu;
    },
    worldOf: async (draft) => {
      return { world: { ...world, draft: draft.id, argument: draft.argument }, proofs: world.proofs };
    },
    understand: (text) => phrases[text] ?? { kind: "unknown" },
    service,
    now: new Date("2026-11-22T07:00:00Z"),
    awaits,
    lastHandoff,
    callPerson: async (missed) => {
      called.push(missed);
      return isStaffed ? { number: 214, by: new Date("2026-11-22T08:00:00Z") } : undefined;
    },
    valueLabelled: createValueLabelled(speak),
    draftId: (command) => `turn-${turns}-${command}`,
  });
  const ids = () => last.says.flatMap(({ message }) => message.lines.map(({ id }): string => id));
  const fingerprint = () => last.says.at(-1)?.fingerprint ?? "";
  const chat = {
    effects,
    called,
    /** The buttons of the last message. */
    buttons: () =>
      last.says.flatMap(({ message }) => (message.buttons ?? []).flat().map(({ label }): string => label.id)),
    /** Somebody is coming; `heard`: they get what is written. */
    waits: (how: ConversationDeps["awaits"]) => {
      awaits = how;
    },
    /** A person has had the chat meanwhile. */
    hasTalked: () => {
      lastHandoff += 1;
    },
    get session() {
      return session;
    },
    async sends(input: Input) {
      turns += 1;
      last = await converse(deps(), session, input);
      session = JSON.parse(JSON.stringify(last.session));
      return ids();
    },
    says: (text: string) => chat.sends({ kind: "text", text }),
    commands: (command: (typeof commands)[number], argument?: string) =>
      chat.sends(argument === undefined ? { kind: "command", command } : { kind: "command", command, argument }),
    presses: (value: string, shown = fingerprint()) => chat.sends({ kind: "press", fingerprint: shown, value }),
    get fingerprint() {
      return fingerprint();
    },
  };
  return chat;
}

type Conversation = ReturnType<typeof conversation>;

const meant = (meaning: Meaning, said?: { years?: 1 | 2 | 3; language?: Language }) =>
  ({ kind: "meant", meaning, ...(said === undefined ? {} : { said }) }) as const;

const phrases: Record<string, Understanding> = {
  back: meant("back"),
  undo: meant("undo"),
  stop: meant("cancel"),
  "the quote": meant("quote"),
  renew: meant("renew"),
  menu: meant("start"),
  "my money back": meant("refund"),
  "she ran away": meant("absconded"),
  "renew Anita for two years": meant("renew", { years: 2 }),
  "make it two years": meant("renew", { years: 2 }),
  "Anita left": meant("worker-left"),
  english: meant("language", { language: "en" }),
  بالعربي: meant("language", { language: "ar" }),
  "the thing": { kind: "near", meanings: ["yes", "pay", "refund", "help", "quote"] },
  "no near thing": { kind: "near", meanings: ["yes"] },
};

describe("a conversation", () => {
  it("takes each answer for the question that was shown and does the effect once", async () => {
    const chat = conversation();
    expect(await chat.commands("renew")).toEqual(["journey-renew"]);
    expect(await chat.presses("2")).toEqual(["journey-pay"]);
    expect(await chat.says("word")).toEqual(["journey-workers"]);
    expect(chat.effects).toEqual([["turn-1-renew", "2", "word"]]);
    expect(chat.session.draft).toBeUndefined();
  });

  it("takes nothing from an older button and shows where the person is", async () => {
    const chat = conversation();
    await chat.commands("renew");
    const first = chat.fingerprint;
    await chat.presses("2");
    expect(await chat.presses("1", first)).toEqual(["old-button", "journey-pay"]);
    expect(chat.session.draft?.answers).toEqual({ choice: "2" });
  });

  it("answers an old button with the menu once nothing is open", async () => {
    const chat = conversation();
    expect(await chat.presses("1", "gone")).toEqual(["begun-again", "journey-start"]);
  });

  it("reads a button's label, typed in either language, as a press", async () => {
    const chat = conversation();
    await chat.commands("renew");
    expect(await chat.says("سنتان")).toEqual(["journey-pay"]);
    expect(await chat.says("Back")).toEqual(["journey-renew"]);
    expect(await chat.says("2 years")).toEqual(["journey-pay"]);
  });

  it("goes back by an understood word where no label stands", async () => {
    const chat = conversation();
    await chat.commands("renew");
    await chat.presses("1");
    expect(await chat.says("stop")).toEqual(["cancelled"]);
    expect(chat.effects).toEqual([]);
  });

  it("undoes the last answer within a question, and an answer to a reminder outside", async () => {
    const chat = conversation();
    await chat.commands("renew");
    await chat.presses("1");
    expect(await chat.says("undo")).toEqual(["journey-renew"]);
    await chat.commands("cancel");
    expect(await chat.says("undo")).toEqual(["journey-help"]);
  });

  it("sets a draft aside for another journey, and goes on with it afterwards", async () => {
    const chat = conversation();
    await chat.commands("renew");
    await chat.presses("2");
    await chat.commands("quote");
    await chat.presses("1");
    expect(await chat.says("word")).toEqual(["journey-workers", "resume-offer"]);
    expect(await chat.commands("resume", "turn-1-renew")).toEqual(["resumed", "journey-pay"]);
    await chat.says("other");
    expect(chat.effects).toEqual([
      ["turn-3-quote", "1", "word"],
      ["turn-1-renew", "2", "other"],
    ]);
  });

  it("leaves a question open under an answer that asks nothing: no offer is made, and none is needed", async () => {
    const chat = conversation();
    await chat.commands("renew");
    await chat.presses("2");
    const { draft } = chat.session;
    for (let n = 0; n < 3; n += 1) expect(await chat.commands("help")).toEqual(["journey-help"]);
    expect(chat.session.draft).toEqual(draft);
    expect(chat.session.aside).toBeUndefined();
    await chat.says("word");
    expect(chat.effects).toEqual([["turn-1-renew", "2", "word"]]);
  });

  it("offers what was set aside once, in the menu itself where that is opened first", async () => {
    const chat = conversation();
    await chat.commands("renew");
    expect(await chat.commands("start", "menu")).toEqual(["resume-offer", "journey-start"]);
    expect(chat.buttons().slice(0, 2)).toEqual(["button-resume", "button-cancel"]);
    for (let n = 0; n < 3; n += 1) expect(await chat.commands("start", "menu")).toEqual(["journey-start"]);
    await chat.commands("quote");
    await chat.presses("1");
    expect(await chat.says("word")).toEqual(["journey-workers"]);
    expect(await chat.commands("resume")).toEqual(["resumed", "journey-renew"]);
  });

  it("offers nothing beside what ends in a payment, and nothing for a menu", async () => {
    const chat = conversation();
    await chat.commands("quote");
    await chat.commands("renew");
    await chat.presses("1");
    expect(await chat.says("word")).toEqual(["journey-workers"]);
    expect(chat.session.aside?.command).toBe("quote");
    expect(await chat.commands("start")).toEqual(["resume-offer", "journey-help"]);
  });

  it.each([
    ["desk-consent", "allow-7", "desk-consent-given"],
    ["desk-consent", "refuse-7", "desk-consent-not-given"],
    ["helped", "7-no", "helped-no"],
    ["helped", "7-yes", "helped-yes"],
  ] as const)(
    "answers the desk's own question (%s, %s) without moving what is under way",
    async (command, argument, said) => {
      const chat = conversation();
      await chat.commands("renew");
      const { draft } = chat.session;
      const shown = await chat.commands(command, argument);
      expect(shown).toContain(said);
      expect(shown).not.toContain("resume-offer");
      expect(draft).toBeDefined();
      expect(chat.session.draft).toEqual(draft);
      expect(chat.session.aside).toBeUndefined();
    },
  );

  it("keeps nothing that was set aside or read, and offers none of it, once its person has left", async () => {
    const quoted = { schedule: "kd5", at: "2026-06-10T08:00:00Z", lines: [] };
    const chat = conversation({ introduced: true, quoted });
    await chat.commands("renew");
    await chat.presses("2");
    await chat.commands("privacy", "erase");
    expect(await chat.presses("yes")).toEqual(["erase-done"]);
    expect(chat.session).toEqual({ introduced: true });
    expect(await chat.commands("resume")).toEqual(["nothing-to-resume"]);
  });

  it("begins the same journey anew when it is asked for again", async () => {
    const chat = conversation();
    await chat.commands("renew");
    await chat.presses("2");
    expect(await chat.commands("renew")).toEqual(["journey-renew"]);
    expect(chat.session.aside).toBeUndefined();
  });

  it("answers text that no question reads by what it means, and comes back", async () => {
    const chat = conversation();
    await chat.commands("renew");
    expect(await chat.says("the quote")).toEqual(["journey-renew"]);
    expect(chat.session.draft?.command).toBe("quote");
    expect(chat.session.aside?.command).toBe("renew");
  });

  it("takes a civil ID anywhere for an inquiry", async () => {
    const chat = conversation();
    await chat.commands("renew");
    expect(await chat.says("٢٩٠٠٥١٧١٠٠٠٤")).toEqual(["civil-id-check-digit", "journey-renew"]);
    expect(await chat.says(fakeWorld().records.sponsor)).toEqual(["journey-help"]);
  });

  it("answers everything else helpfully and shows the question again", async () => {
    const all: Media[] = ["photo", "voice", "video", "sticker", "location", "document", "forwarded", "edited", "other"];
    for (const media of all) {
      const chat = conversation();
      expect(await chat.sends({ kind: "media", media })).toEqual([`media-${media}`]);
      expect(chat.buttons()).toEqual(["button-menu"]);
      await chat.commands("renew");
      expect(await chat.sends({ kind: "media", media })).toEqual([`media-${media}`, "journey-renew"]);
      const contact: Input = { kind: "contact", phone: "+96550000000", own: true };
      expect(await chat.sends(contact)).toEqual(["contact-not-asked", "journey-renew"]);
    }
  });

  it("has something to resume or to cancel only when there is", async () => {
    const chat = conversation();
    expect(await chat.commands("resume")).toEqual(["nothing-to-resume"]);
    expect(await chat.commands("cancel")).toEqual(["nothing-to-cancel"]);
    await chat.commands("renew");
    await chat.presses("1");
    await chat.commands("quote");
    expect(await chat.commands("cancel")).toEqual(["cancelled", "resume-offer"]);
    expect(await chat.commands("cancel")).toEqual(["cancelled"]);
    expect(chat.session.aside).toBeUndefined();
    expect(chat.session.offered).toBeUndefined();
  });

  it("offers no journey to go on with that was begun anew meanwhile", async () => {
    const chat = conversation();
    await chat.commands("renew");
    await chat.presses("1");
    await chat.commands("quote");
    await chat.commands("renew");
    expect(chat.session.aside?.command).toBe("quote");
    await chat.commands("quote");
    expect(chat.session.aside?.command).toBe("renew");
  });

  it("shows what is open already when its offer is pressed twice", async () => {
    const chat = conversation();
    await chat.commands("renew");
    await chat.presses("2");
    await chat.commands("start", "menu");
    expect(await chat.commands("resume", "turn-1-renew")).toEqual(["resumed", "journey-pay"]);
    expect(await chat.commands("resume", "turn-1-renew")).toEqual(["resumed", "journey-pay"]);
    expect(await chat.commands("resume")).toEqual(["resumed", "journey-pay"]);
  });

  it("loses nothing that is open to an older offer: going on swaps the two, and stopping stops that one alone", async () => {
    const chat = conversation();
    await chat.commands("renew");
    await chat.presses("2");
    await chat.commands("start", "menu");
    await chat.commands("quote");
    await chat.presses("1");
    expect(await chat.commands("resume", "turn-1-renew")).toEqual(["resumed", "journey-pay"]);
    expect(chat.session.aside).toMatchObject({ id: "turn-4-quote", answers: { choice: "1" } });
    expect(await chat.commands("cancel", "turn-4-quote")).toEqual(["cancelled", "journey-pay"]);
    expect(chat.session.aside).toBeUndefined();
    expect(await chat.commands("cancel", "turn-4-quote")).toEqual(["nothing-to-cancel", "journey-pay"]);
    expect(await chat.commands("resume", "turn-4-quote")).toEqual(["nothing-to-resume", "journey-pay"]);
    expect(await chat.commands("cancel", "turn-1-renew")).toEqual(["cancelled"]);
    expect(await chat.commands("cancel", "turn-1-renew")).toEqual(["nothing-to-cancel"]);
    expect(chat.effects).toEqual([]);
  });

  it("keeps what is set aside when a third thing's old offer is stopped", async () => {
    const chat = conversation();
    await chat.commands("renew");
    await chat.commands("start", "menu");
    expect(await chat.commands("cancel", "gone")).toEqual(["nothing-to-cancel"]);
    expect(chat.session.aside?.command).toBe("renew");
    expect(chat.session.offered).toBe(true);
    expect(await chat.commands("cancel", "turn-1-renew")).toEqual(["cancelled"]);
    expect(chat.session.aside).toBeUndefined();
  });

  it("is never silent, never breaks and never offers a thing twice, whatever comes in which order", async () => {
    const text = fc.oneof(fc.string(), fc.constantFrom("1", "2", "back", "stop", "renew", "?", "رجوع", "word"));
    const input: fc.Arbitrary<Input> = fc.oneof(
      text.map((said): Input => ({ kind: "text", text: said })),
      fc.constantFrom(...commands).map((command): Input => ({ kind: "command", command })),
      fc
        .constantFrom("1", "2", "<back", "<cancel", "<help", "<change", "<drop:choice", "<drop:", "x")
        .map((value): Input => ({ kind: "press", fingerprint: "now", value })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(input, { maxLength: 12 }), async (inputs) => {
        const chat = conversation();
        const offered: string[] = [];
        for (const each of inputs) {
          const ids = await chat.sends(each.kind === "press" ? { ...each, fingerprint: chat.fingerprint } : each);
          expect(ids.length).toBeGreaterThan(0);
          const { aside } = chat.session;
          if (ids.includes("resume-offer") && aside !== undefined) offered.push(aside.id);
        }
        expect(new Set(offered).size).toBe(offered.length);
        const drafts = chat.effects.map(([draft]) => draft);
        expect(new Set(drafts).size).toBe(drafts.length);
      }),
      { numRuns: 150 },
    );
  });
});

describe("an answer to what somebody asks", () => {
  it("stands beside the question that is open: neither thrown away nor repeated, and one button leads back to it", async () => {
    const chat = conversation();
    await chat.commands("renew");
    const { draft } = chat.session;
    expect(await chat.says("my money back")).toEqual(["topic-refund", "topic-refund-other"]);
    expect(chat.buttons()).toEqual(["button-pay", "button-human", "button-to-question"]);
    expect(chat.session.draft).toEqual(draft);
    expect(await chat.presses("<drop:")).toEqual(["journey-renew"]);
    expect(chat.session.draft).toEqual(draft);
    expect(await chat.presses("2")).toEqual(["journey-pay"]);
  });

  it("has no menu and no offer to resume under it, whether asked in words or by its button", async () => {
    const chat = conversation();
    await chat.commands("renew");
    await chat.commands("start", "menu");
    expect(chat.session.aside?.command).toBe("renew");
    expect(await chat.says("my money back")).toEqual(["topic-refund", "topic-refund-other"]);
    expect(await chat.commands("answer", "is-it-a-robot")).toEqual(["topic-robot"]);
    expect(chat.session.aside?.command).toBe("renew");
    expect(chat.session.draft).toBeUndefined();
  });

  it("begins to tell that a worker left where that is what was said, with the question first", async () => {
    const chat = conversation({ introduced: true }, false, { "worker-left": workerLeft });
    expect(await chat.says("she ran away")).toEqual(["left-check", "left-tell-absconded"]);
    expect(await chat.presses("yes")).toEqual(["answer-left", "answer-left-next", "left-tell-absconded"]);
  });
});

describe("the order in which a text is read", () => {
  it("offers at most three near meanings and something else, with no menu and no offer to resume", async () => {
    const chat = conversation();
    expect(await chat.says("the thing")).toEqual(["near-ask"]);
    expect(chat.buttons()).toEqual(["button-pay", "button-topic-refund", "button-help-menu", "button-something-else"]);
    expect(await chat.commands("answer")).toEqual(["near-else"]);
    expect(chat.buttons()).toEqual(["button-menu", "button-human"]);
  });

  it("leaves the question open under what was near, and leads back to it from something else", async () => {
    const chat = conversation();
    await chat.commands("renew");
    const { draft } = chat.session;
    expect(await chat.says("the thing")).toEqual(["near-ask"]);
    expect(chat.session.draft).toEqual(draft);
    await chat.commands("answer");
    expect(chat.buttons()).toEqual(["button-menu", "button-human", "button-to-question"]);
    expect(await chat.says("no near thing")).toEqual(["not-understood", "journey-renew"]);
  });

  it("takes an answer to the question before anything that it could mean otherwise", async () => {
    const chat = conversation();
    await chat.commands("renew");
    expect(await chat.says("2")).toEqual(["journey-pay"]);
  });

  it("never takes a word of the menu for a name", async () => {
    const naming: Journey = async (ask) => {
      const { given } = await ask(
        "name",
        personNameAsked({ prompt: [line("register-name")], help: line("register-name-help") }),
      );
      return { say: [{ lines: [line("follow-done", { name: given })] }] };
    };
    const chat = conversation({ introduced: true }, false, { workers: naming });
    await chat.commands("workers");
    expect(await chat.says("menu")).toEqual(["resume-offer", "journey-help"]);
    await chat.commands("workers");
    expect(await chat.says("my money back")).toEqual(["topic-refund", "topic-refund-other"]);
    expect(await chat.says("Anita")).toEqual(["follow-done"]);
  });

  it("takes a code in any company for the proof, never for a command", async () => {
    const proving: Journey = async (_ask, prove) => {
      await prove("phone", { how: "code", civilId: fakeWorld().records.sponsor });
      return { say: [{ lines: [line("register-proved")] }] };
    };
    for (const text of [
      "482913",
      "the code is 482913",
      "Your Tajdeed code is 482 913. Do not pass it on. renew",
      "رمز التحقق ٤٨٢٩١٣، صالح 10 دقائق",
    ]) {
      // One world for the chat, so that the challenge is met where it was set.
      const world = fakeWorld();
      const chat = conversation({ introduced: true }, false, { pay: proving }, world);
      await chat.commands("pay");
      expect([text, await chat.says(text)]).toEqual([text, ["register-proved"]]);
    }
  });

  it("takes a civil ID in a sentence for an inquiry", async () => {
    const chat = conversation();
    expect(await chat.says(`when does ${fakeWorld().records.sponsor} end`)).toEqual(["journey-help"]);
  });

  it("asks neither who nor how long where the sentence that began it said both", async () => {
    const chat = conversation();
    await chat.says("renew Anita for two years");
    expect(chat.session.draft).toMatchObject({ command: "renew", argument: "w1 y2" });
  });

  it("takes the years from the errand said once more", async () => {
    const yearly: Journey = async (ask) => {
      const n = await yearsFor(ask, { inKuwait: true });
      return { say: [{ lines: [line("count-years", { n })] }] };
    };
    const chat = conversation({ introduced: true }, false, { renew: yearly });
    await chat.commands("renew");
    expect(await chat.says("make it two years")).toEqual(["count-years"]);
  });

  it("tells that a named worker left only once that is confirmed", async () => {
    const chat = conversation({ introduced: true }, false, { "worker-left": workerLeft });
    expect(await chat.says("Anita left")).toEqual(["left-check", "left-tell-left"]);
    expect(chat.session.draft?.answers).toEqual({ worker: "w1" });
  });
});

describe("a word for a language", () => {
  it("changes it at once, and shows the open question again with every answer kept", async () => {
    const world = fakeWorld();
    const chat = conversation({ introduced: true }, false, { language }, world);
    await chat.commands("renew");
    await chat.presses("2");
    const { draft } = chat.session;
    expect(await chat.says("بالعربي")).toEqual(["language-chosen", "journey-pay"]);
    expect(world.language).toBe("ar");
    expect(chat.session.draft).toEqual(draft);
    expect(await chat.commands("language", "en")).toEqual(["language-chosen", "journey-pay"]);
    expect(world.language).toBe("en");
    expect(await chat.says("word")).toEqual(["journey-workers"]);
    expect(await chat.says("بالعربي")).toEqual(["language-chosen", "journey-start"]);
  });

  it("answers the question for the language itself", async () => {
    const world = fakeWorld();
    const chat = conversation({ introduced: true }, false, { language }, world);
    await chat.commands("language");
    expect((await chat.says("بالعربي"))[0]).toBe("language-chosen");
    expect(world.language).toBe("ar");
    expect(chat.session.draft).toBeUndefined();
  });

  it("is offered once, as one button, to whoever writes in the other language", async () => {
    const chat = conversation();
    await chat.says("كم الرسم؟");
    expect(chat.buttons()).toEqual(["button-menu", "button-in-arabic"]);
    await chat.says("كم الرسم؟");
    expect(chat.buttons()).toEqual(["button-menu"]);
    const world = fakeWorld({ language: "ar" });
    const arabic = conversation({ introduced: true }, false, {}, world);
    await arabic.says("shlon adfa3");
    expect(arabic.buttons()).toEqual(["button-menu"]);
    await arabic.says("how can i do that");
    expect(arabic.buttons()).toEqual(["button-menu", "button-in-english"]);
  });
});

describe("an album", () => {
  it("is one thing, however many pictures it has", async () => {
    const chat = conversation();
    const picture: Input = { kind: "media", media: "photo", album: "a1" };
    expect(await chat.sends(picture)).toEqual(["media-photo"]);
    expect(await chat.sends(picture)).toEqual([]);
    expect(await chat.sends({ ...picture, album: "a2" })).toEqual(["media-photo"]);
  });
});

describe("another language", () => {
  const chatIn = (account: boolean) => {
    const world = fakeWorld(account ? {} : { account: undefined });
    return conversation({ introduced: true }, false, { language }, world);
  };

  it("shows again what is open, and the menu where nothing is", async () => {
    const chat = chatIn(true);
    expect(await chat.commands("language", "ar")).toEqual(["language-chosen", "journey-start"]);
    await chat.commands("renew");
    await chat.presses("2");
    expect(await chat.commands("language", "en")).toEqual(["language-chosen", "journey-pay"]);
    await chat.says("word");
    expect(chat.effects).toHaveLength(1);
  });

  it("goes on where it was after asking which", async () => {
    const chat = chatIn(true);
    await chat.commands("renew");
    await chat.presses("2");
    expect(await chat.commands("language")).toEqual(["language-ask-ar", "language-ask-en"]);
    expect(await chat.presses("ar")).toEqual(["language-chosen", "journey-pay"]);
    expect(chat.session.aside).toBeUndefined();
    await chat.commands("start", "menu");
    await chat.commands("language");
    expect(await chat.presses("en")).toEqual(["language-chosen", "journey-pay"]);
  });

  it("says again who speaks to somebody who has no account, with what is open", async () => {
    const chat = chatIn(false);
    await chat.commands("renew");
    expect(await chat.commands("language", "ar")).toEqual([
      "language-chosen",
      "start-operator",
      "start-never",
      "journey-renew",
    ]);
  });
});

describe("the first message of a chat", () => {
  it("of a stranger offers the other language under whatever it answers, unless that asks for a number", async () => {
    const world = fakeWorld({ account: undefined });
    const chat = conversation({}, false, {}, world);
    expect(await chat.commands("renew")).toEqual(["start-operator", "start-never", "journey-renew"]);
    expect(chat.buttons()).toContain("button-arabic");
    const proving: Journey = async (_ask, prove) => {
      await prove("phone", { how: "contact", civilId: world.records.sponsor });
      return { say: [] };
    };
    const proved = conversation({}, false, { pay: proving }, world);
    await proved.commands("pay");
    expect(proved.buttons()).not.toContain("button-arabic");
  });

  it("says who runs this, whatever it answers, and says it once", async () => {
    const chat = conversation({});
    expect(await chat.commands("renew")).toEqual(["page-run-by", "journey-renew"]);
    expect(await chat.presses("2")).toEqual(["journey-pay"]);
  });
});

describe("three messages in a row of which nothing comes", () => {
  it("show the way to a person, and are counted anew after it", async () => {
    const chat = conversation();
    expect(await chat.says("?")).toEqual(["not-understood"]);
    expect(await chat.says("?")).toEqual(["not-understood"]);
    expect(await chat.says("?")).toEqual(["lost-nobody", "human-phone-ministry"]);
    expect(await chat.says("?")).toEqual(["not-understood"]);
  });

  it("call a person, and say so, where somebody would come", async () => {
    const chat = conversation({ introduced: true }, true);
    await chat.says("?");
    await chat.says("?");
    expect(chat.called).toEqual([]);
    expect(await chat.says("?")).toEqual(["lost-person", "human-request", "human-hours"]);
    expect(chat.called).toHaveLength(1);
  });

  it("may be spoken ones: whoever sends those may not be able to write", async () => {
    const chat = conversation({ introduced: true }, true);
    await chat.sends({ kind: "media", media: "voice" });
    await chat.says("?");
    expect(await chat.sends({ kind: "media", media: "voice" })).toEqual([
      "lost-person",
      "human-request",
      "human-hours",
    ]);
    expect(chat.called).toEqual([[{ sent: "voice" }, { said: "?" }, { sent: "voice" }]]);
  });

  it("are never pictures, or what else is answered with what to do, however many there are", async () => {
    for (const media of ["photo", "video", "sticker", "location", "document", "forwarded", "other"] as const) {
      const chat = conversation({ introduced: true }, true);
      for (let n = 0; n < 5; n += 1) expect(await chat.sends({ kind: "media", media })).toEqual([`media-${media}`]);
      expect(chat.called).toEqual([]);
    }
  });

  it("are never answers, nor what was near and offered", async () => {
    const chat = conversation({ introduced: true }, true);
    for (let n = 0; n < 4; n += 1) {
      await chat.says("my money back");
      await chat.says("the thing");
    }
    expect(chat.called).toEqual([]);
    for (let n = 0; n < 2; n += 1) await chat.says("?");
    await chat.says("the thing");
    expect(chat.called).toEqual([]);
    await chat.says("?");
    expect(chat.called).toHaveLength(1);
  });

  it("may be answers that the question refuses, each time with its reason", async () => {
    const chat = conversation({ introduced: true }, true);
    await chat.commands("renew");
    await chat.presses("1");
    expect(await chat.says("a")).toEqual(["not-understood", "journey-pay"]);
    expect(await chat.says("b")).toEqual(["not-understood", "journey-pay"]);
    expect(await chat.says("c")).toEqual([
      "stuck-person",
      "human-request",
      "human-hours",
      "not-understood",
      "journey-pay",
    ]);
    expect(chat.called).toHaveLength(1);
  });

  it.each([
    ["a command", (chat: Conversation) => chat.commands("renew")],
    ["a press that answers the desk's own question", (chat: Conversation) => chat.commands("helped", "7-yes")],
    ["a phrase that is understood", (chat: Conversation) => chat.says("renew")],
    ["a civil ID", (chat: Conversation) => chat.says(fakeWorld().records.sponsor)],
  ])("are not in a row with %s between them", async (_what, between) => {
    const chat = conversation({ introduced: true }, true);
    for (let n = 0; n < 2; n += 1) await chat.says("?");
    await between(chat);
    for (let n = 0; n < 2; n += 1) await chat.says("?");
    expect(chat.called).toEqual([]);
  });

  it("are not in a row with an answer that was taken between them", async () => {
    const chat = conversation({ introduced: true }, true);
    await chat.commands("renew");
    for (let n = 0; n < 2; n += 1) await chat.says("?");
    await chat.presses("1");
    for (let n = 0; n < 2; n += 1) await chat.says("?");
    expect(chat.called).toEqual([]);
  });

  it("are not in a row with a person having had the chat between them", async () => {
    const chat = conversation({ introduced: true }, true);
    for (let n = 0; n < 2; n += 1) await chat.says("?");
    chat.hasTalked();
    for (let n = 0; n < 2; n += 1) await chat.says("?");
    expect(chat.called).toEqual([]);
    await chat.says("?");
    expect(chat.called).toHaveLength(1);
  });

  it.each<[string, Input]>([
    ["a button of an earlier question", { kind: "press", fingerprint: "gone", value: "1" }],
    ["a number that nobody asked for", { kind: "contact", phone: "+96550000000", own: true }],
    ["an edit of what was answered before", { kind: "media", media: "edited" }],
  ])("are neither more nor fewer for %s", async (_what, between) => {
    const chat = conversation({ introduced: true }, true);
    await chat.commands("renew");
    await chat.presses("1");
    for (let n = 0; n < 2; n += 1) await chat.says("?");
    await chat.sends(between);
    expect(chat.called).toEqual([]);
    await chat.says("?");
    expect(chat.called).toHaveLength(1);
  });

  it("may be civil IDs that cannot be right", async () => {
    const chat = conversation({ introduced: true }, true, { "pay-quick": payQuick });
    await chat.commands("pay-quick");
    await chat.says("290051710004");
    expect((await chat.says("290051710014"))[0]).toBe("civil-id-check-digit");
    expect(await chat.says("it is 290051710024")).toContain("stuck-person");
    expect(chat.called).toHaveLength(1);
  });

  it("never show the team a one-time code, be it a wrong one", async () => {
    const proving: Journey = async (_ask, prove) => {
      await prove("phone", { how: "code", civilId: fakeWorld().records.sponsor });
      return { say: [] };
    };
    const chat = conversation({ introduced: true }, true, { pay: proving });
    await chat.commands("pay");
    await chat.says("111111");
    await chat.says("my code is 111112");
    await chat.says("111113");
    expect(chat.called).toEqual([[{ sent: "proof" }, { sent: "proof" }, { sent: "proof" }]]);
  });

  it("are kept as the team may see them: masked and cut short", async () => {
    const number = fakeWorld().records.sponsor;
    const other = worker(1).civilId;
    const chat = conversation({ introduced: true }, true);
    await chat.says(`why not ${number} or ${other} ?`);
    await chat.says(`${"so ".repeat(100)}`);
    expect(JSON.stringify(chat.session)).not.toContain(number);
    await chat.says("?");
    expect(chat.called).toEqual([
      [
        { said: `why not ••••${number.slice(-4)} or ••••${other.slice(-4)} ?` },
        { said: `${"so ".repeat(20)}…` },
        { said: "?" },
      ],
    ]);
  });
});

/** As far as it could be passed on. */
const written = { content: { message: "1", text: "", isEdited: false } };

describe("somebody who waits for a person", () => {
  it("is told that their words have reached the hotline, with the menu's buttons, where nothing here understands them", async () => {
    const chat = conversation();
    chat.waits(written);
    expect(await chat.says("?")).toEqual(["waiting-heard"]);
    expect(chat.buttons()).toEqual(["button-menu"]);
    expect(await chat.sends({ kind: "media", media: "photo" })).toEqual(["waiting-heard"]);
    chat.waits({ content: { ...written.content, isEdited: true } });
    expect(await chat.sends({ kind: "media", media: "edited" })).toEqual(["media-edited"]);
  });

  it("sees the question that is open again under it, and can still answer it", async () => {
    const chat = conversation();
    await chat.commands("renew");
    chat.waits(written);
    expect(await chat.says("?")).toEqual(["waiting-heard", "journey-renew"]);
    expect(await chat.presses("2")).toEqual(["journey-pay"]);
    expect(await chat.says("a")).toEqual(["not-understood", "journey-pay"]);
  });

  it("is answered as always where they are understood, or nothing reached anybody", async () => {
    const chat = conversation();
    chat.waits(written);
    expect(await chat.says("renew")).toEqual(["journey-renew"]);
    chat.waits({ content: undefined });
    expect(await chat.sends({ kind: "media", media: "sticker" })).toEqual(["media-sticker", "journey-renew"]);
  });

  it("gets words to the team that are near to something, and is offered nothing instead", async () => {
    const chat = conversation();
    chat.waits(written);
    expect(await chat.says("the thing")).toEqual(["waiting-heard"]);
    expect(await chat.says("my money back")).toEqual(["topic-refund", "topic-refund-other"]);
  });

  it("calls nobody else, however much of it is not understood, and nothing of it counts afterwards", async () => {
    const chat = conversation({ introduced: true }, true);
    chat.waits(written);
    for (let n = 0; n < 5; n += 1) await chat.says("?");
    chat.waits(undefined);
    for (let n = 0; n < 2; n += 1) await chat.says("?");
    expect(chat.called).toEqual([]);
  });
});
