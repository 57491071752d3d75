// Many desks on one base: they write the same rows, the server is ended under them, lines are cut, nobody is notified, desks
// die while they write. Whatever was acknowledged and is gone, was overwritten or was done twice must be nothing.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { TeamAddress } from '../../electron/db/postgres/address.ts'
import { Line } from '../../electron/db/postgres/line.ts'
import { Desk } from '../team/desk.ts'
import { PASSWORD, type TestServer } from '../team/server.ts'
import { type Cut, cuttableWay, droppingWay, silentWay } from '../team/way.ts'
import { type Dice, dice } from './dice.ts'

/** One after another: each says that the server is away when it is not let in at once. */
async function opened(address: TeamAddress, count: number): Promise<Desk[]> {
  const desks: Desk[] = []
  for (let at = 0; at < count; at += 1) desks.push(await Desk.open(`Poste ${at}`, address))
  return desks
}

export type CommonRows = {
  acknowledged: number
  /** Refused because somebody else wrote first, or was writing for too long. */
  conflicts: number
  /** Letters that were acknowledged and do not stand there. */
  lost: number
  /** Moves that were acknowledged and left another order than who asked for them had seen and meant. */
  overwritten: number
  /** What else is not as it should be, in words. */
  faults: string[]
}

const isByOthers = (code: string) => code === 'conflict' || code === 'busy'

type Row = { kind: 'project' | 'item'; id: string }
/** What a window says that it has seen of others; undefined: nothing is said. */
type Seen = number | null | undefined
/** Adds a letter to a row as it is read; whether it was acknowledged. */
export type WriteLetter = (
  desk: Desk,
  row: Row & { meetingId: string },
  letter: string,
  seen: Seen,
) => Promise<boolean>

export const asRead: WriteLetter = async (desk, { kind, id, meetingId }, letter, seen) => {
  const said =
    kind === 'project'
      ? await renameProject(desk, id, letter, seen)
      : await renameItem(desk, { meetingId, id }, letter, seen)
  if (!said.ok && !isByOthers(said.error.code)) throw new Error(said.error.code)
  return said.ok
}

/** Desks add letters to the same rows, each as it read them, and move the items among which some of these are. */
export async function writeCommonRows(
  server: TestServer,
  options: {
    desks: number
    writes: number
    seed: number
    write?: (base: TeamAddress) => WriteLetter
    /** Nobody says what they have seen. */
    isBlind?: boolean
  },
): Promise<CommonRows> {
  const base = await server.newBase()
  const desks = await opened(base, options.desks)
  const [first] = desks
  if (first === undefined) throw new Error('no desk')
  const { id: meetingId } = await first.ok('meetings.create', {
    fields: { date: '2027-01-14' },
    fromTemplate: false,
  })
  const rows: Row[] = []
  for (const title of ['A', 'B', 'C']) {
    rows.push({ kind: 'project', id: await first.add(title) })
    const id = crypto.randomUUID()
    const place = { meetingId, parentId: null, afterId: null }
    await first.ok('agenda.add', { id, ...place, fields: { title } })
    rows.push({ kind: 'item', id })
  }
  const report: CommonRows = { acknowledged: 0, conflicts: 0, lost: 0, overwritten: 0, faults: [] }
  const odd: Moved[] = []
  const write = options.write?.(base) ?? asRead
  let letters = 0
  await Promise.all(
    desks.map(async (desk, at) => {
      const thrown = dice(options.seed + at)
      for (let left = Math.ceil(options.writes / options.desks); left > 0; left -= 1) {
        const row = thrown.pick(rows)
        if (row === undefined) return
        const isMove = row.kind === 'item' && thrown.below(3) > 0
        // Before what is asked for now is read.
        const seen = options.isBlind === true ? undefined : desk.heard
        const moved = isMove ? await moveItem(desk, { meetingId, id: row.id }, thrown.below(3), seen) : null
        if (moved !== null && moved !== 'refused' && moved.expected !== moved.left) odd.push(moved)
        const isDone = isMove
          ? moved !== 'refused'
          : await write(desk, { ...row, meetingId }, String.fromCharCode(97 + at), seen)
        if (isDone && !isMove) letters += 1
        report[isDone ? 'acknowledged' : 'conflicts'] += 1
      }
    }),
  )
  const { items } = await first.ok('agenda.list', { meetingId })
  const titles = [...(await first.titles()), ...items.map(({ title }) => title)]
  report.lost = letters - (titles.join('').length - rows.length)
  for (const moved of odd) if (await hasMoved(server, base, moved)) report.overwritten += 1
  const positions = items.map(({ position }) => position).join()
  if (positions !== '0,1,2') report.faults.push(`the items stand at ${positions}`)
  for (const desk of desks) await desk.close()
  return report
}

