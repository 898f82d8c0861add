// How the staff is named to the people they help: by the first name alone, in letters, so that no channel makes a link, a mention or a command of it.

/** "–" where nothing of the name is letters. */
export function firstName(name: string): string {
  for (const word of name.split(/\s+/u)) {
    const letters = word.replace(/[^\p{L}\p{M}'’-]/gu, "");
    if (/\p{L}/u.test(letters)) return letters;
  }
  return "–";
}
