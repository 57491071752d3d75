// Numbers that Word and OpenDocument programs count themselves, as they count them.
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type AgendaModel, agendaModel } from '../../electron/documents/agenda/model.ts'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { type MinutesModel, minutesModel } from '../../electron/documents/minutes/model.ts'
import { agendaDifferences } from '../../electron/domain/agenda/review.ts'
import { reviewDifferences } from '../../electron/domain/minutes/review-differences.ts'
import {
  agendaColumns,
  besideAgenda,
  betweenItems,
  sentAgenda,
} from '../../electron/features/minutes/observations/sent-agenda.ts'
import { sentMinutes } from '../../electron/features/minutes/observations/sent-minutes.ts'
import { recognise } from '../../electron/imports/format.ts'
import { readDocx } from '../../electron/imports/readers/docx.ts'
import { readOdt } from '../../electron/imports/readers/odt.ts'
import { readReview } from '../../electron/imports/word-review/read-review.ts'
import { longMeeting } from './documents-samples.ts'
import { editDocument, paragraphOf } from './word-edits.ts'

const formats = ['docx', 'odt'] as const
const plain = (words: string) => words.replace(/\s+/gu, ' ').trim()

/** Each line as it is shown, with the number that the program counts before it. */
function shown(bytes: Uint8Array, format: (typeof formats)[number]): string[] {
  const file = recognise(`a.${format}`, bytes)
  if (file.format !== 'docx' && file.format !== 'odt') throw new Error(file.format)
  const { blocks } = file.format === 'docx' ? readDocx(file.archive, file.main) : readOdt(file.archive)
  return blocks.flatMap((block) => {
    if (block.type === 'row') return block.cells.map(plain)
    return [plain(block.type === 'listItem' ? `${block.marker ?? ''} ${block.text}` : block.text)]
  })
}

type Numbered = { number: string; title: string }
const lines = (items: readonly Numbered[]) => items.map(({ number, title }) => plain(`${number} ${title}`))

/** Any numbers in any order: items left out, taken up again, deeper than what is above them. */
const numbers = fc.array(
  fc.oneof(
    fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.')),
    fc.constant(''),
  ),
  { minLength: 1, maxLength: 14 },
)
const titled = (all: readonly string[]) =>
  all.map((number, at) => ({ number, title: `Titre ${'abcdefghijklmn'[at]}` }))

describe.each(formats)('%s', (format) => {
  const minutes = { ...minutesModel(longMeeting()), carries: null }
  const agenda = { ...agendaModel(longMeeting()), carries: null }
  const section = minutes.sections.at(-1)
  const row = agenda.rows.find(({ kind }) => kind === 'item')
  if (section === undefined || row === undefined) throw new Error('the sample is empty')

  it.each(['sample', 'any'])('counts to the numbers of the model: %s', async (which) => {
    const check = async (paper: MinutesModel, list: AgendaModel) => {
      const said = shown(await renderFlowing(paper, format), format)
      const wanted = new Set([...lines(paper.sections), ...lines(paper.agenda?.items ?? [])])
      expect([...wanted].filter((line) => !said.includes(line))).toEqual([])
      const cells = shown(await renderFlowing(list, format), format)
      expect(lines(list.rows).filter((line) => !cells.includes(line))).toEqual([])
    }
    if (which === 'sample') return check(minutes, agenda)
    await fc.assert(
      fc.asyncProperty(numbers, numbers, async (of, inList) => {
        const items = titled(inList)
        await check(
          {
            ...minutes,
            sections: titled(of).map((one) => ({ ...section, ...one })),
            agenda: { heading: 'Liste', items: items.map((one) => ({ ...one, depth: 1 })) },
          },
          { ...agenda, rows: items.map((one) => ({ ...row, ...one })) },
        )
      }),
      { numRuns: 15 },
    )
  })

  it('types no number of an item', async () => {
    const bytes = await renderFlowing(minutes, format)
    const [part, pattern] =
      format === 'docx'
        ? (['word/document.xml', /Numero/u] as const)
        : (['content.xml', /text:style-name="Numero"(?=>)/u] as const)
    expect(strFromU8(unzipSync(bytes)[part] ?? new Uint8Array())).not.toMatch(pattern)
  })
})

