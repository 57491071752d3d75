import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JorfStructure, JorfText } from '../../electron/domain/watch/jorf-text.ts'
import { readDeliveredFile } from '../../electron/imports/dila/read-file.ts'

const folder = new URL('../fixtures/dila/', import.meta.url)
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Record<string, unknown>
const files = readdirSync(folder).filter((name) => name.endsWith('.xml'))
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)))

describe('a delivered file', () => {
  it('is expected, each of them', () => {
    expect(files.sort()).toEqual(Object.keys(expected).sort())
  })

  it.each(files)('%s says what is expected', (name) => {
    expect(readDeliveredFile(bytesOf(name))).toEqual(expected[name])
  })
})

it('says no day that its year does not have', () => {
  const words = new TextDecoder().decode(bytesOf('notice-fautes.xml'))
  const file = readDeliveredFile(new TextEncoder().encode(words.replace('des 4 juin', 'des 29 février')))
  expect(file).toMatchObject({ text: { consultations: [{ body: 'cnen', on: '2099-07-02' }] } })
})

describe('any file', () => {
  const samples = files.map(bytesOf)
  const holds = (bytes: Uint8Array) => {
    const file = readDeliveredFile(bytes)
    if (file.kind === 'text' || file.kind === 'context') JorfText.parse(file.text)
    if (file.kind === 'structure') {
      const { kind: _, ...structure } = file
      JorfStructure.parse(structure)
    }
    return file.kind
  }

  it('is answered in the form that is promised, wherever it was cut or damaged', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.nat(), fc.nat(), fc.nat(255), (bytes, cut, at, byte) => {
        holds(bytes.subarray(0, cut % (bytes.length + 1)))
        const damaged = bytes.slice()
        damaged[at % damaged.length] = byte
        holds(damaged)
      }),
    )
  })

  it('is refused when its elements nest without end', () => {
    const deep = new TextEncoder().encode(`<TEXTE>${'<a>'.repeat(500)}${'</a>'.repeat(500)}</TEXTE>`)
    expect(readDeliveredFile(deep)).toEqual({ kind: 'refused', why: 'tooDeep' })
  })
})

describe('a file of which the articles are not parsed', () => {
  const read = (words: string) => readDeliveredFile(new TextEncoder().encode(words))
  const head =
    '<?xml version="1.0" encoding="UTF-8"?><TEXTE><ID>JORFTEXT000099000070</ID><TITREFULL>Arrêté relatif aux essais</TITREFULL>'
  const withBody = (body: string) => `${head}${body}<SIGNATAIRES/></TEXTE>`
  const plain = read(withBody(''))

  it.each(files)('%s says the same as when the whole is', (name) => {
    const bytes = Buffer.from(bytesOf(name))
    const root = bytes.findIndex(
      (byte, at) => byte === 0x3c && /[A-Z]/.test(String.fromCharCode(bytes[at + 1] ?? 0)),
    )
    // With a comment nothing is cut out: what looks like a tag may be none.
    const parsed = Buffer.concat([bytes.subarray(0, root), Buffer.from('<!-- -->'), bytes.subarray(root)])
    expect(readDeliveredFile(parsed)).toEqual(expected[name])
  })

  it('is of its encoding by all of its bytes', () => {
    const bytes = Buffer.from(withBody('<STRUCT><p>\u00e9</p></STRUCT>'), 'latin1')
    expect(readDeliveredFile(bytes)).toMatchObject({ kind: 'text', text: { warnings: ['encoding'] } })
  })

  it.each([
    ['articles', '<STRUCT><ARTICLE><NUM>9</NUM><BLOC_TEXTUEL>x</BLOC_TEXTUEL></ARTICLE></STRUCT>'],
    ['an end among characters as they are', '<STRUCT><![CDATA[</STRUCT>]]></STRUCT>'],
    ['an end in a comment', '<STRUCT><!-- </STRUCT> --></STRUCT>'],
    ['a beginning in a comment', '<!-- <STRUCT> --><STRUCT/>'],
    ['one in the other', '<STRUCT><STRUCT>a</STRUCT></STRUCT>'],
    ['articles that are not well-formed', '<STRUCT><p>a<br></p></STRUCT>'],
  ])('is read as it is without %s', (_, body) => {
    expect(plain).toMatchObject({ kind: 'text' })
    expect(read(withBody(body))).toEqual(plain)
  })

  it.each([
    ['a beginning without an end', '<STRUCT><p>', 'malformed'],
    ['an end without a beginning', '</STRUCT>', 'malformed'],
  ])('is refused for %s', (_, body, why) => {
    expect(read(withBody(body))).toEqual({ kind: 'refused', why })
  })

  it('is refused for its document type before anything of it is cut out', () => {
    const typed = withBody('<STRUCT></STRUCT>').replace('<TEXTE>', '<!DOCTYPE TEXTE><TEXTE>')
    expect(read(typed)).toEqual({ kind: 'refused', why: 'doctype' })
  })

  it('loses nothing that stands between two of them', () => {
    const later = withBody('<STRUCT>a</STRUCT><NOR>ZZZX9900070A</NOR><STRUCT>b</STRUCT>')
    expect(read(later)).toMatchObject({ text: { nor: 'ZZZX9900070A' } })
  })
})
