// Understand sheets: a workbook of several sheets: the first that holds an agenda, and beside it what else could be meant; pure.
import type { Draft, ReadFile } from '../../domain/draft.ts'
import type { Reading, SheetReading } from '../readers/reading.ts'
import { sheetsLeftAside } from '../text/warnings.ts'
import { understand } from './understand.ts'

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
    reading === null ? [] : [{ at, name, reading, draft: understand(reading, today) }],
  )
  const first = understood.find(({ draft }) => draft.items.length > 0) ?? understood[0]
  if (first === undefined) throw new Error('a workbook without a sheet that was read')
  const shown = ({ at, name, reading, draft }: Understood) => ({
    at,
    name,
    blocks: reading.blocks,
    draft: {
      ...draft,
      warnings: [
        ...draft.warnings,
        sheetsLeftAside(
          name,
          sheets.filter((_, other) => other !== at).map((other) => other.name),
        ),
      ],
    },
  })
  const { blocks, draft, ...sheet } = shown(first)
  return {
    blocks,
    draft,
    sheet,
    otherSheets: understood.filter((one) => one !== first && saysSomething(one.draft)).map(shown),
  }
}

function saysSomething({ items, participants, decisions, actions }: Draft): boolean {
  return items.length + participants.length + decisions.length + actions.length > 0
}
