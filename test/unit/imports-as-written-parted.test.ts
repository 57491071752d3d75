import { describe, expect, it } from 'vitest'
import { linesOf } from '../../electron/imports/understanding/lines.ts'
import { readStatements } from '../../electron/imports/understanding/minutes/statements.ts'
import { markdown, names, titles } from './said.ts'

// Pages whose parts say what they are, with invented words.

describe('bullets below one heading after another', () => {
  it('are parts of what these name, in the page of a meeting and its day', async () => {
    const read = await markdown(`# Réunion (à distance) du cercle du 12/02/2026
* Anne Roure
* Paul Lidon
* Zoé Marval

## Orgue
* Devis de deux facteurs
* Visite de la soufflerie le 14 mars
* Penser au remplacement du moteur

## Veillée (30/04/2026)
Un petit chœur avec deux voix graves à trouver

## École de musique
* Faire un sondage en vue d’une réunion avec les parents
* Créneaux proposés

## Toiture
* Reprise des ardoises en mai
`)
    expect(titles(read)).toEqual(['Orgue', 'Veillée (30/04/2026)', 'École de musique', 'Toiture'])
  })
})

describe('whoever was there', () => {
  it('is listed by one small word a bullet, where the page goes on with what they said', async () => {
    const read = await markdown(`Réunion des membres

# Présences
* mirabelle
* olt
* b-jim

# Tour du début
mirabelle : un peu fatiguée, mais contente des récoltes
olt : rien à signaler cette fois

# Retour sur les groupes
Le serveur a été rangé. B-jim a renouvelé le nom.
`)
    expect(read.kind).toBe('minutes')
    expect(names(read)).toEqual(['mirabelle present', 'olt present', 'b-jim present'])
    expect(titles(read)).toEqual(['Tour du début', 'Retour sur les groupes'])
  })

  it('is said in one line below the title, and does what stands behind their name', async () => {
    const read = await markdown(`# Présents
mira,olt,bjim,sera

# Ordre du jour
- état du four
- la fête

# À faire
- relancer le potier (olt)
- sera : écrire à la mairie

olt et mira gardent les clés. bjim aussi.
`)
    expect(names(read)).toEqual(['mira present', 'olt present', 'bjim present', 'sera present'])
  })
})

describe('what is to be done', () => {
  const list = (marker: string, text: string) => ({ type: 'listItem' as const, level: 0, marker, text })
  const actionsOf = (blocks: Parameters<typeof linesOf>[0]) =>
    readStatements(linesOf(blocks), () => null, new Set()).actions.map(({ text }) => text)

  it('stands below a numbered title that says so, and is not done for that', () => {
    expect(
      actionsOf([
        list('1', 'Partage des rôles'),
        { type: 'paragraph', text: 'Chacun garde le sien.' },
        list('2', 'Actions à réaliser'),
        list('•', 'Étude du terrain et du plan'),
        list('•', 'Choisir les arbres'),
        list('3', 'Actions réalisées'),
        list('•', 'Achat des outils'),
      ]),
    ).toEqual(['Étude du terrain et du plan', 'Choisir les arbres'])
  })

  it('stands behind the arrow of a list, where the reader took it for its mark', () => {
    expect(
      actionsOf([
        list('1', 'Four'),
        { type: 'paragraph', text: 'Il chauffe.' },
        list('➔', 'Reste à faire les essais de cuisson'),
        list('➔', 'Adapter la porte pour les grandes pièces'),
        list('➔', 'La porte tient bien'),
      ]),
    ).toEqual(['Reste à faire les essais de cuisson', 'Adapter la porte pour les grandes pièces'])
  })
})
