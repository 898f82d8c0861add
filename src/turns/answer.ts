// Who answers an update, and what: the desk its own people, a person of the team whose chat it is, a journey everybody else.
import { createHash } from "node:crypto";
import type { Missed } from "../desk/handoff.js";
import type { Staff } from "../desk/staff.js";
import type { Promised } from "../journeys/desk-port.js";
import type { Draft } from "../journeys/draft.js";
import type { Input } from "../journeys/input.js";
import type { Message } from "../journeys/message.js";
import type { Proofs } from "../journeys/proofs-port.js";
import type { World } from "../journeys/world.js";
import type { Channel, Rendered } from "../messages/channel.js";
import type { Language } from "../words/line.js";
import { type ConversationDeps, converse } from "./conversation.js";
import type { Incoming } from "./incoming.js";
import { editOf, remembering } from "./own-messages.js";
import type { Reply, ReplyRecords } from "./replies.js";
import type { Turned } from "./saying.js";
import type { ReadQuote, Session, TrailStep } from "./session.js";
import type { ChatKey, Fence } from "./session-store.js";
import { recentTrail, withTrail } from "./trail.js";

/** What the records know of a chat at the beginning of a turn. */
export type ChatRecords = {
  readonly language: Language;
  /** Whose chat it is, if it is one of the staff's. */
  readonly staff: Staff | undefined;
  readonly replies: ReplyRecords;
  /** There while the chat waits for a person, or a person has it: what is written goes to them, too. */
  readonly atDesk: PersonAtDesk | undefined;
  /** The newest of this chat, over or not; 0: there was none. */
  readonly lastHandoff: number;
  /** Three messages in a row were not understood: these. @returns what is promised; `undefined`: nobody would come */
  callPerson(key: string, missed: readonly Missed[]): Promise<Promised | undefined>;
  /** The world of one draft. Its account and language are read anew: the turn may have changed them. */
  worldOf(draft: Draft): Promise<{ readonly world: World; readonly proofs: Proofs }>;
  /** The language in which this turn's end is told: chosen meanwhile, perhaps. */
  languageNow(): Promise<Language>;
};

export type PersonAtDesk = {
  /** Before anything is made of it: whoever has the chat gets all that is written there. */
  pass(incoming: Incoming): Promise<AtDesk>;
  /** While it waits, once the conversation knows what it was: words for the team reach them, and where the person is by now. */
  settle(incoming: Incoming, of: { readonly isForTeam: boolean; readonly about: About }): Promise<void>;
};

/**
 * owned: one of the staff has the chat, and the bot is silent there. awaited: so they have, but this answers what they asked here.
 * waiting: it waits for one of them. over: neither.
 */
export type AtDesk = "owned" | "awaited" | "waiting" | "over";

type GroupRecords = Pick<ChatRecords, "language" | "staff" | "replies">;

/** What the person was about when this came, the quote that they last read, and what they answered last. */
export type About = {
  readonly underWay: Draft | undefined;
  readonly quoted: ReadQuote | undefined;
  readonly trail: readonly TrailStep[];
};

export type AnswerDeps = Pick<ConversationDeps, "journeyOf" | "understand" | "valueLabelled" | "service"> & {
  readonly keyOf: (channel: Channel["name"], chat: string) => ChatKey;
  readonly openChat: (fence: Fence, incoming: Incoming, about: About) => Promise<ChatRecords>;
  /** The same for the staff's group, where the one who wrote is of the staff or nobody. */
  readonly openGroup: (fence: Fence, by: ChatKey) => Promise<GroupRecords>;
  readonly render: (message: Message, language: Language, fingerprint: string) => Rendered;
  readonly clock: { now(): Date };
};

/** What is said, and the session after it. */
type Answered = {
  readonly says: readonly Reply[];
  readonly session: Session;
  readonly language: Language;
  readonly replies: ReplyRecords;
  /** The desk may just have said something here, which waits in the outbox: no reply overtakes it. */
  readonly behindOutbox?: true;
};

