// What was retained is read back in the text: what stands there is never asked for again, what does not is.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ObservationDraft } from '../../electron/contract/observations.ts'
import type { RichText } from '../../electron/domain/text/rich-text.ts'
import { paragraphWords } from '../rich-words.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { draftsOf, writtenMeeting } from './returned-meeting.ts'

let opened: OpenedCore
let meetingId: string
let items: Map<string, string>
let files = 0
beforeEach(async () => {
  opened = await openTestCore()
  ;({ meetingId, items } = await writtenMeeting(opened))
})
afterEach(() => opened.dispose())

const idOf = (number: string) => items.get(number) ?? ''
const list = () => opened.ok('observations.list', { meetingId })
const standingOf = async (id: string) =>
  (await opened.ok('observations.standing', { meetingId })).find((one) => one.id === id)?.standing ?? null

/** Taken in as of the version that was sent last; a file of its own unless they came in one. */
async function take(paper: 'minutes' | 'agenda', ...asked: Partial<ObservationDraft>[]): Promise<string[]> {
  files += 1
  const [version] = await opened.ok('minutesVersions.list', { meetingId })
  const drafts = draftsOf(idOf('2'), asked)
  const minutesVersionId = paper === 'minutes' ? (version?.id ?? null) : null
  const file = {
    fileName: 'a.docx',
    sha256: String(files).padStart(64, '0'),
    minutesVersionId,
    circle: 'internal' as const,
    drafts,
  }
  await opened.ok('observations.take', { meetingId, paper, files: [file] })
  return drafts.map(({ id }) => id)
}

async function decide(
  id = '',
  answer: { words?: string; write?: boolean; over?: string } = {},
): Promise<{ isWritten: boolean; state: string; standing: string; live: string }> {
  const version = (await list()).find((one) => one.id === id)?.version ?? 0
  const { words, write = true, over = null } = answer
  const done = await opened.ok('observations.decide', {
    id,
    version,
    state: words === undefined ? 'accepted' : 'reworded',
    answer: words ?? '',
    write,
    over,
  })
  return { isWritten: done.isWritten, state: done.observation.state, ...done.standing }
}

describe('the agenda', () => {
  const anchor = 'point_2_passerelle'
  const row = async (number: string) => {
    const { items: all } = await opened.ok('agenda.list', { meetingId })
    const found = all.find(({ id }) => id === idOf(number))
    if (found === undefined) throw new Error('no row')
    return found
  }
  const edit = async (number: string, patch: { durationMinutes?: number; title?: string }) => {
    const { id, version } = await row(number)
    await opened.ok('agenda.update', { id, version, patch })
  }

  it('has moved what is moved: nothing is left to a person, before or after the agenda goes on', async () => {
    const title = `4 ${(await row('4')).title}`
    const move = {
      kind: 'move' as const,
      itemId: idOf('4'),
      anchor: `point_4>${idOf('1')}`,
      beforeText: title,
      afterText: title,
    }
    const [first, again] = await take('agenda', move, { ...move, author: 'Noé' })
    expect(await standingOf(first ?? '')).toBe('same')
    expect(await decide(first)).toMatchObject({ isWritten: true, standing: 'done' })
    const order = (await opened.ok('agenda.list', { meetingId })).items.map(({ id }) => id)
    expect(order.slice(0, 3)).toEqual([idOf('1'), idOf('4'), idOf('2')])
    // Somebody else wanted the same: it is there already.
    expect(await standingOf(again ?? '')).toBe('done')
    const { id, version } = await row('4')
    await opened.ok('agenda.move', { id, version, parentId: null, index: 3 })
    expect(await standingOf(first ?? '')).toBeNull()
  })

  it('reads back a move that goes down: written, it is owed no more', async () => {
    const { title } = await row('1')
    const move = {
      kind: 'move' as const,
      itemId: idOf('1'),
      anchor: `point_1>${idOf('3')}`,
      beforeText: title,
      afterText: title,
    }
    const [id] = await take('agenda', move)
    expect(await decide(id)).toMatchObject({ isWritten: true, standing: 'done' })
    expect((await opened.ok('agenda.list', { meetingId })).items[2]?.id).toBe(idOf('1'))
    expect(await opened.ok('observations.standing', { meetingId })).toEqual([])
  })

  it('says a duration in its own words, and goes on being edited', async () => {
    await edit('2', { durationMinutes: 15 })
    const [id] = await take('agenda', {
      anchor: `${anchor}/duration`,
      beforeText: '15 min',
      afterText: '25 mn',
    })
    expect(await decide(id)).toMatchObject({ isWritten: true, standing: 'done' })
    expect((await row('2')).durationMinutes).toBe(25)
    expect(await standingOf(id ?? '')).toBeNull()
    await edit('2', { durationMinutes: 40 })
    expect(await standingOf(id ?? '')).toBeNull()
  })

  it('asks what it could not write until it says so, or somebody does', async () => {
    await edit('2', { durationMinutes: 15 })
    const [id = ''] = await take('agenda', {
      anchor: `${anchor}/duration`,
      beforeText: '15 min',
      afterText: 'un bon moment',
    })
    expect(await decide(id)).toMatchObject({ isWritten: false, state: 'accepted', standing: 'owed' })
    const version = (await list())[0]?.version ?? 0
    const settled = await opened.ok('observations.settle', { id, version })
    expect(settled.settledAt).not.toBeNull()
    expect(await standingOf(id)).toBeNull()
    await opened.ok('history.undo', {})
    expect(await standingOf(id)).toBe('owed')
    await edit('2', { durationMinutes: 20 })
    expect(await standingOf(id)).toBe('owed')
  })

  it('cannot say what no longer stands beside its table, and does not ask for it', async () => {
    const [id] = await take('agenda', { itemId: null, beforeText: 'Salle A', afterText: 'Salle B' })
    expect(await decide(id)).toMatchObject({ state: 'accepted', standing: 'byHand' })
    expect(await standingOf(id ?? '')).toBeNull()
  })

  it('asks for words beside its table until they stand there, whatever else says them', async () => {
    const place = async (words: string) => {
      const { meeting } = await opened.ok('meetings.get', { id: meetingId })
      const { id, version } = meeting
      await opened.ok('meetings.update', { id, version, patch: { place: words } })
    }
    await place('Salle Haute')
    const [changed, added] = await take(
      'agenda',
      { itemId: null, beforeText: 'Salle Haute', afterText: 'Date' },
      { itemId: null, beforeText: '', afterText: 'Salle Basse' },
    )
    for (const id of [changed, added]) expect(await decide(id)).toMatchObject({ standing: 'owed' })
    await place('Salle Basse')
    expect(await Promise.all([changed, added].map((id) => standingOf(id ?? '')))).toEqual([null, null])
  })
})

