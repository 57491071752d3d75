import { describe, expect, it } from 'vitest'
import { markdown, names, read, text, titles } from './said.ts'

// Ordinary lines that only look like what other lines mean.

const HEAD = ['Compte rendu du conseil du 3 mars 2026', '']
const minutes = (...lines: string[]) => text([...HEAD, ...lines])
const PRESENT = ['Présents : Odile Vasseur, Basile Oriol', '']

describe('what was decided', () => {
  const decided = async (...lines: string[]) =>
    (await minutes(...PRESENT, ...lines)).decisions.map((one) => one.text)

  it('is not what a commune or its members do, did or did not do', async () => {
    expect(await decided('La commune de Val-Lys, après avoir délibéré, accepte le tracé.')).toEqual([
      'La commune de Val-Lys, après avoir délibéré, accepte le tracé',
    ])
    for (const told of [
      'La commune n’a jamais accepté ce tracé, rappelle un habitant.',
      'Les membres demandent un vote à bulletin secret.',
      'La commune prend en charge le repas des aînés.',
      'En 2019, la commune a créé une halte.',
      'Les élus de Lys ont refusé la fusion.',
      'Le conseil, ayant refusé le devis, attend le suivant.',
      'Le conseil, après débat, ne vote plus ce soir.',
    ])
      expect(await decided(told), told).toEqual([])
    expect(
      await decided('Les membres présents acceptent le tracé.', 'Le conseil, après débat, vote la fusion.'),
    ).toEqual(['Les membres présents acceptent le tracé', 'Le conseil, après débat, vote la fusion'])
  })

  it('is no title in capitals', async () => {
    for (const title of ['3. VOTE DES TAUX', 'ACTE DE VENTE DU LAVOIR', 'ARRÊTÉ DES COMPTES 2026'])
      expect(await decided(title, '', 'La trésorière montre ses pages.'), title).toEqual([])
    expect(await decided('VOTE les taux proposés', '', 'CHARGE le maire de la vente')).toEqual([
      'VOTE les taux proposés',
      'CHARGE le maire de la vente',
    ])
    expect(await decided('CHARGENT M. le maire de la vente')).toEqual(['CHARGENT M. le maire de la vente'])
  })

  it('is not the next list of the page below an empty title', async () => {
    const draft = await minutes(
      ...PRESENT,
      'Décisions :',
      'Informations diverses :',
      '- La fête a plu',
      '- Le four chauffe',
      'À faire :',
      'Prochaine réunion :',
      '- Le bief',
      '- La roue',
    )
    expect(draft.decisions).toEqual([])
    expect(draft.actions).toEqual([])
  })
})

describe('the hours', () => {
  const hours = async (...lines: string[]) => {
    const { meeting } = await minutes('La séance est ouverte à 19 h.', ...lines)
    return [meeting.startTime, meeting.endTime]
  }

  it('are not those of anything that opens or closes', async () => {
    expect(
      await hours(
        'Le conseil municipal est informé que la piscine sera fermée à 18 h le samedi.',
        'La séance est levée à 21 h.',
      ),
    ).toEqual(['19:00', '21:00'])
    expect(await hours('L’AG est close, apéritif à 20 h')).toEqual(['19:00', null])
    const club = await minutes(
      'La rencontre débute à 15 h.',
      'La réunion a commencé à 19 h.',
      'La réunion s’achève à 21 h.',
    )
    expect([club.meeting.startTime, club.meeting.endTime]).toEqual(['19:00', '21:00'])
  })

  it('end with the last line that closes', async () => {
    expect(
      await hours('La séance est levée à 20 h.', 'Elle reprend.', 'La séance est levée à 21 h 15.'),
    ).toEqual(['19:00', '21:15'])
  })
})

