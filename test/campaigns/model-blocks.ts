// Walks the published schema of an exported model; knows nothing of how any format is written. Every string of the
// model must end up in a block.

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
type Part = { readonly [key: string]: Json }

/** Never on the page, in the head and foot of pages alone, or (columns) not where the table has no row. */
const unprinted: ReadonlySet<string> = new Set([
  // Facts for programs: what prints them is elsewhere in the model.
  'carries',
  '$schema',
  'kind',
  'columns',
  'type',
  'look',
  'metadata',
  'runningTitle',
  'page',
  'pageOf',
  'href',
])

/**
 * The words of each heading, paragraph and cell in reading order, white space made plain; empty ones left out.
 * @param json as `inp minutes export` and `inp agenda export` write it.
 * @param options.paged as the page of a PDF has it: mention, sample mark and notice in one paragraph.
 * @param options.counted without the numbers of items, which office programs count themselves.
 * @throws when a string of the model is in no block: this walk would then ask for less than what is printed.
 */
export function modelBlocks(json: string, options: { paged: boolean; counted?: boolean }): string[] {
  const whole = part(JSON.parse(json))
  const model = options.counted === true ? withoutNumbers(whole) : whole
  const blocks = (model.kind === 'minutes' ? minutes : agenda)(model, options.paged)
    .map(plain)
    .filter((text) => text !== '')
  const all = blocks.join('\n')
  const forgotten = printedStrings(model).find((text) => !all.includes(plain(text)))
  if (forgotten !== undefined) throw new Error(`in no block: ${forgotten}`)
  return blocks
}