/** The version and the words are of one reading. */
async function renameProject(desk: Desk, id: string, letter: string, seen: Seen) {
  const row = (await desk.ok('projects.list', {})).find((one) => one.id === id)
  if (row === undefined) throw new Error('a project is gone')
  const patch = { title: `${row.title}${letter}` }
  return desk.core.call('projects.update', { id, version: row.version, patch }, seen)
}

type Item = { meetingId: string; id: string }

async function itemsOf(desk: Desk, { meetingId, id }: Item) {
  const { items } = await desk.ok('agenda.list', { meetingId })
  const item = items.find((one) => one.id === id)
  if (item === undefined) throw new Error('an item is gone')
  return { items, item }
}

async function renameItem(desk: Desk, at: Item, letter: string, seen: Seen) {
  const { version, title } = (await itemsOf(desk, at)).item
  return desk.core.call('agenda.update', { id: at.id, version, patch: { title: `${title}${letter}` } }, seen)
}

/** The orders of the items: as it was meant, and as it is then. */
type Moved = { id: string; version: number; expected: string; left: string }

async function moveItem(desk: Desk, at: Item, index: number, seen: Seen): Promise<Moved | 'refused'> {
  const { items, item } = await itemsOf(desk, at)
  const { id, version } = item
  const said = await desk.core.call('agenda.move', { id, version, parentId: null, index }, seen)
  if (!said.ok && !isByOthers(said.error.code)) throw new Error(said.error.code)
  if (!said.ok) return 'refused'
  const ids = items.map((one) => one.id)
  const meant = ids.filter((one) => one !== id).toSpliced(index, 0, id)
  return { id, version, expected: meant.join(), left: said.value.items.map((one) => one.id).join() }
}

/** Whether a move changed a place: where others had put the item there already, it took nothing from them. */
async function hasMoved(server: TestServer, base: TeamAddress, { id, version }: Moved): Promise<boolean> {
  const [row] = await server.query<{ moved: boolean }>(
    base.database,
    `SELECT bool_or(c.before::json ->> 'position' <> c.after::json ->> 'position') AS moved FROM inp.journal_change AS c
     WHERE c.row_id = '${id}' AND c.entry_seq = (SELECT max(v.entry_seq) FROM inp.journal_change AS v
       WHERE v.row_id = c.row_id AND v.before::json ->> 'version' = '${version}' AND v.after::json ->> 'version' = '${version + 1}')`,
  )
  return row?.moved ?? true
}

/** The nth day after which there is to be a meeting. */
const dayOf = (at: number) => new Date(Date.UTC(2027, 0, 1 + at)).toISOString().slice(0, 10)

export type Acts = { acts: number; disturbed: number; lost: number; twice: number }

/** Asks for a meeting on each day until that is acknowledged, as the outbox does. */
async function askFor(desk: Desk, date: string): Promise<void> {
  for (;;) {
    const said = await desk.core.call('meetings.create', { fields: { date }, fromTemplate: false })
    if (said.ok) return
    if (said.error.code !== 'team-away') throw new Error(said.error.code)
    await wait(20)
  }
}

async function judged(server: TestServer, base: TeamAddress, acts: number, disturbed: number): Promise<Acts> {
  const rows = await server.query<{ date: string; times: string }>(
    base.database,
    'SELECT date, count(*) AS times FROM inp.meeting GROUP BY date',
  )
  const times = new Map(rows.map(({ date, times }) => [date, Number(times)]))
  const days = Array.from({ length: acts }, (_, at) => times.get(dayOf(at)) ?? 0)
  return {
    acts,
    disturbed,
    lost: days.filter((count) => count === 0).length,
    twice: days.filter((count) => count > 1).length,
  }
}

/** The server is ended at once, at random moments of the acts of a desk. */
export async function endServer(
  server: TestServer,
  { kills, seed }: { kills: number; seed: number },
): Promise<Acts> {
  const base = await server.newBase()
  const desk = await Desk.open('Léa', base)
  const thrown = dice(seed)
  let [done, acts] = [0, 0]
  while (done < kills) {
    const asked = askFor(desk, dayOf(acts))
    acts += 1
    if (thrown.below(3) === 0) {
      await moment(thrown)
      await server.crash()
      done += 1
    }
    await asked
  }
  const found = await judged(server, base, acts, done)
  await desk.close()
  return found
}

/** Within what an act takes. */
async function moment(thrown: Dice): Promise<void> {
  for (let turn = thrown.below(60); turn > 0; turn -= 1) await new Promise((resolve) => setImmediate(resolve))
}

