// The pages for administrations, and the check that a person runs at a desk.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { REGISTRY_KEY } from '../../electron/domain/managed/policies.ts'
import { withRuns } from '../../scripts/test/verified.ts'
import { faultsOf } from './french-rules.ts'
import { readTracked, root } from './tracked.ts'

const page = (name: string) => readTracked(`docs/${name}.md`).text ?? ''

describe('the page on installation', () => {
  const text = page('installation')

  it('has two pages, and names where policies are', () => {
    expect((text.match(/\p{L}[\p{L}’-]*/gu) ?? []).length).toBeLessThanOrEqual(900)
    for (const name of [REGISTRY_KEY, 'policies.json', 'SHA256SUMS', 'seances-inp.cdx.json'])
      expect(text).toContain(name)
  })
})

describe('the statement on accessibility', () => {
  it('says as plainly what was never tried as what was', () => {
    const titles = [...page('accessibility').matchAll(/^## (.+)$/gm)].map(([, title]) => title)
    expect(titles).toEqual(
      expect.arrayContaining(['Ce que les essais vérifient', 'Ce qu’aucun essai n’a vérifié']),
    )
    expect(page('accessibility')).toContain('Aucun audit n’a été fait')
  })
})

describe('npm run verify:desk', () => {
  const answered = (answers: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'seances-desk-'))
    try {
      const file = join(folder, 'verified.md')
      writeFileSync(file, page('verified'))
      const { stdout, status } = spawnSync(
        process.execPath,
        [join(root, 'scripts', 'verify-desk.ts'), file],
        { input: answers, encoding: 'utf8' },
      )
      return { stdout, status, lines: readFileSync(file, 'utf8').split('\n') }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  const added = (lines: readonly string[]) => lines.filter((line) => line.startsWith('| Desk, '))

  it('writes what was seen to work, says what did not, and leaves the rest untried', () => {
    const { stdout, status, lines } = answered('oui\nnon\n\nO\n')
    expect(status).toBe(0)
    expect(added(lines).map((line) => line.split(' | ').slice(1, 3).join(' | '))).toEqual([
      'first start | run',
      'a session held | run',
    ])
    expect(added(lines)[0]).toMatch(/ \| \d{1,2} \p{L}+ \d{4}, [0-9a-f]{7,}/u)
    expect(lines.filter((line) => !added(lines).includes(line)).join('\n')).toBe(page('verified'))
    expect(stdout).toMatch(/2 lignes écrites, 1 à signaler/)
    expect(stdout).toMatch(/- «\sEssayer avec un exemple\s»/)
  })

  it('asks in French as the screens do', () => {
    const { stdout, lines } = answered('')
    expect(added(lines)).toEqual([])
    expect(faultsOf(stdout.split('\n')[0] ?? '')).toEqual([])
  })
})

describe('what has run where', () => {
  const rowsOf = (text: string, word: string) => text.split('\n').filter((row) => row.includes(word))
  const ran = (where: string, what: string, text = '', last = '1 May 2026, 0a1b2c3') =>
    withRuns(text, [{ where, what }], last)

  it('says of each the last time, whatever the version and how many', () => {
    const once = ran('Linux x64, Electron 33.2.1', 'the window (packaged too)')
    const again = ran('Linux x64, Electron 33.3.0', 'the window (again)', once, '2 May 2026, 4d5e6f7')
    expect(rowsOf(again, 'Electron 33')).toEqual([
      '| Linux x64, Electron 33.3.0 | the window (again) | run | 2 May 2026, 4d5e6f7 |',
    ])
  })

  it('has what nobody tried as never run, until it is', () => {
    const untried = withRuns('', [], '')
    expect(rowsOf(untried, 'NVDA')).toEqual([
      '| NVDA, JAWS, VoiceOver, Orca | the screens, read aloud | never run |  |',
    ])
    expect(rowsOf(ran('NVDA, JAWS, VoiceOver, Orca', 'the screens, read aloud'), 'NVDA')).toEqual([
      '| NVDA, JAWS, VoiceOver, Orca | the screens, read aloud | run | 1 May 2026, 0a1b2c3 |',
    ])
  })
})
