import { AppError } from '../../contract/errors.ts'
import type { Parsed } from '../../contract/index.ts'
import type { MinutesView } from '../../contract/minutes.ts'
import { getRow, updateRow } from '../../db/rows.ts'
import type { WriteContext } from '../context.ts'
import { meetingOfSection, minutesView, openMinutes } from '../reads/minutes.ts'

/** Never merged into a burst of typing: undone alone, and the burst keeps its own place in the history. */
export async function putBack(
  { tx, about }: WriteContext,
  { of, version, value }: Parsed<'minutes.putBack'>,
): Promise<MinutesView> {
  const meetingId = await meetingOf(tx, of)
  await openMinutes(tx, meetingId)
  about(meetingId)
  const isRich = of.kind === 'minutes' || (of.kind === 'section' && of.field !== 'outcomeSentence')
  if (isRich === (typeof value === 'string')) throw new AppError('invalid-input', { field: 'value' })
  const target = { id: of.id, version }
  const stored = typeof value === 'string' ? value : JSON.stringify(value)
  const patch = { [of.field]: stored }
  switch (of.kind) {
    case 'minutes':
      await updateRow(tx, 'minutes', target, patch)
      break
    case 'section':
      await updateRow(tx, 'minutesSection', target, patch)
      break
    case 'decision':
      await updateRow(tx, 'decision', target, patch)
      break
    case 'action':
      await updateRow(tx, 'action', target, patch)
      break
  }
  const view = await minutesView(tx, meetingId)
  if (view === null) throw new AppError('not-found')
  return view
}

async function meetingOf(
  tx: WriteContext['tx'],
  { kind, id }: Parsed<'minutes.putBack'>['of'],
): Promise<string> {
  if (kind === 'section') return meetingOfSection(tx, id)
  return (await getRow(tx, kind, id)).meetingId
}
