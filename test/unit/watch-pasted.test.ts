import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citedName } from '../../electron/documents/watch-name.ts'
import { identityKeys, parseFrenchEli, parseNor } from '../../electron/domain/watch/text-identifiers.ts'
import { readPasted } from '../../electron/imports/watch/read-pasted.ts'
import { clipboardWords } from '../../renderer/features/watch/clipboard-words.ts'
import { citedActs } from '../fixtures/watch/cited-acts.ts'
import { pastedTexts } from '../fixtures/watch/pasted.ts'

/** Only what is there: an empty field counts as not read. */
const held = (text: object) =>
  Object.fromEntries(Object.entries(text).filter(([, value]) => value !== null && value !== false))

it('a summary by mail, whose texts are links, gives the address behind each', () => {
  const jorf = (n: number) => `https://www.legifrance.gouv.fr/jorf/id/JORFTEXT00009900000${n}`
  const plain =
    'Journal officiel du 19 août 2099\n1 Décret n° 2099-812 du 17 août 2099 relatif à l’annuaire (a+b)\n2 Arrêté du 16 août 2099 relatif à l’annuaire'
  const html = `<p>Journal officiel</p><a class="x" href="${jorf(1)}?a=1&amp;b=2"><b>Décret n°\u00a02099-812</b> du 17 août 2099
    relatif à l’annuaire (a+b)</a><br><a href='${jorf(2)}'>Arrêté du 16 août 2099 relatif à l’annuaire</a>
    <a href="https://exemple.example/x">Journal officiel</a><a href="${jorf(3)}">absent des mots</a>`
  const words = clipboardWords(plain, html)
  expect(words.match(/https:\S+/gu)).toEqual([`${jorf(1)}?a=1&b=2`, jorf(2)])
  expect(readPasted(words).texts).toMatchObject([
    { number: '2099-812', jorfText: 'JORFTEXT000099000001' },
    { nature: 'arrete', jorfText: 'JORFTEXT000099000002' },
  ])
  expect(clipboardWords(plain, '')).toBe(plain)
})

it('what stands beside an address or a NOR alone is said not to be read', () => {
  const unread = (words: string) => readPasted(words).problems
  const address = 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000099000001'
  expect(unread(`${address} et puis n’importe quoi 12/34/5678`)).toEqual([
    { kind: 'unread', words: 'et puis n’importe quoi 12/34/5678' },
  ])
  expect(unread('ECOI2099812D à lire')).toEqual([{ kind: 'unread', words: 'à lire' }])
  for (const words of [
    'CELEX : 32016R0679',
    'Règlement 32016R0679',
    '32016R0679 et 32014L0024',
    'NOR : ECOI2099812D',
  ])
    expect(unread(words), words).toEqual([])
  for (const words of [
    address,
    `(${address}).`,
    'ECOI2099812D',
    `Décret n° 2099-812 du 17 août 2099 relatif à l’annuaire ${address}`,
  ])
    expect(unread(words)).toEqual([])
})

it('texts of an issue are counted from one: a zero says nothing', () => {
  const issue = (rank: string) =>
    `Décret n° 2099-1 du 2 juillet 2099 relatif à l’annuaire\nJORF n°0171 du 26 juillet 2099\nTexte n° ${rank}`
  const rankOf = (rank: string) => readPasted(issue(rank)).texts.map(({ joTextNumber }) => joTextNumber)
  expect(rankOf('007')).toEqual([7])
  expect(rankOf('0')).toEqual([null])
})

describe('the entry into force', () => {
  const head = 'Décret n° 2099-812 du 17 août 2099 relatif à l’annuaire\n'
  const dateOf = (words: string) => readPasted(head + words).texts.map(({ inForceOn }) => inForceOn)

  it.each([
    'Le présent décret entre en vigueur le 1er juillet 2100.',
    'Entrée en vigueur : le texte entre en vigueur le 1er juillet 2100.',
    'Entrée en vigueur : 1er juillet 2100.',
    'Ses dispositions entreront en vigueur au 1er\u00a0juillet 2100 ; elles sont publiées.',
  ])('is read from “%s”', (words) => expect(dateOf(words)).toEqual(['2100-07-01']))

  it.each([
    'Entrée en vigueur : le lendemain de sa publication.',
    'Il entre en vigueur, à l’exception de l’article 3, le 1er juillet 2100.',
    'Il entre en vigueur le 1er juillet.',
    'Il est publié. Une note du 1er juillet 2100 le dit.',
  ])('is not made up from “%s”', (words) => expect(dateOf(words)).toEqual([null]))
})

