// What is put into a text or taken out of it beside its lists and tables (ECMA-376 part 1, 17.13.5): on accepting all, Word
// keeps a new paragraph outside of the table that it follows, a new row as a row, a new entry as an entry.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { plainText, type RichBlock } from '../../electron/domain/text/rich-text.ts'
import { sentMeeting } from '../fixtures/returned/source/meetings.ts'
import { editDocument, paragraphsIn } from '../unit/word-edits.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { writtenMeeting } from './returned-meeting.ts'

const by = 'w:id="9" w:author="Ève" w:date="2026-11-20T10:00:00Z"'
const RUN = /<w:r>.*?<\/w:r>/gsu
const unnamed = (xml: string) => xml.replace(/<w:bookmark(?:Start|End) [^>]*>/gu, '')
const marked = (paragraph: string, kind: 'ins' | 'del') =>
  paragraph.replace('</w:pPr>', `<w:rPr><w:${kind} ${by}/></w:rPr></w:pPr>`)
const gone = (xml: string) =>
  xml.replace(RUN, (run) => `<w:del ${by}>${run.replace(/<(\/?)w:t(?=[ >])/gu, '<$1w:delText')}</w:del>`)
const added = (xml: string) => unnamed(xml).replace(RUN, (run) => `<w:ins ${by}>${run}</w:ins>`)
/** The same with other words in its texts, one after the other. */
function saying(xml: string, words: readonly string[]): string {
  let at = -1
  return xml.replace(/(<w:t(?: [^>]*)?>)[^<]*(<\/w:t>)/gu, (_, start: string, end: string) => {
    at += 1
    return start + (words[at] ?? '') + end
  })
}
const rowMarked = (row: string, kind: 'ins' | 'del') =>
  row.includes('<w:trPr>')
    ? row.replace('</w:trPr>', `<w:${kind} ${by}/></w:trPr>`)
    : row.replace('<w:tr>', `<w:tr><w:trPr><w:${kind} ${by}/></w:trPr>`)

const paragraph = (xml: string, words: string) => {
  const found = paragraphsIn(xml).find((one) => one.includes(words))
  if (found === undefined) throw new Error(`no ${words}`)
  return found
}
const row = (xml: string, words: string) => {
  const found = (xml.match(/<w:tr>.*?<\/w:tr>/gsu) ?? []).find((one) => one.includes(words))
  if (found === undefined) throw new Error(`no ${words}`)
  return found
}
/** A paragraph put in with its own mark, formed as another is. */
const fresh = (like: string, words: string) => added(saying(marked(like, 'ins'), [words]))

let opened: OpenedCore
let meetingId: string
let items: Map<string, string>
beforeEach(async () => {
  opened = await openTestCore()
  ;({ meetingId, items } = await writtenMeeting(opened))
  await opened.ok('minutesVersions.keep', { meetingId, note: '' })
})
afterEach(() => opened.dispose())

const inner = (blocks: readonly RichBlock[]) => plainText({ type: 'doc', content: [...blocks] })
const shapeOf = (block: RichBlock): unknown => {
  if (block.type === 'bulletList' || block.type === 'orderedList')
    return block.content.map(({ content }) => inner(content))
  return block.type === 'table'
    ? block.content.map(({ content }) => content.map((cell) => inner(cell.content)))
    : inner([block])
}
async function shape(): Promise<unknown[]> {
  const view = await opened.ok('minutes.get', { meetingId })
  const of = (number: string) => view?.sections.find(({ itemId }) => itemId === items.get(number))
  return [of('2')?.presentation, of('3')?.exchanges].flatMap((text) => text?.content.map(shapeOf) ?? [])
}

async function retain(edit: (xml: string) => string, count = 1): Promise<string[]> {
  const bytes = editDocument(await renderFlowing(minutesModel(sentMeeting()), 'docx'), edit)
  const files = [{ fileName: 'retour.docx', bytes }]
  const [read] = await opened.ok('observations.readFiles', { meetingId, paper: 'minutes', files })
  if (read === undefined) throw new Error('no answer')
  const { fileName, sha256, minutesVersionId, circle } = read
  // The head of the sample says more than the meeting that was written.
  const drafts = read.drafts.filter(({ anchor }) => anchor !== '')
  const taken = [{ fileName, sha256, minutesVersionId, circle, drafts }]
  await opened.ok('observations.take', { meetingId, paper: 'minutes', files: taken })
  for (const { id, version } of await opened.ok('observations.list', { meetingId })) {
    const answer = { state: 'accepted' as const, answer: '', write: true, over: null }
    await opened.ok('observations.decide', { id, version, ...answer })
  }
  expect(drafts).toHaveLength(count)
  return (await opened.ok('observations.standing', { meetingId })).map(({ standing }) => standing)
}

