// Corrections in cells that the application prints of other data (record, facts): they are nobody's words of a text.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { sentMeeting } from '../fixtures/returned/source/meetings.ts'
import { editDocument, edited, paragraphsIn } from '../unit/word-edits.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { writtenMeeting } from './returned-meeting.ts'

const OWNER = 'Départements exemple'
/** An action owned by somebody of whom the exchanges speak once, and another. */
const meeting = () => {
  const file = sentMeeting()
  const [first] = file.actions
  if (first === undefined) throw new Error('no action')
  const actions = [{ ...first, owner: '', organisation: OWNER }]
  const others = [2, 3].map((rank) => ({
    ...first,
    id: first.id.replace(/.$/u, String(rank)),
    number: `A-2026-10-0${rank}`,
    rank,
    text: `Rendre compte de l’étape ${rank}.`,
    owner: 'Alix Verne',
    organisation: '',
    dueDate: null,
  }))
  return { ...file, actions: [...actions, ...others] }
}

let opened: OpenedCore
let meetingId: string
let items: Map<string, string>
beforeEach(async () => {
  opened = await openTestCore()
  ;({ meetingId, items } = await writtenMeeting(opened, meeting()))
  await opened.ok('minutesVersions.keep', { meetingId, note: '' })
})
afterEach(() => opened.dispose())

type Correction = { from: string; to: string }

/** Cells of the record that say some words alone, corrected. */
async function returned(...corrections: readonly Correction[]): Promise<Uint8Array> {
  const bytes = await renderFlowing(minutesModel(meeting()), 'docx')
  return editDocument(bytes, (xml) => {
    const at = xml.lastIndexOf('<w:tbl>')
    const wordsOf = (paragraph: string) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)]
        .map(([, words]) => words)
        .join('')
        .replace(/\s/gu, ' ')
    return corrections.reduce((now, { from, to }) => {
      const table = now.slice(at)
      const cells = paragraphsIn(table).filter((one) => wordsOf(one) === from)
      expect(cells.length).toBeGreaterThan(0)
      const corrected = cells.reduce(
        (text, cell, rank) =>
          text.replace(cell, () =>
            edited(cell, from, { type: 'replace', from, to, author: 'Ève' }, true, 900 + rank),
          ),
        table,
      )
      return now.slice(0, at) + corrected
    }, xml)
  })
}

async function take(...corrections: readonly Correction[]) {
  const bytes = await returned(...corrections)
  const [file] = await opened.ok('observations.readFiles', {
    meetingId,
    paper: 'minutes',
    files: [{ fileName: 'retour.docx', bytes }],
  })
  if (file === undefined) throw new Error('no answer')
  const { fileName, sha256, minutesVersionId, circle, drafts } = file
  const files = [{ fileName, sha256, minutesVersionId, circle, drafts }]
  return { drafts, taken: await opened.ok('observations.take', { meetingId, paper: 'minutes', files }) }
}

const list = () => opened.ok('observations.list', { meetingId })
const accept = async (id = '') => {
  const version = (await list()).find((one) => one.id === id)?.version ?? 0
  const answer = { state: 'accepted' as const, answer: '', write: true, over: null }
  return opened.ok('observations.decide', { id, version, ...answer })
}
const owed = async () =>
  (await opened.ok('observations.standing', { meetingId }))
    .filter(({ standing }) => standing === 'owed')
    .map(({ id }) => id)
const exchanges = async (number: string) => {
  const view = await opened.ok('minutes.get', { meetingId })
  const found = view?.sections.find(({ itemId }) => itemId === items.get(number))
  return found === undefined ? '' : plainText(found.exchanges)
}
const ownedBy = async (rank: number, organisation: string) => {
  const view = await opened.ok('minutes.get', { meetingId })
  const action = view?.actions[rank]
  if (action === undefined) throw new Error('no action')
  await opened.ok('minutes.updateAction', {
    id: action.id,
    version: action.version,
    patch: { owner: '', organisation },
  })
}

describe('a correction in a printed cell', () => {
  it('is written into no sentence that says the same words, and is owed until the cell says it', async () => {
    const before = await exchanges('2')
    expect(before).toContain(`${OWNER} demande`)
    const { drafts } = await take({ from: OWNER, to: 'Régions imaginaires' })
    const [draft] = drafts
    expect(draft).toMatchObject({ anchor: '', beforeText: OWNER, afterText: 'Régions imaginaires' })
    const { isWritten, standing } = await accept(draft?.id)
    expect({ isWritten, standing: standing.standing }).toEqual({ isWritten: false, standing: 'owed' })
    expect(await exchanges('2')).toBe(before)
    // Its row is one further down than it was.
    const itemId = items.get('1') ?? ''
    await opened.ok('minutes.addDecision', { id: newId(), itemId, fields: { text: 'Une autre décision.' } })
    expect(await owed()).toEqual([draft?.id])
    await ownedBy(0, 'Régions imaginaires')
    expect(await owed()).toEqual([])
  })

  it('is owed though its words stand elsewhere, until a person says that it is done', async () => {
    expect(await exchanges('3')).toContain('juin 2027')
    const { drafts } = await take({ from: '26 févr. 2027', to: 'juin 2027' })
    const [draft] = drafts
    await accept(draft?.id)
    expect(await owed()).toEqual([draft?.id])
    const version = (await list())[0]?.version ?? 0
    await opened.ok('observations.settle', { id: draft?.id ?? '', version })
    expect(await owed()).toEqual([])
  })

  it('is one of its own where others ask the same', async () => {
    const correction = { from: 'Alix Verne', to: 'Sacha Lune' }
    const { drafts, taken } = await take(correction)
    expect(drafts).toHaveLength(2)
    expect(taken).toEqual({ added: 2, known: 0 })
    expect((await take(correction)).taken).toEqual({ added: 0, known: 2 })
  })
})
