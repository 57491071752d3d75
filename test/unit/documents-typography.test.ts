// What a French printer would not let pass, looked for in what is drawn: lines as they stand on the pages.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { checkPdf } from '../../electron/documents/check/check-pdf.ts'
import { convocationModel } from '../../electron/documents/convocation/model.ts'
import { decisionRecordModel } from '../../electron/documents/decision-record/model.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import type { DocumentModel } from '../../electron/documents/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import { drawnLines } from '../documents-check/drawn-lines.ts'
import {
  action,
  attendee,
  decision,
  emptyFile,
  item,
  paragraph,
  rich,
  section,
  table,
  text,
} from './documents-builders.ts'
import { longMeeting, shortMeeting } from './documents-samples.ts'

const MM = 72 / 25.4

/** Every model of a meeting that is sent. */
const modelsOf = (file: FileToPrint): DocumentModel[] => [
  minutesModel(file),
  agendaModel(file),
  agendaModel(file, { hours: false }),
  decisionRecordModel(file),
  convocationModel(file, { date: '2026-11-01', replyBy: null }),
]

/** Longer names are parted in the narrowest columns. */
const LONGEST = 20

/** What a line may not end with. */
const openEnds = [
  /(?<![\p{L}\p{N}])n°\s*$/u,
  /(?<!\p{L})(?:MM?\.|Mmes?)\s*$/u,
  /(?<![\p{L}\p{N}.])\p{Lu}\.\s*$/u,
]

async function faultsOf(model: DocumentModel, names: readonly string[]): Promise<string[]> {
  const lines = await drawnLines((await renderPdf(model)).bytes)
  const faults: string[] = []
  const heads = lines.filter(({ page, y }) => page > 1 && y > 842 - 74)
  for (let page = 2; page <= (lines.at(-1)?.page ?? 1); page += 1) {
    const own = heads.filter((line) => line.page === page)
    if (own.length !== 1) faults.push(`page ${page}: head of ${own.length} lines`)
  }
  for (const [at, { page, words }] of lines.entries()) {
    const next = lines[at + 1]
    const place = `page ${page}: ${words} | ${next?.words ?? ''}`
    if (openEnds.some((end) => end.test(words))) faults.push(place)
    if (next?.page === page && /(?:séance|réunion)\s*$/iu.test(words) && /^\s*n°/u.test(next.words))
      faults.push(place)
    if (/(?<!\.)\.\.(?!\.)|,\s*,|\s,|de [Ll]es? |à la demande de (?:Réseau|Direction|Régions)/u.test(words))
      faults.push(place)
    for (const name of names.filter(({ length }) => length <= LONGEST)) {
      const [first = '', last = ''] = name.split(' ')
      if (
        next?.page === page &&
        words.trimEnd().endsWith(` ${first}`) &&
        next.words.trimStart().startsWith(last)
      )
        faults.push(place)
    }
  }
  return faults
}

