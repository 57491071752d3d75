import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { expectationOf, formatOf, scriptedFiles } from '../fixtures/corpus/make/all.ts'
import { foreignFiles } from '../fixtures/corpus/make/foreign-files.ts'
import { requiredFormats, requiredLayouts, requiredTraps } from '../fixtures/corpus/required.ts'
import { Expected, type ExpectedItem } from '../fixtures/corpus/schema.ts'

const folder = fileURLToPath(new URL('../fixtures/corpus/files/', import.meta.url))
const ENDING = '.expected.json'
const onDisk = readdirSync(folder)
const names = onDisk.filter((name) => !name.endsWith(ENDING)).sort()
const bytesOf = (name: string) => new Uint8Array(readFileSync(folder + name))
const beside = (name: string): unknown => JSON.parse(readFileSync(folder + name + ENDING, 'utf8'))
const all = new Map(names.map((name) => [name, Expected.parse(beside(name))]))

const counted = (words: Iterable<string>) => {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

describe('the corpus', () => {
  it('has an expectation beside each file, and no other', () => {
    expect(onDisk.filter((name) => name.endsWith(ENDING)).sort()).toEqual(names.map((name) => name + ENDING))
    expect(names.length).toBeGreaterThanOrEqual(80)
  })

  it('holds files of every format', () => {
    const counts = counted([...all.values()].map(({ format }) => format))
    for (const [format, least] of Object.entries(requiredFormats))
      expect(counts.get(format) ?? 0, format).toBeGreaterThanOrEqual(least)
    for (const [name, { format }] of all) expect(format, name).toBe(formatOf(name))
  })

  it('tries each trap and each form three times or more', () => {
    const traps = counted([...all.values()].flatMap((expected) => expected.traps))
    const layouts = counted([...all.values()].flatMap((expected) => expected.layouts))
    expect(requiredTraps.filter((name) => (traps.get(name) ?? 0) < 3)).toEqual([])
    expect(requiredLayouts.filter((name) => (layouts.get(name) ?? 0) < 3)).toEqual([])
  })

  it('is small', () => {
    const sizes = names.map((name) => bytesOf(name).length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(200_000)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(1_500_000)
  })

  it('is written byte for byte by its script, and says of the rest which program made it', async () => {
    const scripted = await scriptedFiles()
    const foreign = foreignFiles()
    expect([...scripted, ...foreign].map(({ name }) => name).sort()).toEqual(names)
    for (const fixture of scripted)
      expect(
        Buffer.compare(readFileSync(folder + fixture.name), fixture.bytes),
        `${fixture.name}: run make.mjs`,
      ).toBe(0)
    for (const fixture of [...scripted, ...foreign])
      expect(beside(fixture.name), fixture.name).toEqual(expectationOf(fixture, bytesOf(fixture.name)))
  })

  it('refuses with a reason, and says nothing of a refused file', () => {
    for (const [name, expected] of all) {
      expect(expected.refusal !== null, name).toBe(expected.kind === 'refused')
      expect(expected.sha256, name).toBe(createHash('sha256').update(bytesOf(name)).digest('hex'))
      if (expected.kind === 'refused')
        expect([expected.title, expected.date, ...expected.items, ...expected.participants], name).toEqual([
          null,
          null,
        ])
    }
  })

  it('names meetings that have several files: a docx and its pdf, an agenda and its minutes, a corrected agenda', () => {
    const meetings = new Map<string, { as: string; format: string }[]>()
    for (const { meeting, format } of all.values())
      if (meeting !== null)
        meetings.set(meeting.name, [...(meetings.get(meeting.name) ?? []), { as: meeting.as, format }])
    for (const [name, files] of meetings) expect(files.length, name).toBeGreaterThan(1)
    const having = (test: (files: { as: string; format: string }[]) => boolean) =>
      [...meetings.values()].filter(test).length
    expect(
      having(
        (files) =>
          files.some(({ format }) => format === 'docx') && files.some(({ format }) => format === 'pdf'),
      ),
    ).toBeGreaterThanOrEqual(3)
    expect(
      having((files) => files.some(({ as }) => as === 'agenda') && files.some(({ as }) => as === 'minutes')),
    ).toBeGreaterThanOrEqual(3)
    expect(having((files) => files.some(({ as }) => as === 'corrected agenda'))).toBe(1)
  })
})

const encodings = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  'windows-1252': 'windows-1252',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'iso-8859-1': 'latin1',
} as const
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  shy: '',
}

