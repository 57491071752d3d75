export type Times = {
  readonly runs: number
  readonly p50: number
  readonly p95: number
  readonly max: number
}

/** The value below which a share of the values lies; `share` from 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export function timesOf(milliseconds: readonly number[]): Times {
  return {
    runs: milliseconds.length,
    p50: quantile(milliseconds, 0.5),
    p95: quantile(milliseconds, 0.95),
    max: Math.max(...milliseconds),
  }
}

/** Milliseconds that a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** One line of the report: what was measured, the number, the budget, and whether it holds; no budget, no verdict. */
export type Line = { what: string; measured: string; budget?: string; holds?: boolean }

export function markdown(lines: readonly Line[]): string {
  const row = ({ what, measured, budget = '', holds }: Line) =>
    `| ${what} | ${measured} | ${budget} | ${holds === undefined ? '' : holds ? 'yes' : '**no**'} |`
  return ['| What | Measured | Budget | Holds |', '|---|---|---|---|', ...lines.map(row)].join('\n')
}

/** Milliseconds for people: one decimal below ten. */
export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ms`
}
