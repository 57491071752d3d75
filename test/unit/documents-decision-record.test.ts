import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPdf } from '../../electron/documents/check/check-pdf.ts'
import { decisionRecordModel } from '../../electron/documents/decision-record/model.ts'
import { documentFileName } from '../../electron/documents/file-name.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { inAgendaOrder } from '../../electron/domain/agenda/agenda.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import { printedNumber } from '../../electron/domain/minutes/minutes.ts'
import { typography } from '../../electron/domain/text/french.ts'
import { asSentence } from '../../electron/domain/text/french-sentence.ts'
import { pdfFaults, structuredText } from '../documents-check/pdf-faults.ts'
import { meetingFiles, printed } from './documents-arbitrary.ts'
import { action, attendee, decision, emptyFile, id, item, section } from './documents-builders.ts'
import { longMeeting, shortMeeting } from './documents-samples.ts'

const bare = (words: string) => words.replace(/[\s\u200b\u00ad-]+/gu, '')
/** Which other scripts are drawn, and by which sign the others are told, is for the tests of the fonts. */
const latin = (words: string) => bare(words).replace(/[□😀日ع]/gu, '')
const times = (words: string, part: string) => words.split(part).length - 1

/** Numbers of the decisions, or of the actions, by item then by rank. */
function numbers(file: FileToPrint, letter: 'D' | 'A'): string[] {
  const order = new Map(inAgendaOrder(file.items).map((one, index) => [one.id, index]))
  const rows = letter === 'D' ? file.decisions : file.actions
  return [...rows]
    .sort((a, b) => (order.get(a.itemId) ?? 999) - (order.get(b.itemId) ?? 999) || a.rank - b.rank)
    .map(({ rank }) => printedNumber(letter, file.meeting, rank))
}

