import { describe, expect, it } from 'vitest'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { paperOf } from '../../electron/documents/paper/paper-of.ts'
import { paperTexts } from '../../electron/documents/paper/texts.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import type { FileToPrint, FollowedAction } from '../../electron/domain/meetings/meeting-file.ts'
import { emptyFile, id, item, section } from './documents-builders.ts'

const action = (rank: number, fields: Partial<FollowedAction> = {}): FollowedAction => ({
  id: id(700 + rank),
  number: `A-2026-01-${String(rank).padStart(2, '0')}`,
  text: `Action ${rank}`,
  owner: '',
  organisation: '',
  dueDate: null,
  firstDue: null,
  state: 'todo',
  isReserved: false,
  ...fields,
})
/** The meeting of `emptyFile`, whose first item follows up these, by date. */
const following = (...actions: FollowedAction[]): FileToPrint => ({
  ...emptyFile(),
  items: [item(1)],
  earlier: { provenance: [], followedUp: { itemId: item(1).id, actions } },
})
const day = (rank: number) => new Date(Date.UTC(2026, 4, rank)).toISOString().slice(0, 10)
const part = (file: FileToPrint) => minutesModel(file).sections[0]?.followedUp ?? null
const numbers = (file: FileToPrint) => part(file)?.table.rows.map(([number]) => number)

describe('old actions on the minutes', () => {
  it('are the longest overdue ones of a page, and the others are counted', () => {
    const late = Array.from({ length: 20 }, (_, rank) => action(rank + 1, { dueDate: day(rank + 1) }))
    const file = following(...late, action(21))
    expect(numbers(file)).toEqual(late.slice(0, 16).map(({ number }) => number))
    expect(part(file)?.others).toBe('5 autres actions ouvertes sont au registre des actions.')
  })

  it('are those that were closed since, behind those that are due', () => {
    const file = following(
      action(1, { dueDate: day(1), state: 'done' }),
      action(2, { dueDate: day(2) }),
      action(3, { dueDate: '2099-01-01' }),
    )
    expect(numbers(file)).toEqual(['A-2026-01-02', 'A-2026-01-01'])
    expect(part(file)?.others).toBe('Une autre action ouverte est au registre des actions.')
  })

  it('are those that were put off too, however far; closed ones that have no room are counted', () => {
    const putOff = action(1, { dueDate: '2099-01-01', state: 'postponed' })
    const closed = Array.from({ length: 18 }, (_, rank) => action(rank + 2, { state: 'done' }))
    const file = following(putOff, ...closed)
    expect(numbers(file)).toEqual([putOff, ...closed].slice(0, 16).map(({ number }) => number))
    expect(part(file)?.others).toBe('3 autres actions closes sont au registre des actions.')
  })

  it('print the first day beside the one to which they were put off', () => {
    const [firstDue, dueDate] = [day(1), day(20)]
    const file = following(
      action(1, { firstDue, dueDate, state: 'postponed' }),
      action(2, { firstDue, dueDate: day(21), state: 'inProgress' }),
    )
    expect(part(file)?.table.rows.map((row) => row.slice(3))).toEqual([
      ['1er\u00a0mai\u00a02026', 'Reportée au 20\u00a0mai\u00a02026'],
      ['21\u00a0mai\u00a02026', 'En cours'],
    ])
  })

  it('are told as they stand when the paper is made, those of nobody too; the others in one sentence', () => {
    const late = Array.from({ length: 15 }, (_, rank) => action(rank + 1, { dueDate: day(rank + 1) }))
    const closed = [
      action(20, { state: 'done' }),
      action(21, { state: 'done' }),
      action(22, { state: 'done' }),
    ]
    const told = part(following(...late, action(30), ...closed))
    expect(told?.standing).toBe('État à la date d’établissement de ce document.')
    expect(told?.table.rows[0]?.[2]).toBe('Personne à choisir')
    expect(told?.others).toBe('3 autres actions (1 ouverte, 2 closes) sont au registre des actions.')
  })

  it('are none when none is due: a sentence says how many there are, in every format', async () => {
    const file = following(action(1, { dueDate: '2099-01-01' }), action(2))
    expect(numbers(file)).toEqual([])
    expect(part(file)?.others).toBe(
      '2 actions sont ouvertes, à échoir\u00a0: elles sont au registre des actions.',
    )
    const model = minutesModel(file)
    const paper = paperOf(model)
    if (paper === null) throw new Error('no paper')
    expect(paperTexts(paper).join('\n')).not.toContain('Responsable')
    expect((await renderPdf(model)).pageCount).toBeGreaterThan(0)
  })
})

describe('the closing sentence', () => {
  const closing = (file: FileToPrint) => minutesModel(file).closing.sentence
  const held: FileToPrint = {
    ...emptyFile(),
    items: [item(1), item(2)],
    sections: [section(1, { outcome: 'approuve' }), section(2, { outcome: 'prisActe' })],
  }

  it('says that the agenda is exhausted only when something is written of each item', () => {
    expect(closing(held)).toMatch(/^L’ordre du jour étant épuisé/)
    expect(closing({ ...held, sections: held.sections.slice(0, 1) })).toMatch(/^La séance est levée/)
    const parent = { ...held, items: [...held.items, item(3), item(4, { parentId: item(3).id })] }
    expect(closing(parent)).toMatch(/^La séance est levée/)
    expect(closing({ ...parent, sections: [...held.sections, section(4, { outcome: 'approuve' })] })).toMatch(
      /^L’ordre du jour étant épuisé/,
    )
    expect(closing({ ...held, items: [...held.items, item(5, { kind: 'break' })] })).toMatch(
      /^L’ordre du jour étant épuisé/,
    )
  })
})
