import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { everyText, newestTexts } from '../../electron/contract/watch.ts'
import type { WatchListPreview } from '../../electron/contract/watch-list.ts'
import { refusedLineSentence } from '../../electron/contract/watch-list-sentences.ts'
import { listWords } from '../../electron/domain/watch/list-layout.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

const now = '2099-08-20T08:00:00.000Z'
let folder: string
let desk: OpenedCore
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seances-table-'))
  desk = await openTestCore({ now })
})
afterEach(async () => {
  await desk.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const put = (name: string, words: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, words)
  return path
}
const fixture = (name: string) =>
  put(name, readFileSync(new URL(`../fixtures/watch-list/${name}`, import.meta.url)))

async function look(path: string, on = desk): Promise<WatchListPreview> {
  const read = await on.core.internal('previewWatchList', { path })
  if (!read.ok) throw new Error(`${read.error.code} ${on.log.join('\n')}`)
  return read.value
}
const take = ({ token }: WatchListPreview, except: number[] = [], on = desk) =>
  on.ok('watchList.take', { token, except })

async function written(format: 'csv' | 'xlsx', words = '', on = desk): Promise<string> {
  const path = join(folder, `veille-${Math.random()}.${format}`)
  const envelope = await on.core.internal('writeDocument', {
    subject: { kind: 'watchList', words, filter: everyText, sort: newestTexts },
    path,
    format,
  })
  expect(envelope).toMatchObject({ ok: true, value: { path } })
  return path
}
const texts = async (on = desk) => (await on.ok('watch.list', { words: '', offset: 0, limit: 500 })).rows
const byTitle = async (title: string, on = desk) => {
  const found = (await texts(on)).find((row) => row.title === title)
  if (found === undefined) throw new Error(`no ${title}`)
  return found
}
const free = 'colonnes-libres-windows1252.csv'
const opinionWords = listWords.opinion

describe('a table taken in', () => {
  it('adds its texts with all that hangs on them, and taken again changes nothing', async () => {
    const path = fixture('export-complet.csv')
    const preview = await look(path)
    expect(preview).toMatchObject({ lines: 2, added: 2, changes: 2, same: 0, refusedCount: 0 })
    const { token } = preview
    expect(await desk.ok('watchList.rows', { token, offset: 1, limit: 5 })).toEqual(preview.rows.slice(1))
    expect(await take(preview)).toEqual({ added: 2, changed: 0, left: 0 })
    expect(await desk.refused('watchList.rows', { token, offset: 0, limit: 5 })).toBe('not-found')
    const [first] = (await texts()).filter(({ number }) => number === '2099-12')
    const life = await desk.ok('watch.life', { id: first?.id ?? '' })
    expect(life.deadlines.map(({ date, audience, label }) => [date, audience, label])).toEqual([
      ['2099-07-01', 'Communes', 'Ouvrir l’annuaire'],
      [null, 'Régions', ''],
    ])
    expect(life.consultations).toMatchObject([
      { authority: 'cnen', opinion: 'reserved', reference: 'avis | n° 99-1' },
    ])
    expect(life.links.map(({ link, text }) => [link.kind, text?.title ?? link.citation]).sort()).toEqual([
      ['modifies', 'Décret n° 2098-1'],
      ['transposes', 'Directive (UE) 2098/44'],
    ])
    expect(await look(path)).toMatchObject({ added: 0, changes: 0, same: 2, refusedCount: 0 })
    expect(await texts()).toHaveLength(2)
  })

  it('comes back whole with one undo', async () => {
    await take(await look(fixture('export-complet.csv')))
    await desk.ok('history.undo', {})
    expect(await texts()).toEqual([])
    await desk.ok('history.redo', {})
    expect(await look(fixture('export-complet.csv'))).toMatchObject({ changes: 0, same: 2 })
  })

  it('takes what a line says more or otherwise, and empties nothing', async () => {
    await take(await look(fixture('export-complet.csv')))
    const path = put(
      'corrections.csv',
      'NOR;Suivi;Thème;Échéances\nZZZA9900012D;clos;;01/07/2099 | Communes | plus de 3 500 habitants | Ouvrir l’annuaire\n',
    )
    const preview = await look(path)
    expect(preview.rows).toMatchObject([
      {
        act: 'changes',
        changed: ['followUp'],
        deadlines: 0,
        item: { title: expect.stringContaining('2099-12') },
      },
    ])
    expect(await take(preview)).toEqual({ added: 0, changed: 1, left: 0 })
    expect((await texts()).find(({ number }) => number === '2099-12')).toMatchObject({
      followUp: 'closed',
      theme: 'Annuaires',
    })
  })

  it('moves a deadline of which it says another day, and never doubles it', async () => {
    await take(await look(fixture('export-complet.csv')))
    const [before] = (await texts()).filter(({ number }) => number === '2099-12')
    const deadlines = async () =>
      (await desk.ok('watch.life', { id: before?.id ?? '' })).deadlines.map(({ id, date, audience }) => ({
        id,
        date,
        audience,
      }))
    const [communes, regions] = await deadlines()
    const lines = [
      '01/09/2099 | communes | plus de 3 500 habitants | Ouvrir l’annuaire',
      '01/01/2100 | Régions',
      '01/09/2099 | Communes | plus de 10 000 habitants | Ouvrir l’annuaire',
    ]
    const path = put('deplacees.csv', `NOR;Échéances\nZZZA9900012D;"${lines.join('\n')}"\n`)
    const preview = await look(path)
    expect(preview.rows).toMatchObject([
      {
        act: 'changes',
        changed: [],
        deadlines: 1,
        moved: [
          { audience: 'Communes', date: '2099-07-01', to: '2099-09-01' },
          { audience: 'Régions', date: null, to: '2100-01-01' },
        ],
      },
    ])
    expect(await take(preview)).toEqual({ added: 0, changed: 1, left: 0 })
    const after = await deadlines()
    expect(after).toHaveLength(3)
    expect(after).toContainEqual({ ...communes, date: '2099-09-01' })
    expect(after).toContainEqual({ ...regions, date: '2100-01-01' })
    expect(await look(path)).toMatchObject({ changes: 0, same: 1 })
    const undated = put('sans-jour.csv', 'NOR;Échéances\nZZZA9900012D;à fixer | Régions\n')
    expect(await look(undated)).toMatchObject({ changes: 0, same: 1 })
    await desk.ok('history.undo', {})
    expect(await deadlines()).toEqual([communes, regions])
  })

  it('replaces a consultation of which it says more or otherwise, and never doubles it', async () => {
    await take(await look(fixture('export-complet.csv')))
    const [text] = (await texts()).filter(({ number }) => number === '2099-12')
    const consultations = async () => (await desk.ok('watch.life', { id: text?.id ?? '' })).consultations
    const before = await consultations()
    const [known] = before
    if (known === undefined) throw new Error('no consultation is known')
    const csv = readFileSync(await written('csv'), 'utf8')
    // Changed by somebody in the exported table: the sense of the opinion.
    const changed = csv.replace(opinionWords.reserved, opinionWords.unfavorable)
    expect(changed).not.toBe(csv)
    const path = put('avis.csv', changed)
    const preview = await look(path)
    expect(preview.rows).toMatchObject([
      {
        act: 'changes',
        changed: [],
        consultations: 0,
        answered: [{ from: { opinion: 'reserved' }, to: { opinion: 'unfavorable' } }],
      },
    ])
    expect(await take(preview)).toEqual({ added: 0, changed: 1, left: 0 })
    expect(await consultations()).toEqual([
      { ...known, version: known.version + 1, opinion: 'unfavorable' },
      ...before.slice(1),
    ])
    expect(await look(path)).toMatchObject({ changes: 0, refusedCount: 0 })
    await desk.ok('history.undo', {})
    expect((await consultations()).map(({ version: _, ...fields }) => fields)).toEqual(
      before.map(({ version: _, ...fields }) => fields),
    )
  })

  it('leaves the lines that are not ticked', async () => {
    const preview = await look(fixture(free))
    const lines = preview.rows.map(({ line }) => line)
    expect(lines).toEqual([4, 5, 11])
    expect(await take(preview, [5])).toEqual({ added: 2, changed: 0, left: 1 })
    expect((await texts()).map(({ jorfText }) => jorfText)).not.toContain('JORFTEXT000099000044')
    expect(await desk.refused('watchList.take', { token: preview.token, except: [] })).toBe('not-found')
  })

  it('finds a text under any of its identifiers, and by its title when it has none', async () => {
    await take(await look(fixture('export-complet.csv')))
    const path = put(
      'autres.csv',
      [
        'Titre;Adresse de la source;Thème',
        'Un autre titre;http://www.legifrance.gouv.fr/eli/decret/2099/03/03/ZZZA9900012D/jo/texte;A',
        'DECRET N° 2098-1;;B',
      ].join('\n'),
    )
    const preview = await look(path)
    expect(preview).toMatchObject({ added: 0, changes: 2 })
    expect(await take(preview)).toEqual({ added: 0, changed: 2, left: 0 })
    expect(await texts()).toHaveLength(2)
  })
})

describe('a line that cannot be taken', () => {
  it('is told with its number and what to do', async () => {
    const { refused } = await look(fixture(free))
    expect(refused.map(refusedLineSentence)).toEqual([
      'Ligne 6\u00a0: «\u00a031/02/2099\u00a0», colonne «\u00a0Publication au JO\u00a0», n’est pas un jour qui existe. L’écrire comme 31/12/2026.',
      'Ligne 7\u00a0: «\u00a0Bulle papale\u00a0» n’est pas un choix de la colonne «\u00a0Type de texte\u00a0». Reprendre un de ceux que montre la fiche d’un texte.',
      'Ligne 8\u00a0: «\u00a001/01/2999\u00a0», colonne «\u00a0Publication au JO\u00a0», veut dire «\u00a0pas de date\u00a0» dans les fichiers officiels. Laisser la case vide.',
      'Ligne 9\u00a0: Ce texte n’est pas encore suivi et n’a pas de titre. En donner un.',
      'Ligne 10\u00a0: C’est le même texte que la ligne 4. Garder une seule des deux lignes.',
      'Ligne 12\u00a0: «\u00a0un jour peut-être | Communes\u00a0», colonne «\u00a0Échéance\u00a0», ne se comprend pas. Séparer les parties par des barres verticales, dans l’ordre de l’export.',
    ])
  })

  it('may be any of several texts', async () => {
    for (const id of ['01990000-0000-7000-8000-00000000000a', '01990000-0000-7000-8000-00000000000b'])
      await desk.ok('watch.add', { id, fields: { title: 'Projet de décret sans numéro' } })
    const { refused, changes } = await look(put('doute.csv', 'Titre;Thème\nProjet de décret sans numéro;A\n'))
    expect(changes).toBe(0)
    expect(refused).toMatchObject([{ line: 2, why: 'several' }])
  })

  it('would give a text more than it may have', async () => {
    const many = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => `à fixer | Public ${from + n}`).join('\n')
    const table = (cell: string) => `NOR;Titre;Échéances\nZZZA9900001D;Un texte;"${cell}"\n`
    await take(await look(put('un.csv', table(many(0, 150)))))
    expect((await look(put('deux.csv', table(many(100, 150))))).refused).toMatchObject([{ why: 'tooMany' }])
    expect((await look(put('trois.csv', table(many(0, 201))))).refused).toMatchObject([{ why: 'tooMany' }])
  })

  it('leaves the others to be taken; a table of something else is told by its heads', async () => {
    expect(await look(fixture('sans-titres.csv'))).toMatchObject({
      lines: 0,
      changes: 0,
      unknownColumns: ['Date', 'Montant'],
    })
    for (const [name, bytes, code] of [
      ['vide.csv', '', 'file-empty'],
      ['classeur.xlsx', 'PK\u0003\u0004 coupé', 'file-damaged'],
      ['document.pdf', '%PDF-1.7', 'file-format-unknown'],
    ] as const) {
      const envelope = await desk.core.internal('previewWatchList', { path: put(name, bytes) })
      expect(envelope).toMatchObject({ ok: false, error: { code } })
    }
  })
})