describe('lines on paper', () => {
  it('of the samples are without a fault', { timeout: 120_000 }, async () => {
    for (const file of [shortMeeting(), longMeeting()])
      for (const model of modelsOf(file)) {
        const names = file.attendees.map(({ givenName, familyName }) => `${givenName} ${familyName}`)
        expect([model.kind, await faultsOf(model, names)]).toEqual([model.kind, []])
      }
  })

  const given = fc.constantFrom('Anne', 'Hortense', 'Maximilien', 'Jo', 'Paul-Émile')
  const family = fc.constantFrom('Roux', 'Estaing-Roux', 'Wintzenried', 'Le', 'Oz')
  const organisation = fc.constantFrom(
    'Réseau des villes',
    'Les éditeurs',
    'Direction Dé',
    'Régions',
    'S.A.R.L. et Cie.',
  )
  const filler = fc.array(fc.constantFrom('de', 'la', 'mise', 'en', 'place', 'territoriale', 'avis'), {
    maxLength: 24,
  })

  it('are without a fault wherever the words fall', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(given, family, organisation, filler), { minLength: 4, maxLength: 8 }),
        async (rows) => {
          const names = rows.map(([first, last]) => `${first} ${last}`)
          const file: FileToPrint = {
            ...emptyFile(),
            items: rows.map(([, , asked, words], rank) =>
              item(rank + 1, {
                title: `Approbation ${words.join(' ')} de la séance n° ${rank + 1}`,
                presenter: names[rank] ?? '',
                requester: asked,
                organisation: asked,
              }),
            ),
            attendees: rows.map(([givenName, familyName, name], rank) =>
              attendee(rank, { givenName, familyName, organisation: name, status: 'surPlace' }),
            ),
            sections: rows.map(([, , , words], rank) =>
              section(rank + 1, {
                exchanges: rich(
                  paragraph(
                    text(
                      `${words.join(' ')} M. ${names[rank]} et Mme Roux, séance n° 12 du 1er juin ${words.join(' ')} H. Marchetti`,
                    ),
                  ),
                ),
              }),
            ),
            actions: rows.map(([, , name], rank) =>
              action(rank + 1, rank + 1, { text: 'Faire', owner: names[rank] ?? '', organisation: name }),
            ),
          }
          for (const model of modelsOf(file))
            expect([model.kind, await faultsOf(model, names)]).toEqual([model.kind, []])
        },
      ),
      { numRuns: 4 },
    )
  })

  const longWords = ['expérimentation', 'interdépartementalisation', 'anticonstitutionnellement']

  it('of narrow columns cut a word by the rules of the language, and say so by a hyphen', async () => {
    const notes = Array.from({ length: 40 }, (_, at) => `${'ab '.repeat(at % 9)}${longWords[at % 3]}`)
    const actions = Array.from({ length: 4 }, (_, rank) =>
      action(1, rank + 1, { text: notes.join(' ').repeat(3), organisation: notes.join(' ') }),
    )
    const model = decisionRecordModel({ ...emptyFile(), items: [item(1)], actions })
    const lines = await drawnLines((await renderPdf(model)).bytes)
    const pieces = lines.flatMap(({ words }) => words.split(/[^\p{L}\u2010\u00ad-]+/u))
    const begun = pieces.filter((piece) =>
      longWords.some((word) => piece.length > 2 && piece !== word && word.startsWith(piece)),
    )
    expect(begun).toEqual([])
    expect(
      pieces.filter((piece) => /^(?:inter|anti)\p{L}+[\u2010\u00ad-]$/u.test(piece)).length,
    ).toBeGreaterThan(0)
  })

  it('never cut a name: neither in prose, nor in the agenda of a letter', async () => {
    const name = 'Bastien Aubépinotteville'
    const told = Array.from({ length: 30 }, (_, at) => `${'ab '.repeat(at % 11)}${name}`).join(' ')
    const file: FileToPrint = {
      ...emptyFile(),
      items: Array.from({ length: 12 }, (_, rank) =>
        item(rank + 1, { title: `Point ${'ab '.repeat(rank)}`, presenter: name, nature: 'decision' }),
      ),
      sections: [section(1, { exchanges: rich(paragraph(told)) })],
    }
    for (const model of [
      minutesModel(file),
      agendaModel(file),
      convocationModel(file, { date: '2026-11-01', replyBy: null }),
    ]) {
      const lines = await drawnLines((await renderPdf(model)).bytes)
      const cut = lines.filter(({ words }) => /Aub\p{L}*[\u2010\u00ad-]/u.test(words))
      expect([model.kind, cut]).toEqual([model.kind, []])
    }
  })

  it('of a title keep the session whole', async () => {
    const [, second] = (await drawnLines((await renderPdf(decisionRecordModel(emptyFile()))).bytes)).filter(
      ({ sizes }) => Math.max(...sizes) > 19,
    )
    expect(second?.words.replaceAll('\u00a0', ' ').trim()).toBe('de la séance n° 10')
  })

  it('are read in their order where the first of a month is raised', async () => {
    const title = 'Approbation du compte rendu de la séance n° 9 du 1er octobre 2026'
    const file: FileToPrint = {
      ...emptyFile(),
      items: [item(1, { title })],
      sections: [section(1, { outcome: 'approuve' })],
    }
    for (const model of [minutesModel(file), decisionRecordModel(file)])
      expect([model.kind, await checkPdf((await renderPdf(model)).bytes, model)]).toEqual([model.kind, []])
  })

  it('raise the letters of the first of a month', async () => {
    const file = { ...emptyFile(), meeting: { ...emptyFile().meeting, date: '2026-12-01' } }
    const lines = await drawnLines((await renderPdf(agendaModel(file))).bytes)
    const line = lines.find(({ words }) => words.includes('1er'))
    expect(Math.min(...(line?.sizes ?? []))).toBeLessThan(Math.max(...(line?.sizes ?? [])))
  })

  it('raise those of other ranks too', async () => {
    const blocks = paragraph('Au 3e étage, en 1re lecture, le XXIe siècle.')
    const sections = [section(1, { exchanges: rich(blocks) })]
    const model = minutesModel({ ...emptyFile(), items: [item(1)], sections })
    const { bytes } = await renderPdf(model)
    const line = (await drawnLines(bytes)).find(({ words }) => words.includes('siècle'))
    expect(new Set(line?.sizes.map(Math.round)).size).toBe(2)
    expect(line?.words).toContain('3e étage, en 1re lecture, le XXIe siècle')
    expect(await checkPdf(bytes, model)).toEqual([])
  })

  it('put no hyphen into an address', async () => {
    const href =
      'https://www.exemple.invalid/documents/2026/annuaire-des-services-publics-locaux/rapport-intermediaire-version-consolidee.pdf?download=1'
    const address = { type: 'text' as const, text: href, marks: [{ type: 'link' as const, attrs: { href } }] }
    const blocks = Array.from({ length: 40 }, (_, count) => paragraph('ab '.repeat(count), address))
    const sections = [section(1, { exchanges: rich(...blocks) })]
    const model = minutesModel({ ...emptyFile(), items: [item(1)], sections })
    const lines = await drawnLines((await renderPdf(model)).bytes)
    const pieces = lines
      .flatMap(({ words }) => words.split(' '))
      .filter((words) => /annuaire|rapport|https/u.test(words))
    expect(pieces.length).toBeGreaterThan(40)
    for (const piece of pieces) expect(href).toContain(piece.replaceAll('\u200b', ''))
  })

  it('of a head hold the longest title and name on one line', async () => {
    const file = { ...emptyFile(), items: Array.from({ length: 60 }, (_, rank) => item(rank + 1)) }
    file.body = { ...file.body, name: 'Instance nationale partenariale de coordination '.repeat(4).trim() }
    expect(await faultsOf(agendaModel(file, { hours: false }), [])).toEqual([])
  })
})

