import { afterEach, beforeEach, expect, it } from 'vitest'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { writtenMeeting } from './returned-meeting.ts'

let opened: OpenedCore
let meetingId: string
let items: Map<string, string>
beforeEach(async () => {
  opened = await openTestCore()
  ;({ meetingId, items } = await writtenMeeting(opened))
})
afterEach(() => opened.dispose())

const list = () => opened.ok('observations.list', { meetingId })
const section = async () => {
  const view = await opened.ok('minutes.get', { meetingId })
  const found = view?.sections.find(({ itemId }) => itemId === items.get('2'))
  if (found === undefined) throw new Error('no section')
  return found
}
const words = async () => plainText((await section()).exchanges)
async function accept(id = ''): Promise<void> {
  const version = (await list()).find((one) => one.id === id)?.version ?? 0
  await opened.ok('observations.decide', {
    id,
    version,
    state: 'accepted',
    answer: '',
    write: true,
    over: null,
  })
}

it('parts a paragraph, joins two and moves one, and undoes each at once', async () => {
  const long = 'Un premier temps de travail. Un second temps de travail.'
  const texts = ['La côte ouvre en mars.', long, 'Les archives suivent en juin.', 'Un bilan est prévu.']
  const { id, version } = await section()
  const exchanges = {
    type: 'doc' as const,
    content: texts.map((text) => ({
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text }],
    })),
  }
  await opened.ok('minutes.updateSection', { id, version, patch: { exchanges } })
  await opened.ok('minutesVersions.keep', { meetingId, note: '' })
  const draft = {
    id: newId(),
    itemId: items.get('2') ?? null,
    place: '',
    organisation: '',
    organisationId: null,
    author: 'Ève',
    authoredAt: null,
    comment: '',
    source: 'tracked' as const,
    isKnown: false,
    isResolved: false,
  }
  const drafts = [
    {
      ...draft,
      kind: 'change' as const,
      anchor: 'point_2_echanges_p2',
      beforeText: long,
      afterText: 'Un premier temps de travail.\n\nUn second temps de travail.',
    },
    {
      ...draft,
      id: newId(),
      kind: 'change' as const,
      anchor: 'point_2_echanges_p3',
      beforeText: 'Les archives suivent en juin.\n\nUn bilan est prévu.',
      afterText: 'Les archives suivent en juin. Un bilan est prévu.',
    },
    {
      ...draft,
      id: newId(),
      kind: 'move' as const,
      anchor: 'point_2_echanges_p1>point_2_echanges_p2',
      beforeText: 'La côte ouvre en mars.',
      afterText: 'La côte ouvre en mars.',
    },
  ]
  const versions = await opened.ok('minutesVersions.list', { meetingId })
  await opened.ok('observations.take', {
    meetingId,
    paper: 'minutes',
    files: [
      {
        fileName: 'a.docx',
        sha256: 'a'.repeat(64),
        minutesVersionId: versions[0]?.id ?? null,
        circle: 'members',
        drafts,
      },
    ],
  })
  const [split, join, move] = await list()
  await accept(move?.id ?? '')
  expect((await words()).split('\n')[0]).toBe(long)
  expect((await words()).split('\n')[1]).toBe('La côte ouvre en mars.')
  await accept(split?.id ?? '')
  await accept(join?.id ?? '')
  expect(await words()).toBe(
    [
      'Un premier temps de travail.',
      'Un second temps de travail.',
      'La côte ouvre en mars.',
      'Les archives suivent en juin. Un bilan est prévu.',
    ].join('\n'),
  )
  // It stands after the paragraph after which it goes, though that one was parted since.
  expect(await opened.ok('observations.standing', { meetingId })).toEqual([])
  await opened.ok('history.undo', {})
  expect(await words()).toContain('en juin.\nUn bilan')
})
