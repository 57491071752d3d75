import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { mailMessage } from '../../electron/documents/mail/eml.ts'
import { addressesIn, addressFault, headersOf, isAddress } from '../../electron/domain/people/addresses.ts'
import { withoutBreaks } from '../../electron/domain/text/without-breaks.ts'

/** Characters that break headers, between ordinary ones. */
const nasty = fc.constantFrom(
  '\r',
  '\n',
  '\r\n',
  '\0',
  '\u2028',
  ' ',
  ',',
  ';',
  ':',
  '<',
  '>',
  '"',
  '(',
  '@',
  '\\',
  '=?',
)
const typed = fc
  .array(fc.oneof(nasty, fc.string({ maxLength: 6 }), fc.constantFrom('é', 'a@b.example', 'Bcc:')), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''))
const fields = fc.constantFrom('to', 'cc', 'bcc')

describe('an address', () => {
  it.each([
    'helene.marchetti@asso.example',
    'h-m+seances@sous.domaine.example',
    'x_1@département.example',
    "d'exemple@asso.example",
  ])('%s is sound', (address) => {
    expect(isAddress(address)).toBe(true)
    expect(addressFault(` ${address} `)).toBeNull()
  })

  it.each([
    '',
    'sans-arobase',
    'a@b',
    '@asso.example',
    'a@',
    'a@@asso.example',
    'a@b@asso.example',
    'a b@asso.example',
    'a@asso.example\nBcc: tous@asso.example',
    'a@asso.example\n',
    'a@asso.example, b@asso.example',
    '"a"@asso.example',
    'Hélène <h@asso.example>',
    '.a@asso.example',
    'a..b@asso.example',
    'a@-asso.example',
    `${'a'.repeat(65)}@asso.example`,
  ])('%j is not', (address) => {
    expect(isAddress(address)).toBe(false)
  })

  it('is told apart from its neighbours in one field', () => {
    expect(addressesIn('a@x.example; B <b@x.example>,\nc@x.example, ')).toEqual([
      'a@x.example',
      'b@x.example',
      'c@x.example',
    ])
  })
})

describe('headers', () => {
  it('hold sound addresses on one line, each once, in the foremost field', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: typed, email: typed, field: fields }), { maxLength: 12 }),
        (list) => {
          const { to, cc, bcc } = headersOf(list)
          const all = [...to, ...cc, ...bcc]
          for (const { name, address } of all) {
            expect(isAddress(address)).toBe(true)
            expect(`${name}${address}`).not.toMatch(/[\r\n\0\u2028]/)
          }
          expect(new Set(all.map(({ address }) => address.toLowerCase())).size).toBe(all.length)
        },
      ),
    )
  })

  it('give each address once, first as addressee, then in copy, then hidden', () => {
    const one = { name: '', email: 'A@x.example' }
    expect(
      headersOf([
        { ...one, field: 'bcc' },
        { ...one, field: 'cc' },
        { ...one, field: 'to' },
      ]),
    ).toEqual({
      to: [{ name: '', address: 'A@x.example' }],
      cc: [],
      bcc: [],
    })
  })

  it('of a whole message are those that were meant, whatever was typed anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ name: typed, email: typed, field: fields }), { maxLength: 6 }),
        typed,
        typed,
        async (list, subject, fileName) => {
          const bytes = await mailMessage({
            id: 'essai',
            form: 'unsent',
            date: new Date('2026-11-02T09:00:00.000Z'),
            from: null,
            ...headersOf([...list, { name: 'Hélène\r\nX-Pirate: 1', email: 'h@asso.example', field: 'to' }]),
            subject,
            body: 'Texte',
            replies: null,
            calendar: null,
            attachments: [{ fileName, bytes: Buffer.from('x') }],
          })
          const text = Buffer.from(bytes).toString('latin1')
          const head = text.slice(0, text.indexOf('\r\n\r\n')).replace(/\r\n[ \t]/g, ' ')
          const keys = head.split('\r\n').map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
          const known = [
            'x-unsent',
            'to',
            'cc',
            'bcc',
            'subject',
            'message-id',
            'date',
            'mime-version',
            'content-type',
          ]
          expect(keys.filter((key) => !known.includes(key))).toEqual([])
          expect(new Set(keys).size).toBe(keys.length)
          const mail = await PostalMime.parse(bytes)
          expect(mail.to?.some(({ address }) => address === 'h@asso.example')).toBe(true)
          expect((mail.subject ?? '').trim()).toBe(withoutBreaks(subject))
        },
      ),
      { numRuns: 60 },
    )
  })
})
