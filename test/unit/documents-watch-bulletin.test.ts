import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import type { BulletinItem } from '../../electron/documents/watch-bulletin/entry.ts'
import { periodCode, watchBulletinModel } from '../../electron/documents/watch-bulletin/model.ts'
import { formatPeriod } from '../../electron/domain/text/french.ts'
import { comesIntoForceAsUsual, horizonOf, partOf, soonOf } from '../../electron/domain/watch/period.ts'
import { WatchFollowUp, WatchNature, WatchStatus } from '../../electron/domain/watch/watch.ts'
import { pdfFaults, structuredText } from '../documents-check/pdf-faults.ts'
import { bulletinFile, fullBulletin, november, watchItem } from './documents-outside-meetings.ts'

type Model = ReturnType<typeof watchBulletinModel>
const entries = ({ parts }: Model) => parts.flatMap(({ groups }) => groups.flatMap((group) => group.entries))
const titles = (model: Model) => entries(model).map(({ title }) => title)
const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '')

const date = fc
  .integer({ min: 0, max: 500 })
  .map((days) => new Date(Date.UTC(2026, 4, 1) + days * 86_400_000).toISOString().slice(0, 10))
const maybe = fc.option(date, { nil: null })
/** Each with a title that no other has. */
const items: fc.Arbitrary<BulletinItem[]> = fc
  .array(
    fc.record({
      nature: fc.constantFrom(...WatchNature.options),
      status: fc.constantFrom(...WatchStatus.options),
      followUp: fc.constantFrom(...WatchFollowUp.options),
      publishedOn: maybe,
      inForceOn: maybe,
      appliesOn: maybe,
    }),
    { maxLength: 40 },
  )
  .map((list) => list.map((fields, rank) => watchItem(rank, { ...fields, title: `Texte ${rank}.` })))
const periods = fc.tuple(date, date).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))

