// What was moved with tracking and edited on the way (ECMA-376 part 1, 17.13.5.21 to 28): on accepting all, Word takes the
// old place away and keeps what stands at the new one, as it stands there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import type { RichText } from '../../electron/domain/text/rich-text.ts'
import { sentMeeting } from '../fixtures/returned/source/meetings.ts'
import { paragraphWords } from '../rich-words.ts'
import { editDocument, paragraphsIn } from '../unit/word-edits.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { writtenMeeting } from './returned-meeting.ts'

const first = 'Le guichet de la côte ouvre ses portes aux communes dès le mois de mars.'
const second = 'La mission propose un barème simple, fondé sur la population recensée.'
const third = 'Une convention type sera remise aux élus avant la fin du trimestre.'
const last = 'Les archives reçoivent chaque semaine un lot complet de pièces signées.'
const texts = [first, second, third, last]
const exchanges: RichText = {
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
}

const by = 'w:author="Ève" w:date="2026-11-20T10:00:00Z"'
const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
/** A paragraph of one end: its words, or words put in since, and its mark. */
type Stands = { words: string; put?: string; mark?: 'moveTo' | 'ins' }

/** The first two paragraphs go behind the last one; what stands there afterwards is given. */
function movedTo(bytes: Uint8Array, stands: readonly Stands[]): Uint8Array {
  return editDocument(bytes, (xml) => {
    const found = texts.map((text) => paragraphsIn(xml).find((one) => one.includes(text)) ?? '')
    const properties = /<w:pPr>.*?<\/w:pPr>/su.exec(found[0] ?? '')?.[0] ?? '<w:pPr></w:pPr>'
    const marked = (mark: string) =>
      properties.replace('</w:pPr>', `<w:rPr><w:${mark} ${by}/></w:rPr></w:pPr>`)
    const from = [first, second].map((words, rank) => {
      const bookmark = /<w:bookmarkStart [^>]*>/u.exec(found[rank] ?? '')?.[0] ?? ''
      const end = /<w:bookmarkEnd [^>]*>/u.exec(found[rank] ?? '')?.[0] ?? ''
      return `<w:p>${marked('moveFrom')}${bookmark}<w:moveFrom ${by}>${run(words)}</w:moveFrom>${end}</w:p>`
    })
    const to = stands.map(({ words, put = '', mark = 'moveTo' }) => {
      const added = put === '' ? '' : `<w:ins ${by}>${run(put)}</w:ins>`
      return `<w:p>${marked(mark)}<w:moveTo ${by}>${run(words)}</w:moveTo>${added}</w:p>`
    })
    const range = (side: string, id: number, inner: string) =>
      `<w:move${side}RangeStart w:id="${id}" w:name="move1" ${by}/>${inner}<w:move${side}RangeEnd w:id="${id}"/>`
    return xml
      .replace(found.slice(0, 2).join(''), () => range('From', 801, from.join('')))
      .replace(found[3] ?? '', (whole) => whole + range('To', 802, to.join('')))
  })
}

let opened: OpenedCore
let meetingId: string
let itemId: string
let bytes: Uint8Array
beforeAll(async () => {
  opened = await openTestCore()
  const meeting = await writtenMeeting(opened)
  ;({ meetingId } = meeting)
  itemId = meeting.items.get('2') ?? ''
  const file = sentMeeting()
  const sections = file.sections.map((one, rank) => (rank === 1 ? { ...one, exchanges } : one))
  bytes = await renderFlowing(minutesModel({ ...file, sections }), 'docx')
  await write()
  await opened.ok('minutesVersions.keep', { meetingId, note: '' })
})
afterAll(() => opened.dispose())

const section = async () => {
  const view = await opened.ok('minutes.get', { meetingId })
  const found = view?.sections.find((one) => one.itemId === itemId)
  if (found === undefined) throw new Error('no section')
  return found
}
async function write(): Promise<void> {
  const { id, version } = await section()
  await opened.ok('minutes.updateSection', { id, version, patch: { exchanges } })
}

/** What the minutes say once all of a file is retained, and what is left to a person. */
async function retained(file: Uint8Array) {
  for (const { id, version } of await opened.ok('observations.list', { meetingId }))
    await opened.ok('observations.remove', { id, version })
  await write()
  const files = [{ fileName: 'retour.docx', bytes: file }]
  const [read] = await opened.ok('observations.readFiles', { meetingId, paper: 'minutes', files })
  if (read === undefined) throw new Error('no answer')
  const { fileName, sha256, minutesVersionId, circle, drafts } = read
  const taken = [{ fileName, sha256, minutesVersionId, circle, drafts }]
  await opened.ok('observations.take', { meetingId, paper: 'minutes', files: taken })
  for (const { id, version } of await opened.ok('observations.list', { meetingId })) {
    const answer = { state: 'accepted' as const, answer: '', write: true, over: null }
    await opened.ok('observations.decide', { id, version, ...answer })
  }
  const standings = await opened.ok('observations.standing', { meetingId })
  return {
    kinds: drafts.map(({ kind }) => kind),
    said: paragraphWords((await section()).exchanges),
    standings,
  }
}

const [opens = '', closes = ''] = [first.slice(0, 40), first.slice(40)]

describe('two paragraphs that were moved', () => {
  it.each<[string, Stands[], string[]]>([
    ['and nothing else', [{ words: first }, { words: second }], [first, second]],
    ['of which the first was taken out there', [{ words: second }], [second]],
    ['of which the second was taken out there', [{ words: first }], [first]],
    [
      'of which one was parted there',
      [{ words: opens, mark: 'ins' }, { words: closes }, { words: second }],
      [opens.trim(), closes.trim(), second],
    ],
    ['that were joined there', [{ words: `${first} ${second}` }], [`${first} ${second}`]],
    [
      'with a third put in between them',
      [{ words: first }, { words: '', put: 'Un bilan suivra.', mark: 'ins' }, { words: second }],
      [first, 'Un bilan suivra.', second],
    ],
    [
      'and of which both were edited there',
      [
        { words: first, put: ' Et ensuite.' },
        { words: second.slice(0, -1), put: ' en 2026.' },
      ],
      [`${first} Et ensuite.`, `${second.slice(0, -1)} en 2026.`],
    ],
  ])('%s', async (_, stands, there) => {
    const { kinds, said, standings } = await retained(movedTo(bytes, stands))
    expect(kinds.filter((kind) => kind === 'move')).toHaveLength(1)
    expect(standings).toEqual([])
    expect(said).toEqual([third, last, ...there])
  })
})

it('words that one reader put in and another struck by hand go, once both are retained', async () => {
  const added = ' Elle sera relue.'
  const struck = `<w:ins w:id="9" ${by}><w:r><w:rPr><w:strike/></w:rPr><w:t xml:space="preserve">${added}</w:t></w:r></w:ins>`
  const file = editDocument(bytes, (xml) => {
    const paragraph = paragraphsIn(xml).find((one) => one.includes(third)) ?? ''
    return xml.replace(paragraph, () => paragraph.replace(`${third}</w:t></w:r>`, (own) => own + struck))
  })
  const { kinds, said, standings } = await retained(file)
  expect(kinds).toEqual(['change', 'change'])
  expect(said).toEqual(texts)
  // The words that were put in are no longer there, as whoever struck them wanted.
  expect(standings).toEqual([])
})
