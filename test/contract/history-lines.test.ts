// The history in sentences: who, what, of which thing, from what to what.
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../electron/contract/index.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { DATABASE_NAME } from '../../electron/db/replace.ts'
import { tablesOf } from '../../electron/db/stored-tables.ts'
import { topicTables } from '../../electron/features/settings/history/topics.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { entryWords, historyPlace, historySentence, theField } from '../../renderer/text/history-words.ts'
import { hold, meetingOn, minutesOf, richWords } from './minutes-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

const attended = {
  ...{ decisions: [], actions: [], texts: [], history: [], newOrganisations: [], newPersons: [] },
  ...{ openedAt: null, closedAt: null, nextMeeting: null },
  participants: [
    {
      ...{ personId: null, familyName: 'Brévent', givenName: 'Octave', organisation: '', role: '' },
      ...{ status: 'present' as const, replacesMark: false },
    },
  ],
}

let opened: OpenedCore
beforeEach(async () => {
  // Two minutes pass at each look at the clock: nothing is one burst of typing.
  let now = Date.parse('2027-01-20T09:00:00.000Z')
  const clock = () => {
    now += 120_000
    return new Date(now)
  }
  opened = await openTestCore({ clock, who: 'Léa' })
})
afterEach(() => opened.dispose())

const lines = (narrowed: Partial<Input<'history.list'>> = {}) =>
  opened.ok('history.list', { meetingId: null, limit: 60, ...narrowed })
/** The newest line, as it is read, without the spaces that do not break. */
async function newest(narrowed: Partial<Input<'history.list'>> = {}): Promise<string> {
  const [line] = await lines(narrowed)
  if (line === undefined) throw new Error('no line')
  const { lead, name, tail, change } = historySentence(line)
  const words = change === null ? '' : `${change.before} → ${change.after}`
  return `${lead}${name === '' ? '' : ` « ${name} »`}${tail}${words}`.replace(/[\u00a0\u202f]/gu, ' ')
}

async function action() {
  const meetingId = await meetingOn(opened, '2026-12-10')
  await hold(opened, meetingId)
  const [section] = (await minutesOf(opened, meetingId)).sections
  const { id } = await opened.ok('minutes.addAction', {
    id: newId(),
    itemId: section?.itemId ?? '',
    fields: { text: 'Fournir le guide', dueDate: '2027-02-12' },
  })
  const target = async () => {
    const { version } = (await opened.ok('followUp.action', { id })).row.action
    return { id, version }
  }
  return { id, target }
}

