import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { root } from './pinned-node.mjs'

/** A package of the lockfile: `path` is its place below the checkout, the licence an SPDX expression or "" when it says none. */
export type Packaged = {
  readonly path: string
  readonly name: string
  readonly version: string
  readonly licence: string
}

/** What installers are made for, as the lockfile names systems and processors of native parts. */
const shipped = [
  { os: 'linux', cpu: 'x64', libc: 'glibc' },
  { os: 'win32', cpu: 'x64' },
  { os: 'darwin', cpu: 'x64' },
  { os: 'darwin', cpu: 'arm64' },
] as const

type Locked = {
  readonly version?: string
  readonly license?: string
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}
type Lockfile = { readonly packages: Readonly<Record<string, Locked>> }

/**
 * Compatible with distribution under EUPL-1.2, whose own appendix names MPL-2.0. Nothing else is packaged without a decision:
 * MPL-1.1 is that of Hunspell, which is carried unchanged, in files of its own, as its section 3.7 allows. Python-2.0, as
 * permissive as MIT, is that of argparse, which came from there.
 */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-1.1',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])

/** True when a choice within the SPDX expression is allowed; AND needs both sides, OR one. An unknown form is refused. */
export function isAllowed(expression: string): boolean {
  const text = expression.trim().replace(/^\(([^()]*)\)$/, '$1')
  if (/[()]/.test(text) || text === '') return false
  return text.split(/ OR /i).some((side) => side.split(/ AND /i).every((name) => allowed.has(name.trim())))
}

/** `name version: licence` of each package that may not be packaged. */
export const refused = (packages: readonly Packaged[]): string[] =>
  packages
    .filter(({ licence }) => !isAllowed(licence))
    .map(({ name, version, licence }) => `${name} ${version}: ${licence || 'no licence'}`)

/**
 * Everything that may end up in the application on any platform that it is shipped for: what electron/ and renderer/ import, the production
 * dependencies, and all that these need. A bundler drops some of it again; the list errs on the safe side.
 */
export function packagedPackages(lockfile: Lockfile, imported: readonly string[]): Packaged[] {
  const found = new Map<string, Packaged>()
  const add = (name: string, from: string): void => {
    const path = resolveLocked(lockfile, name, from)
    if (path === null || found.has(path) || !isShipped(lockfile.packages[path] ?? {})) return
    const { version = '', license = '', ...needs } = lockfile.packages[path] ?? {}
    found.set(path, { path, name, version, licence: license })
    // Electron's dependencies only fetch its binary.
    if (name === 'electron') return
    for (const needed of Object.keys({
      ...needs.dependencies,
      ...needs.optionalDependencies,
      ...needs.peerDependencies,
    }))
      add(needed, path)
  }
  const production = Object.keys(lockfile.packages['']?.dependencies ?? {})
  for (const name of [...production, ...imported]) add(name, '')
  return [...found.values()].sort((a, b) => a.path.localeCompare(b.path))
}

function isShipped({ os, cpu, libc }: Locked): boolean {
  const isOf = (names: readonly string[] | undefined, own: string | undefined) =>
    names === undefined || own === undefined || names.includes(own)
  return shipped.some(
    (one) => isOf(os, one.os) && isOf(cpu, one.cpu) && isOf(libc, 'libc' in one ? one.libc : undefined),
  )
}

/** Node's resolution, in the lockfile: the nearest node_modules upwards. Null for an optional peer that is not installed. */
function resolveLocked({ packages }: Lockfile, name: string, from: string): string | null {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    if (packages[path] !== undefined) return path
    if (folder === '') return null
  }
}

/** Names of the packages that the sources of the application import, in whatever way. */
export function importedPackages(): string[] {
  const names = globSync('{electron,renderer}/**/*.{ts,tsx}', { cwd: root }).flatMap((path) =>
    ts
      .preProcessFile(readFileSync(join(root, path), 'utf8'), true, true)
      .importedFiles.map(({ fileName }) => fileName)
      .filter((name) => !/^(\.|node:|virtual:)/.test(name) && !builtinModules.includes(name))
      .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')),
  )
  return [...new Set(names)].sort()
}

export const readLockfile = (): Lockfile =>
  JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile

/** Writes the notice: each package with its licence, then the text of each licence as its authors wrote it. */
export function writeNotices(target: string): void {
  const packages = packagedPackages(readLockfile(), importedPackages())
  const faults = refused(packages)
  if (faults.length > 0) throw new Error(`licences that may not be packaged: ${faults.join('; ')}`)
  const texts = new Map<string, string[]>()
  for (const { path, name, version } of packages) {
    const text = licenceText(join(root, path))
    if (text !== null) texts.set(text, [...(texts.get(text) ?? []), `${name} ${version}`])
  }
  const list = packages.map(({ name, version, licence }) => `${name} ${version} (${licence})`)
  const bodies = [...texts].map(([text, names]) => `${names.join(', ')}\n\n${text}`)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, `${[list.join('\n'), ...bodies].join(`\n\n${'-'.repeat(78)}\n\n`)}\n`)
}

function licenceText(folder: string): string | null {
  if (!existsSync(folder)) return null
  const files = readdirSync(folder)
  // Of several to choose from, the one that is allowed here.
  const name =
    files.find((file) => file === 'COPYING.MPL') ??
    files.find((file) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(file))
  return name === undefined ? null : readFileSync(join(folder, name), 'utf8').trim()
}

if (import.meta.main) writeNotices(process.argv[2] ?? 'licences.txt')
