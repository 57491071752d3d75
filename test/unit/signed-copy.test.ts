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