describe('a Word file in which an item was put in', () => {
  const file = longMeeting()
  const model = minutesModel(file)
  const sent = sentMinutes(file, model)
  const [first, second] = model.sections.filter(({ number }) => /^\d$/.test(number))

  it('what is noted of an item stands in none of the parts that are printed before it', () => {
    const noted = sent.filter(({ target }) => /^(?:decision|action|foot|outcome)$/u.test(target?.field ?? ''))
    expect(noted.length).toBeGreaterThan(10)
    const inPart = noted.filter(
      ({ place }) => !/^Point\s[\d.]+, (?:décision|action|responsable|issue)/u.test(place),
    )
    expect(inPart.map(({ place }) => place)).toEqual([])
    expect(noted.every(({ isOwn }) => !isOwn)).toBe(true)
  })

  it.each([true, false])('is told once, whatever its numbers say since, tracked: %s', async (isTracked) => {
    const bytes = await renderFlowing(model, 'docx')
    const by = 'w:id="900" w:author="Ève Martin" w:date="2026-11-20T10:00:00Z"'
    const back = editDocument(bytes, (xml) => {
      const heading = paragraphOf(xml, `point_${second?.number}`)
      const [properties = ''] = /<w:pPr>.*?<\/w:pPr>/su.exec(heading) ?? []
      const run = '<w:r><w:t>Un point de plus</w:t></w:r>'
      const added = isTracked
        ? `<w:p>${properties.replace('</w:pPr>', `<w:rPr><w:ins ${by}/></w:rPr></w:pPr>`)}<w:ins ${by}>${run}</w:ins></w:p>`
        : `<w:p>${properties}${run}</w:p>`
      return xml.replace(heading, () => added + heading)
    })
    const said = shown(back, 'docx')
    expect(said).toContain('2 Un point de plus')
    expect(said).toContain(plain(`3 ${second?.title}`))
    expect(said).toContain(plain(`${first?.number} ${first?.title}`))
    const { differences } = reviewDifferences(sent, readReview({ fileName: 'retour.docx', bytes: back }))
    expect(differences.map(({ before, after }) => [before, after])).toEqual([['', 'Un point de plus']])
  })

  it('moves with its number', async () => {
    const by = (id: number) => `w:id="${id}" w:author="Ève Martin" w:date="2026-11-20T10:00:00Z"`
    const back = editDocument(await renderFlowing(model, 'docx'), (xml) => {
      const [heading, target] = [paragraphOf(xml, 'point_4'), paragraphOf(xml, 'point_1')]
      const [properties = ''] = /<w:pPr>.*?<\/w:pPr>/su.exec(heading) ?? []
      const runs = (heading.match(/<w:r>.*?<\/w:r>/gsu) ?? []).join('')
      const end = (side: 'moveFrom' | 'moveTo', id: number) =>
        `<w:${side}RangeStart ${by(id)} w:name="m"/><w:p>${properties.replace('</w:pPr>', `<w:rPr><w:${side} ${by(id + 1)}/></w:rPr></w:pPr>`)}<w:${side} ${by(id + 2)}>${runs}</w:${side}></w:p><w:${side}RangeEnd w:id="${id}"/>`
      return xml
        .replace(heading, () => end('moveFrom', 901))
        .replace(target, () => end('moveTo', 911) + target)
    })
    const { differences } = reviewDifferences(sent, readReview({ fileName: 'retour.docx', bytes: back }))
    const title = sent.find(({ anchor }) => anchor === 'point_4')?.text
    expect(differences.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['move', title, title],
    ])
  })

  it('tells a title that was corrected, with the number it was sent under', async () => {
    const bytes = await renderFlowing(model, 'docx')
    const title = second?.title ?? ''
    const back = editDocument(bytes, (xml) => {
      const heading = paragraphOf(xml, `point_${second?.number}`)
      return xml.replace(heading, () => heading.replace(/(?<=<w:t[^>]*>)[^<]*/u, 'Suivi tout autrement dit'))
    })
    const { differences } = reviewDifferences(sent, readReview({ fileName: 'retour.docx', bytes: back }))
    expect(differences.map(({ before, after }) => [plain(before), plain(after)])).toEqual([
      [plain(`${second?.number} ${title}`), `${second?.number} Suivi tout autrement dit`],
    ])
  })
})

describe('the Word file of an agenda', () => {
  const file = longMeeting()
  const sent = sentAgenda(file)
  const known = { columnsOf: agendaColumns, beside: besideAgenda(file), between: betweenItems }
  const rowIn = (xml: string, anchor: string) => {
    const row = (xml.match(/<w:tr>.*?<\/w:tr>/gsu) ?? []).find((one) => one.includes(`"${anchor}"`))
    if (row === undefined) throw new Error(`no row ${anchor}`)
    return row
  }
  const told = async (edit: (xml: string) => string) => {
    const bytes = editDocument(await renderFlowing(agendaModel(file), 'docx'), edit)
    const { differences } = agendaDifferences(sent, readReview({ fileName: 'retour.docx', bytes }), known)
    return differences.map(({ kind, before, after }) => [kind, before, after])
  }

  it.each<[string, (xml: string) => string, string[][]]>([
    ['as it was sent says nothing', (xml) => xml, []],
    ['without its bookmarks says nothing', (xml) => xml.replace(/<w:bookmark[^>]*>/gu, ''), []],
    [
      'with a row put in tells it once',
      (xml) => {
        const row = rowIn(xml, 'point_2')
        const added = row
          .replace(/<w:bookmark[^>]*>/gu, '')
          .replace('Suivi des décisions et actions', 'Un point de plus')
        return xml.replace(row, () => added + row)
      },
      [['change', '', 'Un point de plus']],
    ],
    [
      'with a row elsewhere tells where it went',
      (xml) => {
        const [row, target] = [rowIn(xml, 'point_4'), rowIn(xml, 'point_2')]
        return xml.replace(row, '').replace(target, () => row + target)
      },
      [['move', '4 Veille réglementaire', '4 Veille réglementaire']],
    ],
  ])('%s', async (_, edit, wanted) => {
    expect(await told(edit)).toEqual(wanted)
  })
})
