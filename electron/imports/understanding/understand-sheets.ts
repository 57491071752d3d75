import type { Draft, ReadFile } from '../../domain/agenda/draft.ts'
import { joinReadings } from '../readers/join-readings.ts'
import type { Reading, SheetReading } from '../readers/reading.ts'
import { sheetsLeftAside } from '../text/warnings.ts'
import { plainLine } from './plain-line.ts'
import { understand } from './understand.ts'

/** Names that people give the sheet of attendance or of decisions. */
const OF_MINUTES =
  /^(?:(?:feuille|liste) (?:de |des |d['’]))?(?:presences?|presents|participants?|emargements?|releve|decisions|actions|comptes?[- ]rendus?|cr)\b/

type Understood = { at: number; name: string; reading: Reading; draft: Draft }

/**
 * Every sheet that is not shown is named in a warning; those that could be taken instead come with what they say.
 * @param sheets at least two, the first of them read
 */
export function understandSheets(
  sheets: readonly SheetReading[],
  today: string,
): Pick<ReadFile, 'blocks' | 'draft' | 'sheet' | 'otherSheets'> {
  const understood = sheets.flatMap(({ name, reading }, at): Understood[] =>
    reading === null
      ? []
      : [{ at, name, reading, draft: understand(reading, today, OF_MINUTES.test(plainLine(name))) }],
  )
  const first = understood.find(({ draft }) => draft.items.length > 0) ?? understood[0]
  if (first === undefined) throw new Error('a workbook without a sheet that was read')
  const shown = ({ at, name, reading, draft }: Understood, read: readonly Understood[] = []) => {
    const there = new Set([at, ...read.map((one) => one.at)])
    const aside = sheets.flatMap((other, rank) => (there.has(rank) ? [] : [other.name]))
    const warnings = aside.length === 0 ? draft.warnings : [...draft.warnings, sheetsLeftAside(name, aside)]
    return { at, name, blocks: reading.blocks, draft: { ...draft, warnings } }
  }
  const parts = partsOf(first, understood)
  const together = parts.length > 1 ? joined(parts, sheets.length, today) : null
  const { blocks, draft, ...sheet } = together === null ? shown(first) : shown(together, parts)
  return {
    blocks,
    draft,
    sheet,
    otherSheets: understood
      .filter((one) => (one !== first || together !== null) && saysSomething(one.draft))
      .map((one) => shown(one)),
  }
}

/** The sheets of one meeting: its only agenda, and those that say what an agenda does not, of no other day. */
function partsOf(first: Understood, understood: readonly Understood[]): Understood[] {
  if (first.draft.items.length === 0 || understood.some((one) => one !== first && hasItems(one.draft)))
    return [first]
  return understood.filter(
    (one) =>
      one === first ||
      (saysSomething(one.draft) &&
        (one.draft.meeting.date === null || one.draft.meeting.date === first.draft.meeting.date)),
  )
}

/** All of them as one, which no sheet of the workbook is; null when the agenda would not read as it does alone. */
function joined(parts: readonly Understood[], at: number, today: string): Understood | null {
  const ordered = [...parts].sort(
    (a, b) => Number(hasItems(b.draft)) - Number(hasItems(a.draft)) || a.at - b.at,
  )
  const reading = joinReadings(ordered.map((one) => one.reading))
  const draft = understand(reading, today, true)
  const titles = (one: Draft | undefined) => one?.items.map(({ title }) => title).join('\n')
  const agenda = parts.find((one) => hasItems(one.draft))
  if (titles(draft) !== titles(agenda?.draft)) return null
  return { at, name: ordered.map(({ name }) => name).join(' + '), reading, draft }
}

const hasItems = ({ items }: Draft) => items.length > 0

function saysSomething({ items, participants, decisions, actions }: Draft): boolean {
  return items.length + participants.length + decisions.length + actions.length > 0
}
