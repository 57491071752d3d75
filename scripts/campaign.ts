// Checks that take too long for every run of the tests. Each ends with its controls, which must be seen to lose; one that ran
// at its full length without a fault is written into docs/verified.md.
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { DATABASE_NAME } from '../electron/db/replace.ts'
import { type FlipReport, flipBits, withoutSums } from '../test/campaigns/bit-flips.ts'
import { isActName } from '../test/campaigns/journey/acts.ts'
import { editedElsewhere } from '../test/campaigns/office-edits.ts'
import { overprintedOnce, printedAtRandom } from '../test/campaigns/overprint.ts'
import { ownFiles, tallyLines } from '../test/campaigns/own-files.ts'
import { printRichTexts } from '../test/campaigns/rich-texts.ts'
import { roundTrips } from '../test/campaigns/round-trips.ts'
import { shownBlocks } from '../test/campaigns/shown-blocks.ts'
import { textEquality } from '../test/campaigns/text-equality.ts'
import { judgeTransfers } from '../test/campaigns/transfers.ts'
import { makeTenYears } from '../test/perf/core-bench.ts'
import { contractFuzz, coreKills, fullDisks, powerCuts } from './campaign-losses.ts'
import { strangeFiles } from './campaign-readers.ts'
import { manyDesks } from './campaign-team.ts'
import { withScreen } from './display.ts'
import { runEndToEnd } from './e2e.ts'
import { electronRuntime, runtimeEnvironment } from './electron-runtime.ts'
import { requirePinnedNode } from './pinned-node.mjs'
import { ensureSystemPackages } from './system-packages.ts'
import { machine, record } from './test/verified.ts'
import { giveFolder, spawnUnprivileged } from './unprivileged.ts'

requirePinnedNode()
await ensureSystemPackages()

type Campaign = {
  readonly says: string
  /** How many it takes to be whole. */
  readonly full: number
  readonly options?: string
  readonly run: () => Promise<number> | number
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
    keep: { type: 'string' },
    schemas: { type: 'string' },
  },
})
const name = positionals.join()
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const only = values.only?.split(',').filter(isActName)
const ONLY = ' [--only KIND,…]'

const campaigns: Readonly<Record<string, Campaign>> = {
  kills: {
    says: 'kills of the core: a third while somebody types, the others within every kind of write',
    full: 1000,
    options: ONLY,
    run: () => coreKills({ runs, seed, only }),
  },
  'kills-app': {
    says: 'kills of the real application while it writes',
    full: 300,
    options: ONLY,
    run: appKills,
  },
  power: {
    says: 'power cuts within every kind of write, each disk that may be left opened by the core',
    full: 2000,
    options: ONLY,
    run: () => powerCuts({ runs, seed, only }),
  },
  disk: {
    says: 'changes of every kind of write after which the disk is full, and rooms on a real file system',
    full: 60,
    options: ONLY,
    run: () => fullDisks({ runs, seed, only }),
  },
  fuzz: {
    says: 'strange calls of every method: none fails, none that is refused writes',
    full: 5000,
    run: () => contractFuzz({ runs, seed }),
  },
  readers: {
    says: 'changed files through every reader in the real job process, in time and in memory',
    full: 20_000,
    options: ' [--keep FOLDER for the faults]',
    run: () => strangeFiles({ runs, seed, keep: values.keep }),
  },
  documents: { says: 'generated meetings printed as PDF and Word, and read back', full: 500, run: documents },
  own: {
    says: 'meetings exported in every format and read back by the import, fact by fact',
    full: 60,
    run: own,
  },
  overprint: {
    says: 'pages of random tables and titles, measured by Poppler: no word on another, none in the margin',
    full: 2000,
    run: overprint,
  },
  rich: {
    says: 'rich texts that the contract takes, printed in every format and read back',
    full: 10_000,
    run: rich,
  },
  flips: {
    says: 'single bits flipped in the rows of a closed file of ten years: none unseen',
    full: 1000,
    run: flips,
  },
  session: {
    says: 'lines of a live meeting in the real window, once for its memory and once killed every fifty',
    full: 600,
    run: session,
  },
  team: {
    says: 'ends of a server and as many cuts of its line under ten desks on one base',
    full: 300,
    run: () => manyDesks({ runs, seed }),
  },
  seda: {
    says: 'transfers to the archives judged by the published schemas of SEDA 2.3',
    full: 2,
    options: ' --schemas FOLDER',
    run: () => (values.schemas === undefined ? refuse() : seda(values.schemas)),
  },
  text: {
    says: 'meetings read in every format by LibreOffice and other programs, block by block, edited and saved there',
    full: 20,
    run: text,
  },
}