describe('a sentence of the history', () => {
  it('says of what, where that has no name', async () => {
    const meetingId = await meetingOn(opened, '2026-12-10')
    await hold(opened, meetingId)
    const { id, version } = (await minutesOf(opened, meetingId)).minutes
    await opened.ok('minutes.update', { id, version, patch: { opening: richWords('Bienvenue.') } })
    expect(await newest()).toContain('a changé l’ouverture (compte rendu, séance n° 1) :')
  })

  it('names an answer by who gave it and a position by who holds it, never by their codes', async () => {
    const meetingId = await meetingOn(opened, '2026-12-10')
    const personId = newId()
    await opened.ok('directory.addPerson', {
      id: personId,
      fields: { givenName: 'Ada', familyName: 'Tilleul' },
    })
    await opened.ok('replies.set', { meetingId, personId, fields: { answer: 'excused' } })
    expect(await newest()).toBe('Léa : saisie d’une réponse « Ada Tilleul » : excusé')
    await hold(opened, meetingId)
    const [item] = (await opened.ok('agenda.list', { meetingId })).items
    await opened.ok('session.addPosition', {
      ...{ id: newId(), meetingId, itemId: item?.id ?? '' },
      fields: { organisation: 'Région Lys', organisationId: null, stance: 'favorable', words: '' },
    })
    expect(await newest()).toBe('Léa a ajouté « Région Lys »')
  })

  it('never says of a person what was done to her mandate', async () => {
    const [personId, id] = [newId(), newId()]
    await opened.ok('directory.addPerson', {
      id: personId,
      fields: { givenName: 'Ada', familyName: 'Tilleul' },
    })
    const { mandates } = await opened.ok('directory.addMandate', {
      ...{ id, personId, fields: { role: 'titulaire' } },
    })
    const { version } = mandates.find((mandate) => mandate.id === id) ?? { version: 0 }
    await opened.ok('directory.removeMandate', { id, version })
    expect(await newest()).toBe('Léa : suppression d’un mandat « Ada Tilleul »')
  })

  it('says who changed the due date of which action, from when to when', async () => {
    const { id, target } = await action()
    expect(await newest()).toBe('Léa a ajouté « Fournir le guide »')
    await opened.ok('followUp.postpone', {
      targets: [await target()],
      to: '2027-02-18',
      reason: 'Vacances',
    })
    expect(await newest()).toBe(
      'Léa a changé l’échéance de « Fournir le guide » : ven. 12 févr. 2027 → jeu. 18 févr. 2027, motif : « Vacances »',
    )
    expect(await newest({ rowId: id })).toMatch(/^Léa a changé l’échéance/u)
    await opened.ok('followUp.setActionState', {
      targets: [await target()],
      state: 'done',
      reason: '',
      on: null,
    })
    expect(await newest()).toBe('Léa a changé l’état de « Fournir le guide » : reportée → réalisée')
  })

  it('names the point, the length and the meeting', async () => {
    const meetingId = await meetingOn(opened, '2026-12-10')
    const { items } = await opened.ok('agenda.list', { meetingId })
    const [item] = items
    if (item === undefined) throw new Error('no item')
    await opened.ok('agenda.update', {
      ...{ id: item.id, version: item.version, patch: { durationMinutes: 25 } },
    })
    expect(await newest()).toBe(
      `Léa a changé la durée en minutes de « ${item.title} » : ${item.durationMinutes ?? 'vide'} → 25`,
    )
    const [line] = await lines()
    expect(line === undefined ? '' : historyPlace(line).replace(/[\u00a0\u202f]/gu, ' ')).toMatch(
      /^Point de l’ordre du jour · Séance du 10 décembre 2026$/u,
    )
    const { id, version } = (await opened.ok('agenda.list', { meetingId })).items[0] ?? item
    await opened.ok('agenda.update', { id, version, patch: { title: 'Budget', note: 'À voir' } })
    expect(await newest()).toMatch(/^Léa a modifié « Budget » : titre Budget, note À voir$/u)
    await opened.ok('history.undo', {})
    expect((await lines())[0]?.state).toBe('undone')
  })

  it('names who is referred to, whatever else was done meanwhile', async () => {
    const meetingId = await meetingOn(opened, '2026-12-10')
    const [item] = (await opened.ok('agenda.list', { meetingId })).items
    const presenterId = newId()
    await opened.ok('directory.addPerson', {
      ...{ id: presenterId, fields: { givenName: 'Anne', familyName: 'Martin' } },
    })
    await opened.ok('agenda.update', {
      ...{ id: item?.id ?? '', version: item?.version ?? 0, patch: { presenterId } },
    })
    const { target } = await action()
    await opened.ok('followUp.postpone', { targets: [await target()], to: '2027-02-18', reason: 'Vacances' })
    const fields = (await lines()).flatMap(({ rows }) => rows.flatMap((row) => row.fields))
    expect(fields.filter(({ field }) => field === 'presenter_id')).toEqual([
      { field: 'presenter_id', before: '', after: 'Anne Martin' },
    ])
  })

  it('marks what differs in a long text, cut around it', async () => {
    const meetingId = await meetingOn(opened, '2026-12-10')
    await hold(opened, meetingId)
    const [section] = (await minutesOf(opened, meetingId)).sections
    const before = `Le groupe rappelle ${'que le calendrier est tenu '.repeat(20)}avant l’été et le confirme.`
    const doc = (text: string) => ({
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
    })
    const id = section?.id ?? ''
    const { version } = await opened.ok('minutes.updateSection', {
      ...{ id, version: section?.version ?? 0, patch: { exchanges: doc(before) } },
    })
    const after = before.replace('l’été', 'le 30 avril')
    await opened.ok('minutes.updateSection', { id, version, patch: { exchanges: doc(after) } })
    const said = await newest()
    expect(said).toMatch(/^Léa a changé les échanges de « .+ » : …/u)
    expect(said).toMatch(/avant l’été et le confirme\. → .*avant le 30 avril et le confirme\.$/u)
    expect(said.length).toBeLessThan(400)
  })

  it('of a thing with all that is in it names the thing, and counts what people count', async () => {
    await opened.ok('meetings.create', { fields: { date: '2027-03-11' }, fromTemplate: true })
    expect(await newest()).toMatch(/^Léa : création d’une séance « 2027-03-11 » : \d+ points, \d+ tâches$/u)
  })

  it('calls what a file brought the reading of a file, whatever it was', async () => {
    const meetingId = await meetingOn(opened, '2026-11-12')
    const taken = { items: [], target: { type: 'existing' as const, meetingId } }
    await opened.ok('imports.apply', { ...taken, fileName: 'CR.docx', minutes: attended })
    const [line] = await lines()
    expect(line === undefined ? '' : entryWords(line)).toMatch(/^lecture d’un fichier/u)
  })
})

