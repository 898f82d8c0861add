// Registering in the simulator, as a sample sponsor does it by hand.
import type { Language, WordId } from "../../src/words/line.js";
import { speak } from "./journey.js";
import type { Phone } from "./phone.js";

export const labelIn = (language: Language, id: WordId, args = {}) => speak.plain(language, { id, args });

/** As the demo tells of them. */
type SamplePerson = {
  readonly id: string;
  readonly civilId: string;
  readonly nameAr: string;
  readonly nameEn: string;
  readonly workers: readonly { readonly civilId: string }[];
};

export async function samplePerson({ origin }: { readonly origin: string }, id: string): Promise<SamplePerson> {
  const people = (await (await fetch(`${origin}/demo/people`)).json()) as readonly SamplePerson[];
  const found = people.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no sample person ${id}`);
  return found;
}

export async function registerInBrowser(
  phone: Phone,
  language: Language,
  who: Pick<SamplePerson, "civilId" | "nameAr" | "nameEn">,
): Promise<void> {
  const press = (id: WordId) => phone.presses(labelIn(language, id));
  await phone.says("/register");
  await press("button-agree");
  await phone.says(who.civilId);
  await phone.sharesContact();
  await phone.hears(language === "ar" ? who.nameAr : who.nameEn);
}
