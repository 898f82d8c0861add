// Gauges that are counted anew at each scrape, and are absent while what they count is out of reach.
import { Gauge, type Registry } from "prom-client";
import type { Log } from "../log.js";

type Of<Counted> = {
  readonly name: string;
  readonly help: string;
  /** What is logged when it cannot be counted. */
  readonly event: string;
  readonly count: () => Promise<Counted>;
};

const absent = "; absent while the database is out of reach";

export function countedAnew({ name, help, event, count }: Of<number>, registry: Registry, log: Log): void {
  const gauge = new Gauge({
    name,
    help: `${help}${absent}`,
    registers: [registry],
    async collect() {
      // A gauge without labels shows its last value until it is removed.
      gauge.remove();
      try {
        gauge.set(await count());
      } catch (error) {
        // The other figures are wanted most when the database is down.
        log.warn({ event, error });
      }
    },
  });
}

export function countedByLabel(
  { name, help, event, count, label }: Of<ReadonlyMap<string, number>> & { readonly label: string },
  registry: Registry,
  log: Log,
): void {
  const gauge = new Gauge({
    name,
    help: `${help}${absent}`,
    labelNames: [label],
    registers: [registry],
    async collect() {
      gauge.reset();
      try {
        for (const [value, n] of await count()) gauge.set({ [label]: value }, n);
      } catch (error) {
        log.warn({ event, error });
      }
    },
  });
}
