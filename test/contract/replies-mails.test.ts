import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ReplyDraft } from '../../electron/contract/replies.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
const [abel, berthe, celia] = [newId(), newId(), newId()]

beforeEach(async () => {
  opened = await openTestCore()
  for (const [id, givenName, familyName, email, copyEmails] of [
    [abel, 'Abel', 'Exemple-Martin', 'abel@exemple.invalid', 'cabinet@exemple.invalid'],
    [berthe, 'Berthe', 'Exemple-Dubois', 'berthe@exemple.invalid', ''],
    [celia, 'Célia', 'Exemple-Noël', '', ''],
  ] as const) {
    await opened.ok('directory.addPerson', { id, fields: { givenName, familyName, email, copyEmails } })
    await opened.ok('directory.addMandate', { id: newId(), personId: id, fields: { role: 'titulaire' } })
  }
  meetingId = (await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: false })).id
})
afterEach(() => opened.dispose())

const bytes = (text: string) => new TextEncoder().encode(text.replaceAll('\n', '\r\n'))
const mail = (from: string, text: string, subject = 'RE: Convocation') =>
  bytes(
    `From: ${from}\nTo: secretariat@exemple.invalid\nSubject: ${subject}\nDate: Mon, 23 Nov 2026 09:00:00 +0100\n` +
      `Message-ID: <${newId()}@exemple.invalid>\nMIME-Version: 1.0\n` +
      `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${text}\n`,
  )
const invitation = (
  from: string,
  partstat: string,
  { attendee = from, text = '', uid = `${meetingId}@seances-inp` } = {},
) =>
  bytes(
    `From: ${from}\nTo: secretariat@exemple.invalid\nSubject: Agenda\nDate: Mon, 23 Nov 2026 09:00:00 +0100\n` +
      `MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n` +
      `--b\nContent-Type: text/plain; charset=utf-8\n\n${text}\n` +
      `--b\nContent-Type: text/calendar; charset=utf-8; method=REPLY\n\n` +
      `BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Exemple//FR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:${uid}\nDTSTAMP:20261123T080000Z\n` +
      `DTSTART:20261210T130000Z\nORGANIZER:mailto:secretariat@exemple.invalid\n` +
      `ATTENDEE;CN="Quelqu'un: ailleurs";PARTSTAT=${partstat}:mailto:${attendee.slice(0, 9)}\n ${attendee.slice(9)}\n` +
      `END:VEVENT\nEND:VCALENDAR\n--b--\n`,
  )

async function read(...files: Uint8Array[]): Promise<ReplyDraft[]> {
  return opened.ok('replies.readMails', {
    meetingId,
    files: files.map((content, index) => ({ fileName: `reponse-${index + 1}.eml`, bytes: content })),
  })
}

describe('the reading of answers from mails', () => {
  it('reads the words and the person behind the address, and stores nothing', async () => {
    const [draft] = await read(
      mail('Abel <ABEL@exemple.invalid>', 'Bonjour,\n\nJe participerai en visio.\n\nCordialement'),
    )
    expect(draft).toEqual({
      fileName: 'reponse-1.eml',
      from: 'Abel <abel@exemple.invalid>',
      sentAt: '2026-11-23T08:00:00.000Z',
      personId: abel,
      answer: 'remote',
      representedBy: '',
      excerpt: 'Je participerai en visio.',
      calendar: null,
      otherMeeting: false,
      failure: null,
    })
    expect((await opened.ok('replies.list', { meetingId })).asked.every(({ reply }) => reply === null)).toBe(
      true,
    )
  })

  it('takes the person named by the words, the boss of an assistant, or the name of the writer', async () => {
    const drafts = await read(
      mail('cabinet@exemple.invalid', 'Monsieur le directeur sera présent sur place.'),
      mail('cabinet@exemple.invalid', 'Mme Exemple-Dubois sera représentée par M. Paul Invité.'),
      mail(
        'Célia Exemple-Noël <celia.perso@ailleurs.invalid>',
        'Veuillez m’excuser, je ne pourrai pas venir.',
      ),
      mail('Quelqu’un <inconnu@ailleurs.invalid>', 'Je serai présent.'),
    )
    expect(drafts.map(({ personId, answer, representedBy }) => [personId, answer, representedBy])).toEqual([
      [abel, 'onSite', ''],
      [berthe, 'represented', 'Paul Invité'],
      [celia, 'excused', ''],
      [null, 'onSite', ''],
    ])
  })

  it('takes a calendar’s answer first, refined by the words, and by nothing that contradicts it', async () => {
    const drafts = await read(
      invitation('abel@exemple.invalid', 'ACCEPTED'),
      invitation('abel@exemple.invalid', 'DECLINED'),
      invitation('abel@exemple.invalid', 'TENTATIVE', { text: 'Je serai present.' }),
      invitation('abel@exemple.invalid', 'ACCEPTED', { text: 'Je participerai en visio.' }),
      invitation('abel@exemple.invalid', 'DECLINED', { text: 'Je donne pouvoir a M. Paul Invite.' }),
      invitation('abel@exemple.invalid', 'ACCEPTED', { text: 'Veuillez excuser mon absence.' }),
      invitation('cabinet@exemple.invalid', 'ACCEPTED', { attendee: 'berthe@exemple.invalid' }),
    )
    expect(drafts.map(({ calendar, answer, personId }) => [calendar, answer, personId])).toEqual([
      ['accepted', 'onSite', abel],
      ['declined', 'excused', abel],
      ['tentative', null, abel],
      ['accepted', 'remote', abel],
      ['declined', 'represented', abel],
      ['accepted', null, abel],
      ['accepted', 'onSite', berthe],
    ])
    expect(drafts[4]?.representedBy).toBe('Paul Invite')
  })

  it('takes nothing from an answer to another meeting', async () => {
    const [draft] = await read(
      invitation('abel@exemple.invalid', 'ACCEPTED', { uid: `${newId()}@seances-inp` }),
    )
    expect(draft).toMatchObject({ otherMeeting: true, answer: null, personId: abel })
  })

  it('hears « présent » as at a distance when the meeting has no room', async () => {
    const { meeting } = await opened.ok('meetings.get', { id: meetingId })
    await opened.ok('meetings.update', { id: meetingId, version: meeting.version, patch: { mode: 'visio' } })
    const [words, calendar] = await read(
      mail('abel@exemple.invalid', 'Je serai présent.'),
      invitation('abel@exemple.invalid', 'ACCEPTED'),
    )
    expect([words?.answer, calendar?.answer]).toEqual(['remote', 'remote'])
  })

  it('says of each file why it could not be read, and reads the others', async () => {
    const drafts = await read(
      new Uint8Array(),
      bytes('Ceci n’est pas un courriel.'),
      mail('abel@exemple.invalid', 'Je serai présent.'),
      mail('abel@exemple.invalid', 'Je suis absent du bureau.', 'Réponse automatique'),
    )
    expect(drafts.map(({ failure, answer }) => [failure, answer])).toEqual([
      ['file-empty', null],
      ['file-damaged', null],
      [null, 'onSite'],
      [null, null],
    ])
  })
})
