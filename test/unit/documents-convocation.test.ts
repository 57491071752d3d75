import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ConvocationModel,
  type ConvocationPoint,
  convocationModel,
} from '../../electron/documents/convocation/model.ts'
import { DocumentModel } from '../../electron/documents/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { itemNumbers } from '../../electron/domain/agenda/agenda.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import { pdfFaults, structuredText } from '../documents-check/pdf-faults.ts'
import { meetingFiles, printed } from './documents-arbitrary.ts'
import { emptyFile, item } from './documents-builders.ts'
import { longMeeting, shortMeeting } from './documents-samples.ts'

const dates = { date: '2026-11-02', replyBy: '2026-11-06' }
const spaced = (words: string) => words.replaceAll('\u00a0', '~').replaceAll('\u202f', '_')
const bare = (words: string) => words.replace(/[\s\u200b\u00ad-]+/gu, '')
const pdfOf = (file: FileToPrint) => renderPdf(convocationModel(file, dates))
const wordsOf = async (bytes: Uint8Array) => bare((await structuredText(bytes)).join('\n'))
const change = (fields: {
  meeting?: Partial<FileToPrint['meeting']>
  body?: Partial<FileToPrint['body']>
}): FileToPrint => {
  const file = emptyFile()
  return { ...file, meeting: { ...file.meeting, ...fields.meeting }, body: { ...file.body, ...fields.body } }
}

describe('the letter', () => {
  it('says what, when, where, by when to answer and who signs', () => {
    const model = convocationModel(shortMeeting(), dates)
    expect(spaced(model.head.title)).toBe('Convocation à la séance n°~10')
    expect(spaced(model.head.metadata.title)).toBe(
      'Convocation à la séance n°~10 du jeudi 12~novembre 2026, Instance nationale partenariale',
    )
    expect(spaced(model.dated)).toBe('Le 2~novembre 2026')
    expect(spaced(model.reference)).toBe('Réf.~: INP/2026/10-CONV')
    expect(spaced(model.opening)).toBe(
      'J’ai l’honneur de vous convier à la séance n°~10 de l’Instance nationale partenariale, qui se tiendra le jeudi 12~novembre 2026, de 14~h~30 à 17~h.',
    )
    expect(model.facts.map((row) => row.label)).toEqual(['Modalité', 'Lieu', 'Visioconférence'])
    expect(spaced(model.closing[0] ?? '')).toBe(
      'Je vous remercie de bien vouloir faire connaître au secrétariat, au plus tard le vendredi 6~novembre 2026, à l’adresse secretariat@exemple.invalid, votre participation sur place ou à distance, votre empêchement ou le nom de la personne qui vous représentera.',
    )
    expect(model.signature).toEqual(['La présidence de la séance', 'Claire Vasseur'])
    expect(model.head.sampleMark).toBe('Données d’exemple')
  })

  it('speaks of a réunion when the body does, of its object when it has one, and of a number only when it has one', () => {
    const model = convocationModel(
      change({ meeting: { number: null, title: 'Budget numérique.' }, body: { meetingWord: 'réunion' } }),
      dates,
    )
    expect(model.head.title).toBe('Convocation à la réunion')
    expect(spaced(model.opening)).toContain(
      'à la réunion de l’Instance nationale partenariale, qui se tiendra le jeudi',
    )
    expect(model.facts[0]).toMatchObject({ label: 'Intitulé', value: 'Budget numérique.' })
    expect(JSON.stringify({ ...model, head: null })).not.toMatch(/séance/)
  })

  it('asks for no answer by a day that is over, and asks nobody on site to say they come remotely', () => {
    const late = convocationModel(emptyFile(), { date: '2026-11-07', replyBy: '2026-11-06' })
    expect(late.closing[0]).not.toContain('au plus tard')
    const never = convocationModel(emptyFile(), { date: '2026-11-02', replyBy: null })
    expect(never.closing[0]).not.toContain('au plus tard')
    const onSite = convocationModel(change({ meeting: { mode: 'surPlace', videoLink: '' } }), dates)
    expect(onSite.closing[0]).not.toContain('à distance')
    expect(onSite.facts.map((row) => row.label)).not.toContain('Visioconférence')
  })

  it('names the body with its article, and says the day beside a sentence that does not', () => {
    const opening = (name: string) => convocationModel(change({ body: { name } }), dates).opening
    expect(opening('Comité des usages')).toContain('du Comité des usages, qui')
    expect(opening('Les Rencontres du numérique')).toContain('des Rencontres du numérique, qui')
    const file = emptyFile()
    const sentences = { 'convocation.invitation': 'Vous êtes conviés à {instance}.' }
    const own = convocationModel({ ...file, look: { ...file.look, sentences } }, dates)
    expect(own.opening).toBe('Vous êtes conviés à Instance nationale partenariale.')
    expect(spaced(own.facts[0]?.value ?? '')).toBe('jeudi 12~novembre 2026, de 14~h~30 à 17~h')
  })

  it.each([
    [{ chair: '', secretary: 'Mathieu Orsel' }, ['Le secrétariat de la séance', 'Mathieu Orsel']],
    [{ chair: '', secretary: '' }, ['Le secrétariat']],
  ])('is signed by whoever is known: %o', (meeting, signature) => {
    expect(convocationModel(change({ meeting }), dates).signature).toEqual(signature)
  })

  it('says that the meeting is cancelled', () => {
    expect(convocationModel(change({ meeting: { state: 'cancelled' } }), dates).head.mention).toBe(
      'Séance annulée',
    )
  })
})

