import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ExportedRegister } from '../../electron/contract/follow-up.ts'
import { readFile } from '../../electron/imports/read-file.ts'
import { byDue, everything, type FollowUpWorld, followUpWorld } from './follow-up-world.ts'

let world: FollowUpWorld
beforeEach(async () => {
  world = await followUpWorld()
})
afterEach(() => world.opened.dispose())

const actions: ExportedRegister = { of: 'actions', filter: everything, sort: byDue }

async function written(register: ExportedRegister, format: 'csv' | 'xlsx'): Promise<Uint8Array> {
  const path = join(world.opened.folder, `registre.${format}`)
  const envelope = await world.opened.core.internal('writeDocument', {
    subject: { kind: 'followUp', register },
    path,
    format,
  })
  expect(envelope).toMatchObject({ ok: true, value: { path } })
  return new Uint8Array(readFileSync(path))
}

/** The rows of the first table, as the readers of received files understand them. */
async function rowsOf(bytes: Uint8Array, fileName: string): Promise<string[][]> {
  const { blocks } = await readFile({ fileName, bytes, today: '2027-01-20' })
  const rows = blocks.flatMap((block) => (block.type === 'row' && block.table === 0 ? [block.cells] : []))
  if (rows.length === 0) throw new Error('no row was read')
  return rows
}

/** Never to be worked out by a spreadsheet program, each the whole text of an action. */
const planted = [
  '=HYPERLINK("http://exemple.invalid";"cliquer")',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\tTabulation',
  '\r=retour',
  '  =espaces',
  '＝pleine chasse',
]

describe('an export', () => {
  it('holds the list as it is narrowed, with dates that a program takes for dates', async () => {
    const { id } = await world.action('Fournir le guide ; "urgent".', {
      owner: 'Hélène Marchetti',
      organisation: 'ACD',
      dueDate: '2026-12-15',
    })
    await world.action('D’un autre.', { owner: 'Paul Okonjo' }, world.december)
    await world.opened.ok('followUp.postpone', {
      targets: [await world.target(id)],
      to: '2027-01-10',
      reason: 'Relecture en cours.',
    })
    const narrowed: ExportedRegister = { ...actions, filter: { ...everything, words: 'guide' } }
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await written(narrowed, 'csv'))
    expect(csv.startsWith('\uFEFFNuméro;Action;Responsable;Organisme;Échéance;')).toBe(true)
    expect(csv.split('\r\n')).toHaveLength(3)
    expect(csv).toContain(
      'A-2026-01-01;"Fournir le guide ; ""urgent"".";Hélène Marchetti;ACD;10/01/2027;15/12/2026;1;10;Reportée;',
    )
    const xlsx = await written(narrowed, 'xlsx')
    const [head, row, ...others] = await rowsOf(xlsx, 'registre.xlsx')
    expect(head?.slice(0, 5)).toEqual(['Numéro', 'Action', 'Responsable', 'Organisme', 'Échéance'])
    expect(row?.slice(0, 4)).toEqual([
      'A-2026-01-01',
      'Fournir le guide ; "urgent".',
      'Hélène Marchetti',
      'ACD',
    ])
    expect(others).toEqual([])
    const parts = unzipSync(xlsx)
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    // 10 January 2027 is the 46,397th day of spreadsheet programs.
    expect(sheet).toContain('<c r="E2" s="2"><v>46397</v></c>')
    expect(sheet).toContain('state="frozen"')
    const moves = strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array())
    expect(moves).toContain('Relecture en cours.')
  })

  it('gives no program a formula, whatever somebody typed', async () => {
    for (const text of planted) await world.action(text)
    const list = { ...actions, sort: { by: 'number', descending: false } } as const
    const bytes = await written(list, 'xlsx')
    const texts = (await rowsOf(bytes, 'registre.xlsx')).slice(1).map((row) => row[1] ?? '')
    expect(texts).toHaveLength(planted.length)
    for (const text of texts) expect(text).toMatch(/^'/)
    const parts = Object.entries(unzipSync(bytes))
    for (const [name, part] of parts) expect(strFromU8(part), name).not.toMatch(/<f[ >]/)
    const lines = (await rowsOf(await written(list, 'csv'), 'registre.csv')).slice(1)
    for (const line of lines) expect(line[1]).toMatch(/^'/)
  })

  it('lists decisions by number the way that is asked for, within a meeting too', async () => {
    for (const text of ['Un.', 'Deux.']) await world.decision(text)
    await world.decision('Trois.', world.december)
    const filter = { words: '', state: null, meetingId: null, seriesId: null }
    const listed = async (descending: boolean) => {
      const sort = { by: 'number' as const, descending }
      const { rows } = await world.opened.ok('followUp.decisions', { filter, sort, offset: 0, limit: 10 })
      return rows.map(({ decision }) => decision.text)
    }
    expect(await listed(true)).toEqual(['Trois.', 'Deux.', 'Un.'])
    expect(await listed(false)).toEqual(['Un.', 'Deux.', 'Trois.'])
  })

  it('names each decision, what became of it and what stands in its place', async () => {
    const old = await world.decision('Réunir le groupe chaque mois.')
    const fresh = await world.decision('Réunir le groupe chaque trimestre.', world.december)
    await world.approve(world.december)
    await world.opened.ok('followUp.setDecisionState', {
      id: old.id,
      version: 0,
      state: 'replaced',
      replacedById: fresh.id,
      reason: 'Rythme revu.',
    })
    const filter = { words: '', state: null, meetingId: null, seriesId: null }
    const rows = await rowsOf(
      await written({ of: 'decisions', filter, sort: { by: 'number', descending: true } }, 'csv'),
      'decisions.csv',
    )
    expect(rows.slice(1).map((row) => row.slice(0, 6))).toEqual([
      ['D-2026-02-01', 'Réunir le groupe chaque trimestre.', 'En vigueur', '', '', ''],
      [
        'D-2026-01-01',
        'Réunir le groupe chaque mois.',
        'Remplacée',
        'D-2026-02-01',
        '20/01/2027',
        'Rythme revu.',
      ],
    ])
    const proposed = await world.opened.core.internal('proposedFileName', {
      subject: {
        kind: 'followUp',
        register: { of: 'decisions', filter, sort: { by: 'number', descending: true } },
      },
    })
    expect(proposed).toEqual({ ok: true, value: { fileName: 'Décisions au 2027-01-20.xlsx' } })
  })
})
