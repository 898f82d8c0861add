// My account: what it holds, and each thing that can be added or changed: name, e-mail, gender, governorate.
import { type Email, parseEmail } from "../domain/email.js";
import { type Gender, type Governorate, genders, governorates } from "../domain/places.js";
import { type Line, line } from "../words/line.js";
import { factLines } from "./account-lines.js";
import { registerFirst } from "./doors.js";
import type { Ask, Journey } from "./journey.js";
import type { Button } from "./message.js";
import { nextSteps } from "./next-steps.js";
import type { Account, Detail } from "./people-port.js";
import { oneOf } from "./questions/one-of.js";
import { personNameAsked } from "./questions/person-name.js";
import { typed } from "./questions/typed.js";
import { againArgument } from "./register.js";
import { named } from "./worker-lines.js";
import type { World } from "./world.js";

export const account: Journey = async (ask, _prove, world) => {
  const { account: held, argument, people } = world;
  if (held === undefined) return registerFirst(world, "account");
  const told = await detailAsked(ask, held, argument);
  if (told === undefined) return { say: [page(held, world, [])] };
  await people.describe(told);
  return { say: [page(withDetail(held, told), world, [line("account-kept")])] };
};

/** `undefined` for an argument that asks for nothing: anything can be typed after a command. */
async function detailAsked(ask: Ask, held: Account, what: string | undefined): Promise<Detail | undefined> {
  switch (what) {
    case "name":
      return isNamedOnRecord(held) ? undefined : { what, value: (await ask("name", nameQuestion)).given };
    case "email":
      return { what, value: (await ask("email", emailQuestion)).given };
    case "gender":
      return { what, value: await ask("gender", genderQuestion) };
    case "governorate":
      return { what, value: await ask("governorate", governorateQuestion) };
    default:
      return undefined;
  }
}

/** The name on record is used, and not asked for. */
function isNamedOnRecord({ standing }: Account): boolean {
  return standing === "proved";
}

/** As it stands once it is kept: what this turn read of the account is older. */
function withDetail(held: Account, told: Detail): Account {
  if (told.what !== "name") return { ...held, [told.what]: told.value };
  return { ...held, name: { ar: told.value, en: told.value } };
}

function page(held: Account, { service }: World, before: readonly Line[]) {
  const isProved = held.standing === "proved";
  const missing = [held.email, held.gender, held.governorate].includes(undefined);
  return {
    lines: [
      ...before,
      line("account-title", { who: named(held) }),
      ...factLines(held),
      ...(missing ? [line("account-may-add")] : []),
      ...(isProved ? [] : [line("register-unproved-next", { hotline: service.hotline })]),
    ],
    buttons: [
      [...(isNamedOnRecord(held) ? [] : [change("name")]), change("email")],
      [change("gender"), change("governorate")],
      [{ kind: "command", label: line("button-privacy"), command: "privacy" } as const, ...(isProved ? [] : [again])],
      ...nextSteps(),
    ],
  };
}

const again: Button = {
  kind: "command",
  label: line("button-register-again"),
  command: "register",
  argument: againArgument,
};

function change(what: Detail["what"]): Button {
  return { kind: "command", label: line(`answer-${what}`), command: "account", argument: what };
}

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
