import { describe, expect, it } from 'vitest'
import { agendaChangesModel } from '../../electron/documents/agenda/changes-model.ts'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { checkPdf } from '../../electron/documents/check/check-pdf.ts'
import { convocationModel } from '../../electron/documents/convocation/model.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import type { DocumentModel } from '../../electron/documents/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { nameCardsModel } from '../../electron/documents/room/name-cards.ts'
import { signInSheetModel } from '../../electron/documents/room/sign-in-sheet.ts'
import { welcomeListModel } from '../../electron/documents/room/welcome-list.ts'
import { emptyFile, item, paragraph, rich, section, table } from './documents-builders.ts'
import { longMeeting, prose } from './documents-samples.ts'

const file = longMeeting()
const changes = agendaChangesModel(file, null)
const names = ['Camille Exemple', 'Dominique Modèle', 'Claude Fictif']
const person = (name: string) => ({
  name,
  note: '',
  job: 'chargée de mission',
  organisation: name.slice(3),
  mark: '',
})

/** Each kind, and the same with two of its words in another order. */
const kinds: readonly (readonly [DocumentModel, DocumentModel])[] = [
  pair(agendaModel(file), (model) => ({ ...model, rows: [...model.rows].reverse() })),
  pair(convocationModel(file, { date: '2026-10-20', replyBy: null }), (model) => ({
    ...model,
    closing: [...model.closing].reverse(),
  })),
  pair(
    {
      ...changes,
      tables: [
        {
          heading: 'Points',
          columns: ['Point', 'Avant', 'Après'],
          rows: names.map((one) => [[one], ['–'], ['20 min']]),
        },
      ],
      nothing: null,
    },
    (model) => ({ ...model, tables: model.tables.map((one) => ({ ...one, rows: [...one.rows].reverse() })) }),
  ),
  pair(
    { ...signInSheetModel(file, []), empty: '', colleges: [{ name: 'Services', rows: names.map(person) }] },
    (model) => ({
      ...model,
      colleges: model.colleges.map((one) => ({ ...one, rows: [...one.rows].reverse() })),
    }),
  ),
  pair(
    {
      ...nameCardsModel(file, []),
      ...{ empty: '', emptyHeading: '' },
      cards: names.map((family) => ({ given: 'Camille', family, organisation: 'Organisme d’exemple' })),
    },
    (model) => ({ ...model, cards: [...model.cards].reverse() }),
  ),
  pair(
    {
      ...welcomeListModel(file, []),
      empty: '',
      rows: names.map((name) => ({ name, organisation: 'Organisme', detail: 'Sur place' })),
    },
    (model) => ({ ...model, rows: [...model.rows].reverse() }),
  ),
]

function pair<T extends DocumentModel>(model: T, change: (model: T) => T): [T, T] {
  return [model, change(model)]
}

describe('the reading order', () => {
  it.each(kinds.map(([model, other]) => [model.kind, model, other] as const))(
    'of the %s is that of its model, and another order or another word is found',
    async (_, model, other) => {
      const { bytes } = await renderPdf(model)
      expect(await checkPdf(bytes, model)).toEqual([])
      expect((await checkPdf(bytes, other)).map(({ code }) => code)).toEqual(['not-in-place'])
      const told = JSON.stringify(model).replaceAll(/Camille|Mesdames|Point/g, 'Autre')
      expect((await checkPdf(bytes, JSON.parse(told))).map(({ code }) => code)).toContain('not-in-place')
    },
  )

  it('of a row that breaks over pages is cell after cell', async () => {
    const long = table(['Un', 'Deux'], [prose(1, 60), prose(4, 50)], ['Suite', prose(9, 1)])
    const model = minutesModel({
      ...emptyFile(),
      items: [item(1)],
      sections: [section(1, { exchanges: rich(paragraph('Avant'), long) })],
    })
    const { bytes, pageCount } = await renderPdf(model)
    expect(pageCount).toBeGreaterThan(4)
    expect(await checkPdf(bytes, model)).toEqual([])
  })

  it('knows what the fonts cannot draw, and says which data are not wanted', async () => {
    const model = minutesModel({ ...emptyFile(), items: [item(1, { title: 'Bilan 日本 العربية de 2026' })] })
    const { bytes } = await renderPdf(model)
    expect(await checkPdf(bytes, model)).toEqual([])
    const metadata = { ...model.head.metadata, dataFile: '' }
    const faults = await checkPdf(bytes, { ...model, head: { ...model.head, metadata } })
    expect(faults.map(({ code }) => code)).toEqual(['data-not-asked'])
  })
})