/** The desk answers its own people, a journey everybody else; whoever waits for a person or talks to one is heard there, too. */
export async function answer(deps: AnswerDeps, incoming: Incoming, fence: Fence, before: Session): Promise<Answered> {
  if (incoming.inGroupBy !== undefined) {
    const by = deps.keyOf(incoming.channel.name, incoming.inGroupBy);
    const group = await deps.openGroup(fence, by);
    return (await visitDesk(deps, incoming, fence, before, group)) ?? { ...group, says: [], session: before };
  }
  const now = deps.clock.now();
  const records = await deps.openChat(fence, incoming, aboutOf(before, now));
  const visited = await visitDesk(deps, incoming, fence, before, records);
  if (visited?.isLeft === false) return visited;
  const { says, session: met } = visited ?? { says: [], session: before };
  const { replies, atDesk } = records;
  const edit = isEdit(incoming) ? editOf(met, incoming.content) : undefined;
  if (edit === "unchanged" || (edit === "unknown" && atDesk === undefined))
    return { says, session: met, language: records.language, replies };
  const heard = remembering(met, incoming.content);
  const passed = await atDesk?.pass(incoming);
  if (passed === "owned") return { says, session: heard, language: records.language, replies };
  const conversed = conversationDeps(deps, incoming, fence.chat, { ...records, passed });
  const turned = await converse(conversed, heard, incoming.input);
  const language = await records.languageNow();
  const quoted = withQuote(turned, now);
  const session = mayAnswer(incoming.input) ? withTrail(heard, quoted, now) : quoted;
  if (passed === "waiting")
    await atDesk?.settle(incoming, { isForTeam: turned.isForTeam, about: aboutOf(session, now) });
  const answered = { says: [...says, ...repliesOf(deps, turned, incoming, language)], session, language, replies };
  return atDesk === undefined ? answered : { ...answered, behindOutbox: true };
}

function isEdit({ input }: Incoming): boolean {
  return input.kind === "media" && input.media === "edited";
}

function withQuote({ session, says }: Turned, now: Date): Session {
  const quoted = says.findLast(({ message }) => message.quoted !== undefined)?.message.quoted;
  return quoted === undefined ? session : { ...session, quoted: { ...quoted, at: now.toISOString() } };
}

/** A command answers no question, nor does a control under one. */
const mayAnswer = (input: Input): boolean =>
  input.kind !== "command" && !(input.kind === "press" && input.value.startsWith("<"));

const aboutOf = (session: Session, now: Date): About => ({
  underWay: underWay(session),
  quoted: session.quoted,
  trail: recentTrail(session.trail, now),
});

/** The menu is nobody's errand: what it was shown over is. */
function underWay({ draft, aside }: Session): Draft | undefined {
  return draft === undefined || draft.command === "start" || draft.command === "human" ? aside : draft;
}

async function visitDesk(
  deps: AnswerDeps,
  { atDesk, update }: Incoming,
  fence: Fence,
  { desk, ...rest }: Session,
  { staff, language, replies }: GroupRecords,
): Promise<(Answered & { readonly isLeft: boolean }) | undefined> {
  const visited = await atDesk?.({ fence, update, staff, language, now: deps.clock.now(), state: desk });
  if (visited === undefined) return undefined;
  const { state, says, isLeft } = visited;
  return { says, session: state === undefined ? rest : { ...rest, desk: state }, language, replies, isLeft };
}

function conversationDeps(
  deps: AnswerDeps,
  incoming: Incoming,
  chat: ChatKey,
  records: ChatRecords & { readonly passed: AtDesk | undefined },
): ConversationDeps {
  return {
    journeyOf: deps.journeyOf,
    understand: deps.understand,
    valueLabelled: deps.valueLabelled,
    service: deps.service,
    now: deps.clock.now(),
    awaits: records.passed === "waiting" ? { content: incoming.content } : undefined,
    lastHandoff: records.lastHandoff,
    callPerson: (missed) => records.callPerson(`${incoming.update}:lost`, missed),
    worldOf: (draft) => records.worldOf(draft),
    draftId: (command) =>
      createHash("sha256").update(`${chat}:${incoming.update}:${command}`).digest("base64url").slice(0, 22),
  };
}

function repliesOf(deps: AnswerDeps, turned: Turned, incoming: Incoming, language: Language) {
  return turned.says.map(({ message, fingerprint, inPlace }) => ({
    rendered: deps.render(message, language, fingerprint),
    ...(inPlace && incoming.pressedMessage !== undefined ? { inPlaceOf: incoming.pressedMessage } : {}),
  }));
}
