import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { foundFiles } from '../fixtures/found/found.ts'
import { jobEntry, MAX_PEAK_BYTES } from './reader-fuzz.ts'
import { startReader } from './reader-process.ts'

const kept = (name: string) =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../fixtures/found/${name}`, import.meta.url))))

describe('files that a reader once failed on', () => {
  it.each(Object.keys(foundFiles))('%s is read or refused, and leaves nothing at work', async (fileName) => {
    const bytes = kept(fileName)
    expect(bytes.length).toBeLessThanOrEqual(200_000)
    expect(Buffer.compare(bytes, foundFiles[fileName]?.make() ?? new Uint8Array())).toBe(0)
    const reader = startReader(jobEntry)
    try {
      const input = { fileName, bytes, today: '2026-01-10' }
      const first = await reader.read('readFile', input, 10_000)
      expect(first.end).toBe('answer')
      if (first.end === 'answer' && !first.result.ok) expect(first.result.code).not.toBe('unexpected')
      expect(first.peakBytes ?? 0).toBeLessThan(MAX_PEAK_BYTES)
      const sound = new TextEncoder().encode('Ordre du jour\n1. Budget\n2. Divers\n')
      const next = await reader.read('readFile', { ...input, fileName: 'odj.txt', bytes: sound }, 5000)
      expect(next).toMatchObject({ end: 'answer', result: { ok: true } })
    } finally {
      await reader.close()
    }
  })
})
