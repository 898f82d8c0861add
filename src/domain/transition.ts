/** Promises that a life cycle is a table: a pair that is not in it does not happen. */

/** In state `from`, `event` leads to `to`. A row whose `to` is its `from`: expected there, changes nothing. */
export type Transition<State extends string, Event extends string> = {
  readonly from: State;
  readonly event: Event;
  readonly to: State;
};

/** The state after an event, or `undefined` if the table has no such pair: refuse it, and log it. */
export function next<State extends string, Event extends string>(
  table: readonly Transition<State, Event>[],
  from: State,
  event: Event,
): State | undefined {
  return table.find((row) => row.from === from && row.event === event)?.to;
}
