// A member's file of remarks on an agenda, sent back by mail.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { REMARKS_FORMAT } from '../../electron/domain/minutes/member-remarks.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

const title = 'Refonte de l’annuaire'
let opened: OpenedCore
let meetingId: string
beforeAll(async () => {
  opened = await openTestCore()
  const fields = { date: '2026-12-10' }
  meetingId = (await opened.ok('meetings.create', { fields, fromTemplate: false })).id
  const place = { meetingId, parentId: null, afterId: null }
  await opened.ok('agenda.add', { id: newId(), ...place, fields: { title } })
})
afterAll(() => opened.dispose())

function readMail(words: string, disposition = 'attachment') {
  const remark = { anchor: 'x', text: title, comment: 'Préciser la date.', wanted: '' }
  const file = {
    ...{ format: REMARKS_FORMAT, version: 1, meetingId, paper: 'agenda' },
    ...{ organisation: 'ACD', author: 'Camille Exemple' },
    remarks: [{ ...remark, at: '2026-11-20T08:00:00.000Z' }],
  }
  const lines = [
    'From: Camille Exemple <camille@asso.example>',
    'Subject: Nos remarques',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=limite',
    '',
    '--limite',
    'Content-Type: text/plain; charset=utf-8',
    '',
    words,
    '--limite',
    'Content-Type: application/json; name="Remarques.json"',
    `Content-Disposition: ${disposition}; filename="Remarques.json"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(JSON.stringify(file)).toString('base64'),
    '--limite--',
    '',
  ]
  const files = [{ fileName: 'message.eml', bytes: Buffer.from(lines.join('\r\n')) }]
  return opened.ok('observations.readFiles', { meetingId, paper: 'agenda', files })
}

it.each(['attachment', 'inline'])('is found in the mail that it came with (%s)', async (disposition) => {
  const files = await readMail('Veuillez trouver ci-joint nos remarques.', disposition)
  expect(files.map(({ failure }) => failure)).toEqual([null])
  expect(files[0]?.drafts.map(({ comment }) => comment)).toEqual([
    `Sur «\u00a0${title}\u00a0»\nPréciser la date.`,
  ])
})

it('makes a member’s of the words of its mail', async () => {
  const files = await readMail('Pourrait-on traiter l’annuaire en premier, avant le départ du préfet ?')
  expect(files.map(({ circle, failure }) => [circle, failure])).toEqual([
    ['members', null],
    ['members', null],
  ])
})
