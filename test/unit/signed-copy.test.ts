import { PDFDocument, PDFName, rgb } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSignatures } from '../../electron/imports/signed/read-signatures.ts'
import { HOLE, type Signing, signingDesk } from '../contract/signing-desk.ts'

const { sign, remove } = signingDesk()
let sealed: Uint8Array
/** What the page is drawn from. */
let drawn: string

beforeAll(async () => {
  const document = await PDFDocument.create()
  document.addPage([200, 200]).drawSquare({ size: 20, color: rgb(0, 0, 0) })
  sealed = await document.save({ useObjectStreams: false })
  const again = await PDFDocument.load(sealed)
  const [only] = again.getPages()
  drawn = /\d+ \d+ R/u.exec(String(only?.node.get(PDFName.of('Contents'))))?.[0] ?? ''
})
afterAll(remove)

const states = async (bytes: Uint8Array) =>
  (await readSignatures(bytes, sealed)).signatures.map(({ signer, state }) => [signer, state])
const chair = (signing?: Signing) => sign(sealed, 'chair', 90, signing)
const object = (ref: string, body: string) => `${ref.replace(/ R$/u, '')} obj\n${body}\nendobj\n`
const other = (ref: string) => object(ref, '<</Length 15>>\nstream\n0 0 200 200 re f\nendstream')

