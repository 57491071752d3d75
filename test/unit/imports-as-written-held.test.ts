import { describe, expect, it } from 'vitest'
import { markdown, said, text, titles } from './said.ts'

// Invitations that say when and where under their own headings, and several agendas of one evening.

describe('"Quand" and "Où" as headings', () => {
  it('lead to what is said of the meeting, and to no subject of it', async () => {
    const draft = await markdown(
      '# AG et AG extraordinaire du 03 mars 2026\n\n## Programme\n\n### Quand\n\nmardi 03 mars 2026 - 18h (heure de Paris)\n\nentrée calendrier [ics](2026-03-03.ics)\n\n### Où ?\n\n- **Zoom**\n  [https://zoom.us/j/12345678901](https://zoom.us/j/12345678901)\n\n  - ID de réunion : 123 4567 8901\n\n- **ET** sous le préau habituel\n\n### Déroulement\n\n- 18h-18h20 : AG\n\n  - situation à date\n\n- 18h20-18h40 : AG extraordinaire - renouvellement du bureau\n',
    )
    expect(said(draft.items)).toEqual([
      "AG 18:00 20'",
      '> situation à date',
      "AG extraordinaire - renouvellement du bureau 18:20 20'",
    ])
    expect(draft.meeting).toMatchObject({
      date: '2026-03-03',
      startTime: '18:00',
      videoLink: 'https://zoom.us/j/12345678901',
    })
  })
})

describe('two agendas of one evening', () => {
  const invitation = (second: string) =>
    `# Convocation\n\nLe conseil vous convie à l’AG extraordinaire suivie de l’AG ordinaire, le mardi 27 janvier 2026 à 20h15.\n\n### Ordre du jour de l’assemblée générale extraordinaire de 20h15 à 20h30\n\n1. Lecture des nouveaux statuts.\n\nVous pouvez consulter les statuts que nous proposons. Il s’agit de donner au conseil le pouvoir d’agir.\n\n### ${second}\n\n1.  Rapport d’activités 2025  \nBilan du conseil et des groupes\n2.  Rapport financier 2025\n3.  Questions diverses\n\nBien à vous,\n`

  it('are both read, and a line that was ended by hand is no part of a title', async () => {
    const draft = await markdown(invitation('Ordre du jour de l’assemblée générale à partir de 20h30'))
    expect(said(draft.items)).toEqual([
      '1 Lecture des nouveaux statuts',
      '1 Rapport d’activités 2025',
      '2 Rapport financier 2025',
      '3 Questions diverses',
    ])
    expect(draft.items[1]?.note).toBe('Bilan du conseil et des groupes')
  })

  it('are one where the other heading leads to something else', async () => {
    const draft = await markdown(
      '# Convocation\n\nLe conseil vous convie à l’assemblée, le mardi 27 janvier 2026 à 20h15.\n\n### Ordre du jour de l’assemblée générale\n\n1. Lecture des statuts\n2. Vote des statuts\n3. Divers\n\n### Pièces jointes à l’ordre du jour\n\n1. Les statuts\n2. Un pouvoir\n\nBien à vous,\n',
    )
    expect(titles(draft)).toEqual(['Lecture des statuts', 'Vote des statuts', 'Divers'])
  })
})

describe('an agenda of one subject', () => {
  it('stands beside its title, and not over the only part of the text', async () => {
    const draft = await text([
      'Compte-rendu de réunion n°1',
      '',
      'Participant(s) : Anne Roure (cheffe de projet), Paul Lidon (dev front)',
      '',
      'Ordre du jour / objectifs : Présentation du plan',
      '',
      '1. PLAN',
      '',
      'Discussion',
      '',
      '- Chacun a présenté son plan au client.',
    ])
    expect(titles(draft)).toEqual(['Présentation du plan'])
  })
})

describe('a new board', () => {
  it('is elected by a sentence that says no more', async () => {
    const decided = async (words: string) =>
      (
        await text([
          'Compte rendu du bureau du 3 mars 2026',
          'Présents : Anne Roure, Paul Lidon',
          '1. Élections',
          words,
        ])
      ).decisions.map(({ text: told }) => told)
    expect(await decided('Le nouveau bureau est élu.')).toEqual(['Le nouveau bureau est élu'])
    expect(await decided('Le bureau est élu pour un an.')).toEqual([])
  })
})