describe('a meeting that is opened', () => {
  it('is one thing done, whatever follows from it', async () => {
    const meetingId = await meetingOn(opened, '2027-01-20')
    for (const title of ['Accueil', 'Bilan', 'Calendrier'])
      await opened.ok('agenda.add', {
        ...{ id: newId(), meetingId, parentId: null, afterId: null, fields: { title } },
      })
    const { meeting } = await opened.ok('meetings.get', { id: meetingId })
    await opened.ok('meetings.setState', { id: meetingId, version: meeting.version, state: 'inSession' })
    const [line] = await lines()
    expect(line?.rowCount).toBe(1)
    expect(line === undefined ? '' : entryWords(line)).toMatch(/^changement d’état de la séance, «.[^»]+.»$/u)
    expect(await newest()).toBe('Léa a ouvert la séance « 2027-01-20 »')
  })
})

describe('the history of one thing', () => {
  it('says what became of it, however many rows were written with it', async () => {
    const { id: meetingId } = await opened.ok('meetings.create', {
      ...{ fields: { date: '2027-03-11' }, fromTemplate: true },
    })
    const last = (await opened.ok('agenda.list', { meetingId })).items.at(-1)
    expect(await newest({ rowId: last?.id ?? '' })).toBe(`Léa a ajouté « ${last?.title} »`)
  })

  it('says of several that were put off together only the one', async () => {
    const first = await action()
    const second = await action()
    await opened.ok('followUp.postpone', {
      ...{ targets: [await first.target(), await second.target()], to: '2027-02-18', reason: 'Vacances' },
    })
    for (const { id } of [first, second]) {
      const [line] = await lines({ rowId: id })
      expect(line?.rows.map((row) => [row.id, row.table])).toEqual([[id, 'action']])
    }
  })
})

it('is read page by page, each ending where the next begins', async () => {
  for (const title of ['A', 'B', 'C']) await opened.ok('projects.add', { id: newId(), fields: { title } })
  const all = await lines()
  expect(all).toHaveLength(3)
  const middle = all[1]?.seq ?? 0
  const seqs = async (between: Input<'history.list'>['between']) =>
    (await lines(between === undefined ? {} : { between })).map(({ seq }) => seq)
  expect(await seqs({ from: middle, before: null })).toEqual([all[0]?.seq, middle])
  expect(await seqs({ from: null, before: middle })).toEqual([all[2]?.seq])
  expect(await seqs({ from: middle, before: all[0]?.seq ?? 0 })).toEqual([middle])
})

it('is read without what was taken back', async () => {
  await opened.ok('projects.add', { id: newId(), fields: { title: 'Annuaire partagé' } })
  await opened.ok('projects.add', { id: newId(), fields: { title: 'Parapheur' } })
  await opened.ok('history.undo', {})
  expect((await lines({ state: 'done' })).map(({ rows }) => rows[0]?.name)).toEqual(['Annuaire partagé'])
  expect(await lines()).toHaveLength(2)
})

