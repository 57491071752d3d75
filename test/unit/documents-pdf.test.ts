import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { decodePDFRawStream, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { modelOfCarried } from '../../electron/documents/carried.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import { printedNumber } from '../../electron/domain/minutes/minutes.ts'
import { formatDateWithoutWeekday, typography } from '../../electron/domain/text/french.ts'
import { asSentence } from '../../electron/domain/text/french-sentence.ts'
import { drawnPages, edgeFaults } from '../documents-check/drawn-pages.ts'
import { pdfFaults, structuredText } from '../documents-check/pdf-faults.ts'
import { meetingFiles, printed } from './documents-arbitrary.ts'
import {
  action,
  attendee,
  bullets,
  decision,
  emptyFile,
  item,
  paragraph,
  rich,
  section,
  table,
  text,
} from './documents-builders.ts'
import { longMeeting, prose, shortMeeting } from './documents-samples.ts'

/** Words without spaces, hyphens at line ends and places where a long word may break. */
const bare = (words: string) => words.replace(/[\s\u200b\u00ad-]+/gu, '')
const wordsOf = async (bytes: Uint8Array) => bare((await structuredText(bytes)).join('\n'))
const minutesPdf = (file: FileToPrint) => renderPdf(minutesModel(file))
const agendaPdf = (file: FileToPrint) => renderPdf(agendaModel(file))

/** Must be readable in the minutes of any meeting. */
function expectedInMinutes(file: FileToPrint): string[] {
  return [
    ...file.items.map((one) => one.title),
    ...file.decisions.flatMap((one) => [printedNumber('D', file.meeting, one.rank), asSentence(one.text)]),
    ...file.actions.flatMap((one) => [
      printedNumber('A', file.meeting, one.rank),
      asSentence(one.text),
      one.owner,
      one.dueDate === null ? '' : formatDateWithoutWeekday(one.dueDate),
    ]),
    ...file.attendees.flatMap((one) => [one.familyName, one.givenName, one.organisation]),
  ].map((words) => bare(printed(words)))
}

describe('a sound document', () => {
  it.each([
    ['short minutes', () => minutesPdf(shortMeeting()), 2, 3],
    ['long minutes', () => minutesPdf(longMeeting()), 10, 14],
    ['agenda', () => agendaPdf(longMeeting()), 1, 2],
    ['minutes of an empty meeting', () => minutesPdf(emptyFile()), 1, 2],
    ['an empty agenda', () => agendaPdf(emptyFile()), 1, 1],
  ])('%s', async (_, render, fewest, most) => {
    const { bytes, pageCount } = await render()
    expect(await pdfFaults(bytes)).toEqual([])
    expect(pageCount).toBeGreaterThanOrEqual(fewest)
    expect(pageCount).toBeLessThanOrEqual(most)
    expect(await structuredText(bytes)).toHaveLength(pageCount)
  })

  it('says in its metadata what it is, dated by the meeting and not by the clock', async () => {
    const document = await PDFDocument.load((await minutesPdf(shortMeeting())).bytes, {
      updateMetadata: false,
    })
    expect(document.getTitle()).toMatch(
      /^Compte rendu de la séance n°\u00a010 du jeudi 12\u00a0novembre 2026/,
    )
    expect(document.getCreationDate()?.toISOString()).toBe('2026-11-12T17:05:00.000Z')
    expect(document.getModificationDate()?.toISOString()).toBe('2026-11-12T17:05:00.000Z')
  })

  it('carries its model as data, unchanged', async () => {
    const model = minutesModel({
      ...shortMeeting(),
      items: [item(1, { title: 'Bilan 😀' })],
      decisions: [],
      actions: [],
    })
    const { bytes } = await renderPdf(model)
    const [data] = (await PDFDocument.load(bytes)).getAttachments()
    expect(data?.name).toBe('compte-rendu.json')
    expect(modelOfCarried(new TextDecoder().decode(data?.data))).toEqual(model)
  })
})

describe('the PDF', () => {
  it('keeps every title, number, owner, date and attendee of any meeting, and parts nothing at the edge of a page', async () => {
    let pages = 0
    const expectEdges = async (bytes: Uint8Array) => {
      const drawn = await drawnPages(bytes)
      expect(edgeFaults(drawn)).toEqual([])
      pages += drawn.length
    }
    await fc.assert(
      fc.asyncProperty(meetingFiles, async (file) => {
        const minutes = await minutesPdf(file)
        const words = await wordsOf(minutes.bytes)
        for (const expected of expectedInMinutes(file)) expect(words).toContain(expected)
        expect(await pdfFaults(minutes.bytes)).toEqual([])
        await expectEdges(minutes.bytes)
        const agenda = await agendaPdf(file)
        const agendaWords = await wordsOf(agenda.bytes)
        for (const one of file.items) expect(agendaWords).toContain(bare(printed(one.title)))
        expect(await pdfFaults(agenda.bytes)).toEqual([])
        await expectEdges(agenda.bytes)
      }),
      { numRuns: 30 },
    )
    expect(pages).toBeGreaterThan(90)
  }, 120_000)

  it('keeps the prose, its lists, its quote and its tables', async () => {
    const { bytes } = await minutesPdf(longMeeting())
    const words = await wordsOf(bytes)
    for (const expected of [
      prose(3, 5),
      'un accompagnement proportionné à la taille de la collectivité :',
      'une aide de premier niveau par l’intercommunalité ;',
      'Le raccordement reste à l’initiative de la collectivité, qui peut le déléguer à tout moment.',
      'Recenser les éditeurs concernés par la deuxième vague',
      'La séance est levée à 17 h 05.',
      'La prochaine séance se tiendra le jeudi 10 décembre 2026 à 14 h 30.',
      'Arrêté fixant le modèle de déclaration d’accessibilité',
    ])
      expect(words).toContain(bare(typography(expected)))
  })

  it('prints a table of 400 rows over pages, its head on each', async () => {
    const rows = Array.from({ length: 400 }, (_, index) => [
      `Commune ${index}`,
      `${index} agents`,
      'Raccordée',
    ])
    const file = {
      ...emptyFile(),
      items: [item(1)],
      sections: [section(1, { exchanges: rich(table(['Nom', 'Taille', 'État'], ...rows)) })],
    }
    const { bytes, pageCount } = await minutesPdf(file)
    expect(pageCount).toBeGreaterThan(8)
    const words = await wordsOf(bytes)
    for (const [first] of rows) expect(words).toContain(bare(first ?? ''))
    expect(await pdfFaults(bytes)).toEqual([])
  }, 30_000)

  it('prints what a table should not be: ragged rows, spans over the edge, no head, fifty columns', async () => {
    const cell = (words: string, attrs = {}) => ({
      type: 'tableCell' as const,
      attrs,
      content: [paragraph(words)],
    })
    const ragged = {
      type: 'table' as const,
      content: [
        { type: 'tableRow' as const, content: [cell('grand', { colspan: 3, rowspan: 9 }), cell('a')] },
        { type: 'tableRow' as const, content: [cell('b'), cell('c'), cell('d', { colspan: 40 })] },
        { type: 'tableRow' as const, content: [] },
      ],
    }
    const wide = table(
      Array.from({ length: 50 }, (_, index) => `C${index}`),
      Array.from({ length: 50 }, (_, index) => `${index}`),
    )
    const single = {
      type: 'table' as const,
      content: [{ type: 'tableRow' as const, content: [cell('seule')] }],
    }
    const file = {
      ...emptyFile(),
      items: [item(1)],
      sections: [section(1, { exchanges: rich(ragged, wide, single) })],
    }
    const { bytes } = await minutesPdf(file)
    const words = await wordsOf(bytes)
    for (const expected of ['grand', 'seule', 'C49']) expect(words).toContain(expected)
    expect(await pdfFaults(bytes)).toEqual([])
  })

  it('sets Typst’s own signs as they are', async () => {
    const signs = '< > # * _ @ $ \\ ` ~ = - + / // [x] {y} #let x = 1 $x^2$ <label> @ref "droit" \u2019 é Œ'
    const file = {
      ...emptyFile(),
      items: [item(1, { title: signs })],
      sections: [section(1, { presentation: rich(paragraph(text(signs, 'bold', 'italic'))) })],
      decisions: [decision(1, 1, signs)],
    }
    const words = await wordsOf((await minutesPdf(file)).bytes)
    expect(words.split(bare(typography(signs))).length - 1).toBeGreaterThanOrEqual(4)
  })

  it('draws a visible sign for what the fonts lack, and goes on', async () => {
    const title = 'Bilan 😀 de l’👩‍👩‍👧 et 日本, ❤\ufe0f fin\u0007\ud800'
    const file = {
      ...emptyFile(),
      items: [item(1, { title })],
      attendees: [attendee(0, { familyName: '李' })],
    }
    const { bytes } = await minutesPdf(file)
    expect(await wordsOf(bytes)).toMatch(/Bilan□del’□et□□,.fin□/u)
    expect(await pdfFaults(bytes)).toEqual([])
  })

  it('lets no long word run out of the page, and splits no short decision from its number', async () => {
    const long = 'x'.repeat(300)
    const file = {
      ...emptyFile(),
      items: [item(1, { title: long })],
      attendees: [attendee(0, { familyName: long, organisation: long })],
      actions: [action(1, 1, { text: long, owner: long })],
      decisions: [decision(1, 1, 'Une décision très longue, phrase après phrase. '.repeat(400))],
      sections: [section(1, { exchanges: rich(paragraph(long), bullets(long)) })],
    }
    const { bytes } = await minutesPdf(file)
    expect(await wordsOf(bytes)).toContain(long)
    expect(await pdfFaults(bytes)).toEqual([])
  })

  it('keeps a title of nothing but quotes within its narrow column of the record', async () => {
    // Without a number: its title stands there in place of one.
    const items = [item(1, { title: '« mots »« »mot« »fin', kind: 'break' })]
    const { bytes } = await minutesPdf({ ...emptyFile(), items, decisions: [decision(1, 1, 'Accord.')] })
    expect(await pdfFaults(bytes)).toEqual([])
  })
})

describe('the PDF that leaves', () => {
  it('prints neither internal notes nor addresses, in no stream', async () => {
    const secret = 'SECRET-7f3a'
    const base = longMeeting()
    const file: FileToPrint = {
      ...base,
      body: { ...base.body, contact: `${secret}@exemple.fr` },
      meeting: { ...base.meeting, cancelReason: secret },
      items: base.items.map((one) => ({ ...one, note: secret })),
      sections: base.sections.map((one) => ({
        ...one,
        exchanges: rich(
          paragraph({
            type: 'text',
            text: 'Mme Durand',
            marks: [{ type: 'link', attrs: { href: `mailto:${secret}@exemple.fr` } }],
          }),
        ),
      })),
    }
    const { bytes } = await minutesPdf(file)
    expect(await wordsOf(bytes)).not.toContain(bare(secret))
    expect(await everyStream(bytes)).not.toContain(secret)
    const agenda = await agendaPdf({ ...file, body: base.body })
    expect(await everyStream(agenda.bytes)).not.toContain(secret)
    // The control: the same search finds what is printed.
    expect(await everyStream(bytes)).toContain('Durand')
  })
})

async function everyStream(bytes: Uint8Array): Promise<string> {
  const { context } = await PDFDocument.load(bytes)
  const parts = [Buffer.from(bytes).toString('latin1')]
  for (const [, object] of context.enumerateIndirectObjects())
    parts.push(
      object instanceof PDFRawStream
        ? Buffer.from(decodePDFRawStream(object).decode()).toString('utf8')
        : object.toString(),
    )
  return parts.join('\n')
}

describe('the same bytes', () => {
  it('in two processes and in this one, for the same meeting', async () => {
    const script = [
      `import { createHash } from 'node:crypto'`,
      `import { longMeeting } from './test/unit/documents-samples.ts'`,
      `import { minutesModel } from './electron/documents/minutes/model.ts'`,
      `import { renderPdf } from './electron/documents/pdf/render.ts'`,
      `const { bytes } = await renderPdf(minutesModel(longMeeting()))`,
      `process.stdout.write(createHash('sha256').update(bytes).digest('hex'))`,
    ].join('\n')
    const run = () =>
      spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }).stdout
    const here = await minutesPdf(longMeeting())
    const hash = createHash('sha256').update(here.bytes).digest('hex')
    expect(run()).toBe(hash)
    expect(run()).toBe(hash)
  }, 30_000)

  it('and other bytes for another meeting', async () => {
    const one = await minutesPdf(shortMeeting())
    const other = await minutesPdf({ ...shortMeeting(), decisions: [] })
    expect(Buffer.compare(one.bytes, other.bytes)).not.toBe(0)
  })
})
