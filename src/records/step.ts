// One step in a table of states; a step that the table does not have is a fault of the caller, never a silent write.

export function step<State extends string, Event extends string>(
  next: (from: State, event: Event) => State | undefined,
  from: State,
  event: Event,
): State {
  const to = next(from, event);
  if (to === undefined) throw new Error(`no step from ${from} by ${event}`);
  return to;
}