describe('pages', () => {
  it('keep a row of a few lines whole, and part a long one', async () => {
    const cells = (words: string) => ['Commune', words, 'Observations']
    const rows = Array.from({ length: 40 }, (_, at) => cells(`début${at} ${'mot '.repeat(40)}fin${at}`))
    const [first, ...rest] = rows
    const [, , last] = first ?? []
    const long = cells(`débutlong ${'mot '.repeat(3000)}finlong`)
    const file: FileToPrint = {
      ...emptyFile(),
      items: [item(1)],
      sections: [
        section(1, {
          exchanges: rich(table(['A', 'B', last ?? ''], ...rows, ...rest, long)),
        }),
      ],
    }
    const lines = await drawnLines((await renderPdf(minutesModel(file))).bytes)
    const pageOf = (word: string) =>
      lines.filter(({ words }) => new RegExp(`\\b${word}\\b`, 'u').test(words)).map(({ page }) => page)
    for (let at = 0; at < 40; at += 1) expect(pageOf(`fin${at}`)).toEqual(pageOf(`début${at}`))
    expect(pageOf('finlong')[0]).toBeGreaterThan(pageOf('débutlong')[0] ?? 0)
  })

  it('are made of an item without a title, and of a decision and an action without words', async () => {
    const file: FileToPrint = {
      ...emptyFile(),
      items: [item(1, { title: '' }), item(2)],
      sections: [section(1, { outcome: 'approuve' })],
      decisions: [decision(1, 1, '')],
      actions: [action(1, 1, { text: '' })],
    }
    for (const model of modelsOf(file))
      expect([model.kind, await checkPdf((await renderPdf(model)).bytes, model)]).toEqual([model.kind, []])
  })

  it('give addresses that can be copied, and hold them within their margins', async () => {
    const address = 'https://exemple.invalid/une/adresse?longue=1&autre=2'
    const title = `${address}   expérimentation ${address} Intercommunalités ${address} la`
    const sections = [section(1, { outcome: 'approuve' })]
    const model = minutesModel({ ...emptyFile(), items: [item(1, { title })], sections })
    const { bytes } = await renderPdf(model)
    expect(await checkPdf(bytes, model)).toEqual([])
    const lines = await drawnLines(bytes)
    expect(lines.some(({ words }) => words.includes('https://exemple.invalid/une/adresse?'))).toBe(true)
    for (const { right } of lines) expect(right).toBeLessThanOrEqual(210 * MM - 25 * MM + 0.5)
  })

  it('of minutes have no heading with nothing under it', () => {
    expect(minutesModel(emptyFile()).agenda).toBeNull()
  })
})
