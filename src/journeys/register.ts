// Registering: consent first, then who the person is, then the proof that the number is theirs; and what that opens is said at the end.
import { maskCivilId } from "../domain/civil-id.js";
import { type Email, parseEmail } from "../domain/email.js";
import { parsePhone } from "../domain/phone.js";
import { type Gender, type Governorate, genders, governorates } from "../domain/places.js";
import { type Line, line } from "../words/line.js";
import type { Ask, Ending, Journey, Prove } from "./journey.js";
import { languageAsked } from "./language.js";
import { menu } from "./menu.js";
import type { Account, Registration } from "./people-port.js";
import type { Question } from "./question.js";
import { accept } from "./questions/accept.js";
import { askCivilId } from "./questions/civil-id.js";
import { oneOf } from "./questions/one-of.js";
import { personNameAsked } from "./questions/person-name.js";
import { typed } from "./questions/typed.js";
import { named } from "./worker-lines.js";
import type { World } from "./world.js";

/** Of the words in `consent-…`: whoever changes what is kept, or why, changes this too, and people are asked again. */
export const consentVersion = "2026-11";

/** The argument with which somebody who is not on record registers once more, with another number or phone. */
const again = "again";

export const register: Journey = async (ask, prove, world) => {
  const { account, people } = world;
  if (account?.standing === "proved" || (account !== undefined && world.argument !== again))
    return known(account, world);
  if (!world.languageChosen) {
    await people.chooseLanguage(await ask("language", languageAsked()));
    return { say: [], next: "register" };
  }
  await ask("consent", consent(world));
  const registration = await askRegistration(ask, prove, world);
  await ask("check", check(registration));
  const { standing } = await people.register(`${world.draft}:register`, registration);
  const opened = standing === "proved" ? [line("register-proved")] : unprovedLines(world);
  return { say: [menu({ account: { standing } }, opened)] };
};

async function askRegistration(ask: Ask, prove: Prove, world: World): Promise<Registration> {
  const civilId = await askCivilId(ask, "civil-id", world.today, {
    prompt: [line("register-civil-id")],
    help: line("register-civil-id-help"),
    name: line("answer-civil-id"),
  });
  const how = world.service.codesOffered ? await ask("proof-way", proofWay) : "contact";
  const proof = await prove("phone", { how, civilId });
  const { given: name } = await ask("name", nameQuestion);
  const { given: email } = await ask("email", emailQuestion);
  const gender = await ask("gender", genderQuestion);
  const governorate = await ask("governorate", governorateQuestion);
  return { civilId, proof, name, email, gender, governorate, consentedTo: consentVersion };
}

function consent({ service }: World) {
  return accept({
    prompt: [
      line("consent-what"),
      line("consent-why", { operator: { name: service.operator } }),
      line("consent-where"),
      line("consent-rights"),
    ],
    help: line("consent-help"),
    button: line("button-agree"),
    bound: consentVersion,
  });
}

const ways = oneOf<"contact" | "code">({
  prompt: [line("proof-way")],
  help: line("proof-way-help"),
  options: [{ value: "code", label: line("button-by-code"), means: "code" }],
  typedOnly: [{ value: "contact", label: line("button-share-contact"), means: "contact" }],
});

/** Sharing the number is a way chosen and gone in one: the contact is the proof, too. */
const proofWay: Question<"contact" | "code"> = {
  ...ways,
  show: (partial) => ({ ...ways.show(partial), contact: line("button-share-contact") }),
  read(input, partial) {
    if (input.kind === "contact") return { kind: "answer", stored: "contact", goesOn: true };
    if (input.kind === "text" && parsePhone(input.text).ok)
      return { kind: "refused", why: line("challenge-typed-phone") };
    return ways.read(input, partial);
  },
};

const nameQuestion = personNameAsked({ prompt: [line("register-name")], help: line("register-name-help") });

const emailQuestion = typed<Email>({
  prompt: [line("register-email")],
  help: line("register-email-help"),
  name: line("answer-email"),
  skip: line("button-skip"),
  isForThis: (text) => text.includes("@") || isOneDottedWord(text.trim()),
  parse(text) {
    const parsed = parseEmail(text);
    return parsed.ok ? { ok: true, value: parsed.email } : { ok: false, why: line(`email-${parsed.reason}`) };
  },
});

/** A sentence is no try at an address. Not one pattern: over a message of dots it would look at every pair of them. */
function isOneDottedWord(text: string): boolean {
  return !/\s/.test(text) && text.slice(1, -1).includes(".");
}

const genderQuestion = oneOf<Gender>({
  prompt: [line("register-gender")],
  help: line("register-gender-help"),
  name: line("answer-gender"),
  options: genders.map((gender) => ({ value: gender, label: line(`gender-${gender}`), means: gender })),
  perRow: 2,
});

const governorateQuestion = oneOf<Governorate>({
  prompt: [line("register-governorate")],
  help: line("register-governorate-help"),
  name: line("answer-governorate"),
  options: governorates.map((code) => ({ value: code, label: line(`governorate-${code}`), means: code })),
  perRow: 2,
});

/** Bound to every answer: one that was changed is looked at again. */
function check({ civilId, proof, name, email, gender, governorate }: Registration) {
  return accept({
    prompt: [
      line("register-check"),
      line("fact-civil-id", { lastFour: maskCivilId(civilId) }),
      line(`fact-phone-${proof.how}`),
      line("fact-name", { name }),
      email === undefined ? line("fact-no-email") : line("fact-email", { email }),
      line("fact-about", { gender: line(`gender-${gender}`), governorate: line(`governorate-${governorate}`) }),
    ],
    help: line("register-check-help"),
    button: line("button-all-right"),
    bound: JSON.stringify([civilId, name, email ?? "", gender, governorate]),
    mayChange: true,
  });
}

/** Somebody who comes back is recognised, and asked nothing twice; who is not on record may try with another number or phone. */
function known(account: Account, world: World): Ending {
  const who = line("register-known", { who: named(account) });
  if (account.standing === "proved") return { say: [menu(world, [who])] };
  const { lines, buttons = [] } = menu(world, [who, ...unprovedLines(world)]);
  const once = { kind: "command", label: line("button-register-again"), command: "register", argument: again } as const;
  return { say: [{ lines, buttons: [[once], ...buttons] }] };
}

function unprovedLines({ service }: World): readonly Line[] {
  return [line("register-unproved"), line("register-unproved-next", { hotline: service.hotline })];
}
