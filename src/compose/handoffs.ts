// Handoffs put together: what the staff does with chats that need a person, what a person writes there, and what is watched over.
import { placeLink } from "../channels/telegram/place-link.js";
import { awaitCard, type OpenTopic } from "../desk/cards.js";
import type { RenameTopic } from "../desk/follow-handoffs.js";
import type { HandoffDesk } from "../desk/handoff-desk.js";
import type { MayWrite } from "../desk/muted-group.js";
import { createPersonAtDesk } from "../desk/person-at-desk.js";
import { readyAnswerLine } from "../desk/ready-answers.js";
import { startWatchingHandoffs } from "../desk/watch-handoffs.js";
import type { Clock } from "../journeys/clock.js";
import type { Answering } from "../journeys/promise.js";
import type { Service } from "../journeys/world.js";
import type { Log } from "../log.js";
import { runningTime } from "../messages/pace.js";
import type { RenderView } from "../messages/render-view.js";
import type { Render } from "../payments/notices.js";
import type { Database } from "../records/database.js";
import { createFollowedHandoffs } from "../records/desk/followed-handoffs.js";
import { createHandoffCards } from "../records/desk/handoff-cards.js";
import { createHandoffWatch } from "../records/desk/handoff-watch.js";
import { createHandoffs } from "../records/desk/handoffs.js";
import { createMutedGroup } from "../records/desk/muted-group.js";
import { createPassOn } from "../records/desk/pass-on.js";
import { createRelays } from "../records/desk/relays.js";
import { readStaffGroup } from "../records/desk/staff-group.js";
import { createHoldChat } from "../turns/hold-chat.js";
import type { Speak } from "../words/fluent.js";
import type { Language, Line } from "../words/line.js";
import { firstLanguage } from "./chat.js";
import type { Stores } from "./stores.js";

export type ComposedHandoffs = {
  readonly desk: HandoffDesk;
  /** What a person writes whose chat is at the desk. */
  readonly personAtDesk: ReturnType<typeof createPersonAtDesk>;
  /** Watches over what waits too long. */
  start(): { stop(): Promise<void> };
};

export function composeHandoffs(of: {
  readonly stores: Pick<Stores, "vault" | "sessions" | "sessionSeal"> & { readonly database: Pick<Database, "db"> };
  readonly service: Answering & Pick<Service, "fees">;
  readonly clock: Clock;
  readonly speak: Speak;
  readonly renderView: RenderView;
  readonly render: Render;
  readonly openTopic: OpenTopic;
  readonly renameTopic: RenameTopic;
  readonly mayWrite: MayWrite;
  readonly wakeSenders: () => void;
  readonly log: Log;
}): ComposedHandoffs {
  const { stores, clock, speak, openTopic, render, renderView, wakeSenders, log } = of;
  const { vault, sessions, sessionSeal } = stores;
  const { db } = stores.database;
  const holdChat = createHoldChat({ sessions, seal: sessionSeal });
  const plain = (said: Line, language: Language) => speak.plain(language, said);
  const shown = { render, renderView, plain, firstLanguage, placeLink };
  const parts = { db, vault, clock, fees: of.service.fees, service: of.service, wakeSenders, holdChat, ...shown };
  const handoffs = createHandoffs(parts);
  const cards = {
    cards: createHandoffCards(parts),
    openTopic,
    time: runningTime,
    log,
  };
  return {
    desk: {
      ...handoffs,
      ...createRelays({ ...parts, hotline: of.service.hotline }),
      ensureCard: (handoff) => awaitCard(cards, handoff),
      readyText: (answer, language) => speak.plain(language, readyAnswerLine(answer)),
    },
    personAtDesk: createPersonAtDesk({
      ...cards,
      passOn: createPassOn(parts),
      group: () => readStaffGroup(db),
      textOf: (view, language) => renderView(view, language, "group").text,
    }),
    start: () =>
      startWatchingHandoffs({
        ...cards,
        watch: createHandoffWatch(parts),
        handoffs,
        muted: createMutedGroup(parts),
        mayWrite: of.mayWrite,
        followed: createFollowedHandoffs(parts),
        renameTopic: of.renameTopic,
      }),
  };
}
