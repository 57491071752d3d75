// Writes docs/verified.md, what has run where, from what a whole run has seen; the rows of other machines stay as they are.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronRuntime } from '../electron-runtime.ts'
import { pinnedVersion, root } from '../pinned-node.mjs'
import { type Outcome, passed } from './stage.ts'

const file = join(root, 'docs', 'verified.md')
const states = ['run', 'built', 'never run', 'never built'] as const
type State = (typeof states)[number]
type Line = { readonly where: string; readonly what: string; readonly state: State }

const head = (
  last: string,
) => `<!-- Written by \`npm test -- all\`; nothing is said to work where no machine has run it. -->
# What has run where

${last}

| Where | What | State |
|---|---|---|
`

/** Seen by `npm run campaign -- text`, never by a run of the tests. */
export const libreOfficeRead = {
  where: 'LibreOffice',
  what: 'minutes and agendas as Word and OpenDocument files, read block by block',
}

/** Seen by `npm run campaign -- overprint`. */
export const measuredByPoppler = {
  where: 'Poppler',
  what: '2,000 pages of random tables and titles: no word on another, none in the margin',
}

/** Seen by `npm run campaign -- text` too. */
export const libreOfficeEdited = {
  where: 'LibreOffice',
  what: 'minutes as Word and OpenDocument files opened, changed and saved, read back',
}

/** Untried until a run says otherwise. */
function untried(electron: string): Line[] {
  const never = (where: string, what: string): Line => ({ where, what, state: 'never run' })
  const unbuilt = (where: string, what: string): Line => ({ where, what, state: 'never built' })
  return [
    never(`Linux x64, Electron ${electron} (what desks get)`, 'the window (its types are checked)'),
    unbuilt('Linux x64', 'AppImage, deb and rpm'),
    ...['Windows x64', 'macOS arm64', 'macOS x64'].flatMap((where) => [
      never(where, 'rules, domain, database, contract and screens, without a window'),
      never(`${where}, Electron ${electron} (what desks get)`, 'the window'),
    ]),
    unbuilt('Windows x64', 'nsis and msi'),
    never('Windows, macOS, AppImage', 'a new version put in the place of the one that runs'),
    unbuilt('macOS', 'dmg and zip, signed and notarised'),
    never('Windows, macOS', 'policies read from the registry and from managed preferences'),
    never('Windows, macOS', 'links, jump list, dock and backups opened by a double click'),
    never('GitHub', 'the workflows (read by the parser of their language)'),
    never('NVDA, JAWS, VoiceOver, Orca', 'the screens, read aloud'),
    never('PAC, Acrobat', 'the PDF files, judged by others'),
    never('Microsoft Word, LibreOffice', 'agendas written there, other than the fixtures'),
    never(libreOfficeRead.where, libreOfficeRead.what),
    never(libreOfficeEdited.where, libreOfficeEdited.what),
    never(measuredByPoppler.where, measuredByPoppler.what),
    never('A network folder of an administration', 'verified copies'),
    never('Windows, macOS', 'network drives and synchronised folders told apart from local ones'),
    never('Windows, macOS', 'received files that are opened or exported marked as such for the system'),
    never('OneDrive, Nextcloud, and others of their kind', 'the hand passed through their folder'),
  ]
}

const chromium = () => {
  const { stdout } = spawnSync('/usr/bin/chromium', ['--version'], { encoding: 'utf8' })
  return /\d+/.exec(stdout ?? '')?.[0] ?? 'of this machine'
}

/** Seen by this run, all of it green. */
function seen({ version, origin }: ElectronRuntime): Line[] {
  const machine = `${{ linux: 'Linux', win32: 'Windows', darwin: 'macOS' }[process.platform as string] ?? process.platform} ${process.arch}`
  const run = (where: string, what: string): Line => ({ where, what, state: 'run' })
  const electron = origin === 'electron' ? `Electron ${version} (what desks get)` : `Electron ${version}`
  return [
    run(machine, 'rules, domain, database, contract and screens, without a window'),
    run(`${machine}, Node.js ${pinnedVersion}`, 'command line'),
    run(`${machine}, ${electron}`, 'the window'),
    run(`${machine}, ${electron}`, 'database and contract on the Node.js inside it'),
    run(`${machine}, ${electron}`, 'the packaged application, as a folder, with its fuses'),
    ...(process.platform === 'linux'
      ? [
          run(
            `${machine}, Node.js ${pinnedVersion} for Windows under wine`,
            'Windows semantics: database, files, command line',
          ),
          run(`${machine}, Chromium ${chromium()}`, 'the page over a real core: every screen, a month'),
        ]
      : []),
  ]
}

/** The document: what this run saw first, then what other runs saw, then what nobody tried. */
function verifiedDocument(
  last: string,
  runs: readonly Line[],
  kept: readonly Line[],
  never: readonly Line[],
): string {
  const lines = new Map<string, Line>()
  for (const line of [...runs, ...kept.filter(({ state }) => !state.startsWith('never')), ...never]) {
    const key = `${line.where}|${line.what.replace(/ \(.*/, '')}`
    if (!lines.has(key)) lines.set(key, line)
  }
  const rows = [...lines.values()].map(({ where, what, state }) => `| ${where} | ${what} | ${state} |\n`)
  return head(last) + rows.join('')
}

function readLines(text: string): Line[] {
  return text.split('\n').flatMap((line) => {
    const [, where, what, word] = /^\| (.+?) \| (.+?) \| (.+?) \|$/.exec(line) ?? []
    const state = states.find((candidate) => candidate === word)
    return where === undefined || what === undefined || state === undefined ? [] : [{ where, what, state }]
  })
}

/** Writes docs/verified.md after a whole run without failures: its day, its commit, and what it has seen. */
export function verify(runtime: ElectronRuntime): Outcome {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const { stdout } = spawnSync('git', ['log', '-1', '--format=%h'], { cwd: root, encoding: 'utf8' })
  const day = new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  const last = `Last whole run (\`npm test -- all\`): ${day}, commit ${stdout.trim()}.`
  const kept = readLines(readFileSync(file, 'utf8'))
  // On continuous integration nothing else is known than what ran there.
  const lines =
    runtime.origin === 'registry'
      ? kept.filter(
          ({ where, what }) =>
            [libreOfficeRead.what, libreOfficeEdited.what].includes(what) || where.startsWith(DESK),
        )
      : kept
  writeFileSync(file, verifiedDocument(last, seen(runtime), lines, untried(devDependencies.electron)))
  return passed
}

/** What a person saw at a real desk begins with this word, and stays. */
const DESK = 'Desk, '

/** The document with what a person saw to work at a desk, each once, before what nobody tried. */
export function deskLines(text: string, seenThere: readonly { where: string; what: string }[]): string {
  const rows = seenThere
    .map(({ where, what }) => `| ${where} | ${what} | run |\n`)
    .filter((row) => !text.includes(row))
  const at = text.search(/^\|[^|]*\|[^|]*\| never /m)
  return at < 0 ? text + rows.join('') : text.slice(0, at) + rows.join('') + text.slice(at)
}

/** Says in docs/verified.md that a campaign ran something; `npm test -- all` leaves it so. */
export function markRun({ where, what }: typeof libreOfficeRead): void {
  const before = readFileSync(file, 'utf8')
  const row = `| ${where} | ${what} |`
  writeFileSync(file, before.replace(`${row} never run |`, `${row} run |`))
}
