// `npm run bench`: what a turn costs and how long a start takes, a table per question. It prints, and asserts nothing.
import { cpus, loadavg } from "node:os";
import { startPostgres } from "../support/postgres.js";
import { startRedis } from "../support/redis.js";
import { benchCovers, openCovers } from "./covers.js";
import { type Figures, printTable } from "./figures.js";
import { type ImportFigures, measureImport } from "./import.js";
import { type LookupFigures, measureLookups } from "./lookup.js";
import { measureReminders, type ReminderFigures } from "./reminders.js";
import { chatCounts, measureFloor, measureRenewals } from "./renewal.js";
import { measureStartup } from "./startup.js";

// What these name may be far away or busy: the figures are of private servers on this machine.
delete process.env.TEST_DATABASE_URL;
delete process.env.TEST_REDIS_URL;

const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

const [cpu] = cpus();
const load = () => loadavg()[0]?.toFixed(1);
console.log(`Node ${process.version}, ${cpus().length} cores (${cpu?.model}), load before: ${load()}`);
console.log("Seeds: one, of who is looked up (SEED, below). Every chat does the same, as fast as it is answered.");

const postgres = await startPostgres();
const redis = await startRedis();
const rows: string[][] = [];
let floors: readonly Figures[] = [];
let reminders: ReminderFigures | undefined;
let lookups: LookupFigures | undefined;
const imports: ImportFigures[] = [];
try {
  const embedded = await measureRenewals(undefined);
  floors = await measureFloor(embedded.updates);
  addRows("embedded database", embedded.figures);
  if (postgres === undefined || redis === undefined) {
    console.log("no postgres or no redis-server on PATH: only the embedded database is measured");
  } else {
    const served = await measureRenewals({ databaseUrl: postgres.url, redisUrl: redis.url });
    addRows("Redis and Postgres", served.figures);
  }
  addRows("floor: 200 without a turn", floors);
  imports.push(await measureImport(undefined));
  if (postgres !== undefined) imports.push(await measureImport(postgres.url));
  const covers = postgres && (await openCovers(postgres.url));
  try {
    reminders = covers && (await measureReminders(covers));
    lookups = covers && (await measureLookups(covers));
  } finally {
    await covers?.close();
  }
} finally {
  await postgres?.stop();
  await redis?.stop();
}

printTable(
  "What does a turn of a renewal cost (from /renew to the pay link, webhook over HTTP)?",
  ["stores", "chats at once", "turns", "turns/s", "CPU a turn", "× floor", "p50", "p99"],
  rows,
);
console.log(`
CPU is the service's process alone. The chats, a fake Bot API that answers at once and the stores share the machine with it.
The private Postgres runs without fsync, as the embedded database does. Load after: ${load()}.`);

if (reminders !== undefined) {
  const { fullPlan, claims, sends, plans, changes } = reminders;
  const row = (what: string, { turns, perSecond, p50, p99 }: Figures) => [
    what,
    `${turns}`,
    perSecond.toFixed(0),
    ms(p50),
    ms(p99),
  ];
  printTable(
    `What do reminders cost at ${benchCovers} covers on Postgres?`,
    ["what", "times", "a second", "p50", "p99"],
    [
      row("claiming 25 chats, what goes out in a second", claims),
      row("sending one, by a call that takes no time, claims included", sends),
      row("planning anew for one cover that changed", plans),
      row("the same with the change and the commit of both", changes),
    ],
  );
  console.log(`
Planning ${fullPlan.planned} reminders anew for everybody: ${fullPlan.seconds.toFixed(0)} s, at most ${fullPlan.peakMb.toFixed(0)} MB of this process.`);
}

if (lookups !== undefined) {
  printTable(
    `How long does somebody at the desk wait for a card, at ${benchCovers} covers on Postgres (SEED=${lookups.seed})?`,
    ["found by", "looks", "p50", "p99"],
    lookups.ways.map(([way, { turns, p50, p99 }]) => [way, `${turns}`, ms(p50), ms(p99)]),
  );
  console.log(`
From what is typed to the message as it is sent: the limits, the row in the access log, the card, and its words. Four at once.`);
}

printTable(
  "How long does an import take?",
  ["stores", "rows", "new, rows/s", "the same again, rows/s", "a turn meanwhile, p99"],
  imports.map(({ stores, rows, newPerSecond, againPerSecond, turnP99 }) => [
    stores,
    `${rows}`,
    newPerSecond.toFixed(0),
    againPerSecond.toFixed(0),
    turnP99 === undefined ? "one process alone" : ms(turnP99),
  ]),
);
console.log(`
The command as it is run, its start included. A turn holds the row of one of the imported workers and asks for its cover.`);

const { firstMs, laterMs } = await measureStartup();
printTable(
  "How long does the demo take until it is ready?",
  ["start", "ready after"],
  [["first, in an empty folder", ms(firstMs)], ...laterMs.map((later) => ["later, in its own", ms(later)])],
);

function addRows(stores: string, figures: readonly Figures[]): void {
  for (const [place, { turns, perSecond, cpuMs, p50, p99 }] of figures.entries()) {
    const floor = floors[place]?.cpuMs ?? cpuMs;
    const ratio = (cpuMs / floor).toFixed(1);
    rows.push([stores, `${chatCounts[place]}`, `${turns}`, perSecond.toFixed(0), ms(cpuMs), ratio, ms(p50), ms(p99)]);
  }
}
