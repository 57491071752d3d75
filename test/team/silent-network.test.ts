// A network that drops what it is given ends no line: what is asked there would be waited for, and nobody told.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TeamAddress } from '../../electron/db/postgres/address.ts'
import { Line } from '../../electron/db/postgres/line.ts'
import { Desk } from './desk.ts'
import { PASSWORD, startServer, type TestServer } from './server.ts'
import { droppingWay } from './way.ts'

let server: TestServer
let base: TeamAddress
let way: Awaited<ReturnType<typeof droppingWay>>
beforeAll(async () => {
  server = await startServer()
  base = await server.newBase()
  way = await droppingWay(base)
})
afterAll(async () => {
  way.close()
  await server.stop()
})

const isAway = async (desk: Desk) => (await desk.ok('team.get', {})).awaySince !== null

it('is told to who writes, and to who only looks on; what was asked is done once when it comes back', async () => {
  const [lea, noe] = [await Desk.open('Léa', way.address), await Desk.open('Noé', way.address)]
  way.drop()
  const id = crypto.randomUUID()
  const asked = lea.core.call('projects.add', { id, fields: { title: 'Annuaire' } })
  await expect.poll(() => isAway(lea)).toBe(true)
  await expect.poll(() => isAway(noe)).toBe(true)
  way.deliver()
  // Refused, or done: what is sent again then adds nothing.
  await asked
  await expect
    .poll(async () => (await lea.core.call('projects.add', { id, fields: { title: 'Annuaire' } })).ok)
    .toBe(true)
  expect(await lea.titles()).toEqual(['Annuaire'])
  await expect.poll(() => isAway(noe)).toBe(false)
  expect(await noe.titles()).toEqual(['Annuaire'])
  noe.events.length = 0
  await lea.add('Guide')
  await expect.poll(() => noe.events.some(({ topic }) => topic === 'changed')).toBe(true)
  await lea.close()
  await noe.close()
})

it('is not taken for a server that works long at what it was asked', async () => {
  const line = new Line(way.address, PASSWORD)
  await line.ready()
  const { rows } = await line.query<{ done: number }>('SELECT 1 AS done FROM pg_sleep(6)')
  expect(rows).toEqual([{ done: 1 }])
  expect(line.laid).toBe(1)
  await line.close()
})

it('is not taken for a desk that was busy itself while the server was looked at', async () => {
  const line = new Line(way.address, PASSWORD)
  await line.ready()
  const asked = line.query<{ done: number }>('SELECT 1 AS done FROM pg_sleep(7)')
  // In the middle of the first look, and until after its end.
  setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 4000), 1000)
  expect((await asked).rows).toEqual([{ done: 1 }])
  expect(line.laid).toBe(1)
  await line.close()
})