describe('the texts of a bulletin', () => {
  it('are every text of the period once, and no other', () => {
    fc.assert(
      fc.property(items, periods, (all, period) => {
        const listed = titles(watchBulletinModel(bulletinFile(all, period)))
        const found = all.filter((item) => listed.some((title) => title.includes(item.title)))
        expect(listed).toHaveLength(found.length)
        const preparing = ['announced', 'draft', 'consultation', 'signed']
        const horizon = horizonOf(period)
        const within = (day: string | null, last: string) => day !== null && day >= period.from && day <= last
        for (const item of all) {
          const isOut = item.publishedOn !== null && item.publishedOn <= period.to
          const isPublished = isOut && within(item.publishedOn, period.to)
          const isPrepared = !isOut && preparing.includes(item.status)
          const isDue =
            (isOut || item.publishedOn === null) &&
            item.status !== 'repealed' &&
            (within(item.inForceOn, horizon) || within(item.appliesOn, horizon))
          expect([item.title, found.includes(item)]).toEqual([item.title, isPublished || isPrepared || isDue])
        }
      }),
    )
  })

  it('are numbered as they are read, whatever the order they come in', () => {
    fc.assert(
      fc.property(items, periods, (all, period) => {
        const model = watchBulletinModel(bulletinFile(all, period))
        expect(entries(model).map(({ number }) => number)).toEqual(
          entries(model).map((_, index) => String(index + 1)),
        )
        expect(watchBulletinModel(bulletinFile(all.toReversed(), period))).toEqual(model)
      }),
    )
  })

  it('stand by nature then by date, what is not out by its state', () => {
    expect(
      watchBulletinModel(fullBulletin()).parts.map(({ heading, groups }) => [
        heading,
        groups.map((group) => [group.heading, ...group.entries.map(({ number }) => number)]),
      ]),
    ).toEqual([
      [
        'Textes parus',
        [
          ['Lois', '1'],
          ['Décrets', '2'],
          ['Arrêtés', '3'],
        ],
      ],
      [
        'Textes en préparation',
        [
          ['En consultation', '4'],
          ['En projet', '5'],
          ['Annoncés', '6'],
        ],
      ],
      ['Échéances de textes déjà parus', [['Décrets', '7']]],
    ])
  })

  it('name no meeting that left them', () => {
    const left = JSON.stringify(fullBulletin()).replaceAll('"heard"', '"left"')
    expect(JSON.stringify(watchBulletinModel(JSON.parse(left)))).not.toContain('séance n°')
  })

  it('are counted at the head, by part and by what they are', () => {
    expect(watchBulletinModel(fullBulletin()).facts.map(({ label, value }) => `${label} ${value}`)).toEqual([
      'Parus 3\u00a0textes\u00a0: 1\u00a0loi, 1\u00a0décret, 1\u00a0arrêté',
      'En préparation 3\u00a0textes\u00a0: 1\u00a0en consultation, 1\u00a0en projet, 1\u00a0annoncé',
      'Échéances 4\u00a0textes à échéance d’ici au 31\u00a0mai 2027, dont 3 parmi les parus\u00a0: 1\u00a0loi, 2\u00a0décrets, 1\u00a0arrêté',
      'À présenter 2\u00a0textes',
    ])
  })

  it('are said to be none of a part in words that agree with every label', () => {
    const { facts } = watchBulletinModel({ ...fullBulletin(), items: [] })
    expect(new Set(facts.map(({ value }) => value))).toEqual(new Set(['Aucun texte']))
  })

  it('are parted from a title that begins anew', () => {
    const item = watchItem(1, { number: '2026-9001', title: 'Registres locaux', publishedOn: '2026-11-03' })
    expect(titles(watchBulletinModel(bulletinFile([item])))).toEqual([
      'Décret n°\u00a02026-9001, Registres locaux',
    ])
  })

  it('say their identity, dates, audience, follow-up and source', () => {
    const entry = entries(watchBulletinModel(fullBulletin()))[1]
    expect(entry?.title).toBe(
      'Décret n°\u00a02026-9001 relatif au plan de conservation des documents numériques des collectivités',
    )
    expect(entry?.lines).toHaveLength(2)
    expect(entry?.facts).toEqual([
      {
        label: 'Références',
        value: 'NOR\u00a0:\u00a0ZZZZ2600001D, Ministère de l’exemple',
        href: null,
      },
      {
        label: 'Dates',
        value:
          'Parution le\u00a03\u00a0novembre 2026, entrée en vigueur le\u00a04\u00a0novembre 2026, application le\u00a01er\u00a0janvier 2027',
        href: null,
      },
      {
        label: 'Public concerné',
        value: 'Communes et groupements de plus de 3\u202f500 habitants',
        href: null,
      },
      { label: 'Suivi', value: 'À présenter, séance n°\u00a011 du 10\u00a0décembre 2026', href: null },
      {
        label: 'Source',
        value: 'exemple.invalid/jorf/id/JORFTEXT000000000001',
        href: 'https://exemple.invalid/jorf/id/JORFTEXT000000000001',
      },
    ])
  })

  it.each(['http://exemple.invalid/ancien', 'javascript:alert(1)', 'file:///etc/hosts', 'https://[', 'JO'])(
    'link to nothing but https: %s',
    (sourceUrl) => {
      const model = watchBulletinModel(bulletinFile([watchItem(1, { status: 'draft', sourceUrl })]))
      expect(entries(model)[0]?.facts.at(-1)).toEqual({ label: 'Source', value: sourceUrl, href: null })
    },
  )
})

describe('the dates to keep in mind', () => {
  it('are in order, each with the text it belongs to', () => {
    expect(
      watchBulletinModel(fullBulletin()).dates?.rows.map((row) => [row.date, row.what, row.entry, row.name]),
    ).toEqual([
      ['1er\u00a0janv.\u00a02027', 'Entrée en vigueur et application', '1', 'Loi n°\u00a02026-9003'],
      ['1er\u00a0janv.\u00a02027', 'Application', '2', 'Décret n°\u00a02026-9001'],
      ['1er\u00a0janv.\u00a02027', 'Application', '7', 'Décret n°\u00a02026-8007'],
      [
        '31\u00a0mars\u00a02027',
        'Application',
        '3',
        'Arrêté du 5\u00a0novembre 2026 fixant le modèle de déclaration d’accessibilité',
      ],
      ['1er\u00a0sept.\u00a02027', 'Application', '4', 'Projet de décret relatif aux registres locaux'],
    ])
  })

  it('leave out the day after a publication, and what a repealed text announced', () => {
    const usual = { publishedOn: '2026-11-03', inForceOn: '2026-11-04' }
    expect(comesIntoForceAsUsual(usual)).toBe(true)
    expect(comesIntoForceAsUsual({ ...usual, inForceOn: '2026-11-05' })).toBe(false)
    const model = watchBulletinModel(
      bulletinFile([
        watchItem(1, usual),
        watchItem(2, { publishedOn: '2026-11-03', status: 'repealed', appliesOn: '2027-01-01' }),
      ]),
    )
    expect(model.dates).toBeNull()
    expect(titles(model)).toHaveLength(2)
  })
})

