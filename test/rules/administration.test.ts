// The pages for administrations, and the check that a person runs at a desk.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { REGISTRY_KEY } from '../../electron/domain/managed/policies.ts'
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
    expect(added(lines).map((line) => line.split(' | ').slice(1).join(' | '))).toEqual([
      'first start | run |',
      'a session held | run |',
    ])
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
