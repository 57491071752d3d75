// What Word gives on accepting every change of two people (ECMA-376 part 1, 17.13.5: words put in stay, words taken out go,
// a paragraph whose mark is taken out goes on into the next) is what the minutes say once every observation is retained,
// in whatever order; where they do not, an observation says so.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import type { RichText } from '../../electron/domain/text/rich-text.ts'
import { bareText } from '../../electron/domain/text/text-likeness.ts'
import { sentMeeting } from '../fixtures/returned/source/meetings.ts'
import { paragraphWords } from '../rich-words.ts'
import { editDocument, paragraphsIn } from '../unit/word-edits.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { writtenMeeting } from './returned-meeting.ts'

const texts = [
  'Le guichet de la côte ouvre ses portes aux communes dès le mois de mars.',
  'La mission propose un barème simple, fondé sur la population recensée.',
  'Une convention type sera remise aux élus avant la fin du trimestre.',
  'Les archives reçoivent chaque semaine un lot complet de pièces signées.',
  'Aucun surcoût n’est attendu pour les syndicats déjà raccordés.',
  'Un point d’étape aura lieu en juin devant la commission plénière.',
]
const exchanges: RichText = {
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
}

type Author = 'Ève' | 'Noé'
type Piece = { text: string; put?: Author; out?: Author }
type Atom = { pieces: Piece[]; put?: Author; out?: Author; isPasted?: boolean }

type Edit =
  | { type: 'keep' }
  | { type: 'word'; author: Author; at: number }
  | { type: 'both'; at: number }
  | { type: 'gone'; author: Author }
  | { type: 'after'; author: Author; isPasted: boolean }
  | { type: 'split'; author: Author; at: number }
  | { type: 'join'; author: Author }
  | { type: 'within'; at: number }

const wordsOf = (text: string) => text.split(/(?<= )/u)

/** One word replaced, the space after it kept. */
function replaced(words: readonly string[], at: number, author: Author): Piece[] {
  const word = words[at] ?? ''
  return [
    { text: words.slice(0, at).join('') },
    { text: word.trimEnd(), out: author },
    { text: author === 'Ève' ? 'autrement' : 'davantage', put: author },
    { text: word.slice(word.trimEnd().length) + words.slice(at + 1).join('') },
  ]
}

function atomsOf(text: string, rank: number, edit: Edit): Atom[] {
  const words = wordsOf(text)
  switch (edit.type) {
    case 'keep':
      return [{ pieces: [{ text }] }]
    case 'word':
      return [{ pieces: replaced(words, edit.at % words.length, edit.author) }]
    case 'both': {
      const [first, second] = [1 + (edit.at % 2), words.length - 3]
      const tail = replaced(words.slice(first + 1), second - first - 1, 'Noé')
      return [{ pieces: [...replaced(words.slice(0, first + 1), first, 'Ève'), ...tail] }]
    }
    case 'gone':
      return [{ pieces: [{ text, out: edit.author }], out: edit.author }]
    case 'after': {
      const added = { text: `Ajout numéro ${rank + 1} voulu par ${edit.author}.`, put: edit.author }
      return edit.isPasted
        ? [{ pieces: [{ text }] }, { pieces: [added], put: edit.author }]
        : [{ pieces: [{ text }], put: edit.author }, { pieces: [added] }]
    }
    case 'split': {
      const at = 2 + (edit.at % (words.length - 4))
      return [
        { pieces: [{ text: words.slice(0, at).join('') }], put: edit.author },
        { pieces: [{ text: words.slice(at).join('') }] },
      ]
    }
    case 'join':
      return [{ pieces: [{ text: `${text} ` }], out: edit.author }]
    // One puts words in, and the other takes some of them out again.
    case 'within': {
      const at = 1 + (edit.at % (words.length - 2))
      const [before, after] = [words.slice(0, at).join(''), words.slice(at).join('')]
      const pieces: Piece[] = [
        { text: 'bien ', put: 'Ève' },
        { text: 'trop ', put: 'Ève', out: 'Noé' },
      ]
      return [{ pieces: [{ text: before }, ...pieces, { text: after }] }]
    }
  }
}

type Left = { text: string; ranks: Set<number> }

