import { describe, expect, it } from 'vitest'
import { markdown } from './said.ts'

// Where notes, pads and mails say when and where, with invented words.

describe('when and where, in words of everyday', () => {
  const page = (first: string, last = '') =>
    markdown(
      `# Compte rendu\n\n${first}\n\nPrésents : Zoé Lac, Luc Bon\n\n## Le jardin\n\nIl a plu.\n\n## Le verger\n\nIl a gelé.\n\n${last}\n`,
    )

  it.each([
    ['Bureau du Lac – mardi 3 mars 2026 – Maison du Lac, Vaux', 'Maison du Lac'],
    ['Notes du mardi 3 mars 2026 (cour du prieuré, 10h)', 'cour du prieuré'],
    ['CA de rentrée — 3 mars 2026 — chez les Val — pad', 'chez les Val'],
    ['mardi 3 mars 26, 13h30 chez Luc (le pré)', 'chez Luc'],
    [
      'Mardi 3 mars 2026, de 14 h à 17 h – Maison des collectivités, salle Torvan',
      'Maison des collectivités, salle Torvan',
    ],
  ])('stands beside the day: %s', async (first, place) => {
    const { meeting } = await page(first)
    expect(meeting).toMatchObject({ date: '2026-03-03', place })
  })

  it('is neither at another appointment nor on another outing', async () => {
    const draft = await page(
      '3 mars 2026\n\nSortie du 12 juin, parc aux oiseaux : Zoé s’inscrit.',
      'Rdv : jeudi 2 avril 14h chez le notaire pour la vente du four.',
    )
    expect([draft.meeting.date, draft.meeting.place, draft.nextMeeting]).toEqual(['2026-03-03', null, null])
  })

  it('takes no subject for a place', async () => {
    const { meeting } = await page('Mardi 3 mars 2026 – atelier – 10h')
    expect(meeting.place).toBeNull()
  })

  it.each([
    ['Prochaine réu : 2 avril, 14h', '2026-04-02', '14:00'],
    ['Prochain cercle le vendredi 3 avril à 9h', '2026-04-03', '09:00'],
    ['On se revoit le jeudi 2 avril, à priori chez Zoé, 20h30.', '2026-04-02', '20:30'],
    ['rdv: jeudi 2 avril 14h chez Zoé', '2026-04-02', '14:00'],
    [
      'On fête Odile (le gâteau est de Luc). Le prochain conseil est fixé au jeudi 2 avril à la même heure.',
      '2026-04-02',
      '18:00',
    ],
  ])('the next one: %s', async (last, date, startTime) => {
    const { nextMeeting } = await page('Mardi 3 mars 2026 à 18h', last)
    expect(nextMeeting).toMatchObject({ date, startTime })
  })
})
