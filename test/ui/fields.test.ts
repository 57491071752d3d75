import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Id } from '../../electron/domain/ids.ts'
import { plural } from '../../electron/domain/text/plural.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { href, readPlace } from '../../renderer/app/paths.ts'
import { markedParts } from '../../renderer/features/home/search/palette-entry.ts'
import { parseDuration, parseShare, parseTime, parseWhole } from '../../renderer/ui/parse-french.ts'

describe('hours', () => {
  it.each([
    ['14h30', '14:30'],
    ['14 h 30', '14:30'],
    ['14\u00a0h\u00a030', '14:30'],
    ['9h', '09:00'],
    ['9', '09:00'],
    ['1430', '14:30'],
    ['930', '09:30'],
    ['14:05', '14:05'],
    ['14.30', '14:30'],
    ['0h', '00:00'],
    ['14 heures 30', '14:30'],
    ['1 heure', '01:00'],
    ['14 h 30 min', '14:30'],
  ])('%s is %s', (text, value) => {
    expect(parseTime(text)).toEqual({ ok: true, value })
  })

  it.each(['24h', '14h60', 'midi', '14h3', '-1', '14h30 environ', '99999'])(
    '%s is not understood',
    (text) => {
      expect(parseTime(text)).toEqual({ ok: false })
    },
  )

  it('an empty text is no hour', () => {
    expect(parseTime('  ')).toEqual({ ok: true, value: null })
  })
})

describe('durations', () => {
  it.each([
    ['45', 45],
    ['45 min', 45],
    ['1h30', 90],
    ['1 h 30', 90],
    ['1:30 min', 90],
    ['1 heure et demie', 90],
    ['Deux heures', 120],
    ['une heure et quart', 75],
    ['2 h et demie', 150],
    ['1:15', 75],
    ['2h', 120],
    ['0', 0],
    ['1 heure', 60],
    ['1\u00a0heure 30', 90],
    ['45’', 45],
    ['1,5 h', 90],
    ['Une demi-heure', 30],
    ['1 440 min', 1440],
  ])('%s is %i minutes', (text, value) => {
    expect(parseDuration(text)).toEqual({ ok: true, value })
  })

  it.each(['25h', '1441', 'longtemps', '1h30 ou 2h', '1,7 h', '45 h'])('%s is not understood', (text) => {
    expect(parseDuration(text)).toEqual({ ok: false })
  })
})

describe('numbers', () => {
  it('keep to their bounds', () => {
    expect(parseWhole('12', 1, 999)).toEqual({ ok: true, value: 12 })
    expect(parseWhole('0', 1, 999)).toEqual({ ok: false })
    expect(parseWhole('1,5', 1, 999)).toEqual({ ok: false })
  })

  it('are read with the unit that their label says, and with no other', () => {
    const label = 'Relecture par les membres, en jours'
    for (const text of ['15', '15 jours', '15jours', '15 jour'])
      expect(parseWhole(text, 1, 120, label)).toEqual({ ok: true, value: 15 })
    expect(parseWhole('15 mois', 1, 120, label)).toEqual({ ok: false })
    expect(parseWhole('15 jours', 1, 120)).toEqual({ ok: false })
    for (const [text, other] of [
      ['10 me', 'Taille maximale d’un message, en Mo'],
      ['10 message', 'Taille maximale d’un message, en Mo'],
      ['12 son', 'Représentations par personne, au plus'],
    ] as const)
      expect(parseWhole(text, 1, 120, other)).toEqual({ ok: false })
    expect(parseWhole('10 Mo', 1, 120, 'Taille maximale d’un message, en Mo')).toEqual({
      ok: true,
      value: 10,
    })
    expect(parseWhole('24 mois', 1, 120, 'mois')).toEqual({ ok: true, value: 24 })
    expect(parseWhole('50 €', 1, 120, 'Charges par an (€)')).toEqual({ ok: true, value: 50 })
  })

  it.each([
    ['50', 50],
    ['50 %', 50],
    ['50\u00a0%', 50],
    ['50 pour cent', 50],
    ['la moitié', 50],
    ['1/2', 50],
    ['33,3', 33],
    ['33,33 %', 33],
    ['1/3', 33],
    ['un tiers', 33],
    ['le tiers', 33],
    ['66,7 %', 67],
    ['66,6', 67],
    ['2/3', 67],
    ['les deux tiers', 67],
    ['trois quarts', 75],
    ['1/5', 20],
    ['3/3', 100],
    ['', null],
  ])('%j is a share of %s percent', (text, value) => {
    expect(parseShare(text)).toEqual({ ok: true, value })
  })

  it.each(['0', '101', '150 %', '33,5', '1/7', '1/0', '0/3', '4/3', 'beaucoup', '50 jours'])(
    '%j is no share that is counted',
    (text) => expect(parseShare(text)).toEqual({ ok: false }),
  )

  it('are singular below two, in French, and grouped by thousands', () => {
    expect(plural(0, 'point', 'points')).toBe('0\u00a0point')
    expect(plural(1, 'point', 'points')).toBe('1\u00a0point')
    expect(plural(12345, 'point', 'points')).toBe('12\u202f345\u00a0points')
  })
})

describe('ids', () => {
  it('are valid, never twice the same, and sort by time', () => {
    const ids = [1, 1_000, 1_790_000_000_000, 281_474_976_710_655].map((now) => newId(now))
    for (const id of ids) expect(Id.safeParse(id).success).toBe(true)
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(Array.from({ length: 1000 }, () => newId())).size).toBe(1000)
  })
})

describe('addresses', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
        (meetingId, focusId) => {
          const place = readPlace(href('agenda', { meetingId }, focusId))
          expect(place).toEqual({ id: 'agenda', params: { meetingId }, focusId: focusId ?? null })
        },
      ),
    )
  })

  it('unknown lead home', () => {
    expect(readPlace('#/nulle-part').id).toBe('home')
    expect(readPlace('').id).toBe('home')
    expect(readPlace('#/seances/%/preparation').id).toBe('home')
  })
})

describe('marks of a result', () => {
  it('give back the whole text whatever the ranges', () => {
    const ranges = fc.array(fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]): [number, number] => [a, a + b]))
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), ranges, (text, marks) => {
        expect(
          markedParts(text, marks)
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
