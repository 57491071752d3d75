// A core does every kind of write while its changes to files are written down; then the power goes at random moments,
// on a disk that keeps what was synced and any part of the rest, and the core is opened on what is left.
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { BACKUP_EXTENSION, BACKUP_FOLDER, ENCRYPTED_EXTENSION } from '../../../electron/db/backups/name.ts'
import { DATABASE_NAME } from '../../../electron/db/open.ts'
import { type Core, openCore } from '../../../electron/features/core.ts'
import { forkRunner } from '../../../electron/jobs/fork-runner.ts'
import type { JobRunner } from '../../../electron/jobs/runner.ts'
import { entryOf } from '../../entry.ts'
import { type ChildCore, Refused, startChildCore } from '../child-core.ts'
import { type Dice, dice } from '../dice.ts'
import { fileFaults } from '../file-faults.ts'
import { type ActName, acts, perform, prepare } from '../journey/acts.ts'
import { COLLEAGUE, Colleague, SHARED } from '../journey/colleague.ts'
import { encryptedFaults } from '../journey/encrypted-faults.ts'
import { COPIES, type Journey } from '../journey/journey.ts'
import { difference, Ledger, type State } from '../journey/ledger.ts'
import { settle } from '../journey/office.ts'
import { OLD_ITEMS, writeOldData } from '../journey/old-data.ts'
import { type Asked, seen } from '../journey/seen.ts'
import { storedFaults } from '../journey/stored-faults.ts'
import { Disk, differences, layOut, type Model } from './disk.ts'
import { type Entry, readJournal } from './journal.ts'
import { journalEnvironment } from './preload.ts'

/** A disk in memory: hundreds of images are laid out, and the disk that matters is the replayed one. */
const MEMORY = '/dev/shm'

const ENCRYPTED_BACKUP = `${BACKUP_EXTENSION}${ENCRYPTED_EXTENSION}`

export type PowerReport = {
  worlds: number
  images: number
  /** Changes of files in the journals. */
  changes: number
  /** Changes of the data that the cores acknowledged, over all worlds. */
  acknowledged: number
  /** Images in which something acknowledged was missing or not whole. Must be 0; of a control, more than 0. */
  lost: number
  /** Faults in words, with their image. */
  faults: string[]
  /** How many images fell within each kind of write. */
  kinds: Record<string, number>
}

export type PowerOptions = {
  images: number
  seed: number
  /** Images of one world: more is quicker, fewer is more varied. */
  perWorld: number
  /** How many acts a world does; each kind once when there is room, else some of them. */
  actsPerWorld?: number
  /** Only these acts: of a control, which is about some of them. */
  only?: readonly ActName[]
  /** The planted defect. */
  control?: keyof typeof plants
  say?: (line: string) => void
}

/** The product's safety, taken out. */
const plants = {
  'sync-off': fileURLToPath(new URL('./sync-off.ts', import.meta.url)),
  'rename-without-sync': fileURLToPath(new URL('./rename-without-sync.ts', import.meta.url)),
}

export async function cutPower(options: PowerOptions): Promise<PowerReport> {
  const thrown = dice(options.seed)
  const report: PowerReport = {
    worlds: 0,
    images: 0,
    changes: 0,
    acknowledged: 0,
    lost: 0,
    faults: [],
    kinds: {},
  }
  const jobs = forkRunner(entryOf('job'))
  try {
    for (let left = options.images; left > 0; left -= options.perWorld) {
      report.worlds += 1
      const images = Math.min(left, options.perWorld)
      await oneWorld({ ...options, images, dice: thrown, isOld: report.worlds % 3 === 2 }, jobs, report)
      options.say?.(
        `world ${report.worlds}: ${report.images} images, ${report.acknowledged} changes acknowledged, ${report.lost} images with a loss`,
      )
    }
  } finally {
    jobs.close()
  }
  return report
}

type World = PowerOptions & { dice: Dice; isOld: boolean }

