// What journeys need of the desk: that a person joins this chat, and what became of it. Bound to one chat and one turn.
export type Promised = {
  readonly number: number;
  /** By when somebody of the team answers. */
  readonly by: Date;
};

export type DeskPort = {
  /** Asks for a person, once at a time. `undefined`: nobody meets at a desk here, the telephone is the way. */
  ask(key: string): Promise<Promised | undefined>;
  /** Takes the request back. taken: somebody has the chat by now, or it is over already. */
  cancel(number: number, key: string): Promise<"cancelled" | "taken" | "over">;
  /** Keeps whether talking to a person helped; of one that is over in this chat, and the last word counts. */
  helped(handoff: number, hasHelped: boolean): Promise<void>;
};
