// What was retained and is refused after all, and words that a person typed without naming a paragraph.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ObservationDraft } from '../../electron/contract/observations.ts'
import type { ObservationState } from '../../electron/domain/minutes/observation.ts'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { draftsOf, writtenMeeting } from './returned-meeting.ts'

let opened: OpenedCore
let meetingId: string
let itemId: string
beforeEach(async () => {
  opened = await openTestCore()
  const written = await writtenMeeting(opened)
  meetingId = written.meetingId
  itemId = written.items.get('2') ?? ''
})
afterEach(() => opened.dispose())

const section = async () => {
  const view = await opened.ok('minutes.get', { meetingId })
  const found = view?.sections.find((one) => one.itemId === itemId)
  if (found === undefined) throw new Error('no section')
  return found
}
const said = async () => plainText((await section()).exchanges).split('\n')

/** The text of the item, kept as it is sent. */
async function send(...texts: string[]): Promise<void> {
  const { id, version } = await section()
  const content = texts.map((text) => ({
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text }],
  }))
  await opened.ok('minutes.updateSection', {
    id,
    version,
    patch: { exchanges: { type: 'doc', content } },
  })
  await opened.ok('minutesVersions.keep', { meetingId, note: '' })
}

async function take(...asked: Partial<ObservationDraft>[]): Promise<string[]> {
  const [version] = await opened.ok('minutesVersions.list', { meetingId })
  const drafts = draftsOf(itemId, asked)
  const file = {
    fileName: 'a.docx',
    sha256: 'c'.repeat(64),
    minutesVersionId: version?.id ?? null,
    circle: 'members' as const,
    drafts,
  }
  await opened.ok('observations.take', { meetingId, paper: 'minutes', files: [file] })
  return drafts.map(({ id }) => id)
}

async function decide(id = '', state: ObservationState, answer = '', over: string | null = null) {
  const rows = await opened.ok('observations.list', { meetingId })
  const version = rows.find((one) => one.id === id)?.version ?? 0
  const done = await opened.ok('observations.decide', { id, version, state, answer, write: true, over })
  return { isWritten: done.isWritten, ...done.standing }
}

const paragraph = (rank: number) => `point_2_echanges_p${rank}`

describe('an observation that was retained and is refused', () => {
  it('has what was there written again', async () => {
    await send('Le guichet ouvre en mars.', 'Un bilan est prévu.')
    const [changed, added] = await take(
      {
        anchor: paragraph(1),
        beforeText: 'Le guichet ouvre en mars.',
        afterText: 'Le guichet ouvre en mai.',
      },
      { anchor: paragraph(2), afterText: 'Un second bilan suivra.' },
    )
    await decide(changed, 'accepted')
    await decide(added, 'accepted')
    expect(await said()).toEqual([
      'Le guichet ouvre en mai.',
      'Un bilan est prévu.',
      'Un second bilan suivra.',
    ])
    expect(await decide(changed, 'refused')).toMatchObject({ standing: 'same' })
    expect(await decide(added, 'refused')).toMatchObject({ standing: 'same' })
    expect(await said()).toEqual(['Le guichet ouvre en mars.', 'Un bilan est prévu.'])
    await opened.ok('history.undo', {})
    expect(await said()).toHaveLength(3)
  })

  it('has it too where it waited in between, and its wording is no reason', async () => {
    await send('Le guichet ouvre en mars.')
    const [id] = await take({
      anchor: paragraph(1),
      beforeText: 'Le guichet ouvre en mars.',
      afterText: 'Le guichet ouvre en mai.',
    })
    await decide(id, 'reworded', 'Le guichet ouvre en avril.')
    expect(await decide(id, 'open', 'Le guichet ouvre en avril.')).toMatchObject({
      isWritten: true,
      standing: 'same',
    })
    expect(await said()).toEqual(['Le guichet ouvre en mars.'])
    const [waiting] = await opened.ok('observations.list', { meetingId })
    expect(waiting).toMatchObject({ state: 'open', answer: '' })
    expect(await decide(id, 'refused')).toMatchObject({ standing: 'same' })
    expect(await opened.ok('observations.standing', { meetingId })).toEqual([])
  })

  it('is told of while the text does as it asks, at the seal too', async () => {
    const gone = 'Un bilan est prévu.'
    await send('Le guichet ouvre en mars.', gone)
    const [id] = await take({ anchor: paragraph(2), beforeText: gone, afterText: '' })
    await decide(id, 'accepted')
    expect(await said()).toEqual(['Le guichet ouvre en mars.'])
    // Nothing tells where in the text of now it stood.
    await decide(id, 'open')
    expect(await decide(id, 'refused')).toMatchObject({ isWritten: false, standing: 'stillSaid' })
    expect(await opened.ok('observations.standing', { meetingId })).toMatchObject([
      { id, standing: 'stillSaid' },
    ])
    const toSeal = async () =>
      (await opened.ok('meetings.leavingChecks', { id: meetingId, departure: 'seal' })).filter(
        ({ kind }) => kind === 'saidObservations',
      )
    expect(await toSeal()).toMatchObject([{ names: ['1'], stops: false }])
    await send('Le guichet ouvre en mars.', gone)
    expect(await toSeal()).toEqual([])
  })

  it('leaves what somebody else wants as well, and what a person wrote on', async () => {
    const wanted = { anchor: paragraph(1), beforeText: 'Le guichet ouvre.', afterText: 'Le guichet ferme.' }
    await send('Le guichet ouvre.', 'Un bilan est prévu.')
    const [one, other] = await take(wanted, { ...wanted, author: 'Noé' })
    await decide(one, 'accepted')
    await decide(other, 'accepted')
    await decide(one, 'refused')
    expect(await said()).toEqual(['Le guichet ferme.', 'Un bilan est prévu.'])
    await decide(other, 'refused')
    expect(await said()).toEqual(['Le guichet ouvre.', 'Un bilan est prévu.'])
  })
})

