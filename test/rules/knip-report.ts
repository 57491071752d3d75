import type { ReporterOptions } from 'knip'

/** Knip calls this at its end. */
export default ({ issues, counters }: ReporterOptions): void => {
  const kinds = Object.entries(issues).filter(([kind]) => kind !== '_files')
  const found = kinds.flatMap(([kind, byFile]) =>
    Object.entries(byFile as Record<string, Record<string, unknown>>).flatMap(([file, symbols]) =>
      Object.keys(symbols).map((symbol) => ({ kind, file, symbol })),
    ),
  )
  console.log(JSON.stringify({ found, read: counters.processed }))
}
