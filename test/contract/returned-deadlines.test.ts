// The line that is printed below an action: another day in it is the action's deadline, and it goes with its action.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { sentMeeting } from '../fixtures/returned/source/meetings.ts'
import { editDocument, paragraphsIn } from '../unit/word-edits.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { writtenMeeting } from './returned-meeting.ts'

const by = 'w:id="9" w:author="Ève" w:date="2026-11-20T10:00:00Z"'
const run = (words: string, kind = 't') => `<w:r><w:${kind} xml:space="preserve">${words}</w:${kind}></w:r>`
/** Words of one run of such a line, replaced with tracking. */
const tracked = (from: string, to: string) => (xml: string) => {
  const foot = paragraphsIn(xml).find((one) => /^Responsable/u.test(one.replace(/<[^>]+>/gu, ''))) ?? ''
  const words = from.replaceAll(' ', '\\s')
  const edited = foot.replace(
    new RegExp(`<w:r>((?:(?!<w:t[ >]).)*)<w:t(?: [^>]*)?>([^<]*)(${words})([^<]*)</w:t></w:r>`, 'u'),
    (_, __, before, was, after) =>
      `${run(before)}<w:del ${by}>${run(was, 'delText')}</w:del><w:ins ${by}>${run(to)}</w:ins>${run(after)}`,
  )
  return xml.replace(foot, edited)
}
/** Paragraphs with some words, deleted with tracking, mark and all. */
const deleted = (words: RegExp) => (xml: string) =>
  paragraphsIn(xml)
    .filter((paragraph) => words.test(paragraph.replace(/<[^>]+>/gu, '')))
    .reduce((all, paragraph) => all.replace(paragraph, withoutWords(paragraph)), xml)

function withoutWords(paragraph: string): string {
  const mark = `<w:rPr><w:del ${by}/></w:rPr>`
  const marked = paragraph.includes('</w:pPr>')
    ? paragraph.replace('</w:pPr>', `${mark}</w:pPr>`)
    : paragraph.replace('<w:p>', `<w:p><w:pPr>${mark}</w:pPr>`)
  return marked.replace(
    /<w:r>.*?<\/w:r>/gsu,
    (one) =>
      `<w:del ${by}>${one.replaceAll('<w:t>', '<w:delText>').replaceAll('<w:t ', '<w:delText ').replaceAll('</w:t>', '</w:delText>')}</w:del>`,
  )
}

let opened: OpenedCore
let meetingId: string
beforeEach(async () => {
  opened = await openTestCore()
  ;({ meetingId } = await writtenMeeting(opened))
  await opened.ok('minutesVersions.keep', { meetingId, note: '' })
})
afterEach(() => opened.dispose())

const actions = async () => (await opened.ok('minutes.get', { meetingId }))?.actions ?? []
const rows = () => opened.ok('observations.list', { meetingId })
const owed = () => opened.ok('observations.standing', { meetingId })

async function back(edit: (xml: string) => string): Promise<void> {
  const bytes = editDocument(await renderFlowing(minutesModel(sentMeeting()), 'docx'), edit)
  const files = [{ fileName: 'retour.docx', bytes }]
  const [read] = await opened.ok('observations.readFiles', { meetingId, paper: 'minutes', files })
  const { fileName = '', sha256 = '', minutesVersionId = null, circle = 'members', drafts = [] } = read ?? {}
  const taken = [{ fileName, sha256, minutesVersionId, circle, drafts }]
  await opened.ok('observations.take', { meetingId, paper: 'minutes', files: taken })
}

async function decide(id: string, state: 'accepted' | 'open') {
  const version = (await rows()).find((one) => one.id === id)?.version ?? 0
  return opened.ok('observations.decide', { id, version, state, answer: '', write: true, over: null })
}

describe('the line below an action', () => {
  it('that says another day changes the deadline, and gives it back', async () => {
    await back(tracked('26', '28'))
    const [row, ...others] = await rows()
    expect(others).toEqual([])
    expect(row?.afterText).toMatch(/28\sfévrier\s2027/u)
    const id = row?.id ?? ''
    expect(await decide(id, 'accepted')).toMatchObject({ isWritten: true, standing: { standing: 'done' } })
    expect(await actions()).toMatchObject([{ owner: 'Odile Quémener', dueDate: '2027-02-28' }])
    expect(await owed()).toEqual([])
    expect(await decide(id, 'open')).toMatchObject({ isWritten: true })
    expect(await actions()).toMatchObject([{ dueDate: '2027-02-26' }])
  })

  it.each([
    ['a day that does not exist', tracked('26', '31')],
    ['a deadline in other words', tracked('26 février 2027', 'au printemps')],
    ['somebody else', tracked('Odile Quémener', 'Noé Ardouin')],
  ])('that says %s is left to a person', async (_, edit) => {
    await back(edit)
    const row = (await rows()).find(({ place }) => place.includes('responsable et échéance de l’action'))
    const before = await actions()
    expect(await decide(row?.id ?? '', 'accepted')).toMatchObject({
      isWritten: false,
      standing: { standing: 'owed' },
    })
    expect(await actions()).toEqual(before)
  })

  it('goes with its action: nothing of it is owed once the action is gone', async () => {
    await back(deleted(/^Action.*Communiquer l’étude financière|^Responsable\s:/u))
    const all = (await rows()).filter(({ place }) => /action/u.test(place))
    expect(all.length).toBeGreaterThan(0)
    for (const { id } of all) await decide(id, 'accepted')
    expect(await actions()).toEqual([])
    expect(await owed()).toEqual([])
  })
})