describe('a followed draft', () => {
  it('is told beside the text that bears its NOR, and is not taken for it', async () => {
    const draft = '01990000-0000-7000-8000-00000000000c'
    await desk.ok('watch.add', {
      id: draft,
      fields: { title: 'Projet', nor: 'ZZZA9900012D', status: 'draft' },
    })
    const path = put('paru.csv', 'Titre;NOR;Publié le\nDécret paru;ZZZA9900012D;04/03/2099\n')
    const preview = await look(path)
    expect(preview.rows).toMatchObject([{ act: 'new', draft: { id: draft } }])
    await take(preview)
    expect(await byTitle('Projet')).toMatchObject({ status: 'draft' })
    expect(await look(path)).toMatchObject({ changes: 0, same: 1 })
  })
})

describe('a table that was written here', () => {
  it.each(['csv', 'xlsx'] as const)('is taken in elsewhere as it was: %s', async (format) => {
    await take(await look(fixture('export-complet.csv')))
    await take(await look(fixture(free)))
    const id = '01990000-0000-7000-8000-00000000000d'
    await desk.ok('watch.add', {
      id,
      fields: { title: '=SOMME(A1)', notice: "'déjà\n''deux'", theme: '+33' },
    })
    // Two texts under one NOR, and two of one title: their own sign tells them apart.
    for (const [n, nor] of ['ZZZA9900012D', ''].entries())
      await desk.ok('watch.add', {
        id: `01990000-0000-7000-8000-0000000000e${n}`,
        fields: { title: 'Arrêté d’essai', nor },
      })
    await desk.ok('watch.addLink', {
      id: '01990000-0000-7000-8000-0000000000f0',
      watchItemId: id,
      kind: 'applies',
      to: { targetId: '01990000-0000-7000-8000-0000000000e0' },
    })
    const path = await written(format)
    expect(await look(path)).toMatchObject({ changes: 0, refusedCount: 0, unknownColumns: [] })
    const elsewhere = await openTestCore({ now })
    try {
      const preview = await look(path, elsewhere)
      expect(preview).toMatchObject({ added: 8, changes: 8, refusedCount: 0 })
      await take(preview, [], elsewhere)
      const plain = async (on: OpenedCore) => (await texts(on)).map(({ version: _, ...text }) => text)
      expect(await plain(elsewhere)).toEqual(await plain(desk))
      const again = await written('csv', '', elsewhere)
      expect(readFileSync(again, 'utf8')).toBe(readFileSync(await written('csv'), 'utf8'))
    } finally {
      await elsewhere.dispose()
    }
  })

  it('holds the list as it is narrowed, as French spreadsheet programs open it, without a formula', async () => {
    await take(await look(fixture('export-complet.csv')))
    await desk.ok('watch.add', {
      id: '01990000-0000-7000-8000-00000000000d',
      fields: { title: '=SOMME(A1)' },
    })
    const csv = readFileSync(await written('csv', 'annuaires'), 'utf8')
    expect(csv.startsWith('\uFEFFRepère;Titre;Titre court;')).toBe(true)
    expect(csv).toContain('2099-12')
    expect(csv).not.toContain('2098-1;')
    const all = readFileSync(await written('csv'), 'utf8')
    expect(all).toContain(";'=SOMME(A1);")
    expect(all).not.toMatch(/(?:^|;)"?[=+@-]/m)
  })

  it('holds every text that its words find, beyond what the screen lists at once', async () => {
    const heads = 'Titre;NOR;Publié le'
    const lines = Array.from(
      { length: 2_300 },
      (_, n) => `Arrêté d’essai ${n} relatif à l’annuaire;;${n % 3 === 0 ? '' : `0${1 + (n % 9)}/03/2099`}`,
    )
    await take(await look(put('beaucoup.csv', [heads, ...lines, 'Un autre texte;;'].join('\n'))))
    const narrowed = readFileSync(await written('csv', 'annuaire'), 'utf8')
      .trimEnd()
      .split('\n')
    expect(narrowed).toHaveLength(2_301)
    // In the order of the whole list, without the text that the words do not find.
    const all = readFileSync(await written('csv'), 'utf8')
      .trimEnd()
      .split('\n')
    expect(narrowed).toEqual(all.filter((line) => !line.includes('Un autre texte')))
  })
})
