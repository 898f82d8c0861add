// Figures out of times, and tables out of figures.
export type Figures = {
  readonly turns: number;
  readonly perSecond: number;
  readonly cpuMs: number;
  readonly p50: number;
  readonly p99: number;
};

export function figuresOf(of: {
  readonly times: readonly number[];
  readonly wallMs: number;
  readonly cpuMs: number;
}): Figures {
  const sorted = of.times.toSorted((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const turns = sorted.length;
  return {
    turns,
    perSecond: (turns / of.wallMs) * 1000,
    cpuMs: of.cpuMs / turns,
    p50: quantile(0.5),
    p99: quantile(0.99),
  };
}

export function printTable(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const lineOf = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  console.log(["", title, "", lineOf(head), rule, ...rows.map(lineOf)].join("\n"));
}