describe('the title of a text', () => {
  it.each([
    [
      'LOI n° 2099-12 du 3 mai 2099 de finances pour 2100 (1)',
      'Loi n° 2099-12 du 3 mai 2099 de finances pour 2100',
    ],
    ['Loi n° 2099-12 du 3 mai 2099 d’orientation territoriale', null],
    ["Loi n° 2099-12 du 3 mai 2099 d'orientation territoriale", null],
    ['Loi n° 2099-12 du 3 mai 2099 de programmation des territoires', null],
    ['Loi n° 2099-12 du 3 mai 2099 contre les fraudes', null],
    ['Décret n° 2099-812 du 17 août 2099 en faveur de l’annuaire', null],
    [
      'LOI organique n° 2099-12 du 3 mai 2099 relative à l’annuaire',
      'Loi organique n° 2099-12 du 3 mai 2099 relative à l’annuaire',
    ],
    ['Loi constitutionnelle n° 2099-12 du 3 mai 2099 relative à l’annuaire', null],
    ['Loi de finances rectificative n° 2099-12 du 3 mai 2099', null],
    ['Projet de loi organique relatif à l’annuaire', null],
    ['Arrêté interministériel du 3 mai 2099 relatif à l’annuaire', null],
    ['Loi n° 2099-12 du 3 mai 2099, en vigueur depuis juin', 'Loi n° 2099-12 du 3 mai 2099'],
  ])('is kept whole of “%s”', (words, cited) => {
    const [text, ...others] = readPasted(words).texts
    expect(others).toEqual([])
    expect(text && citedName(text).replaceAll('\u00a0', ' ')).toBe(cited ?? words)
  })

  it('of one cited in a sentence is not what the sentence says next', () => {
    const sentence = 'Selon le décret n° 2099-812 du 17 août 2099 en vigueur depuis juin, rien ne change.'
    expect(readPasted(sentence).texts.map(({ title }) => title)).toEqual([null])
  })
})

describe('the notice of a decree copied from the JO', () => {
  const decree = `Décret n° 2099-812 du 17 août 2099 relatif à l’annuaire partagé
NOR : PRMX9901234D
ELI : https://www.legifrance.gouv.fr/eli/decret/2099/8/17/PRMX9901234D/jo/texte
JORF n°0192 du 19 août 2099
Texte n° 3

Publics concernés : communes, départements
et leurs groupements.
Objet : tenue d’un annuaire.

Entrée en vigueur : le décret entre en vigueur le lendemain de sa publication, à l’exception de son article 3, qui entre en vigueur le 1er juillet 2100.
Notice : le décret fixe les données de l’annuaire, pris pour l’application de l’article 4 de la loi n° 2098-12 du 3 mai 2098 relative aux échanges.
Références : le décret peut être consulté sur le site Légifrance (https://www.legifrance.gouv.fr).
Le Premier ministre,
Vu la loi n° 2098-12 du 3 mai 2098 relative aux échanges ;
Décrète :
Article 1`

  it('is read by its rubrics, and what it cites is no text of its own', () => {
    const [first, ...others] = readPasted(decree).texts
    expect(others).toEqual([])
    expect(first).toMatchObject({
      number: '2099-812',
      nor: 'PRMX9901234D',
      publishedOn: '2099-08-19',
      inForceOn: null,
      notice: {
        audience: 'communes, départements\net leurs groupements.',
        purpose: 'tenue d’un annuaire.',
        references: 'le décret peut être consulté sur le site Légifrance (https://www.legifrance.gouv.fr).',
      },
    })
    expect(first?.notice?.entryWords).toContain('article 3, qui entre en vigueur le 1er juillet 2100')
    expect(first?.notice?.notice).toContain('loi n° 2098-12')
  })

  it('belongs to its own text where several were pasted', () => {
    const second = decree.replace('2099-812', '2099-813').replace('tenue d’un annuaire', 'autre objet')
    const read = readPasted(`${decree}\n\n${second.replaceAll('PRMX9901234D', 'PRMX9901235D')}`).texts
    expect(read.map(({ number, notice }) => [number, notice?.purpose])).toEqual([
      ['2099-812', 'tenue d’un annuaire.'],
      ['2099-813', 'autre objet.'],
    ])
  })

  it('is not the subject of a mail', () => {
    const mail = 'Objet : réunion de rentrée\nDécret n° 2099-812 du 17 août 2099 relatif à l’annuaire'
    expect(readPasted(mail).texts.map(({ notice }) => notice)).toEqual([null])
  })
})

