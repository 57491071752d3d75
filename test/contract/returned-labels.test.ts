// The number and the label that the application prints before a decision, an action, an outcome and a title are none of
// their words: another one is never written into the text.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { sentMeeting } from '../fixtures/returned/source/meetings.ts'
import { editDocument } from '../unit/word-edits.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { writtenMeeting } from './returned-meeting.ts'

const by = 'w:id="9" w:author="Ève" w:date="2026-11-20T10:00:00Z"'
const run = (words: string, kind = 't') => `<w:r><w:${kind} xml:space="preserve">${words}</w:${kind}></w:r>`
/** Words of one run, replaced with tracking. */
const tracked = (from: string, to: string) => (xml: string) =>
  xml.replace(
    new RegExp(`<w:r>((?:<w:rPr>.*?</w:rPr>)?)<w:t(?: [^>]*)?>([^<]*)${from}([^<]*)</w:t></w:r>`, 'u'),
    (_, __, before, after) =>
      `${run(before)}<w:del ${by}>${run(from, 'delText')}</w:del><w:ins ${by}>${run(to)}</w:ins>${run(after)}`,
  )
const untracked = (from: string, to: string) => (xml: string) => xml.replace(from, to)

let opened: OpenedCore
let meetingId: string
beforeEach(async () => {
  opened = await openTestCore()
  ;({ meetingId } = await writtenMeeting(opened))
  await opened.ok('minutesVersions.keep', { meetingId, note: '' })
})
afterEach(() => opened.dispose())

const written = async () => {
  const view = await opened.ok('minutes.get', { meetingId })
  const { items } = await opened.ok('agenda.list', { meetingId })
  return [
    ...(view?.decisions ?? []).map(({ text }) => text),
    ...(view?.actions ?? []).map(({ text }) => text),
    ...(view?.sections ?? []).map(({ outcomeSentence }) => outcomeSentence),
    ...items.map(({ title }) => title),
  ]
}

describe('a number or a label that is wanted otherwise', () => {
  it.each([
    ['of a decision, tracked', tracked('D-2026-10-02\\.', 'D-2026-10-09.'), 'D-2026-10-09.'],
    ['of a decision, not tracked', untracked('Décision D-2026-10-02.', 'Décision n° 2.'), 'n° 2.'],
    ['of an action', tracked('Action', 'Demande'), 'Demande'],
    ['of an outcome', tracked('Issue du point', 'Conclusion'), 'Conclusion'],
  ])('%s, is left to a person, and the words stay as they are', async (_, edit, wanted) => {
    const before = await written()
    const bytes = editDocument(await renderFlowing(minutesModel(sentMeeting()), 'docx'), edit)
    const files = [{ fileName: 'retour.docx', bytes }]
    const [read] = await opened.ok('observations.readFiles', { meetingId, paper: 'minutes', files })
    const drafts = (read?.drafts ?? []).filter(({ afterText }) => afterText.includes(wanted))
    expect(drafts).toHaveLength(1)
    const { fileName = '', sha256 = '', minutesVersionId = null, circle = 'members' } = read ?? {}
    const taken = [{ fileName, sha256, minutesVersionId, circle, drafts }]
    await opened.ok('observations.take', { meetingId, paper: 'minutes', files: taken })
    const [row] = await opened.ok('observations.list', { meetingId })
    const { isWritten, standing } = await opened.ok('observations.decide', {
      id: row?.id ?? '',
      version: row?.version ?? 0,
      state: 'accepted',
      answer: '',
      write: true,
      over: null,
    })
    expect({ isWritten, standing: standing.standing }).toEqual({ isWritten: false, standing: 'owed' })
    expect(await written()).toEqual(before)
  })
})

describe('the sentence of an outcome that is wanted otherwise', () => {
  it.each([
    ['tells another outcome, which the item then has', 'Le point est reporté.', 'reporte'],
    ['is the standard one of another', 'L’instance rend un avis favorable.', 'avisFavorable'],
    ['is only put otherwise', 'L’instance prend acte de ce calendrier.', 'prisActe'],
    ['tells no outcome', 'Le calendrier présenté reste le même.', 'prisActe'],
  ])('%s', async (_, wanted, outcome) => {
    const edit = tracked('L’instance prend acte du calendrier présenté.', wanted)
    const bytes = editDocument(await renderFlowing(minutesModel(sentMeeting()), 'docx'), edit)
    const files = [{ fileName: 'retour.docx', bytes }]
    const [read] = await opened.ok('observations.readFiles', { meetingId, paper: 'minutes', files })
    const drafts = (read?.drafts ?? []).filter(({ afterText }) => afterText.includes(wanted))
    const { fileName = '', sha256 = '', minutesVersionId = null, circle = 'members' } = read ?? {}
    const taken = [{ fileName, sha256, minutesVersionId, circle, drafts }]
    await opened.ok('observations.take', { meetingId, paper: 'minutes', files: taken })
    const [row] = await opened.ok('observations.list', { meetingId })
    const answer = { state: 'accepted' as const, answer: '', write: true, over: null }
    await opened.ok('observations.decide', { id: row?.id ?? '', version: row?.version ?? 0, ...answer })
    const view = await opened.ok('minutes.get', { meetingId })
    const section = view?.sections.find(({ itemId }) => itemId === row?.itemId)
    expect(section).toMatchObject({ outcomeSentence: wanted, outcome })
    expect(await opened.ok('observations.standing', { meetingId })).toEqual([])
  })
})