/** The answer to every other commit is cut. */
export async function cutLines(server: TestServer, { cuts, how }: { cuts: number; how: Cut }): Promise<Acts> {
  const base = await server.newBase()
  const way = await cuttableWay(base)
  const desk = await Desk.open('Léa', way.address)
  for (let at = 0; at < 2 * cuts; at += 1) {
    if (at % 2 === 0) way.cutNext(how)
    await askFor(desk, dayOf(at))
  }
  await desk.close()
  way.close()
  return judged(server, base, 2 * cuts, way.cuts())
}

/** How old the screen of a desk is at most that no notification reaches; null when it hears nothing for twice the time. */
export async function silencedAge(server: TestServer, writes: number): Promise<number | null> {
  const base = await server.newBase()
  const way = await silentWay(base)
  const [lea, noe] = [await Desk.open('Léa', base), await Desk.open('Noé', way.address)]
  await noe.titles()
  while (!way.isSilent()) await wait(10)
  let oldest = 0
  for (let at = 0; at < writes; at += 1) {
    noe.events.length = 0
    await lea.add(`Projet ${at}`)
    const from = performance.now()
    while (!noe.events.some(({ topic }) => topic === 'changed')) {
      if (performance.now() - from > 11_000) {
        oldest = Number.POSITIVE_INFINITY
        break
      }
      await wait(10)
    }
    oldest = Math.max(oldest, performance.now() - from)
    await noe.titles()
  }
  await lea.close()
  await noe.close()
  way.close()
  return Number.isFinite(oldest) ? oldest : null
}

const writer = fileURLToPath(new URL('./team-writer.ts', import.meta.url))

/** Desks die by SIGKILL while they write; how long another one waits then at most, and what they had been told is done. */
export async function killDesks(
  server: TestServer,
  { kills, seed }: { kills: number; seed: number },
): Promise<{ kills: number; acknowledged: number; lost: number; longestMs: number }> {
  const base = await server.newBase()
  const thrown = dice(seed)
  const other = await Desk.open('Noé', base)
  const acknowledged: string[] = []
  let longestMs = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const child = spawn(process.execPath, [writer, JSON.stringify(base), String(kill)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const closed = once(child, 'close')
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    await once(child.stdout, 'data')
    await wait(thrown.below(60))
    child.kill('SIGKILL')
    const from = performance.now()
    await other.add(`Après ${kill}`)
    longestMs = Math.max(longestMs, performance.now() - from)
    await closed
    acknowledged.push(...said.split('\n').slice(0, -1))
  }
  const titles = new Set(await other.titles())
  await other.close()
  return {
    kills,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((title) => !titles.has(title)).length,
    longestMs,
  }
}

/** Nothing comes through any more, and nobody is told: how long until the desk says so, and what became of its acts. */
export async function silentNetwork(
  server: TestServer,
  who: 'writes' | 'looks on',
): Promise<{ ms: number; lost: number; twice: number; isLongDone: boolean }> {
  const base = await server.newBase()
  const way = await droppingWay(base)
  const desk = await Desk.open('Léa', way.address)
  const line = new Line(way.address, PASSWORD)
  await line.ready()
  const isLongDone = await line.query('SELECT pg_sleep(6)').then(
    () => true,
    () => false,
  )
  await line.close()
  const from = performance.now()
  way.drop()
  const asked = who === 'writes' ? askFor(desk, dayOf(0)) : Promise.resolve()
  while ((await desk.ok('team.get', {})).awaySince === null) await wait(20)
  const ms = performance.now() - from
  way.deliver()
  await asked
  if (who !== 'writes') await askFor(desk, dayOf(0))
  const { lost, twice } = await judged(server, base, 1, 1)
  await desk.close()
  way.close()
  return { ms, lost, twice, isLongDone }
}

/** A line falls silent while its desk holds the writer's lock; how long the others wait for the engine to free it. */
export async function frozenWriter(server: TestServer): Promise<number> {
  const base = await server.newBase()
  const way = await cuttableWay(base)
  const [frozen, other] = [await Desk.open('Léa', way.address), await Desk.open('Noé', base)]
  way.cutNext('frozen')
  const asked = frozen.core.call('projects.add', { id: crypto.randomUUID(), fields: { title: 'Muet' } })
  while (way.cuts() === 0) await wait(10)
  const from = performance.now()
  for (;;) {
    const said = await other.core.call('projects.add', {
      id: crypto.randomUUID(),
      fields: { title: 'Libre' },
    })
    if (said.ok) break
    if (said.error.code !== 'busy') throw new Error(said.error.code)
  }
  const took = performance.now() - from
  way.close()
  await asked
  await frozen.close()
  await other.close()
  return took
}
