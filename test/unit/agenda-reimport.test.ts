import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AgendaItem, blankItem, depths, inAgendaOrder } from '../../electron/domain/agenda/agenda.ts'
import type { DraftItem } from '../../electron/domain/agenda/draft.ts'
import { laidOut } from '../../electron/domain/agenda/layout.ts'
import type { Match } from '../../electron/domain/agenda/match.ts'
import {
  changesOf,
  goneItems,
  linesOf,
  matchesOf,
  movedLines,
  type SaidLine,
} from '../../electron/domain/agenda/reimport.ts'

function agendaItem(id: string, title: string, more: Partial<AgendaItem> = {}): AgendaItem {
  return { ...blankItem, id, version: 1, meetingId: 'm', parentId: null, position: 0, title, ...more }
}

function said(title: string, more: Partial<DraftItem> = {}): DraftItem {
  return {
    number: null,
    title,
    kind: 'item',
    nature: null,
    fixedStart: null,
    durationMinutes: null,
    presenter: null,
    organisation: null,
    requester: null,
    note: null,
    children: [],
    source: { block: 0, excerpt: title, confidence: 1 },
    ...more,
  }
}

/** The agenda as a file would say it; empty is not said. */
function fileOf(items: readonly AgendaItem[], parentId: string | null = null): DraftItem[] {
  return items
    .filter((item) => item.parentId === parentId)
    .sort((a, b) => a.position - b.position)
    .map((item) =>
      said(item.title, {
        kind: item.kind,
        nature: item.nature,
        fixedStart: item.fixedStart,
        durationMinutes: item.durationMinutes,
        presenter: item.presenter || null,
        organisation: item.organisation || null,
        children: fileOf(items, item.id),
      }),
    )
}

type Matcher = (lines: readonly SaidLine[], items: readonly AgendaItem[]) => Map<number, Match>

function told(file: readonly DraftItem[], agenda: readonly AgendaItem[], match: Matcher = matchesOf) {
  const items = inAgendaOrder(agenda)
  const lines = linesOf(file)
  const matches = match(lines, items)
  const itemOf = new Map([...matches].map(([key, { itemId }]) => [key, itemId]))
  const byId = new Map(items.map((item) => [item.id, item]))
  return {
    lines,
    itemOf,
    added: lines.filter(({ key }) => !matches.has(key)).map((line) => line.said.title),
    changed: lines.flatMap((line) => {
      const item = byId.get(itemOf.get(line.key) ?? '')
      return item === undefined
        ? []
        : changesOf(line.said, item).map(({ field, after }) => `${item.id} ${field} ${after}`)
    }),
    moved: [...movedLines(lines, itemOf, items)].map((key) => itemOf.get(key)),
    gone: goneItems(itemOf.values(), items).map(({ id }) => id),
    asked: [...matches.values()].filter(({ likeness }) => likeness === 'doubtful' || likeness === 'faint')
      .length,
  }
}

const nothing = { added: [], changed: [], moved: [], gone: [], asked: 0 }

/** Everything of the file taken, what is gone withdrawn or left. */
function applied(file: readonly DraftItem[], agenda: readonly AgendaItem[], withdraw: boolean): AgendaItem[] {
  const { lines, itemOf, gone } = told(file, agenda)
  const items = inAgendaOrder(agenda)
  const ids = new Map(lines.map(({ key }) => [key, itemOf.get(key) ?? `new ${key}`]))
  const byId = new Map(items.map((item) => [item.id, item]))
  const layout = laidOut(
    items,
    lines.map(({ key, parentKey }) => ({
      id: ids.get(key) ?? '',
      parentId: parentKey === null ? null : (ids.get(parentKey) ?? null),
      isPlaced: true,
    })),
    new Set(withdraw ? gone : []),
  )
  return layout.map(({ id, parentId }, position) => {
    const line = lines.find(({ key }) => ids.get(key) === id)
    const item = byId.get(id) ?? agendaItem(id, '')
    const edits =
      line === undefined ? [] : changesOf(line.said, item).map(({ field, after }) => [field, after])
    return { ...item, ...Object.fromEntries(edits), parentId, position }
  })
}

const SUBJECTS = [
  'Annuaire partagé des services publics locaux',
  'Passerelle d’échange sécurisée',
  'Conservation électronique des registres',
  'Calendrier prévisionnel de déploiement',
  'Dématérialisation des autorisations d’urbanisme',
  'Référentiel commun d’adresses',
  'Signature en ligne des conventions',
  'Transmission budgétaire automatisée',
  'Sécurité informatique en mairie',
  'Formation continue aux outils numériques',
  'Portail unique de dépôt',
  'Approbation du compte rendu',
  'Questions diverses',
  'Inventaire cartographique',
  'Facturation électronique : pilotes',
]