describe('the record of decisions', () => {
  it('counts the organisations that were there as they are noted', () => {
    const came = { organisation: 'Organisme A', status: 'surPlace' as const }
    const attendees = [attendee(0, came), attendee(1, { ...came, organisation: 'B', source: 'reply' })]
    const { facts } = decisionRecordModel({ ...emptyFile(), attendees })
    expect(JSON.stringify(facts)).toContain('1 présent sur 2')
  })

  it('holds every decision and every action of any meeting once, in order', () => {
    fc.assert(
      fc.property(meetingFiles, (file) => {
        const model = decisionRecordModel(file)
        expect(model.blocks.flatMap((block) => block.decisions.map(({ label }) => label))).toEqual(
          numbers(file, 'D').map((number) => `Décision ${number}.`),
        )
        expect(model.actions.table.rows.map(([number]) => number?.[0])).toEqual(numbers(file, 'A'))
        expect(model.empty === '').toBe(
          model.blocks.length > 0 || file.decisions.length + file.actions.length > 0,
        )
      }),
      { numRuns: 200 },
    )
  })

  it('is printed sound, with every word of it', async () => {
    await fc.assert(
      fc.asyncProperty(meetingFiles, async (file) => {
        const { bytes } = await renderPdf(decisionRecordModel(file))
        expect(await pdfFaults(bytes)).toEqual([])
        const words = latin((await structuredText(bytes)).join(''))
        const texts = [...file.decisions, ...file.actions].map(({ text }) => asSentence(text))
        for (const text of texts) expect(words).toContain(latin(printed(text)))
        for (const number of numbers(file, 'D')) expect(times(words, bare(number))).toBe(1)
      }),
      { numRuns: 15 },
    )
  }, 60_000)

  it.each([
    'Ÿ.@$(»œ<—!–:',
    'aeiou(»aeiou',
    Array.from({ length: 8 }, () => 'intercommunal').join('\u00a0'),
    'W'.repeat(40),
  ])('keeps “%s” in its line and in the column of the items', async (title) => {
    const file = {
      ...emptyFile(),
      items: [item(1, { title, kind: 'welcome' })],
      sections: [section(1, { outcome: 'decision' })],
      actions: [action(1, 1, { text: 'Une action.' })],
    }
    for (const model of [decisionRecordModel(file), minutesModel(file)])
      expect(await checkPdf((await renderPdf(model)).bytes, model)).toEqual([])
  })

  it('says how an item ended, what was decided, who must act by when, and where that stands', () => {
    const model = decisionRecordModel({
      ...shortMeeting(),
      actions: [
        action(1, 2, {
          text: 'Communiquer l’étude.',
          owner: 'Hélène Marchetti',
          organisation: 'DGX',
          dueDate: '2027-02-26',
          state: 'inProgress',
        }),
        action(2, 99, { text: 'Sans point.' }),
      ],
    })
    expect(model.head.title).toBe('Relevé de décisions et d’actions de la séance n°\u00a010')
    expect(model.head.mention).toBe('Projet')
    expect(model.blocks.map(({ number, outcome, follows }) => [number, outcome, follows])).toEqual([
      ['1', ['Le compte rendu est approuvé sans observation.'], ''],
      ['2', ['L’instance prend acte du calendrier présenté.'], 'Suite donnée\u00a0: action A-2026-10-01.'],
      ['', [], 'Suite donnée\u00a0: action A-2026-10-02.'],
    ])
    expect(model.actions.table.rows).toEqual([
      [
        ['A-2026-10-01'],
        ['2'],
        ['Communiquer l’étude.'],
        ['Hélène Marchetti, DGX'],
        ['26\u00a0févr.\u00a02027'],
        ['En cours'],
      ],
      [['A-2026-10-02'], ['–'], ['Sans point.'], ['–'], ['–'], ['À faire']],
    ])
  })

  it('says until when an action was put off, of what day that is, and agrees with its decisions', async () => {
    const file = {
      ...emptyFile(),
      items: [item(1), item(2)],
      sections: [section(1, { outcome: 'decision' }), section(2, { outcome: 'decision' })],
      decisions: [decision(1, 1, 'Un.'), decision(2, 1, 'Deux.'), decision(3, 2, 'Trois.')],
      actions: [action(1, 1, { state: 'postponed', dueDate: '2026-12-22' })],
    }
    const moved = new Map(file.actions.map(({ id }) => [id, '2027-03-11']))
    const model = decisionRecordModel(file, [], 'decisionRecord', moved)
    expect(model.actions.table.rows[0]?.slice(4)).toEqual([
      ['22\u00a0déc.\u00a02026'],
      ['Reportée au 11\u00a0mars\u00a02027'],
    ])
    expect(model.actions.standing).toBe('État à la date d’établissement de ce document.')
    expect(model.blocks.map(({ outcome }) => outcome)).toEqual([
      ['L’instance arrête les décisions ci-dessous.'],
      ['L’instance arrête la décision ci-dessous.'],
    ])
    const { bytes } = await renderPdf(model)
    expect(await checkPdf(bytes, model)).toEqual([])
  })

  it('counts organisations, not people, and is no longer a draft once approved', () => {
    const file = emptyFile()
    const model = decisionRecordModel({
      ...file,
      minutes: file.minutes && { ...file.minutes, state: 'approved' },
      look: { ...file.look, style: { ...file.look.style, recordWord: 'conclusions' } },
      attendees: [
        attendee(0, { familyName: 'A', organisation: 'Un', status: 'surPlace' }),
        attendee(1, { familyName: 'B', organisation: 'Un', status: 'visio' }),
        attendee(2, { familyName: 'C', organisation: 'Deux', status: 'excuse' }),
      ],
    })
    expect(model.facts).toContainEqual({ label: 'Organismes', value: '1 présent sur 2', href: null })
    expect(model.head.mention).toBe('Approuvé')
    expect(model.head.title).toMatch(/^Relevé de conclusions/)
  })

  it('prints what organisations said of an item', () => {
    const position = {
      id: id(800),
      version: 1,
      meetingId: id(1),
      itemId: id(103),
      organisation: 'Départements exemple',
      organisationId: null,
      stance: 'reserves' as const,
      words: 'sous réserve du coût',
    }
    const [, , block] = decisionRecordModel(shortMeeting(), [position]).blocks
    expect(block?.positions).toEqual([
      { label: 'Départements exemple\u00a0: favorable avec réserves', lines: ['sous réserve du coût.'] },
    ])
    const twice = { ...position, stance: 'favorable' as const, words: 'favorable, sous réserve du coût' }
    expect(decisionRecordModel(shortMeeting(), [twice]).blocks[2]?.positions).toEqual([
      { label: 'Départements exemple\u00a0: favorable', lines: ['Sous réserve du coût.'] },
    ])
    // Where the minutes tell none, what is published tells none either.
    const file = shortMeeting()
    const silent = {
      ...file,
      look: { ...file.look, style: { ...file.look.style, positions: 'none' as const } },
    }
    const toldIn = (kind: 'decisionRecord' | 'publicRecord', told: FileToPrint) =>
      decisionRecordModel(told, [position], kind).blocks.flatMap(({ positions }) => positions).length
    expect([toldIn('publicRecord', file), toldIn('publicRecord', silent)]).toEqual([1, 0])
    expect(toldIn('decisionRecord', silent)).toBe(1)
  })

  it('says that nothing was decided', async () => {
    const model = decisionRecordModel(emptyFile())
    expect(model.empty).toBe('Aucune décision ni action n’a été arrêtée.')
    const { bytes } = await renderPdf(model)
    expect(await pdfFaults(bytes)).toEqual([])
    expect((await structuredText(bytes)).join(' ')).toContain(model.empty)
  })

  it('holds 400 actions, a title of 600 signs and markup as it is typed', async () => {
    const hostile = '#let x = 1 *gras* <b>é</b> ] $x$ @a \\ 😀\u0007\ud800 \u202eabc'
    const file = {
      ...emptyFile(),
      items: [item(1, { title: `${'titre long '.repeat(54)}fin` }), item(2, { title: hostile })],
      sections: [section(1, { outcome: 'decision' })],
      decisions: [decision(1, 1, 'Phrase. '.repeat(900)), decision(2, 2, hostile)],
      actions: Array.from({ length: 400 }, (_, rank) =>
        action(rank + 1, 1 + (rank % 2), { text: rank === 7 ? hostile : `Faire ${rank}`, owner: hostile }),
      ),
    }
    const { bytes, pageCount } = await renderPdf(decisionRecordModel(file))
    expect(await pdfFaults(bytes)).toEqual([])
    expect(pageCount).toBeGreaterThan(8)
    expect(bare((await structuredText(bytes)).join(''))).toContain(bare('#let x = 1 *gras* <b>é</b>'))
  }, 30_000)

  it('never speaks as another kind of assembly, nor of what is internal', () => {
    const base = longMeeting()
    const secret = 'SECRET-7f3a'
    const file: FileToPrint = {
      ...base,
      body: { ...base.body, contact: `${secret}@exemple.fr` },
      items: base.items.map((one) => ({
        ...one,
        note: secret,
        disagreement: secret,
        disagreementBy: secret,
      })),
    }
    const words = JSON.stringify(decisionRecordModel(file))
    expect(words).not.toContain(secret)
    expect(words).not.toContain('@')
    expect(words).not.toMatch(/procès-verbal|\bvotes?\b|délibér/i)
    expect(words).toContain(typography('D-2026-10-01'))
  })

  it('proposes a file name that says it is a draft', () => {
    expect(documentFileName('decisionRecord', emptyFile())).toBe('2026-11-12_RELEVE_INP_seance-10_projet.pdf')
  })
})
