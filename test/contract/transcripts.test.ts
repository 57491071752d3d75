import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type SessionLine, UNTIMED } from '../../electron/domain/session/session.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { putInSession } from '../put-in-session.ts'
import { notedLine } from '../session-line.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

const time = { now: '' }
let opened: OpenedCore
let meetingId: string
let itemIds: string[]
beforeEach(async () => {
  time.now = '2026-12-10T13:00:00.000Z'
  opened = await openTestCore(time)
  ;({ id: meetingId } = await opened.ok('meetings.create', {
    fields: { date: '2026-12-10' },
    fromTemplate: false,
  }))
  itemIds = [newId(), newId()]
  for (const [index, title] of ['Annuaire partagé', 'Questions diverses'].entries())
    await opened.ok('agenda.add', {
      id: itemIds[index] ?? '',
      meetingId,
      parentId: null,
      afterId: itemIds[index - 1] ?? null,
      fields: { title },
    })
  await putInSession(opened.ok, meetingId)
  for (const [givenName, familyName] of [
    ['Ana', 'Exemple'],
    ['Zoé', 'Essai'],
    ['Luc', 'Martin'],
    ['Léa', 'Martin'],
  ])
    await opened.ok('attendance.add', {
      id: newId(),
      meetingId,
      fields: { givenName: givenName ?? '', familyName: familyName ?? '', organisation: 'Service exemple' },
    })
})
afterEach(() => opened.dispose())

/** The first item for ten minutes, then the second. */
async function hold(): Promise<void> {
  await opened.ok('session.goTo', { meetingId, itemId: itemIds[0] ?? '' })
  time.now = '2026-12-10T13:10:00.000Z'
  await opened.ok('session.goTo', { meetingId, itemId: itemIds[1] ?? '' })
}
const text = `WEBVTT

00:00:05.000 --> 00:00:06.000
<v Exemple, Ana (SG)>D : on ouvre.</v>

00:00:30.000 --> 00:00:31.000
<v ESSAI Zoé>@ADX oui.</v>

00:10:30.000 --> 00:10:31.000
<v Ana E.>La suite.</v>

00:11:00.000 --> 00:11:01.000
<v Martin>Deux réponses.</v>

00:11:30.000 --> 00:11:31.000
<v SPEAKER_03>Et moi.</v>

00:11:40.000 --> 00:11:41.000
(bruit)
`
const read = (words = text, fileName = 'seance.vtt') =>
  opened.ok('notebooks.read', {
    id: newId(),
    meetingId,
    file: { fileName, bytes: new TextEncoder().encode(words) },
  })
const list = () => opened.ok('notebooks.list', { meetingId })
const told = (lines: readonly SessionLine[]) =>
  lines.map(({ itemId, at, kind, speaker, text: words }) =>
    [itemIds.indexOf(itemId ?? '') + 1, at.slice(11, 19), kind, speaker, words].join(' | '),
  )