const details = fc.record({
  nature: fc.constantFrom(null, 'information' as const, 'avis' as const),
  presenter: fc.constantFrom('', 'Hélène Exemple', 'Paul Modèle'),
  durationMinutes: fc.option(fc.integer({ min: 1, max: 60 })),
})

/** Agendas of at most three levels, each title once. */
const agendas = fc
  .tuple(
    fc.shuffledSubarray(SUBJECTS, { minLength: 1 }),
    fc.array(fc.tuple(fc.integer({ min: -3, max: 14 }), details), { minLength: 15, maxLength: 15 }),
  )
  .map(([titles, drawn]) => {
    const items: AgendaItem[] = []
    const depth: number[] = []
    for (const [rank, title] of titles.entries()) {
      const [parent, more] = drawn[rank] ?? [-1, {}]
      const above = parent >= 0 && parent < rank && (depth[parent] ?? 9) < 3 ? parent : -1
      depth.push(above < 0 ? 1 : (depth[above] ?? 0) + 1)
      const parentId = above < 0 ? null : `i${above}`
      items.push(agendaItem(`i${rank}`, title, { ...more, parentId, position: rank }))
    }
    return items
  })

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

describe('a file beside the agenda it made', () => {
  it('differs in nothing', () => {
    fc.assert(fc.property(agendas, (items) => void expect(told(fileOf(items), items)).toMatchObject(nothing)))
  })

  it('tells one edited item back exactly, and nothing else', () => {
    fc.assert(
      fc.property(agendas, fc.nat(), fc.integer({ min: 61, max: 90 }), (items, at, minutes) => {
        const { id } = pick(items, at)
        const file = items.map((item) =>
          item.id === id ? { ...item, durationMinutes: minutes, presenter: 'Nour Essai' } : item,
        )
        expect(told(fileOf(file), items)).toMatchObject({
          ...nothing,
          changed: [`${id} durationMinutes ${minutes}`, `${id} presenter Nour Essai`],
        })
      }),
    )
  })

  it('tells one new, one missing and one renamed item back exactly', () => {
    fc.assert(
      fc.property(agendas, fc.nat(), (items, at) => {
        const leaves = items.filter((item) => items.every((other) => other.parentId !== item.id))
        const { id, title } = pick(leaves, at)
        const others = items.filter((item) => item.id !== id)
        expect(told(fileOf(others), items)).toMatchObject({ ...nothing, gone: [id] })
        expect(told(fileOf(items), others)).toMatchObject({ ...nothing, added: [title] })
        const renamed = items.map((item) =>
          item.id === id ? { ...item, title: `${title} : premier bilan` } : item,
        )
        expect(told(fileOf(renamed), items)).toMatchObject({
          added: [],
          moved: [],
          gone: [],
          changed: [`${id} title ${title} : premier bilan`],
        })
      }),
    )
  })

  it('tells an item put elsewhere among its siblings as the only one moved', () => {
    fc.assert(
      fc.property(agendas, fc.nat(), fc.nat(), (items, at, to) => {
        const item = pick(items, at)
        const family = items.filter((one) => one.parentId === item.parentId)
        const rest = family.filter((one) => one !== item)
        const index = to % (rest.length + 1)
        const order = [...rest.slice(0, index), item, ...rest.slice(index)]
        const file = items.map((one) => ({
          ...one,
          position: order.indexOf(one) >= 0 ? order.indexOf(one) : one.position,
        }))
        const found = told(fileOf(file), items)
        expect(found).toMatchObject({ ...nothing, moved: expect.anything() })
        const steps = Math.abs(index - family.indexOf(item))
        // Two neighbours that changed places: either of them may be said to have moved.
        if (steps > 1) expect(found.moved).toEqual([item.id])
        else expect(found.moved).toHaveLength(steps)
      }),
    )
  })

  it('applied as a whole says the same as the file; what is not withdrawn stays, once', () => {
    fc.assert(
      fc.property(agendas, agendas, fc.boolean(), (items, other, withdraw) => {
        const renamed = other.map((item) => ({
          ...item,
          id: `o${item.id}`,
          parentId: item.parentId && `o${item.parentId}`,
        }))
        const file = fileOf(renamed)
        const before = told(file, items)
        const after = applied(file, items, withdraw)
        expect(new Set(after.map(({ id }) => id)).size).toBe(after.length)
        expect(after).toHaveLength(items.length + before.added.length - (withdraw ? before.gone.length : 0))
        expect(Math.max(...depths(after).values())).toBeLessThanOrEqual(3)
        expect(told(file, after)).toMatchObject({ ...nothing, gone: withdraw ? [] : expect.anything() })
        expect(applied(file, after, withdraw).map(({ id }) => id)).toEqual(after.map(({ id }) => id))
      }),
    )
  })

  it('control: a matcher that takes a neighbour for the item is found out', () => {
    const wrong: Matcher = (lines, items) => {
      const matches = matchesOf(lines, items)
      const [first, second] = [...matches.keys()]
      const [a, b] = [matches.get(first ?? 0), matches.get(second ?? 1)]
      if (a && b && first !== undefined && second !== undefined) matches.set(first, b).set(second, a)
      return matches
    }
    expect(() =>
      fc.assert(
        fc.property(agendas, (items) => {
          expect(told(fileOf(items), items, wrong)).toMatchObject(nothing)
        }),
      ),
    ).toThrow()
  })
})