/** What is left on accepting all, and of which of the texts that were sent. */
function accepted(atoms: readonly (Atom & { rank: number })[]): Left[] {
  const found: Left[] = []
  let open: Left = { text: '', ranks: new Set() }
  atoms.forEach(({ pieces, out, rank }, index) => {
    open.text += pieces.map(({ text, out: gone }) => (gone === undefined ? text : '')).join('')
    open.ranks.add(rank)
    if (out !== undefined && index < atoms.length - 1) return
    if (open.text.trim() !== '') found.push(open)
    open = { text: '', ranks: new Set() }
  })
  return found
}

const wantedOf = (edits: readonly Edit[]): Left[] =>
  accepted(
    texts.flatMap((text, rank) =>
      atomsOf(text, rank, edits[rank] ?? { type: 'keep' }).map((atom) => ({ ...atom, rank })),
    ),
  )

/** Which texts some observations are about: those that one of them names, and those beside them in what is left. */
function ranksOf(observations: readonly { anchor: string; beforeText: string }[], left: readonly Left[]) {
  const ranks = new Set(
    observations.flatMap(({ anchor, beforeText }) => {
      const first = Number(/_p(\d+)/u.exec(anchor)?.[1]) - 1
      return beforeText.split('\n\n').map((_, step) => first + step)
    }),
  )
  for (const { ranks: own } of left)
    if ([...own].some((rank) => ranks.has(rank))) for (const rank of own) ranks.add(rank)
  return ranks
}

const by = (author: Author) => `w:id="9" w:author="${author}" w:date="2026-11-20T10:00:00Z"`

function xmlOf({ pieces, put, out }: Atom, properties: string): string {
  const marks = `${put === undefined ? '' : `<w:ins ${by(put)}/>`}${out === undefined ? '' : `<w:del ${by(out)}/>`}`
  const runs = pieces.map(({ text, put: added, out: gone }) => {
    const run = (kind: string) => `<w:r><w:${kind} xml:space="preserve">${text}</w:${kind}></w:r>`
    const own = gone === undefined ? run('t') : `<w:del ${by(gone)}>${run('delText')}</w:del>`
    return added === undefined ? own : `<w:ins ${by(added)}>${own}</w:ins>`
  })
  return `<w:p>${properties.replace('</w:pPr>', `<w:rPr>${marks}</w:rPr></w:pPr>`)}${runs.join('')}</w:p>`
}

/** The draft as it came back. */
function returned(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  return editDocument(bytes, (xml) =>
    texts.reduce((now, text, rank) => {
      const paragraph = paragraphsIn(xml).find((one) => one.includes(text)) ?? ''
      const properties = /<w:pPr>.*?<\/w:pPr>/su.exec(paragraph)?.[0] ?? '<w:pPr></w:pPr>'
      const start = /<w:bookmarkStart [^>]*>/u.exec(paragraph)?.[0] ?? ''
      const end = /<w:bookmarkEnd [^>]*>/u.exec(paragraph)?.[0] ?? ''
      const atoms = atomsOf(text, rank, edits[rank] ?? { type: 'keep' })
      return now.replace(paragraph, () => start + end + atoms.map((atom) => xmlOf(atom, properties)).join(''))
    }, xml),
  )
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
  const [, second] = file.sections
  bytes = await renderFlowing(
    minutesModel({
      ...file,
      sections: file.sections.map((one) => (one === second ? { ...one, exchanges } : one)),
    }),
    'docx',
  )
  // The text that its readers had: places of a text that was edited since are other places.
  await startAgain(true)
})
afterAll(() => opened.dispose())

const section = async () => {
  const view = await opened.ok('minutes.get', { meetingId })
  const found = view?.sections.find((one) => one.itemId === itemId)
  if (found === undefined) throw new Error('no section')
  return found
}

async function startAgain(isFirst: boolean): Promise<void> {
  for (const { id, version } of await opened.ok('observations.list', { meetingId }))
    await opened.ok('observations.remove', { id, version })
  const { id, version } = await section()
  await opened.ok('minutes.updateSection', { id, version, patch: { exchanges } })
  if (isFirst) await opened.ok('minutesVersions.keep', { meetingId, note: '' })
}