const NEW = 'Une phrase toute neuve.'
const CELLS = ['Régions', 'mai 2027', '5 000 €']

it('a change in a cell is placed by the words at the head of its row and of its column', async () => {
  const bytes = editDocument(await renderFlowing(minutesModel(sentMeeting()), 'docx'), (xml) => {
    const run = paragraph(xml, 'juin').match(/<w:r>.*?<\/w:r>/su)?.[0] ?? ''
    const text = run.replace('juin', 'septembre')
    return xml.replace(
      run,
      () =>
        `<w:del ${by}>${run.replace(/<(\/?)w:t(?=[ >])/gu, '<$1w:delText')}</w:del><w:ins ${by}>${text}</w:ins>`,
    )
  })
  const files = [{ fileName: 'retour.docx', bytes }]
  const [read] = await opened.ok('observations.readFiles', { meetingId, paper: 'minutes', files })
  const places = read?.drafts
    .filter(({ afterText }) => afterText.includes('septembre'))
    .map(({ place }) => place)
  expect(places?.[0]).toMatch(/, ligne.«.Départements.», colonne.«.Échéance.»$/u)
})

describe('once it is retained, the text has', () => {
  it.each<[string, (xml: string) => string, (before: unknown[]) => unknown[]]>([
    [
      'a paragraph put in behind a table behind it',
      (xml) => {
        const next = paragraph(xml, 'Le secrétariat joindra')
        return xml.replace(next, () => fresh(next, NEW) + next)
      },
      (before) => before.toSpliced(-1, 0, NEW),
    ],
    [
      'a row put in as a row',
      (xml) => {
        const above = row(xml, 'Communes')
        return xml.replace(above, () => above + rowMarked(added(saying(above, CELLS)), 'ins'))
      },
      (before) => before.with(-2, (before.at(-2) as unknown[]).toSpliced(2, 0, CELLS)),
    ],
    [
      'a row taken out no more',
      (xml) => xml.replace(row(xml, 'Communes'), (found) => rowMarked(gone(found), 'del')),
      (before) => before.with(-2, (before.at(-2) as unknown[]).toSpliced(1, 1)),
    ],
    [
      'a paragraph put in behind a list behind it',
      (xml) => {
        const [last, body] = [paragraph(xml, 'une dernière vague'), paragraph(xml, 'Le calendrier prévoit')]
        return xml.replace(last, () => last + fresh(body, NEW))
      },
      (before) => before.toSpliced(3, 0, NEW),
    ],
    [
      'an entry put in as an entry',
      (xml) => {
        const entry = paragraph(xml, 'une deuxième vague')
        return xml.replace(entry, () => entry + fresh(entry, NEW))
      },
      (before) => before.with(2, (before[2] as unknown[]).toSpliced(2, 0, NEW)),
    ],
    [
      'an entry put in before the first one as the first',
      (xml) => {
        const entry = paragraph(xml, 'une première vague')
        return xml.replace(entry, () => fresh(entry, NEW) + entry)
      },
      (before) => before.with(2, (before[2] as unknown[]).toSpliced(0, 0, NEW)),
    ],
    [
      'an entry that was parted as two',
      (xml) => {
        const entry = paragraph(xml, 'une deuxième vague')
        const [head, tail] = ['une deuxième vague ', 'pour les départements']
        return xml.replace(entry, () => saying(marked(entry, 'ins'), [head]) + unnamed(saying(entry, [tail])))
      },
      (before) =>
        before.with(
          2,
          (before[2] as unknown[]).toSpliced(1, 1, 'une deuxième vague', 'pour les départements'),
        ),
    ],
  ])('%s', async (_, edit, expected) => {
    const before = await shape()
    expect(await retain(edit)).toEqual([])
    expect(await shape()).toEqual(expected(before))
  })

  const strike = (xml: string, words: string) =>
    xml.replace(new RegExp(`<w:r>(?:(?!</w:r>).)*${words}</w:t></w:r>`, 'su'), (run) =>
      run.replace(
        /<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?/su,
        (_, own = '') => `<w:r><w:rPr><w:strike/>${own}</w:rPr>`,
      ),
    )
  const parted = (xml: string, words: string, last: string) =>
    xml.replace(
      new RegExp(
        `<w:ins [^>]*>(<w:r>(?:(?!</w:r>).)*?<w:t[^>]*>)${words}${last}(</w:t></w:r>)</w:ins>`,
        'su',
      ),
      (_, start: string, end: string) =>
        `<w:ins ${by}>${start.replace('<w:t>', '<w:t xml:space="preserve">')}${words}${end}${strike(start + last + end, last)}</w:ins>`,
    )

  it.each<[string, (xml: string) => string, (before: unknown[]) => unknown[]]>([
    [
      'an entry without what was struck in it by hand',
      (xml) => {
        const entry = paragraph(xml, 'une deuxième vague')
        return xml.replace(entry, () => entry + parted(fresh(entry, NEW), 'Une phrase', ' toute neuve.'))
      },
      (before) => before.with(2, (before[2] as unknown[]).toSpliced(2, 0, 'Une phrase')),
    ],
    [
      'a row without what was struck in a cell of it by hand',
      (xml) => {
        const above = row(xml, 'Communes')
        const own = rowMarked(added(saying(above, CELLS)), 'ins')
        return xml.replace(above, () => above + parted(own, 'mai', ' 2027'))
      },
      (before) => before.with(-2, (before.at(-2) as unknown[]).toSpliced(2, 0, CELLS.with(1, 'mai'))),
    ],
  ])('%s, once however often it is retained', async (_, edit, expected) => {
    const before = await shape()
    expect(await retain(edit, 2)).toEqual([])
    expect(await shape()).toEqual(expected(before))
    for (const { id, version, beforeText } of await opened.ok('observations.list', { meetingId })) {
      const answer = { state: 'accepted' as const, answer: '', write: true, over: null }
      if (beforeText === '') await opened.ok('observations.decide', { id, version, ...answer })
    }
    expect(await shape()).toEqual(expected(before))
  })

  it('a row that is known again, though its name did not say how it stood', async () => {
    const above = (xml: string) => row(xml, 'Communes')
    const bytes = editDocument(await renderFlowing(minutesModel(sentMeeting()), 'docx'), (xml) =>
      xml.replace(above(xml), (found) => found + rowMarked(added(saying(found, CELLS)), 'ins')),
    )
    const files = [{ fileName: 'retour.docx', bytes }]
    const read = async () => {
      const [file] = await opened.ok('observations.readFiles', { meetingId, paper: 'minutes', files })
      if (file === undefined) throw new Error('no answer')
      return { ...file, drafts: file.drafts.filter(({ anchor }) => anchor !== '') }
    }
    const { fileName, sha256, minutesVersionId, circle, drafts } = await read()
    const older = drafts.map((draft) => ({ ...draft, anchor: draft.anchor.replace('/row', '') }))
    expect(older).not.toEqual(drafts)
    const taken = [{ fileName, sha256, minutesVersionId, circle, drafts: older }]
    await opened.ok('observations.take', { meetingId, paper: 'minutes', files: taken })
    expect((await read()).drafts.map(({ isKnown }) => isKnown)).toEqual([true])
  })

  it('nothing of a table that was put in, which is left to a person', async () => {
    const before = await shape()
    const table = (xml: string) => {
      const next = paragraph(xml, 'Le secrétariat joindra')
      const own = rowMarked(added(saying(row(xml, 'Communes'), CELLS)), 'ins')
      const grid = /<w:tblPr>.*?<\/w:tblGrid>/su.exec(xml.slice(xml.indexOf('Communes') - 20_000))?.[0] ?? ''
      return xml.replace(next, () => `${next}<w:tbl>${grid}${own}</w:tbl>`)
    }
    expect(await retain(table)).toEqual(['owed'])
    expect(await shape()).toEqual(before)
  })
})
