// The ten-year sample with rows that it lacks, and a crowd of persons whose names begin alike; the lines of the palette for
// what somebody types on a screen of it.
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { Output } from '../../electron/contract/index.ts'
import { openData } from '../../electron/db/open.ts'
import { readAct, readSign } from '../../electron/domain/search/query.ts'
import { type Core, openCore } from '../../electron/features/core.ts'
import { demoRows } from '../../electron/features/settings/sample/demo.ts'
import { insertDemo } from '../../electron/features/settings/sample/insert.ts'
import type { BoundAct, Scope } from '../../renderer/acts/act.ts'
import { keysOf } from '../../renderer/acts/act.ts'
import { scopesWithPlace } from '../../renderer/app/every-scope.ts'
import {
  commandEntries,
  linesHere,
  nearestCommands,
} from '../../renderer/features/home/search/command-entries.ts'
import { deedsFor } from '../../renderer/features/home/search/deeds.ts'
import type { PaletteEntry } from '../../renderer/features/home/search/palette-entry.ts'
import { paletteLines } from '../../renderer/features/home/search/palette-lines.ts'
import { noSaidFilter } from '../../renderer/features/home/search/said-filter.ts'

export const TODAY = '2026-11-24'
const clock = () => new Date(`${TODAY}T09:00:00Z`)

const Value = z.union([z.string(), z.number(), z.null()])
const Rows = z.object({
  rows: z.record(z.string(), z.array(z.record(z.string(), Value))),
  crowd: z.object({
    middles: z.array(z.string()),
    ends: z.array(z.string()),
    givenNames: z.array(z.string()),
    jobTitle: z.string(),
  }),
})
const fixture = (name: string) => JSON.parse(readFileSync(`test/fixtures/search/${name}`, 'utf8'))

const open = (folder: string) =>
  openData(folder, { beforeMigration: async () => undefined, slow: () => undefined, clock })

/** Makes the data in a folder of their own. */
export async function makeSearched(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'seances-searched-'))
  const data = await open(folder)
  await data.db
    .transaction()
    .execute((tx) => insertDemo(tx, demoRows({ seed: 'inp', years: 10, end: TODAY })))
  // Its answers came after a convocation.
  data.sqlite.prepare(`UPDATE meeting SET state = 'convened' WHERE date = '2026-12-10'`).run()
  const { rows } = Rows.parse(fixture('rows.json'))
  data.sqlite.transaction(() => {
    for (const [table, list] of Object.entries(rows)) {
      const name = snake(table)
      for (const row of list) {
        const values = Object.entries(row).map(([field, value]) => [field, idOf(data.sqlite, value)] as const)
        const columns = values.map(([field]) => snake(field)).join()
        data.sqlite
          .prepare(`INSERT INTO ${name} (${columns}) VALUES (${values.map(() => '?').join()})`)
          .run(values.map(([, value]) => value))
      }
    }
  })()
  data.close()
  return folder
}