describe('who was there', () => {
  it('came, whoever gave them a power', async () => {
    for (const line of ['Paul Bon, avec le pouvoir d’Anne Roy', 'Paul Bon (porte le pouvoir d’Anne Roy)'])
      expect(names(await minutes('Présents :', `- ${line}`, '- Zoé Lac')).sort(), line).toEqual([
        'Anne Roy represente',
        'Paul Bon present',
        'Zoé Lac present',
      ])
    expect(
      names(await minutes('Présents : Paul Bon ayant le pouvoir d’Anne Roy, Zoé Lac, Marc Lis')).sort(),
    ).toEqual(['Anne Roy represente', 'Marc Lis present', 'Paul Bon present', 'Zoé Lac present'])
  })

  it('is not who was at another meeting, or who does what elsewhere', async () => {
    for (const told of [
      'Anne Roy et Paul Bon ont assisté à l’assemblée du syndicat des eaux.',
      'Anne Roy et Paul Bon étaient présents à la réunion de chantier du 3 mai.',
      'Accueil des participants : Zoé Lac et Marc Lis',
      'Les gagnants parmi les participants : Luc Val, Zoé Lac',
    ])
      expect(names(await minutes(...PRESENT, 'Le four a bien chauffé.', told)), told).toEqual([
        'Odile Vasseur present',
        'Basile Oriol present',
      ])
    for (const title of ['Remarques des participants :', 'Les membres présents s’étonnent :'])
      expect(names(await minutes(title, '- Luc Val', '- Zoé Lac')), title).toEqual([])
  })

  it('is somebody by one name and what they are, counted', async () => {
    const draft = await minutes(
      'Présents :',
      '- Delorme, 1er adjoint',
      '- BRISAC, 2e adjointe',
      '- Odile Vasseur',
    )
    expect(draft.participants.map(({ familyName, role }) => [familyName, role])).toEqual([
      ['Delorme', '1er adjoint'],
      ['BRISAC', '2e adjointe'],
      ['Vasseur', null],
    ])
  })

  it('is each line of a cell, in capitals too', async () => {
    const inCell = async (cell: string) => {
      const { participants } = await read(
        `<html><body><h1>Compte rendu du 3 mars 2026</h1><table><tr><td>Nom</td><td>Service</td></tr><tr><td>${cell}</td><td>Mairie</td></tr></table></body></html>`,
        'compte-rendu.html',
        '2026-06-01',
      )
      return participants.map(({ familyName }) => familyName)
    }
    expect(await inCell('BRISAC PAUL<br>DELORME ANNE<br>VASSEUR ODILE')).toHaveLength(3)
    expect(await inCell('BRISAC<br>DELORME')).toEqual(['BRISAC', 'DELORME'])
  })

  it('is told with a civility or an office in the sentence', async () => {
    expect(
      names(await minutes('La séance est ouverte en présence de Mme Vasseur et de M. Delorme.')),
    ).toEqual(['Vasseur present', 'Delorme present'])
    expect(
      names(await minutes('La séance est ouverte en présence d’Anne Roy, directrice, et de Paul Bon.')),
    ).toEqual(['Anne Roy present', 'Paul Bon present'])
  })

  it('may represent a body', async () => {
    const draft = await minutes(
      'Présents :',
      '- Anne Roy, représentant la DGX',
      '- Paul Bon, représentant le syndicat',
    )
    expect(draft.participants.map(({ role }) => role)).toEqual([
      'représentant la DGX',
      'représentant le syndicat',
    ])
  })
})

describe('the place beside the day', () => {
  it('is what says where, and nothing that leads to the hour', async () => {
    const place = async (words: string) => (await minutes(`Date et lieu : ${words}`)).meeting.place
    expect(await place('à définir')).toBe(null)
    expect(await place('12 mai 2026, https://visio.exemple/ab')).toBe(null)
    expect(await place('mardi 12 mai 2026 à 18h30 en mairie')).toBe('en mairie')
    expect(await place('le 12 mai 2026 à la mairie')).toBe('mairie')
  })
})

describe('an agenda', () => {
  it('is not what a council decides in numbered lines', async () => {
    const draft = await markdown(
      'Extrait des délibérations\n\nLe conseil décide :\n\n1. d’approuver la convention ;\n2. d’autoriser le maire à la signer ;\n3. de charger le bureau de la suite.\n',
    )
    expect(titles(draft)).toEqual([])
  })
})
