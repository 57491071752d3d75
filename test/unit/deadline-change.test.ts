import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deadlineChange } from '../../electron/domain/watch/deadline-change.ts'
import type { DeadlineFields } from '../../electron/domain/watch/text-life.ts'

const due = (date: string | null, audience = 'Communes', label = ''): DeadlineFields => ({
  date,
  audience,
  threshold: '',
  label,
})

/** The deadlines once a change was taken. */
function after(known: readonly DeadlineFields[], said: readonly DeadlineFields[]): DeadlineFields[] {
  const { added, moved } = deadlineChange(said, known)
  const rest = [...known]
  for (const { to, ...was } of moved) {
    const at = rest.findIndex((one) => JSON.stringify(one) === JSON.stringify(was))
    if (at < 0) throw new Error('a deadline is moved that is not there')
    rest[at] = { ...was, date: to }
  }
  return [...rest, ...added]
}

describe('a deadline that a table says', () => {
  it('for the same public and act on another day is the known one, moved', () => {
    expect(deadlineChange([due('2099-09-01', ' communes ')], [due('2099-07-01')])).toEqual({
      added: [],
      moved: [{ ...due('2099-07-01'), to: '2099-09-01' }],
    })
  })

  it('for another public or another act is a new one', () => {
    const others = [due('2099-09-01', 'Régions'), due('2099-09-01', 'Communes', 'Ouvrir l’annuaire')]
    expect(deadlineChange(others, [due('2099-07-01')])).toEqual({ added: others, moved: [] })
  })

  it('gives its day first to one that waits for it, then to the nearest', () => {
    const known = [due('2099-01-01'), due('2099-07-01'), due(null)]
    expect(deadlineChange([due('2099-06-15'), due('2099-06-20')], known).moved).toEqual([
      { ...due(null), to: '2099-06-15' },
      { ...due('2099-07-01'), to: '2099-06-20' },
    ])
  })

  it('leaves alone those that it says as they are', () => {
    const known = [due('2099-01-01'), due('2099-07-01')]
    expect(deadlineChange([due('2099-07-01'), due('2099-02-01')], known).moved).toEqual([
      { ...due('2099-01-01'), to: '2099-02-01' },
    ])
  })

  it('without a day takes none away', () => {
    expect(deadlineChange([due(null)], [due('2099-07-01')])).toEqual({ added: [], moved: [] })
    expect(deadlineChange([due(null)], [])).toEqual({ added: [due(null)], moved: [] })
  })
})

const day = fc.constantFrom('2099-01-01', '2099-02-01', '2099-03-01', '2099-04-01')
const deadlines = (date: fc.Arbitrary<string | null>) =>
  fc.array(
    fc.tuple(date, fc.constantFrom('Communes', 'Régions')).map(([on, audience]) => due(on, audience)),
    { maxLength: 5 },
  )

it('whatever is said is there afterwards, and said again changes nothing', () => {
  fc.assert(
    fc.property(deadlines(day), deadlines(fc.option(day)), (said, known) => {
      const then = after(known, said)
      for (const one of said) expect(then).toContainEqual(one)
      expect(deadlineChange(said, then)).toEqual({ added: [], moved: [] })
      // No more than there must be: each said day takes the place of a known one while there is any.
      for (const audience of ['Communes', 'Régions']) {
        const of = (list: readonly DeadlineFields[]) => list.filter((one) => one.audience === audience)
        const different = new Set(of(said).map(({ date }) => date)).size
        expect(of(then)).toHaveLength(Math.max(of(known).length, different))
      }
    }),
    { numRuns: 300 },
  )
})
