import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NotebooksView } from '../../electron/contract/notebooks.ts'
import { type SessionLine, UNTIMED } from '../../electron/domain/session/session.ts'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { putInSession } from '../put-in-session.ts'
import { notedLine } from '../session-line.ts'
import { typedDocx, typedText } from '../unit/notebook-typed.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
let folder: string
let itemIds: string[]
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seances-notebook-'))
  opened = await openTestCore({ who: 'secrétaire' })
  await opened.ok('directory.addOrganisation', {
    id: newId(),
    fields: { name: 'Association des départements exemple', acronym: 'ADX' },
  })
  meetingId = await meetingOf(['Annuaire partagé', 'Questions diverses'])
  itemIds = (await opened.ok('agenda.list', { meetingId })).items.map(({ id }) => id)
})
afterEach(async () => {
  await opened.dispose()
  rmSync(folder, { recursive: true, force: true })
})

async function meetingOf(titles: readonly string[], date = '2026-12-10'): Promise<string> {
  const { id } = await opened.ok('meetings.create', { fields: { date }, fromTemplate: false })
  let afterId: string | null = null
  for (const title of titles) {
    const itemId = newId()
    await opened.ok('agenda.add', {
      id: itemId,
      meetingId: id,
      parentId: null,
      afterId,
      fields: { title, durationMinutes: 30, presenter: 'Hélène Marchetti', note: 'Note du secrétariat' },
    })
    afterId = itemId
  }
  return id
}
async function blank(format: 'docx' | 'txt', of = meetingId): Promise<Uint8Array> {
  const path = join(folder, `carnet.${format}`)
  const written = await opened.core.internal('writeDocument', {
    subject: { kind: 'notebook', meetingId: of },
    path,
    format,
  })
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  return readFileSync(path)
}
const typed = new Map([
  ['Notes générales', ['salle froide']],
  [
    '1 Annuaire partagé',
    ['présentation du calendrier', 'D : la bascule est reportée', '@ADX demande un délai'],
  ],
  ['2 Questions diverses', ['A : @ADX transmettre la liste avant le 15/01', '#1 revenir sur les coûts']],
])
const file = (bytes: Uint8Array, fileName = 'carnet.txt') => ({ bytes, fileName })
const read = (bytes: Uint8Array, fileName?: string, id = newId()) =>
  opened.ok('notebooks.read', { id, meetingId, file: file(bytes, fileName) })
const list = () => opened.ok('notebooks.list', { meetingId })
const find = ({ lines }: NotebooksView, text: string): SessionLine => {
  const line = lines.find((one) => one.text === text)
  if (line === undefined) throw new Error(`no line ${text}`)
  return line
}
const at = ({ id, version }: { id: string; version: number }) => ({ id, version })
const decide = async (texts: readonly string[], as: 'kept' | 'proposed' | 'left' = 'kept') => {
  const view = await list()
  return opened.ok('notebooks.decide', { lines: texts.map((text) => at(find(view, text))), as })
}
const minutes = async () => {
  const view = await opened.ok('minutes.get', { meetingId })
  if (view === null) throw new Error('no minutes')
  return view
}
const live = (text: string, kind: SessionLine['kind'] = 'note', itemId = itemIds[0] ?? null) =>
  opened.ok('session.addLine', {
    id: newId(),
    meetingId,
    at: new Date().toISOString(),
    fields: notedLine({ itemId, kind, raw: text, text }),
  })

