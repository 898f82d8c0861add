// A worker's id as chats and answer logs carry it: "w12" on record, "t12" only tracked.

/** @param id the row's id */
export function workerId(source: "record" | "told", id: number): string {
  return `${source === "record" ? "w" : "t"}${id}`;
}

/** The row's id, if the text is an id of that source. */
export function rowOfWorkerId(source: "record" | "told", text: string): number | undefined {
  const id = Number(/^[wt](\d{1,15})$/.exec(text)?.[1]);
  return Number.isSafeInteger(id) && text === workerId(source, id) ? id : undefined;
}
