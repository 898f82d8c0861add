import { describe, expect, it } from "vitest";
import { fils } from "../../src/domain/kwd.js";
import { journeys } from "../../src/journeys/catalogue.js";
import { menu, moreMenu } from "../../src/journeys/menu.js";
import { deskAnswers, type Message, reminderAnswers } from "../../src/journeys/message.js";
import type { Unpaid } from "../../src/journeys/payments-port.js";
import { languages } from "../../src/words/line.js";
import { loadWords } from "../../src/words/load.js";
import { cover, date, fakeWorld, provedAccount, unprovedAccount, waiting, worker } from "../support/fake-world.js";

const of = { proved: provedAccount, unproved: unprovedAccount, stranger: undefined };
const worldOf = (account: (typeof of)[keyof typeof of]) => fakeWorld({ account });
const commandsOf = ({ buttons = [] }: Message) =>
  buttons.flat().map((button) => (button.kind === "command" ? button.command : button.kind));
const ids = ({ lines }: Message) => lines.map(({ id }) => id);

describe("the main menu", () => {
  it("begins with what is likeliest for who is asking, and has six buttons at most", async () => {
    const first = async (account: (typeof of)[keyof typeof of]) => commandsOf(await menu(worldOf(account)));
    expect((await first(of.proved)).slice(0, 2)).toEqual(["renew", "inquire"]);
    expect((await first(of.unproved)).slice(0, 2)).toEqual(["pay-quick", "workers"]);
    expect((await first(of.stranger)).slice(0, 2)).toEqual(["renew", "inquire"]);
    for (const account of Object.values(of)) {
      const held = await first(account);
      expect(held.length).toBeLessThanOrEqual(6);
      expect(held).toContain("human");
    }
  });

  it("offers no way around an account to somebody on record", async () => {
    const world = worldOf(of.proved);
    for (const command of ["register", "pay-quick"])
      expect([...commandsOf(await menu(world)), ...commandsOf(moreMenu(world))]).not.toContain(command);
  });

  it("holds every command that begins a journey, with all that is one press further, each once", async () => {
    const withoutAccount = new Set(["register", "pay-quick"]);
    for (const account of Object.values(of)) {
      const world = worldOf(account);
      const held = [...commandsOf(await menu(world)), ...commandsOf(moreMenu(world))].filter(
        (each) => each !== "start",
      );
      expect(new Set(held).size).toBe(held.length);
      const answers = new Set<string>(["answer", ...reminderAnswers, ...deskAnswers]);
      const all = Object.keys(journeys).filter(
        (each) => (account !== of.proved || !withoutAccount.has(each)) && !answers.has(each),
      );
      expect(new Set(["start", ...held])).toEqual(new Set(all));
    }
  });

  it("asks what is wanted unless something else was to be said", async () => {
    expect(ids(await menu(worldOf(undefined)))).toEqual(["menu-ask"]);
    expect((await menu(worldOf(undefined), [])).lines).toEqual([]);
  });

  it("has a word for each of its buttons: the label, typed, means the command, in both languages", async () => {
    const { speak, understand } = await loadWords("locales");
    for (const account of Object.values(of)) {
      const world = worldOf(account);
      const shown = [...((await menu(world)).buttons ?? []), ...(moreMenu(world).buttons ?? [])].flat();
      for (const button of shown.filter(({ label }) => label.id !== "button-menu-more"))
        for (const language of languages) {
          const label = speak.plain(language, button.label);
          expect([label, understand(label)]).toEqual([
            label,
            { kind: "meant", meaning: button.kind === "command" ? button.command : undefined },
          ]);
        }
    }
  });
});

describe("the one urgent line of the menu", () => {
  const ended = worker(1, { covers: [cover("2025-01-01", "2026-06-01")] });
  const endedBefore = worker(2, { covers: [cover("2025-01-01", "2026-05-01")] });
  const endsSoon = worker(3, { covers: [cover("2025-06-20", "2026-06-19")] });
  const endsSooner = worker(4, { covers: [cover("2025-06-12", "2026-06-11")] });
  const covered = worker(5, { covers: [cover("2026-01-01", "2026-12-31")] });
  const unpaid: Unpaid = {
    intent: "7",
    lines: [],
    totalFils: fils(5000),
    expiresAt: "2026-06-11T09:00:00Z",
    state: "not-tried",
  };
  const first = async (world: ReturnType<typeof fakeWorld>) => {
    const shown = await menu(world);
    const [button] = (shown.buttons ?? []).flat();
    return { id: shown.lines[0]?.id, button };
  };

  it("is a payment that is not finished, with its link, before all else", async () => {
    const world = fakeWorld({ workers: [ended] });
    world.records.unpaid.push(unpaid);
    expect(await first(world)).toMatchObject({
      id: "urgent-unpaid",
      button: { command: "pay", argument: "i7" },
    });
  });

  it("offers no link while the bank has not answered, and says nothing of one that has expired", async () => {
    const world = fakeWorld({ workers: [covered] });
    world.records.unpaid.push({ ...unpaid, state: "expired" });
    expect((await first(world)).id).toBe("menu-ask");
    world.records.unpaid.push({ ...unpaid, state: "unknown" });
    expect(await first(world)).toMatchObject({ id: "unpaid-unknown", button: { command: "renew" } });
    expect((await first(world)).button).not.toHaveProperty("argument");
  });

  it.each([
    ["cover that ended last", [covered, endsSoon, endedBefore, ended], "w1"],
    ["cover that ends first", [covered, endsSoon, endsSooner], "w4"],
  ])("is %s, with its button", async (_what, workers, id) => {
    expect(await first(fakeWorld({ workers }))).toMatchObject({
      id: "urgent-cover",
      button: { command: "renew", argument: id },
    });
  });

  it.each([
    ["left", { kind: "left" }, "menu-ask"],
    ["renewed elsewhere", { kind: "renewed", until: date("2027-01-01") }, "menu-ask"],
    ["renewed elsewhere until a day that is over", { kind: "renewed", until: date("2026-06-05") }, "urgent-cover"],
    ["to be reminded of later", { kind: "later", on: date("2026-06-15") }, "urgent-cover"],
  ] as const)("follows what its person told: %s", async (_what, answer, said) => {
    const world = fakeWorld({ workers: [ended] });
    world.reminders.answers = async () => [{ worker: "w1", answer }];
    expect((await first(world)).id).toBe(said);
  });

  it("is what is paid and not issued, where nothing is to be done", async () => {
    const world = fakeWorld({ workers: [worker(1, { waiting: [waiting("2026-06-10", "2027-06-09")] })] });
    const paid = {
      worker: { initials: "M. S.", lastFour: "0107" },
      from: date("2026-06-10"),
      until: date("2027-06-09"),
      fils: fils(5000),
      paidOn: date("2026-06-09"),
    };
    world.records.renewals.push({ ...paid, state: "issued" }, { ...paid, state: "filed" });
    expect((await first(world)).id).toBe("urgent-waiting");
    world.records.renewals.pop();
    expect((await first(world)).id).toBe("menu-ask");
  });
});
