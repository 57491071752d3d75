// What was retained and is refused after all, and words that a person typed without naming a paragraph.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ObservationDraft } from '../../electron/contract/observations.ts'
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

async function decide(
  id = '',
  state: 'accepted' | 'reworded' | 'refused',
  answer = '',
  over: string | null = null,
) {
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

describe('words that name no paragraph', () => {
  it('are whole words, and stand once', async () => {
    await send('Chaque conseiller reçoit le dossier.', 'Le délai court. Le délai est long.')
    const [inside, twice] = await take(
      { beforeText: 'conseil', afterText: 'comité' },
      { beforeText: 'délai', afterText: 'terme' },
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
    const [id] = await take({ beforeText: 'un délai', afterText: 'un délai de trois mois' })
    expect(await decide(id, 'accepted')).toMatchObject({ isWritten: true, standing: 'done' })
    const [live = ''] = await said()
    await decide(id, 'reworded', 'un délai de deux mois', live)
    expect(await said()).toEqual(['La présidence accorde un délai de deux mois aux communes.'])
    await decide(id, 'refused')
    expect(await said()).toEqual(['La présidence accorde un délai aux communes.'])
  })
})
