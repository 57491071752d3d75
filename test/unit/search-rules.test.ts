// What a search means and how well a line fits it: pure rules, for any words.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestWords, slipsAllowed, slipsToStart } from '../../electron/domain/search/near.ts'
import { likeness, quality, spread, wantedOf } from '../../electron/domain/search/quality.ts'
import { readQuery, readSign, singular } from '../../electron/domain/search/query.ts'
import { heldTest, sentencesOf } from '../../electron/domain/search/sentences.ts'
import { speakerIn } from '../../electron/domain/search/speaker.ts'
import { foldedLine, isWhen, readWhen } from '../../electron/domain/search/when.ts'
import { fold, foldedWords } from '../../electron/domain/text/fold.ts'
import { months } from '../../electron/domain/text/french.ts'

const word = fc.stringMatching(/^[a-z]{5,12}$/)

describe('a slip', () => {
  it.each([
    ['marcheti', 'marchetti', 1],
    ['mrachetti', 'marchetti', 1],
    ['xarchetti', 'marchetti', 1],
    ['raccordement', 'raccordement', 0],
    ['racord', 'raccordement', 1],
  ])('%s is %s after %i', (typed, meant, slips) => {
    expect(slipsToStart(typed, meant, 2)).toBe(slips)
  })

  it('of one letter, of any kind and anywhere, is understood in a word of five letters and more', () => {
    fc.assert(
      fc.property(
        word,
        fc.nat(),
        fc.constantFrom('left out', 'doubled', 'replaced', 'exchanged'),
        (whole, at, how) => {
          const n = at % whole.length
          const typed = {
            'left out': whole.slice(0, n) + whole.slice(n + 1),
            doubled: whole.slice(0, n) + (whole[n] ?? '') + whole.slice(n),
            replaced: `${whole.slice(0, n)}ÿ${whole.slice(n + 1)}`,
            exchanged: whole.slice(0, n) + (whole[n + 1] ?? '') + (whole[n] ?? '') + whole.slice(n + 2),
          }[how]
          expect(nearestWords(typed, ['zzzzzzzzzzzz', whole], 2)[0]?.word).toBe(whole)
        },
      ),
    )
  })

  it('never costs more than its letters, nor less for a longer word', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const slips = slipsToStart(a, b, 12) ?? 12
        expect(slips).toBeLessThanOrEqual(a.length)
        expect(slipsToStart(a, `${b}suite`, 12) ?? 12).toBeLessThanOrEqual(slips)
        expect(slipsToStart(a, a + b, 0)).toBe(0)
      }),
    )
  })

  it('is not looked for in words of three letters', () => {
    expect([2, 3, 4, 9, 10].map(slipsAllowed)).toEqual([0, 0, 1, 1, 2])
    expect(nearestWords('amg', ['amf'], 3)).toEqual([])
  })
})

describe('a date', () => {
  it.each([
    ['12 mars', { year: null, month: 3, day: 12 }],
    ['le jeudi 12 mars 2026', { year: 2026, month: 3, day: 12 }],
    ['12/03', { year: null, month: 3, day: 12 }],
    ['12/03/26', { year: 2026, month: 3, day: 12 }],
    ['12.03.2026', { year: 2026, month: 3, day: 12 }],
    ['2026-03-12', { year: 2026, month: 3, day: 12 }],
    ['03/2026', { year: 2026, month: 3, day: null }],
    ['octobre 2024', { year: 2024, month: 10, day: null }],
    ['ocotbre 2024', { year: 2024, month: 10, day: null }],
    ['sept. 2025', { year: 2025, month: 9, day: null }],
    ['1er décembre', { year: null, month: 12, day: 1 }],
    ['en 2024', { year: 2024, month: null, day: null }],
  ])('is read in "%s"', (typed, when) => {
    expect(readWhen(foldedLine(typed))?.when).toEqual(when)
  })

  it.each([
    ['le mois prochain', { year: 2026, month: 12, day: null }],
    ['mois dernier', { year: 2026, month: 10, day: null }],
    ['textes du mois', { year: 2026, month: 11, day: null }],
    ['l’an dernier', { year: 2025, month: null, day: null }],
    ['cette année', { year: 2026, month: null, day: null }],
    ['décembre dernier', { year: 2025, month: 12, day: null }],
    ['octobre dernier', { year: 2026, month: 10, day: null }],
    ['mars prochain', { year: 2027, month: 3, day: null }],
    ['avant-hier', { year: 2026, month: 11, day: 22 }],
    ['aujourd’hui', { year: 2026, month: 11, day: 24 }],
  ])('is told from today in "%s"', (typed, when) => {
    expect(readWhen(foldedLine(typed), '2026-11-24')?.when).toEqual(when)
  })

  it('is a week, or the weekday before and after today', () => {
    const days = (typed: string) => readWhen(foldedLine(typed), '2026-11-24')?.when.days
    expect(days('la semaine prochaine')).toEqual([
      ...['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03'],
      ...['2026-12-04', '2026-12-05', '2026-12-06'],
    ])
    expect(days('réunion de lundi')).toEqual(['2026-11-23', '2026-11-30'])
    expect(days('jeudi dernier')).toEqual(['2026-11-19'])
    expect(isWhen('2026-11-23', { year: null, month: null, day: null, days: ['2026-11-23'] })).toBe(true)
    expect(isWhen('2026-11-24', { year: null, month: null, day: null, days: ['2026-11-23'] })).toBe(false)
  })

  it('is read in every way of writing it, and is that day', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.nat(3), (date, way) => {
        const iso = date.toISOString().slice(0, 10)
        const [y = '', m = '', d = ''] = iso.split('-')
        const typed =
          [`${Number(d)} ${months[Number(m) - 1]} ${y}`, `${d}/${m}/${y}`, iso, `${d}.${m}.${y}`][way] ?? ''
        const read = readWhen(foldedLine(`avant ${typed} apres`))
        expect(read?.when).toEqual({ year: Number(y), month: Number(m), day: Number(d) })
        expect(read !== null && isWhen(iso, read.when)).toBe(true)
        expect(read?.rest.split(/\s+/).join(' ')).toBe('avant apres')
      }),
    )
  })

  it('is none in 32/13, in words, or in a number alone', () => {
    for (const typed of ['32/13', 'annuaire partage', '12', '3 500 habitants'])
      expect([typed, readWhen(foldedLine(typed))]).toEqual([typed, null])
  })
})