/** White space as one space; soft hyphens and zero width spaces are not words. */
export function plain(text: string): string {
  return text
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

function part(value: Json | undefined): Part {
  if (!isPart(value)) throw new Error('not an object')
  return value
}
const isPart = (value: Json | undefined): value is Part =>
  typeof value === 'object' && value !== null && !isList(value)
const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
const list = (value: Json | undefined) => (value !== undefined && isList(value) ? value : [])
const parts = (value: Json | undefined) => list(value).map(part)
const string = (value: Json | undefined) => (typeof value === 'string' ? value : '')
const strings = (value: Json | undefined) => list(value).map(string)
/** Words of one block. */
const words = (...values: readonly (Json | undefined)[]) =>
  values.flatMap((value) => (typeof value === 'string' ? [value] : strings(value))).join(' ')
/** Optional parts of a document: its blocks, or none. */
const where = (value: Json | undefined, blocks: (found: Part) => string[]) =>
  value === null || value === undefined ? [] : blocks(part(value))

function head(model: Part, paged: boolean): string[] {
  const { bodyName, issuer, reference, title, subtitle, mention, sampleMark, notice } = part(model.head)
  const marks = [mention, sampleMark, notice]
  return [
    ...[bodyName, issuer, reference, title, subtitle].map(string),
    ...(paged ? [words(...marks)] : marks.map(string)),
    ...parts(model.facts).flatMap(({ label, value }) => [string(label), string(value)]),
  ]
}

function minutes(model: Part, paged: boolean): string[] {
  const unplaced = part(model.unplaced)
  return [
    ...head(model, paged),
    ...where(model.attendance, ({ heading, summary, columns, colleges, groups }) => [
      string(heading),
      string(summary),
      ...parts(colleges).flatMap(({ name, count, rows }) => [
        words(name, count),
        ...strings(columns),
        ...list(rows).flatMap(strings),
      ]),
      ...parts(groups).map(({ label, people }) => words(label, people)),
    ]),
    ...where(model.agenda, ({ heading, items }) => [
      string(heading),
      ...parts(items).map(({ number, title }) => words(number, title)),
    ]),
    ...where(model.opening, passage),
    ...parts(model.sections).flatMap(section),
    ...parts(unplaced.decisions).flatMap(note),
    ...parts(unplaced.actions).flatMap(note),
    ...where(model.next, passage),
    ...where(model.closing, passage),
    ...where(model.record, ({ heading, empty, columns, rows }) => [
      string(heading),
      string(empty),
      ...(list(rows).length === 0 ? [] : strings(columns)),
      ...parts(rows).flatMap(({ kind, number, item, lines, owner, due }) => [
        string(number),
        string(item),
        words(lines),
        ...(kind === 'decision' ? [] : [string(owner), string(due)]),
      ]),
    ]),
    ...where(model.followUp, table),
    ...where(model.approval, ({ heading, lines }) => [string(heading), ...strings(lines)]),
    ...where(model.signatures, ({ heading, signatories }) => [
      string(heading),
      ...parts(signatories).flatMap(({ quality, name }) => [string(quality), string(name)]),
    ]),
  ]
}

function withoutNumbers(model: Part): Part {
  const bare = (value: Json | undefined) => parts(value).map((one) => ({ ...one, number: '' }))
  return model.kind === 'minutes'
    ? {
        ...model,
        sections: bare(model.sections),
        agenda: isPart(model.agenda) ? { ...model.agenda, items: bare(model.agenda.items) } : null,
      }
    : { ...model, rows: bare(model.rows) }
}

function agenda(model: Part, paged: boolean): string[] {
  const { timed, rows, heading, empty } = model
  const columns = part(model.columns)
  const timing = timed === true ? ['time', 'duration'] : []
  // On a page below the title; elsewhere in columns of their own, where any item has one.
  const columned = paged
    ? []
    : ['nature', 'presenter'].filter((key) => parts(rows).some((row) => string(row[key]) !== ''))
  return [
    ...head(model, paged),
    string(heading),
    ...(list(rows).length === 0 ? [] : [...timing, 'item', ...columned].map((key) => string(columns[key]))),
    ...parts(rows).flatMap((row) => {
      const beside = [string(row.nature), string(row.presenter)]
      const below = beside.filter((word) => word !== '').join(' · ')
      return [
        ...timing.map((key) => string(row[key])),
        // A heading beside its number.
        ...(paged ? [string(row.number), string(row.title)] : [words(row.number, row.title)]),
        ...(paged ? [below] : columned.map((key) => string(row[key]))),
      ]
    }),
    string(empty),
    string(model.carried),
  ]
}

function followed({ heading, standing, table: rows, others }: Part): string[] {
  return [string(heading), string(standing), ...table({ heading: '', ...part(rows) }), string(others)]
}

function section({
  number,
  title,
  presented,
  parts: said,
  empty,
  watch,
  followedUp,
  outcome,
  ...results
}: Part): string[] {
  return [
    words(number, title),
    string(presented),
    ...parts(said).flatMap(passage),
    string(empty),
    ...where(watch, ({ heading, table: rows }) => table({ heading: heading ?? '', ...part(rows) })),
    ...where(followedUp, followed),
    ...where(outcome, note),
    ...parts(results.decisions).flatMap(note),
    ...parts(results.actions).flatMap(note),
  ]
}

/** A result with its label; an action has its owner and date below. */
function note({ label, lines, foot }: Part): string[] {
  return [words(label, lines), string(foot)]
}

function passage({ heading, sentence, blocks }: Part): string[] {
  return [string(heading), string(sentence), ...parts(blocks).flatMap(rich)]
}

function table({ heading, columns, rows }: Part): string[] {
  return [string(heading), ...strings(columns), ...list(rows).flatMap(strings)]
}

function rich(block: Part): string[] {
  const within = (value: Json | undefined) => parts(value).flatMap(rich)
  switch (block.type) {
    case 'paragraph':
      return [
        list(block.lines)
          .map((line) =>
            parts(line)
              .map(({ text }) => string(text))
              .join(''),
          )
          .join(' '),
      ]
    case 'list':
      return list(block.items).flatMap(within)
    case 'quote':
      return within(block.blocks)
    case 'table':
      return parts(block.cells).flatMap((cell) => within(cell.blocks))
    default:
      return []
  }
}

function printedStrings(value: Json, key = ''): string[] {
  if (unprinted.has(key) || value === null) return []
  if (typeof value === 'string') return [value]
  if (isList(value)) return value.flatMap((item) => printedStrings(item))
  if (typeof value !== 'object') return []
  // In the record a decision is joined over the columns of who and until when.
  const joined = value.kind === 'decision' ? ['owner', 'due'] : []
  return Object.entries(value).flatMap(([name, inner]) =>
    joined.includes(name) ? [] : printedStrings(inner, name),
  )
}
