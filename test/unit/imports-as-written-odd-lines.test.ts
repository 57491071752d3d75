import { describe, expect, it } from 'vitest'
import { blocksOfLines } from '../../electron/imports/readers/text-lines.ts'
import { names, text } from './said.ts'

// Who was there where lines were cut, columns lost and marks left over, with the structure of real files and invented names.

const present = (...lines: string[]) => text(['Compte rendu du conseil du 3 mars 2026', '', ...lines])

describe('a list of who was there', () => {
  it('goes on below what the margin cut and the towns between', async () => {
    const draft = await present(
      'Étaient présents :',
      'VAUX',
      'M. LORMONT Paul',
      'Mme VASSEUR Odile',
      '(suppléante de M. ORIOL',
      'Basile)',
      'LYS S/ TORVAN',
      'Mme Rose CARON',
      'M. DELMAS Yvon',
      'BRAMELOUP SUR',
      'TORVAN',
      'M. NESLE Jean',
    )
    expect(names(draft)).toEqual([
      'Paul LORMONT present',
      'Odile VASSEUR present',
      'Rose CARON present',
      'Yvon DELMAS present',
      'Jean NESLE present',
    ])
  })

  it('stands below bullets without words', async () => {
    const draft = await present(
      'Représentants du moulin présents',
      '•',
      '•',
      '–',
      'Mesdames Odile VASSEUR, Rose CARON',
      'Excusés :',
      'Madame LENOIR Anne,',
      'Élus présents',
      '•',
      '•',
      '–',
      'Madame Maryvonne GERLAND, Première adjointe au maire,',
    )
    expect(names(draft)).toEqual([
      'Odile VASSEUR present',
      'Rose CARON present',
      'Anne LENOIR excuse',
      'Maryvonne GERLAND present',
    ])
  })

  it('is parted by semicolons and cut by the margin, below what they are', async () => {
    const draft = await present(
      'Étaient présents :',
      'Personnels de la roue : Mmes et MM : Odile Vasseur ; Marc Bréhat ;',
      'Philippe Blandin ; Luc Caradec ; Isabelle Darrieu ; Dominique Déhaut ; Arlette',
      'Delamarre ; Hervé Le Bréhan.',
      'Personnels du four : Mme et M. : Anne Monteil ; Louis Rogier.',
      'Votaient par procuration : Gilles Brion ; Annie Jonte.',
    )
    expect(names(draft)).toEqual([
      'Odile Vasseur present',
      'Marc Bréhat present',
      'Philippe Blandin present',
      'Luc Caradec present',
      'Isabelle Darrieu present',
      'Dominique Déhaut present',
      'Arlette Delamarre present',
      'Hervé Le Bréhan present',
      'Anne Monteil present',
      'Louis Rogier present',
      'Gilles Brion represente',
      'Annie Jonte represente',
    ])
  })

  it('says before each name where they work, without its columns', async () => {
    const draft = await present(
      'PRÉSENTS',
      'Représentants des membres fondateurs',
      'Université du Torvan Jean-Paul Jourdain',
      'Université du Torvan Manuel Tassin de Lorne',
      'Rectorat de Vaux Cécile Castagne (à partir de 15 h)',
      'IGP Vincent Hoffner',
    )
    expect(names(draft)).toEqual([
      'Jean-Paul Jourdain present',
      'Manuel Tassin de Lorne present',
      'Cécile Castagne present',
      'Vincent Hoffner present',
    ])
    expect(draft.participants.map(({ organisation }) => organisation)).toEqual([
      'Université du Torvan',
      'Université du Torvan',
      'Rectorat de Vaux',
      'IGP',
    ])
  })

  it('says of what sort they are, with the name of somebody else', async () => {
    const draft = await present(
      'Présents :',
      'Mme BAUMIER',
      'Mme LE BOURDET',
      'CP (Mr Kerdrel/Mme Marion) : FAYET Camille',
      'CE1 (Mme Baumier) : CARON Vincent et COSQUER Maïna',
    )
    expect(names(draft)).toEqual([
      'BAUMIER present',
      'LE BOURDET present',
      'Camille FAYET present',
      'Vincent CARON present',
      'Maïna COSQUER present',
    ])
  })

  it('holds no theatre, no part of an office and no sentence as a body', async () => {
    const draft = await present(
      'Présents :',
      'Madame Rose CARON, Théâtre de la Rose des Vents,',
      'Odile VASSEUR - Adjointe déléguée à l’urbanisme, à l’environnement et aux travaux',
      'Annie LEPAGE (Absente à l’ouverture de la séance, arrivée à 20 h 50, prend part aux débats à partir de la deuxième délibération)',
    )
    expect(names(draft)).toEqual(['Rose CARON present', 'Odile VASSEUR present', 'Annie LEPAGE present'])
    expect(draft.participants.map(({ organisation }) => organisation)).not.toContain(
      'à l’environnement et aux travaux',
    )
    expect(draft.participants[2]?.organisation).toBeNull()
  })

  it('is no list of who does what', async () => {
    const draft = await present(
      'Présents : Odile Vasseur, Rose Caron',
      'Synthèse des échanges',
      '- Action R. Caron : relire le plan du bief et celui de la roue',
    )
    expect(names(draft)).toEqual(['Odile Vasseur present', 'Rose Caron present'])
  })
})

describe('a line that goes on', () => {
  it('is not one that leads to a list', () => {
    const blocks = blocksOfLines(
      'Odile VASSEUR, Rose CARON, Yvon DELMAS, Jean NESLE, Paul LORMONT, Anne LENOIR\nexcusés :\nBasile ORIOL\n',
    )
    expect(blocks).toHaveLength(3)
  })
})
