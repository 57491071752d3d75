// The door to zip formats: what comes out is what the directory promised, and never more than one file may unfold to.
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../electron/contract/errors.ts'
import { openArchive } from '../../electron/imports/archive.ts'

const MEGABYTE = 1024 * 1024
const codeOf = (act: () => unknown): string => {
  try {
    act()
    return 'none'
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.code : String(thrown)
  }
}
/** The size that the directory of a zip announces for each of its parts. */
function announcing(bytes: Uint8Array, size: number): Uint8Array {
  const changed = bytes.slice()
  const view = new DataView(changed.buffer)
  for (let at = 0; at + 46 < changed.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true)
  return changed
}

describe('a part of a zip', () => {
  it('is refused when its bytes are not those of its checksum, or not as many', () => {
    const sound = zipSync({ 'a.xml': Buffer.from('<a>bonjour</a>') }, { level: 0 })
    expect(openArchive(sound).read('a.xml')).toEqual(new Uint8Array(Buffer.from('<a>bonjour</a>')))
    const altered = sound.slice()
    const at = Buffer.from(altered).indexOf('bonjour')
    altered[at] = (altered[at] ?? 0) ^ 1
    expect(codeOf(() => openArchive(altered).read('a.xml'))).toBe('file-damaged')
    expect(codeOf(() => openArchive(announcing(sound, 13)).read('a.xml'))).toBe('file-damaged')
  })
})

describe('the parts of a zip together', () => {
  it('are refused before anything is unfolded when they announce more than 200 MB', () => {
    const parts = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, Buffer.from(name)]))
    const zip = zipSync(parts, { level: 0 })
    expect(codeOf(() => openArchive(announcing(zip, 40 * MEGABYTE)))).toBe('none')
    expect(codeOf(() => openArchive(announcing(zip, 40 * MEGABYTE + 1)))).toBe('file-inflates')
  })

  it('are counted as they come out, packed or not', () => {
    const zip = zipSync({
      stored: [new Uint8Array(40 * MEGABYTE), { level: 0 }],
      packed: [new Uint8Array(MEGABYTE), { level: 1 }],
    })
    const stored = openArchive(zip)
    for (let times = 0; times < 5; times += 1) stored.read('stored')
    expect(codeOf(() => stored.read('stored'))).toBe('file-inflates')
    const both = openArchive(zip)
    for (let times = 0; times < 4; times += 1) both.read('stored')
    for (let times = 0; times < 40; times += 1) both.read('packed')
    expect(codeOf(() => both.read('packed'))).toBe('file-inflates')
  })
})