describe('a query', () => {
  it.each([
    ['compte rendu mars', { about: 'minutes', when: { year: null, month: 3, day: null }, words: [] }],
    ['seance du 12 mars', { about: 'meeting', when: { year: null, month: 3, day: 12 }, words: [] }],
    ['CR n° 11', { about: 'minutes', meetingNumber: 11, words: [] }],
    [
      'séance 11 de 2025',
      { about: 'meeting', meetingNumber: 11, when: { year: 2025, month: null, day: null } },
    ],
    ['odj de la prochaine séance', { about: 'agenda', place: 'next', words: [] }],
    ['dernier PV', { about: 'minutes', place: 'last', words: [] }],
    ['D-2026-11-02', { number: { of: 'decision', year: 2026, meeting: 11, rank: 2 }, words: [] }],
    ['a 2026 9 1', { number: { of: 'action', year: 2026, meeting: 9, rank: 1 } }],
    ['D-2026-11', { number: { of: 'decision', year: 2026, meeting: 11, rank: null } }],
    ['décret n° 2024-1234', { when: null, words: ['decret', '2024', '1234'] }],
    ['l’annuaire des communes', { words: ['annuaire', 'communes'] }],
    ['marcheti D-2026-11-02', { words: ['marcheti'] }],
    ['décision n° 2 de la séance 11', { about: 'decision', rank: 2, meetingNumber: 11, words: [] }],
    ['action 5 du 12 novembre', { about: 'action', rank: 5, when: { year: null, month: 11, day: 12 } }],
    ['point 4 de la séance 11', { about: 'item', rank: 4, meetingNumber: 11 }],
    ['décision 2026-11-2', { number: { of: 'decision', year: 2026, meeting: 11, rank: 2 } }],
    ['a/2026/11/05', { number: { of: 'action', year: 2026, meeting: 11, rank: 5 } }],
    ['report à 2027', { number: null, when: { year: 2027, month: null, day: null }, words: ['report'] }],
    ['n° 11 2025', { meetingNumber: 11, when: { year: 2025, month: null, day: null } }],
    ['séance n°5/2023', { meetingNumber: 5, when: { year: 2023, month: null, day: null } }],
    ['pv 10/2025', { meetingNumber: null, when: { year: 2025, month: 10, day: null } }],
    ['11e séance', { meetingNumber: 11, about: 'meeting', words: [] }],
    ['pv de l’avant-dernière séance', { about: 'minutes', place: 'beforeLast', words: [] }],
    ['Mme Fontvieille', { words: ['fontvieille'] }],
    ['NOR : ZZZT2690377A', { words: ['zzzt2690377a'], all: ['zzzt2690377a'] }],
    ['comte rendu mars', { about: 'minutes', when: { year: null, month: 3, day: null }, words: [] }],
    ['convocaton décembre', { about: 'dispatch', words: [] }],
    ['convocaton', { about: null, words: ['convocaton'] }],
  ])('"%s" is read', (typed, read) => {
    expect(readQuery(typed)).toMatchObject(read)
  })

  it('of any text is read without failing, and none of its words is lost from the whole', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const { all, words } = readQuery(typed)
        const known = foldedWords(typed)
        for (const one of [...all, ...words]) expect(known).toContain(one)
      }),
    )
  })

  it('keeps to one thing after its sign', () => {
    expect(readSign('@march')).toEqual({ only: 'persons', words: 'march' })
    expect(readSign(' > convoquer')).toEqual({ only: 'acts', words: 'convoquer' })
    expect(readSign('"petites communes"')).toEqual({ only: 'said', words: 'petites communes' })
    expect(readSign('@')).toEqual({ only: 'persons', words: '' })
    expect(readSign('annuaire')).toEqual({ only: null, words: 'annuaire' })
  })

  it('knows the singular of a plural', () => {
    expect(['communes', 'régionaux', 'bas', 'avis', '2024s'].map((one) => singular(fold(one)))).toEqual([
      'commune',
      'regional',
      null,
      'avi',
      null,
    ])
  })
})

