// Many desks write the same rows, the server is ended under them and lines are cut: nothing that was acknowledged is lost,
// nothing is overwritten in silence, nothing is done twice. Each with a control that loses.
import { createServer, Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { TeamAddress } from '../../electron/db/postgres/address.ts'
import { Feed } from '../../electron/db/postgres/feed.ts'
import { Desk } from './desk.ts'
import { startServer, type TestServer } from './server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

/** A repeatable choice. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
}

const DESKS = 5
const WRITES = 60

/** Each desk adds a letter to rows that all of them write, as `write` does it; returns how many were acknowledged, and how many letters stand there. */
async function lettersOf(
  address: TeamAddress,
  write: (desk: Desk, id: string, letter: string) => Promise<boolean>,
): Promise<[number, number]> {
  const desks = await Promise.all(Array.from({ length: DESKS }, (_, at) => Desk.open(`Poste ${at}`, address)))
  const [first] = desks
  if (first === undefined) throw new Error('no desk')
  const ids = await Promise.all(['A', 'B', 'C'].map((title) => first.add(title)))
  let acknowledged = 0
  await Promise.all(
    desks.map(async (desk, at) => {
      const pick = chance(at + 1)
      for (let count = 0; count < WRITES; count += 1)
        if (await write(desk, ids[pick(ids.length)] ?? '', String.fromCharCode(97 + at))) acknowledged += 1
    }),
  )
  const letters = (await first.titles()).join('').length - ids.length
  for (const desk of desks) await desk.close()
  return [acknowledged, letters]
}

const asRead = async (desk: Desk, id: string, letter: string) => {
  const rows = await desk.ok('projects.list', {})
  const row = rows.find((one) => one.id === id)
  return { id, version: row?.version ?? 0, patch: { title: `${row?.title}${letter}` } }
}

describe('rows that many desks write', () => {
  it('lose no letter that was acknowledged', async () => {
    const [acknowledged, letters] = await lettersOf(await server.newBase(), async (desk, id, letter) => {
      const said = await desk.core.call('projects.update', await asRead(desk, id, letter))
      if (!said.ok) expect(said.error.code).toBe('conflict')
      return said.ok
    })
    expect(acknowledged).toBeGreaterThan(WRITES)
    expect(letters).toBe(acknowledged)
  })

  it('lose some where nobody asks which version was read (control)', async () => {
    const address = await server.newBase()
    const [acknowledged, letters] = await lettersOf(address, async (desk, id, letter) => {
      const { patch } = await asRead(desk, id, letter)
      await server.query(
        address.database,
        `UPDATE inp.project SET title = '${patch.title}' WHERE id = '${id}'`,
      )
      return true
    })
    expect(letters).toBeLessThan(acknowledged)
  })
})

/** How long a commit may be on its way after the desk has given up its line. */
const LATE_MS = 700

/** A way to the server on which the answer to the next commit never comes; `isLate`: the commit itself comes after a while. */
async function cuttable(address: TeamAddress, isLate: boolean) {
  let isArmed = false
  let cuts = 0
  const proxy = createServer((near) => {
    const far = new Socket()
    let isHeld = false
    far.connect(address.port, address.host)
    for (const socket of [near, far]) socket.on('error', () => undefined)
    far.on('close', () => near.destroy())
    near.on('close', () => (isHeld ? undefined : far.destroy()))
    far.pipe(near)
    near.on('data', (sent: Buffer) => {
      if (!isArmed || !sent.includes('COMMIT\0')) {
        far.write(sent)
        return
      }
      isArmed = false
      cuts += 1
      far.unpipe(near)
      isHeld = true
      // The server has done what it was told once it answers.
      far.once('data', () => {
        near.destroy()
        far.destroy()
      })
      far.resume()
      if (!isLate) far.write(sent)
      else {
        near.destroy()
        setTimeout(() => far.write(sent), LATE_MS)
      }
    })
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', () => resolve()))
  const own = proxy.address()
  return {
    address: { ...address, port: typeof own === 'object' && own !== null ? own.port : 0 },
    arm() {
      isArmed = true
    },
    cuts: () => cuts,
    close: () => proxy.close(),
  }
}

const datesOf = (count: number) =>
  Array.from({ length: count }, (_, at) => new Date(Date.UTC(2027, 0, 1 + at)).toISOString().slice(0, 10))

/** How often there is a meeting on each day. */
async function meetingsIn(database: string): Promise<Map<string, number>> {
  const rows = await server.query<{ date: string; times: string }>(
    database,
    'SELECT date, count(*) AS times FROM inp.meeting GROUP BY date',
  )
  return new Map(rows.map(({ date, times }) => [date, Number(times)]))
}

/** Asks for a meeting on each day, again when that fails, as the outbox does; every other answer is cut. */
async function askedOnCutLines(base: TeamAddress, dates: readonly string[], isLate = false): Promise<number> {
  const way = await cuttable(base, isLate)
  const desk = await Desk.open('Léa', way.address)
  for (const [at, date] of dates.entries()) {
    if (at % 2 === 0) way.arm()
    const ask = () => desk.core.call('meetings.create', { fields: { date }, fromTemplate: false })
    for (let said = await ask(); !said.ok; said = await ask()) expect(said.error.code).toBe('team-away')
  }
  await desk.close()
  way.close()
  return way.cuts()
}

describe('an act whose answer is cut', () => {
  const dates = datesOf(20)

  it.each([
    ['at once', false],
    ['after the desk has laid another line', true],
  ])('is done once, whether it is committed %s', async (_, isLate) => {
    const base = await server.newBase()
    expect(await askedOnCutLines(base, dates, isLate)).toBe(10)
    const times = await meetingsIn(base.database)
    expect(dates.map((date) => times.get(date))).toEqual(dates.map(() => 1))
  })

  it('is done twice where it is not looked up (control)', async () => {
    const unseen = vi.spyOn(Feed.prototype, 'isThere').mockResolvedValue(false)
    const base = await server.newBase()
    await askedOnCutLines(base, dates)
    const times = await meetingsIn(base.database)
    expect(dates.filter((date) => (times.get(date) ?? 0) > 1)).toHaveLength(10)
    unseen.mockRestore()
  })
})

describe('a server that is ended again and again', () => {
  it('keeps what it acknowledged', async () => {
    const base = await server.newBase()
    const desk = await Desk.open('Léa', base)
    const pick = chance(7)
    const done = new Set<string>()
    for (const date of datesOf(40)) {
      const call = desk.core.call('meetings.create', { fields: { date }, fromTemplate: false })
      if (pick(5) === 0) {
        for (let turn = pick(40); turn > 0; turn -= 1) await new Promise((resolve) => setImmediate(resolve))
        await server.crash()
      }
      const said = await call
      if (said.ok) done.add(date)
      else expect(said.error.code).toBe('team-away')
    }
    const times = await meetingsIn(base.database)
    expect(done.size).toBeGreaterThan(20)
    for (const date of done) expect(times.get(date), date).toBe(1)
    // What was said to be away was not done: the outbox sends it again.
    expect([...times.keys()].filter((date) => !done.has(date))).toEqual([])
    await desk.close()
  })
})
