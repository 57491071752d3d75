import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TeamAddress } from '../../electron/db/postgres/address.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { Desk } from './desk.ts'
import { startServer, type TestServer } from './server.ts'

let server: TestServer
let base: TeamAddress
beforeAll(async () => {
  server = await startServer()
  base = await server.newBase()
})
afterAll(() => server.stop())

const within = { timeout: 1000, interval: 20 }
const seen = async (desk: Desk) =>
  (await desk.ok('team.mates', {})).map(({ who, screen, part }) => [who, screen, part])

it('desks see each other come, write and go within a second', async () => {
  const lea = await Desk.open('Léa', base)
  const noe = await Desk.open('Noé', base)
  await expect.poll(() => seen(lea), within).toEqual([['proprietaire (Noé)', '', null]])
  await expect.poll(() => seen(noe), within).toEqual([['proprietaire (Léa)', '', null]])
  const meetingId = newId()
  await noe.ok('team.say', { meetingId, screen: 'agenda', part: 'point' })
  await expect.poll(() => seen(lea), within).toEqual([['proprietaire (Noé)', 'agenda', 'point']])
  expect(lea.events.some((event) => event.topic === 'changed' && event.reads !== 'all')).toBe(true)
  await noe.close()
  await expect.poll(() => seen(lea), within).toEqual([])
  await lea.close()
})

it('what somebody else says on the base is no presence, and harms nothing', async () => {
  const lea = await Desk.open('Léa', base)
  for (const words of ['', 'x', '{"desk":"a"}', JSON.stringify({ desk: newId(), who: 'x'.repeat(900) })])
    await server.query(base.database, `SELECT pg_notify('inp_here', '${words}')`)
  await lea.add('Annuaire')
  expect(await seen(lea)).toEqual([])
  expect(await lea.titles()).toEqual(['Annuaire'])
  await lea.close()
})