/** What the minutes say once all is retained one by one, and how many observations say that it is for a person. */
async function retained(edits: readonly Edit[], order: readonly number[]) {
  await startAgain(false)
  const files = [{ fileName: 'retour.docx', bytes: returned(bytes, edits) }]
  const [read] = await opened.ok('observations.readFiles', { meetingId, paper: 'minutes', files })
  if (read === undefined || read.failure !== null) return { said: texts, owed: [], rows: [] }
  const { fileName, sha256, minutesVersionId, circle, drafts } = read
  await opened.ok('observations.take', {
    meetingId,
    paper: 'minutes',
    files: [{ fileName, sha256, minutesVersionId, circle, drafts }],
  })
  const rows = await opened.ok('observations.list', { meetingId })
  const shuffled = rows
    .map((row, index) => ({ row, rank: order[index % order.length] ?? 0 }))
    .sort((a, b) => a.rank - b.rank)
  for (const { row } of shuffled)
    await opened.ok('observations.decide', {
      id: row.id,
      version: row.version,
      state: 'accepted',
      answer: '',
      write: true,
      over: null,
    })
  const standings = await opened.ok('observations.standing', { meetingId })
  const owed = rows.filter((row) => standings.some(({ id }) => id === row.id))
  return { said: paragraphWords((await section()).exchanges), owed, rows }
}

const author = fc.constantFrom<Author>('Ève', 'Noé')
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ type: fc.constant('keep' as const) }),
  fc.record({ type: fc.constant('word' as const), author, at: fc.nat(20) }),
  fc.record({ type: fc.constant('both' as const), at: fc.nat(20) }),
  fc.record({ type: fc.constant('gone' as const), author }),
  fc.record({ type: fc.constant('after' as const), author, isPasted: fc.boolean() }),
  fc.record({ type: fc.constant('split' as const), author, at: fc.nat(20) }),
  fc.record({ type: fc.constant('join' as const), author }),
)
const anyEdit = fc.oneof(edit, fc.record({ type: fc.constant('within' as const), at: fc.nat(20) }))

/** How many runs there were, and in how many of them nothing was left to a person. */
async function checked(one: fc.Arbitrary<Edit>, numRuns: number) {
  const counts = { runs: 0, whole: 0 }
  await fc.assert(
    fc.asyncProperty(
      fc.array(one, { minLength: texts.length, maxLength: texts.length }),
      fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }),
      async (edits, order) => {
        const { said, owed, rows } = await retained(edits, order)
        const wanted = wantedOf(edits)
        const left = ranksOf(owed, wanted)
        // Words of what is left to a person, as they were and as anybody wants them.
        const open = new Set(
          [
            ...texts.filter((_, rank) => left.has(rank)),
            ...wanted.flatMap(({ text, ranks }) => ([...ranks].some((rank) => left.has(rank)) ? text : [])),
            ...rows.flatMap(({ afterText, ...row }) =>
              [...ranksOf([row], [])].some((rank) => left.has(rank)) ? afterText.split('\n\n') : [],
            ),
          ].map(bareText),
        )
        const closed = (list: readonly string[]) => list.map(bareText).filter((words) => !open.has(words))
        counts.runs += 1
        counts.whole += owed.length === 0 ? 1 : 0
        expect(closed(said)).toEqual(closed(wanted.map(({ text }) => text)))
      },
    ),
    { numRuns },
  )
  return counts
}

describe('changes of two people in paragraphs beside each other', () => {
  it('retained one by one in any order give what Word gives, or say what is left to a person', async () => {
    const { runs, whole } = await checked(edit, 30)
    expect(whole / runs).toBeGreaterThan(0.6)
  }, 600_000)

  it('leave whole the paragraph that one joins where another takes out the next', async () => {
    const edits: Edit[] = [
      { type: 'keep' },
      { type: 'join', author: 'Noé' },
      { type: 'gone', author: 'Ève' },
      { type: 'gone', author: 'Noé' },
      { type: 'keep' },
      { type: 'keep' },
    ]
    for (const order of [
      [1, 2],
      [2, 1],
    ])
      expect((await retained(edits, order)).said).toEqual(wantedOf(edits).map(({ text }) => text))
  }, 60_000)

  it('give nothing else where one takes back what the other put in', async () => {
    const { runs, whole } = await checked(anyEdit, 15)
    expect(whole / runs).toBeGreaterThan(0.6)
  }, 600_000)
})
