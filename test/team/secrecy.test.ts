// The server is the one that the connection file speaks of before anything is sent to it; the password lies nowhere.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joinTeam, type TeamAddress } from '../../electron/db/postgres/address.ts'
import { type Certificates, makeCertificates } from '../contract/mail-servers.ts'
import { Desk } from './desk.ts'
import { newFolder } from './folder.ts'
import { PASSWORD, roleIn, startServer, type TestServer } from './server.ts'
import { wayTo } from './way.ts'

let server: TestServer
let base: TeamAddress
let own: Certificates
let other: Certificates
beforeAll(async () => {
  server = await startServer()
  base = await server.newBase()
  ;[own, other] = [makeCertificates(), makeCertificates()]
  await server.certify(own)
})
afterAll(async () => {
  await server.stop()
  own.dispose()
  other.dispose()
})

const authorityOf = ({ ca }: Certificates) => readFileSync(ca, 'utf8')
const refusal = (address: TeamAddress, password = PASSWORD): Promise<unknown> =>
  Desk.open('Léa', address, { password }).then(
    (desk) => desk.close().then(() => 'open'),
    ({ code }: { code: string }) => code,
  )

describe('a server with a certificate', () => {
  it('is worked with when the authority of the file signed it, and over nothing but that', async () => {
    const desk = await Desk.open('Léa', { ...base, host: 'localhost', authority: authorityOf(own) })
    await desk.add('Chiffré')
    const lines = await server.query<{ open: boolean }>(
      base.database,
      `SELECT NOT s.ssl AS open FROM pg_stat_ssl AS s JOIN pg_stat_activity AS a USING (pid) WHERE a.application_name LIKE '%INP'`,
    )
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.filter(({ open }) => open)).toEqual([])
    await desk.close()
  })

  it.each([
    ['of another authority', () => ({ host: 'localhost', authority: authorityOf(other) })],
    ['for another name', () => ({ host: '127.0.0.1', authority: authorityOf(own) })],
  ])('is refused when it is %s', async (_, where) => {
    expect(await refusal({ ...base, ...where() })).toBe('team-certificate')
  })

  it('is sent nothing by a desk whose line somebody wants open', async () => {
    const sent: Buffer[] = []
    const way = await wayTo(base, (near, far) => {
      far.destroy()
      near.on('data', (words: Buffer) => {
        sent.push(words)
        // "I speak no TLS".
        near.write('N')
      })
    })
    const address = { ...way.address, host: 'localhost', authority: authorityOf(own) }
    expect(await refusal(address)).toMatch(/^team-(certificate|away)$/)
    way.close()
    // What asks for TLS has eight bytes, and says neither who asks nor for what.
    expect(Buffer.concat(sent).length).toBeLessThanOrEqual(8)
  })
})

describe('a password', () => {
  const SECRET = 'zqx-secret-de-lea-7'

  /** Every file below a folder. */
  function filesOf(folder: string): string[] {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
  }

  it('is in no file of the desk, no line of its log, no row of the base, and nothing it is told', async () => {
    await server.query(
      'postgres',
      `CREATE ROLE lea LOGIN PASSWORD '${SECRET}'; GRANT "${roleIn('secretariat')}" TO lea`,
    )
    const folder = newFolder()
    const { user: _, ...file } = base
    await joinTeam(folder, { kind: 'seances-inp/equipe', ...file }, 'lea', new Date())
    const desk = await Desk.openIn(folder, 'Léa', { password: SECRET })
    await desk.add('Annuaire')
    await server.crash()
    // The line is laid anew, with the password again.
    for (let said = await desk.core.call('projects.list', {}); !said.ok; )
      said = await desk.core.call('projects.list', {})
    await desk.add('Guide')
    await desk.core.close()
    const wrong = await Desk.openIn(folder, 'Léa', { password: `${SECRET}-faux` }).catch((thrown) => thrown)
    const told = [...desk.log, JSON.stringify(desk.events), String(wrong), JSON.stringify(wrong), wrong.stack]
    for (const path of filesOf(folder)) told.push(readFileSync(path, 'latin1'))
    expect(filesOf(folder).length).toBeGreaterThan(0)
    const rows = await server.query<{ words: string }>(
      base.database,
      `SELECT string_agg(row_to_json(c)::text, '') AS words FROM inp.journal_change AS c
       UNION ALL SELECT string_agg(row_to_json(e)::text, '') FROM inp.journal_entry AS e
       UNION ALL SELECT string_agg(written, '') FROM inp.team_change
       UNION ALL SELECT string_agg(query, '') FROM pg_stat_activity`,
    )
    told.push(...rows.map(({ words }) => words))
    expect(told.join('\n')).toContain('Annuaire')
    expect(told.join('\n')).not.toContain(SECRET)
  })
})