const usage = Object.entries(campaigns)
  .map(
    ([one, { says, full, options }]) =>
      `npm run campaign -- ${one} [--runs N] [--seed S]${options ?? ''}\n    ${full} ${says}`,
  )
  .join('\n')
const campaign = campaigns[name]
const runs = Number(values.runs ?? campaign?.full)
/** Engines of documents keep what they have met for the next one: so many texts fill a gigabyte, and end with their process. */
const RICH_AT_ONCE = 500
if (
  campaign === undefined ||
  !Number.isInteger(runs) ||
  runs < 1 ||
  !Number.isInteger(seed) ||
  only?.length === 0
)
  process.exitCode = refuse()
else {
  process.exitCode = await campaign.run()
  const isWhole = runs >= campaign.full && only === undefined
  if (process.exitCode === 0 && isWhole)
    record([
      { where: `${machine}, campaign ${name}`, what: `${campaign.says} (${runs.toLocaleString('en-GB')})` },
    ])
}

function refuse(): number {
  console.error(usage)
  return 2
}

/** The same test as among the others, with more meetings. */
async function documents(): Promise<number> {
  console.log(`seed ${seed}`)
  const { meetings, pdfs, words, fault } = await roundTrips({ runs, seed })
  console.log(`${meetings} meetings: ${pdfs} PDF and ${words} Word files read back`)
  if (fault !== '') console.log(fault)
  const control = await roundTrips({ runs: 1, seed, control: true })
  console.log(`control, printed under another title: ${control.fault === '' ? 'not noticed' : 'noticed'}`)
  return fault === '' && control.fault !== '' ? 0 : 1
}

async function own(): Promise<number> {
  const run = async (options: { stripped?: boolean; planted?: boolean; meetings?: number }) => {
    const folder = mkdtempSync(join(tmpdir(), 'seances-own-'))
    try {
      return await ownFiles(folder, { years: 6, meetings: runs, ...options })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  const read = await run({})
  console.log(
    `${read.files} files of ${read.meetings} meetings: ${read.differences} differences in their review`,
  )
  for (const line of [...tallyLines(read), ...read.faults]) console.log(line)
  const bare = await run({ stripped: true })
  console.log('their pages alone:')
  for (const line of tallyLines(bare)) console.log(line)
  const control = await run({ planted: true, meetings: 1 })
  console.log(
    `control, a title changed after the export: ${control.differences === 0 ? 'not noticed' : 'noticed'}`,
  )
  return read.faults.length === 0 && control.differences > 0 ? 0 : 1
}

async function overprint(): Promise<number> {
  console.log(`seed ${seed}`)
  const { pages, documents, by, overlaps, outside, checked } = await printedAtRandom(seed, runs)
  console.log(
    `${pages} pages of ${documents} documents, measured by ${by}: ${overlaps.length} overlaps, ${outside.length} in a margin, ${checked.length} told by the checker`,
  )
  for (const fault of [...overlaps, ...outside, ...checked].slice(0, 20)) console.log(fault)
  const fault = overlaps.length + outside.length + checked.length
  const control = await overprintedOnce()
  const isNoticed = control.measured > 0 && control.checked.includes('overprinted')
  console.log(`control, a word printed on another: ${isNoticed ? 'noticed' : 'not noticed'}`)
  return fault === 0 && isNoticed && by === 'pdftotext' ? 0 : 1
}

async function rich(): Promise<number> {
  if (runs > RICH_AT_ONCE) return richInTurns()
  console.log(`seed ${seed}`)
  const { texts, files, deepest, fault } = await printRichTexts({ runs, seed })
  console.log(`${texts} texts, up to ${deepest} deep, in ${files} files read back`)
  if (fault !== '') console.log(fault)
  const control = await printRichTexts({ runs: 1, seed, control: true })
  console.log(`control, a text left out: ${control.fault === '' ? 'not noticed' : 'noticed'}`)
  return fault === '' && control.fault !== '' ? 0 : 1
}

/** Some texts after others, each lot in a process of its own, with a seed of its own. */
function richInTurns(): number {
  let failed = 0
  for (let done = 0; done < runs; done += RICH_AT_ONCE) {
    const lot = ['--runs', String(Math.min(RICH_AT_ONCE, runs - done)), '--seed', String(seed + done)]
    const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), 'rich', ...lot], {
      stdio: 'inherit',
    })
    if (status !== 0) failed += 1
  }
  console.log(`${runs} texts in ${Math.ceil(runs / RICH_AT_ONCE)} lots: ${failed} of them with a fault`)
  return failed === 0 ? 0 : 1
}

