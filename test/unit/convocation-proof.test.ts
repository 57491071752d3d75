import { describe, expect, it } from 'vitest'
import {
  convocationProofModel,
  type SentConvocation,
} from '../../electron/documents/convocation-proof/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import type { Sending } from '../../electron/domain/dispatch/sending.ts'
import { formatDate } from '../../electron/domain/text/french.ts'
import { drawnLines } from '../documents-check/drawn-lines.ts'
import { pdfFaults, structuredText } from '../documents-check/pdf-faults.ts'
import { emptyFile, id } from './documents-builders.ts'

const sha256 = 'ab12'.repeat(16)
const dispatch: SentConvocation['dispatch'] = {
  id: id(900),
  version: 1,
  meetingId: id(1),
  kind: 'convocation',
  itemId: null,
  subject: 'Convocation',
  body: '',
  state: 'sent',
  createdAt: '2026-11-01T08:00:00.000Z',
  sentAt: '2026-11-01T09:00:00.000Z',
  sentBy: 'Claude Fictif',
  agendaVersionNumber: null,
  calendarSequence: null,
  calendarContent: null,
  messageSha256: sha256,
  messageBytes: 1_234_567,
}
const convenedFor = '2026-12-10'
const recipients = Array.from({ length: 18 }, (_, n) => ({
  id: id(100 + n),
  version: 1,
  dispatchId: dispatch.id,
  position: n,
  personId: null,
  name: `Camille Exemple-${n}`,
  organisation: 'DGX',
  email: n === 5 ? '' : `camille.exemple-${n}@exemple.invalid`,
  field: 'to' as const,
  reason: 'member' as const,
}))
const sending = (email: string, change: Partial<Sending> = {}): Sending => ({
  id: id(200),
  attemptId: id(201),
  dispatchId: dispatch.id,
  way: 'server',
  host: 'smtp.exemple.invalid',
  messageId: '<essai@seances-inp>',
  recipient: email,
  sha256,
  sizeBytes: 1_234_567,
  state: 'confirmed',
  preparedAt: '2026-11-01T09:00:00.000Z',
  changedAt: '2026-11-01T09:00:02.000Z',
  answer: '250 OK',
  ...change,
})
const documents = [
  {
    id: id(300),
    dispatchId: dispatch.id,
    position: 0,
    kind: 'convocation' as const,
    attachmentId: null,
    fileName: 'Convocation.pdf',
    placement: 'message' as const,
    sizeBytes: 3,
    sha256: 'cd34'.repeat(16),
  },
]
const handed = recipients
  .filter(({ email }) => email !== '')
  .map(({ email }, n) => sending(email, n === 2 ? { state: 'refused', answer: '550 5.1.1 unknown' } : {}))

describe('the proof of a convocation', () => {
  it('says on one sound page who, when, by what and with which bytes', async () => {
    const model = convocationProofModel(emptyFile(), [
      { dispatch, convenedFor, recipients, documents, sendings: handed },
    ])
    const { bytes, pageCount } = await renderPdf(model, { images: [] })
    expect(pageCount).toBe(1)
    expect(await pdfFaults(bytes)).toEqual([])
    const said = (await structuredText(bytes)).join(' ').replace(/\s+/g, ' ')
    // It may be cut at the end of a line, between any two signs.
    expect(said.replaceAll(' ', '')).toContain(sha256)
    for (const words of ['smtp.exemple.invalid', 'Claude Fictif', 'sans adresse', '<essai@seances-inp>'])
      expect(said).toContain(words)
    expect(model.messages[0]?.recipients.rows[2]?.[2]).toBe('refusé\u00a0: 550 5.1.1 unknown')
    expect(model.messages[0]?.recipients.rows[1]?.[2]).toBe('remis')
  })

  it('has its rows further apart than the lines of one', async () => {
    const organisation = 'Association des communes et des intercommunalités de démonstration'
    const long = recipients.map((one) => ({ ...one, organisation }))
    const model = convocationProofModel(emptyFile(), [
      { dispatch, convenedFor, recipients: long, documents, sendings: [] },
    ])
    const lines = await drawnLines((await renderPdf(model, { images: [] })).bytes)
    const starts = lines.flatMap(({ words }, at) => (words.startsWith('Camille Exemple') ? [at] : []))
    const gap = (at: number) => (lines[at - 1]?.y ?? 0) - (lines[at]?.y ?? 0)
    // Each row has two lines.
    expect(gap((starts[2] ?? 0) - 1)).toBeLessThan(gap(starts[2] ?? 0) * 0.8)
  })

  it('of a message that left by the mail program says so, and claims no server', () => {
    const [message] = convocationProofModel(emptyFile(), [
      { dispatch, convenedFor, recipients, documents, sendings: [] },
    ]).messages
    expect(JSON.stringify(message)).toContain('ouvert dans la messagerie')
    expect(JSON.stringify(message)).not.toContain('smtp')
  })

  it('says of each recipient what is known, and no more', () => {
    const fates = (sendings: readonly Sending[], emails: readonly string[]) => {
      const addressed = recipients.slice(0, emails.length)
      const [message] = convocationProofModel(emptyFile(), [
        {
          dispatch,
          convenedFor,
          recipients: addressed.map((one, n) => ({ ...one, email: emails[n] ?? '' })),
          documents,
          sendings,
        },
      ]).messages
      return [message?.recipients.rows.map((row) => row[2]), JSON.stringify(message?.facts)] as const
    }
    const [sound, broken] = ['camille@exemple.invalid', 'camille@']
    const [byHand] = fates([], [sound, broken, ''])
    expect(byHand).toEqual(['noté comme envoyé', 'adresse invalide', 'sans adresse'])
    const [byServer] = fates([sending(sound)], [sound, broken])
    expect(byServer).toEqual(['remis', 'adresse invalide'])
    const [seen] = fates([sending(sound, { answer: '' })], [sound])
    expect(seen).toEqual(['arrivée constatée'])
    const [fromDrafts, facts] = fates([sending(sound, { way: 'drafts' })], [sound])
    expect(fromDrafts).toEqual(['noté comme envoyé'])
    expect(facts).toContain('ouvert dans la messagerie')
  })

  it('counts the delay to the day that the message convened for', () => {
    const delayOf = (day: string) => {
      const [message] = convocationProofModel(emptyFile(), [
        { dispatch, convenedFor: day, recipients, documents, sendings: [] },
      ]).messages
      return message?.facts.find(({ label }) => label === 'Délai avant la séance')?.value
    }
    expect(delayOf('2026-11-12')).toBe(`11\u00a0jours, séance du ${formatDate('2026-11-12')}`)
    expect(delayOf('2026-10-30')).toBe(`parti après la séance du ${formatDate('2026-10-30')}`)
  })

  it('of nothing sent says that', () => {
    expect(convocationProofModel(emptyFile(), [])).toMatchObject({
      messages: [],
      empty: expect.stringMatching(/Aucune/),
    })
  })
})