describe('a retitled item', () => {
  const items = [
    agendaItem('cr', 'Approbation du compte rendu de la séance n° 10 du 12 novembre 2026', { position: 0 }),
    agendaItem('pass', 'Passerelle d’échange sécurisée', { position: 1, durationMinutes: 25 }),
    agendaItem('keep', 'Conservation des documents', { position: 2, durationMinutes: 20 }),
    agendaItem('end', 'Questions diverses', { position: 3 }),
  ]
  const matchOf = (title: string, more: Partial<DraftItem> = {}, among = items) =>
    matchesOf(linesOf([said(title, more)]), among).get(0)

  it('is known again with a word more, misspelt, or typed otherwise', () => {
    expect(matchOf("PASSERELLE D'ECHANGE SECURISEE")).toEqual({ itemId: 'pass', likeness: 'same' })
    expect(matchOf('Passerele d’échanges sécurisés')).toEqual({ itemId: 'pass', likeness: 'alike' })
    expect(matchOf('Passerelle d’échange sécurisée (phase pilote)')?.itemId).toBe('pass')
  })

  it('is asked about when numbers or half of the words are others', () => {
    expect(matchOf('Approbation du compte rendu de la séance n° 11 du 10 décembre 2026')).toEqual({
      itemId: 'cr',
      likeness: 'doubtful',
    })
    expect(matchOf('Conservation des registres')?.likeness).toBe('doubtful')
    expect(matchOf('Formation aux outils')).toBeUndefined()
  })

  it('is asked about when two items would do', () => {
    const two = [
      agendaItem('a', 'Déploiement de la passerelle en mairie', { position: 0 }),
      agendaItem('b', 'Déploiement de la passerelle en préfecture', { position: 1 }),
    ]
    expect(matchOf('Déploiement de la passerelle', {}, two)?.likeness).toBe('doubtful')
  })

  it('is asked about under quite another title between the same neighbours, if it lasts as long', () => {
    const file = fileOf(items).map((line) =>
      line.title.startsWith('Conservation') ? { ...line, title: 'Modèle de bordereau' } : line,
    )
    expect(matchesOf(linesOf(file), items).get(2)).toEqual({ itemId: 'keep', likeness: 'faint' })
    const shorter = file.map((line) => ({ ...line, durationMinutes: 5 }))
    expect(matchesOf(linesOf(shorter), items).has(2)).toBe(false)
  })

  it('keeps two breaks apart, each under its own parent', () => {
    const agenda = [
      agendaItem('a', 'Matin', { position: 0 }),
      agendaItem('p1', 'Pause', { parentId: 'a', kind: 'break' }),
      agendaItem('b', 'Après-midi', { position: 1 }),
      agendaItem('p2', 'Pause', { parentId: 'b', kind: 'break' }),
    ]
    const file = [said('Après-midi', { children: [said('Pause', { kind: 'break' })] })]
    expect(told(file, agenda)).toMatchObject({ added: [], changed: [], moved: [], gone: ['a', 'p1'] })
  })
})

describe('what a file changes of an item', () => {
  const item = agendaItem('a', 'L’annuaire : état', {
    durationMinutes: 25,
    nature: 'avis',
    kind: 'welcome',
    presenter: 'Thibault Exemple',
    presenterId: 'p1',
    organisation: 'Direction générale des exemples (DGX)',
    note: 'Prévenir le cabinet',
  })

  it('is nothing that it does not say, and no other spacing, quotes or names of the same', () => {
    expect(changesOf(said("L'annuaire: état", { organisation: 'DGX' }), item)).toEqual([])
    const written = said(item.title, { presenter: 'T. Exemple' })
    expect(changesOf(written, item, { presenterId: 'p1', organisationId: null })).toEqual([])
    expect(changesOf(written, item)).toEqual([
      { field: 'presenter', before: 'Thibault Exemple', after: 'T. Exemple' },
    ])
  })

  it('adds to a note and never takes it away', () => {
    expect(changesOf(said(item.title, { note: 'Salle basse' }), item)).toEqual([
      { field: 'note', before: 'Prévenir le cabinet', after: 'Prévenir le cabinet\nSalle basse' },
    ])
    expect(changesOf(said(item.title, { note: 'Prévenir le  cabinet' }), item)).toEqual([])
  })
})