describe('a transcript', () => {
  it('is cut at the hours of the live screen; nobody is guessed, and no word is read as a mark', async () => {
    await hold()
    expect(await read()).toMatchObject({ outcome: 'added', lineCount: 6, unknownSpeakers: 2 })
    const { lines } = await list()
    expect(told(lines)).toEqual([
      '1 | 13:00:05 | intervention | Ana Exemple | D : on ouvre.',
      '1 | 13:00:30 | intervention | Zoé Essai | @ADX oui.',
      '2 | 13:10:30 | intervention | Ana Exemple | La suite.',
      '2 | 13:11:00 | intervention | Martin | Deux réponses.',
      '2 | 13:11:30 | intervention | SPEAKER_03 | Et moi.',
      '2 | 13:11:40 | note |  | (bruit)',
    ])
    expect(new Set(lines.map(({ state }) => state))).toEqual(new Set(['proposed']))
    expect((await opened.ok('session.get', { meetingId })).lines).toEqual([])
    expect(await read()).toMatchObject({ outcome: 'known', unknownSpeakers: null })
  })

  it('that bears the hours of the desk it was saved on stands at them', async () => {
    await hold()
    const clock = (iso: string) => new Date(iso).toTimeString().slice(0, 8)
    const rows = [
      `${clock('2026-12-10T13:02:00Z')}\t From Ana Exemple to Everyone : bonjour`,
      `${clock('2026-12-10T13:12:00Z')}\t From Zoé Essai to Everyone : merci`,
    ]
    await read(rows.join('\n'), 'meeting_saved_chat.txt')
    expect(told((await list()).lines)).toEqual([
      '1 | 13:02:00 | intervention | Ana Exemple | bonjour',
      '2 | 13:12:00 | intervention | Zoé Essai | merci',
    ])
  })

  it('whose hours are dates of a program is kept without hours', async () => {
    await hold()
    const segments = [{ start: 1e20, text: 'Oui.', speaker: 'Ana Exemple' }]
    expect(await read(JSON.stringify({ segments }), 'a.json')).toMatchObject({
      outcome: 'added',
      lineCount: 1,
    })
  })

  it('without hours of the live screen is cut by what announces the items', async () => {
    const turns = ['Bonjour.', 'Passons au point suivant, questions diverses.', 'Rien.']
    await read(turns.map((words) => `**Ana Exemple**: ${words}`).join('\n\n'), 'seance.md')
    expect(told((await list()).lines)).toEqual([
      '0 | 00:00:00 | intervention | Ana Exemple | Bonjour.',
      `2 | 00:00:00 | intervention | Ana Exemple | ${turns.slice(1).join(' ')}`,
    ])
    expect((await list()).lines.every(({ at }) => at === UNTIMED)).toBe(true)
  })

  it('has its speaker told once, and taken back by one undo', async () => {
    await hold()
    const { notebookId: id } = await read()
    const as = { speaker: 'Léa Martin', organisation: 'SE', personId: null, organisationId: null }
    const view = await opened.ok('notebooks.setSpeaker', { id, said: 'Martin', as })
    const line = view.lines.find(({ text: words }) => words === 'Deux réponses.')
    expect(line).toMatchObject(as)
    expect(await opened.refused('notebooks.setSpeaker', { id, said: 'Martin', as })).toBe('conflict')
    await opened.ok('history.undo', {})
    const back = (await list()).lines.find((one) => one.id === line?.id)
    expect(back).toMatchObject({ speaker: 'Martin', organisation: '' })
  })

  it('moves to the hour at which it began: what is to be decided goes to the item that was on', async () => {
    await hold()
    const { notebookId: id } = await read()
    const before = await list()
    const [first] = before.lines
    if (first === undefined) throw new Error('no line')
    await opened.ok('notebooks.decide', { lines: [{ id: first.id, version: first.version }], as: 'kept' })
    const moved = await opened.ok('notebooks.setBeginning', { id, at: '2026-12-10T13:09:45.000Z' })
    expect(told(moved.lines).slice(0, 3)).toEqual([
      '1 | 13:09:45 | intervention | Ana Exemple | D : on ouvre.',
      '2 | 13:10:10 | intervention | Zoé Essai | @ADX oui.',
      '2 | 13:20:10 | intervention | Ana Exemple | La suite.',
    ])
    await opened.ok('history.undo', {})
    expect(told((await list()).lines)).toEqual(told(before.lines))
    await opened.ok('history.redo', {})
    const { notebookId: other } = await read('**Zoé Essai**: Oui.\n\n**Ana Exemple**: Non.', 'autre.md')
    expect(await opened.refused('notebooks.setBeginning', { id: other, at: time.now })).toBe('state-refuses')
  })

  it('taken over, stands among the notes at its hour and in the minutes with its speaker', async () => {
    await hold()
    await read()
    const { lines } = await list()
    const taken = lines.filter(({ text: words }) => words === 'La suite.')
    await opened.ok('notebooks.decide', {
      lines: taken.map(({ id, version }) => ({ id, version })),
      as: 'kept',
    })
    expect(told((await opened.ok('session.get', { meetingId })).lines)).toEqual([
      '2 | 13:10:30 | intervention | Ana Exemple | La suite.',
    ])
  })

  it('taken over from somebody whom nobody knows, is asked about before the minutes leave', async () => {
    await hold()
    await read()
    const { lines } = await list()
    const taken = lines.filter(({ kind }) => kind === 'intervention')
    await opened.ok('notebooks.decide', {
      lines: taken.map(({ id, version }) => ({ id, version })),
      as: 'kept',
    })
    time.now = '2026-12-10T13:20:00.000Z'
    await opened.ok('session.close', { meetingId })
    const unknown = async () =>
      (await opened.ok('meetings.leavingChecks', { id: meetingId, departure: 'review' }))
        .filter(({ kind }) => kind === 'speakerUnknown')
        .map(({ names: [name], section }) => [itemIds.indexOf(section ?? '') + 1, name])
    expect(await unknown()).toEqual([
      [2, 'Martin'],
      [2, 'SPEAKER_03'],
    ])
  })

  it('taken in the place of a note, keeps the hour at which it was said', async () => {
    await hold()
    await read()
    const fields = { itemId: itemIds[1] ?? null, kind: 'note' as const, raw: 'la suite', text: 'la suite' }
    await opened.ok('session.addLine', {
      ...{ id: newId(), meetingId, at: '2026-12-10T13:15:00.000Z' },
      fields: {
        ...fields,
        ...{ speaker: '', organisation: '', personId: null, organisationId: null },
        ...{ dueDate: null, dueWords: '', watchItemId: null },
      },
    })
    const { lines } = await list()
    const [note, passage] = ['la suite', 'La suite.'].map((words) => lines.find((one) => one.text === words))
    if (note === undefined || passage === undefined) throw new Error('two lines')
    await opened.ok('notebooks.takeInstead', {
      ...{ id: passage.id, version: passage.version, of: { id: note.id, version: note.version } },
    })
    expect(told((await opened.ok('session.get', { meetingId })).lines)).toEqual([
      '2 | 13:10:30 | intervention | Ana Exemple | La suite.',
    ])
  })

  it('is no line that was noted in the meeting, read or taken away again', async () => {
    const noted = async () =>
      (await opened.ok('home.beside', {})).done.filter(({ topic }) => topic === 'notes')
    await read()
    expect((await list()).lines.length).toBeGreaterThan(3)
    expect(await noted()).toEqual([])
    const [notebook] = (await list()).notebooks
    await opened.ok('notebooks.remove', { id: notebook?.id ?? '', version: notebook?.version ?? 0 })
    expect(await noted()).toEqual([])
    await opened.ok('session.addLine', {
      ...{ id: newId(), meetingId, at: time.now },
      fields: notedLine({ itemId: itemIds[0] ?? null }),
    })
    expect(await noted()).toMatchObject([{ added: 1, changed: 0 }])
  })

  it('that says nothing, or too much, is refused and nothing is written', async () => {
    const file = (words: string) => ({ fileName: 'a.vtt', bytes: new TextEncoder().encode(words) })
    const input = (words: string) => ({ id: newId(), meetingId, file: file(words) })
    expect(await opened.refused('notebooks.read', input('WEBVTT\n\nNOTE rien\n'))).toBe('transcript-empty')
    const turns = Array.from({ length: 3001 }, (_, at) => `**00:01 · Participant ${at % 2}** un`)
    expect(await opened.refused('notebooks.read', input(turns.join('\n')))).toBe('transcript-too-long')
    expect(await list()).toMatchObject({ notebooks: [], lines: [] })
  })

  it('let fall on the window is of the meeting on the screen; elsewhere somebody says of which', async () => {
    const bytes = new TextEncoder().encode(text)
    const recognise = async (here: string | null) => {
      const [file] = await opened.ok('imports.recognise', {
        meetingId: here,
        files: [{ fileName: 'sans nom', bytes, sizeBytes: bytes.length }],
      })
      return file?.arrivals.filter(({ kind }) => kind !== 'attachment')
    }
    expect(await recognise(meetingId)).toEqual([
      { kind: 'transcript', meetingId, reason: 'content', isSure: true },
    ])
    await opened.ok('meetings.create', { fields: { date: '2026-12-17' }, fromTemplate: false })
    expect((await recognise(null))?.map(({ kind, isSure }) => `${kind} ${isSure}`)).toEqual([
      'transcript false',
      'transcript false',
    ])
  })
})
