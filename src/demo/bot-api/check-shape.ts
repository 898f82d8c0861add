// Does a value have the shape that the published description gives a type? Says where it first does not.

import { type SpecField, type SpecFields, typeOf } from "./spec.js";
import { UploadedFile } from "./uploaded-file.js";

/** What is wrong, in the words "path: fault"; undefined when nothing is. */
export type Fault = string | undefined;

/** Checks an object's fields: unknown names, absent required ones, types, lengths, ranges, constants. */
export function checkFields(values: Readonly<Record<string, unknown>>, fields: SpecFields, path: string): Fault {
  for (const [name, field] of Object.entries(fields)) {
    if (field.required === true && values[name] === undefined) return `${path}${name}: is required`;
  }
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) return `${path}${name}: the Bot API knows no such field`;
    const fault = checkField(value, field, `${path}${name}`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function checkField(value: unknown, field: SpecField, path: string): Fault {
  const faults = field.types.map((type) => checkType(value, type, path));
  if (!faults.includes(undefined)) {
    return faults.length === 1 ? faults[0] : deepest(faults, path, field);
  }
  return checkLimits(value, field, path);
}

/** Of several types the one that fits furthest was meant; when none fits at all, only the list of them helps. */
function deepest(faults: readonly Fault[], path: string, { types }: SpecField): Fault {
  const place = (fault: Fault) => fault?.split(": ")[0]?.split(/[.[]/).length ?? 0;
  const best = [...faults].sort((a, b) => place(b) - place(a))[0];
  return place(best) > path.split(/[.[]/).length + 1 ? best : `${path}: must be ${types.join(" or ")}`;
}

function checkLimits(value: unknown, { length, range, most, values }: SpecField, path: string): Fault {
  if (typeof value === "string" && length !== undefined && length.afterParsing !== true) {
    const size = length.unit === "bytes" ? Buffer.byteLength(value) : value.length;
    if (size < length.min || size > length.max) {
      return `${path}: ${size} ${length.unit}, must be ${length.min} to ${length.max}`;
    }
  }
  if (typeof value === "number" && range !== undefined && (value < range.min || value > range.max)) {
    return `${path}: must be ${range.min} to ${range.max}`;
  }
  if (Array.isArray(value) && most !== undefined && value.length > most) return `${path}: must be at most ${most}`;
  if (typeof value === "string" && values !== undefined && !values.includes(value)) {
    return `${path}: must be one of ${values.join(", ")}`;
  }
  return undefined;
}

/** Checks a value against a type's name as the description writes it: "Integer", "Array of Array of KeyboardButton", … */
export function checkType(value: unknown, type: string, path: string): Fault {
  const element = /^Array of (.+)$/.exec(type)?.[1];
  if (element !== undefined) {
    if (!Array.isArray(value)) return `${path}: must be ${type}`;
    return firstFault(value.map((item, index) => checkType(item, element, `${path}[${index}]`)));
  }
  if (isPrimitive(type)) return fitsPrimitive(value, type) ? undefined : `${path}: must be ${type}`;
  if (type === "InputFile") return value instanceof UploadedFile ? undefined : `${path}: must be ${type}`;
  const described = typeOf(type);
  if (described === undefined) return `${path}: ${type} is not described`;
  if (typeof value === "string" && "mayBeText" in described && described.mayBeText === true) return undefined;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return `${path}: must be ${type}`;
  if ("fields" in described) return checkFields(value as Record<string, unknown>, described.fields, `${path}.`);
  const faults = described.subtypes.map((subtype) => checkType(value, subtype, path));
  return faults.includes(undefined) ? undefined : firstFault(faults);
}

function firstFault(faults: readonly Fault[]): Fault {
  return faults.find((fault) => fault !== undefined);
}

const primitives = ["Integer", "Float", "String", "Boolean"];

function isPrimitive(type: string): boolean {
  return primitives.includes(type);
}

function fitsPrimitive(value: unknown, type: string): boolean {
  if (type === "Integer") return Number.isSafeInteger(value);
  if (type === "Float") return typeof value === "number" && Number.isFinite(value);
  if (type === "String") return typeof value === "string";
  return typeof value === "boolean";
}
