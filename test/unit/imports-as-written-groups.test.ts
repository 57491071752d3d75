import { describe, expect, it } from 'vitest'
import { markdown, names, read, said, titles } from './said.ts'

// What working groups of the State and teams of students write, with the structure of real files and invented words.

const html = (body: string) => read(`<html><body>${body}</body></html>`, 'reunion.html', '2026-06-01')
const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

describe('an agenda right below the days of the next meetings', () => {
  const page = (text: string) =>
    markdown(
      `CR de la réunion du 9 avril 2026\n\nPrésents : Anne Roy, Paul Bon\n\nProchaines réunions : 2 juillet, 8 octobre 2026 à 14h\n\nOrdre du jour :\n\n- Revue des sentiers\n- Entretien des refuges (Z. Lac)\n- Balisage des cols\n\n${text}`,
    )

  it('is of this meeting where its subjects come again over the text', async () => {
    const draft = await page(
      '# 1. Revue des sentiers\n\nTrois sentiers sont fermés depuis la tempête.\n\n# 2. Entretien des refuges\n\nLe toit de la cabane haute est refait.\n\n# 3. Balisage des cols\n\nLa peinture manque.\n',
    )
    expect(titles(draft)).toEqual(['Revue des sentiers', 'Entretien des refuges', 'Balisage des cols'])
    expect(draft.nextMeeting).toMatchObject({ date: '2026-07-02' })
    // Only the list says who presents it.
    expect(draft.items[1]?.presenter).toContain('Lac')
  })

  it('is of the next one where nothing of it was told', async () => {
    const draft = await page(
      '# Bilan de la saison\n\nLa saison fut longue.\n\n# Comptes\n\nIls sont justes.\n\n# Fête\n\nElle est remise.\n',
    )
    expect(titles(draft)).not.toContain('Balisage des cols')
  })
})

describe('a table of who was there', () => {
  it('has its title in its first row, bodies beside names in capitals, and ends at the copies', async () => {
    const draft = await html(
      `<p>Compte rendu</p><p>DATE DE RÉUNION 08/04/2026</p><p>Lieu de réunion Visio-conférence</p><table>${row('PRÉSENTS :', '')}${row('ANX', 'THIBAUT MOREL')}${row('VAUX MÉTROPOLE', 'SOPHIE D’ARC, JONAS FOUR')}${row('DGX 17', 'CHLOÉ DU LAC')}${row('DESTINATAIRES :', 'LES PARTICIPANTS')}</table><h2>1. Les cartes</h2><p>Elles sont prêtes depuis mars.</p><h2>2. Les relevés</h2><p>Ils manquent encore.</p>`,
    )
    expect(
      draft.participants.map((one) => [one.givenName, one.familyName, one.organisation, one.attendance]),
    ).toEqual([
      ['Thibaut', 'Morel', 'ANX', 'present'],
      ['Sophie', 'D’arc', 'VAUX MÉTROPOLE', 'present'],
      ['Jonas', 'Four', 'VAUX MÉTROPOLE', 'present'],
      ['Chloé', 'du Lac', 'DGX 17', 'present'],
    ])
    expect(draft.meeting).toMatchObject({ date: '2026-04-08', place: 'Visio-conférence' })
  })

  it('names two in one cell, and a cross is nowhere anybody works', async () => {
    const draft = await html(
      `<p>Compte rendu du 8 avril 2026</p><table>${row('Nom Prénom', 'Organisme', 'Présent', 'Excusé')}${row('Anne MOREL - Luc ORSINI', 'x', '', '')}${row('Anne MOREL - Luc ORSINI', 'ANX', 'x', '')}${row('Zoé FOUR Paul LAC', 'DGX', '', 'x')}${row('Anne-Marie DU VAL', 'GID', 'x', '')}</table>`,
    )
    expect(draft.participants.map((one) => [one.familyName, one.organisation, one.attendance])).toEqual([
      ['MOREL', 'ANX', 'present'],
      ['ORSINI', 'ANX', 'present'],
      ['FOUR', 'DGX', 'excuse'],
      ['LAC', 'DGX', 'excuse'],
      ['DU VAL', 'GID', 'present'],
    ])
  })
})

describe('notes of a team', () => {
  it('reads who was there behind the day of the title', async () => {
    const draft = await markdown(
      '# Réunion du 6 mars 2026 (participants : Anne Roy, Paul Bon)\n\n- La pompe perd de l’eau\n',
    )
    expect(names(draft).map((name) => name.replace(/ \w+$/, ''))).toEqual(['Anne Roy', 'Paul Bon'])
    expect(draft.meeting.date).toBe('2026-03-06')
  })

  it('reads what is to be done in the parts of its list', async () => {
    const draft = await markdown(
      '# Compte rendu 6\n\n#### 18 / 02 / 2026\n\nPrésents : Anne Roy, Paul Bon\n\n## III. To-do list\n\n### Le site\n\n- Peindre la porte\n- Trier les photos\n\n### Le journal\n\n- Choisir un nom\n',
    )
    expect(draft.actions.map(({ text }) => text)).toEqual([
      'Peindre la porte',
      'Trier les photos',
      'Choisir un nom',
    ])
    expect(titles(draft)).toEqual([])
    expect(draft.meeting.date).toBe('2026-02-18')
  })

  it('completes a day by its weekday and the only year of the file in which it is one', async () => {
    const notes = (day: string) =>
      markdown(
        `Compte rendu\n\nDate : ${day}, 9h à 9h45\n\nPrésents : Anne Roy, Paul Bon\n\n## Ordre du jour\n\n- Le plan\n- Le budget\n\nDate de la prochaine réunion : Mardi 14 novembre 2023\n`,
      )
    expect((await notes('Mardi 7 novembre')).meeting.date).toBe('2023-11-07')
    // On another day of the week it was another year, and without one nothing says which.
    expect((await notes('Jeudi 7 novembre')).meeting.date).toBe('--11-07')
    expect((await notes('7 novembre')).meeting.date).toBe('--11-07')
  })

  it('takes the day of the next session for no day of this one', async () => {
    const draft = await markdown(
      'Compte rendu de l’atelier\n\nPrésents : toute l’équipe\n\nLa maquette du pont tient debout depuis hier.\n\nButs de la prochaine séance : choisir les couleurs.\n\nDate : Jeudi 12 Mars, en ligne de 9H à 11H\n',
    )
    expect(draft.meeting).toMatchObject({ date: null, startTime: null, endTime: null })
    expect(said(draft.items)).toEqual([])
  })
})