it('words of a sentence are no NOR, and are not called a wrong one', () => {
  const sentence = 'La circulaire sur les normes en date du 3 décembre 2099 et la nor du 12 mai 2098 restent.'
  expect(readPasted(sentence).problems).toEqual([])
  expect(readPasted('NOR : PRMX24O1234D').problems.map(({ kind }) => kind)).toEqual(['nor'])
  expect(readPasted('nor : prmx2401234d').texts.map(({ nor }) => nor)).toEqual(['PRMX2401234D'])
})

describe('pasted words', () => {
  it.each([...pastedTexts, ...citedActs])('$name', ({ pasted, texts, problems = [] }) => {
    const read = readPasted(pasted)
    expect(read.texts.map(held)).toEqual(texts)
    expect(read.problems.map(({ kind }) => kind)).toEqual(problems)
  })
})

const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const digit = fc.constantFrom(...'0123456789')
const nor = fc
  .tuple(
    fc.array(letter, { minLength: 4, maxLength: 4 }),
    fc.array(digit, { minLength: 7, maxLength: 7 }),
    letter,
  )
  .map(([head, digits, last]) => [...head, ...digits, last].join(''))

describe('identifiers', () => {
  it('find a NOR in every writing, and only once', () => {
    const writings = [
      (code: string) => code,
      (code: string) => `NOR : ${code}`,
      (code: string) => `(NOR: ${code} )`,
      (code: string) => `NOR : ${[...code].join(' ')}`,
      (code: string) => `nor : ${code.toLowerCase()}`,
    ]
    fc.assert(
      fc.property(nor, fc.constantFrom(...writings), (code, write) => {
        expect(readPasted(write(code)).texts.map((text) => text.nor)).toEqual([code])
        expect(parseNor(write(code).replace(/\(?nor ?:|\)/giu, ''))).toBe(code)
      }),
    )
  })

  it('give an ELI one form, whatever its scheme and zeros', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        nor,
        fc.boolean(),
        (date, code, padded) => {
          const [year, month, day] = date.toISOString().slice(0, 10).split('-')
          const parts = padded ? [month, day] : [Number(month), Number(day)]
          const write = (scheme: string) =>
            `${scheme}://www.legifrance.gouv.fr/eli/decret/${year}/${parts.join('/')}/${code}/jo/texte`
          const [one, other] = [parseFrenchEli(write('http')), parseFrenchEli(write('https'))]
          expect(one).toEqual(other)
          expect(parseFrenchEli(one?.eli ?? '')).toEqual(one)
          expect(one?.signedOn).toBe(date.toISOString().slice(0, 10))
          expect(
            identityKeys({
              nature: null,
              number: null,
              nor: null,
              jorfText: null,
              celex: null,
              eli: one?.eli ?? null,
            }),
          ).toContain(`nor ${code}`)
        },
      ),
    )
  })

  it('read any words at all, in time that grows with their length', () => {
    fc.assert(fc.property(fc.string({ maxLength: 2000 }), (words) => void readPasted(words)))
    for (const seed of ['décret n° ', 'NOR : A', 'loi du 1er ', '\n\n ', 'https://', 'projet de '])
      expect(readPasted(seed.repeat(10_000)).texts.length).toBeLessThan(10_001)
  })
})
