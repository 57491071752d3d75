// Corrections in cells that the application prints of other data (record, facts): they are nobody's words of a text.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ObservationDraft, ReturnedFile } from '../../electron/contract/observations.ts'
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

async function read(bytes: Uint8Array) {
  const files = [{ fileName: 'retour.docx', bytes }]
  const [file] = await opened.ok('observations.readFiles', { meetingId, paper: 'minutes', files })
  if (file === undefined) throw new Error('no answer')
  return file
}
function keep(file: ReturnedFile, drafts = file.drafts) {
  const { fileName, sha256, minutesVersionId, circle } = file
  const files = [{ fileName, sha256, minutesVersionId, circle, drafts }]
  return opened.ok('observations.take', { meetingId, paper: 'minutes', files })
}
async function take(...corrections: readonly Correction[]) {
  const file = await read(await returned(...corrections))
  await keep(file)
  return file
}

/** As places were told before the column of a cell was. */
const older = (drafts: readonly ObservationDraft[]) =>
  drafts.map((draft) => ({ ...draft, place: draft.place.replace(/, colonne\s\d+$/u, '') }))

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
    const bytes = await returned({ from: 'Alix Verne', to: 'Sacha Lune' })
    const first = await read(bytes)
    expect(first.drafts).toHaveLength(2)
    expect(await keep(first)).toEqual({ added: 2, known: 0 })
    expect(await keep(await read(bytes))).toEqual({ added: 0, known: 2 })
    // Read before the others were taken.
    const drafts = first.drafts.map((draft) => ({ ...draft, id: newId() }))
    expect(await keep(first, drafts)).toEqual({ added: 0, known: 2 })
  })

  it('is known by its place where another was taken alone', async () => {
    const bytes = await returned({ from: 'Alix Verne', to: 'Sacha Lune' })
    const file = await read(bytes)
    expect(await keep(file, file.drafts.slice(1))).toEqual({ added: 1, known: 0 })
    const again = await read(bytes)
    expect(again.drafts.map(({ isKnown }) => isKnown)).toEqual([false, true])
    expect(await keep(again)).toEqual({ added: 1, known: 1 })
  })
})

describe('what was taken when places were told in other words', () => {
  it('is known again, as many as there were', async () => {
    const bytes = await returned({ from: 'Alix Verne', to: 'Sacha Lune' })
    const file = await read(bytes)
    const [first, ...others] = older(file.drafts)
    if (first === undefined) throw new Error('no draft')
    expect(first.place).not.toBe(file.drafts[0]?.place)
    await keep(file, [first])
    const half = await read(bytes)
    expect(half.drafts.map(({ isKnown }) => isKnown)).toEqual([true, false])
    expect(await keep(half)).toEqual({ added: 1, known: 1 })
    expect(others).toHaveLength(1)
    expect((await read(bytes)).drafts.map(({ isKnown }) => isKnown)).toEqual([true, true])
  })

  it('is owed until its cell says it', async () => {
    const file = await read(await returned({ from: OWNER, to: 'Régions imaginaires' }))
    const [draft] = older(file.drafts)
    if (draft === undefined) throw new Error('no draft')
    await keep(file, [draft])
    await accept(draft.id)
    expect(await owed()).toEqual([draft.id])
    await ownedBy(0, 'Régions imaginaires')
    expect(await owed()).toEqual([])
  })
})

describe('a row put into a printed table', () => {
  it('is owed until the table has one that says all of it', async () => {
    const by = 'w:id="990" w:author="Ève" w:date="2026-11-20T10:00:00Z"'
    const cells = ['', '1', 'Rendre compte de l’étape 4.', 'Noé Lune', '']
    const bytes = editDocument(await renderFlowing(minutesModel(meeting()), 'docx'), (xml) => {
      const row = (xml.match(/<w:tr>.*?<\/w:tr>/gsu) ?? []).findLast((one) => /étape\s3/u.test(one)) ?? ''
      const texts = cells.values()
      const own = row
        .replace(/<w:bookmark(?:Start|End) [^>]*>/gu, '')
        .replace(
          /(<w:t(?: [^>]*)?>)[^<]*(<\/w:t>)/gu,
          (_, start: string, end: string) => start + (texts.next().value ?? '') + end,
        )
        .replace(/<w:r>.*?<\/w:r>/gsu, (run) => `<w:ins ${by}>${run}</w:ins>`)
      const marked = own.includes('<w:trPr>')
        ? own.replace('</w:trPr>', `<w:ins ${by}/></w:trPr>`)
        : own.replace('<w:tr>', `<w:tr><w:trPr><w:ins ${by}/></w:trPr>`)
      return xml.replace(row, () => row + marked)
    })
    const file = await read(bytes)
    const [draft] = file.drafts
    expect(draft).toMatchObject({ anchor: '', beforeText: '' })
    expect(draft?.afterText).toContain('Noé Lune')
    await keep(file)
    await accept(draft?.id)
    expect(await owed()).toEqual([draft?.id])
    const fields = {
      text: 'Rendre compte de l’étape 4.',
      owner: 'Alix Verne',
      organisation: '',
      dueDate: null,
    }
    await opened.ok('minutes.addAction', { id: newId(), itemId: items.get('1') ?? '', fields })
    expect(await owed()).toEqual([draft?.id])
    const view = await opened.ok('minutes.get', { meetingId })
    const action = view?.actions.find(({ text }) => text === fields.text)
    if (action === undefined) throw new Error('no action')
    const { id, version } = action
    await opened.ok('minutes.updateAction', { id, version, patch: { owner: 'Noé Lune' } })
    expect(await owed()).toEqual([])
  })
})
