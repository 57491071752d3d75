import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { log, openLog } from '../../electron/shell/log.ts'

let folder: string
const written = () => readFileSync(join(folder, 'main.log'), 'utf8')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seances-log-'))
  openLog(folder)
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the log', () => {
  it('has a line for each thing said, an error with where it came from, and tells the console of warnings only', () => {
    log.info('started')
    log.warn('core: late')
    log.error('x failed', new Error('here'))
    const [started, late, failed] = written().split(/\n(?=\[\d)/)
    expect(started).toMatch(/^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}\] \[info\] started$/)
    expect(late).toMatch(/\[warn\] core: late$/)
    expect(failed).toMatch(/\[error\] x failed Error: here\n {4}at .*log\.test\.ts/)
    const told = vi.mocked(process.stderr.write).mock.calls.map(([line]) => line)
    expect(told).toEqual([`${late}\n`, failed])
  })

  it('keeps a former file when it grows long, and no more', () => {
    for (const letter of ['a', 'b', 'c']) log.info(letter.repeat(2.5 * 1024 * 1024))
    expect(written()).toContain('ccc')
    expect(readFileSync(join(folder, 'main.old.log'), 'utf8')).toContain('bbb')
    expect(statSync(join(folder, 'main.log')).size).toBeLessThan(3 * 1024 * 1024)
  })

  it('costs nothing but itself where it cannot be written', () => {
    openLog(join(folder, 'none'))
    expect(() => log.error('lost')).not.toThrow()
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })
})