async function oneWorld(world: World, jobs: JobRunner, report: PowerReport): Promise<void> {
  const place = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'seances-power-'))
  const root = join(place, 'root')
  const log = join(place, 'journal')
  try {
    for (const folder of ['out', SHARED, COPIES]) mkdirSync(join(root, folder), { recursive: true })
    if (world.isOld) writeOldData(join(root, 'data'))
    const before = present(root)
    const ledger = await live(world, root, log)
    const entries = readJournal(log, root)
    report.changes += entries.length
    report.acknowledged += ledger.acknowledged
    const moments = momentsOf(entries, ledger, world)
    for (const model of ['strict', 'ordered'] as const) {
      const disk = new Disk(model, before)
      let at = 0
      for (const [rank, moment] of moments.entries()) {
        for (; at < entries.length; at += 1) {
          const entry = entries[at]
          if (entry === undefined || entry.end > moment) break
          disk.apply(entry.change)
        }
        if (rank % 2 === (model === 'strict' ? 0 : 1))
          await judge({ disk, model, moment, ledger, place, dice: world.dice }, jobs, report)
      }
      for (; at < entries.length; at += 1) disk.apply((entries[at] as Entry).change)
      // A write past the journal would make every image above a lie.
      const wrong = differences(disk.whole(), root)
      if (wrong.length > 0) report.faults.push(`the journal does not lead to ${wrong.join(', ')}`)
    }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** Files and folders that were there before, with the numbers that the system gave them. */
function present(root: string): { path: string; node: number; bytes: Uint8Array | null }[] {
  const paths = ['', ...readdirSync(root, { recursive: true }).map(String)]
  return paths.map((path) => {
    const found = lstatSync(join(root, path))
    return { path, node: found.ino, bytes: found.isFile() ? readFileSync(join(root, path)) : null }
  })
}

/** Does every kind of write, in an order of its own, restarting now and then; returns what was acknowledged when. */
async function live(world: World, root: string, log: string): Promise<Ledger> {
  const plant = world.control === undefined ? undefined : plants[world.control]
  const data = join(root, 'data')
  const start = () => startChildCore(data, plant, journalEnvironment(root, log))
  const colleague = new Colleague(root, (folder) =>
    startChildCore(folder, undefined, journalEnvironment(root, log)),
  )
  try {
    return await walk(world, root, log, start, colleague)
  } finally {
    await colleague.stop()
  }
}

async function walk(
  world: World,
  root: string,
  log: string,
  start: () => ChildCore,
  colleague: Colleague,
): Promise<Ledger> {
  let core = start()
  await core.opened
  const first = await seen(core)
  const old = world.isOld ? OLD_ITEMS : []
  if (!old.every((title) => JSON.stringify(first).includes(title)))
    throw new Error('the old data are not there')
  const ledger = new Ledger(first, () => (existsSync(log) ? statSync(log).size : 0))
  const start0 = { core, ledger, dice: world.dice, root, colleague, backups: new Map<string, State>() }
  let journey: Journey = { ...start0, ...(await prepare(start0)) }
  for (const name of orderOf(world)) {
    await perform(name, journey)
    const now = await seen(core)
    const wrong = difference(ledger.now, now)
    if (wrong !== '') throw new Error(`after ${name}, without any power cut: ${wrong}`)
    if (world.dice.next() < 0.15) {
      await core.close()
      keepNewest(ledger, root)
      core = start()
      await core.opened
      journey = { ...journey, core }
    }
  }
  await core.close()
  return ledger
}

/** The backup written at closing is the newest then, here and in the second folder; those of before may have made room for it. */
function keepNewest(ledger: Ledger, root: string): void {
  for (const folder of [`data/${BACKUP_FOLDER}`, COPIES]) {
    const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []
    const newest = names
      .filter((name) => name.endsWith(BACKUP_EXTENSION) || name.endsWith(ENCRYPTED_BACKUP))
      .toSorted()
      .at(-1)
    if (newest !== undefined) ledger.keep(`${folder}/${newest}`, true)
  }
}

const SLOW: readonly ActName[] = [
  ...(['approve', 'send', 'publish', 'restore', 'keepVersion', 'save'] as const),
  ...(['transmit', 'takeWriting', 'merge', 'layDown'] as const),
  ...(['encrypt', 'encryptCopy', 'changeWord', 'restoreEncrypted'] as const),
]

/** Every act once, those that cost little between them again. */
function orderOf({ dice: thrown, only, actsPerWorld = 40 }: World): ActName[] {
  const names = only ?? (Object.keys(acts) as ActName[])
  const once = [...names].toSorted(() => thrown.next() - 0.5)
  const quick = names.filter((name) => !SLOW.includes(name))
  while (once.length < actsPerWorld && quick.length > 0)
    once.splice(thrown.below(once.length + 1), 0, thrown.pick(quick) ?? 'type')
  return once.slice(0, actsPerWorld)
}

/** Half of the moments right after an acknowledgement, half anywhere, in the order of the journal. */
function momentsOf(entries: readonly Entry[], ledger: Ledger, { dice: thrown, images }: World): number[] {
  const acknowledged = ledger.steps.map(({ acknowledgedAt }) => acknowledgedAt)
  const moments = Array.from({ length: images }, (_, rank) =>
    rank % 4 < 2 ? (thrown.pick(acknowledged) ?? 0) : (thrown.pick(entries)?.end ?? 0),
  )
  return moments.toSorted((a, b) => a - b)
}

type Image = { disk: Disk; model: Model; moment: number; ledger: Ledger; place: string; dice: Dice }

async function judge(image: Image, jobs: JobRunner, report: PowerReport): Promise<void> {
  const { disk, model, moment, ledger, place } = image
  const target = join(place, 'image')
  rmSync(target, { recursive: true, force: true })
  const files = disk.lose(image.dice)
  layOut(files, target)
  const { states, words, acknowledged, kind } = ledger.possible(moment)
  report.images += 1
  report.kinds[kind] = (report.kinds[kind] ?? 0) + 1
  const wrong: string[] = []
  try {
    const found = await openedOn(target, join(place, 'root'), jobs)
    if (!states.some((state) => isDeepStrictEqual(state, found)))
      wrong.push(difference(states[0] ?? {}, found))
    wrong.push(...fileFaults(join(target, 'data')), ...storedFaults(join(target, 'data')))
    wrong.push(...(await encryptedFaults(target, words)))
  } catch (thrown) {
    const there = [...files.keys()].filter((path) => path.startsWith(`data/${DATABASE_NAME}`))
    wrong.push(
      `not opened: ${thrown instanceof Error ? thrown.message : String(thrown)}; there are ${there.join(', ')}`,
    )
  }
  for (const [path, bytes] of files)
    if (isWholeOrAbsent(path) && disk.wasWhole(path, bytes) !== true) wrong.push(`${path} is not whole`)
  wrong.push(...ledger.absent((path) => files.has(path), moment))
  if (wrong.length === 0) return
  report.lost += 1
  report.faults.push(
    `image ${report.images} (${model}, during ${kind}, after ${acknowledged} acknowledged): ${wrong.slice(0, 3).join('; ')}`,
  )
}

/** Files put in place by a rename, and so never seen half written. */
function isWholeOrAbsent(path: string): boolean {
  return (
    /^(data|collegue)\/(pieces\/[0-9a-f]{64}|sauvegardes\/[^/]+\.seances(\.sha256)?|(desk|passation-poste)\.json)$/.test(
      path,
    ) ||
    /^partage\/(passation.*\.json|[^/]+\.seances(\.sha256)?|pieces\/[0-9a-f]{64})$/.test(path) ||
    /^copies\/([^/]+\.seances(\.age)?(\.sha256)?|cle-[0-9a-f]{8}\.age|pieces\/[0-9a-f]{64}(\.age)?)$/.test(
      path,
    ) ||
    /^out\/[^.]/.test(path)
  )
}

/** The desk on an image of both, once whatever was cut short between them is led back. */
async function openedOn(image: string, root: string, jobs: JobRunner): Promise<State> {
  const opened: Core[] = []
  const open = async (name: string) => {
    const folder = join(image, name)
    moveFolder(folder, root, image)
    const log: string[] = []
    const core = await openCore({
      dataFolder: folder,
      who: 'campagne',
      runJob: jobs.run,
      emit: () => undefined,
      log: (line, thrown) => log.push(`${line} ${String(thrown ?? '')}`),
    })
    opened.push(core)
    const asked: Asked = {
      async call(method, input) {
        const envelope = await core.call(method, input)
        if (!envelope.ok) throw new Refused(`${method} ${log.join()}`, envelope.error.code)
        return envelope.value
      },
    }
    return { core, asked }
  }
  try {
    const { asked } = await open('data')
    let colleague: Promise<Asked> | undefined
    await settle(asked, () => {
      colleague ??= open(COLLEAGUE).then(async (other) => {
        // Its knowledge of the folder may be what the cut took.
        await other.core.internal('setHandOverFolder', { path: join(image, SHARED) })
        return other.asked
      })
      return colleague
    })
    return await seen(asked)
  } finally {
    for (const core of opened) await core.close()
  }
}

/** The shared folder of an image is the one that lies in it, not the one of the world that goes on. */
function moveFolder(dataFolder: string, from: string, to: string): void {
  const path = join(dataFolder, 'desk.json')
  if (existsSync(path)) writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to))
}
