// The staff's group while the bot may not write there: it is asked, now and then, whether it may again, and what was kept then goes out.

/** Group is the channel's own id. `false` also while nobody can say; ends within 8 s a call. */
export type MayWrite = (group: string) => Promise<boolean>;

/** The port to the records. */
export type MutedGroup = {
  /** The group of which it is time to ask, for this process alone. */
  toAsk(): Promise<string | undefined>;
  /** What could not be shown there is shown now. */
  mayWriteAgain(): Promise<void>;
};

export async function askMuted(of: { readonly muted: MutedGroup; readonly mayWrite: MayWrite }): Promise<void> {
  const group = await of.muted.toAsk();
  if (group !== undefined && (await of.mayWrite(group))) await of.muted.mayWriteAgain();
}
