import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { sentMinutes } from '../../electron/features/minutes/observations/sent-minutes.ts'
import { sentMeeting } from '../fixtures/returned/source/meetings.ts'
import { type Mark, markedPdf } from '../unit/marked-pdf.ts'
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

const pages = () => sentMinutes(sentMeeting(), minutesModel(sentMeeting())).map(({ text }) => text)

async function read(bytes: Uint8Array, fileName = 'projet.pdf') {
  const files = [{ fileName, bytes }]
  const [file] = await opened.ok('observations.readFiles', { meetingId, paper: 'minutes', files })
  if (file === undefined) throw new Error('no answer')
  return file
}
const marked = (...marks: Mark[]) => read(markedPdf(pages(), marks))

const remarks: Mark[] = [
  { type: 'Caret', on: 'avant l’été', words: 'avant le printemps' },
  { type: 'StrikeOut', on: 'avant l’été', to: { mark: 0, how: 'Group' } },
  { type: 'Highlight', on: 'Deux sites', words: 'Lesquels ?', author: 'Noé Durand' },
  { type: 'Ink', on: 'Deux sites' },
]

describe('a commented PDF', () => {
  it('comes back: what it asks is written where it stands, and its notes are told there', async () => {
    await opened.ok('minutesVersions.keep', { meetingId, note: '' })
    const file = await marked(...remarks)
    expect(file).toMatchObject({ failure: null, isExcerpt: false, ignored: [{ reason: 'mark', count: 1 }] })
    expect(file.drafts).toMatchObject([
      { kind: 'change', author: 'Ève Martin', itemId: items.get('2') },
      { kind: 'comment', author: 'Noé Durand', itemId: items.get('4') },
    ])
    expect(file.drafts[1]?.comment).toBe('Sur «\u00a0Deux sites\u00a0»\nLesquels ?')
    const { fileName, sha256, minutesVersionId, drafts } = file
    await opened.ok('observations.take', {
      meetingId,
      paper: 'minutes',
      files: [{ fileName, sha256, minutesVersionId, drafts }],
    })
    const [row] = await opened.ok('observations.list', { meetingId })
    const decided = await opened.ok('observations.decide', {
      id: row?.id ?? '',
      version: row?.version ?? 0,
      state: 'accepted',
      answer: '',
      write: true,
      over: null,
    })
    expect(decided.isWritten).toBe(true)
    const view = await opened.ok('minutes.get', { meetingId })
    const section = view?.sections.find(({ itemId }) => itemId === items.get('2'))
    expect(section === undefined ? '' : plainText(section.exchanges)).toContain(
      'soit connu avant le printemps',
    )
    // The same bytes add nothing.
    expect((await marked(...remarks)).drafts.every(({ isKnown }) => isKnown)).toBe(true)
  })

  it('without a word, of another paper, or broken, says so', async () => {
    expect((await marked()).failure).toBe('no-difference')
    const stranger = markedPdf(['Une tout autre page, écrite par quelqu’un d’autre pour autre chose.'], [])
    expect((await read(stranger)).failure).toBe('not-ours')
    expect((await read(new TextEncoder().encode('%PDF-1.7\nrien'))).failure).toBe('file-damaged')
  })
})
