import { AppError } from '../../../contract/errors.ts'
import { defined, deleteRow, getRow, updateRow } from '../../../db/rows.ts'
import { isRetained, type Observation } from '../../../domain/minutes/observation.ts'
import type { Handlers } from '../../context.ts'
import { expectItemOf } from '../../reads/item-ids.ts'
import { nextNumber, observationsOf, ownNumber } from '../../reads/observations.ts'
import { decide, decideAll } from './decide.ts'
import { openPaper } from './open-paper.ts'
import { readReturned } from './return-files.ts'
import { standings } from './standing.ts'
import { addText, MAX_OBSERVATIONS, takeFiles } from './take.ts'

export const handlers: Handlers<'observations'> = {
  'observations.list': ({ tx }, { meetingId }) => observationsOf(tx, meetingId),
  'observations.standing': ({ tx }, { meetingId }) => standings(tx, meetingId),
  async 'observations.add'({ tx, about }, { id, meetingId, paper, circle, fields }) {
    const known = await tx.selectFrom('observation').selectAll().where('id', '=', id).executeTakeFirst()
    if (known) return known
    await openPaper(tx, { meetingId, paper })
    await expectItemOf(tx, meetingId, fields.itemId)
    about(meetingId)
    const { last, count } = await tx
      .selectFrom('observation')
      .select((eb) => [eb.fn.max('position').as('last'), eb.fn.countAll<number>().as('count')])
      .where('meetingId', '=', meetingId)
      .executeTakeFirstOrThrow()
    if (count >= MAX_OBSERVATIONS)
      throw new AppError('limit-reached', { limit: { of: 'observations', most: MAX_OBSERVATIONS } })
    await tx
      .insertInto('observation')
      .values({
        itemId: null,
        place: '',
        organisation: '',
        organisationId: null,
        author: '',
        beforeText: '',
        afterText: '',
        comment: '',
        ...defined(fields),
        id,
        version: 1,
        meetingId,
        paper,
        circle,
        number: await nextNumber(tx, { meetingId, paper, circle }),
        position: (last ?? -1) + 1,
        anchor: '',
        authoredAt: null,
        kind: kindOf(fields),
        source: 'typed',
        sourceFileName: '',
        sourceSha256: null,
        state: 'open',
        answer: '',
        minutesVersionId: null,
        settledAt: null,
      })
      .execute()
    return getRow(tx, 'observation', id)
  },
  async 'observations.update'({ tx, about, mergeAs }, { patch, ...target }) {
    const row = await getRow(tx, 'observation', target.id)
    await openPaper(tx, row)
    const { state, answer, ...words } = defined(patch)
    if (row.source !== 'typed' && Object.keys(words).length > 0) throw new AppError('state-refuses')
    await expectItemOf(tx, row.meetingId, words.itemId)
    about(row.meetingId)
    mergeAs(`${target.id} ${Object.keys(patch).join()}`)
    const kind = row.source === 'typed' ? { kind: kindOf({ ...row, ...words }) } : {}
    const isAnotherAnswer = state !== undefined || (answer !== undefined && row.state === 'reworded')
    return updateRow(tx, 'observation', target, {
      ...words,
      ...kind,
      ...defined({ state, answer }),
      ...(isAnotherAnswer ? { settledAt: null } : {}),
    })
  },
  async 'observations.settle'({ tx, now, about }, target) {
    const row = await getRow(tx, 'observation', target.id)
    await openPaper(tx, row)
    if (!isRetained(row)) throw new AppError('state-refuses')
    about(row.meetingId)
    return updateRow(tx, 'observation', target, { settledAt: now.toISOString() })
  },
  async 'observations.setCircle'({ tx, about }, { circle, ...target }) {
    const row = await getRow(tx, 'observation', target.id)
    await openPaper(tx, row)
    if (row.circle === circle) return row
    about(row.meetingId)
    const there = { ...row, circle }
    const number = (await ownNumber(tx, there)) ?? (await nextNumber(tx, there))
    return updateRow(tx, 'observation', target, { circle, number })
  },
  async 'observations.remove'({ tx, about }, target) {
    const row = await getRow(tx, 'observation', target.id)
    await openPaper(tx, row)
    about(row.meetingId)
    await deleteRow(tx, 'observation', target)
    return { id: target.id }
  },
  'observations.addText': addText,
  'observations.take': takeFiles,
  'observations.decide': decide,
  'observations.decideAll': decideAll,
  'observations.readFiles': readReturned,
}

/** Words that are the same before and after are spoken of, not changed. */
function kindOf({
  beforeText = '',
  afterText = '',
}: {
  beforeText?: string | undefined
  afterText?: string | undefined
}): Observation['kind'] {
  return beforeText === afterText ? 'comment' : 'change'
}
