import { closeSync, ftruncateSync, openSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorSentences } from '../../electron/contract/error-sentences.ts'
import type { ErrorCode } from '../../electron/contract/errors.ts'
import { paths } from '../../renderer/app/paths.ts'
import { commonText } from '../../renderer/text/common.ts'
import { frameText } from '../../renderer/text/frame.ts'
import { importsText } from '../../renderer/text/imports.ts'
import { hostileFiles } from '../campaigns/hostile-files.ts'
import {
  type Application,
  answerOpenDialog,
  callBridge,
  freshFolder,
  startApplication,
} from './application.ts'
import { show } from './screens.ts'

/** From the press of a button, or from a question to the core, to its answer. */
const ANSWERED_MS = 100
/** On a machine that is busy otherwise, no slower than this many times the window at rest, just before and after. */
const AT_REST = 2
/** Other work can come in between: what is slow by itself is slow in most of these. */
const ROUNDS = 3
/** Fewer answers than this say little. */
const ENOUGH = 9
const MEGABYTE = 1024 * 1024

const folder = freshFolder()
let app: Application

beforeAll(async () => {
  app = await startApplication()
  await callBridge(app.page, 'meetings.create', { fields: { date: '2027-03-11' }, fromTemplate: true })
  await app.page.evaluate(() => {
    const answers: number[] = []
    Reflect.set(globalThis, 'answers', answers)
    document.addEventListener(
      'click',
      ({ timeStamp }) => {
        const before = document.querySelector('.app')?.className
        // The second frame after it is on the screen; what did not change by then was not answered.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const isAnswered = document.querySelector('.app')?.className !== before
            answers.push(isAnswered ? performance.now() - timeStamp : Number.POSITIVE_INFINITY)
          }),
        )
      },
      true,
    )
  })
})
afterAll(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

/** The button pressed again and again: it leaves every screen as it is. */
const fold = () =>
  app.page.getByRole('button', {
    name: new RegExp(`^(${frameText.foldSidebar}|${frameText.unfoldSidebar})$`),
  })

type Answers = { clicks: number[]; core: number[] }

/** Presses and asks until `isOver`, and at least a few times. */
async function answersUntil(isOver: () => Promise<boolean>): Promise<Answers> {
  const { page } = app
  const box = await fold().boundingBox()
  if (box === null) throw new Error('the button that folds the sidebar is not on the screen')
  await page.evaluate(() => Reflect.get(globalThis, 'answers').splice(0))
  const core: number[] = []
  const answered = () => page.evaluate<number>(() => Reflect.get(globalThis, 'answers').length)
  // On a busy machine two presses may find one answer.
  const isEnough = async (turn: number) =>
    turn >= ENOUGH && (turn >= 3 * ENOUGH || (await answered()) >= ENOUGH) && (await isOver())
  for (let turn = 0; !(await isEnough(turn)); turn += 1) {
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    core.push(
      await page.evaluate(async () => {
        const asked = performance.now()
        await Reflect.get(globalThis, 'seances').call('meetings.list', { year: null })
        return performance.now() - asked
      }),
    )
    // Longer than two frames: the next press finds the last one answered.
    await page.waitForTimeout(50)
  }
  return { clicks: await page.evaluate(() => Reflect.get(globalThis, 'answers').splice(0)), core }
}

function median(values: readonly number[]): number {
  if (values.length < ENOUGH) throw new Error(`only ${values.length} answers`)
  return middle(values)
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.POSITIVE_INFINITY
}

const kinds = ['clicks', 'core'] as const
type Limits = Record<keyof Answers, number>

/** Bounds of a click and of a question to the core, by what they took on this very window while nothing was read. */
function limitsOf(...rests: readonly Answers[]): Limits {
  const limit = (kind: keyof Answers) =>
    Math.max(ANSWERED_MS, AT_REST * median(rests.flatMap((rest) => rest[kind])))
  return { clicks: limit('clicks'), core: limit('core') }
}

const atRest = () => answersUntil(async () => true)

/**
 * The time that clicks and questions took beside what they may take, 1 being the most, in the middle one of the rounds; each round is
 * held against the rest before and after it, so that a machine that grows busy or calm counts for both. What most rounds
 * agree on stands, and no more of them are made.
 */
async function strain(work: (before: Limits) => Promise<Answers>, most = ROUNDS): Promise<Limits> {
  const rounds: Limits[] = []
  const isDecided = (kind: keyof Answers) => {
    const within = rounds.filter((round) => round[kind] < 1).length
    return Math.max(within, rounds.length - within) > most / 2
  }
  let before = await atRest()
  while (rounds.length < most && !kinds.every(isDecided)) {
    const during = await work(limitsOf(before))
    const after = await atRest()
    const limit = limitsOf(before, after)
    rounds.push({
      clicks: median(during.clicks) / limit.clicks,
      core: median(during.core) / limit.core,
    })
    before = after
  }
  const [clicks, core] = kinds.map((kind) => middle(rounds.map((round) => round[kind])))
  return { clicks: clicks ?? Number.POSITIVE_INFINITY, core: core ?? Number.POSITIVE_INFINITY }
}

/** Rows of every table and every file of the data, but what the database keeps beside it and the look at kept files writes. */
function census(): Record<string, number | string[]> {
  const [name = ''] = readdirSync(app.dataDir).filter((one) => one.endsWith('.sqlite'))
  const database = new Database(join(app.dataDir, name), { readonly: true })
  try {
    const tables = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
      .pluck()
      .all() as string[]
    expect(tables).toContain('agenda_item')
    const rows = tables.map((table) => [
      table,
      Number(database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()),
    ])
    const files = readdirSync(app.dataDir, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && !/-(wal|shm)$|\.log$|^etat-fichiers\.json$/.test(entry.name),
    )
    const names = files.map(({ name, parentPath }) => relative(app.dataDir, join(parentPath, name)))
    return Object.fromEntries([...rows, ['files', names.sort()]])
  } finally {
    database.close()
  }
}

const alert = () => app.page.locator('main').getByRole('alert')
const review = () => app.page.getByRole('heading', { name: importsText.title })

/** Chooses the file in the dialog; returns how the window was while it was read. */
async function choose(path: string): Promise<Answers> {
  const { page } = app
  await show(page, 'home', paths.home)
  await show(page, 'importReview', paths.importReview)
  await answerOpenDialog(app.electron, [path])
  await page.getByRole('button', { name: importsText.choose }).click()
  return answersUntil(async () => (await alert().count()) + (await review().count()) > 0)
}

function fileOf(name: string): string {
  const bytes = hostileFiles('')
    .find((file) => file.name === name)
    ?.make()
  if (bytes === undefined) throw new Error(`no ${name}`)
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Half a gigabyte that takes no room on the disk. */
function halfGigabyte(): string {
  const path = join(folder, 'demi-gigaoctet.docx')
  const file = openSync(path, 'w')
  ftruncateSync(file, 500 * MEGABYTE)
  closeSync(file)
  return path
}

const refused: readonly [string, () => string, ErrorCode][] = [
  ['a bomb of ten gigabytes in a zip', () => fileOf('dix-gigaoctets.docx'), 'file-inflates'],
  ['an archive that holds itself', () => fileOf('se-contient.docx'), 'file-damaged'],
  ['a million rows', () => fileOf('million.xlsx'), 'file-inflates'],
  ['entities twelve deep', () => fileOf('rires.docx'), 'file-damaged'],
  ['pages that unfold to 400 MB', () => fileOf('plie.pdf'), 'file-inflates'],
  ['half a gigabyte', halfGigabyte, 'file-too-large'],
]

describe('a hostile file in the window', () => {
  it.each(refused)('%s is refused in words, while clicks are answered', async (_, make, code) => {
    const path = make()
    const before = census()
    const strained = await strain(async () => {
      const answers = await choose(path)
      expect(await alert().innerText()).toBe(errorSentences[code])
      expect(census()).toEqual(before)
      return answers
    })
    // The sentence ends by what can be done.
    expect(errorSentences[code]).toMatch(/(Retirer|L’enregistrer|L’ouvrir) .*puis réessayer\.$/)
    expect(strained.clicks).toBeLessThan(1)
    expect(strained.core).toBeLessThan(1)
  })

  it('a million lines of text are read as far as the bounds go, while clicks are answered', async () => {
    const path = fileOf('million.csv')
    const before = census()
    const strained = await strain(async () => {
      const answers = await choose(path)
      await review().waitFor()
      expect(census()).toEqual(before)
      return answers
    })
    expect(strained.clicks).toBeLessThan(1)
    expect(strained.core).toBeLessThan(1)
  })

  it('half a gigabyte let fall on the window is refused at once, unread', async () => {
    const { page } = app
    await show(page, 'home', paths.home)
    const before = census()
    const transfer = await page.evaluateHandle((bytes) => {
      const data = new DataTransfer()
      const part = new Uint8Array(bytes)
      data.items.add(
        new File(
          Array.from({ length: 50 }, () => part),
          'demi-gigaoctet.docx',
        ),
      )
      return data
    }, 10 * MEGABYTE)
    const toast = page.getByText('200\u00a0Mo au plus')
    const strained = await strain(async () => {
      for (const event of ['dragover', 'drop'])
        await page.locator('main').dispatchEvent(event, { dataTransfer: transfer })
      const answers = await answersUntil(async () => (await toast.count()) > 0)
      await page.getByRole('region', { name: commonText.messages }).getByRole('button').last().click()
      await toast.waitFor({ state: 'detached' })
      expect(census()).toEqual(before)
      return answers
    })
    expect(strained.clicks).toBeLessThan(1)
    await transfer.dispose()
  })
})

describe('the measure itself', () => {
  it('finds a page that blocks', async () => {
    const strained = await strain(async (before) => {
      await app.page.evaluate((pause) => {
        const block = () => {
          const end = performance.now() + pause
          while (performance.now() < end);
        }
        Reflect.set(globalThis, 'blocking', setInterval(block, 10))
      }, 2 * before.clicks)
      const answers = await atRest()
      await app.page.evaluate(() => clearInterval(Reflect.get(globalThis, 'blocking')))
      return answers
    }, 1)
    expect(strained.clicks).toBeGreaterThan(1)
  })

  it('finds a core that is held up', async () => {
    const pid = await app.electron.evaluate(
      ({ app: electron }) => electron.getAppMetrics().find((one) => one.name === 'seances-core')?.pid ?? 0,
    )
    expect(pid).toBeGreaterThan(0)
    const strained = await strain(async (before) => {
      let isOver = false
      // As if it read something itself: still for long, running for a moment.
      const held = (async () => {
        while (!isOver) {
          process.kill(pid, 'SIGSTOP')
          await pause(3 * before.core)
          process.kill(pid, 'SIGCONT')
          await pause(20)
        }
      })()
      const answers = await atRest()
      isOver = true
      await held
      return answers
    }, 1)
    expect(strained.core).toBeGreaterThan(1)
  })

  it('finds a row that stays behind', async () => {
    const before = census()
    await callBridge(app.page, 'meetings.create', { fields: { date: '2027-04-08' }, fromTemplate: false })
    expect(census()).not.toEqual(before)
  })
})
