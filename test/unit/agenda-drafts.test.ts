import { describe, expect, it } from 'vitest'
import type { AgendaDifference } from '../../electron/domain/agenda/review.ts'
import { agendaDrafts } from '../../electron/features/minutes/observations/drafts.ts'
import type { SentItem } from '../../electron/features/minutes/observations/sent-agenda.ts'

const row = (itemId: string, number: string, title: string): SentItem => ({
  anchor: `o_${itemId}`,
  cells: { time: '', duration: '', title, nature: '', presenter: '' },
  itemId,
  number,
  title,
  depth: 0,
  minutes: 0,
})
const sent = [row('a', '1', 'Annuaire'), row('b', '2', 'Archives'), row('c', '', 'Clôture')]

const draftOf = (difference: Partial<AgendaDifference>) => {
  const whole: AgendaDifference = {
    kind: 'change',
    source: 'tracked',
    at: 1,
    before: 'Archives',
    after: 'Archives numériques',
    author: 'Une lectrice',
    authoredAt: null,
    comment: null,
    struck: null,
    cell: null,
    others: [],
    isBeside: false,
    paragraph: null,
    standsAfter: null,
    ...difference,
  }
  const [draft] = agendaDrafts([whole], sent, new Date('2026-11-28T10:00:00Z'))
  if (draft === undefined) throw new Error('no draft')
  const { itemId, anchor, place, comment, afterText } = draft
  return { itemId, anchor, place, comment, afterText }
}

describe('an observation on a returned agenda', () => {
  it('names the item, and the cell that is meant', () => {
    expect(draftOf({ cell: 'title' })).toMatchObject({ itemId: 'b', anchor: 'o_b' })
    expect(draftOf({ cell: 'duration', before: '10 min', after: '20 min' })).toMatchObject({
      anchor: 'o_b/duration',
      place: 'Point\u00a02, durée',
    })
    expect(draftOf({ at: 2, cell: 'presenter' })).toMatchObject({ place: 'Clôture, présentation' })
  })

  it('says of a moved item after which one it goes, or that it goes first', () => {
    const order = { kind: 'move', before: 'Archives', after: 'Archives' } as const
    expect(draftOf({ ...order, standsAfter: 2 })).toEqual({
      itemId: 'b',
      anchor: 'o_b>c',
      place: 'Point\u00a02, ordre des points',
      comment: 'À placer après «\u00a0Clôture\u00a0».',
      afterText: 'Archives',
    })
    expect(draftOf({ ...order, standsAfter: null })).toMatchObject({
      anchor: 'o_b>first',
      comment: 'À placer au début.',
    })
  })

  it('says of a new item where it stands, and all that its row says', () => {
    expect(draftOf({ before: '', after: 'Open data', others: ['15 min', 'Débat'] })).toMatchObject({
      place: 'Après\u00a0: Point\u00a02',
      afterText: 'Open data\n15 min\nDébat',
    })
    expect(draftOf({ at: null, before: '', after: 'Open data' })).toMatchObject({
      itemId: null,
      anchor: '',
      place: 'nouveau point',
    })
    expect(draftOf({ after: '' })).toMatchObject({ place: 'Point\u00a02, retrait du point' })
  })

  it('says of words beside the table that they are beside it', () => {
    expect(draftOf({ at: null, isBeside: true })).toMatchObject({
      itemId: null,
      place: 'Autour du tableau des points',
    })
    expect(draftOf({ at: null, isBeside: true, paragraph: 2 })).toMatchObject({
      place: 'Autour du tableau des points, 3e\u00a0paragraphe',
    })
  })
})
