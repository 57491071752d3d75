import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ownFiles } from './own-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seances-own-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('agendas, minutes and records of three meetings come back fact by fact, and change nothing', async () => {
  const { files, tallies, differences, faults } = await ownFiles(folder, { years: 1, meetings: 3 })
  expect({ files, differences, faults }).toEqual({ files: 27, differences: 0, faults: [] })
  for (const tally of tallies.values())
    for (const { same, all } of Object.values(tally)) {
      expect(all).toBeGreaterThan(20)
      expect(same).toBe(all)
    }
})

it('their pages alone say the same in Word, OpenDocument and web pages', async () => {
  const { tallies } = await ownFiles(folder, { years: 1, meetings: 1, stripped: true })
  const share = (key: string) => {
    const counts = Object.values(tallies.get(key) ?? {})
    const sum = (of: 'same' | 'all') => counts.reduce((all, count) => all + count[of], 0)
    return sum('same') / sum('all')
  }
  for (const format of ['docx', 'odt', 'html'])
    expect([share(`agenda ${format}`), share(`minutes ${format}`)]).toEqual([1, 1])
  // A PDF without structure does not tell a title from names that no nature parts from it.
  for (const key of ['agenda pdf', 'minutes pdf', 'decisionRecord pdf'])
    expect(share(key)).toBeGreaterThan(0.9)
})

it('a title that changed after the export is told: the control differs', async () => {
  const report = await ownFiles(folder, { years: 1, meetings: 1, planted: true, only: ['agenda'] })
  expect(report.differences).toBeGreaterThanOrEqual(4)
  expect(report.faults.join('\n')).toContain('seconde lecture')
})
