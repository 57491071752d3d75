import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consultationChange } from '../../electron/domain/watch/consultation-change.ts'
import type { ConsultationFields } from '../../electron/domain/watch/text-life.ts'

const asked = (fields: Partial<ConsultationFields> = {}): ConsultationFields => ({
  authority: 'cnen',
  name: '',
  askedOn: null,
  answeredOn: null,
  opinion: '',
  reference: '',
  ...fields,
})

function after(known: readonly ConsultationFields[], said: readonly ConsultationFields[]) {
  const { added, changed } = consultationChange(said, known)
  const rest = [...known]
  for (const { from, to } of changed) {
    const at = rest.findIndex((one) => JSON.stringify(one) === JSON.stringify(from))
    if (at < 0) throw new Error('a consultation is changed that is not there')
    rest[at] = to
  }
  return [...rest, ...added]
}

describe('a consultation that a table says', () => {
  const sent = asked({ askedOn: '2099-05-02', reference: 'n° 99-1' })

  it('with its answer is the known one, answered', () => {
    const answered = asked({ answeredOn: '2099-06-04', opinion: 'reserved' })
    expect(consultationChange([answered], [sent])).toEqual({
      added: [],
      changed: [{ from: sent, to: { ...sent, answeredOn: '2099-06-04', opinion: 'reserved' } }],
    })
  })

  it('with another day or another opinion is the known one, and what it leaves empty stays', () => {
    const known = { ...sent, answeredOn: '2099-06-04', opinion: 'favorable' as const }
    const said = asked({ answeredOn: '2099-06-11', opinion: 'unfavorable' })
    expect(consultationChange([said], [known]).changed).toEqual([
      { from: known, to: { ...known, answeredOn: '2099-06-11', opinion: 'unfavorable' } },
    ])
  })

  it('of another authority, or of another of its sections, is a new one', () => {
    const known = [asked({ authority: 'conseilEtat', name: 'section des finances' })]
    const others = [
      asked({ authority: 'cnil' }),
      asked({ authority: 'conseilEtat', name: 'section sociale' }),
    ]
    expect(consultationChange(others, known)).toEqual({ added: others, changed: [] })
  })

  it('beside one that is said as it is, is a second one', () => {
    const second = asked({ answeredOn: '2099-07-02' })
    expect(consultationChange([sent, second], [sent])).toEqual({ added: [second], changed: [] })
  })

  it('is the one that shares its reference, else the one of the nearest day', () => {
    const known = [
      asked({ answeredOn: '2099-06-04', reference: 'A' }),
      asked({ answeredOn: '2099-09-04', reference: 'B' }),
    ]
    const ofReference = asked({ answeredOn: '2099-09-03', reference: 'A' })
    expect(consultationChange([ofReference], known).changed).toMatchObject([{ from: { reference: 'A' } }])
    expect(consultationChange([asked({ answeredOn: '2099-09-01' })], known).changed).toMatchObject([
      { from: { reference: 'B' } },
    ])
  })
})

const consultation = fc
  .record({
    authority: fc.constantFrom('cnen' as const, 'conseilEtat' as const),
    name: fc.constantFrom('', 'section des finances'),
    askedOn: fc.constantFrom(null, '2099-01-01', '2099-02-01'),
    answeredOn: fc.constantFrom(null, '2099-03-01', '2099-04-01'),
    opinion: fc.constantFrom('' as const, 'favorable' as const, 'reserved' as const),
    reference: fc.constantFrom('', 'A', 'B'),
  })
  .map(asked)

it('whatever is said is there afterwards, said again changes nothing, and there are no more than there must be', () => {
  fc.assert(
    fc.property(
      fc.array(consultation, { maxLength: 5 }),
      fc.array(consultation, { maxLength: 5 }),
      (said, known) => {
        const then = after(known, said)
        for (const one of said)
          expect(
            then.some((other) =>
              Object.entries(one).every(
                ([field, value]) =>
                  value === null || value === '' || other[field as keyof ConsultationFields] === value,
              ),
            ),
          ).toBe(true)
        expect(consultationChange(said, then)).toEqual({ added: [], changed: [] })
        // The only one of its authority that is said takes the place of a known one while there is any.
        for (const one of said) {
          const of = (list: readonly ConsultationFields[]) =>
            list.filter(({ authority }) => authority === one.authority)
          const isKnown = known.some(
            ({ authority, name }) => authority === one.authority && name === one.name,
          )
          if (of(said).length === 1 && isKnown) expect(of(then)).toHaveLength(of(known).length)
        }
      },
    ),
    { numRuns: 400 },
  )
})
