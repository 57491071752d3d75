import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oldFilesGroups } from '../../electron/domain/old-files/groups.ts'
import { namedFacts } from '../../electron/domain/old-files/names.ts'
import type { OldFile, OldFilesFacts } from '../../electron/domain/old-files/old-files.ts'
import type { OldFilesWorld } from '../../electron/domain/old-files/placed.ts'

const world: OldFilesWorld = { today: '2026-11-26', meetings: [], series: [], taken: new Map() }

describe('what the name of an old file says', () => {
  it.each([
    ['240704_CR_GT_CNIG_240702.pdf', ['2024-07-04', '2024-07-02'], 'minutes'],
    ['20261201-ODJ-pleniere.docx', ['2026-12-01'], 'agenda'],
    ['ODJ 09-03-2023.docx', ['2023-03-09'], 'agenda'],
    ['CR du 1er décembre 2022 (2).docx', ['2022-12-01'], 'minutes'],
    ['Convocation 14.11.2024.pdf', ['2024-11-14'], 'convocation'],
    ['releve de décisions 2024-02-30.docx', [], 'minutes'],
    ['réunion 12345678901.pdf', [], null],
  ])('%s', (name, dates, kind) => {
    expect(namedFacts(name)).toMatchObject({ dates, kind })
  })
  it('a day of it that does not exist, unless another does', () => {
    expect(namedFacts('Cœur, CR 30 Février 2014.docx').unrealDate).toBe('30 Février 2014')
    expect(namedFacts('CR 2014-02-30.docx').unrealDate).toBe('2014-02-30')
    expect(namedFacts('20140230_CR.docx').unrealDate).toBe('20140230')
    expect(namedFacts('20140230_CR_20140302.pdf').unrealDate).toBeNull()
    for (const number of ['CR dossier 12-34-2014', 'facture 200230 CR', 'lot 201402-30 plan'])
      expect(namedFacts(`${number}.docx`).unrealDate).toBeNull()
  })
  it('its number, version and the year of its folder', () => {
    expect(namedFacts('Séances/2023/ODJ séance n°3.docx')).toMatchObject({
      number: 3,
      year: 2023,
      version: 1,
    })
    expect(namedFacts('2023/convocation juin v2 corrigée.docx').version).toBe(2.5)
    expect(namedFacts('2023-2024/ODJ mars.docx').year).toBeNull()
  })
})

const facts = (given: Partial<OldFilesFacts>): OldFilesFacts => ({
  format: 'docx',
  kind: 'agenda',
  date: null,
  dateConfidence: 0.9,
  unrealDate: null,
  number: null,
  title: 'Instance de démonstration',
  startTime: '14:00',
  counts: { items: 4, participants: 0, decisions: 0, actions: 0 },
  itemConfidence: 0.9,
  warnings: [],
  topics: ['a', 'b', 'c', 'd'],
  decided: [],
  words: 'w',
  ...given,
})
let last = 0
const file = (path: string, given: Partial<OldFilesFacts> | null, sha256 = path): OldFile => {
  last += 1
  return {
    id: `01900000-0000-7000-8000-${String(last).padStart(12, '0')}`,
    path,
    sha256,
    sizeBytes: 1,
    code: given === null ? 'file-scanned' : null,
    facts: given === null ? null : facts({ words: sha256, ...given }),
  }
}
const states = (files: OldFile[], given: Partial<OldFilesWorld> = {}) =>
  oldFilesGroups(files, { ...world, ...given }).map(({ state, date, reasons }) => [
    state,
    date,
    reasons.join(),
  ])

describe('files of one meeting', () => {
  it('bear the title that another one writes in small letters', () => {
    const titles = (all: readonly string[]) =>
      oldFilesGroups(
        all.map((title, at) => file(`cr-${at}.docx`, { date: `2024-0${at + 1}-12`, title, kind: 'minutes' })),
        world,
      ).map(({ title }) => title)
    expect(titles(['COMITE DES BALISES', 'Comité des balises', 'BUREAU'])).toEqual([
      'Comité des balises',
      'Comité des balises',
      'BUREAU',
    ])
  })

  it('a moved meeting keeps its number: both dates are to be looked at', () => {
    expect(
      states([
        file('conv.docx', { date: '2024-03-12', number: 3, kind: 'convocation' }),
        file('cr.docx', { date: '2024-03-19', number: 3, kind: 'minutes' }),
      ]),
    ).toEqual([
      ['doubtful', '2024-03-12', 'number-on-other-date'],
      ['doubtful', '2024-03-19', 'number-on-other-date'],
    ])
  })
  it('a meeting made by hand is recognised and not doubled', () => {
    const there = { id: 'm', date: '2024-03-12', number: 3, seriesId: null, takenOver: null }
    const [group] = oldFilesGroups([file('odj.docx', { date: '2024-03-12' })], {
      ...world,
      meetings: [there],
    })
    expect(group).toMatchObject({ state: 'doubtful', meetingId: 'm', reasons: ['already-there'] })
  })
  it('what was taken in stays known under other names, and a new file of it is said', () => {
    const taken = new Map([['bytes', 'm']])
    expect(states([file('x/autre nom.docx', { date: '2024-03-12' }, 'bytes')], { taken })).toEqual([
      ['taken', '2024-03-12', ''],
    ])
    const both = [
      file('odj.docx', { date: '2024-03-12' }, 'bytes'),
      file('cr.docx', { date: '2024-03-12', kind: 'minutes' }),
    ]
    expect(states(both, { taken })).toEqual([['doubtful', '2024-03-12', 'adds-files']])
  })
  it('two bodies on one day are two meetings', () => {
    const two = [
      file('a.docx', { date: '2024-03-12', title: 'Commission des ports' }),
      file('b.docx', { date: '2024-03-12', title: 'Groupe Annuaire', topics: ['e', 'f', 'g'] }),
    ]
    expect(states(two).map(([state]) => state)).toEqual(['sure', 'sure'])
  })
  it('a day that is still to come is not a held meeting', () => {
    expect(states([file('a.docx', { date: '2026-12-01' })])).toEqual([['doubtful', '2026-12-01', 'not-past']])
  })
  it('with several series the one that is written is taken, and none without', () => {
    const series = [
      { id: 's1', name: 'Plénière' },
      { id: 's2', name: 'Groupe Identité' },
    ]
    const [written, not] = oldFilesGroups(
      [file('plénière/odj.docx', { date: '2024-03-12' }), file('odj.docx', { date: '2024-04-12' })],
      { ...world, series },
    )
    expect(written).toMatchObject({ state: 'sure', seriesId: 's1' })
    expect(not).toMatchObject({ state: 'doubtful', seriesId: null, reasons: ['series-unknown'] })
  })
})