it('an action that was followed up is taken out as it is asked, with what hangs on it', async () => {
  const { ok } = opened
  await send('Le guichet ouvre en mars.')
  const view = await ok('minutes.get', { meetingId })
  const action = view?.actions[0]
  if (action === undefined) throw new Error('no action')
  const { row } = await ok('followUp.action', { id: action.id })
  const targets = [{ id: action.id, version: row.action.version }]
  await ok('followUp.setActionState', { targets, state: 'done', reason: '', on: null })
  const places = await ok('meetings.get', { id: meetingId })
  const year = places.meeting.date.slice(0, 4)
  const number = `${year}_${String(places.meeting.number).padStart(2, '0')}_01`
  const anchor = `action_A_${number}`
  const [asked] = await take({ itemId: action.itemId, anchor, beforeText: action.text, afterText: '' })
  const printed = (await ok('observations.standing', { meetingId })).find((one) => one.id === asked)?.live
  expect(printed).toContain(action.text)
  const [id] = await take({ itemId: action.itemId, anchor, beforeText: printed ?? '', afterText: '' })
  expect(await decide(id, 'accepted')).toMatchObject({ isWritten: true })
  expect((await ok('minutes.get', { meetingId }))?.actions.map((one) => one.id)).not.toContain(action.id)
})

describe('words that somebody quotes and that name no paragraph', () => {
  it('are whole words, and stand once', async () => {
    await send('Chaque conseiller reçoit le dossier.', 'Le délai court. Le délai est long.')
    const [inside, twice] = await take(
      { source: 'typed', beforeText: 'conseil', afterText: 'comité' },
      { source: 'typed', beforeText: 'délai', afterText: 'terme' },
    )
    expect(await decide(inside, 'accepted')).toMatchObject({ isWritten: false })
    expect(await decide(twice, 'accepted')).toMatchObject({ isWritten: false })
    expect(await said()).toEqual([
      'Chaque conseiller reçoit le dossier.',
      'Le délai court. Le délai est long.',
    ])
  })

  it('are worded again over what was written, not beside it', async () => {
    await send('La présidence accorde un délai aux communes.')
    const [id] = await take({
      source: 'typed',
      beforeText: 'un délai',
      afterText: 'un délai de trois mois',
    })
    expect(await decide(id, 'accepted')).toMatchObject({ isWritten: true, standing: 'done' })
    const [live = ''] = await said()
    await decide(id, 'reworded', 'un délai de deux mois', live)
    expect(await said()).toEqual(['La présidence accorde un délai de deux mois aux communes.'])
    await decide(id, 'refused')
    expect(await said()).toEqual(['La présidence accorde un délai aux communes.'])
  })
})