describe('a signed copy', () => {
  it('says who signed as the certificate names them, and that nothing follows', async () => {
    const second = () => new Date().toISOString().slice(0, 19)
    const before = second()
    const signed = await chair()
    const after = second()
    const { signatures, areAppendedRead } = await readSignatures(signed, sealed)
    expect(areAppendedRead).toBe(true)
    expect(signatures).toMatchObject([
      {
        signer: 'Camille Rivoire',
        organisation: 'Présidence d’essai',
        issuer: 'Camille Rivoire',
        reason: 'Approbation',
        isTimestamp: false,
        state: 'whole',
      },
    ])
    const at = signatures[0]?.signedAt?.slice(0, 19)
    expect([after, at, before].sort()).toEqual([before, at, after])
  })

  it('tells a second signature, and a time stamp, from the first, which they follow', async () => {
    const twice = await sign(await chair(), 'other', 92)
    const stamped = await sign(twice, 'clock', 94, { how: 'stamp' })
    expect(await states(stamped)).toEqual([
      ['Camille Rivoire', 'followed'],
      ['Dominique Val', 'followed'],
      ['Horloge d’essai', 'whole'],
    ])
    expect((await readSignatures(stamped, sealed)).signatures.map(({ isTimestamp }) => isTimestamp)).toEqual([
      false,
      false,
      true,
    ])
  })

  it('says that bytes follow which nobody signed', async () => {
    expect(await states(Buffer.concat([await chair(), Buffer.from('% more\n')]))).toEqual([
      ['Camille Rivoire', 'followed'],
    ])
  })

  it.each(['detached', 'stamp'] as const)(
    'says that a %s one is not that of its bytes when one of them changed',
    async (how) => {
      const bytes = await sign(sealed, how === 'stamp' ? 'clock' : 'chair', 90, { how })
      bytes[bytes.indexOf('Approbation')] = 'B'.charCodeAt(0)
      expect((await states(bytes)).map(([, state]) => state)).toEqual(['broken'])
    },
  )

  it('never takes the signature of other words for one of these bytes', async () => {
    expect((await states(await chair({ how: 'attached' }))).map(([, state]) => state)).toEqual(['unread'])
  })

  it('says that a form of signature is not read, and shows what the file says of it', async () => {
    const bytes = await chair()
    const from = bytes.indexOf('/Contents<') + '/Contents<'.length
    bytes.fill('0', from, from + HOLE)
    expect((await readSignatures(bytes, sealed)).signatures).toMatchObject([
      { signer: 'Nom de la signature', signedAt: '2026-12-01T08:30:00.000Z', state: 'unread' },
    ])
  })

  it('takes no signature that leaves out more than itself', async () => {
    const bytes = await chair()
    const range = bytes.indexOf('/ByteRange[0 ') + '/ByteRange[0 '.length
    bytes.write(String(Number(bytes.subarray(range, range + 10).toString()) - 40).padEnd(10), range)
    expect((await states(bytes)).map(([, state]) => state)).toEqual(['broken'])
  })

  it('is refused when a page shows something else, signed or not', async () => {
    const changed = { code: 'signed-changed' }
    await expect(readSignatures(await chair({ more: other(drawn) }), sealed)).rejects.toMatchObject(changed)
    const after = Buffer.concat([await chair(), Buffer.from(`${other(drawn)}%%EOF\n`)])
    await expect(readSignatures(after, sealed)).rejects.toMatchObject(changed)
    const twoPages = await chair({ more: object('80 0 R', '<</A 1>>') + object('80 0 R', '<</A 2>>') })
    await expect(readSignatures(twoPages, sealed)).rejects.toMatchObject(changed)
  })

  it('is refused when a note was laid over a page, or something is done at its opening', async () => {
    const note = (await chair()).toString('latin1').replace('/Annots[91 0 R]', '/Annots[91 0 R 80 0 R]')
    const noted = Buffer.from(
      note.replace(
        /(\n90 0 obj)/u,
        `\n${object('80 0 R', '<</Type/Annot/Subtype/FreeText/Rect[0 0 9 9]>>')}$1`,
      ),
      'latin1',
    )
    await expect(readSignatures(noted, sealed)).rejects.toMatchObject({ code: 'signed-changed' })
    const acts = Buffer.from(
      (await chair()).toString('latin1').replace('/AcroForm<<', '/OpenAction 80 0 R/AcroForm<<'),
      'latin1',
    )
    await expect(readSignatures(acts, sealed)).rejects.toMatchObject({ code: 'signed-changed' })
  })

  it('is refused when a note or a link that was there shows something else, or a page is cut', async () => {
    const own = await PDFDocument.load(sealed)
    const [only] = own.getPages()
    if (only === undefined) throw new Error('no page')
    const pageRef = only.ref.toString()
    const cut = object('80 0 R', '<</A 1>>')
    const inherits = object(
      String(only.node.get(PDFName.of('Parent'))),
      `<</Type/Pages/Count 1/Kids[${pageRef}]/CropBox[0 0 9 9]>>`,
    )
    await expect(readSignatures(await chair({ more: cut + inherits }), sealed)).rejects.toMatchObject({
      code: 'signed-changed',
    })
    const link = own.context.register(own.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9] }))
    only.node.set(PDFName.of('Annots'), own.context.obj([link]))
    const linked = await own.save({ useObjectStreams: false })
    const stamp = object(link.toString(), '<</Type/Annot/Subtype/Stamp/Rect[0 0 199 199]>>')
    const signed = await sign(linked, 'chair', 90, { more: stamp })
    await expect(readSignatures(signed, linked)).rejects.toMatchObject({ code: 'signed-changed' })
    expect((await readSignatures(await sign(linked, 'chair', 90), linked)).areAppendedRead).toBe(true)
  })

  it.each([
    [
      'ends of lines',
      (ref: string, body: string) => object(ref, body).replace(/ (?=\d+ obj)| (?=obj)/gu, '\n'),
    ],
    ['a comment', (ref: string, body: string) => object(ref, body).replace(' obj', ' %x\nobj')],
    ['a sign of an end between', (ref: string, body: string) => `%%EOF\n${object(ref, body)}`],
  ])('is never said to be read when an object stands twice, with %s', async (_, written) => {
    const square = '<</Length 15>>\nstream\n0 0 200 200 re f\nendstream'
    await expect(readSignatures(await chair({ more: written(drawn, square) }), sealed)).rejects.toMatchObject(
      {
        code: 'signed-changed',
      },
    )
    const root = String((await PDFDocument.load(sealed)).context.trailerInfo.Root)
    const twice = readSignatures(await chair({ more: written(root, '<</Type/Catalog>>') }), sealed)
    const said = await twice.then(
      ({ areAppendedRead }) => areAppendedRead,
      ({ code }) => code,
    )
    expect([false, 'signed-changed', 'not-signed']).toContain(said)
  })

  it('says when a field is as large as a part of its page, whose picture may hide it', async () => {
    const large = (await chair()).toString('latin1').replace('/Rect[0 0 0 0]', '/Rect[0 0 190 190]')
    expect((await readSignatures(Buffer.from(large, 'latin1'), sealed)).areAppendedRead).toBe(false)
  })

  it('says when what was appended is packed, and cannot be looked into', async () => {
    const packed = await chair({
      more: object('80 0 R', '<</Type/ObjStm/N 0/First 0/Length 0>>\nstream\n\nendstream'),
    })
    expect((await readSignatures(packed, sealed)).areAppendedRead).toBe(false)
  })

  it('is refused when it does not begin with the sealed bytes, carries no signature of a field, or cannot be read', async () => {
    const altered = Buffer.from(await chair())
    altered[20] = (altered[20] ?? 0) ^ 1
    await expect(readSignatures(altered, sealed)).rejects.toMatchObject({ code: 'signed-other' })
    await expect(readSignatures(sealed.subarray(0, 40), sealed)).rejects.toMatchObject({
      code: 'signed-other',
    })
    await expect(readSignatures(sealed, sealed)).rejects.toMatchObject({ code: 'not-signed' })
    const loose = await chair({ isLoose: true })
    await expect(readSignatures(loose, sealed)).rejects.toMatchObject({ code: 'not-signed' })
  })
})
