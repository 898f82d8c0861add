// Registering in the simulator, as a sample sponsor does it by hand.
import type { Language, WordId } from "../../src/words/line.js";
import { speak } from "./journey.js";
import type { Phone } from "./phone.js";

export const labelIn = (language: Language, id: WordId, args = {}) => speak.plain(language, { id, args });

export async function registerInBrowser(
  phone: Phone,
  language: Language,
  who: { readonly civilId: string; readonly nameAr: string; readonly nameEn: string },
): Promise<void> {
  const press = (id: WordId) => phone.presses(labelIn(language, id));
  await phone.says("/start");
  await press(language === "ar" ? "button-arabic" : "button-english");
  await press("button-register");
  await press("button-agree");
  await phone.says(who.civilId);
  await phone.sharesContact();
  await phone.says(language === "ar" ? who.nameAr : who.nameEn);
  await press("button-skip");
  await press("gender-female");
  await press("governorate-HA");
  await press("button-all-right");
  await phone.hears(labelIn(language, "register-proved"));
}
