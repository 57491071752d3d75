// docs/verified.md: what has run where, at its full length, and when. What nobody tried stands there as never run.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronRuntime } from '../electron-runtime.ts'
import { pinnedVersion, root } from '../pinned-node.mjs'

const document = join(root, 'docs', 'verified.md')
const head = `<!-- Written by \`npm test -- all\`, \`npm run campaign\` and \`npm run verify:desk\`: a row is what ran at its full length without a failure. -->
# What has run where

| Where | What | State | Last run |
|---|---|---|---|
`

/** What ran, on which machine. */
export type Ran = { readonly where: string; readonly what: string }
type Line = Ran & { readonly state: string; readonly last: string }

/** Untried until a run says otherwise. */
function untried(): Line[] {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const electron = `Electron ${devDependencies.electron} (what desks get)`
  const never = (where: string, what: string): Line => ({ where, what, state: 'never run', last: '' })
  const unbuilt = (where: string, what: string): Line => ({ where, what, state: 'never built', last: '' })
  return [
    never(`Linux x64, ${electron}`, 'the window (its types are checked)'),
    unbuilt('Linux x64', 'AppImage, deb and rpm'),
    ...['Windows x64', 'macOS arm64', 'macOS x64'].flatMap((where) => [
      never(where, 'rules, domain, database, contract and screens, without a window'),
      never(`${where}, ${electron}`, 'the window'),
    ]),
    unbuilt('Windows x64', 'nsis and msi'),
    never('Windows, macOS, AppImage', 'a new version put in the place of the one that runs'),
    unbuilt('macOS', 'dmg and zip, signed and notarised'),
    never('Windows, macOS', 'policies read from the registry and from managed preferences'),
    never('Windows, macOS', 'links, jump list, dock and backups opened by a double click'),
    never('GitHub', 'the workflows (read by the parser of their language)'),
    never('NVDA, JAWS, VoiceOver, Orca', 'the screens, read aloud'),
    never('PAC, Acrobat, veraPDF', 'the PDF files, judged by others'),
    never('Microsoft Word, LibreOffice', 'agendas written there, other than the fixtures'),
    never('A network folder of an administration', 'verified copies'),
    never('Windows, macOS', 'network drives and synchronised folders told apart from local ones'),
    never('Windows, macOS', 'received files that are opened or exported marked as such for the system'),
    never('OneDrive, Nextcloud, and others of their kind', 'the hand passed through their folder'),
  ]
}

const systems: Readonly<Record<string, string>> = { linux: 'Linux', win32: 'Windows', darwin: 'macOS' }
export const machine = `${systems[process.platform] ?? process.platform} ${process.arch}`

/** Names, for the table, what a step runs on. */
export const runsOn = {
  node: () => `${machine}, Node.js ${pinnedVersion}`,
  electron: ({ version, origin }: ElectronRuntime) =>
    `${machine}, Electron ${version}${origin === 'electron' ? ' (what desks get)' : ''}`,
  wine: () => `${machine}, Node.js ${pinnedVersion} for Windows under wine`,
  chromium: () => {
    const { stdout } = spawnSync('/usr/bin/chromium', ['--version'], { encoding: 'utf8' })
    return `${machine}, Chromium ${/\d+/.exec(stdout ?? '')?.[0] ?? 'of this machine'}`
  },
  office: () => {
    const { stdout } = spawnSync('/usr/bin/soffice', ['--version'], { encoding: 'utf8' })
    return `${machine}, LibreOffice ${/\d+\.\d+/.exec(stdout ?? '')?.[0] ?? 'of this machine'}`
  },
}

/** The same place and thing, whatever the versions and what is said in brackets. */
const keyOf = ({ where, what }: Ran) => `${where.replace(/ \d[\d.]*/g, '')}|${what.replace(/ \(.*/, '')}`

function linesIn(text: string): Line[] {
  return text.split('\n').flatMap((row) => {
    const [, where, what, state, last] = /^\| (.+?) \| (.+?) \| (.+?) \| (.*?) ?\|$/.exec(row) ?? []
    if (where === undefined || what === undefined || state === undefined || last === undefined) return []
    return where === 'Where' ? [] : [{ where, what, state, last }]
  })
}

/**
 * The text of docs/verified.md after these have run.
 * @param last when, and of which commit
 */
export function withRuns(text: string, ran: readonly Ran[], last: string): string {
  const lines = new Map<string, Line>()
  for (const line of [
    ...untried(),
    ...linesIn(text).filter(({ state }) => !state.startsWith('never')),
    ...ran.map((one) => ({ ...one, state: 'run', last })),
  ])
    lines.set(keyOf(line), line)
  const isUntried = ({ state }: Line) => state.startsWith('never')
  const all = [...lines.values()]
  const ordered = [...all.filter((line) => !isUntried(line)), ...all.filter(isUntried)]
  return (
    head + ordered.map((line) => `| ${line.where} | ${line.what} | ${line.state} | ${line.last} |\n`).join('')
  )
}

/** Writes into docs/verified.md, or into another file of its form, that these ran now, on what is checked out. */
export function record(ran: readonly Ran[], file = document): void {
  if (ran.length === 0) return
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'safe.directory=*', ...args], { cwd: root, encoding: 'utf8' }).stdout?.trim() ??
    ''
  const changed =
    git('status', '--porcelain', '--untracked-files=no', '--', '.', ':!docs') === '' ? '' : ', changed'
  const day = new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  const last = `${day}, ${git('log', '-1', '--format=%h')}${changed}`
  writeFileSync(file, withRuns(readFileSync(file, 'utf8'), ran, last))
}
