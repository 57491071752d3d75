import { describe, expect, it } from 'vitest'
import { joined } from '../../electron/imports/pdf/text-lines.ts'
import { markdown, names, titles } from './said.ts'

// What cooperatives, founders and small associations write, with the structure of real files and invented words.

describe('an assembly that votes its resolutions', () => {
  it('keeps the one subject of its list apart from the bullets of the text', async () => {
    const draft = await markdown(
      'Procès-verbal de l’assemblée générale du 12 mai 2026\n\nSont présents :\n\n- M. Anatole DU VAL, propriétaire de 12 parts, gérant.\n- Mme Zélie ORSINI, propriétaire de 8 parts, gérante.\n\nLa gérante lit l’ordre du jour, à savoir :\n\n- Partage de la récolte\n\nChacun ayant parlé, on passe au vote :\n\n## PREMIÈRE RÉSOLUTION\n\nL’assemblée décide de partager la récolte ainsi :\n\n- 70 % aux associés ;\n- 30 % au moulin ;\n\nCette résolution, mise aux voix, est adoptée à l’unanimité.\n\nL’ordre du jour étant épuisé, la séance est levée.\n',
    )
    expect(titles(draft)).toEqual(['Partage de la récolte'])
    expect(
      draft.participants.map(({ familyName, organisation, role }) => [familyName, organisation, role]),
    ).toEqual([
      ['DU VAL', null, 'gérant'],
      ['ORSINI', null, 'gérante'],
    ])
    expect(draft.decisions.map(({ text, outcome }) => [text, outcome])).toEqual([
      [
        'L’assemblée décide de partager la récolte ainsi : 70 % aux associés ; 30 % au moulin',
        'Cette résolution, mise aux voix, est adoptée à l’unanimité',
      ],
    ])
  })

  it('takes what stands below the rank of a resolution for what was voted', async () => {
    const draft = await markdown(
      'Procès-verbal de l’assemblée générale du 12 mai 2026\n\nPrésents : Anatole DU VAL, Zélie ORSINI\n\n## Première résolution\n\nLes associés, après lecture des comptes, les tiennent pour justes.\n\nCette résolution est adoptée à l’unanimité.\n',
    )
    expect(draft.decisions.map(({ text }) => text)).toEqual([
      'Les associés, après lecture des comptes, les tiennent pour justes.',
    ])
  })

  it('reads what its founders decide, and where they met', async () => {
    const draft = await markdown(
      'Procès-verbal de l’assemblée constitutive du 12 mai 2026\n\nLe mardi 12 mai 2026 à 13 heures, les fondateurs du Moulin se sont réunis en assemblée au 7, chemin des Aulnes, 05000 Vaux.\n\nSont présents :\n\n- Anatole DU VAL, demeurant au 3 quai du Lac, 13240 Combe-Lys.\n- Zélie ORSINI, demeurant au 7 chemin des Aulnes, 05000 Vaux.\n\n1ère délibération : L’assemblée générale adopte le règlement du four.\n\nCette délibération est adoptée à l’unanimité.\n\n2e délibération : L’assemblée générale constitutive désigne deux gardiens du four.\n',
    )
    expect(draft.meeting.place).toBe('7, chemin des Aulnes, 05000 Vaux')
    expect(draft.participants.map(({ organisation }) => organisation)).toEqual([null, null])
    expect(draft.decisions.map(({ text }) => text)).toEqual([
      'L’assemblée générale adopte le règlement du four',
      'L’assemblée générale constitutive désigne deux gardiens du four',
    ])
  })

  it('reads who was there or represented, and the hour it was opened at below the list', async () => {
    const draft = await markdown(
      '## Procès-verbal de l’assemblée du 12 mai 2026\n\nAu siège de l’association : 7 chemin des Aulnes, 05000 Vaux.\n\n### Ordre du jour\n\n1. Les statuts\n2. Le four\n\n### Participation\n\nAdhérents actifs présents ou représentés (4) :\n\n- Anatole DU VAL\n- Odile (CA)\n- Basile R, représenté par Anatole DU VAL.\n- Zélie ORSINI, représentée par Anatole DU VAL.\n\nAdhérents actifs absents (1) :\n\n- Paul LIS\n\nDébut de séance : 14h40.\n\n### 1ère résolution : les statuts\n\nIls sont adoptés à 3 voix contre 0.\n',
    )
    expect(names(draft)).toEqual([
      'Anatole DU VAL present',
      'Odile present',
      'Basile R represente',
      'Zélie ORSINI represente',
      'Paul LIS absent',
    ])
    expect(draft.meeting).toMatchObject({ startTime: '14:40', place: '7 chemin des Aulnes, 05000 Vaux' })
  })
})

describe('weekly notes', () => {
  it('takes no calendar of what lies ahead for an agenda, and the day of the settings', async () => {
    const draft = await markdown(
      '---\ntitle: "Lettre de la semaine"\ndescription: "CR de la visio du mardi 12 mai 2026"\n---\n\nPrésents : Anatole Du Val, Zélie Orsini, Paul Lis.\n\n### Les comptes\n\n- Recettes : 16\n\n### Le four\n\n- La voûte est refaite.\n\n### Agenda\n\n- 8 juin 2026 : foire de Vaux\n- 4 octobre 2026 : fête du pain\n- été : journée du moulin\n',
    )
    expect(titles(draft)).toEqual(expect.arrayContaining(['Les comptes', 'Le four']))
    expect(titles(draft).join()).not.toContain('foire')
    expect(draft.meeting.date).toBe('2026-05-12')
  })

  it('reads the place of the settings', async () => {
    const { meeting } = await markdown(
      '---\ntitle: "Comité du 12 mai 2026"\nlocation: "Salle du four"\n---\n\n## Tour de table\n\nChacun dit qui il est.\n\n## Le four\n\nIl est froid.\n',
    )
    expect(meeting.place).toBe('Salle du four')
  })

  it('reads whose tasks stand below a name alone, and a name in brackets within a sentence', async () => {
    const draft = await markdown(
      'Compte rendu du 12 mai 2026\n\nPrésents : Anatole DU VAL, Zélie ORSINI\n\nOrdre du jour\n\n1. Le four\n2. Le pain\n\nÀ faire\n\nAnatole\n\n- Reprendre la voûte\n- Trier le bois\n\nZélie\n\n- Peser la farine (Anatole), puis la noter au cahier\n',
    )
    expect(draft.actions.map(({ text, owner }) => [text.slice(0, 16), owner])).toEqual([
      ['Reprendre la voû', 'Anatole'],
      ['Trier le bois', 'Anatole'],
      ['Peser la farine ', 'Anatole'],
    ])
  })
})

it.each([
  ['l’organisa-', 'tion du four', 'l’organisation du four'],
  ['le règle-', 'ment', 'le règlement'],
  ['certaine-', 'ment,', 'certainement,'],
  ['un savoir-', 'faire', 'un savoir-faire'],
  ['des porte-', 'clés', 'des porte-clés'],
  ['la sous-', 'section', 'la sous-section'],
  ['d’outre-', 'mer', 'd’outre-mer'],
])('joins %s and %s', (above, below, whole) => {
  expect(joined(above, below)).toBe(whole)
})
