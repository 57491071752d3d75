// The campaign of many desks (`npm run campaign -- team`), short; each with a control that loses.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Line } from '../../electron/db/postgres/line.ts'
import { cutLines, endServer, killDesks, silencedAge, writeCommonRows } from '../campaigns/team.ts'
import { blindLetters } from '../campaigns/team-controls.ts'
import { startServer, type TestServer } from './server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

describe('rows that many desks write', () => {
  const few = { desks: 5, writes: 200, seed: 1 }

  it('lose no letter that was acknowledged, and keep their order', async () => {
    const { acknowledged, conflicts, lost, overwritten, faults } = await writeCommonRows(server, few)
    expect(acknowledged).toBeGreaterThan(60)
    expect(conflicts).toBeGreaterThan(0)
    expect([lost, overwritten, faults]).toEqual([0, 0, []])
  })

  it('are put in an order that nobody meant where nobody says what they have seen (control)', async () => {
    const { overwritten } = await writeCommonRows(server, { ...few, isBlind: true })
    expect(overwritten).toBeGreaterThan(0)
  })

  it('lose some where nobody asks which version was read (control)', async () => {
    const { lost } = await writeCommonRows(server, { ...few, write: blindLetters(server) })
    expect(lost).toBeGreaterThan(0)
  })
})

describe('an act whose answer is cut', () => {
  it.each(['done', 'late', 'never'] as const)('is done once, when its commit is %s', async (how) => {
    expect(await cutLines(server, { cuts: 10, how })).toEqual({ acts: 20, disturbed: 10, lost: 0, twice: 0 })
  })

  it('is done twice where it is not looked up (control)', async () => {
    const unseen = vi.spyOn(Line.prototype, 'hasAct').mockResolvedValue(false)
    expect((await cutLines(server, { cuts: 10, how: 'done' })).twice).toBe(10)
    unseen.mockRestore()
  })

  it('is lost where it is taken for done (control)', async () => {
    const believed = vi.spyOn(Line.prototype, 'hasAct').mockResolvedValue(true)
    expect((await cutLines(server, { cuts: 10, how: 'never' })).lost).toBe(10)
    believed.mockRestore()
  })
})

it('a server that is ended again and again keeps what it acknowledged, once', async () => {
  expect(await endServer(server, { kills: 8, seed: 7 })).toMatchObject({ disturbed: 8, lost: 0, twice: 0 })
})

it('a desk that no notification reaches is never older than five seconds', async () => {
  const age = await silencedAge(server, 1)
  expect(age).not.toBeNull()
  expect(age).toBeLessThan(6500)
})

it('a desk that dies while it writes holds up nobody', async () => {
  const { lost, longestMs } = await killDesks(server, { kills: 2, seed: 3 })
  expect(lost).toBe(0)
  expect(longestMs).toBeLessThan(5000)
})
