import { describe, expect, it } from 'vitest'
import { datesIn } from '../../electron/imports/understanding/dates.ts'
import { markdown, text, titles } from './said.ts'

// When a meeting is, and the next one; and an agenda over nothing of its own. The structure of real files, invented words.

const when = async (page: string) => {
  const { meeting, nextMeeting } = await markdown(page)
  return [
    meeting.date,
    meeting.startTime,
    meeting.endTime,
    nextMeeting?.date ?? null,
    nextMeeting?.startTime ?? null,
  ]
}

describe('dates to come', () => {
  it.each(['## ', ''])('are of the next meeting, whose hours are not those of this one: %j', async (mark) => {
    expect(
      await when(
        `# Compte rendu du groupe du 3 mars 2026\n\nPrésents : Anne Roure, Paul Lidon\n\n## Le four\n\nIl est vieux.\n\n${mark}Dates prévisionnelles de réunions : mercredi 8 avril de 10h30 à 12h30 (en visio)\n`,
      ),
    ).toEqual(['2026-03-03', null, null, '2026-04-08', '10:30'])
  })

  it('are of the next meeting where the blank of the day is lost, too', async () => {
    expect(
      await when(
        '# Compte rendu du groupe du 3 mars 2026\n\nPrésents : Anne Roure, Paul Lidon\n\n## Le four\n\nIl est vieux.\n\nProchain RDV\n\nle mardi 7avril 2026\n',
      ),
    ).toEqual(['2026-03-03', null, null, '2026-04-07', null])
    expect(datesIn('le code 7mai2026 et 7mai').length).toBe(0)
  })
})

describe('the day of a deliberation', () => {
  it('may be told as the day of its month, with its hour in words', async () => {
    const { meeting } = await text([
      'Procès-verbal du conseil municipal de Combe-Lys',
      'L’an deux mil vingt-six, le vingt-cinq du mois de mai à dix-huit heures, en application du code, le conseil s’est réuni.',
      'Présents : Anne ROURE, Paul LIDON',
    ])
    expect([meeting.date, meeting.startTime]).toEqual(['2026-05-25', '18:00'])
  })
})

describe('an agenda', () => {
  const part =
    '### Le four banal\n\n- On en parle.\n- Il est vieux.\n\n### Le lavoir\n\n- Il fuit.\n\n### Divers\n\n- Rien.\n'
  it('without anything of its own is the headings of its level below it', async () => {
    const draft = await markdown(
      `# Réunion du 3 mars 2026\n\n### Présents\n\n- Anne ROURE\n- Paul LIDON\n\n### Ordre du jour\n\n${part}`,
    )
    expect(titles(draft)).toEqual(['Le four banal', 'Le lavoir', 'Divers'])
  })

  it('with a list of its own is this list', async () => {
    const draft = await markdown(
      `# Réunion du 3 mars 2026\n\n### Présents\n\n- Anne ROURE\n- Paul LIDON\n\n### Ordre du jour\n\n1. Le pain\n2. Le bois\n\n### Salle\n\nSalle des fêtes, au fond.\n`,
    )
    expect(titles(draft)).toEqual(['Le pain', 'Le bois'])
  })
})
