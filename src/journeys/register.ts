// Registering: consent first, then the civil ID and the proof that the phone is theirs; then what was asked for at first goes on.
import { parsePhone } from "../domain/phone.js";
import { line } from "../words/line.js";
import type { Ask, Ending, Journey, Prove } from "./journey.js";
import type { Account, Registration } from "./people-port.js";
import type { Question } from "./question.js";
import { accept } from "./questions/accept.js";
import { askCivilId, mayBeCivilId } from "./questions/civil-id.js";
import { oneOf } from "./questions/one-of.js";
import { neededFor, type Wish, wishOf } from "./wish.js";
import type { World } from "./world.js";

/** Of the words in `consent-…` and on the page of them: whoever changes what is kept, or why, changes this too, and people are asked again. */
export const consentVersion = "2026-12";

/** The argument with which somebody who is not on record registers once more, with another number or phone. */
export const againArgument = "again";

export const register: Journey = async (ask, prove, world) => {
  // Whoever registers again may be another: nothing that the one before left here is theirs.
  return world.argument === againArgument
    ? { ...(await registering(ask, prove, world)), forgets: true }
    : registering(ask, prove, world);
};

const registering: Journey = async (ask, prove, world) => {
  const { account, people } = world;
  const wish = wishOf(world.argument);
  if (account?.standing === "proved" || (account !== undefined && world.argument !== againArgument))
    return known(account, wish);
  await ask("consent", consent(world, wish));
  const registration = await askRegistration(ask, prove, world);
  return registered(await people.register(`${world.draft}:register`, registration), wish);
};

async function askRegistration(ask: Ask, prove: Prove, world: World): Promise<Registration> {
  const civilId = await askCivilId(ask, "civil-id", world.today, {
    prompt: [line("register-civil-id")],
    help: line("register-civil-id-help"),
    name: line("answer-civil-id"),
  });
  const how = world.service.codesOffered ? await ask("proof-way", proofWay) : "contact";
  const proof = await prove("phone", { how, civilId });
  return { civilId, proof, consentedTo: consentVersion };
}

/** Nothing is kept before it is given, a number typed early included. */
function consent({ service }: World, wish: Wish | undefined): Question<true> {
  const asked = accept({
    prompt: [neededFor(wish), line("consent-kept", { operator: { name: service.operator } }), line("consent-rights")],
    help: line("consent-help"),
    button: line("button-agree"),
    bound: consentVersion,
    beside: [
      [{ kind: "command", label: line("button-pay-quick"), command: "pay-quick" }],
      [{ kind: "url", label: line("button-privacy-page"), url: service.privacyLink }],
    ],
  });
  return {
    ...asked,
    read: (input, partial) =>
      input.kind === "text" && mayBeCivilId(input.text)
        ? { kind: "refused", why: line("consent-first") }
        : asked.read(input, partial),
  };
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

/** Somebody who comes back is asked nothing twice: they go on with what they asked for. */
function known(account: Account, wish: Wish | undefined): Ending {
  return wish === undefined ? { say: [], next: { command: "account" } } : registered(account, wish);
}

function registered({ standing, name }: Pick<Account, "standing" | "name">, wish: Wish | undefined): Ending {
  const next: Wish = wish ?? { command: "start", argument: "menu" };
  if (standing === "unproved") return { say: [{ lines: [line(unprovedWord(next))] }], next };
  const greeted = name.ar || name.en ? line("register-welcome", { name: { name } }) : line("register-proved");
  return { say: [{ lines: [greeted] }], next };
}

/** Journeys that need a record say themselves what it means that there is none. */
function unprovedWord({ command }: Wish): "register-done" | "register-unproved" {
  return command === "renew" || command === "inquire" || command === "workers" ? "register-done" : "register-unproved";
}
