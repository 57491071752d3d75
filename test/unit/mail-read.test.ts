import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlToText } from '../../electron/imports/mail/html-text.ts'
import { safeAttachmentName } from '../../electron/imports/mail/mail-parts.ts'
import { readMail } from '../../electron/imports/mail/read-mail.ts'
import { growth } from '../growth.ts'

const eml = (lines: readonly string[]) =>
  readMail({ fileName: 'message.eml', bytes: new TextEncoder().encode(lines.join('\r\n')) })

const headers = [
  'From: =?utf-8?Q?No=C3=A9?= Ardouin <NOE@Exemple.invalid>',
  'To: "Secrétariat, INP" <secretariat@exemple.invalid>, Équipe: a@exemple.invalid, b@exemple.invalid;',
  'Cc: copie@exemple.invalid',
  'Subject: =?iso-8859-1?Q?R=E9f=E9rentiel?=',
  'Date: Mon, 2 Nov 2026 09:10:00 +0100',
  'Message-ID: <a@exemple.invalid>',
  'In-Reply-To: <z@exemple.invalid>',
  'References: <x@exemple.invalid>',
  ' <z@exemple.invalid>',
]

describe('an .eml', () => {
  it('keeps no part of an address that is too long to be one', async () => {
    const long = `noe@${'a'.repeat(240)}.exemple.invalid`
    const mail = await eml([`From: Noé Ardouin <${long}>`, 'Subject: Point', '', 'Bonjour'])
    expect(mail.from).toEqual({ name: 'Noé Ardouin', email: '' })
  })

  it('says who, when, to whom, and what came before', async () => {
    const mail = await eml([...headers, '', 'Bonjour'])
    expect(mail).toMatchObject({
      from: { name: 'Noé Ardouin', email: 'noe@exemple.invalid' },
      subject: 'Référentiel',
      sentAt: '2026-11-02T08:10:00.000Z',
      messageId: 'a@exemple.invalid',
      inReplyTo: 'z@exemple.invalid',
      references: ['x@exemple.invalid', 'z@exemple.invalid'],
      text: 'Bonjour',
    })
    expect(mail.to.map(({ email }) => email)).toEqual([
      'secretariat@exemple.invalid',
      'a@exemple.invalid',
      'b@exemple.invalid',
    ])
    expect(mail.cc).toEqual([{ name: '', email: 'copie@exemple.invalid' }])
  })

  it('begins after the mark of a mail folder', async () => {
    expect((await eml(['', 'From noe@exemple.invalid Mon Nov 2', ...headers, '', 'Oui'])).text).toBe('Oui')
  })

  it('keeps winmail.dat, leaves signatures out and names what has no name', async () => {
    const part = (type: string, rest: string[] = []) => ['--b', `Content-Type: ${type}`, ...rest, '', 'AAAA']
    const mail = await eml([
      ...headers,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      ...part('text/plain'),
      ...part('application/ms-tnef; name=winmail.dat', ['Content-Disposition: attachment']),
      ...part('application/pkcs7-signature; name=smime.p7s', ['Content-Disposition: attachment']),
      ...part('application/pdf', ['Content-Disposition: attachment']),
      ...part('message/rfc822', ['Content-Disposition: inline']),
      '--b--',
    ])
    expect(mail.attachments.map(({ fileName }) => fileName)).toEqual([
      'winmail.dat',
      'pièce.pdf',
      'pièce.eml',
    ])
    expect(mail.text).toBe('AAAA')
  })

  it('is refused above 50 MB before it is taken apart', async () => {
    const bytes = new Uint8Array(50 * 1024 * 1024 + 1)
    await expect(readMail({ fileName: 'gros.eml', bytes })).rejects.toMatchObject({ code: 'file-too-large' })
  })
})

describe('a .msg', () => {
  const whole = new Uint8Array(readFileSync(new URL('../fixtures/mails/annuaire.msg', import.meta.url)))

  it('with any bytes changed is read or refused, and never followed for ever', async () => {
    const change = fc.tuple(fc.oneof(fc.nat(511), fc.nat(whole.length - 1)), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = whole.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        const read = await readMail({ fileName: 'message.msg', bytes }).catch(
          ({ code }: { code: string }) => code,
        )
        expect(typeof read === 'string' ? read : 'read').toMatch(/^(?:read|file-damaged)$/)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the words of an HTML mail', () => {
  it.each([
    ['<p>Un&nbsp;point</p><p>Deux<br>lignes</p>', 'Un\u00a0point\n\nDeux\nlignes'],
    ['<div>a</div><div>b</div>', 'a\nb'],
    ['<ul><li>un</li><li>deux</li></ul>', '• un\n• deux'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a\tb\nc'],
    ['<a href="https://exemple.invalid/d">le dossier</a>', 'le dossier (https://exemple.invalid/d)'],
    ['<a href="https://exemple.invalid">https://exemple.invalid</a>', 'https://exemple.invalid'],
    ['<style>p{}</style><!-- a > b --><script>if (a<b) x()</script>vu', 'vu'],
    ['<div style="DISPLAY:none"><div>caché</div></div>vu', 'vu'],
    ['a < b &amp; c &#8217; &#x2019; &#146; &inconnu;', 'a < b & c ’ ’ ’ &inconnu;'],
    ['<![if !supportLists]>· <![endif]>point', '· point'],
    ['<p title="a > b">fin', 'fin'],
    ['<pre>a\n  b</pre>', 'a\n  b'],
  ])('%s', (html, text) => expect(htmlToText(html)).toBe(text))

  it.each(['<', '<a ', '<!--', '<div style="', '&', '<p>a', '<b>a b </b>'])(
    'take a time that grows with the text, however it is broken: %s',
    async (piece) => {
      expect(
        await growth((count) => htmlToText(piece.repeat(count)), { size: 20_000, times: 10 }),
      ).toBeLessThan(4)
    },
  )

  it('hold no mark of HTML, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<p>', '</div>', '<br/>', 'é', ' ', 'mot', '<td>', '</table>')),
        (all) => {
          expect(htmlToText(all.join(''))).not.toMatch(/[<>]/)
        },
      ),
    )
  })
})

describe('the name of an attachment', () => {
  it.each([
    ['C:\\Users\\x\\plan.pdf', 'plan.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['note\u202efdp.exe', 'notefdp.exe'],
    ['a<b>:c?.pdf', 'a b c.pdf'],
    ['CON.txt', '_CON.txt'],
    ['   ', 'pièce'],
    [`${'x'.repeat(400)}.docx`, `${'x'.repeat(120)}.docx`],
    [`${'x'.repeat(400)}.exe`, `${'x'.repeat(120)}.exe`],
  ])('%s', (name, safe) => expect(safeAttachmentName(name)).toBe(safe))

  it('is accepted by Windows whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const safe = safeAttachmentName(name)
        expect(safe).not.toMatch(/[<>:"/\\|?*\p{C}]|^[. ]|[. ]$/u)
        expect(safe.length).toBeGreaterThan(0)
        expect(safe.length).toBeLessThanOrEqual(140)
      }),
    )
  })
})
