// Collects faults while the parts of the configuration are put together, so that an operator sees all of them at once.
export type FaultList = {
  readonly faults: readonly string[];
  /** @returns undefined, so that a part that cannot be made says why and ends in one line */
  add(name: string, cure: string): undefined;
  /** The value, or a fault with this cure when there is none. `meant`: it was there but wrong, and its fault is told already. */
  need<Value>(name: string, value: Value | undefined, cure: string): Value | undefined;
};

export function createFaultList(first: readonly string[], meant: ReadonlySet<string>): FaultList {
  const faults = [...first];
  const add = (name: string, cure: string) => {
    faults.push(`${name}: ${cure}`);
    return undefined;
  };
  return {
    faults,
    add,
    need: (name, value, cure) => value ?? (meant.has(name) ? undefined : add(name, cure)),
  };
}
