import { describe, expect, it } from 'vitest'
import { markdown, names, text } from './said.ts'

// Who came, and who does what, as ordinary minutes write it.

const came = async (...lines: string[]) =>
  names(await text(['Compte rendu du bureau du 3 mars 2026', ...lines, '1. Le four', 'Il chauffe mal.']))

describe('titled names without commas', () => {
  it('are as many as there are titles', async () => {
    expect(await came('Présents : M. Paul BON M. Luc LAC Mme Zoé ROY M. Jean TAR')).toEqual([
      'Paul BON present',
      'Luc LAC present',
      'Zoé ROY present',
      'Jean TAR present',
    ])
    expect(await came('Présents : Mme Anne ROY Mme Zoé LAC Mme Odile BON')).toEqual([
      'Anne ROY present',
      'Zoé LAC present',
      'Odile BON present',
    ])
    expect(await came('Présents : M. Paul BON Mme Zoé LAC')).toEqual(['Paul BON present', 'Zoé LAC present'])
  })
})

describe('who is no person', () => {
  it('is an organisation in each bullet, though the text names it again', async () => {
    for (const bodies of [
      ['DGX', 'DNF', 'SGA'],
      ['Mairie', 'Préfecture', 'Département'],
    ]) {
      const lines = ['Présents :', ...bodies.map((body) => `- ${body}`)]
      const draft = await text([
        'Compte rendu du comité du 3 mars 2026',
        ...lines,
        '1. Le four',
        `${bodies[0]} et ${bodies[1]} rendront leur avis.`,
        `${bodies[2]} suivra.`,
      ])
      expect(names(draft)).toEqual([])
    }
  })

  it('is nobody who presides over something else', async () => {
    const said = async (words: string) =>
      names(await text(['Compte rendu du bureau du 3 mars 2026', words, '1. Le four', 'Il chauffe mal.']))
    expect(await said('Mme Zoé Marval préside la commission des travaux depuis 2024.')).toEqual([])
    expect(
      await said(
        'M. Basile Oriol exerce les fonctions de président de la fédération voisine, qui s’est excusée.',
      ),
    ).toEqual([])
    expect(await said('M. Basile Oriol assure le secrétariat de la fédération voisine.')).toEqual([])
    expect(await said('Mme Zoé Marval préside la séance.')).toEqual(['Zoé Marval present'])
    expect(await said('Mme Zoé Marval préside l’assemblée générale.')).toEqual(['Zoé Marval present'])
    expect(
      await said('Mme Zoé Marval préside et M. Basile Oriol exerce les fonctions de secrétaire de séance.'),
    ).toEqual(['Zoé Marval present', 'Basile Oriol present'])
  })
})

const done = async (...lines: string[]) =>
  (
    await text(['Compte rendu du bureau du 3 mars 2026', 'Présents : Anne Roure, Paul Lidon', ...lines])
  ).actions.map(({ owner, text: words }) => [owner, words])

describe('below « Qui fait quoi »', () => {
  it('stands a task before who does it', async () => {
    expect(
      await done(
        '1. La fête',
        'Elle approche.',
        'Qui fait quoi :',
        '- Affiche : Momo',
        '- Buvette : Luc et Nina',
        '- Rappel : les courses se font le samedi',
        '- Sono : à voir',
        '- Musique : non décidé',
      ),
    ).toEqual([
      ['Momo', 'Affiche'],
      ['Luc et Nina', 'Buvette'],
      [null, 'Rappel : les courses se font le samedi'],
      [null, 'Sono : à voir'],
      [null, 'Musique : non décidé'],
    ])
  })

  it('stands who does it before a verb, whatever their name', async () => {
    expect(
      await done(
        '1. La fête',
        'Elle approche.',
        'Qui fait quoi :',
        '- Momo : préparer la buvette',
        '- Équipe cuisine : achète le pain',
      ),
    ).toEqual([
      ['Momo', 'préparer la buvette'],
      ['Équipe cuisine', 'achète le pain'],
    ])
  })
})

