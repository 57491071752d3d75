import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { inPlantedTree } from './planted-tree.ts'
import { root, trackedPaths } from './tracked.ts'

const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')

type Report = { readonly diagnostics: readonly Diagnostic[]; readonly checked: readonly string[] }
type Diagnostic = {
  readonly severity: string
  readonly category: string
  readonly path: string
  readonly message: string
}

/** Runs `biome check` in a folder: the findings in a file, the list of the files that it has read on its output. */
function check(folder: string, ...more: readonly string[]): Report {
  const kept = mkdtempSync(join(tmpdir(), 'seances-biome-'))
  const file = join(kept, 'report.json')
  const reporters = ['--reporter=json', `--reporter-file=${file}`, '--reporter=default', '--verbose']
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [biome, 'check', '--max-diagnostics=none', ...reporters, ...more, '.'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  if (!existsSync(file)) throw new Error(`biome gave no report: ${stderr}`)
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    diagnostics: {
      severity: string
      category: string | null
      message: string
      location?: { path?: string }
    }[]
  }
  rmSync(kept, { recursive: true })
  const files = /Files processed:\s*\n([\s\S]*?)\n\s*\n/.exec(`${stdout}\n${stderr}`)?.[1] ?? ''
  return {
    checked: [...files.matchAll(/^\s+- (.+)$/gm)].map(([, path]) => (path ?? '').trim()).sort(),
    diagnostics: report.diagnostics.map(({ severity, category, message, location }) => ({
      severity,
      category: category ?? '',
      path: location?.path ?? '',
      message,
    })),
  }
}

/** Files that Biome reads; the lockfile and what importers are tried on are not its business. */
const read = (path: string) =>
  /\.(ts|tsx|mjs|js|json|css|html|grit)$/.test(path) &&
  path !== 'package-lock.json' &&
  !/^test\/fixtures\/.*\.(json|html)$/.test(path)

const plants: Readonly<Record<string, { path: string; text: string; category: string }>> = {
  any: {
    path: 'electron/a.ts',
    text: 'export const a = (v: any) => v\n',
    category: 'lint/suspicious/noExplicitAny',
  },
  'a non-null assertion': {
    path: 'electron/b.ts',
    text: 'export const b = (v: string | null) => v!\n',
    category: 'lint/style/noNonNullAssertion',
  },
  'a line on the console': {
    path: 'electron/c.ts',
    text: "console.log('x')\nexport const c = 1\n",
    category: 'lint/suspicious/noConsole',
  },
  'a default export': {
    path: 'electron/d.ts',
    text: 'export default function d() {}\n',
    category: 'lint/style/noDefaultExport',
  },
  'a silenced type error': {
    path: 'electron/e.ts',
    text: `// @ts-${'ignore'}\nexport const e: number = 'x'\n`,
    category: 'lint/suspicious/noTsIgnore',
  },
  'a type imported as a value': {
    path: 'electron/f.ts',
    text: "import { A } from './a.ts'\nexport const f: A = 1\n",
    category: 'lint/style/useImportType',
  },
  'an unused import': {
    path: 'electron/g.ts',
    text: "import { a } from './a.ts'\nexport const g = 1\n",
    category: 'lint/correctness/noUnusedImports',
  },
  'a test left alone': {
    path: 'test/h.test.ts',
    text: `it.${'only'}('h', () => {})\n`,
    category: 'lint/suspicious/noFocusedTests',
  },
  'a test switched off': {
    path: 'test/i.test.ts',
    text: `it.${'skip'}('i', () => {})\n`,
    category: 'lint/suspicious/noSkippedTests',
  },
  'another layout': { path: 'electron/j.ts', text: 'export const  j = "x";\n', category: 'format' },
  dangerouslySetInnerHTML: {
    path: 'renderer/k.tsx',
    text: "export const K = () => <p dangerouslySetInnerHTML={{ __html: 'x' }} />\n",
    category: 'lint/security/noDangerouslySetInnerHtml',
  },
  'innerHTML written': {
    path: 'renderer/l.ts',
    text: "document.body.innerHTML = 'x'\nexport {}\n",
    category: 'plugin',
  },
  'innerHTML read': {
    path: 'renderer/m.ts',
    text: 'export const m = document.body.innerHTML\n',
    category: 'plugin',
  },
  insertAdjacentHTML: {
    path: 'renderer/n.ts',
    text: "document.body.insertAdjacentHTML('beforeend', 'x')\nexport {}\n",
    category: 'plugin',
  },
  getHTML: {
    path: 'renderer/o.ts',
    text: 'export const o = (editor: { getHTML(): string }) => editor.getHTML()\n',
    category: 'plugin',
  },
  'setContent with a string of HTML': {
    path: 'renderer/p.ts',
    text: "export const p = (c: { setContent(v: string): void }) => c.setContent('<p>x</p>')\n",
    category: 'plugin',
  },
  'insertContentAt with a template of HTML': {
    path: 'renderer/q.ts',
    text: 'export const q = (c: { insertContentAt(n: number, v: string): void }) => c.insertContentAt(3, `<p>`)\n',
    category: 'plugin',
  },
}

const innocent = {
  path: 'renderer/innocent.ts',
  text: "export const set = (c: { setContent(v: object): void }) => c.setContent({ type: 'doc' })\n",
}

describe('Biome', () => {
  let report: Report
  beforeAll(() => {
    report = check(root)
  })

  it('finds nothing', () => {
    const found = report.diagnostics.filter(({ severity }) => severity !== 'info')
    expect(found.map(({ path, category, message }) => `${path} ${category}: ${message}`)).toEqual([])
  })

  it('has read every file that git tracks', () => {
    expect(report.checked).toEqual(trackedPaths().filter(read))
  })
})

describe('a planted fault is reported', () => {
  let report: Report
  beforeAll(async () => {
    const rule = 'test/rules/no-html-strings.grit'
    const settings = ['biome.json', rule].map(
      (path) => [path, readFileSync(join(root, path), 'utf8')] as const,
    )
    const planted = [...Object.values(plants), innocent].map(({ path, text }) => [path, text] as const)
    report = await inPlantedTree(Object.fromEntries([...settings, ...planted]), (folder) => {
      // The settings name their schema in node_modules.
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
      return check(folder, '--vcs-enabled=false')
    })
  })

  it.each(Object.entries(plants))('%s', (_name, { path, category }) => {
    const found = report.diagnostics.filter((diagnostic) => diagnostic.path === path)
    const serious = found.filter(({ severity }) => severity !== 'info')
    expect(serious.map((diagnostic) => diagnostic.category)).toContain(category)
  })

  it('and content given as JSON is not', () => {
    expect(report.diagnostics.filter(({ path }) => path === innocent.path)).toEqual([])
  })
})
