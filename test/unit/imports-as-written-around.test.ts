import { describe, expect, it } from 'vitest'
import { markdown, names, read, text, titles } from './said.ts'

// What stands around the subjects of notes and mails, with the structure of real files and invented words.

describe('who was there', () => {
  it('are what a channel calls them, where it says them again', async () => {
    const draft = await markdown(
      '# Réunion n° 7\n\nmardi 3 mars 2026, 21 h\n\nÉtaient là : zibou, Olt, p4tou, mdes, Fanch (à partir de 21h30)\n\n## Version 3\n\n- p4tou a fini le script\n- zibou relit, Olt aussi\n- #ACTION mdes propose une présentation\n\n## Divers\n\nRien.\n',
    )
    expect(names(draft)).toEqual([
      'zibou present',
      'Olt present',
      'p4tou present',
      'mdes present',
      'Fanch present',
    ])
  })

  it('are those who chair and write, where only the others are listed', async () => {
    const draft = await text([
      'Procès-verbal de l’assemblée générale du 3 mars 2026',
      'Secrétaire de séance : Armelle Roure',
      'Présidente de séance : Maud Lidon',
      '1. Ouverture',
      'La présidente ouvre la séance à 17h15. Se sont excusés : M. Aurélien Viale et Mme Odile Marval.',
      '2. Rapport moral',
      'Le rapport moral est approuvé à l’unanimité.',
    ])
    expect(names(draft).sort()).toEqual([
      'Armelle Roure present',
      'Aurélien Viale excuse',
      'Maud Lidon present',
      'Odile Marval excuse',
    ])
  })

  it('may be said with the hour and the place of the meeting', async () => {
    const draft = await text([
      'Conseil d’administration du mercredi 4 février 2026',
      'Le conseil s’est réuni au local, à 18 heures, autour de Geneviève Aubrac (présidente), Rachid Viale et Philippe Lidon.',
      '1. Comptes',
      'Le conseil arrête les comptes.',
      '2. Locaux',
      'Le bail est renouvelé.',
    ])
    expect(draft.meeting).toMatchObject({ date: '2026-02-04', startTime: '18:00' })
    expect(names(draft)).toHaveLength(3)
  })
})

describe('what is no part of the meeting', () => {
  it('is what a mail quotes below its agenda', async () => {
    const draft = await read(
      [
        'From: Carole Roure <carole@exemple.fr>',
        'Date: Tue, 6 Jan 2026 08:02:00 +0100',
        'Subject: Re: Bureau de janvier - ordre du jour',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Bonsoir,',
        '',
        'On part sur le mardi 13 pour le bureau. Rendez-vous à 20h15 au club-house du gymnase.',
        '',
        'Au menu :',
        '1) Approbation du compte rendu',
        '2) Trésorerie',
        '3) Tournoi',
        '',
        'Carole',
        '',
        'Le lun. 5 janv. 2026 à 18:02, Luc Lidon <luc@exemple.fr> a écrit :',
        'Pour moi le 15 à 19h c’est mort.',
        'On cale le bureau le jeudi 15 janvier à 19h ?',
      ].join('\r\n'),
      'bureau.eml',
      '2026-06-01',
    )
    expect(draft.meeting).toMatchObject({ date: '2026-01-13', startTime: '20:15' })
  })

  it('is the list of the parts of a page', async () => {
    const draft = await read(
      '<h3>Table des matières</h3><ul><li>Banc</li><li>Détecteur</li></ul><h1>CR réunion du jeudi 5 mars 2026</h1><p>(14h-15h20, salle Huyghens)</p><p>Sur place : Zoé, Luc, Kim</p><h2>Banc</h2><p>Il est aligné.</p><h2>Détecteur</h2><p>Il est changé.</p>',
      'page.html',
      '2026-06-01',
    )
    expect(titles(draft)).toEqual(['Banc', 'Détecteur'])
    expect(draft.meeting).toMatchObject({ startTime: '14:00', endTime: '15:20', place: 'salle Huyghens' })
  })
})
