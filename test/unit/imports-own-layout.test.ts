import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import type { DocumentModel } from '../../electron/documents/model.ts'
import { changesOf } from '../../electron/domain/agenda/reimport.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import { withHeadFacts } from '../../electron/imports/own-layout/head-facts.ts'
import { item } from './documents-builders.ts'
import { shortMeeting } from './documents-samples.ts'
import { formats, printed, readAs, rowsOf } from './own-file-edits.ts'

/** As another program saves it: nothing is carried beside the words. */
const bare = <T extends DocumentModel>(model: T): T => ({
  ...model,
  head: { ...model.head, metadata: { ...model.head.metadata, dataFile: '' } },
})

/** As another program prints it: words alone, without the structure that tells a row from a line. */
async function untagged(model: DocumentModel): Promise<Uint8Array> {
  const document = await PDFDocument.load(await printed(bare(model), 'pdf'), { updateMetadata: false })
  for (const key of ['StructTreeRoot', 'MarkInfo']) document.catalog.delete(PDFName.of(key))
  return document.save({ updateFieldAppearances: false, addDefaultPage: false })
}

const people = [
  ['Jean-Baptiste de La Rochebrune-Vallois', 'Direction de l’équipement fictif', 'Les Cantons exemple'],
  ['Anne-Sophie Le Goadec', 'Agence numérique exemple', ''],
  ['Mme Aït Ousmer', 'Le service des archives imaginaires', 'Union des villes fictives'],
] as const

function named(fields: Partial<FileToPrint['meeting']> = {}): FileToPrint {
  const file = shortMeeting()
  return {
    ...file,
    meeting: { ...file.meeting, title: '', ...fields },
    items: people.map(([presenter, organisation, requester], rank) =>
      item(rank, {
        title: `Objet numéro ${rank + 1} : avancement et calendrier de déploiement dans les collectivités`,
        nature: 'echange',
        durationMinutes: 20 + rank,
        ...{ presenter, organisation, requester },
      }),
    ),
  }
}
const bodies = people.map(([presenter, organisation, requester]) => [
  presenter,
  organisation,
  // The article of the sentence is that of the name, or not: the paper does not tell.
  requester.replace(/^Les /, '') || null,
])

describe('an agenda that carries nothing', () => {
  it.each(formats)('gives back from when to when over midnight from %s', async (format) => {
    const night = named({ startTime: '21:00', endTime: '01:30' })
    const { meeting } = await readAs(await printed(bare(agendaModel(night, { hours: true })), format), format)
    expect([meeting.startTime, meeting.endTime]).toEqual(['21:00', '01:30'])
  })

  it.each(formats)('gives back who presents, from where and at whose request from %s', async (format) => {
    for (const hours of [true, false]) {
      const draft = await readAs(await printed(bare(agendaModel(named(), { hours })), format), format)
      expect(rowsOf(draft.items).map((row) => row.slice(5))).toEqual(bodies)
      expect(draft.meeting.title).toBeNull()
    }
  })

  it('has no new requester where one is written with its article', () => {
    const [one] = named().items
    if (one === undefined) throw new Error('no item')
    const said = { ...one, requester: 'Cantons exemple', note: null }
    expect(changesOf(said, one)).toEqual([])
    expect(changesOf({ ...said, requester: 'Cantons réunis' }, one)).toHaveLength(1)
  })

  it('is read from a print without structure: its rows, its place, its subject', async () => {
    const many = [1, 2, 3, 4, 5, 6].flatMap((round) =>
      named().items.map((one, at) => ({
        ...one,
        id: `${one.id.slice(0, -2)}${round}${at}`,
        position: 3 * round + at,
      })),
    )
    for (const [title, place] of [
      ['Séance plénière', 'salle des Fêtes, 3e étage, 20 avenue de l’Exemple'],
      ['', ''],
    ] as const)
      for (const hours of [true, false]) {
        const file = { ...named({ title, place }), items: many }
        const draft = await readAs(await untagged(agendaModel(file, { hours })), 'pdf')
        expect(rowsOf(draft.items).map((row) => row.slice(5))).toEqual(
          [1, 2, 3, 4, 5, 6].flatMap(() => bodies),
        )
        expect(draft.items.map((one) => one.title.replace(/\s+/gu, ' '))).toEqual(
          many.map((one) => one.title),
        )
        expect(draft.meeting).toMatchObject({ title: title || null, place: place || null })
      }
  })
})

describe('the head of a paper whose labels stand before all its values', () => {
  it.each([
    ['Objet Date Modalité Lieu', 'Séance plénière', 'de 14 h à 17 h 30', 'salle des Fêtes, 3e étage'],
    ['Objet Date Modalité Lieu Visioconférence', 'Bilan', 'de 9 h 05 à 12 h', 'Hôtel de ville'],
    ['Date Modalité Lieu', '', 'à 14 h', 'salle Voltaire'],
    ['Objet Date Modalité', 'Bilan', 'de 14 h à 17 h', ''],
  ])('is told apart: %s', async (labels, title, hours, place) => {
    const link = labels.endsWith('Visioconférence') ? 'https://visio.exemple.invalid/inp' : ''
    const when = `jeudi 3 décembre 2026, ${hours}`
    const values = [title, when, 'Sur place et en visioconférence', place, link].filter(
      (words) => words !== '',
    )
    const cells = [labels, values.join(' ')]
    const line = { block: 0, text: cells.join(' '), isHeading: false, isRow: true, level: 0, cells }
    const visible = await readAs(await printed(bare(agendaModel(shortMeeting())), 'html'), 'html')
    const { meeting } = withHeadFacts([line], visible)
    expect(meeting).toMatchObject({ title: title || null, place: place || null })
  })
})

describe('words that run from the right', () => {
  it('are read in their order from a PDF, which is then as it was sent', async () => {
    const title = 'الخدمات الرقمية للجماعات – Services numériques'
    const model = agendaModel({ ...shortMeeting(), items: [item(0, { title, durationMinutes: 20 })] })
    const sent = await readAs(await printed(model, 'pdf'), 'pdf')
    expect(sent).toMatchObject({ items: [{ title }], warnings: [] })
    expect((await readAs(await printed(bare(model), 'pdf'), 'pdf')).items[0]?.title).toBe(title)
  })
})

describe('minutes that carry nothing', () => {
  it.each(formats)(
    'end an item without words at the next heading, and tell the next place, from %s',
    async (format) => {
      const file = shortMeeting()
      const minutes = file.minutes
      if (minutes === null) throw new Error('no minutes')
      const next = {
        nextMeetingDate: '2026-12-10',
        nextMeetingTime: '14:00',
        nextMeetingPlace: 'salle Voltaire',
      }
      const model = minutesModel({ ...file, minutes: { ...minutes, ...next } })
      const draft = await readAs(await printed(bare(model), format), format)
      expect(draft.items.at(-1)?.title).toBe('Questions diverses')
      expect(draft.nextMeeting).toMatchObject({
        date: '2026-12-10',
        startTime: '14:00',
        place: 'salle Voltaire',
      })
    },
  )
})
