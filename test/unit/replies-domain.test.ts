import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { awaited, expectedOnSite, ReplyAnswer, replyCounts } from '../../electron/domain/attendance/reply.ts'

type Asked = Parameters<typeof replyCounts>[0][number]

const asked = (
  personId: string,
  role: Asked['role'],
  answer: ReplyAnswer | null,
  organisation = 'Organisme d’exemple',
): Asked => ({ personId, role, organisation, reply: answer === null ? null : { answer } })
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
  const people = fc.array(
    fc.record({
      personId: fc.uuid(),
      role: fc.constantFrom<Asked['role']>('titulaire', 'suppleant', 'guest'),
      organisation: fc.constantFrom('', 'A', 'B', 'C'),
      reply: fc.option(fc.record({ answer: fc.constantFrom(...ReplyAnswer.options) })),
    }),
    { maxLength: 60 },
  )

  it('count every answer once, and await nobody who answered', () => {
    fc.assert(
      fc.property(people, (all) => {
        const counts = replyCounts(all)
        const answered = all.filter(({ reply }) => reply !== null)
        const sum = ReplyAnswer.options.reduce((total, answer) => total + counts[answer], 0)
        expect(sum).toBe(answered.length)
        expect(awaited(all).every(({ reply }) => reply === null)).toBe(true)
        // Only deputies may be left aside.
        const aside = all.filter((one) => one.reply === null && !awaited(all).includes(one))
        expect(aside.every(({ role }) => role === 'suppleant')).toBe(true)
        for (const one of all)
          expect(expectedOnSite(all).includes(one) && one.reply?.answer === 'remote').toBe(false)
      }),
    )
  })
})