describe('a notebook that comes back', () => {
  it('says nothing internal, and is proposed line by line with its author', async () => {
    const paper = await blank('txt')
    expect(new TextDecoder().decode(paper)).toContain('## 1 Annuaire partagé\r\n[Prévu')
    expect(new TextDecoder().decode(paper)).not.toContain('Note du secrétariat')
    const outcome = await read(typedText(paper, typed, 'Camille Perrin'))
    expect(outcome).toMatchObject({ outcome: 'added', author: 'Camille Perrin', lineCount: 6, gone: [] })
    const view = await list()
    expect(new Set(view.lines.map(({ author, state, at: when }) => `${author} ${state} ${when}`))).toEqual(
      new Set([`Camille Perrin proposed ${UNTIMED}`]),
    )
    expect(view.lines.map(({ itemId, kind, text }) => [itemId, kind, text])).toEqual([
      [null, 'note', 'salle froide'],
      [itemIds[0], 'note', 'présentation du calendrier'],
      [itemIds[0], 'decision', 'la bascule est reportée'],
      [itemIds[0], 'intervention', 'demande un délai'],
      [itemIds[1], 'action', 'Transmettre la liste'],
      [itemIds[0], 'note', 'revenir sur les coûts'],
    ])
    expect(find(view, 'Transmettre la liste')).toMatchObject({ organisation: 'ADX', dueDate: '2027-01-15' })
    expect((await opened.ok('session.get', { meetingId })).lines).toEqual([])
  })

  it('as a Word file too; the same file twice adds nothing', async () => {
    const bytes = typedDocx(await blank('docx'), typed)
    const { notebookId } = await read(bytes, 'carnet.docx')
    expect(await read(bytes, 'copie.docx')).toMatchObject({ outcome: 'known', notebookId, lineCount: 0 })
    const view = await list()
    expect([view.notebooks.length, view.lines.length]).toEqual([1, 6])
    const [notebook] = view.notebooks
    const named = await opened.ok('notebooks.setAuthor', {
      id: notebookId,
      version: notebook?.version ?? 1,
      author: 'Stagiaire',
    })
    expect(named.lines.every(({ author }) => author === 'Stagiaire')).toBe(true)
  })

  it('keeps what stands under an item that is gone, and lets it be put elsewhere', async () => {
    const bytes = typedDocx(await blank('docx'), typed)
    const { items } = await opened.ok('agenda.list', { meetingId })
    const last = items.at(-1)
    if (last === undefined) throw new Error('no item')
    await opened.ok('agenda.remove', { id: last.id, version: last.version })
    expect(await read(bytes, 'carnet.docx')).toMatchObject({ gone: ['2 Questions diverses'] })
    const view = await list()
    const line = find(view, 'Transmettre la liste')
    expect(view.notebooks[0]?.gone).toEqual([{ heading: '2 Questions diverses', lineIds: [line.id] }])
    const itemId = itemIds[0] ?? null
    const placed = await opened.ok('notebooks.place', { lines: [at(line)], itemId })
    expect(find(placed, line.text).itemId).toBe(itemId)
  })

  it('of 600 lines comes in whole, and is taken whole', async () => {
    const many = Array.from({ length: 600 }, (_, at) => `note ${at} sur les coûts, ligne ${at * 7}`)
    const bytes = new TextEncoder().encode(many.join('\n'))
    expect(await read(bytes)).toMatchObject({ lineCount: 600, isUnreferenced: true })
    const { lines } = await list()
    expect(lines.map(({ text }) => text)).toEqual(many)
    const view = await opened.ok('notebooks.decide', { lines: lines.map(at), as: 'kept' })
    expect(view.lines.every(({ state }) => state === 'kept')).toBe(true)
    expect(await opened.ok('notebooks.progress', { meetingId })).toEqual({
      notebooks: 1,
      lines: 600,
      open: 0,
    })
  })

  it('refuses one of another meeting and an empty one, and writes nothing', async () => {
    const other = await meetingOf(['Annuaire partagé', 'Questions diverses'], '2027-01-14')
    for (const [format, type] of [
      ['docx', typedDocx],
      ['txt', typedText],
    ] as const) {
      const bytes = type(await blank(format, other), typed)
      const input = { id: newId(), meetingId, file: file(bytes, `a.${format}`) }
      expect(await opened.refused('notebooks.read', input)).toBe('notebook-other-meeting')
      const empty = { id: newId(), meetingId, file: file(await blank(format), `b.${format}`) }
      expect(await opened.refused('notebooks.read', empty)).toBe('notebook-empty')
    }
    expect(await list()).toMatchObject({ notebooks: [], lines: [] })
  })
})

