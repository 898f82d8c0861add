// Who can be played in the simulator: the sample people, and a guest whom no record knows.
import type { Profile } from "./bot-api/sending.js";
import { guest, type SamplePerson } from "./people.js";

export type Actor = {
  readonly telegramUserId: number;
  readonly phone: string;
  profile(lang: "ar" | "en"): Profile;
};

export function createActors(people: readonly SamplePerson[]): (id: string) => Actor | undefined {
  const actors = new Map([...people, guest].map((person) => [person.id, actorFor(person)]));
  return (id) => actors.get(id);
}

function actorFor(person: Pick<SamplePerson, "telegramUserId" | "phone" | "nameAr" | "nameEn">): Actor {
  return {
    telegramUserId: person.telegramUserId,
    phone: person.phone,
    profile: (lang) => profileOf(person, lang),
  };
}

/** As the platform tells it to the bot: the first name, and the language the phone is set to. */
export function profileOf(
  { nameAr, nameEn }: { readonly nameAr: string; readonly nameEn: string },
  lang: "ar" | "en",
): Profile {
  return { firstName: (lang === "ar" ? nameAr : nameEn).split(" ")[0] ?? "", languageCode: lang };
}
