import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areNamesOf } from '../../electron/domain/people/person-names.ts'
import {
  erased,
  type PersonIdentity,
  personWords,
  withEdits,
} from '../../electron/domain/people/person-words.ts'
import { rewritten, textsIn } from '../../electron/domain/text/stored-text.ts'

const identity: PersonIdentity = {
  givenNames: ['Hélène'],
  familyNames: ['de La Tour-Œillet'],
  otherNames: ['Durand', 'Hélène Marchetti'],
  emails: ['helene.tour@exemple.example'],
  phones: ['01 99 00 12 34'],
  hasNamesake: false,
}
const words = personWords(identity)
const without = (text: string, alsoMaybe = false) => withEdits(text, words.editsOf(text, alsoMaybe))

describe('a name', () => {
  it.each([
    'Hélène de La Tour-Œillet',
    'HELENE DE LA TOUR-OEILLET',
    'de La Tour Oeillet, Hélène',
    'Helene de la Tour‑Œillet',
    'Hélène Durand',
    'MARCHETTI Hélène',
    'H. Marchetti',
    'Mme Durand',
    'helene.marchetti',
    'Hélène de La Tour-Œillet'.normalize('NFD'),
  ])('is found as %s, and replaced whole', (name) => {
    expect(words.namedIn(`Avis de ${name}, ce jour.`)).toBe('sure')
    expect(without(`Avis de ${name}, ce jour.`)).toBe(`Avis de ${erased.name}, ce jour.`)
  })

  it.each([
    ['helene.tour@exemple.example', erased.email],
    ['+33 1 99 00 12 34', erased.phone],
    ['0199001234', erased.phone],
    ['01.99.00.12.34', erased.phone],
  ])('has an address: %s', (text, by) => {
    expect(without(`Joindre ${text}.`)).toBe(`Joindre ${by}.`)
  })

  it('alone may be somebody else’s: it is replaced only when that is asked', () => {
    expect(words.namedIn('Le rapport Durand')).toBe('maybe')
    expect(without('Le rapport Durand')).toBe('Le rapport Durand')
    expect(without('Le rapport Durand', true)).toBe(`Le rapport ${erased.name}`)
  })

  const among = personWords({
    ...identity,
    hasNamesake: true,
    others: [
      { given: 'Aïcha', family: 'Durand' },
      { given: 'Paul', family: 'Marchetti-Roy' },
      { given: 'H.', family: 'Durand' },
    ],
  })
  it('is not in the whole name of somebody else who is known', () => {
    for (const text of ['Avis d’Aïcha Durand', 'DURAND Aicha', 'Paul Marchetti-Roy propose un délai']) {
      expect([text, words.namedIn(text)]).toEqual([text, 'maybe'])
      expect([text, among.namedIn(text)]).toEqual([text, null])
      expect(withEdits(text, among.editsOf(text, true))).toBe(text)
    }
    expect(among.namedIn('Aïcha Durand et Mme Durand')).toBe('maybe')
    expect(among.namedIn('H. Durand')).toBe('maybe')
    expect(among.namedIn('Aïcha Durand et Hélène Durand')).toBe('sure')
  })

  it.each([
    ['Aïcha', true],
    ['A.', true],
    ['H.', false],
    ['hélène', false],
    ['Hélène-Marie', false],
    ['', false],
  ])('is told from another by the given name %j: %s', (given, isOther) => {
    expect(words.isOther(given)).toBe(isOther)
  })

  it.each([
    'Hélène de La Tour',
    'Hélène Œillet',
    '@helene.oeillet',
    '@hmarchetti',
    '@Marchetti_H',
    '@helenedurand',
  ])('is found by its half or its account: %s', (name) => {
    expect(words.namedIn(`Avis de ${name}, ce jour.`)).toBe('sure')
    expect(without(`Avis de ${name}, ce jour.`)).toBe(`Avis de ${erased.name}, ce jour.`)
  })

  const compound = personWords({
    givenNames: ['Marie-Ange'],
    familyNames: ['Ferrand-Vialet'],
    otherNames: [],
    emails: ['ma.ferrand@asso.example', 'contact@asso.example'],
    phones: [],
    hasNamesake: false,
  })
  it.each([
    'Vialet Marie-Ange',
    'ma.ferrand',
    '@ma.ferrand',
    'ferrand-vialet.ma',
    'm-a_vialet',
    'Ferrand, Marie-Ange',
  ])('of two halves leaves none, nor its account: %s', (name) => {
    expect(compound.namedIn(`Avis de ${name}, ce jour.`)).toBe('sure')
    const edits = compound.editsOf(`Avis de ${name}, ce jour.`, false)
    expect(withEdits(`Avis de ${name}, ce jour.`, edits)).toBe(`Avis de ${erased.name}, ce jour.`)
  })
  it.each([
    ...['Marie-Ange F.', 'Marie-Ange F.-V.', 'FerrandVialet', 'ferrandvialet'],
    ...['Mme F.-V.', 'M.-A. F.-V.', 'Ferrand-V.', 'F.-Vialet', 'M.-A. Ferrand', 'Vialet M.-A.'],
    'Ferrand-Vialet M.-A.',
  ])('written short or in one word may be somebody else’s: %s', (name) => {
    const text = `Avis de ${name}`
    expect(compound.mayName(text)).toBe(true)
    expect(compound.namedIn(text)).toBe('maybe')
    expect(withEdits(text, compound.editsOf(text, false))).toBe(text)
    expect(withEdits(text, compound.editsOf(text, true))).toBe(`Avis de ${erased.name}`)
  })
  it.each([
    [['Anne', 'Petit', 'petit@asso.example'], 'Un petit groupe, M. Paul Petit, le petit-déjeuner'],
    [['Luc', 'Roy', 'royaume@asso.example'], 'Le royaume uni'],
  ] as const)('of %j leaves a word that the address is only made of', ([first, last, email], text) => {
    const somebody = { givenNames: [first], familyNames: [last], emails: [email] }
    const words = personWords({ ...somebody, otherNames: [], phones: [], hasNamesake: true })
    expect(withEdits(text, words.editsOf(text, false))).toBe(text)
  })
  it('leaves an office its account, and others who bear the given name', () => {
    expect(
      compound.namedIn('contact, Marie-Ange, Marie-Ange Durand, Marie-Ange D., M.-A., F.-V., Mme V.'),
    ).toBe(null)
  })

  it.each(['Mme Œillet', '@durand', 'La Tour'])(
    'is asked about by half of it, or an account of the family alone: %s',
    (name) => {
      expect(words.namedIn(`Avis de ${name}.`)).toBe('maybe')
      expect(without(`Avis de ${name}.`)).toBe(`Avis de ${name}.`)
      expect(without(`Avis de ${name}.`, true)).toContain(erased.name)
    },
  )

  it('is not found in the address of somebody else, nor in an account that only begins like it', () => {
    expect(words.namedIn('paul@durand.example, @durandal')).toBe(null)
  })

  it('is not found inside another word, nor as a word that is no name', () => {
    const petit = personWords({ ...identity, familyNames: ['Petit'], otherNames: [] })
    expect(petit.namedIn('un petit déjeuner, Petitjean')).toBe(null)
    expect(petit.namedIn('Petit')).toBe('maybe')
  })

  it('proves less where somebody else bears it', () => {
    const shared = personWords({ ...identity, hasNamesake: true })
    expect(shared.namedIn('Mme Durand')).toBe('maybe')
    expect(shared.namedIn('Hélène Durand')).toBe('sure')
  })

  it('and an address may hold any sign: a hyphen is found as one', () => {
    const hyphened = 'jean-paul.essai@asso-exemple.example'
    const reached = personWords({ ...identity, emails: [hyphened] })
    expect(reached.namedIn(`Joindre ${hyphened}.`)).toBe('sure')
    expect(reached.namedIn('Joindre jeanpaul.essai@asso-exemple.example.')).toBe(null)
    const any = fc.string({ unit: 'grapheme', maxLength: 12 })
    const signs = fc.string({
      unit: fc.constantFrom(...'-@a1 .*+?^{}$()|[]\\/&~#!,:=<>%\'"`'),
      maxLength: 12,
    })
    const several = fc.array(fc.oneof(any, signs), { maxLength: 2 })
    fc.assert(
      fc.property(several, several, several, several, (families, others, emails, phones) => {
        const odd = personWords({ ...identity, familyNames: families, otherNames: others, emails, phones })
        odd.namedIn(`${families.join()} ${emails.join()}`)
      }),
    )
  })

  it('leaves every other text as it is, and is never left in one', () => {
    const other = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '.', 'D', '1', '-', '’') })
    const named = fc.constantFrom('Hélène Durand', 'Mme Durand', 'helene.tour@exemple.example')
    fc.assert(
      fc.property(other, named, other, (before, name, after) => {
        expect(without(before)).toBe(before)
        const text = `${before} ${name} ${after}`
        expect(words.namedIn(without(text))).toBe(null)
        expect(words.mayName(text)).toBe(true)
      }),
    )
  })
})

