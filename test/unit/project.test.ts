import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  audienceTotals,
  blankProject,
  isRegulatory,
  isStillAsked,
  isWishedFor,
} from '../../electron/domain/projects/project.ts'
import { reordered } from '../../electron/domain/projects/project-reference.ts'

const day = fc
  .integer({ min: 0, max: 4000 })
  .map((offset) => new Date(Date.UTC(2024, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10))
const amount = fc.option(fc.integer({ min: 0, max: 1_000_000_000 }))
const line = fc.record({ headcount: amount, yearlyCost: amount, yearlySaving: amount })

describe('a slot asked for', () => {
  it('is answered by a later meeting alone, and stays so as further ones hear it', () => {
    fc.assert(
      fc.property(day, day, day, (receivedOn, one, other) => {
        const asked = { receivedOn, wishedOn: null }
        const [first, last] = [one, other].sort() as [string, string]
        expect(isStillAsked(asked, null)).toBe(true)
        expect(isStillAsked(asked, receivedOn)).toBe(true)
        if (!isStillAsked(asked, first)) expect(isStillAsked(asked, last)).toBe(false)
        expect(isStillAsked(asked, first)).toBe(first <= receivedOn)
      }),
    )
  })

  it('once wished for by a day is so by every later one', () => {
    fc.assert(
      fc.property(fc.option(day), day, day, (wishedOn, one, other) => {
        const [first, last] = [one, other].sort() as [string, string]
        const asked = { receivedOn: first, wishedOn }
        if (isWishedFor(asked, first)) expect(isWishedFor(asked, last)).toBe(true)
      }),
    )
  })
})

describe('figures', () => {
  it('add up whatever their order, and nothing known is not zero', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (rows) => {
        const totals = audienceTotals(rows)
        expect(audienceTotals([...rows].reverse())).toEqual(totals)
        for (const key of ['headcount', 'yearlyCost', 'yearlySaving'] as const) {
          const known = rows.flatMap((row) => row[key] ?? [])
          expect(totals[key]).toBe(known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0))
        }
      }),
    )
  })
})

describe('order', () => {
  it('keeps every one of them, and puts the moved one where it was asked', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 20 }),
        fc.nat(30),
        fc.nat(30),
        (numbers, which, index) => {
          const list = numbers.map((number) => ({ id: String(number) }))
          const id = list[which % list.length]?.id ?? ''
          const after = reordered(list, id, index)
          expect(after.map((one) => one.id).sort()).toEqual(list.map((one) => one.id).sort())
          expect(after.findIndex((one) => one.id === id)).toBe(Math.min(index, list.length - 1))
          const others = (all: readonly { id: string }[]) => all.filter((one) => one.id !== id)
          expect(others(after)).toEqual(others(list))
        },
      ),
    )
  })
})

describe('rules at stake', () => {
  it.each([
    [{}, 0, false],
    [{ regulatorySide: ' ' }, 0, false],
    [{ cnilOpinion: 'notNeeded' as const }, 0, false],
    [{ cnilOpinion: 'needed' as const }, 0, true],
    [{ regulatorySide: 'Un arrêté.' }, 0, true],
    [{}, 1, true],
  ])('%j with %d linked texts: %s', (change, texts, expected) => {
    expect(isRegulatory({ ...blankProject, ...change }, texts)).toBe(expected)
  })
})
