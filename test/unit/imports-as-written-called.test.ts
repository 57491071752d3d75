import { describe, expect, it } from 'vitest'
import { markdown, text } from './said.ts'

// What a meeting is called, where its paper names it badly or not at all, with the structure of real files and invented words.

const called = async (...lines: string[]) =>
  (await text([...lines, '', 'Présents : Anne Roure, Paul Lidon', '', '1. Le four', 'Le four est froid.']))
    .meeting.title

describe('the name of a meeting', () => {
  it('is what it was for where nothing else names it, without the words that say so', async () => {
    expect(await called('Procès verbal du 04/03/2026', 'Motif de la réunion : Parler de la fête')).toBe(
      'Parler de la fête',
    )
    expect(await called('Compte rendu du 4 mars 2026', 'Motif / type de réunion : Lancement du four')).toBe(
      'Lancement du four',
    )
    expect(await called('Bureau des usagers du 4 mars 2026', 'Motif de la réunion : Parler de la fête')).toBe(
      'Bureau des usagers',
    )
    expect(await called('Objet de la réunion : Bureau du four', 'Sujet : Mise au clair des tarifs')).toBe(
      'Bureau du four',
    )
  })

  it('is no head of what is said of it', async () => {
    expect(await called('Compte-rendu de réunion n°1', 'Détails de la réunion : le 8 novembre 2026')).toBe(
      null,
    )
    const draft = await markdown(
      '# Comptes rendus\n\n### Présents : 2\n\n- Anne R.\n- Paul L.\n\n### Sujets :\n\n- Le four\n- Le préau\n',
    )
    expect(draft.meeting.title).toBe(null)
  })

  it('is nobody who was there, and no office', async () => {
    expect(await called('Emilien CORVAL', 'Compte rendu du 4 mars 2026')).toBe(null)
    expect(await called('AG 2026 du Four du Lac', 'Président de séance : Benoît Lac')).toBe(
      'AG 2026 du Four du Lac',
    )
  })

  it('is no sentence of the text', async () => {
    expect(await called('Compte rendu du 4 mars 2026', 'L’assemblée générale débute à 18h30')).toBe(null)
    expect(
      await called(
        'Compte rendu du 4 mars 2026',
        'L’assemblée de ce soir est reportée. Zoé prévient tout le monde',
      ),
    ).toBe(null)
    expect(await called('Compte rendu du 4 mars 2026', '(Rappel du thème : le four de la réunion)')).toBe(
      null,
    )
  })

  it('ends with its last word, before its day and whoever came', async () => {
    const dated = await markdown('# Réunion de lancement du four du 4 mars 2026.\n\nLe four est froid.\n')
    expect(dated.meeting.title).toBe('Réunion de lancement du four')
    const draft = await markdown('Réunion VERGER 10:00 EC, DH, PG\n============\n\nLe four est froid.\n')
    expect(draft.meeting.title).toBe('Réunion VERGER')
    expect((await markdown('Réunion DGX, IGX, EC\n============\n\nLe four est froid.\n')).meeting.title).toBe(
      'Réunion DGX, IGX, EC',
    )
  })
})
