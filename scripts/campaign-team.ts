// Many desks on one base: what was acknowledged is there once, whatever becomes of the server, of the lines and of desks.
import { Line } from '../electron/db/postgres/line.ts'
import {
  type Acts,
  cutLines,
  endServer,
  frozenWriter,
  killDesks,
  silencedAge,
  silentNetwork,
  writeCommonRows,
} from '../test/campaigns/team.ts'
import { blindLetters, withoutPoll } from '../test/campaigns/team-controls.ts'
import { startServer, type TestServer } from '../test/team/server.ts'

const DESKS = 10
/** Of the whole campaign: 300 kills, 300 cuts and 20,000 writes. */
const WRITES_PER_RUN = 20_000 / 300
/** The engine ends a transaction in which nothing happens after 20 seconds; then others wait for their turn. */
const FREE_WITHIN_MS = 30_000
const OLDEST_MS = 5500
/** Until a desk says that the server is away, once nothing comes through any more. */
const TOLD_WITHIN_MS = 5500

const said = ({ acts, lost, twice }: Acts) => `${acts} acts acknowledged, ${lost} lost, ${twice} done twice`

/** @param runs kills of the server, and cuts of the line */
export async function manyDesks({ runs, seed }: { runs: number; seed: number }): Promise<number> {
  console.log(`seed ${seed}`)
  const server = await startServer()
  try {
    const faults = await tried(server, runs, seed)
    for (const fault of faults) console.log(`fault: ${fault}`)
    return faults.length === 0 ? 0 : 1
  } finally {
    await server.stop()
  }
}

async function tried(server: TestServer, runs: number, seed: number): Promise<string[]> {
  const faults: string[] = []
  const expect = (what: string, isSo: boolean) => {
    console.log(`${isSo ? 'holds' : 'FAILS'}: ${what}`)
    if (!isSo) faults.push(what)
  }
  const rows = { desks: DESKS, writes: Math.round(runs * WRITES_PER_RUN), seed }
  const common = await writeCommonRows(server, rows)
  expect(
    `${DESKS} desks on common rows: ${common.acknowledged} writes acknowledged, ${common.conflicts} refused because of others, ${common.lost} letters lost, ${common.overwritten} orders overwritten ${common.faults.join()}`,
    common.lost + common.overwritten === 0 && common.faults.length === 0,
  )
  const unsaid = await writeCommonRows(server, { ...rows, writes: Math.min(rows.writes, 600), isBlind: true })
  expect(
    `control, nobody says what they have seen: ${unsaid.overwritten} orders overwritten`,
    unsaid.overwritten > 0,
  )
  const blind = { ...rows, writes: Math.min(rows.writes, 300), write: blindLetters(server) }
  const overwritten = await writeCommonRows(server, blind)
  expect(`control, no version asked: ${overwritten.lost} letters lost`, overwritten.lost > 0)

  const killed = await endServer(server, { kills: runs, seed })
  expect(`server ended ${killed.disturbed} times: ${said(killed)}`, killed.lost + killed.twice === 0)
  for (const how of ['done', 'late', 'never'] as const) {
    const cut = await cutLines(server, { cuts: Math.ceil(runs / 3), how })
    expect(`line cut ${cut.disturbed} times, commit ${how}: ${said(cut)}`, cut.lost + cut.twice === 0)
  }
  const { hasAct } = Line.prototype
  Line.prototype.hasAct = async () => false
  const again = await cutLines(server, { cuts: 10, how: 'done' })
  expect(`control, not looked up: ${again.twice} of 10 cut acts done twice`, again.twice > 0)
  Line.prototype.hasAct = async () => true
  const believed = await cutLines(server, { cuts: 10, how: 'never' })
  expect(`control, acknowledged before its commit: ${believed.lost} of 10 cut acts lost`, believed.lost > 0)
  Line.prototype.hasAct = hasAct

  const age = await silencedAge(server, 10)
  expect(`a desk without notifications: ${shown(age)} old at most`, age !== null && age <= OLDEST_MS)
  const mend = withoutPoll()
  const deaf = await silencedAge(server, 1)
  mend()
  expect(`control, without the poll: ${shown(deaf)}`, deaf === null)

  const desks = await killDesks(server, { kills: Math.ceil(runs / 10), seed })
  expect(
    `${desks.kills} desks killed while they wrote: ${desks.acknowledged} acknowledged, ${desks.lost} lost, another one waited ${shown(desks.longestMs)} at most`,
    desks.lost === 0 && desks.longestMs < 5000,
  )
  for (const who of ['writes', 'looks on'] as const) {
    const told = await silentNetwork(server, who)
    expect(
      `a network that drops everything is told to who ${who} after ${shown(told.ms)}; ${told.lost} lost, ${told.twice} done twice, and what takes the server long goes on: ${told.isLongDone}`,
      told.ms < TOLD_WITHIN_MS && told.lost + told.twice === 0 && told.isLongDone,
    )
  }
  const frozen = await frozenWriter(server)
  expect(
    `a line that fell silent within its write: others write after ${shown(frozen)}`,
    frozen < FREE_WITHIN_MS,
  )
  return faults
}

const shown = (ms: number | null) => (ms === null ? 'never told' : `${(ms / 1000).toFixed(1)} s`)