/** The words between the tags; a tag ends a word only where the language says so. */
const untagged = (xml: string, ending: RegExp) =>
  xml
    .replace(ending, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)

/** The words of a file, found without any reader: parts of a zip, a decoded text; null for formats that hide them. */
function wordsOf(name: string, { format, encoding }: Expected): string | null {
  const part = (path: string) => strFromU8(unzipSync(bytesOf(name))[path] ?? new Uint8Array())
  if (format === 'docx')
    return untagged(
      part('word/document.xml').replace(/<w:del .*?<\/w:del>|<mc:Fallback>.*?<\/mc:Fallback>/gs, ''),
      /<\/w:p>|<w:(?:br|tab)\/>/g,
    )
  if (format === 'odt' || format === 'ods')
    return untagged(
      part('content.xml').replace(/<text:tracked-changes>.*?<\/text:tracked-changes>/gs, ''),
      /<\/text:[ph]>|<text:(?:line-break|tab|s)\b[^>]*>/g,
    )
  if (format === 'xlsx') return untagged(part('xl/sharedStrings.xml'), /<\/si>/g)
  if (encoding === null || format === 'eml' || format === 'msg') return null
  const text = new TextDecoder(encodings[encoding]).decode(bytesOf(name))
  if (format === 'csv') return text.replaceAll('""', '"')
  if (format === 'ics') return text.replace(/\r\n /g, '').replace(/\\n/g, '\n').replace(/\\,/g, ',')
  return ['html', 'pasted-word', 'pasted-outlook'].includes(format)
    ? untagged(text.replace(/<(script|style|head)\b.*?<\/\1>/gs, ''), /<\/(?:p|td|th|li|h\d)>|<br>/g)
    : text
}

/** Letters and figures alone: spaces, hyphens nobody sees, accents and capitals do not count. */
const bare = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\u00ad\s|]/gu, '')
    .replace(/'/g, '’')
    .toLowerCase()

/** The words an expectation gives as said in the file, whole or one by one. */
function wordsSaid(expected: Expected): string[] {
  const whole: (string | null)[] = [
    expected.place,
    expected.videoLink,
    expected.telephone,
    expected.reference,
    expected.dateSaid,
    expected.number,
  ]
  const each: (string | null)[] = [expected.title]
  const item = ({ title, presenters, organisations, nature, children }: ExpectedItem) => {
    whole.push(title, nature, ...organisations)
    each.push(...presenters)
    children.forEach(item)
  }
  expected.items.forEach(item)
  for (const person of expected.participants) {
    each.push(person.name, person.represents, person.representedBy)
    whole.push(person.function, person.organisation, person.college, person.email)
  }
  for (const said of [...expected.decisions, ...expected.debates]) whole.push(said.text, said.item)
  for (const { text, owner, dueSaid, item: under } of expected.actions)
    whole.push(text, owner, dueSaid, under)
  for (const { said, place } of expected.nextMeetings) whole.push(said, place)
  for (const { step, by } of expected.documentHistory) whole.push(step, by)
  for (const { title } of expected.events) whole.push(title)
  return [...whole, ...each.flatMap((words) => words?.split(/[\s-]+/) ?? [])].flatMap((words) =>
    words === null ? [] : [words],
  )
}

const invented = (expected: Expected, words: string) =>
  wordsSaid(expected).filter((said) => !bare(words).includes(bare(said)))

describe('what an expectation says', () => {
  const readable = [...all].flatMap(([name, expected]) => {
    const words = expected.kind === 'refused' ? null : wordsOf(name, expected)
    return words === null ? [] : [{ name, expected, words }]
  })

  it('stands in the file, word for word', () => {
    expect(readable.length).toBeGreaterThan(75)
    for (const { name, expected, words } of readable) expect(invented(expected, words), name).toEqual([])
  })

  it('is caught when the file does not say it', () => {
    for (const { name, expected, words } of readable)
      expect(invented({ ...expected, place: 'salle Inventée' }, words), name).toEqual(['salle Inventée'])
  })
})
