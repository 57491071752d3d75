// Who chairs a meeting, where the list of those present says something else.
import { describe, expect, it } from 'vitest'
import { decisionRecordModel } from '../../electron/documents/decision-record/model.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { publicFile } from '../../electron/documents/minutes/public-file.ts'
import { chairAway } from '../../electron/domain/attendance/chair.ts'
import { attendee, emptyFile } from './documents-builders.ts'

const hours = { openedAt: '13:52', closedAt: '16:41' }
const chair = (fields: Parameters<typeof attendee>[1]) =>
  attendee(0, { givenName: 'Ada', familyName: 'Tilleul', status: 'surPlace', ...fields })

describe('who chairs', () => {
  it.each([
    [{}, null],
    [{ arrivedAt: '13:40' }, null],
    [{ status: null }, null],
    [{ status: 'represente', source: 'reply' }, null],
    [{ leftAt: '16:41' }, null],
    [
      { arrivedAt: '14:40', leftAt: '14:47' },
      { how: 'late', hour: '14:40' },
    ],
    [{ leftAt: '14:47' }, { how: 'left', hour: '14:47' }],
    [{ leftAt: '13:50' }, { how: 'absent', hour: null }],
    [{ status: 'excuse' }, { how: 'absent', hour: null }],
    [{ status: 'represente' }, { how: 'absent', hour: null }],
  ] as const)('with %j is %j', (fields, expected) => {
    expect(chairAway('Ada Tilleul', [chair(fields)], hours)).toEqual(expected)
    expect(chairAway('Mme Tilleul', [chair(fields)], hours)).toEqual(expected)
  })

  it('is nobody of the list where several bear the name, or none does', () => {
    const others = [chair({ status: 'excuse' }), attendee(1, { givenName: 'Zoé', familyName: 'Tilleul' })]
    expect(chairAway('Mme Tilleul', others, hours)).toBeNull()
    expect(chairAway('Ada Tilleul', others, hours)).toMatchObject({ how: 'absent' })
    expect(chairAway('Léo Marin', others, hours)).toBeNull()
    expect(chairAway(' ', others, hours)).toBeNull()
  })
})

describe('the opening', () => {
  const said = (fields: Parameters<typeof attendee>[1]) => {
    const base = emptyFile()
    const minutes = base.minutes === null ? null : { ...base.minutes, ...hours }
    const meeting = { ...base.meeting, chair: 'Ada Tilleul', state: 'held' as const }
    const file = { ...base, meeting, minutes, attendees: [chair(fields)] }
    const papers = [
      minutesModel(file),
      minutesModel(publicFile(file), 'publicMinutes'),
      decisionRecordModel(file),
    ]
    const rows = papers.map(({ facts }) => facts.find(({ label }) => label === 'Présidence')?.value ?? null)
    return {
      opening: minutesModel(file).opening?.sentence.replaceAll('\u00a0', ' '),
      rows: [...new Set(rows)],
    }
  }

  it('names who chairs, but for who came later or was away', () => {
    const named = 'La séance est ouverte à 13 h 52 sous la présidence d’Ada Tilleul.'
    expect(said({})).toEqual({ opening: named, rows: ['Ada Tilleul'] })
    expect(said({ leftAt: '14:47' })).toEqual({ opening: named, rows: ['Ada Tilleul'] })
    const unnamed = 'La séance est ouverte à 13 h 52.'
    expect(said({ arrivedAt: '14:40' })).toEqual({ opening: unnamed, rows: ['Ada Tilleul'] })
    expect(said({ status: 'excuse' })).toEqual({ opening: unnamed, rows: [null] })
  })
})