describe('its points', () => {
  it('are numbered as on the agenda, nested, without breaks, with what they are for, one line each', () => {
    const file = {
      ...emptyFile(),
      items: [
        item(1, { title: 'Accueil', kind: 'welcome' }),
        item(2, {
          title: 'Projets',
          nature: 'concertation',
          presenter: 'Hélène Marchetti',
          organisation: 'DGX',
        }),
        item(3, { title: 'Premier', parentId: item(2).id, requester: 'Régions imaginaires' }),
        item(4, { title: 'Pause', kind: 'break' }),
        item(5, { title: 'Questions diverses' }),
      ],
    }
    const [first, second, ...others] = convocationModel(file, dates).points
    expect(others).toEqual([])
    expect(first).toMatchObject({ number: '1', detail: 'pour concertation, Hélène Marchetti, DGX' })
    expect(first?.points).toMatchObject([
      { number: '1.1', title: 'Premier', detail: 'à la demande des Régions imaginaires' },
    ])
    expect(second).toMatchObject({ number: '2', title: 'Questions diverses', points: [] })
  })

  it('hold every numbered item of any agenda once, in its order', () => {
    const flat = (points: readonly ConvocationPoint[]): string[] =>
      points.flatMap((point) => [point.number, ...flat(point.points)])
    fc.assert(
      fc.property(meetingFiles, (file) => {
        const model = convocationModel(file, dates)
        const expected = [...itemNumbers(file.items).values()]
        expect(flat(model.points).sort()).toEqual(expected.sort())
        expect(model.empty === '').toBe(expected.length > 0)
        expect(DocumentModel.parse(JSON.parse(JSON.stringify(model)))).toEqual(model)
        expect(ConvocationModel.parse(model)).toEqual(model)
      }),
      { numRuns: 60 },
    )
  })
})

describe('its PDF', () => {
  it.each([
    ['short', shortMeeting],
    ['long', longMeeting],
    ['empty', emptyFile],
  ])('is sound and holds on one page: %s', async (_, make) => {
    const { bytes, pageCount } = await pdfOf(make())
    expect(await pdfFaults(bytes, 'convocation')).toEqual([])
    expect(pageCount).toBe(1)
  })

  it('keeps the words of any meeting', async () => {
    await fc.assert(
      fc.asyncProperty(meetingFiles, async (file) => {
        const { bytes } = await pdfOf(file)
        const words = await wordsOf(bytes)
        for (const one of file.items)
          if (one.kind === 'item') expect(words).toContain(bare(printed(one.title)))
        expect(words).toContain('Mesdames,Messieurs,')
        expect(await pdfFaults(bytes, 'convocation')).toEqual([])
      }),
      { numRuns: 15 },
    )
  }, 120_000)

  it('prints neither the notes nor the disagreements of the secretariat', () => {
    const secret = 'SECRET-7f3a'
    const file = longMeeting()
    const model = convocationModel(
      {
        ...file,
        items: file.items.map((one) => ({
          ...one,
          note: secret,
          disagreement: secret,
          disagreementBy: secret,
        })),
        meeting: { ...file.meeting, cancelReason: secret },
      },
      dates,
    )
    expect(JSON.stringify(model)).not.toContain(secret)
    expect(JSON.stringify(model)).toContain('Questions diverses')
  })

  const agenda = (length: number) => ({
    ...emptyFile(),
    items: Array.from({ length }, (_, index) =>
      item(index + 1, {
        title: `Point d’étape sur les échanges entre services et collectivités, volet ${index + 1}`,
        nature: 'information',
        presenter: 'Hélène Marchetti',
        organisation: 'Direction générale de l’exemple (DGX)',
      }),
    ),
  })

  it('holds a usual agenda on one page, its signature too', async () => {
    const { bytes, pageCount } = await pdfOf(agenda(14))
    expect(pageCount).toBe(1)
    expect(await pdfFaults(bytes, 'convocation')).toEqual([])
  })

  it('goes over to a second page with its signature under a sentence', async () => {
    const { bytes, pageCount } = await pdfOf(agenda(36))
    expect(pageCount).toBe(2)
    expect(await pdfFaults(bytes, 'convocation')).toEqual([])
    const last = bare((await structuredText(bytes)).at(-1) ?? '')
    expect(last).toContain('considérationdistinguée')
    expect(last).toContain('ClaireVasseur')
  })
})