describe('whoever is told of in an action', () => {
  it.each([
    'M. Bel doit être prévenu',
    'M. Bel n’a pas encore été relancé',
    'M. Basile Oriol a relancé la mairie',
    'M. Bel étant absent, trouver quelqu’un pour le bar',
    'M. Bel peut être remplacé',
    'M. Bel ne vient pas',
  ])('does not do it: %s', async (words) => {
    const [[owner] = []] = await done('1. La fête', 'Elle approche.', 'Actions :', `- ${words}`)
    expect(owner).toBeNull()
  })

  it.each([
    ['Mme Roy diffuse le planning', 'Mme Roy'],
    ['M. Bel et Mme Roy relisent la charte', 'M. Bel et Mme Roy'],
    ['M. Bel doit relancer la mairie', 'M. Bel'],
    ['M. Bel se charge des courses', 'M. Bel'],
    ['Mme Roy fera le point avec la banque', 'Mme Roy'],
  ])('does it as its subject: %s', async (words, who) => {
    expect(await done('1. La fête', 'Elle approche.', 'Actions :', `- ${words}`)).toEqual([[who, words]])
  })
})

describe('a list of people and where they work', () => {
  const placed = async (...lines: string[]) =>
    (
      await text(['Compte rendu du groupe du 3 mars 2026', ...lines, 'Ordre du jour', '- Le four'])
    ).participants.map(({ givenName, familyName, organisation, attendance }) =>
      [givenName, familyName, organisation, attendance].join(' | '),
    )

  it('stands below a remark in brackets to those who fill it in', async () => {
    expect(
      await placed(
        'Participants : (merci de laisser une adresse pour la liste de diffusion)',
        '- Anne ROURE - CD97 (a.roure@cd97.example)',
        '- Zoé MARVAL - Vallon Bleu ( zoe@vallon.example )',
      ),
    ).toEqual(['Anne | ROURE | CD97 | present', 'Zoé | MARVAL | Vallon Bleu | present'])
  })

  it('takes a body behind a comma for no person, however it is called', async () => {
    expect(
      await placed(
        'Présents :',
        '- Anne ROURE, Vallon Bleu',
        '- Basile Oriol, PNR du Torvan',
        '- Luc LIDON CD97 (l.lidon@cd97.example)',
        '- Odile FERRAND, Paul Marval',
      ),
    ).toEqual([
      'Anne | ROURE | Vallon Bleu | present',
      'Basile | Oriol | PNR du Torvan | present',
      'Luc | LIDON | CD97 | present',
      'Odile | FERRAND |  | present',
      'Paul | Marval |  | present',
    ])
  })

  it('goes on where one that is counted is written otherwise', async () => {
    const list = (fourth: string) =>
      [
        'Anne ROURE, DGX',
        'Zoé MARVAL, DGX',
        'Luc LIDON, DGX',
        fourth,
        'Basile ORIOL - Vallon Bleu',
        'Odile FERRAND - Vallon Bleu',
      ].map((words, at) => `${at + 1}. ${words}`)
    const read = await placed('Participants :', ...list('Jean-Loup Aubrac LES QUAIS'))
    expect(read).toContain('Basile | ORIOL | Vallon Bleu | present')
    expect(read).toContain('Odile | FERRAND | Vallon Bleu | present')
  })

  it('is a line each below what they are called together, where Markdown would join them', async () => {
    const page = await markdown(`# Compte rendu du 3 mars 2026

Participants :
 - Trésorerie :
        Anne Roure
        Zoé Marval

 -  Atelier :
        Luc Lidon
        Odile Ferrand

Remarques :
 - Le four :
        Il chauffe mal
        Personne ne l’a vu
`)
    expect(names(page)).toEqual([
      'Anne Roure present',
      'Zoé Marval present',
      'Luc Lidon present',
      'Odile Ferrand present',
    ])
  })
})
