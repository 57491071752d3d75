import { describe, expect, it } from 'vitest'
import { markdown, text } from './said.ts'

// What is said of the next meeting and of what is to be done until then, with the structure of real files and invented words.

describe('the next meeting', () => {
  const next = async (lines: readonly string[]) => {
    const { nextMeeting } = await text([
      'Compte rendu du bureau du 3 mars 2026',
      'Présents : Anne Roure, Paul Lidon, Zoé Marval',
      '1. Tarifs',
      'Les tarifs sont validés.',
      ...lines,
    ])
    return [nextMeeting?.date, nextMeeting?.startTime]
  }

  it('is the first of the days to keep, with its own hour', async () => {
    expect(
      await next([
        'Dates à retenir : bureau le lundi 23 mars (8h30), conseil le 30 mars (18h), comité le 14 avril.',
      ]),
    ).toEqual(['2026-03-23', '08:30'])
  })

  it('is the appointment among the last lines', async () => {
    expect(await next(['rdv : mardi 28 avril 14h chez Zoé', 'fin 17h10'])).toEqual(['2026-04-28', '14:00'])
  })

  it('may stand under a heading that is numbered', async () => {
    const draft = await markdown(
      '# Compte rendu du comité du 3 mars 2026\n\nPrésents : Anne Roure, Paul Lidon\n\n# 1 Planning\n\nIl est tenu.\n\n# 2 Prochain COPIL\n\nLe 22/07/2026 à 14h00, même salle.\n',
    )
    expect(draft.nextMeeting).toMatchObject({ date: '2026-07-22', startTime: '14:00' })
  })
})

describe('what is to be done', () => {
  it('is told behind an arrow, and by whoever takes charge of it', async () => {
    const draft = await text([
      'Compte rendu du bureau du 3 mars 2026',
      'Présents : Mme Anne Roure, M. Paul Lidon, Mme Zoé Marval',
      '1. Local',
      '→ Itéo ajoute une carte des trafics.',
      '- Porte : Mme Marval se charge de demander un devis.',
      'Le quitus est donné au syndic.',
    ])
    expect(draft.actions.map(({ owner }) => owner)).toEqual(['Itéo', 'Mme Marval'])
    expect(draft.decisions.map((one) => one.text)).toEqual(['Le quitus est donné au syndic'])
  })
})
