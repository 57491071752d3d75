import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostileFiles } from './hostile-files.ts'
import { jobEntry, MAX_PEAK_BYTES } from './reader-fuzz.ts'
import { startReader } from './reader-process.ts'

/** Time of processor from the file to its refusal; the start of the process, of half a second, is in it. */
const REFUSAL_MS = 3000
const READING_MS = 20_000

let connections = 0
const far = createServer((_, response) => response.end())
far.on('connection', () => {
  connections += 1
})
const room = mkdtempSync(join(tmpdir(), 'seances-hostile-'))

beforeAll(() => new Promise<void>((resolve) => far.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  far.close()
  rmSync(room, { recursive: true, force: true })
})

describe('a hostile file', () => {
  it.each(hostileFiles('').map(({ name }) => name))('%s is refused, or read within bounds', async (name) => {
    const address = `http://127.0.0.1:${(far.address() as AddressInfo).port}`
    const file = hostileFiles(address).find((one) => one.name === name)
    const reader = startReader(jobEntry, { TMPDIR: room, TEMP: room, TMP: room })
    try {
      const input = { fileName: name, bytes: file?.make(), today: '2026-01-10' }
      const read = await reader.read('readFile', input, READING_MS)
      const end = read.end !== 'answer' ? read.end : read.result.ok ? 'bounded' : read.result.code
      expect(end).toBe(file?.end)
      if (end !== 'bounded') expect(read.ms).toBeLessThan(REFUSAL_MS)
      expect(read.peakBytes ?? 0).toBeLessThan(MAX_PEAK_BYTES)
    } finally {
      await reader.close()
    }
    expect(connections).toBe(0)
    expect(readdirSync(room)).toEqual([])
  })
})
