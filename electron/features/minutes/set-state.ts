import { AppError } from '../../contract/errors.ts'
import type { Parsed } from '../../contract/index.ts'
import { getRow, updateRow } from '../../db/rows.ts'
import { type Minutes, MinutesState } from '../../domain/minutes/minutes.ts'
import type { WriteContext } from '../context.ts'
import { refuseSealed, toMinutes } from '../reads/minutes.ts'
import { goOut } from './draft-left.ts'
import { renumber } from './renumber.ts'
import { addVersion, withoutPapers } from './versions.ts'

export async function setMinutesState(
  writing: WriteContext,
  { id, version, state }: Parsed<'minutes.setState'>,
): Promise<Minutes> {
  const { tx, about } = writing
  const row = await getRow(tx, 'minutes', id)
  about(row.meetingId)
  refuseSealed(row)
  const order = MinutesState.options
  const steps = order.indexOf(state) - order.indexOf(row.state)
  // The seal keeps bytes and hash and has its own rules: it is not reached by a plain change of state.
  if (state === 'approved' || Math.abs(steps) > 1) throw new AppError('state-refuses')
  const isOn = steps > 0
  if (isOn && state === 'review') await renumber(tx, row.meetingId)
  const further = isOn && state === 'review' ? await goOut(writing, row.meetingId) : {}
  const after = await updateRow(tx, 'minutes', { id, version }, { state, ...further })
  // A version sent to the members or validated can be read again.
  if (isOn && (state === 'review' || state === 'validated'))
    await addVersion(writing, row.meetingId, { reason: state, note: '', ...withoutPapers })
  return toMinutes(after)
}
