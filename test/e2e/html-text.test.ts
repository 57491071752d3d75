import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { demoDocuments } from '../campaigns/demo-documents.ts'
import { shownBlocks } from '../campaigns/shown-blocks.ts'
import { differenceOf } from '../campaigns/text-equality.ts'
import { electronPath } from './application.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seances-html-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

it('a web page shows minutes and agendas block by block, in the order of the model', async () => {
  // For the Electron alone: this process has a binding of its own.
  vi.stubEnv('SEANCES_SQLITE_BINDING', undefined)
  const documents = await demoDocuments(folder, { years: 1, meetings: 2, formats: ['html'] })
  const pages = documents.map(({ path }) => path('html'))
  const shown = await shownBlocks(pages, folder, async (args) => {
    const { status, stderr } = spawnSync(electronPath(), args, { encoding: 'utf8', timeout: 60_000 })
    expect(status, stderr).toBe(0)
  })
  for (const [index, document] of documents.entries()) {
    const difference = differenceOf(document, 'html, browser', shown[index] ?? [])
    expect(difference.blocks).toBeGreaterThan(50)
    expect(difference).toEqual({ blocks: difference.blocks, missing: [], added: [], outOfOrder: 0 })
  }
})
