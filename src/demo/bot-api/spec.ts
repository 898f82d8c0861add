// The published Bot API description, as far as the bot uses it (bot-api-spec.json, cut by tools/bot-api-spec.mjs), with types.
import published from "./bot-api-spec.json" with { type: "json" };

export type SpecField = {
  /** "Integer", "String", "Array of BotCommand", … : the value must fit one of them. */
  types: readonly string[];
  required?: boolean;
  length?: { min: number; max: number; unit: string; afterParsing?: boolean };
  range?: { min: number; max: number };
  /** How many elements an array may hold. */
  most?: number;
  values?: readonly string[];
};
export type SpecFields = Readonly<Record<string, SpecField>>;
/** `mayBeText`: a plain string may stand for the object. */
type SpecType = { mayBeText?: boolean; fields: SpecFields } | { subtypes: readonly string[] };
type Spec = {
  methods: Readonly<Record<string, { returns: readonly string[]; fields: SpecFields }>>;
  types: Readonly<Record<string, SpecType>>;
};

const spec: Spec = published as Spec;

export function methodOf(name: string): { returns: readonly string[]; fields: SpecFields } | undefined {
  return Object.hasOwn(spec.methods, name) ? spec.methods[name] : undefined;
}

export function typeOf(name: string): SpecType | undefined {
  return Object.hasOwn(spec.types, name) ? spec.types[name] : undefined;
}

export const methodNames: readonly string[] = Object.keys(spec.methods);
