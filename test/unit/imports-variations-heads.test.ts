import { describe, expect, it } from 'vitest'
import { read, said } from './said.ts'

const agenda = (head: string) => read(`${head}\n\nOrdre du jour :\n1. Quai\n2. Divers\n`)

describe('the number of a meeting', () => {
  it.each([
    ['CONSEIL D’ÉCOLE N° 3', 3, 'CONSEIL D’ÉCOLE'],
    ['CONSEIL D’ADMINISTRATION N°12', 12, 'CONSEIL D’ADMINISTRATION'],
    ['COMITÉ DE BASSIN – N° 4', 4, 'COMITÉ DE BASSIN'],
    ['ASSEMBLÉE GÉNÉRALE N° 21', 21, 'ASSEMBLÉE GÉNÉRALE'],
    ['COMITE SYNDICAL N° 7', 7, 'COMITE SYNDICAL'],
    // These have their number for a name.
    ['CONSEIL DE QUARTIER N° 4', null, 'CONSEIL DE QUARTIER N° 4'],
    ['COMMISSION N° 2', null, 'COMMISSION N° 2'],
    ['Comité n° 7', null, 'Comité n° 7'],
  ])('%s', async (line, number, title) => {
    expect((await agenda(`${line}\nmardi 12 mai 2026`)).meeting).toMatchObject({ number, title })
  })
})

describe('the title of a meeting and where it was', () => {
  it.each([
    ['Compte-rendu du comité de pilotage du 25 mai 2023 – Paris', 'Comité de pilotage', 'Paris'],
    [
      'Compte rendu du comité technique du mardi 12 mai 2026 - Clermont-Ferrand',
      'Comité technique',
      'Clermont-Ferrand',
    ],
    ['Réunion du comité des berges du 12 mai 2026 – Port-Neuf', 'Comité des berges', 'Port-Neuf'],
    ['Comité des berges du 12/05/2026 – Lyon 3e', 'Comité des berges', 'Lyon 3e'],
    ['Comité des berges du 12/05/2026 – La Rochelle', 'Comité des berges', 'La Rochelle'],
    // Words after a date may be what it was about.
    ['Comité des berges du 12/05/2026 – Mobilités', 'Comité des berges – Mobilités', null],
    ['Comité de pilotage – Paris', 'Comité de pilotage – Paris', null],
  ])('%s', async (line, title, place) => {
    expect((await agenda(line)).meeting).toMatchObject({ title, place })
  })

  it.each([
    [
      'Le comité se tiendra le 12 mai 2026 à 9 h à la Maison du fleuve (2e étage).',
      'Maison du fleuve (2e étage)',
    ],
    [
      'Le comité se réunira le 12 mai 2026 à la mairie de Vaux (salle du conseil).',
      'mairie de Vaux (salle du conseil)',
    ],
    [
      'J’ai l’honneur de vous inviter au comité le 12 mai 2026 à la mairie de Vaux, 3 rue Haute (1er étage).',
      'mairie de Vaux, 3 rue Haute (1er étage)',
    ],
    ['à la mairie de Vaux-le-Bas (salle des fêtes)', 'mairie de Vaux-le-Bas (salle des fêtes)'],
    [
      'Le bureau s’est réuni au siège de l’association, 12 bis rue du Port à Vaux, sur convocation du président.',
      'siège de l’association, 12 bis rue du Port à Vaux',
    ],
    [
      'Le comité s’est réuni à la préfecture du Torvan, 3 place du Marché.',
      'préfecture du Torvan, 3 place du Marché',
    ],
    ['Le comité s’est réuni à la mairie de Vaux, sous la présidence de Mme Roy.', 'mairie de Vaux'],
  ])('%s', async (line, place) => {
    expect((await agenda(`Comité des berges\nmardi 12 mai 2026\n${line}`)).meeting.place).toBe(place)
  })
})

describe('who presents', () => {
  it.each([
    [
      'below the bullets of an item',
      '1. Quai ....... 40 mn\n   - amont\n   - aval\nPrésenté par : Anne Roy\n2. Divers',
      ["1 Quai 40' {Anne Roy|}", '> amont', '> aval', '2 Divers'],
    ],
    [
      'its own words below one bullet',
      '1. Quai\n   - amont\nRapporteure : Mme Anne Roy\n2. Divers',
      ['1 Quai {Mme Anne Roy|}', '> amont', '2 Divers'],
    ],
    [
      'who leads the talk',
      '1. Table ronde\nAnimation : M. Paul Lac\n2. Divers',
      ['1 Table ronde {M. Paul Lac|}', '2 Divers'],
    ],
    [
      'who moderates',
      '1. Table ronde\nModération : Mme Anne Roy (DGX)\n2. Divers',
      ['1 Table ronde {Mme Anne Roy|DGX}', '2 Divers'],
    ],
    [
      'a body in brackets',
      '1. Fête du quai (Amicale des riverains)\n2. Divers',
      ['1 Fête du quai {|Amicale des riverains}', '2 Divers'],
    ],
    [
      'a club in brackets',
      '1. Régates (Club nautique)\n2. Divers',
      ['1 Régates {|Club nautique}', '2 Divers'],
    ],
  ])('%s', async (_, lines, items) => {
    const draft = await read(`Comité des berges\nmardi 12 mai 2026\n\nOrdre du jour :\n${lines}\n`)
    expect(said(draft.items)).toEqual(items)
  })
})
