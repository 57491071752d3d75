import { describe, expect, it } from 'vitest'
import { markdown, names, read, text, titles } from './said.ts'

// Pages of events, mails and first sittings, with the structure of real files and invented words.

describe('the settings of the page of an event', () => {
  it('say when and where, and what leads there is no subject', async () => {
    const draft = await markdown(
      '---\ntitle: "Réunion de rentrée"\neventDate: 2026-03-17T18:30:00Z\nlocationStreet: "Le Grenier, lieu-dit les Ormes"\nlocationCity: "00100 Vaux"\npublished: true\n---\n\nVenez nombreux.\n\n### À l’ordre du jour\n\n- accueil des nouveaux\n- achat de matériel\n- calendrier\n\nPour venir :\n\n- La cour est derrière le gymnase\n',
    )
    expect(draft.meeting).toMatchObject({
      date: '2026-03-17',
      startTime: '18:30',
      place: 'Le Grenier, lieu-dit les Ormes, 00100 Vaux',
    })
    expect(titles(draft)).toEqual(['accueil des nouveaux', 'achat de matériel', 'calendrier'])
  })
})

describe('the heading that names the meeting', () => {
  it('is no subject, nor is a bullet without words', async () => {
    const draft = await markdown(
      '## Ville de VAUX\n\nn° 20260525\n\n### CONSEIL MUNICIPAL DU 25 MAI 2026\n\nLe conseil s’est réuni en séance ouverte au public dans la salle des Forges.\n\nÉtaient présents : Anne ROURE, Paul LIDON, Zoé MARVAL\n\n### ÉLECTION DU MAIRE\n\nIl est procédé au vote.\n\n### ÉLECTION DES ADJOINTS\n\nIl est procédé au vote.\n',
    )
    expect(draft.meeting).toMatchObject({ date: '2026-05-25', place: 'salle des Forges' })
    expect(titles(draft)).toEqual(['ÉLECTION DU MAIRE', 'ÉLECTION DES ADJOINTS'])
  })

  it('may be dated the 1°, and dots to fill in are no place', async () => {
    const draft = await text([
      'Procès-verbal',
      'Adresse : …………………………………',
      'L’assemblée s’est tenue le 1° septembre 2026 à 18h.',
      'Le rapport est approuvé à l’unanimité.',
    ])
    expect(draft.meeting).toMatchObject({ date: '2026-09-01', startTime: '18:00', place: null })
  })
})

describe('a mail that sums up', () => {
  it('was written on the day of the meeting, and names those present without a colon', async () => {
    const draft = await read(
      [
        'From: Anne Roure <anne@exemple.fr>',
        'Date: Tue, 3 Mar 2026 18:02:00 +0100',
        'Subject: Suites',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Bonjour,',
        '',
        'Voici l’essentiel du point ce jour sur les clés.',
        '',
        'Présents Luc G., Zoé L., Nadia S. et Paul T.',
        '',
        'Les clés manquent. Il a été convenu d’en refaire.',
      ].join('\r\n'),
      'suites.eml',
      '2026-06-01',
    )
    expect(draft.meeting.date).toBe('2026-03-03')
    expect(names(draft)).toEqual(['Luc G. present', 'Zoé L. present', 'Nadia S. present', 'Paul T. present'])
  })
})

describe('what "on" does behind an arrow', () => {
  it('is decided', async () => {
    const draft = await text([
      'Notes de la réunion du 3 mars 2026',
      'Présents : Anne, Paul, Zoé, Kim',
      '1. Châssis',
      '=> on ne fait plus de tombola',
      '=> on fait 3 bandes de terre',
      '=> on ne voit pas de solution',
    ])
    expect(draft.decisions.map((one) => one.text)).toEqual([
      'on ne fait plus de tombola',
      'on fait 3 bandes de terre',
    ])
  })
})
