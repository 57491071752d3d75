import fc from 'fast-check'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { chairBriefModel, type ItemBrief } from '../../electron/documents/chair-brief/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { drawnPages } from '../documents-check/drawn-pages.ts'
import { pdfFaults } from '../documents-check/pdf-faults.ts'
import { emptyFile, item } from './documents-builders.ts'
import { watchItem } from './documents-outside-meetings.ts'

const sealed = { date: '2026-10-08', number: 9, approved: true }
const open = { date: '2026-09-10', number: 8, approved: false }
const nothing = { asks: [], heard: [], said: [], actions: [], deadlines: [], observations: null }
const promise = {
  rank: 3,
  text: 'Publier le guide',
  owner: 'Anne Roux',
  organisation: 'DGX',
  meeting: sealed,
  firstDue: null,
} as const
const today = '2026-11-12'

function briefOf(fields: Partial<ItemBrief>, of = item(1, { title: 'Annuaire partagé' })) {
  const file = { ...emptyFile(), items: [of] }
  return chairBriefModel(file, { briefs: [{ itemId: of.id, ...nothing, ...fields }], today })
}
const part = (model: ReturnType<typeof briefOf>, heading: string) =>
  model.pages[0]?.parts.find((one) => one.heading === heading)

/** Size of the smallest letters, in points; "er" behind a 1 is raised. */
async function smallest(bytes: Uint8Array): Promise<number> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const sizes: number[] = []
  for (let page = 1; page <= document.numPages; page += 1)
    for (const piece of (await (await document.getPage(page)).getTextContent()).items)
      if ('str' in piece && !/^(?:er)?$/.test(piece.str.trim()))
        sizes.push(Math.abs(piece.transform[3] as number))
  await task.destroy()
  return Math.min(...sizes)
}

