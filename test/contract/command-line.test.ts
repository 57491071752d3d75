import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { withSession } from '../../electron/command-line/session.ts'
import { inp } from '../entry.ts'
import { typed } from './typed-command.ts'

let folder: string
let data: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seances-cli-'))
  data = join(folder, 'data')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A delivered text of the simple form (JORFSIMPLE), as short as they come. */
const simpleText = (id: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><TEXTE><ID>${id}</ID><NATURE>DECRET</NATURE><NOR>ZZZD2699001D</NOR><DATE_PUBLI>2026-08-19</DATE_PUBLI><DATE_TEXTE>2026-08-17</DATE_TEXTE><TITREFULL>Décret n° 2026-7813 du 17 août 2026 relatif à la livraison de démonstration</TITREFULL><MINISTERE>Ministère de démonstration</MINISTERE><ORIGINE_PUBLI>JORF n°0192 du 19 août 2026</ORIGINE_PUBLI></TEXTE>`

const List = z.array(
  z.strictObject({
    id: z.uuid(),
    number: z.int().nullable(),
    date: z.iso.date(),
    title: z.string(),
    state: z.string(),
    minutesState: z.string().nullable(),
    hasMinutes: z.boolean(),
  }),
)
const list = async () =>
  List.parse(JSON.parse((await typed('meetings', 'list', '--data', data, '--json')).stdout))

describe('inp', () => {
  it.each([
    [[]],
    [['fabriquer']],
    [['demo']],
    [['agenda', 'read']],
    [['demo', '--data', 'x', '--years', '0']],
    [['search', '--data', 'x']],
  ])('answers %j with its usage and status 2', async (args) => {
    const { status, stdout, stderr } = await typed(...args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain('Usage')
  })

  it('makes a demo once, lists its meetings by date, and refuses to make it twice', async () => {
    expect(inp('demo', '--data', data, '--years', '1', '--seed', 's').status).toBe(0)
    expect(inp('demo').status).toBe(2)
    const rows = await list()
    expect(rows).toHaveLength(12)
    expect(rows.map(({ date }) => date)).toEqual(rows.map(({ date }) => date).sort())
    const again = inp('demo', '--data', data)
    expect(again.status).toBe(1)
    expect(again.stderr).not.toContain('Error')
  })

  it('reads an agenda without storing anything, and imports it only when it is sure', async () => {
    const file = join(folder, 'odj.md')
    writeFileSync(
      file,
      '# Réunion du jeudi 14 janvier 2027\n\nDe 14 h à 16 h\n\n1. Accueil (5 min)\n2. Annuaire partagé (20 min)\n',
    )
    const draft = JSON.parse((await typed('agenda', 'read', file, '--json')).stdout)
    expect(draft).toMatchObject({
      kind: 'agenda',
      meeting: { date: '2027-01-14', startTime: '14:00', endTime: '16:00' },
    })
    expect(draft.items).toHaveLength(2)
    expect(draft.items[1].source).toEqual({
      block: expect.any(Number),
      excerpt: 'Annuaire partagé (20 min)',
      confidence: expect.any(Number),
    })
    expect(Object.keys(draft.meetingSources).sort()).toEqual(['date', 'endTime', 'startTime'])
    const imported = await typed('agenda', 'import', file, '--data', data, '--accept-uncertain', '--json')
    expect(imported.status).toBe(0)
    expect(JSON.parse(imported.stdout)).toMatchObject({ items: 2 })
    expect(await list()).toHaveLength(13)
  })

  it('takes a corrected file into its meeting: what differs, nothing twice, nothing withdrawn', async () => {
    const write = (name: string, text: string) => {
      const path = join(folder, name)
      writeFileSync(path, text)
      return path
    }
    const file = write(
      'séance.txt',
      'Séance du 14/01/2031\n\n1. Annuaire partagé (20 min)\n2. Archives communales (15 min)\n',
    )
    const first = await typed('agenda', 'import', file, '--data', data, '--accept-uncertain', '--json')
    const { meetingId } = JSON.parse(first.stdout)
    const again = async (path: string) => {
      const { status, stdout } = await typed(
        ...['agenda', 'import', path, '--data', data, '--meeting', meetingId, '--accept-uncertain', '--json'],
      )
      return { status, ...JSON.parse(stdout) }
    }
    expect(await again(file)).toEqual({ status: 0, meetingId, items: 2, changed: 0, kept: [] })
    const corrected = write(
      'corrigé.md',
      '# Séance du 14/01/2031\n\n1. Archives communales (30 min)\n2. Portail de dépôt (10 min)\n',
    )
    expect(await again(corrected)).toEqual({ status: 0, meetingId, items: 3, changed: 2, kept: [] })
    expect(await again(corrected)).toEqual({ status: 0, meetingId, items: 3, changed: 0, kept: [] })
  })

  it('leaves what somebody wrote by hand as it is, says so, and follows the file only when told to', async () => {
    const write = (name: string, text: string) => {
      const path = join(folder, name)
      writeFileSync(path, text)
      return path
    }
    const file = write(
      'a.md',
      '# Séance du 14/01/2032\n\n1. Annuaire partagé (20 min)\n2. Archives (15 min)\n',
    )
    const { meetingId } = JSON.parse(
      (await typed('agenda', 'import', file, '--data', data, '--accept-uncertain', '--json')).stdout,
    )
    const items = () =>
      withSession(data, async ({ call }) => (await call('agenda.list', { meetingId })).items)
    const [first] = await items()
    await withSession(data, ({ call }) =>
      call('agenda.update', {
        id: first?.id ?? '',
        version: first?.version ?? 0,
        patch: { durationMinutes: 45 },
      }),
    )
    const corrected = write(
      'b.md',
      '# Séance du 14/01/2032\n\n1. Annuaire partagé (25 min)\n2. Archives (30 min)\n3. Portail (10 min)\n',
    )
    const into = ['agenda', 'import', corrected, '--data', data, '--meeting', meetingId, '--accept-uncertain']
    const careful = await typed(...into, '--json')
    expect(careful.status).toBe(1)
    expect(JSON.parse(careful.stdout)).toMatchObject({
      changed: 2,
      kept: [{ title: 'Annuaire partagé', field: 'durationMinutes', present: 45, file: 25 }],
    })
    expect(careful.stderr).toContain('Annuaire partagé')
    expect(careful.stderr).toContain('--replace-edits')
    expect((await items()).map(({ durationMinutes }) => durationMinutes)).toEqual([45, 30, 10])
    const told = await typed(...into, '--replace-edits', '--json')
    expect(told.status).toBe(0)
    expect((await items()).map(({ durationMinutes }) => durationMinutes)).toEqual([25, 30, 10])
  })

  it('exports minutes and agenda in the formats that flow, and names those it knows', async () => {
    const [past] = (await list()).filter(({ hasMinutes }) => hasMinutes)
    for (const [what, name] of [
      ['minutes', 'c.docx'],
      ['minutes', 'c.odt'],
      ['minutes', 'c.html'],
      ['agenda', 'o.docx'],
    ] as const) {
      const out = join(folder, name)
      expect(
        (await typed(what, 'export', '--data', data, '--meeting', past?.id ?? '', '--out', out)).status,
      ).toBe(0)
      expect(readFileSync(out).length).toBeGreaterThan(2000)
    }
    const other = await typed(
      'minutes',
      'export',
      '--data',
      data,
      '--meeting',
      past?.id ?? '',
      '--out',
      join(folder, 'c.rtf'),
    )
    expect(other.status).toBe(2)
    expect(other.stderr).toContain('.docx')
  })

  it('takes an export of its own in again, and finds nothing that differs', async () => {
    const past = (await list()).find(({ hasMinutes }) => hasMinutes)?.id ?? ''
    for (const name of ['own.docx', 'own.odt', 'own.html', 'own.pdf']) {
      const out = join(folder, name)
      expect((await typed('agenda', 'export', '--data', data, '--meeting', past, '--out', out)).status).toBe(
        0,
      )
      const { items } = JSON.parse((await typed('agenda', 'read', out, '--json')).stdout)
      // Hours are printed of each item; its own is said of those alone that have one.
      expect(items[0]).toMatchObject({ number: '1', fixedStart: null, requester: null })
      const again = await typed('agenda', 'import', out, '--data', data, '--meeting', past, '--json')
      expect({ name, status: again.status, ...JSON.parse(again.stdout) }).toMatchObject({
        name,
        status: 0,
        changed: 0,
        kept: [],
      })
    }
  })

  it('exports minutes and agenda as PDF, the same bytes each time, and refuses minutes that do not exist', async () => {
    const rows = await list()
    const past = rows.find(({ hasMinutes }) => hasMinutes)?.id ?? ''
    const ahead = rows.find(({ hasMinutes }) => !hasMinutes)?.id ?? ''
    const first = join(folder, 'a.pdf')
    const second = join(folder, 'b.pdf')
    expect(inp('minutes', 'export', '--data', data, '--meeting', past, '--out', first).status).toBe(0)
    expect(inp('minutes', 'export', '--data', data, '--meeting', past, '--out', second).status).toBe(0)
    expect(readFileSync(first).subarray(0, 5).toString()).toBe('%PDF-')
    expect(readFileSync(first).equals(readFileSync(second))).toBe(true)
    expect(
      (await typed('agenda', 'export', '--data', data, '--meeting', ahead, '--out', join(folder, 'o.pdf')))
        .status,
    ).toBe(0)
    expect(
      (await typed('minutes', 'export', '--data', data, '--meeting', ahead, '--out', join(folder, 'c.pdf')))
        .status,
    ).toBe(1)
    const nowhere = join(folder, 'no', 'c.pdf')
    expect(
      (await typed('minutes', 'export', '--data', data, '--meeting', past, '--out', nowhere)).status,
    ).toBe(1)
  })

  it('reads pasted texts beside the watch, follows them once, and says which words name none', async () => {
    const path = join(folder, 'citations.txt')
    const act = 'Décret n° 2026-7812 du 17 août 2026 relatif à l’annuaire partagé de démonstration'
    writeFileSync(path, `${act}\nNOR : ZZZZ99Z\n`)
    const [read] = JSON.parse((await typed('watch', 'read', path, '--data', data, '--json')).stdout)
    expect(read).toMatchObject({ name: 'citations.txt', rows: [{ known: null }] })
    const first = await typed('watch', 'import', path, '--data', data, '--json', '--accept-uncertain')
    expect(JSON.parse(first.stdout)).toEqual([{ name: 'citations.txt', added: 1, left: 0 }])
    const again = await typed('watch', 'import', path, '--data', data, '--json', '--accept-uncertain')
    expect(JSON.parse(again.stdout)).toEqual([{ name: 'citations.txt', added: 0, left: 0 }])
    expect((await typed('watch', 'read', join(folder, 'absent.txt'), '--data', data)).status).toBe(1)
  })

  it('says that a file holds no text to follow: a consolidated text, a list of versions, nothing at all', async () => {
    const files = {
      'consolide.txt': 'Article 1\nLe présent texte est consolidé.\n',
      'versions.xml':
        '<?xml version="1.0"?><TEXTELR><META><META_COMMUN><ID>JORFTEXT000000000001</ID></META_COMMUN></META></TEXTELR>',
      'vide.txt': '',
    }
    for (const [name, words] of Object.entries(files)) {
      const path = join(folder, name)
      writeFileSync(path, words)
      const { status, stderr } = await typed('watch', 'read', path, '--data', data)
      expect([status, stderr]).toEqual([0, `${name} : aucun texte publié n’y a été trouvé.\n`])
    }
  })

  it('takes a delivery of the JO into the watch, and refuses one that is none', async () => {
    const path = join(folder, 'livraison.xml')
    writeFileSync(path, simpleText('JORFTEXT000099990001'))
    const [preview] = JSON.parse((await typed('watch', 'read', path, '--data', data, '--json')).stdout)
    expect(preview).toMatchObject({ name: 'livraison.xml', changes: 1 })
    expect((await typed('watch', 'import', path, '--data', data)).status).toBe(0)
    const [after] = JSON.parse((await typed('watch', 'read', path, '--data', data, '--json')).stdout)
    expect(after.changes).toBe(0)
  })

  it('names the texts of a delivery that may be followed drafts, and matches them only when told to', async () => {
    const draft = join(folder, 'projets.csv')
    const about = 'relatif à la boussole des archives communales'
    writeFileSync(draft, `Titre;État du texte\nProjet de décret ${about};projet\n`)
    expect((await typed('watch', 'import', draft, '--data', data)).status).toBe(0)
    const follow = async (rank: number, ...more: string[]) => {
      const path = join(folder, `parution-${rank}.xml`)
      const text = simpleText(`JORFTEXT00009999010${rank}`)
      const title = `<TITREFULL>Décret n° 2099-40${rank} du 17 août 2099 ${about}</TITREFULL>`
      writeFileSync(path, text.replace(/<TITREFULL>.*<\/TITREFULL>/, title))
      return typed('watch', 'import', path, '--data', data, '--json', ...more)
    }
    const drafts = async () =>
      JSON.parse((await typed('watch', 'read', draft, '--data', data, '--json')).stdout)[0] as {
        added: number
      }
    expect((await follow(1)).stderr).toContain('un projet suivi est peut-être ce texte : Décret n° 2099-401')
    expect((await drafts()).added).toBe(0)
    const matched = await follow(2, '--accept-uncertain')
    expect([matched.status, matched.stderr]).toEqual([0, ''])
    // Nobody follows it as a draft any more.
    expect((await drafts()).added).toBe(1)
  })

  it('reads a table of texts, takes in what it can, and says which lines it refuses', async () => {
    const path = join(folder, 'veille.csv')
    writeFileSync(
      path,
      'Titre;NOR;Publié le\nDécret de la table;ZZZE2699001D;2026-08-20\nSans jour;;31/02/2026\n',
    )
    const [read] = JSON.parse((await typed('watch', 'read', path, '--data', data, '--json')).stdout)
    expect(read).toMatchObject({ name: 'veille.csv', added: 1, refused: [{ line: 3, why: 'date' }] })
    const first = await typed('watch', 'import', path, '--data', data, '--json')
    expect(first.status).toBe(1)
    expect(first.stderr).toContain('Ligne 3')
    expect(JSON.parse(first.stdout)).toEqual([{ name: 'veille.csv', added: 1, changed: 0, left: 1 }])
    const again = await typed('watch', 'import', path, '--data', data, '--json')
    expect(JSON.parse(again.stdout)).toEqual([{ name: 'veille.csv', added: 0, changed: 0, left: 1 }])
  })

  it('searches, backs up, restores and checks', () => {
    expect(JSON.parse(inp('search', '--data', data, '--json', 'annuaire').stdout).length).toBeGreaterThan(0)
    expect(inp('search', '--data', data, 'introuvable').status).toBe(1)
    const { token } = JSON.parse(inp('backup', '--data', data, '--json').stdout)
    const elsewhere = join(folder, 'autre')
    const restored = inp('restore', join(data, 'sauvegardes', token), '--data', elsewhere, '--json')
    // Those of the sample, the imported one, and those of the two corrected files.
    expect(JSON.parse(restored.stdout)).toEqual({ meetings: 15 })
    expect(JSON.parse(inp('check', '--data', elsewhere, '--json').stdout)).toEqual({
      sound: true,
      older: null,
      altered: null,
    })
    writeFileSync(join(folder, 'faux.seances'), 'rien')
    expect(inp('restore', join(folder, 'faux.seances'), '--data', elsewhere).status).toBe(1)
  })

  it('writes the register of actions and of decisions, and refuses another format', async () => {
    const csv = join(folder, 'actions.csv')
    expect((await typed('actions', 'export', '--data', data, '--out', csv)).status).toBe(0)
    expect(readFileSync(csv, 'utf8').startsWith('\uFEFFNuméro;Action;')).toBe(true)
    const xlsx = join(folder, 'decisions.xlsx')
    expect((await typed('decisions', 'export', '--data', data, '--out', xlsx)).status).toBe(0)
    expect(readFileSync(xlsx).subarray(0, 2).toString('latin1')).toBe('PK')
    expect(
      (await typed('actions', 'export', '--data', data, '--out', join(folder, 'actions.pdf'))).status,
    ).toBe(1)
  })
})