describe('the short bulletin', () => {
  const short = (items: readonly BulletinItem[]) => watchBulletinModel(bulletinFile(items, november, 'news'))

  it('says by public what came out and what soon applies, new texts and dates in order', () => {
    const { news, parts, dates, facts } = watchBulletinModel({ ...fullBulletin(), scope: 'news' })
    expect([parts, dates]).toEqual([[], null])
    // What came out before was told then.
    const lines = news.flatMap(({ rows }) => rows.flatMap((row) => row.lines)).join(' ')
    expect([/modèle unique/.test(lines), /factures/.test(lines)]).toEqual([true, false])
    // What only the whole bulletin holds is not counted.
    expect(facts.map(({ label }) => label)).toEqual(['Parus', 'Échéances', 'À présenter'])
    expect(news.map(({ heading, rows }) => [heading, ...rows.map(({ when }) => when.join(' / '))])).toEqual(
      [
        ['Collectivités et opérateurs', 'Paru le 21 nov. 2026 / Applicable le 1er janv. 2027'],
        [
          'Communes et groupements de plus de 3\u202f500 habitants',
          'Paru le 3 nov. 2026 / Applicable le 1er janv. 2027',
        ],
        ['Établissements publics locaux', 'Applicable le 1er janv. 2027'],
        ['Toutes les collectivités', 'Paru le 6 nov. 2026'],
      ].map((row) => row.map((words) => words.replace(/(?<=le|\d|er|\.) (?=[\dn]|j)/gu, '\u00a0'))),
    )
  })

  it('holds every text that came out, and each date until the end of the second month after', () => {
    fc.assert(
      fc.property(items, periods, (all, period) => {
        const { news } = watchBulletinModel(bulletinFile(all, period, 'news'))
        const said = news.flatMap(({ rows }) => rows.map(({ title }) => title))
        expect(new Set(said).size).toBe(said.length)
        for (const item of all) {
          const isTold = said.some((title) => title.includes(item.title))
          const isNew = partOf(item, period) === 'published'
          const soon = [item.inForceOn, item.appliesOn].some(
            (day) => day !== null && day >= period.from && day <= soonOf(period),
          )
          if (isNew) expect([item.title, isTold]).toEqual([item.title, true])
          if (isTold) expect([item.title, isNew || soon]).toEqual([item.title, true])
        }
      }),
    )
  })

  it('of a month of 64 texts and 130 dates has twelve pages at most, and is sound', async () => {
    const publics = [
      'Communes',
      'Départements et régions',
      'Toutes les collectivités',
      'Établissements publics locaux',
      '',
    ]
    const list = Array.from({ length: 190 }, (_, rank) =>
      watchItem(rank, {
        number: `2026-9${rank}`,
        title: 'relatif au volet « raccordement » du projet « Catalogue des données locales », phase 3',
        publishedOn: rank < 64 ? `2026-11-${String(1 + (rank % 30)).padStart(2, '0')}` : '2026-02-02',
        appliesOn: rank < 64 ? null : `2027-0${1 + (rank % 5)}-15`,
        audience: publics[rank % publics.length] ?? '',
        consequences: rank % 2 === 0 ? 'Une obligation nouvelle pour les communes et leurs groupements.' : '',
        sourceUrl: 'https://exemple.invalid/texte',
      }),
    )
    const { bytes, pageCount } = await renderPdf(short(list))
    expect(pageCount).toBeLessThanOrEqual(12)
    expect(await pdfFaults(bytes)).toEqual([])
  }, 60_000)
})