function flips(): number {
  console.log(`seed ${seed}`)
  const folder = mkdtempSync(join(tmpdir(), 'seances-flips-'))
  try {
    makeTenYears(folder)
    const closed = readFileSync(join(folder, DATABASE_NAME))
    const told = ({ flips: all, bySqlite, bySums, harmless, unseen }: FlipReport) =>
      `${all} flips: ${bySqlite} found by SQLite, ${bySums} by the sums, ${harmless} in no row, ${unseen} unseen`
    const report = flipBits(closed, { runs, seed })
    console.log(told(report))
    const control = flipBits(withoutSums(closed), { runs: Math.min(runs, 200), seed })
    console.log(`control, without the sums: ${told(control)}`)
    return report.unseen === 0 && control.unseen > 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function seda(schemas: string): Promise<number> {
  const { manifests, faults, control } = await judgeTransfers(schemas)
  for (const fault of faults) console.log(fault)
  console.log(`${manifests} transfers judged by the schemas: ${faults.length} faults`)
  console.log(`control, without an element that must be there: ${control}`)
  return faults.length === 0 && control === 'noticed' ? 0 : 1
}

/** Ten years, of which the richest meetings. Without LibreOffice the campaign is not whole, and says so. */
async function text(): Promise<number> {
  const report = await textEquality({
    years: 10,
    meetings: runs,
    readPages: readInBrowser,
    say: (line) => console.log(line),
  })
  const { documents, compared, different, libreOffice, controls } = report
  const edits = libreOffice ? await editedElsewhere() : []
  for (const fault of edits) console.log(fault)
  const holds = different === 0 && libreOffice && controls && edits.length === 0
  if (!libreOffice) console.log('docx and odt: never run, LibreOffice is not here')
  if (!controls)
    console.log('the controls were not told from the model: this campaign would not notice a loss')
  console.log(
    `${documents} documents of ${runs} meetings: ${compared} readings compared with their model, ${different} differ`,
  )
  return holds ? 0 : 1
}

/** In a window that nobody sees, without rights, as the end-to-end tests. */
async function readInBrowser(pages: readonly string[]): Promise<string[][]> {
  const runtime = await electronRuntime()
  const home = giveFolder(mkdtempSync(join(tmpdir(), 'seances-browser-')))
  try {
    return await shownBlocks(pages, giveFolder(join(home, 'reader')), async (args) => {
      const command = withScreen([runtime.executable, ...args])
      const [status] = await once(spawnUnprivileged(command, home, runtimeEnvironment(runtime)), 'exit')
      if (status !== 0) throw new Error(`the browser ended with ${status}`)
    })
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** The same test as among the end-to-end tests, with more runs. */
function appKills(): Promise<number> {
  process.env.SEANCES_KILLS = String(runs)
  process.env.SEANCES_SEED = String(seed)
  process.env.SEANCES_ONLY = only?.join() ?? ''
  return runEndToEnd(['kills', '--disable-console-intercept'])
}

/** The same test as among the end-to-end tests, with more lines: first whole, then killed. */
async function session(): Promise<number> {
  process.env.SEANCES_LINES = String(runs)
  process.env.SEANCES_PACE = '600'
  process.env.SEANCES_SEED = String(seed)
  let worst = 0
  for (const kills of [0, Math.max(1, Math.round(runs / 50))]) {
    process.env.SEANCES_KILLS = String(kills)
    worst = Math.max(worst, await runEndToEnd(['long-session', '--disable-console-intercept']))
  }
  return worst
}
