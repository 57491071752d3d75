import { describe, expect, it } from 'vitest'
import { read, said } from './said.ts'

describe('minutes', () => {
  it('reads the formula of a council, those who were away and who stood for them', async () => {
    const draft = await read(
      'PROCÈS-VERBAL DE LA SÉANCE DU CONSEIL SYNDICAL\nL’an deux mille vingt-six et le douze mai à dix-huit heures, le conseil syndical, convoqué le 2 mai, s’est réuni au siège du syndicat, sous la présidence de M. Yvon Delmas.\n\nPrésents : MM. Yvon DELMAS, Paul RICHARD, Mmes Claire AUBIN et Nadia FERRAT\nExcusé ayant donné pouvoir : M. Luc BORDE à Mme Claire AUBIN\nAbsents excusés : M. Jean TISSOT, 1er vice-président\nSecrétaire de séance : Mme Nadia FERRAT\n\n1) Achat d’un véhicule\n=> Décision : l’achat est approuvé.\nÀ faire : lancer la consultation (services du syndicat) avant le 30 juin 2026\n\nLa séance est levée à vingt heures quinze.\nProchain bureau : mardi 2 juin 2026 à 18h',
    )
    expect(draft.kind).toBe('minutes')
    expect(draft.meeting).toMatchObject({
      date: '2026-05-12',
      startTime: '18:00',
      endTime: '20:15',
      place: 'siège du syndicat',
    })
    expect(
      draft.participants.map(({ givenName, familyName, organisation, attendance, representedBy }) => [
        `${givenName} ${familyName}`,
        organisation,
        attendance,
        representedBy,
      ]),
    ).toEqual([
      ['Yvon DELMAS', null, 'present', undefined],
      ['Paul RICHARD', null, 'present', undefined],
      ['Claire AUBIN', null, 'present', undefined],
      ['Nadia FERRAT', null, 'present', undefined],
      ['Luc BORDE', null, 'represente', 'Mme Claire AUBIN'],
      ['Jean TISSOT', null, 'excuse', undefined],
    ])
    expect(draft.decisions.map(({ text }) => text)).toEqual(['l’achat est approuvé.'])
    expect(draft.actions).toMatchObject([
      { text: 'lancer la consultation', owner: 'services du syndicat', dueDate: '2026-06-30' },
    ])
    expect(draft.nextMeeting).toMatchObject({ date: '2026-06-02', startTime: '18:00' })
  })

  const people = async (lines: string) =>
    (
      await read(`Compte rendu du comité des rives\n5 mai 2026\n\n${lines}\n\n1. Quai\nTexte.\n2. Divers`)
    ).participants.map(
      ({ givenName, familyName, organisation, role, attendance }) =>
        `${givenName} ${familyName} | ${organisation ?? ''} | ${role ?? ''} | ${attendance}`,
    )

  it.each([
    [
      'bodies first',
      'Participants\n- DGX : Anne Roy, Paul Petit\n- Département du Torvan : Lise Morand, ingénieure ; Hugo Bart\n- Ville de Brancelle – Jean Roux',
      [
        'Anne Roy | DGX |  | present',
        'Paul Petit | DGX |  | present',
        'Lise Morand | Département du Torvan | ingénieure | present',
        'Hugo Bart | Département du Torvan |  | present',
        'Jean Roux | Ville de Brancelle |  | present',
      ],
    ],
    [
      'offices first',
      'Présents :\n- Présidente : Mme Anne Roy\n- Trésorier : M. Paul Petit',
      ['Anne Roy |  | Présidente | present', 'Paul Petit |  | Trésorier | present'],
    ],
    [
      'colleges between',
      'Présents\nReprésentants de l’administration\nMme Anne Roy, directrice\nReprésentants du personnel\nM. Paul Petit (Union locale)',
      ['Anne Roy |  | directrice | present', 'Paul Petit | Union locale |  | present'],
    ],
    [
      'who was absent, in a sentence',
      'Étaient présents : Anne Roy (présidente), Paul Petit (trésorier)\nÉtait absente : Dora Klein',
      [
        'Anne Roy |  | présidente | present',
        'Paul Petit |  | trésorier | present',
        'Dora Klein |  |  | absent',
      ],
    ],
    [
      'an office after those away',
      'Absents : M. Jean Tissot\nSecrétaire de séance : Mme Nadia Ferrat',
      ['Jean Tissot |  |  | absent'],
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await people(lines)).toEqual(expected)
  })

  it('reads an agenda and its text once, and the actions of a list under their item', async () => {
    const draft = await read(
      'CR réunion COPIL Cantines du 04/11/2026\n\nOrdre du jour :\n1. Tarifs\n2. Menus\n\n1. Tarifs\nLes tarifs sont présentés.\n\n2. Menus\nActions :\n1. choisir les menus - Paul Petit - 15/11/2026\n2. afficher les allergènes',
    )
    expect(draft.meeting.date).toBe('2026-11-04')
    expect(said(draft.items)).toEqual(['1 Tarifs', '2 Menus'])
    expect(draft.items[0]?.note).toBe('Les tarifs sont présentés.')
    expect(draft.actions.map(({ text, itemNumber }) => `${itemNumber} ${text}`)).toEqual([
      '2 choisir les menus',
      '2 afficher les allergènes',
    ])
  })

  it('reads letters and crosses of presence in any column, and guesses none', async () => {
    const table = (heads: string) =>
      people(`${heads}\nAnne Roy\tDGX\tx\t\t\nPaul Petit\tANX\t\tx\t\nLise Morand\tDGX\t\t\tx`)
    const attendance = async (heads: string) => (await table(heads)).map((one) => one.split(' | ').at(-1))
    expect(await attendance('Nom\tStructure\tP\tE\tA')).toEqual(['present', 'excuse', 'absent'])
    expect(await attendance('Nom\tStructure\tPrés.\tExc.\tAbs.')).toEqual(['present', 'excuse', 'absent'])
    expect(await attendance('Nom\tStructure\tJ1\tJ2\tJ3')).toEqual(['null', 'null', 'null'])
  })

  it('keeps the hour and place of the next meeting apart, and the next council of others', async () => {
    const next = await read(
      'CR COPIL Portail – 12/06/2026\n\n1. Risques\nRAS\n2. Divers\n\nProchain COPIL\n10/07/2026 à 10h, salle 3',
    )
    expect(next.meeting).toMatchObject({ date: '2026-06-12', startTime: null, place: null })
    expect(next.nextMeeting).toMatchObject({ date: '2026-07-10', startTime: '10:00', place: 'salle 3' })
    const other = await read(
      'PV du groupe Mobilités du 4 juin 2026\n\n1. Vélo\n2. Divers\nLe prochain conseil municipal aura lieu le 30 juin 2026.',
    )
    expect(other.kind).toBe('minutes')
    expect(other.nextMeeting).toBeNull()
  })

  it('reads a mail whose lines are one paragraph, and who does what and when', async () => {
    const draft = await read(
      '<p>Compte rendu du point du 1er juin 2026</p><p><b>Présents :</b> Anne Roy, Paul Petit<br><b>Excusée :</b> Lise Morand</p><p>1. Migration<br>Elle est finie.<br>Décision : on ferme.</p><p>2. Support<br>RAS</p><table><tr><td>Quoi</td><td>Qui</td><td>Quand</td></tr><tr><td>Fermer le serveur</td><td>Paul Petit</td><td>12/06/2026</td></tr></table>',
      'mail.html',
    )
    expect(said(draft.items)).toEqual(['1 Migration', '2 Support'])
    expect(draft.participants).toHaveLength(3)
    expect(draft.decisions.map(({ text }) => text)).toEqual(['on ferme.'])
    expect(draft.actions).toMatchObject([
      { text: 'Fermer le serveur', owner: 'Paul Petit', dueDate: '2026-06-12' },
    ])
  })

  it('leaves the words of an action whole around its date, and finds by whom it is done', async () => {
    const { actions } = await read(
      'Compte rendu du comité des rives\n\n1. Quai\nAction PP/LM : faire un point le 9 mars 2026\nAction à mener par Lise Morand : écrire la note pour le 1er mars 2026\n2. Divers',
    )
    expect(actions).toMatchObject([
      { text: 'faire un point le 9 mars 2026', owner: 'PP/LM', dueDate: '2026-03-09' },
      { text: 'écrire la note', owner: 'Lise Morand', dueDate: '2026-03-01' },
    ])
  })

  it('takes letters in their order for items, and initials for names', async () => {
    const lettered = await read(
      'Compte rendu du comité des rives\n5 mai 2026\n\nA. Qualité de l’eau\nMme Blanc demande les analyses.\nB. Factures\nRien.',
    )
    expect(said(lettered.items)).toEqual(['A Qualité de l’eau', 'B Factures'])
    const initials = await read(
      'Compte rendu du comité des rives\n5 mai 2026\n\n1. Eau\nA. Gallet demande les analyses.\nB. Roux répond.\n2. Factures',
    )
    expect(said(initials.items)).toEqual(['1 Eau', '2 Factures'])
  })

  it('is no minutes because a row of the agenda names some', async () => {
    const draft = await read(
      'ORDRE DU JOUR\nConseil des rives\n23 septembre 2026\n\n17 h 30\tOuverture\tLe président\n17 h 40\tCompte rendu du 10 juin\tLe président\n17 h 50\tRapport annuel\tMme Dubreuil\n18 h 30\tClôture',
    )
    expect(draft.kind).toBe('agenda')
    expect(said(draft.items)).toEqual([
      "Ouverture 17:30 10' {Le président|}",
      "Compte rendu du 10 juin 17:40 10' {Le président|}",
      "Rapport annuel 17:50 40' {Mme Dubreuil|}",
      'Clôture 18:30',
    ])
  })
})
