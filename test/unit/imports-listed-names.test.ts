import { describe, expect, it } from 'vitest'
import type { SourceBlock } from '../../electron/domain/agenda/source-block.ts'
import { isGivenName } from '../../electron/imports/understanding/names/given-names.ts'
import { listedNames } from '../../electron/imports/understanding/names/listed-names.ts'
import { piecesOf } from '../../electron/imports/understanding/names/name-pieces.ts'

const paragraph = (text: string): SourceBlock => ({ type: 'paragraph', text })
const bullet = (text: string): SourceBlock => ({ type: 'listItem', level: 0, marker: '•', text })
const row = (...cells: string[]): SourceBlock => ({ type: 'row', table: 0, cells })

type Known = Parameters<typeof listedNames>[1]

function names(blocks: SourceBlock[], known: Known = []): string[] {
  return listedNames(blocks, known).map(({ givenName, familyName, attendance }) =>
    [givenName, familyName, attendance].filter((part) => part !== null).join(' '),
  )
}

describe('given names', () => {
  it.each(['Anne', 'ZOÉ', 'Jean-Noël', 'Benoît'])('%s is one', (word) => {
    expect(isGivenName(word)).toBe(true)
  })

  it.each(['Budget', 'Marne', 'Anne-Bief', ''])('"%s" is none', (word) => {
    expect(isGivenName(word)).toBe(false)
  })
})

describe('the pieces of a line', () => {
  const worth = (line: string) => piecesOf(line).map(({ text, strength }) => `${text} ${strength}`)

  it('are worth what speaks for a name', () => {
    expect(worth('Mme Vurpillat, Anne Vurpillat / A. Vurpillat ; Zélie')).toEqual([
      'Mme Vurpillat 3',
      'Anne Vurpillat 3',
      'A. Vurpillat 2',
      'Zélie 2',
    ])
    expect(worth('Torvald VURPILLAT – Torvald Vurpillat · Vurpillat')).toEqual([
      'Torvald VURPILLAT 2',
      'Torvald Vurpillat 1',
      'Vurpillat 1',
    ])
  })

  it('are worth nothing where they are a body, an office, a head or a sentence', () => {
    for (const line of [
      'DREAL Bretagne',
      'M. le préfet',
      'Prénom NOM',
      'Anne Roy ouvre la séance',
      'CC du Lys',
    ])
      expect(piecesOf(line)[0]?.strength, line).toBe(0)
    expect(piecesOf('Anne Roy ouvre la séance')[0]?.tells).toBe(true)
  })

  it('are parted without any mark before how somebody is called, and behind names in capitals', () => {
    expect(worth('Mme Anne Roy M. Paul Bon')).toEqual(['Mme Anne Roy 3', 'M. Paul Bon 3'])
    expect(worth('Anne ROY Paul BON')).toEqual(['Anne ROY 3', 'Paul BON 3'])
  })
})

describe('lists of names', () => {
  it('are read whatever is odd in them and however they are parted', () => {
    expect(
      names([
        paragraph('Qui est là ? (mettez votre nom)'),
        bullet('Anne Roy (prez)'),
        bullet('Zoé'),
        bullet('quelqu’un d’autre, en retard'),
        bullet('Paul B – les paniers'),
        paragraph('Qui n’est pas là ?'),
        bullet('Luc → covid'),
        bullet('Rose Lac'),
      ]),
    ).toEqual(['Anne Roy present', 'Zoé present', 'Paul B present', 'Luc absent', 'Rose Lac absent'])
    expect(names([paragraph('Pésents : Anne Roy / Paul – Zoé + Vurpi / Luc')])).toEqual([
      'Anne Roy present',
      'Paul present',
      'Zoé present',
      'Vurpi present',
      'Luc present',
    ])
  })

  it('give what stands behind a name, before it or in another cell as the body', () => {
    const bodies = (...blocks: SourceBlock[]) => listedNames(blocks, []).map((one) => one.organisation)
    expect(
      bodies(paragraph('Présents :'), bullet('Anne Roy (Ville de Vaux)'), bullet('DGX : Paul Bon')),
    ).toEqual(['Ville de Vaux', 'DGX'])
    expect(
      bodies(row('Structure', 'Représentant'), row('Ville de Vaux', 'Anne Roy'), row('DGX', 'Paul Bon')),
    ).toEqual(['Ville de Vaux', 'DGX'])
  })

  it('need words that say who came, or many names in full among the first lines', () => {
    const four = ['Anne Roy', 'Paul Bon', 'Zoé Lac', 'Luc Mur'].map(bullet)
    expect(names([paragraph('Réunion du 3 mars 2026'), ...four])).toHaveLength(4)
    expect(names([paragraph('Réunion du 3 mars 2026'), ...four.slice(1)])).toEqual([])
    const text = Array.from({ length: 50 }, (_, at) => paragraph(`Le four numéro ${at} a bien chauffé.`))
    expect(names([...text, ...four])).toEqual([])
    expect(names([...text, paragraph('Étaient présents'), ...four])).toHaveLength(4)
  })

  it('grow from those who are known, who are not named again', () => {
    const known = [{ familyName: 'Roy', givenName: 'Anne', block: 0 }]
    expect(names(['Anne Roy', 'Paul Bon', 'A. Roy', 'Roy'].map(bullet), known)).toEqual(['Paul Bon present'])
    // Where most of a line was read, the rest of it was left out for a reason.
    const both = [...known, { familyName: 'Bon', givenName: 'Paul', block: 0 }]
    expect(names([paragraph('Présents : Anne Roy, Paul Bon, Zoé Lac')], both)).toEqual([])
  })

  it('are none of an agenda, of a programme, nor of who is elsewhere', () => {
    const speakers = [bullet('Le four (Anne Roy)'), bullet('Anne Roy, Paul Bon'), bullet('Zoé Lac, Luc Mur')]
    expect(names([paragraph('Membres du bureau'), paragraph('Ordre du jour'), ...speakers])).toEqual([])
    expect(names([row('Nom', 'Fonction'), row('9 h 30', 'Anne Roy'), row('10 h', 'Paul Bon')])).toEqual([])
    expect(names([row('Nom', 'Hôtel'), row('Anne Roy', 'oui'), row('Paul Bon', 'non')])).toEqual([])
    expect(names([paragraph('Accueil des participants : Zoé Lac et Luc Mur')])).toEqual([])
  })

  it('name nobody for whom somebody stands', () => {
    expect(
      names([paragraph('Présents : Anne Roy, pouvoir à ; Paul Bon, Zoé Lac'), bullet('Luc Mur, excusé')]),
    ).toEqual(['Anne Roy represente', 'Zoé Lac present', 'Luc Mur excuse'])
  })
})