/** Persons whose names begin alike; they have no seat. */
export async function addCrowd(folder: string, from: number, to: number): Promise<void> {
  const { crowd } = Rows.parse(fixture('rows.json'))
  const data = await open(folder)
  const insert = data.sqlite.prepare(
    `INSERT INTO person (id, version, civility, given_name, family_name, job_title, organisation_id, email, phone,
       copy_emails, other_names, protocol_order) VALUES (?, 1, '', ?, ?, ?, NULL, '', '', '', '', ?)`,
  )
  const at = <T>(list: readonly T[], index: number) => list[index % list.length]
  data.sqlite.transaction(() => {
    for (let i = from; i < to; i += 1) {
      const n = i % 300
      const id = `0192f001-0000-7000-8000-${i.toString(16).padStart(12, '0')}`
      const family = `March${at(crowd.middles, Math.floor(n / 20))}${at(crowd.ends, n % 20)}`
      insert.run(id, at(crowd.givenNames, Math.floor(i / 300)), family, crowd.jobTitle, 2000 + i)
    }
  })()
  data.close()
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

type Sqlite = Awaited<ReturnType<typeof openData>>['sqlite']
const lookups: Readonly<Record<string, string>> = {
  organisation: 'SELECT id FROM organisation WHERE acronym = ?',
  meeting: 'SELECT id FROM meeting WHERE date = ?',
  minutes:
    'SELECT minutes.id FROM minutes JOIN meeting ON meeting.id = minutes.meeting_id WHERE meeting.date = ?',
  project: 'SELECT id FROM project WHERE title = ?',
  person: `SELECT person.id FROM person LEFT JOIN organisation ON organisation.id = person.organisation_id
    WHERE person.given_name || ' ' || person.family_name || ', ' || coalesce(organisation.acronym, 'null') = ?
    ORDER BY person.protocol_order`,
}

/** "@meeting:2026-11-12" is the row of that meeting. */
function idOf(sqlite: Sqlite, value: z.infer<typeof Value>): string | number | null {
  const [, kind = '', sign] = (typeof value === 'string' ? /^@(\w+):(.*)$/.exec(value) : null) ?? []
  const sql = lookups[kind]
  if (sql === undefined) return value
  const id = sqlite.prepare(sql).pluck().get(sign)
  if (typeof id !== 'string') throw new Error(`no such row: ${value}`)
  return id
}

export type ShownLine = PaletteEntry & { hit: Output<'search.query'>['hits'][number] | undefined }
export type Asked = { typed: string; screen: string | null; meeting?: string | undefined }

/** Which acts are offered on a screen, by the names of their scopes. */
const scopesOf: Readonly<Record<string, RegExp>> = {
  agenda: /^(agenda|meeting|page)(\.|$)/,
  dispatch: /^(dispatch|recipient|meeting)(\.|$)/,
  participants: /^(reply|meeting)(\.|$)/,
  minutes: /^minutes(\.|$)/,
  watch: /^watch(\.|$)/,
  meetings: /^meetings(\.|$)/,
  directory: /^directory(\.|$)/,
  subjects: /^subject(\.|$)/,
  projects: /^project(\.|$)/,
  followUp: /^followUp(\.|$)/,
}

export class SearchedWindow {
  readonly #core: Core
  readonly #scopes: readonly Scope<never>[]
  readonly #meetings: Output<'meetings.list'>

  private constructor(core: Core, scopes: readonly Scope<never>[], meetings: Output<'meetings.list'>) {
    this.#core = core
    this.#scopes = scopes
    this.#meetings = meetings
  }

  static async open(folder: string): Promise<SearchedWindow> {
    const core = await openCore({
      dataFolder: folder,
      who: 'essai',
      runJob: async () => {
        throw new Error('a search runs no job')
      },
      emit: () => undefined,
      log: () => undefined,
      clock,
    })
    const meetings = await core.call('meetings.list', { year: null })
    if (!meetings.ok) throw new Error(meetings.error.code)
    return new SearchedWindow(core, await declaredScopes(), meetings.value)
  }

  /** The lines that are shown for what is typed, best first. */
  async lines({ typed, screen, meeting }: Asked): Promise<ShownLine[]> {
    const { only, words } = readSign(typed)
    const found =
      only === 'acts' || only === 'said' || words === ''
        ? undefined
        : await this.#core.call('search.query', { words, only: only === 'persons' ? only : null })
    const said =
      only === 'said' ? await this.#core.call('search.said', { ...noSaidFilter, words, limit: 8 }) : undefined
    const hits = found?.ok ? found.value : undefined
    const shown = this.#meetings.find(({ date }) => date === meeting)?.id ?? null
    const deeds = deedsFor(this.#meetings, {
      scopes: scopesWithPlace,
      shownId: shown,
      asked: readAct(words, TODAY),
      isTeam: false,
    })
    const here = linesHere(this.#shownScopes(screen))
    const { entries } = paletteLines(
      { only, words },
      {
        acts: commandEntries(words, deeds, here),
        nearestActs: () => nearestCommands(words, deeds, here),
        found: hits,
        said: said?.ok ? said.value : undefined,
      },
    )
    const byId = new Map(
      [...(hits?.hits ?? []), ...(hits?.nearest ?? [])].map((hit) => [`${hit.kind} ${hit.id}`, hit]),
    )
    return entries.map((entry) => ({ ...entry, hit: byId.get(entry.id) }))
  }

  async close(folder: string): Promise<void> {
    await this.#core.close()
    rmSync(folder, { recursive: true, force: true })
  }

  /** Without closing the folder for good. */
  async leave(): Promise<void> {
    await this.#core.close()
  }

  #shownScopes(screen: string | null) {
    const isShown = ({ name }: Scope<never>) =>
      name === 'frame' || name === 'place' || (screen !== null && scopesOf[screen]?.test(name) === true)
    return this.#scopes.filter(isShown).map((scope) => ({ scope, acts: () => everyAct(scope) }))
  }
}

/** Every act of a scope as if it were offered; one whose label changes with things under its short one. */
function everyAct({ name, acts }: Scope<never>): BoundAct[] {
  return Object.entries(acts).map(([own, act]) => ({
    id: `${name}.${own}`,
    label: typeof act.label === 'string' ? act.label : (act.short ?? ''),
    synonyms: act.synonyms ?? '',
    icon: act.icon,
    keys: keysOf(act),
    danger: act.danger === true,
    reads: act.reads === true,
    asksWords: act.asksWords === true,
    isOffered: true,
    off: null,
    whyNot: null,
    leavesKey: () => false,
    run: () => undefined,
  }))
}

async function declaredScopes(): Promise<Scope<never>[]> {
  const files = globSync('renderer/{acts,app,features}/**/{acts,*-acts}.ts')
  const modules = await Promise.all(files.map((file) => import(/* @vite-ignore */ pathToFileURL(file).href)))
  return modules.flatMap((module: object) => Object.values(module).filter(isScope))
}

function isScope(value: unknown): value is Scope<never> {
  return typeof value === 'object' && value !== null && 'acts' in value && 'reach' in value
}