/** Few days, numbers, titles and names, so that files meet. */
const someFile = fc
  .record({
    name: fc.constantFrom('odj', 'cr', 'odj 12-03-2024', 'cr 20240319', 'conv v2', '2024/odj n°3', 'note'),
    copy: fc.nat(3),
    ending: fc.constantFrom('docx', 'pdf', 'txt'),
    date: fc.constantFrom(null, '2024-03-12', '2024-03-19', '--03-12', '2027-01-05'),
    number: fc.constantFrom(null, 3, 4),
    kind: fc.constantFrom('agenda', 'minutes', 'convocation', 'unknown'),
    title: fc.constantFrom(null, 'Commission des ports', 'Groupe de travail Annuaire'),
    items: fc.constantFrom(0, 3),
    isRefused: fc.boolean(),
  } as const)
  .map(({ name, copy, ending, items, isRefused, ...said }) => ({
    path: `${copy}/${name}.${ending}`,
    given: isRefused
      ? null
      : {
          ...said,
          counts: { items, participants: 0, decisions: 0, actions: 0 },
          topics: items === 0 ? [] : ['a', 'b'],
        },
  }))
const someFiles = fc
  .uniqueArray(someFile, { selector: ({ path }) => path, maxLength: 14 })
  .map((all) =>
    all.map(({ path, given }) => file(path, given, `h${path.slice(2, 6)}${JSON.stringify(given)}`)),
  )
const idsOf = (groups: ReturnType<typeof oldFilesGroups>) =>
  groups.flatMap(({ files }) => files.map(({ id }) => id)).sort()

describe('whatever the files are', () => {
  it('every file is in exactly one group, and the order in which they come is of no account', () => {
    fc.assert(
      fc.property(someFiles, fc.integer(), (files, seed) => {
        const groups = oldFilesGroups(files, world)
        expect(idsOf(groups)).toEqual(files.map(({ id }) => id).sort())
        const turned = files
          .map((one, at) => ({ one, key: (at * 7919 + seed) % 101 }))
          .sort((a, b) => a.key - b.key)
        expect(
          oldFilesGroups(
            turned.map(({ one }) => one),
            world,
          ),
        ).toEqual(groups)
      }),
      { numRuns: 400 },
    )
  })
  it('what is sure has a past day, items, one number for one day, and nothing against it', () => {
    fc.assert(
      fc.property(someFiles, (files) => {
        const groups = oldFilesGroups(files, world)
        for (const group of groups.filter(({ state }) => state === 'sure')) {
          expect(group.reasons).toEqual([])
          expect(group.date !== null && group.date < world.today).toBe(true)
          expect(group.counts.items).toBeGreaterThan(0)
          expect(group.files.some(({ role }) => role === 'main')).toBe(true)
        }
        for (const { state, code, reasons } of groups) {
          expect(state === 'refused').toBe(code !== null)
          if (state === 'doubtful') expect(reasons.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 400 },
    )
  })
  it('once its files are taken in, nothing is sure any more and every such meeting is known', () => {
    fc.assert(
      fc.property(someFiles, (files) => {
        const sure = oldFilesGroups(files, world).filter(({ state }) => state === 'sure')
        const hashOf = new Map(files.map(({ id, sha256 }) => [id, sha256]))
        const taken = new Map(
          sure.flatMap(({ id, files: own }) =>
            own.map((one): [string, string] => [hashOf.get(one.id) ?? '', id]),
          ),
        )
        const meetings = sure.map(({ id, date, number, seriesId }) => ({
          id,
          date: date ?? '',
          number,
          seriesId,
          takenOver: 'locked' as const,
        }))
        const again = oldFilesGroups(files, { ...world, taken, meetings })
        expect(again.filter(({ state }) => state === 'sure')).toEqual([])
        expect(
          again
            .filter(({ state }) => state === 'taken')
            .map(({ meetingId }) => meetingId)
            .sort(),
        ).toEqual(sure.map(({ id }) => id).sort())
      }),
      { numRuns: 400 },
    )
  })
})
