// Writes docs/measured.md: for each part of the bench its numbers against their budgets, and where and when they were taken.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { type Line, markdown } from '../test/perf/measure.ts'
import { root } from './pinned-node.mjs'

const NAME = 'docs/measured.md'
const file = join(root, NAME)
const head =
  '<!-- Written by `npm run bench`; `npm run bench -- PART` replaces the section of that part alone. -->\n# Measured\n'

/** Replaces the section of this part; the others stay, those that are no part any more go. */
export function writeMeasured(part: string, lines: readonly Line[], parts: readonly string[]): void {
  const sections = new Map(readSections().filter(([name]) => parts.includes(name)))
  sections.set(part, `${circumstances()}\n\n${markdown(lines)}\n`)
  const text = parts.flatMap((name) => {
    const section = sections.get(name)
    return section === undefined ? [] : [`\n## ${name}\n\n${section}`]
  })
  writeFileSync(file, head + text.join(''))
}

function readSections(): [string, string][] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return []
  }
  return [...text.matchAll(/^## (\S+)\n\n((?:(?!^## ).*\n?)*)/gm)].map(([, name = '', section = '']) => [
    name,
    `${section.trimEnd()}\n`,
  ])
}

function circumstances(): string {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout.trim()
  // The sections that this very run wrote change nothing of what is measured.
  const isChanged = git('status', '--porcelain', '--untracked-files=no', '--', '.', `:!${NAME}`) !== ''
  const commit = `${git('rev-parse', '--short=8', 'HEAD')}${isChanged ? '-dirty' : ''}`
  const day = new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  const processors = cpus()
  return `${day}, commit ${commit}, ${process.platform} ${process.arch}, ${processors.length} × ${processors[0]?.model ?? 'processor'}, Node.js ${process.versions.node}`
}