it('knows everybody who ever wrote, however long ago', async () => {
  const entries = ['Zoé', 'Anne', 'Anne', 'Bruno'].map(
    (who) =>
      `INSERT INTO journal_entry (at, who, method, state) VALUES ('2020-01-01T09:00:00.000Z', '${who}', '', 'done')`,
  )
  await opened.byHand(entries.join(';'))
  expect(await opened.ok('history.authors', {})).toEqual(['Anne', 'Bruno', 'Léa', 'Zoé'])
})

it('names a subject that is removed by itself, and not by what was written about it', async () => {
  const { subject } = await opened.ok('subjects.takeText', {
    id: newId(),
    text: 'Subject: Annuaire partagé\nFrom: a@exemple.invalid\n\nBonjour, le secrétariat souligne ce point.',
  })
  const { id, title } = subject
  const [row] = await opened.ok('subjects.list', {})
  await opened.ok('subjects.remove', { id, version: row?.version ?? 0 })
  expect(await newest()).toBe(`Léa a supprimé « ${title} »`)
  const [line] = await lines()
  if (line === undefined) throw new Error('no line')
  expect(entryWords(line).replace(/[\u00a0\u202f]/gu, ' ')).toBe(`suppression d’un sujet, « ${title} »`)
})

it('is narrowed to a subject, an author and a time', async () => {
  await opened.ok('projects.add', { id: newId(), fields: { title: 'Annuaire partagé' } })
  await opened.ok('subjects.add', { id: newId(), fields: { title: 'Parapheur' } })
  expect(await newest({ topic: 'projects' })).toBe('Léa a ajouté « Annuaire partagé »')
  expect(await lines({ topic: 'watch' })).toEqual([])
  expect(await lines({ who: 'Noé' })).toEqual([])
  expect(await lines({ who: 'Léa' })).toHaveLength(2)
  const before = { from: '2020-01-01T00:00:00.000Z', to: '2020-01-02T00:00:00.000Z' }
  expect(await lines({ within: before })).toEqual([])
})

it('leaves out of a time what one wrote oneself before an instant, and nothing that others wrote', async () => {
  const entries = ['Léa 09:00:10', 'Noé 09:00:20', 'Léa 09:02:00'].map((entry) => {
    const [who, hour] = entry.split(' ')
    return `INSERT INTO journal_entry (at, who, method, state) VALUES ('2020-01-01T${hour}.000Z', '${who}', 'projects.add', 'done')`
  })
  await opened.byHand(entries.join(';'))
  const within = { from: '2020-01-01T09:00:00.000Z', to: '2020-01-01T10:00:00.000Z' }
  const told = await lines({ within, ownFrom: '2020-01-01T09:01:00.000Z' })
  expect(told.map(({ who, at }) => `${who} ${at.slice(11, 19)}`)).toEqual(['Léa 09:02:00', 'Noé 09:00:20'])
})

it.each([
  ['due_date', 'l’échéance'],
  ['duration_minutes', 'la durée en minutes'],
  ['title', 'le titre'],
  ['exchanges', 'les échanges'],
  ['cnen_opinion', 'l’avis du CNEN'],
  ['start_time', 'le début'],
  ['published_on', 'la date « publié le »'],
  ['presenter', 'la mention « présenté par »'],
])('%s is said as « %s »', (field, words) => expect(theField(field).replace(/\u00a0/gu, ' ')).toBe(words))

describe('a topic of the history', () => {
  /** The tables that the journal records and no topic has. */
  const untold = (topics: Readonly<Record<string, readonly string[]>>): string[] => {
    const db = new Database(join(opened.folder, DATABASE_NAME), nativeOptions())
    try {
      const told = new Set(Object.values(topics).flat())
      return tablesOf(db, 'journal').filter((table) => !told.has(table))
    } finally {
      db.close()
    }
  }

  it('has every table that the journal records', () => {
    expect(untold(topicTables)).toEqual([])
    const { watch: _, ...others } = topicTables
    expect(untold(others)).toContain('watch_item')
  })
})
