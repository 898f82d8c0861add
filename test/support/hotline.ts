// The hotline's people at a started service: a supervisor seated by the command line's link, their group with its topics, and an agent.
import type { Group } from "../../src/demo/bot-api/group.js";
import type { Person } from "../../src/demo/bot-api/person.js";
import type { MessageView } from "../../src/demo/bot-api/view.js";
import type { WordId } from "../../src/words/line.js";
import { command } from "./command.js";
import { speak } from "./journey.js";
import type { Service } from "./service.js";

const patienceMs = 15_000;
const supervisorId = 5_300_000_001;
const groupId = -1_005_300_000_001;

/** Without the marks that a screen does not show. */
export const plain = (text: string): string => text.replace(/[\u061c\u200e\u200f\u2066-\u2069]/gu, "");
/** As the staff reads it. */
export const word = (id: WordId, args = {}): string => plain(speak.plain("en", { id, args }));
type StaffPerson = {
  readonly person: Person;
  readonly inGroup: ReturnType<Group["member"]>;
  /** Waits in the private chat for words of the bot since the last thing done there. */
  hears(words: string | RegExp): Promise<MessageView>;
  /** Presses the button whose data begins so. */
  presses(shown: MessageView, data: string): void;
  pressesInGroup(shown: MessageView, data: string): void;
};

export type Hotline = {
  readonly group: Group;
  readonly supervisor: StaffPerson;
  readonly agent: StaffPerson;
  /** One more agent, invited by the supervisor. */
  invites(id: number, firstName: string): Promise<StaffPerson>;
  /** Waits for the newest card of a chat that waits. */
  card(): Promise<MessageView & { readonly threadId: number }>;
  /** What members and bot have said in a topic, oldest first, without the bot's notes to what agents wrote. */
  saidIn(threadId: number): readonly MessageView[];
};

export async function openHotline({ botApi, settings }: Pick<Service, "botApi" | "settings">): Promise<Hotline> {
  const group = botApi.group(groupId, "Hotline", "forum");
  const staff = (id: number, firstName: string, status: "creator" | "member"): StaffPerson => {
    const profile = { firstName, languageCode: "en" };
    const person = botApi.person(id, profile);
    const inGroup = group.member({ id, ...profile }, status);
    const dataOf = (shown: MessageView, start: string) => {
      const found = shown.buttons.flat().find(({ data }) => data?.startsWith(start) === true)?.data;
      if (found === undefined) throw new Error(`no button ${start} under ${JSON.stringify(shown)}`);
      return found;
    };
    return {
      person,
      inGroup,
      hears: (words) =>
        person.waitFor(
          ({ text }) => (typeof words === "string" ? plain(text).includes(words) : words.test(plain(text))),
          patienceMs,
        ),
      presses: (shown, data) => person.press(shown.id, dataOf(shown, data)),
      pressesInGroup: (shown, data) => inGroup.press(shown.id, dataOf(shown, data)),
    };
  };
  const seats = async (link: string, member: StaffPerson, welcome: WordId) => {
    const [, token = ""] = /start=(staff_[\w-]+)/u.exec(link) ?? [];
    member.person.say(`/start ${token}`);
    await member.hears(word(welcome));
    member.person.say("/language");
    const { id } = await member.person.waitFor(({ buttons }) => buttons.length > 0, patienceMs);
    member.person.press(id, word("button-english"));
    await member.hears(word("language-chosen"));
    return member;
  };
  const invited = await command(["invite", "--role", "supervisor"], settings);
  if (invited.code !== 0) throw new Error(`nobody was invited: ${invited.stderr}`);
  const supervisor = staff(supervisorId, "Huda", "creator");
  await seats(invited.stdout, supervisor, "desk-welcome-supervisor");
  group.addBot({ id: supervisorId, firstName: "Huda", languageCode: "en" });
  group.grantBot({ mayManageTopics: true, mayDeleteMessages: true, mayBanMembers: true });
  supervisor.inGroup.say("/desk here");
  await group.waitFor(({ text }) => plain(text).includes(word("desk-group-named")), patienceMs);

  async function invites(id: number, firstName: string): Promise<StaffPerson> {
    supervisor.person.say("/invite agent");
    const { text } = await supervisor.hears(/start=staff_/u);
    return seats(text, staff(id, firstName, "member"), "desk-welcome-agent");
  }

  return {
    group,
    supervisor,
    agent: await invites(supervisorId + 1, "Salem"),
    invites,
    async card() {
      const claims = ({ buttons }: MessageView) =>
        buttons.flat().some(({ data }) => data?.startsWith("desk:handoff:claimed") === true);
      const { threadId, ...shown } = await group.waitFor(claims, patienceMs);
      if (threadId === undefined) throw new Error("a card stands in a topic");
      return { ...shown, threadId };
    },
    saidIn: (threadId) => group.messages().filter((each) => each.threadId === threadId && each.kind !== "notice"),
  };
}
