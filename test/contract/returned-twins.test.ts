// The same words stand several times in a text, as numbers do in tables: a correction is of the one that was corrected.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { paragraphWords } from '../rich-words.ts'
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

const cell = (text: string) => ({
  type: 'tableCell' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
})
const table = (name: string, count: string) => ({
  type: 'table' as const,
  content: [{ type: 'tableRow' as const, content: [cell(name), cell(count)] }],
})
const section = async () => {
  const view = await opened.ok('minutes.get', { meetingId })
  const found = view?.sections.find((one) => one.itemId === itemId)
  if (found === undefined) throw new Error('no section')
  return found
}
const said = async () => paragraphWords((await section()).exchanges)

it.each([
  [2, ['Communes', '1138', 'Régions', '1137']],
  [4, ['Communes', '1137', 'Régions', '1138']],
])('paragraph %i of two tables alike is the one that changes, once', async (rank, expected) => {
  const { id, version } = await section()
  const content = [table('Communes', '1137'), table('Régions', '1137')]
  await opened.ok('minutes.updateSection', { id, version, patch: { exchanges: { type: 'doc', content } } })
  await opened.ok('minutesVersions.keep', { meetingId, note: '' })
  const [kept] = await opened.ok('minutesVersions.list', { meetingId })
  const anchor = `point_2_echanges_p${rank}`
  const [draft] = draftsOf(itemId, [{ anchor, beforeText: '1137', afterText: '1138' }])
  if (draft === undefined) throw new Error('no draft')
  const file = { fileName: 'a.docx', sha256: '1'.padStart(64, '0'), circle: 'internal' as const }
  const files = [{ ...file, minutesVersionId: kept?.id ?? '', drafts: [draft] }]
  await opened.ok('observations.take', { meetingId, paper: 'minutes', files })

  const decide = async (state: 'accepted' | 'open', write: boolean) => {
    const [one] = await opened.ok('observations.list', { meetingId })
    const asked = { id: draft.id, version: one?.version ?? 0, state, answer: '', write, over: null }
    return opened.ok('observations.decide', asked)
  }
  await decide('accepted', true)
  expect(await said()).toEqual(expected)
  expect(await opened.ok('observations.standing', { meetingId })).toEqual([])
  await decide('open', false)
  expect(await opened.ok('observations.standing', { meetingId })).toMatchObject([{ standing: 'done' }])
  await decide('accepted', true)
  expect(await said()).toEqual(expected)
})
