// The hotline's desk as a whole program, outside the demo: by webhook, on Redis and Postgres, from the first invitation to a policy number.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { MessageView } from "../../src/demo/bot-api/view.js";
import { eventually } from "../support/eventually.js";
import { type Hotline, openHotline, plain, word } from "../support/hotline.js";
import { pays } from "../support/payer.js";
import { describeWithStores, type Service, startService } from "../support/service.js";
import type { Sponsor } from "../support/sponsor.js";

const deskCommands = [
  "/lookup",
  "/queue",
  "/filings",
  "/stats",
  "/invite supervisor",
  "/desk",
  "/desk here",
  "/note x",
];
const policyNumber = "MOH-2030-17";

describeWithStores("the desk", () => {
  let service: Service;
  let hotline: Hotline;
  let sponsor: Sponsor;
  beforeAll(async () => {
    service = await startService({ settings: { FILING: "manual" } });
    hotline = await openHotline(service);
    sponsor = service.sponsor("yousef", "ar");
    await sponsor.begins();
    await sponsor.registers();
  }, 120_000);
  afterAll(async () => service?.end());

  const fromBot = (messages: readonly MessageView[]) => messages.filter(({ from }) => from === "bot");
  const heardSince = (id: number) => fromBot(sponsor.person.messages()).filter((each) => each.id > id);

  it("does not exist for a stranger: each of its commands and buttons gets the bytes of an unknown one", async () => {
    let id = 5_400_000_000;
    const answered = async (act: (stranger: ReturnType<Service["botApi"]["person"]>, on: number) => void) => {
      id += 1;
      const stranger = service.botApi.person(id, { firstName: "Stranger", languageCode: "en" });
      stranger.say("/start");
      const { id: on } = await stranger.waitFor(({ buttons }) => buttons.length > 0);
      act(stranger, on);
      await service.botApi.idle();
      const { text, entities, buttons } = await stranger.waitFor();
      return { text, entities, buttons };
    };
    for (const each of [...deskCommands, `/lookup ${sponsor.who.civilId}`]) {
      const unknown = await answered((stranger) => void stranger.say(each.replace(/^\/\w+/u, "/nonsense")));
      expect(await answered((stranger) => void stranger.say(each)), each).toEqual(unknown);
    }
    const unknownPress = await answered((stranger, on) => stranger.pressForged(on, "desk:nonsense:1"));
    for (const data of ["desk:look:again:1", "desk:consent:show:1", "desk:handoff:claimed:1", "desk:filing:form:1"])
      expect(await answered((stranger, on) => stranger.pressForged(on, data)), data).toEqual(unknownPress);
  }, 120_000);

  it("takes over a chat: words, a photo and a voice both ways, and nothing of the bot's between", async () => {
    const { agent, group } = hotline;
    sponsor.says("/human");
    await sponsor.hears("human-go-on");
    const card = await hotline.card();
    expect(plain(card.text)).toContain(word("desk-handoff-reason-asked"));
    for (const whole of [sponsor.who.civilId, sponsor.who.nameEn, sponsor.who.nameAr, sponsor.who.phone.slice(-8)])
      expect(card.text).not.toContain(whole);
    agent.pressesInGroup(card, "desk:handoff:claimed");
    const begins = await sponsor.hearsText(/Salem/u);

    const at = { threadId: card.threadId };
    agent.inGroup.say("How can we help?", at);
    await sponsor.hearsText(/How can we help\?/u);
    sponsor.says("متى ينتهي الضمان؟");
    sponsor.says("/renew");
    sponsor.person.sendPhoto({ fileId: "her-photo" });
    sponsor.person.sendVoice({ fileId: "her-voice" });
    await group.waitFor(({ file }) => file?.id === "her-voice");
    agent.inGroup.sendPhoto({ fileId: "our-photo" }, at);
    agent.inGroup.sendVoice({ fileId: "our-voice" }, at);
    await sponsor.person.waitFor(({ file }) => file?.id === "our-voice");
    expect(heardSince(begins.id).map(({ text, file }) => file?.id ?? text)).toEqual([
      "How can we help?",
      "our-photo",
      "our-voice",
    ]);
    const mark = `${word("desk-handoff-person-says")}\n`;
    const passed = fromBot(hotline.saidIn(card.threadId)).map(
      ({ text, file }) => file?.id ?? plain(text).replace(mark, ""),
    );
    const hers = passed.filter((text) => /^(?:متى|\/renew|her-)/u.test(text));
    expect(hers).toEqual(["متى ينتهي الضمان؟", "/renew", "her-photo", "her-voice"]);
  }, 60_000);

  it("looks her up masked, in private alone, and shows all of it once she allows it", async () => {
    const { agent, group } = hotline;
    // A topic may be named anew meanwhile.
    const said = () => group.messages().filter(({ kind }) => kind !== "notice").length;
    const inGroup = said();
    const { civilId } = sponsor.who;
    agent.person.say(civilId);
    const card = await agent.hears(civilId.slice(-4));
    for (const whole of [civilId, sponsor.who.nameEn, sponsor.who.workers[0]?.civilId ?? ""])
      expect(card.text).not.toContain(whole);
    agent.inGroup.say(`/lookup ${civilId}`);
    await service.botApi.idle();
    agent.presses(card, "desk:consent:ask");
    await agent.hears(word("desk-consent-asked"));
    await sponsor.presses("button-desk-allow");
    const allowed = await agent.hears(word("desk-consent-allowed"));
    agent.presses(allowed, "desk:consent:show");
    const full = await agent.hears(civilId);
    expect(full.protected).toBe(true);
    expect(full.text).toContain(sponsor.who.nameEn);
    // Her own message with the command stands there, and no answer to it.
    expect(said()).toBe(inGroup + 1);
  }, 60_000);

  it("gives the chat back with a reason, and asks her whether it helped", async () => {
    const { agent, group } = hotline;
    const [taken] = group
      .messages()
      .filter(({ buttons }) => buttons.flat().some(({ data }) => data?.startsWith("desk:handoff:close:")));
    if (taken === undefined) throw new Error("nothing can be closed");
    agent.pressesInGroup(taken, "desk:handoff:close:");
    const why = await group.waitFor(({ text }) => plain(text).includes(word("desk-handoff-close-why")));
    agent.pressesInGroup(why, "desk:handoff:closed:");
    await sponsor.presses("button-helped-yes");
    await service.botApi.idle();
    sponsor.says("/help");
    expect(plain((await sponsor.person.waitFor()).text)).not.toBe("");
    sponsor.says("/privacy");
    await sponsor.presses("desk-consent-button-looks");
    const looks = plain((await sponsor.hears("desk-consent-looks-besides")).text);
    for (const did of ["desk-consent-did-taken-over", "desk-consent-by-civil-id", "desk-consent-did-revealed"] as const)
      expect(looks).toContain(sponsor.word(did));
  }, 60_000);

  it("tells its people who waits, and how they do, as a picture and a table", async () => {
    const { agent } = hotline;
    agent.person.say("/queue");
    await agent.hears(word("desk-handoff-queue-empty"));
    agent.person.say("/stats");
    const shown = await agent.person.waitFor(({ kind }) => kind === "photo");
    expect(shown.file?.isFetchable).toBe(true);
    expect(
      fromBot(agent.person.messages())
        .map(({ text }) => plain(text))
        .join("\n"),
    ).toContain("Salem");
  }, 60_000);

  it("files what was paid: claimed, with the Ministry's form, and the policy number told to whoever paid", async () => {
    const { agent } = hotline;
    await pays(await sponsor.renews());
    await sponsor.receipt();
    agent.person.say("/filings");
    agent.presses(await agent.hears(word("desk-filing-title", { n: 1 })), "desk:filing:see");
    const steps = async (data: string, then: string | RegExp) => {
      const [shown] = fromBot(agent.person.messages())
        .filter(({ buttons }) => buttons.flat().some((button) => button.data?.startsWith(data) === true))
        .toSorted((a, b) => b.changed - a.changed);
      if (shown === undefined) throw new Error(`nothing to press ${data} under`);
      agent.presses(shown, data);
      return agent.hears(then);
    };
    await agent.person.waitFor(({ buttons }) =>
      buttons.flat().some(({ data }) => data?.startsWith("desk:filing:claim") === true),
    );
    await steps("desk:filing:claim", word("desk-filing-done-claim"));
    const form = await steps("desk:filing:form", sponsor.who.workers[0]?.civilId ?? "?");
    expect(form.protected).toBe(true);
    await steps("desk:filing:file", word("desk-filing-done-file"));
    await steps("desk:filing:number", /policy number/iu);
    agent.person.say(policyNumber);
    await agent.hears(word("desk-filing-sure-number"));
    await steps("desk:sure", word("desk-filing-issued"));
    await sponsor.hearsText(new RegExp(policyNumber, "u"));
    agent.person.say("/filings");
    await agent.hears(word("desk-filing-none"));
  }, 60_000);

  it("takes whoever is suspended out of the team's group, and opens it to them again with their role", async () => {
    const { supervisor, agent, group } = hotline;
    const shown = (isIt: (button: { readonly label: string; readonly data?: string }) => boolean) =>
      supervisor.person.waitFor(({ buttons }) => buttons.flat().some(isIt));
    const changes = async (change: "suspended" | "restored") => {
      supervisor.person.say("/desk");
      const team = await shown(({ label }) => plain(label) === "Salem");
      supervisor.presses(team, team.buttons.flat().find(({ label }) => plain(label) === "Salem")?.data ?? "none");
      const start = `desk:staff:${change}:`;
      supervisor.presses(await shown(({ data }) => data?.startsWith(start) === true), start);
    };
    const becomes = (status: string) => eventually(() => expect(group.statusOf(agent.inGroup.id)).toBe(status), 15_000);
    await changes("suspended");
    await supervisor.hears("out of the team's group");
    await becomes("kicked");
    expect(() => agent.inGroup.say("still here?")).toThrow("not in group");
    await changes("restored");
    await supervisor.hears(word("desk-staff-back-in-group", { name: "Salem" }));
    await becomes("left");
    const back = group.member({ id: agent.inGroup.id, firstName: "Salem", languageCode: "en" }, "member");
    back.say("/queue");
    await group.waitFor(({ from }) => from === "bot");
  }, 60_000);

  it("called the Bot API as published, every time", async () => {
    await service.botApi.idle();
    expect(service.botApi.violations).toEqual([]);
  });
});
