// What minutes say of an item that the meeting did not deal with.
import { describe, expect, it } from 'vitest'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import { emptyFile, id, item, section } from './documents-builders.ts'
import { formats, printed, readAs, rowsOf } from './own-file-edits.ts'

const people = { presenter: 'Ada Tilleul', organisation: 'DUX', nature: 'information' } as const
const fileOf = (change: Partial<FileToPrint> = {}): FileToPrint => ({
  ...emptyFile(),
  items: [item(1, { title: 'Annuaire', ...people })],
  ...change,
})
const presented = (file: FileToPrint) => minutesModel(file).sections.map((one) => one.presented)
const PRESENTED = 'Présenté par Ada Tilleul, DUX, pour information'
const PLANNED = 'Présentation prévue par Ada Tilleul, DUX, pour information'

describe('who presents an item', () => {
  it.each(['reporte', 'retire', 'nonTraite'] as const)('presented nothing where it is %s', (outcome) => {
    expect(presented(fileOf({ sections: [section(1, { outcome })] }))).toEqual([PLANNED])
  })

  it.each([
    ['Le point n’a pas été traité.', PLANNED],
    ['Faute de temps, le point est reporté.', PLANNED],
    ['L’instance prend acte.', PRESENTED],
  ])('is said as the typed outcome says: %s', (outcomeSentence, words) => {
    expect(presented(fileOf({ sections: [section(1, { outcomeSentence })] }))).toEqual([words])
  })

  it('presented it where it was sent back for more work, or where nobody knows', () => {
    expect(presented(fileOf({ sections: [section(1, { outcome: 'renvoye' })] }))).toEqual([PRESENTED])
    expect(presented(fileOf())).toEqual([PRESENTED])
  })

  it('presented nothing where the meeting never came to the item, or to those below it', () => {
    const items = [item(1, people), item(2, { ...people, parentId: id(101) }), item(3, people)]
    const neverReached = new Set([id(101), id(102)])
    expect(presented(fileOf({ items, neverReached }))).toEqual([PLANNED, PLANNED, PRESENTED])
    const told = [section(2, { outcome: 'prisActe' })]
    expect(presented(fileOf({ items, neverReached, sections: told }))).toEqual([
      PRESENTED,
      PRESENTED,
      PRESENTED,
    ])
  })

  it.each(formats)('is read back from %s', async (format) => {
    const file = fileOf({
      sections: [section(1, { outcome: 'reporte' })],
      addedInSession: new Set([id(101)]),
    })
    expect(presented(file)).toEqual([`${PLANNED}, point ajouté en séance`])
    for (const dataFile of [minutesModel(file).head.metadata.dataFile, '']) {
      const model = minutesModel(file)
      const head = { ...model.head, metadata: { ...model.head.metadata, dataFile } }
      const { items } = await readAs(await printed({ ...model, head }, format), format)
      expect(rowsOf(items).map((row) => row.slice(5, 7))).toEqual([['Ada Tilleul', 'DUX']])
    }
  })
})
