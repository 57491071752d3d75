import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  askedCount,
  awaited,
  expectedOnSite,
  ReplyAnswer,
  replyCounts,
  standingReply,
} from '../../electron/domain/attendance/reply.ts'

type Asked = Parameters<typeof replyCounts>[0][number]

const asked = (
  personId: string,
  role: Asked['role'],
  answer: ReplyAnswer | null,
  organisation = 'Organisme d’exemple',
): Asked => ({
  personId,
  role,
  organisation,
  givenName: personId,
  familyName: 'Exemple',
  reply: answer === null ? null : { answer, representedBy: '' },
  beforeMove: false,
})
const ids = (people: readonly Asked[]) => people.map(({ personId }) => personId)

describe('whose answer is awaited', () => {
  it('is not the deputy’s as long as a titulaire comes or may come', () => {
    for (const answer of [null, 'onSite', 'remote', 'represented'] as const) {
      const people = [asked('titulaire', 'titulaire', answer), asked('deputy', 'suppleant', null)]
      expect(ids(awaited(people))).toEqual(answer === null ? ['titulaire'] : [])
    }
  })

  it('is the deputy’s once every titulaire is excused, or when there is none', () => {
    const deputy = asked('deputy', 'suppleant', null)
    expect(ids(awaited([asked('a', 'titulaire', 'excused'), deputy]))).toEqual(['deputy'])
    expect(ids(awaited([asked('a', 'titulaire', 'excused'), asked('b', 'titulaire', null), deputy]))).toEqual(
      ['b'],
    )
    expect(ids(awaited([asked('a', 'titulaire', 'onSite', 'Autre'), deputy]))).toEqual(['deputy'])
  })
})

describe('who may come into the room', () => {
  it('is whoever said so, and whoever has not said; a deputy only when the titulaire may be away', () => {
    const coming = (answer: ReplyAnswer | null) =>
      ids(expectedOnSite([asked('titulaire', 'titulaire', answer), asked('deputy', 'suppleant', null)]))
    expect(coming(null)).toEqual(['titulaire', 'deputy'])
    expect(coming('excused')).toEqual(['deputy'])
    expect(coming('onSite')).toEqual(['titulaire'])
    expect(coming('remote')).toEqual([])
    expect(coming('represented')).toEqual([])
    expect(ids(expectedOnSite([asked('guest', 'guest', null), asked('far', 'guest', 'remote')]))).toEqual([
      'guest',
    ])
  })
})

describe('the counts', () => {
  const people = fc.uniqueArray(fc.uuid(), { maxLength: 60 }).chain((ids) =>
    fc.tuple(
      ...ids.map((personId) =>
        fc.record({
          personId: fc.constant(personId),
          role: fc.constantFrom<Asked['role']>('titulaire', 'suppleant', 'guest'),
          organisation: fc.constantFrom('', 'A', 'B', 'C'),
          givenName: fc.constantFrom('Ada', 'Zoé'),
          familyName: fc.constantFrom('Un', 'Deux'),
          reply: fc.option(
            fc.record({
              answer: fc.constantFrom(...ReplyAnswer.options),
              representedBy: fc.constantFrom('', 'Ada Un', 'Zoé Deux'),
            }),
          ),
          beforeMove: fc.boolean(),
        }),
      ),
    ),
  )
  const sum = (counts: ReturnType<typeof replyCounts>) =>
    Object.values(counts).reduce((total, count) => total + count, 0)
  const isDeputy = ({ role }: Asked) => role === 'suppleant'

  it('count each seat and each guest once, whoever answers', () => {
    fc.assert(
      fc.property(people, (all) => {
        const deputiesOnly = ['A', 'B', 'C'].filter(
          (name) =>
            all.some((one) => one.organisation === name && isDeputy(one)) &&
            !all.some((one) => one.organisation === name && one.role === 'titulaire'),
        )
        const alone = all.filter((one) => isDeputy(one) && one.organisation === '')
        const own = all.filter((one) => !isDeputy(one))
        expect(sum(replyCounts(all))).toBe(own.length + deputiesOnly.length + alone.length)
        expect(askedCount(all)).toBe(sum(replyCounts(all)))
      }),
    )
  })

  it('await nobody who answered, and as many people as answers at least', () => {
    fc.assert(
      fc.property(people, (all) => {
        const waiting = awaited(all)
        expect(waiting.every(({ reply, beforeMove }) => reply === null || beforeMove)).toBe(true)
        expect(waiting.length).toBeGreaterThanOrEqual(replyCounts(all).awaited)
        expect(replyCounts(all).awaited === 0).toBe(waiting.length === 0)
        for (const one of all)
          expect(expectedOnSite(all).includes(one) && standingReply(one)?.answer === 'remote').toBe(false)
      }),
    )
  })

  it('do not grow when a deputy answers for a titulaire', () => {
    fc.assert(
      fc.property(people, fc.constantFrom<ReplyAnswer>('onSite', 'remote'), (all, answer) => {
        const before = replyCounts(all)
        const titulaire = all.find((one) => one.role === 'titulaire' && one.organisation !== '')
        if (titulaire === undefined) return
        const deputy = asked('deputy', 'suppleant', answer, titulaire.organisation)
        const after = replyCounts([...all, deputy])
        expect(sum(after)).toBe(sum(before))
        expect(after.onSite + after.remote).toBeLessThanOrEqual(before.onSite + before.remote + 1)
      }),
    )
  })

  it('hold an answer for another day for none', () => {
    fc.assert(
      fc.property(people, (all) => {
        const unanswered = all.map((one) => ({ ...one, reply: standingReply(one), beforeMove: false }))
        expect(replyCounts(all)).toEqual(replyCounts(unanswered))
        expect(ids(awaited(all))).toEqual(ids(awaited(unanswered)))
        expect(ids(expectedOnSite(all))).toEqual(ids(expectedOnSite(unanswered)))
      }),
    )
    const moved = { ...asked('a', 'titulaire', 'excused'), beforeMove: true }
    expect(awaited([moved])).toEqual([moved])
  })

  it('say a seat taken once its deputy comes, while the titulaire is silent or excused', () => {
    for (const answer of [null, 'excused'] as const) {
      const people = [asked('titulaire', 'titulaire', answer), asked('deputy', 'suppleant', 'remote')]
      expect(replyCounts(people)).toEqual({ onSite: 0, remote: 1, excused: 0, represented: 0, awaited: 0 })
      expect(awaited(people)).toEqual([])
    }
  })
})
