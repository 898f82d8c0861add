/** Promises that a checked value cannot be mistaken for an unchecked one: a name the compiler sees and the run time does not. */

declare const brand: unique symbol;

/** A plain `Value` that has passed the check called `Name`. At run time it is the bare string or number. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