describe('the minutes', () => {
  const texts = [
    'La côte ouvre en mars.',
    'Les archives suivent en juin.',
    'Un bilan est prévu.',
    'Il est lu.',
  ]
  const paragraph = (text: string) => ({
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text }],
  })
  const docOf = (...lines: string[]): RichText => ({ type: 'doc', content: lines.map(paragraph) })
  const section = async (number = '2') => {
    const view = await opened.ok('minutes.get', { meetingId })
    const found = view?.sections.find(({ itemId }) => itemId === idOf(number))
    if (found === undefined) throw new Error('no section')
    return found
  }
  const said = async () => paragraphWords((await section()).exchanges)
  const write = async (exchanges: RichText) => {
    const { id, version } = await section()
    await opened.ok('minutes.updateSection', { id, version, patch: { exchanges } })
  }
  const send = async (exchanges: RichText) => {
    await write(exchanges)
    await opened.ok('minutesVersions.keep', { meetingId, note: '' })
  }
  const at = (rank: number) => `point_2_echanges_p${rank}`
  const moveOf = (from: number, after: number, words: string): Partial<ObservationDraft> => ({
    kind: 'move',
    anchor: `${at(from)}>${at(after)}`,
    beforeText: words,
    afterText: words,
  })
  const changeOf = (rank: number, beforeText: string, afterText: string): Partial<ObservationDraft> => ({
    anchor: at(rank),
    beforeText,
    afterText,
  })

  it('ask what a comment wants until what it is about is rewritten, or somebody says that it is', async () => {
    await send(docOf(...texts))
    const words = texts[1] ?? ''
    const about = { kind: 'comment' as const, beforeText: words, afterText: words, comment: 'Dire combien.' }
    const [first = '', second = '', whole = ''] = await take(
      'minutes',
      { ...about, anchor: at(2) },
      { ...about, anchor: at(3), beforeText: texts[2] ?? '', afterText: texts[2] ?? '' },
      { ...about, itemId: null, beforeText: '', afterText: '' },
    )
    for (const id of [first, second, whole])
      expect(await decide(id)).toMatchObject({ isWritten: false, state: 'accepted', standing: 'owed' })
    await write(docOf(texts[0] ?? '', 'Deux cents archives suivent en juin.', texts[2] ?? '', texts[3] ?? ''))
    expect(await Promise.all([first, second, whole].map(standingOf))).toEqual([null, 'owed', 'owed'])
    for (const id of [second, whole]) {
      const version = (await list()).find((one) => one.id === id)?.version ?? 0
      await opened.ok('observations.settle', { id, version })
    }
    expect(await Promise.all([first, second, whole].map(standingOf))).toEqual([null, null, null])
  })

  it('of a move that does not say where it went ask nothing', async () => {
    await send(docOf(...texts))
    const [id] = await take('minutes', { ...moveOf(1, 3, texts[0] ?? ''), anchor: at(1) })
    expect(await decide(id)).toMatchObject({ state: 'accepted', standing: 'byHand' })
    expect(await standingOf(id ?? '')).toBeNull()
  })

  it.each([
    ['moved, then changed', [0, 1]],
    ['changed, then moved', [1, 0]],
  ])('have a paragraph that is %s', async (_, order) => {
    const [first = '', second = '', third = '', fourth = ''] = texts
    const now = 'La côte ouvre en avril.'
    await send(docOf(...texts))
    const ids = await take('minutes', moveOf(1, 3, first), changeOf(1, first, now))
    for (const rank of order) await decide(ids[rank])
    expect(await said()).toEqual([second, third, now, fourth])
    expect(await opened.ok('observations.standing', { meetingId })).toEqual([])
    // What it went after is edited, and parted.
    await write(docOf(second, 'Un bilan annuel est prévu.', 'Il sera public.', now, fourth))
    expect(await opened.ok('observations.standing', { meetingId })).toEqual([])
    await write(docOf(now, second, third, fourth))
    expect((await opened.ok('observations.standing', { meetingId })).map(({ id }) => id)).toEqual([ids[0]])
  })

  it('move a paragraph beside the nearest of those that say the same', async () => {
    const lines = ['Il en est pris acte.', 'Un point est fait.', 'Il en est pris acte.', 'La suite est lue.']
    await send(docOf(...lines))
    const [id] = await take('minutes', moveOf(2, 3, lines[1] ?? ''))
    expect(await decide(id)).toMatchObject({ isWritten: true })
    expect(await said()).toEqual([lines[0], lines[2], lines[1], lines[3]])
    expect(await standingOf(id ?? '')).toBeNull()
  })

  it('move an item of a list as one', async () => {
    const items = (...lines: string[]) => ({
      type: 'bulletList' as const,
      content: lines.map((text) => ({ type: 'listItem' as const, content: [paragraph(text)] })),
    })
    const lines = ['Première mesure.', 'Deuxième mesure.', 'Troisième mesure.', 'Suite du propos.']
    const [one = '', two = '', three = '', last = ''] = lines
    await send({ type: 'doc', content: [items(one, two, three), paragraph(last), items('Autre mesure.')] })
    const [within, out] = await take('minutes', moveOf(1, 2, one), moveOf(3, 4, three))
    await decide(within)
    expect((await section()).exchanges.content[0]).toEqual(items(two, one, three))
    await decide(out)
    expect((await section()).exchanges.content).toEqual([
      items(two, one),
      paragraph(last),
      items(three, 'Autre mesure.'),
    ])
    expect(await opened.ok('observations.standing', { meetingId })).toEqual([])
  })

  it('keep the words that others wanted where another wording is at the same place', async () => {
    const text = 'Le comité adopte le plan et demande un bilan en mars.'
    await send(docOf(text))
    const [a, b = ''] = await take('minutes', changeOf(1, text, text.replace('mars', 'avril')), {
      ...changeOf(1, text, text.replace('adopte', 'approuve')),
      author: 'Noé',
    })
    await decide(a)
    const live = text.replace('mars', 'avril')
    const words = text.replace('mars', 'mai')
    expect(await decide(b, { words })).toMatchObject({
      state: 'open',
      isWritten: false,
      standing: 'differs',
      live,
    })
    expect(await said()).toEqual([live])
    // Read, and written over all the same: what was retained of the other is asked for.
    expect(await decide(b, { words, over: live })).toMatchObject({ state: 'reworded', isWritten: true })
    expect(await said()).toEqual([words])
    expect(await standingOf(a ?? '')).toBe('owed')
  })

  it('have what is put in at one place in its order, however many paragraphs each makes', async () => {
    const [first = '', second = ''] = texts
    await send(docOf(first, second))
    const [one, two] = await take(
      'minutes',
      changeOf(1, '', 'Un ajout entier.'),
      changeOf(1, '', 'Un second ajout.'),
    )
    await decide(one, { words: 'Un ajout.\n\nSa suite.' })
    await decide(two)
    expect(await said()).toEqual([first, 'Un ajout.', 'Sa suite.', 'Un second ajout.', second])
    expect(await opened.ok('observations.standing', { meetingId })).toEqual([])
  })

  it('have what is put in last even where what came before it was never written', async () => {
    const [first = ''] = texts
    await send(docOf(first))
    const [one, two] = await take(
      'minutes',
      changeOf(1, '', 'Un ajout entier.'),
      changeOf(1, '', 'Un second ajout.'),
    )
    expect(await decide(one, { write: false })).toMatchObject({ standing: 'owed' })
    expect(await decide(two)).toMatchObject({ isWritten: true })
    expect(await said()).toEqual([first, 'Un second ajout.'])
  })
  it('are told before the minutes leave, until the text says them', async () => {
    const owed = async () =>
      (await opened.ok('meetings.leavingChecks', { id: meetingId, departure: 'seal' })).filter(
        ({ kind }) => kind === 'owedObservations',
      )
    const [first = ''] = texts
    await send(docOf(first))
    const [one] = await take('minutes', changeOf(1, '', 'Un ajout entier.'))
    expect(await owed()).toEqual([])
    await decide(one, { write: false })
    expect(await owed()).toMatchObject([{ names: ['1'], stops: false }])
    const version = (await list())[0]?.version ?? 0
    await opened.ok('observations.settle', { id: one ?? '', version })
    expect(await owed()).toEqual([])
  })
})
