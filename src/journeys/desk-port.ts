// What journeys need of the desk: that a person joins this chat, and what became of it. Bound to one chat and one turn.
export type DeskPort = {
  /** Asks for a person, once at a time. `false`: nobody meets at a desk here, the hotline is the way. */
  ask(key: string): Promise<boolean>;
  /** Keeps whether talking to a person helped; of one that is over in this chat, and the last word counts. */
  helped(handoff: number, hasHelped: boolean): Promise<void>;
};
