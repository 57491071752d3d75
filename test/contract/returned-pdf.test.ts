import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { sentMinutes } from '../../electron/features/minutes/observations/sent-minutes.ts'
import { newId } from '../../renderer/api/new-id.ts'
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
    const { fileName, sha256, minutesVersionId, circle, drafts } = file
    await opened.ok('observations.take', {
      meetingId,
      paper: 'minutes',
      files: [{ fileName, sha256, minutesVersionId, circle, drafts }],
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

  it('that nobody wrote on, beside remarks in the mail that brings it, leaves them their place', async () => {
    const pdf = Buffer.from(markedPdf(pages(), [])).toString('base64')
    const mail = (words: string) =>
      new TextEncoder().encode(
        `From: Odile Exemple <odile@exemple.invalid>\r\nTo: a@exemple.invalid\r\nSubject: CR\r\nDate: Fri, 20 Nov 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${words}\r\n--b\r\nContent-Type: application/pdf; name="cr.pdf"\r\nContent-Disposition: attachment; filename="cr.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${pdf}\r\n--b--\r\n`,
      )
    const found = async (words: string) =>
      (
        await opened.ok('observations.readFiles', {
          meetingId,
          paper: 'minutes',
          files: [{ fileName: 'retour.eml', bytes: mail(words) }],
        })
      ).map(({ fileName, failure, drafts }) => [fileName, failure, drafts.map(({ comment }) => comment)])
    expect(await found('Le montant de la page 2 est faux.')).toEqual([
      ['retour.eml', null, ['Le montant de la page 2 est faux.']],
      ['cr.pdf', 'no-difference', []],
    ])
    expect(await found('')).toEqual([['cr.pdf', 'no-difference', []]])
  })

  it('of the agenda withdraws an item whose title is struck out, its number left', async () => {
    const title = agendaModel(sentMeeting()).head.title
    const struck = 'Visites'
    const { items: before } = await opened.ok('agenda.list', { meetingId })
    const fields = { title: struck }
    const afterId = before.at(-1)?.id ?? null
    await opened.ok('agenda.add', { id: newId(), meetingId, parentId: null, afterId, fields })
    const { items: agenda } = await opened.ok('agenda.list', { meetingId })
    const bytes = markedPdf(
      [title, ...agenda.map((item, at) => `${at + 1} ${item.title}`)],
      [{ type: 'StrikeOut', on: struck }],
    )
    const [file] = await opened.ok('observations.readFiles', {
      meetingId,
      paper: 'agenda',
      files: [{ fileName: 'odj.pdf', bytes }],
    })
    expect(file).toMatchObject({ failure: null, drafts: [{ kind: 'change', afterText: '' }] })
    const { sha256 = '', drafts = [] } = file ?? {}
    await opened.ok('observations.take', {
      meetingId,
      paper: 'agenda',
      files: [{ fileName: 'odj.pdf', sha256, minutesVersionId: null, circle: 'internal', drafts }],
    })
    const [row] = await opened.ok('observations.list', { meetingId })
    await opened.ok('observations.decide', {
      ...{ id: row?.id ?? '', version: row?.version ?? 0 },
      ...{ state: 'accepted', answer: '', write: true, over: null },
    })
    expect((await opened.ok('agenda.list', { meetingId })).items.map((item) => item.title)).toEqual(
      agenda.map((item) => item.title).filter((one) => one !== struck),
    )
  })

  it('without a word, of another paper, or broken, says so', async () => {
    expect((await marked()).failure).toBe('no-difference')
    const stranger = markedPdf(['Une tout autre page, écrite par quelqu’un d’autre pour autre chose.'], [])
    expect((await read(stranger)).failure).toBe('not-ours')
    expect((await read(new TextEncoder().encode('%PDF-1.7\nrien'))).failure).toBe('file-damaged')
  })
})