describe('the page of an item', () => {
  it('says what is expected, asked of the body, disagreed on and noted', () => {
    const model = briefOf(
      { asks: [{ project: 'Annuaire', asked: 'choisir un format' }] },
      item(1, {
        nature: 'decision',
        disagreementBy: 'Régions',
        disagreement: 'trop tôt',
        note: 'Rester bref.',
      }),
    )
    expect(part(model, 'Ce qui est attendu aujourd’hui')?.lines).toEqual([
      'Formuler la décision, la faire relire à voix haute.',
      'Annuaire. Choisir un format.',
      'Désaccord (Régions)\u00a0: trop tôt',
      'Rester bref.',
    ])
  })

  it('says how many observations the minutes have that it approves', () => {
    const lineOf = (observations: ItemBrief['observations']) =>
      part(briefOf({ observations }), 'Ce qui est attendu aujourd’hui')?.lines[0]
    expect(lineOf({ minutes: 1, all: 0, refused: 0, open: 0 })).toBe(
      'Aucune observation sur ce compte rendu.',
    )
    expect(lineOf({ minutes: 1, all: 1, refused: 0, open: 0 })).toBe(
      '1\u00a0observation sur ce compte rendu.',
    )
    expect(lineOf({ minutes: 1, all: 4, refused: 1, open: 2 })).toBe(
      '4\u00a0observations sur ce compte rendu, dont 1\u00a0refusée et 2 sans réponse.',
    )
  })

  it('says who asked for it and where it was dealt with', () => {
    const model = briefOf(
      { heard: [{ meeting: sealed, title: 'Annuaire, étape' }] },
      item(1, { requester: 'Réseau des villes' }),
    )
    expect(part(model, 'D’où vient ce point')?.lines).toEqual([
      'Inscrit à la demande du Réseau des villes.',
      'Déjà traité\u00a0: séance n°\u00a09 du 8\u00a0octobre 2026, «\u00a0Annuaire, étape\u00a0».',
    ])
  })

  it('gives the words of each organisation with the minutes that hold them, approved or not, or nobody knows', () => {
    const model = briefOf({
      said: [
        {
          meeting: sealed,
          organisation: 'DGX',
          stance: 'reserves',
          words: 'Avec réserves : le délai est court.',
        },
        { meeting: open, organisation: 'Régions', stance: null, words: 'Les Régions demandent un bilan.' },
        { meeting: { ...open, approved: null }, organisation: 'ADX', stance: 'sansAvis', words: '' },
      ],
    })
    expect(part(model, 'Ce qui a été dit')?.table?.rows).toEqual([
      [
        'DGX',
        'Favorable avec réserves. Le délai est court.',
        'Séance n°\u00a09 du 8\u00a0octobre 2026, compte rendu approuvé',
      ],
      [
        'Régions',
        'Les Régions demandent un bilan.',
        'Séance n°\u00a08 du 10\u00a0septembre 2026, compte rendu non approuvé',
      ],
      ['ADX', 'Sans avis.', 'Séance n°\u00a08 du 10\u00a0septembre 2026'],
    ])
  })

  it('tells promises that are owed before those that were kept, the latest first', () => {
    const model = briefOf({
      actions: [
        { ...promise, rank: 1, state: 'done', dueDate: '2026-10-30', closedOn: '2026-10-20' },
        { ...promise, rank: 2, state: 'todo', dueDate: '2026-12-01', closedOn: null },
        { ...promise, rank: 3, state: 'inProgress', dueDate: '2026-11-02', closedOn: null },
        { ...promise, rank: 4, state: 'dropped', dueDate: null, closedOn: null },
        { ...promise, rank: 5, state: 'postponed', dueDate: '2027-03-11', closedOn: null },
        { ...promise, rank: 6, state: 'todo', dueDate: '2017-05-29', closedOn: null },
      ],
    })
    const actions = part(model, 'Promesses et actions')
    // The sixth has no room, and is counted for what it is.
    expect(actions?.lines).toEqual(['Une autre action, au registre.'])
    expect(actions?.table?.rows.map((row) => [row[0], row[4]])).toEqual([
      ['A-2026-09-06', 'Non tenue, 3454\u00a0j de retard'],
      ['A-2026-09-03', 'Non tenue, 10\u00a0j de retard'],
      ['A-2026-09-02', 'En cours'],
      ['A-2026-09-05', 'Reportée au 11\u00a0mars\u00a02027'],
      ['A-2026-09-01', 'Tenue le 20\u00a0oct.\u00a02026'],
    ])
  })

  it('keeps the deadline that was printed beside the one to which a promise was put off', () => {
    const actions = [
      { ...promise, rank: 1, firstDue: '2026-10-01', dueDate: '2026-11-02', state: 'todo', closedOn: null },
      {
        ...promise,
        rank: 2,
        firstDue: '2026-10-01',
        dueDate: '2027-03-11',
        state: 'postponed',
        closedOn: null,
      },
      { ...promise, rank: 3, firstDue: '2026-12-01', dueDate: '2026-12-01', state: 'todo', closedOn: null },
    ] as const
    const table = part(briefOf({ actions }), 'Promesses et actions')?.table
    expect(table?.rows.map((row) => row.slice(3))).toEqual([
      ['1er\u00a0oct.\u00a02026, puis 2\u00a0nov.\u00a02026', 'Non tenue, 10\u00a0j de retard'],
      ['1er\u00a0déc.\u00a02026', 'En cours'],
      ['1er\u00a0oct.\u00a02026', 'Reportée au 11\u00a0mars\u00a02027'],
    ])
  })

  it('says the hour of each item, how far the meeting overruns and on which day it was made', () => {
    const items = [item(1, { durationMinutes: 120 }), item(2, { durationMinutes: 60 }), item(3)]
    const { meeting } = emptyFile()
    const file = { ...emptyFile(), meeting: { ...meeting, startTime: '14:00', endTime: '16:30' }, items }
    const plain = (value = '') => value.replaceAll('\u00a0', ' ')
    const model = chairBriefModel(file, { briefs: [], today })
    const hours = model.pages.map(({ facts }) => plain(facts.find(({ label }) => label === 'Heure')?.value))
    expect(hours).toEqual(['14 h', '16 h', '17 h'])
    const facts = model.facts.map(({ label, value }) => `${label} : ${plain(value)}`)
    expect(facts).toContain('Établie le : jeudi 12 novembre 2026, jour auquel sont comptés les retards')
    expect(facts.find((words) => words.startsWith('Fin calculée'))).toMatch(/17 h.*30 min/)
    const untimed = chairBriefModel({ ...file, items: [item(1)] }, { briefs: [], today })
    expect(untimed.pages[0]?.facts.map(({ label }) => label)).not.toContain('Heure')
  })

  it('tells what is late under the item that follows up, and the texts that are gone through', () => {
    const action = (rank: number, dueDate: string | null, state: 'todo' | 'done' = 'todo') => ({
      ...{ id: item(rank).id, number: `A-2026-09-0${rank}`, text: 'Publier le guide', owner: '' },
      ...{ organisation: '', dueDate, firstDue: dueDate, state, isReserved: false },
    })
    const actions = [action(1, '2026-11-02'), action(2, '2026-10-02'), action(3, '2026-12-02')]
    const file = {
      ...emptyFile(),
      items: [item(1)],
      watchLinks: [{ itemId: item(1).id, watchItem: watchItem(1), deadlines: [] }],
      earlier: {
        provenance: [],
        followedUp: {
          itemId: item(1).id,
          actions: [...actions, action(4, '2026-10-02', 'done'), action(5, null)],
        },
      },
    }
    const model = chairBriefModel(file, { briefs: [], today })
    expect(part(model, 'Promesses et actions')?.table?.rows.map((row) => [row[0], row[2], row[4]])).toEqual([
      ['A-2026-09-02', 'Personne à choisir', 'Non tenue, 41\u00a0j de retard'],
      ['A-2026-09-01', 'Personne à choisir', 'Non tenue, 10\u00a0j de retard'],
    ])
    expect(part(model, 'Textes')?.lines).toHaveLength(1)
  })

  it('is left out for a heading over other items of which nothing is known', () => {
    const file = { ...emptyFile(), items: [item(1), item(2, { parentId: item(1).id })] }
    const { pages } = chairBriefModel(file, { briefs: [], today })
    expect(pages.map(({ title }) => title)).toEqual([expect.stringContaining('1.1')])
  })

  it('is shared by items as far as it holds them', async () => {
    const items = [1, 2, 3, 4].map((rank) => item(rank, { nature: 'information' }))
    const pages = async (noted: readonly number[]) => {
      const file = {
        ...emptyFile(),
        items: items.map((one) => ({ ...one, requester: 'Régions' })),
      }
      const said = [{ meeting: sealed, organisation: 'DGX', stance: 'reserves' as const, words: '' }]
      const briefs = items
        .filter((_, at) => noted.includes(at + 1))
        .map(({ id: itemId }) => ({ ...nothing, itemId, said }))
      return (await renderPdf(chairBriefModel(file, { briefs, today }))).pageCount
    }
    expect(await pages([])).toBe(2)
    expect(await pages([1, 2, 3, 4])).toBe(2)
  })

  it('holds what a page holds before a row goes', () => {
    const words = 'Les collectivités demandent que le calendrier soit revu avant la préparation des budgets.'
    const all = [1, 2, 3, 4]
    const model = briefOf({
      said: all.map(() => ({ meeting: sealed, organisation: 'DGX', stance: null, words })),
      actions: all.map((rank) => ({ ...promise, rank, state: 'todo', dueDate: null, closedOn: null })),
    })
    for (const heading of ['Ce qui a été dit', 'Promesses et actions'])
      expect(part(model, heading)?.table?.rows).toHaveLength(4)
  })

  it('keeps a long disagreement, shortened, when rows of tables go', () => {
    const words = 'Les collectivités demandent que le calendrier soit revu avant la préparation des budgets.'
    const model = briefOf(
      {
        said: [1, 2, 3, 4, 5].map(() => ({ meeting: sealed, organisation: 'DGX', stance: null, words })),
        actions: [1, 2, 3, 4].map((rank) => ({
          ...promise,
          rank,
          state: 'todo',
          dueDate: null,
          closedOn: null,
        })),
      },
      item(1, { nature: 'avis', disagreement: 'Le coût n’est pas compensé. '.repeat(60) }),
    )
    const [nature, disagreement, ...others] = part(model, 'Ce qui est attendu aujourd’hui')?.lines ?? []
    expect([nature, others]).toEqual(['Recueillir l’avis de l’instance et le reformuler.', []])
    expect(disagreement).toMatch(/^Demandé autrement.*Le coût n’est pas compensé.*…$/)
  })

  it('is counted in its foot as it is in the file, and follows what leaves it room', async () => {
    for (const rows of [1, 2, 3, 4, 5]) {
      const items = [1, 2, 3].map((n) => item(n, { title: `Point ${n}`, nature: 'avis' }))
      const briefs = items.map(({ id }, at) => ({
        ...nothing,
        itemId: id,
        heard: Array.from({ length: 6 * rows - at }, () => ({ meeting: sealed, title: 'Annuaire, étape' })),
        said: Array.from({ length: rows }, () => ({
          meeting: sealed,
          organisation: 'Régions',
          stance: null,
          words: 'Les Régions demandent un bilan.',
        })),
      }))
      const { bytes, pageCount } = await renderPdf(
        chairBriefModel({ ...emptyFile(), items }, { briefs, today }),
      )
      const feet = (await drawnPages(bytes)).map(({ text }) => /Page \d+ sur (\d+)/u.exec(text)?.[1])
      expect(new Set(feet)).toEqual(new Set([`${pageCount}`]))
      if (rows === 1) expect(pageCount).toBeLessThan(3)
    }
  })

  it('is one page whatever is known, and sound', { timeout: 120_000 }, async () => {
    const words = fc.integer({ min: 1, max: 90 }).map((count) => 'mot '.repeat(count).trim())
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 6, maxLength: 12 }), async (list) => {
        const [title = ''] = list
        const items = [item(1, { title, note: list.join('\n'), nature: 'avis', requester: title }), item(2)]
        const model = chairBriefModel(
          { ...emptyFile(), items },
          {
            today,
            briefs: [
              {
                itemId: item(1).id,
                asks: list.map((asked) => ({ project: title, asked })),
                heard: list.map((one) => ({ meeting: sealed, title: one })),
                said: list.map((one) => ({
                  meeting: sealed,
                  organisation: one,
                  stance: 'favorable',
                  words: one,
                })),
                actions: list.map((one) => ({
                  ...promise,
                  text: one,
                  owner: one,
                  state: 'todo',
                  dueDate: null,
                  closedOn: null,
                })),
                deadlines: list.map((one) => ({ date: '2027-01-01', what: one, text: one })),
                observations: { minutes: 1, all: 4, refused: 1, open: 1 },
              },
            ],
          },
        )
        const { bytes, pageCount } = await renderPdf(model)
        expect(pageCount).toBeLessThanOrEqual(3)
        expect(await smallest(bytes)).toBeGreaterThanOrEqual(7.99)
        expect(await pdfFaults(bytes)).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})