describe('a line', () => {
  const fits = (typed: string, title: string) => quality(wantedOf(foldedWords(typed)), foldedWords(title))

  it('fits the better, the less else its title says', () => {
    expect(fits('annuaire', 'Annuaire')).toBeGreaterThan(fits('annuaire', 'Annuaire partagé'))
    expect(fits('annuaire', 'Annuaire partagé')).toBeGreaterThan(
      fits('annuaire', 'Le nouvel annuaire partagé des services'),
    )
    expect(fits('march', 'Marchetti')).toBeGreaterThan(fits('march', 'Avis de marché'))
    expect(fits('communes', 'La commune nouvelle')).toBeGreaterThan(fits('communes', 'Les régions'))
  })

  it('with every word in its title fits better than any with fewer, whatever the words', () => {
    const words = fc.uniqueArray(word, { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(words, words, (typed, others) => {
        const wanted = wantedOf(typed)
        const whole = quality(wanted, [...others, ...typed])
        const half = quality(wanted, [typed[0] ?? '', ...others.filter((one) => !typed.includes(one))])
        expect(whole).toBeGreaterThan(60)
        expect(whole).toBeLessThanOrEqual(100)
        expect(half).toBeLessThanOrEqual(whole)
        for (const one of wanted) expect(likeness(one, one.typed)).toBe(1)
      }),
    )
  })

  it('of a kind does not crowd out the others', () => {
    const lines = [
      ...Array.from({ length: 9 }, (_, at) => ({ kind: 'text', mark: 90 - at / 10 })),
      { kind: 'person', mark: 86 },
      { kind: 'project', mark: 84 },
    ]
    const first = spread(lines, {
      kindOf: ({ kind }) => kind,
      nameOf: ({ mark }) => String(mark),
      markOf: ({ mark }) => mark,
      count: 3,
    })
    expect(first.map(({ kind }) => kind)).toEqual(['text', 'person', 'project'])
  })
})

describe('a sentence', () => {
  const cut = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end))

  it('ends at its stop, not at that of a title or an article', () => {
    expect(cut('M. Berthaud cite l’art. 3. L’ACD demande : « Quand ? » Rien.\nSuite')).toEqual([
      'M. Berthaud cite l’art. 3.',
      'L’ACD demande : « Quand ? »',
      'Rien.',
      'Suite',
    ])
  })

  it('of any text is a stretch of it, in order, and nothing but spaces is left out', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('A', 'b', '.', '?', ' ', '\n', '«', '»', '3') }),
        (text) => {
          const found = sentencesOf(text)
          let at = 0
          for (const { start, end } of found) {
            expect(text.slice(at, start).trim()).toBe('')
            expect(end).toBeGreaterThan(start)
            at = end
          }
          expect(text.slice(at).trim()).toBe('')
        },
      ),
    )
  })

  it('holds a word as it would once folded, however it is accented', () => {
    const letters = fc.constantFrom(...'aàâeéèêëiîoôœæuùcçnñstrl', ' ', '’', '-', 'š', 'e\u0301')
    fc.assert(
      fc.property(
        fc.string({ unit: letters, maxLength: 40 }),
        fc.stringMatching(/^[aceinorstul]{2,4}$/),
        (text, typed) => {
          const wanted = { typed, forms: [{ word: typed, isStart: true }] }
          const isHeld = foldedWords(text).some((one) => one.startsWith(typed))
          expect(heldTest(wanted)(text)).toBe(isHeld)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('is told to be of the body that it names first', () => {
    const bodies = [
      { name: 'Association des communes de démonstration', acronym: 'ACD' },
      { name: 'Fédération rurale de l’exemple', acronym: 'FRE' },
    ]
    expect(speakerIn('L’ACD rappelle à la FRE son accord.', bodies)).toBe('ACD')
    expect(speakerIn('La fédération rurale craint la double saisie.', bodies)).toBe('FRE')
    expect(speakerIn('Le point est reporté.', bodies)).toBe('')
  })
})
