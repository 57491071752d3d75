import { describe, expect, it } from 'vitest'
import { readParticipants } from '../../electron/imports/understanding/minutes/participants.ts'
import { markdown, names, text, titles } from './said.ts'

// Names in columns and subjects before a colon, as notes and minutes write them, with invented words.

describe('who was there', () => {
  it('is counted in columns of capitals, with given names last', () => {
    const { participants } = readParticipants(
      [
        { type: 'row', table: 0, cells: ['Membres présents', 'Membres représentés', ''] },
        {
          type: 'row',
          table: 0,
          cells: [
            '1. ROURE ANNE\n2. LE BON PAUL\n3. MARVAL SYLVIE',
            '1. AUBRAC JEAN-YVES\n2. LIDON CLAIRE\n3. VIALE MARIE',
            '',
          ],
        },
      ],
      [],
    )
    expect(
      participants.map(({ givenName, familyName, attendance }) => `${givenName}/${familyName}/${attendance}`),
    ).toEqual([
      'Anne/Roure/present',
      'Paul/le Bon/present',
      'Sylvie/Marval/present',
      'Jean-Yves/Aubrac/represente',
      'Claire/Lidon/represente',
      'Marie/Viale/represente',
    ])
  })

  it('stands two by two where a page lost the blank between its columns', async () => {
    const draft = await text([
      'Compte rendu du bureau du 3 mars 2026',
      'Présents :',
      'Anne Roure Paul Lidon',
      'Marval Sylvie Luc Aubrac',
      'Excusée :',
      '- Zoé',
      '1. Budget',
      'Les comptes sont à jour.',
    ])
    expect(names(draft)).toEqual([
      'Anne Roure present',
      'Paul Lidon present',
      'Marval Sylvie present',
      'Luc Aubrac present',
      'Zoé excuse',
    ])
  })
})

describe('a subject', () => {
  const HEAD = `# Compte rendu du bureau du 3 mars 2026

Présents : Anne Roure, Paul Lidon

`

  it('is what stands before the colon, where all of a list begin so and half go on with a sentence', async () => {
    const draft = await markdown(`${HEAD}### Points abordés

- **Cantine** : les menus seront affichés. Zoé demande à la mairie.
- **Kermesse** : la date est fixée au 15 juin.
- **Photos** : ok
`)
    expect(titles(draft)).toEqual(['Cantine', 'Kermesse', 'Photos'])
  })

  it('keeps its number when its decision stands in the lines below', async () => {
    const draft = await markdown(`${HEAD}1) Bilan de la brocante
Très bonne journée
Décision : on recommence

2) Subvention
Dossier à déposer

3) Divers
Rien
`)
    expect(titles(draft)).toEqual(['Bilan de la brocante', 'Subvention', 'Divers'])
    expect(draft.decisions.map(({ text: words }) => words)).toEqual(['on recommence'])
  })

  it('is none of the days of an agenda of what lies ahead', async () => {
    const draft = await markdown(`${HEAD}## Trésorerie

Le solde est bon.

## Locaux

On garde le local.

## Agenda

15/06 : fête
22/06 : assemblée
`)
    expect(titles(draft)).toEqual(['Trésorerie', 'Locaux', 'Agenda'])
  })

  it('has no marks of how its link opens', async () => {
    const draft = await markdown(`${HEAD}### Ordre du jour

- Rappels : [charte](https://exemple.fr/charte){: target="_blank"}
- Planning
- Divers
`)
    expect(titles(draft)[0]).toMatch(/^Rappels : charte(?!.*target)/)
  })
})

describe('an election', () => {
  it('is decided, and what somebody is to organise is to be done', async () => {
    const draft = await text([
      'Procès-verbal de l’assemblée générale du 3 mars 2026',
      'Présents : Anne Roure, Paul Lidon',
      'Lieu : salle des fêtes',
      '1. Comptes',
      'Le trésorier lit le rapport.',
      'La caisse est pleine et le livret aussi.',
      'Les comptes sont approuvés (2 abstentions).',
      '2. Conseil',
      'Sont élus : Anne Roure, Paul Lidon.',
      'Mme Roure est élue secrétaire. M. Lidon est nommé secrétaire de séance.',
      'Sortie à organiser par Paul Lidon avant le 1er août.',
    ])
    expect(draft.decisions.map(({ text: words }) => words)).toEqual([
      'Les comptes sont approuvés (2 abstentions)',
      'Sont élus : Anne Roure, Paul Lidon',
      'Mme Roure est élue secrétaire',
    ])
    expect(draft.actions.map(({ owner, text: words }) => [owner, words])).toEqual([
      ['Paul Lidon', 'Sortie à organiser'],
    ])
  })
})

describe('where it was held', () => {
  it('is the house beside its day, and no address to write to', async () => {
    const held = await markdown(`# Procès-verbal de l’assemblée générale

Le 3 mars 2026 à 20 heures a eu lieu au 2 place du Lac, 69100 Vaux, l’assemblée générale de l’association.

Les membres présents votent à main levée.
`)
    expect(held.meeting.place).toBe('2 place du Lac, 69100 Vaux')
    expect(held.decisions).toEqual([])
    const written = await text(['Compte rendu du bureau du 3 mars 2026', 'Adresse : bureau@exemple.fr'])
    expect(written.meeting.place).toBeNull()
  })
})
