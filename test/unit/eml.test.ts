import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { encodedSize, type MailMessage, mailMessage } from '../../electron/documents/mail/eml.ts'

const message = (change: Partial<MailMessage> = {}): MailMessage => ({
  id: '01990000-0000-7000-8000-000000000001',
  form: 'unsent',
  date: new Date('2026-11-02T09:00:00.000Z'),
  from: { name: 'Secrétariat de l’INP', address: 'secretariat@ind.example' },
  to: [{ name: 'Hélène Marchetti', address: 'h.marchetti@asso.example' }],
  cc: [],
  bcc: [],
  subject: 'Convocation à la séance n°\u00a011 du jeudi 10\u00a0décembre 2026 – ordre du jour modifié',
  body: 'Madame, Monsieur,\n\nUn paragraphe.\n',
  replies: null,
  calendar: null,
  attachments: [],
  ...change,
})
const textOf = (content: ArrayBuffer | Uint8Array | string) =>
  typeof content === 'string' ? content : new TextDecoder().decode(content)
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

describe('a message', () => {
  it('has the same bytes each time, and others as soon as it says something else', async () => {
    const bytes = await mailMessage(message())
    expect(Buffer.compare(bytes, await mailMessage(message()))).toBe(0)
    expect(Buffer.compare(bytes, await mailMessage(message({ body: 'Autre' })))).not.toBe(0)
  })

  it('says that it is unsent in a file alone, and who is in blind copy until it is sent', async () => {
    const bcc = [{ name: '', address: 'cache@asso.example' }]
    const heads = await Promise.all(
      (['unsent', 'draft', 'sent'] as const).map(async (form) =>
        latin(await mailMessage(message({ form, bcc }))),
      ),
    )
    expect(heads.map((text) => /^X-Unsent/m.test(text))).toEqual([true, false, false])
    expect(heads.map((text) => text.includes('cache@asso.example'))).toEqual([true, true, false])
  })

  it('is marked as not sent yet, dated and named by its data, with lines of mail', async () => {
    const text = latin(await mailMessage(message({ bcc: [{ name: '', address: 'b@ind.example' }] })))
    expect(text.slice(0, text.indexOf('\r\n\r\n'))).toMatch(/^X-Unsent: 1$/m)
    expect(text).toContain('\r\nDate: Mon, 02 Nov 2026 09:00:00 +0000\r\n')
    expect(text).toContain('\r\nMessage-ID: <01990000-0000-7000-8000-000000000001@seances-inp>\r\n')
    expect(text).toContain('\r\nBcc: b@ind.example\r\n')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text).not.toContain('format=flowed')
    for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998)
    expect(text).toMatch(/^[\x20-\x7e\r\n\t]*$/)
  })

  it('offers ready answers as links of a page, and in words to whoever reads no page', async () => {
    const href = 'mailto:secretariat@ind.example?subject=R%C3%A9ponse&body=Je%20participerai'
    const replies = { lead: 'Répondre en un clic :', links: [{ label: 'Sur place', href }] }
    const mail = await PostalMime.parse(await mailMessage(message({ replies, body: 'A <b> & "c"\n' })))
    expect(mail.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(
      `A <b> & "c"\n\nRépondre en un clic :\n– Sur place : ${href}`,
    )
    expect(mail.html).toContain(`<a href="${href.replace('&', '&amp;')}">Sur place</a>`)
    expect(mail.html).toContain('A &lt;b&gt; &amp; &quot;c&quot;')
  })

  it('leaves the sender to the mail program when the secretariat has no address', async () => {
    expect(latin(await mailMessage(message({ from: null })))).not.toMatch(/^From:/m)
  })

  it('gives its text back as it was, whatever it holds', async () => {
    const line = fc.stringMatching(/^[^\r\n\ud800-\udfff\0]{0,120}$/)
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
        const body = `${lines.join('\n')}\nÉté – « œuvre » `
        const mail = await PostalMime.parse(await mailMessage(message({ body })))
        expect(mail.text?.replace(/\r\n/g, '\n').replace(/\n$/, '')).toBe(body)
        expect(mail.subject).toBe(message().subject)
        expect(mail.from?.name).toBe('Secrétariat de l’INP')
      }),
      { numRuns: 80 },
    )
  })

  it('carries documents under their own names, unchanged, mails and texts too', async () => {
    const names = [
      'Élèves – note d’information « très longue » avec beaucoup de mots et des accents éàü.pdf',
      'transfert.eml',
      'liste.txt',
      'guillemets "et" point;virgule.docx',
      'vide.bin',
    ]
    const attachments = names.map((fileName, index) => ({
      fileName,
      bytes: index === 4 ? new Uint8Array() : Buffer.from(`a\nb\r\nc\0é${fileName}`),
    }))
    const mail = await PostalMime.parse(await mailMessage(message({ attachments })))
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(names)
    expect(mail.attachments.map(({ content }) => textOf(content))).toEqual(
      attachments.map(({ bytes }) => Buffer.from(bytes).toString()),
    )
    expect(mail.attachments.every(({ disposition }) => disposition === 'attachment')).toBe(true)
  })

  it('shows a calendar file as an invitation and carries it as a file', async () => {
    const text = 'BEGIN:VCALENDAR\r\nSUMMARY:Été\r\nEND:VCALENDAR\r\n'
    const bytes = await mailMessage(
      message({
        calendar: { method: 'CANCEL', fileName: 'agenda.ics', bytes: Buffer.from(text) },
        attachments: [],
      }),
    )
    expect(latin(bytes)).toContain('Content-Type: text/calendar; charset=utf-8; method=CANCEL')
    const mail = await PostalMime.parse(bytes)
    expect(mail.attachments.map(({ mimeType, filename }) => [mimeType, filename])).toEqual([
      ['text/calendar', null],
      ['application/ics', 'agenda.ics'],
    ])
    // The reader gives calendars back with line breaks of its own: their bytes are looked at in the message.
    expect(latin(bytes).split(Buffer.from(text).toString('base64'))).toHaveLength(3)
    expect(mail.text?.trim()).toBe(message().body.trim())
  })

  it('is as large as was said before it was built', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 700_000 }), async (size) => {
        const bytes = Buffer.alloc(size, 5)
        const bare = (
          await mailMessage(message({ attachments: [{ fileName: 'a.bin', bytes: new Uint8Array() }] }))
        ).length
        const full = (await mailMessage(message({ attachments: [{ fileName: 'a.bin', bytes }] }))).length
        expect(Math.abs(full - bare - encodedSize(size))).toBeLessThanOrEqual(2)
      }),
      { numRuns: 15 },
    )
  })
})
