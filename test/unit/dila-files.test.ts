// Files of the DILA's open data → what is expected of each, written before the reader; and whatever bytes come.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JorfStructure, JorfText } from '../../electron/domain/jorf-text.ts'
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
