// What the command line leaves behind when nobody reads what it prints, and how it is started beside the application.
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { runTyped } from '../../electron/command-line/run.ts'
import { inp } from '../entry.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seances-ligne-'))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

it.each([
  ['EPIPE', 'stdout', 0],
  ['EPIPE', 'stderr', 0],
  ['EIO', 'stdout', 1],
] as const)('an act goes on to its end after %s on %s', async (code, stream, status) => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const data = join(folder, 'exemple')
  const running = runTyped(['demo', '--data', data, '--years', '1', '--end', '2026-11-24'])
  process[stream].emit('error', Object.assign(new Error(code), { code }))
  expect(await running).toBe(status)
  expect(JSON.parse(inp('meetings', 'list', '--data', data, '--json').stdout)).not.toEqual([])
})

const scripts = join(import.meta.dirname, '../../resources/command-line')

it('is found by a link to a link, in the application of a Mac', () => {
  const contents = join(folder, 'Séances INP.app/Contents')
  for (const name of ['MacOS', 'Resources', '../../bin']) mkdirSync(join(contents, name), { recursive: true })
  const program = join(contents, 'MacOS/seances-inp')
  writeFileSync(program, '#!/bin/sh\nprintf "%s|" "$@"\n')
  chmodSync(program, 0o755)
  cpSync(join(scripts, 'inp-mac'), join(contents, 'Resources/inp'))
  symlinkSync('../Séances INP.app/Contents/Resources/inp', join(folder, 'bin/un'))
  symlinkSync(join(folder, 'bin/un'), join(folder, 'deux'))
  for (const name of ['deux', 'bin/un', 'Séances INP.app/Contents/Resources/inp'])
    expect(execFileSync(join(folder, name), ['search', 'deux mots'], { encoding: 'utf8' })).toBe(
      '--log-level=3|--inp|search|deux mots|',
    )
})

it('keeps what programs read apart from sentences on Windows, and gives the terminal its letters back', () => {
  const lines = readFileSync(join(scripts, 'inp.cmd'), 'utf8').split('\r\n')
  const [out, err] = ['.out', '.err'].map((end) => `"%printed%${end}"`)
  expect(lines.some((line) => line.endsWith(`> ${out} 2> ${err}`))).toBe(true)
  expect(lines).toContain(`type ${out}`)
  expect(lines).toContain(`type ${err} 1>&2`)
  expect(lines.findIndex((line) => line.startsWith('chcp %page%'))).toBeGreaterThan(
    lines.findIndex((line) => line.startsWith('chcp 65001')),
  )
})