describe('merging', () => {
  beforeEach(async () => {
    await putInSession(opened.ok, meetingId)
    await read(typedText(await blank('txt'), typed, 'Camille Perrin'))
  })

  it('makes numbered objects of decisions and actions, whose author stays on the line', async () => {
    await decide(['la bascule est reportée', 'Transmettre la liste'])
    const { decisions, actions } = await minutes()
    expect(decisions).toMatchObject([{ text: 'la bascule est reportée', rank: 1 }])
    expect(actions).toMatchObject([{ text: 'Transmettre la liste', organisation: 'ADX' }])
    const line = find(await list(), 'la bascule est reportée')
    expect(line).toMatchObject({ state: 'kept', author: 'Camille Perrin', decisionId: decisions[0]?.id })
    await decide(['la bascule est reportée'], 'left')
    expect((await minutes()).decisions).toEqual([])
    await opened.ok('history.undo', {})
    expect((await minutes()).decisions).toHaveLength(1)
  })

  it('numbers a mark without words once it has some', async () => {
    await read(typedText(await blank('txt'), new Map([['1 Annuaire partagé', ['D :']]]), 'Zoé Lac'))
    await decide([''])
    expect((await minutes()).decisions).toEqual([])
    const { id, version } = find(await list(), '')
    await opened.ok('session.updateLine', { id, version, patch: { text: 'retenu' } })
    expect((await minutes()).decisions).toMatchObject([{ text: 'retenu' }])
  })

  it('takes the place and the number of one’s own line', async () => {
    await live('report de la bascule', 'decision')
    await live('une note après')
    const view = await list()
    await opened.ok('notebooks.takeInstead', {
      ...at(find(view, 'la bascule est reportée')),
      of: at(find(view, 'report de la bascule')),
    })
    const { decisions } = await minutes()
    expect(decisions).toMatchObject([{ text: 'la bascule est reportée', rank: 1 }])
    const { lines } = await opened.ok('session.get', { meetingId })
    expect(lines.map(({ text }) => text)).toEqual(['la bascule est reportée', 'une note après'])
    expect(find(await list(), 'report de la bascule')).toMatchObject({ state: 'left', decisionId: null })
    // Its hour is that of the note: nothing of a typed notebook was said at an hour of its own.
    const [notebook] = (await list()).notebooks
    expect(
      await opened.refused('notebooks.setBeginning', {
        id: notebook?.id ?? '',
        at: '2026-12-10T13:00:00.000Z',
      }),
    ).toBe('state-refuses')
  })

  it('of another kind, replaces the numbered object', async () => {
    await live('report de la bascule', 'decision')
    const view = await list()
    await opened.ok('notebooks.takeInstead', {
      ...at(find(view, 'présentation du calendrier')),
      of: at(find(view, 'report de la bascule')),
    })
    expect((await minutes()).decisions).toEqual([])
    expect(
      await opened.refused('notebooks.decide', { lines: [{ id: newId(), version: 1 }], as: 'kept' }),
    ).toBe('not-found')
  })

  it('refuses a line that changed meanwhile', async () => {
    const line = at(find(await list(), 'salle froide'))
    await opened.ok('notebooks.decide', { lines: [line], as: 'left' })
    expect(await opened.refused('notebooks.decide', { lines: [line], as: 'kept' })).toBe('conflict')
  })

  it('words the minutes with one’s own notes first, then those of the notebook in their order', async () => {
    await decide(['revenir sur les coûts', 'présentation du calendrier', 'demande un délai'])
    await live('ouverture du point')
    await opened.ok('minutes.generate', { meetingId, itemId: null, evenEdited: true })
    const section = (await minutes()).sections.find(({ itemId }) => itemId === itemIds[0])
    if (section === undefined) throw new Error('no section')
    expect(plainText(section.presentation)).toBe('Ouverture du point.\nPrésentation du calendrier.')
    expect(plainText(section.exchanges)).toBe('L’ADX demande un délai.\nRevenir sur les coûts.')
  })

  it('is taken back whole, what was taken of it staying as notes', async () => {
    await decide(['présentation du calendrier'])
    const [notebook] = (await list()).notebooks
    if (notebook === undefined) throw new Error('no notebook')
    const view = await opened.ok('notebooks.remove', at(notebook))
    expect(view.notebooks).toEqual([])
    expect(view.lines).toMatchObject([{ text: 'présentation du calendrier', notebookId: null }])
    await opened.ok('history.undo', {})
    expect((await list()).lines).toHaveLength(6)
  })
})