describe('a stored text', () => {
  const rich = (...nodes: { text: string; marks?: { type: string }[] }[]) =>
    JSON.stringify({
      type: 'doc',
      content: [{ type: 'paragraph', content: nodes.map((node) => ({ type: 'text', ...node })) }],
    })
  const edits = (text: string) => words.editsOf(text, false)

  it('is searched across what is bold in it', () => {
    const half = rich(
      { text: 'Avis de Hélène ' },
      { text: 'Durand', marks: [{ type: 'bold' }] },
      { text: '.' },
    )
    expect(textsIn(half)).toContain('Avis de Hélène Durand.')
    expect(textsIn(rewritten(half, edits))).toContain(`Avis de ${erased.name}.`)
    expect(JSON.parse(rewritten(half, edits))).toEqual(
      JSON.parse(rich({ text: `Avis de ${erased.name}` }, { text: '.' })),
    )
  })

  it('is searched in JSON within JSON, and keys are left alone', () => {
    const image = JSON.stringify({ Durand: 1, exchanges: rich({ text: 'Hélène Durand' }) })
    expect(rewritten(image, edits)).toContain('"Durand":1')
    expect(rewritten(image, edits)).not.toContain('Hélène')
  })

  it('is given back as it is, byte for byte, when nobody is named in it', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(rewritten(json, () => [])).toBe(json)
      }),
    )
  })

  it('that looks like JSON and is not is a text', () => {
    expect(rewritten('[à vérifier] Hélène Durand', edits)).toBe(`[à vérifier] ${erased.name}`)
  })
})

it.each([
  ['Yann de Kerbrat', ['Kerbrat', 'KERBRAT', 'Yann Kerbrat', 'de Kerbrat', 'Yann de Kerbrat'], true],
  ['Jeanne d’Arcy', ['Arcy', 'Jeanne Arcy'], true],
  ['Marie-Anne de la Tour', ['Tour', 'Anne', 'Marie-Anne Tour'], false],
  ['Ana Petitjean', ['Petit', 'de Petitjean'], false],
] as const)('of %s, %j are names: %s', (whole, typed, expected) => {
  for (const one of typed) expect(areNamesOf(whole, one), one).toBe(expected)
})