describe('the period', () => {
  it('is said in words, and names a whole month in the reference', () => {
    expect(formatPeriod('2026-11-01', '2026-11-30')).toBe('du 1er au 30\u00a0novembre 2026')
    expect(formatPeriod('2026-11-13', '2026-12-10')).toBe('du 13\u00a0novembre au 10\u00a0décembre 2026')
    expect(formatPeriod('2025-12-11', '2026-01-08')).toBe('du 11\u00a0décembre 2025 au 8\u00a0janvier 2026')
    expect(formatPeriod('2026-11-03', '2026-11-03')).toBe('du 3\u00a0novembre 2026')
    expect(periodCode(november)).toBe('2026-11')
    expect(periodCode({ from: '2026-11-13', to: '2026-12-10' })).toBe('2026-11-13_2026-12-10')
    expect(horizonOf({ from: '2026-08-01', to: '2026-08-31' })).toBe('2027-02-28')
  })

  it('dates the file at the noon of its last day, past or to come', () => {
    const { head } = watchBulletinModel(bulletinFile([], { from: '2031-01-01', to: '2031-03-31' }))
    expect(head.metadata.date).toEqual({ year: 2031, month: 3, day: 31, hour: 12, minute: 0 })
    expect(head.metadata.title).toBe(
      'Bulletin de veille réglementaire du 1er\u00a0janvier au 31\u00a0mars 2031, Instance nationale partenariale',
    )
    expect(partOf(watchItem(1, { status: 'draft' }), { from: '2031-01-01', to: '2031-03-31' })).toBe(
      'preparation',
    )
  })
})

describe('the PDF', () => {
  it('is sound, read in the order of its model, and the same each time', async () => {
    const model = watchBulletinModel(fullBulletin())
    const { bytes } = await renderPdf(model)
    expect(await pdfFaults(bytes)).toEqual([])
    const read = letters((await structuredText(bytes)).join(' '))
    let at = 0
    for (const { title, lines, facts } of entries(model))
      for (const words of [title, ...lines, ...facts.flatMap((row) => [row.label, row.value])]) {
        const found = read.indexOf(letters(words), at)
        expect([words, found >= at]).toEqual([words, true])
        at = found + letters(words).length
      }
    expect(Buffer.from((await renderPdf(model)).bytes).equals(Buffer.from(bytes))).toBe(true)
  })

  const hostile = '# Titre *gras* <script>alert(1)</script> ] $x$ @cible \\ \u0007 \ud800 😀 שלום /* "'
  const sizes: readonly (readonly [string, BulletinItem[]])[] = [
    ['of an empty period', []],
    ['of texts without any date', [watchItem(1, { status: 'announced' }), watchItem(2, { status: 'draft' })]],
    [
      'of titles of 600 characters',
      [
        watchItem(1, {
          title: 'Très long titre '.repeat(38).trim(),
          publishedOn: '2026-11-03',
          appliesOn: '2027-01-01',
        }),
        watchItem(2, {
          title: 'x'.repeat(600),
          status: 'draft',
          appliesOn: '2027-01-01',
          audience: 'y'.repeat(500),
        }),
      ],
    ],
    [
      'of hostile markup',
      [
        watchItem(1, {
          title: hostile,
          number: '#n',
          nor: '$NOR',
          ministry: hostile,
          audience: hostile,
          consequences: `${hostile}\n${hostile}`,
          sourceUrl: 'https://exemple.invalid/#"*_<b>',
          publishedOn: '2026-11-03',
          appliesOn: '2027-01-01',
        }),
      ],
    ],
    [
      'of 400 texts',
      Array.from({ length: 400 }, (_, rank) =>
        watchItem(rank, {
          nature: WatchNature.options[rank % WatchNature.options.length] ?? 'autre',
          number: rank % 2 === 0 ? `2026-9${rank}` : '',
          publishedOn: `2026-11-${String(1 + (rank % 30)).padStart(2, '0')}`,
          appliesOn: rank % 3 === 0 ? '2027-01-01' : null,
          consequences: 'Une obligation nouvelle pour les communes.',
          sourceUrl: 'https://exemple.invalid/texte',
        }),
      ),
    ],
  ]
  it.each(sizes)('%s is sound', { timeout: 60_000 }, async (_, list) => {
    const model = watchBulletinModel(bulletinFile(list))
    expect(titles(model)).toHaveLength(list.length)
    const { bytes } = await renderPdf(model)
    expect(await pdfFaults(bytes)).toEqual([])
  })
})
