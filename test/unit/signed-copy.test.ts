import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSignatures } from '../../electron/imports/signed/read-signatures.ts'
import { HOLE, signingDesk } from '../contract/signing-desk.ts'

const { sign, remove } = signingDesk()
let sealed: Uint8Array

beforeAll(async () => {
  const document = await PDFDocument.create()
  document.addPage([200, 200])
  sealed = await document.save({ useObjectStreams: false })
})
afterAll(remove)

describe('a signed copy', () => {
  it('says who signed as the certificate names them, and that nothing follows', async () => {
    const [signature, ...more] = await readSignatures(sign(sealed, 'chair', 90), sealed)
    expect(more).toEqual([])
    expect(signature).toMatchObject({
      signer: 'Camille Rivoire',
      organisation: 'Présidence d’essai',
      issuer: 'Camille Rivoire',
      reason: 'Approbation',
      isTimestamp: false,
      state: 'whole',
    })
    expect(Math.abs(Date.parse(signature?.signedAt ?? '') - Date.now())).toBeLessThan(3_600_000)
  })

  it('tells a second signature from the first, which it follows', async () => {
    const twice = sign(sign(sealed, 'chair', 90), 'other', 91)
    expect((await readSignatures(twice, sealed)).map(({ signer, state }) => [signer, state])).toEqual([
      ['Camille Rivoire', 'followed'],
      ['Dominique Val', 'whole'],
    ])
  })

  it('says that bytes follow which nobody signed', async () => {
    const longer = Buffer.concat([sign(sealed, 'chair', 90), Buffer.from('% more\n')])
    expect((await readSignatures(longer, sealed)).map(({ state }) => state)).toEqual(['followed'])
  })

  it('says that a signature is not that of its bytes when one of them changed', async () => {
    const bytes = sign(sealed, 'chair', 90)
    bytes[bytes.indexOf('Approbation')] = 'B'.charCodeAt(0)
    expect((await readSignatures(bytes, sealed)).map(({ state }) => state)).toEqual(['broken'])
  })

  it('says that a form of signature is not read, and shows what the file says of it', async () => {
    const bytes = sign(sealed, 'chair', 90)
    const from = bytes.indexOf('/Contents<') + '/Contents<'.length
    bytes.fill('0', from, from + HOLE)
    expect(await readSignatures(bytes, sealed)).toMatchObject([
      { signer: 'Nom de la signature', signedAt: '2026-12-01T08:30:00.000Z', state: 'unread' },
    ])
  })

  it('takes no signature that leaves out more than itself', async () => {
    const bytes = sign(sealed, 'chair', 90)
    const range = bytes.indexOf('/ByteRange[0 ') + '/ByteRange[0 '.length
    bytes.write(String(Number(bytes.subarray(range, range + 10).toString()) - 40).padEnd(10), range)
    expect((await readSignatures(bytes, sealed)).map(({ state }) => state)).toEqual(['broken'])
  })

  it('is refused when it does not begin with the sealed bytes, carries no signature, or cannot be read', async () => {
    const other = Buffer.from(sign(sealed, 'chair', 90))
    other[20] = (other[20] ?? 0) ^ 1
    await expect(readSignatures(other, sealed)).rejects.toMatchObject({ code: 'signed-other' })
    await expect(readSignatures(sealed.subarray(0, 40), sealed)).rejects.toMatchObject({
      code: 'signed-other',
    })
    await expect(readSignatures(sealed, sealed)).rejects.toMatchObject({ code: 'not-signed' })
    const junk = Buffer.from('%PDF-1.7\nnothing')
    await expect(readSignatures(junk, junk)).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:file-damaged|not-signed)$/u),
    })
  })
})
