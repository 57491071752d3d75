import { describe, expect, it } from 'vitest'
import type { PrintedPosition } from '../../electron/domain/meetings/meeting-file.ts'
import { positionSentence, wordsBesideStance } from '../../electron/domain/minutes/position-sentence.ts'
import {
  articleOf,
  articlesOf,
  ofWhom,
  withArticle,
} from '../../electron/domain/people/organisation-article.ts'

const nbsp = '\u00a0'

describe('an organisation in a sentence', () => {
  it.each([
    ['AMF', 'Association des communes', 'l’AMF'],
    ['direction du numérique', 'direction du numérique', 'la direction du numérique'],
    ['Direction du numérique', 'Direction du numérique', 'la Direction du numérique'],
    ['DINUM', 'Direction interministérielle', 'la DINUM'],
    ['SGX', 'Secrétariat général exemple', 'le SGX'],
    ['Ministère exemple', 'Ministère exemple', 'le Ministère exemple'],
    ['Départements exemple', 'Départements exemple', 'les Départements exemple'],
    ['Villes de France exemple', 'Villes de France exemple', 'Villes de France exemple'],
    ['Archives de France', 'Archives de France', 'les Archives de France'],
    ['État', 'État', 'l’État'],
    ['Parlement', 'Parlement', 'le Parlement'],
    ['AMX', 'AMX', 'l’AMX'],
    ['UX', 'Union exemple', 'l’UX'],
  ])('%s, called %s, is %s', (printed, name, words) => {
    expect(withArticle(printed, articleOf(name))).toBe(words)
  })

  it('has the article that the directory keeps, by its name and by its acronym', () => {
    const kept = articlesOf([
      { name: 'Centre national exemple', acronym: 'CNX', article: null },
      { name: 'Direction exemple', acronym: 'DIX', article: null },
      { name: 'HX', acronym: '', article: 'l’' },
      { name: 'Régions', acronym: '', article: '' },
    ])
    expect(
      ['CNX', 'dix', 'HX', 'Régions', 'Centre national exemple'].map((name) => ofWhom(name, kept)),
    ).toEqual(['du CNX', 'de la dix', 'de l’HX', 'de Régions', 'du Centre national exemple'])
    expect(['CNX', 'HX', 'Régions'].map((name) => ofWhom(name))).toEqual(['de CNX', 'de HX', 'des Régions'])
    expect(articleOf('CNX', kept)).toBe('le')
  })

  it('has its own where its acronym does not take that of the name', () => {
    const kept = articlesOf([
      { name: 'Départements de France', acronym: 'ADX', article: null },
      { name: 'Usagers du rail exemple', acronym: 'URX', article: null },
      { name: 'Archives exemple', acronym: 'ANX', article: null },
      { name: 'Villes exemple', acronym: 'VX', article: null },
      { name: 'Énergie exemple', acronym: 'ENX', article: '' },
    ])
    expect(['ADX', 'URX', 'ANX', 'VX', 'ENX', 'Archives exemple'].map((name) => ofWhom(name, kept))).toEqual([
      'de l’ADX',
      'de l’URX',
      'de l’ANX',
      'de VX',
      'd’ENX',
      'des Archives exemple',
    ])
  })

  it('has the same article in whatever order the directory comes', () => {
    const bodies = [
      { name: 'Centre national exemple', acronym: 'CNX', article: null },
      { name: 'Confédération nationale exemple', acronym: 'CNX', article: null },
      { name: 'Conseil exemple', acronym: 'CX', article: null },
      { name: 'Comité exemple', acronym: 'CX', article: null },
      { name: 'DX', acronym: '', article: 'le' as const },
      { name: 'Direction exemple', acronym: 'DX', article: null },
    ]
    for (const rows of [bodies, bodies.toReversed()])
      expect(['CNX', 'CX', 'DX'].map((name) => ofWhom(name, articlesOf(rows)))).toEqual([
        'de CNX',
        'du CX',
        'du DX',
      ])
  })

  it('has the article that a person chose', () => {
    expect(withArticle('HX', 'l’')).toBe('l’HX')
    expect(withArticle('Régions', 'les')).toBe('les Régions')
    expect(withArticle('Intercommunalités exemple', '')).toBe('Intercommunalités exemple')
  })
})

describe('a position', () => {
  const said = (organisation: string, stance: PrintedPosition['stance'], words = '', name = organisation) =>
    positionSentence({ organisation, stance, words }, articleOf(name))

  it.each([
    [said('AMF', 'favorable', '', 'Association exemple'), 'L’AMF est favorable.'],
    [
      said('UPVF', 'defavorable', 'contre le calendrier proposé', 'Union exemple'),
      'L’UPVF est contre le calendrier proposé.',
    ],
    [
      said('Les Villes exemple', 'defavorable', 'Contre ce calendrier'),
      'Les Villes exemple sont contre ce calendrier.',
    ],
    [
      said('UPVF', 'defavorable', 'refuse le calendrier', 'Union exemple'),
      'L’UPVF est défavorable et refuse le calendrier.',
    ],
    [
      said('direction du numérique', 'reservee', 'sur les délais.'),
      'La direction du numérique réserve sa position sur les délais.',
    ],
    [said('ADX', 'reservee', 'réserves sur le coût'), 'L’ADX émet des réserves sur le coût.'],
    [said('ADX', 'reservee', 'Réserve sur le calendrier'), 'L’ADX émet une réserve sur le calendrier.'],
    [said('ADX', 'reservee', 'émet des réserves'), 'L’ADX émet des réserves.'],
    [said('Les Villes exemple', 'reservee', 'réserves'), 'Les Villes exemple émettent des réserves.'],
    [said('ADX', 'reservee', 'réservée sur le coût'), 'L’ADX réserve sa position sur le coût.'],
    [
      said('AMF', 'defavorable', 'demande le retrait du texte', 'Association exemple'),
      'L’AMF est défavorable et demande le retrait du texte.',
    ],
    [
      said('Villes de France exemple', 'reserves', 'calendrier trop court..'),
      `Villes de France exemple est favorable avec réserves${nbsp}: calendrier trop court.`,
    ],
    [
      said('AMF', 'reserves', 'sous réserve du budget', 'Association exemple'),
      'L’AMF est favorable sous réserve du budget.',
    ],
    [said('Conseil exemple', 'sansAvis'), 'Le Conseil exemple ne se prononce pas.'],
    [said('Les Départements', 'reserves'), 'Les Départements sont favorables avec réserves.'],
    [said('le Conseil exemple', 'favorable'), 'Le Conseil exemple est favorable.'],
    [said('Hôpitaux publics', 'reservee'), 'Les Hôpitaux publics réservent leur position.'],
    [said('Haute Autorité exemple', 'favorable'), 'La Haute Autorité exemple est favorable.'],
    [said('Hôpital exemple', 'favorable'), 'L’Hôpital exemple est favorable.'],
    [said('Éditeurs', 'favorable', '.'), 'Les Éditeurs sont favorables.'],
    [
      said('Conseil exemple', 'favorable', 'Favorable sous conditions'),
      'Le Conseil exemple est favorable sous conditions.',
    ],
    [said('Conseil exemple', 'defavorable', 'Défavorable.'), 'Le Conseil exemple est défavorable.'],
    // As people type them: with a capital, and with a verb of one for several.
    [
      said('AMF', 'reserves', 'Sur le calendrier.', 'Association exemple'),
      'L’AMF est favorable avec réserves sur le calendrier.',
    ],
    [
      said('Les Villes exemple', 'favorable', 'Sous réserve du budget'),
      'Les Villes exemple sont favorables sous réserve du budget.',
    ],
    [
      said('AMF', 'favorable', 'Mais demande un délai', 'Association exemple'),
      'L’AMF est favorable, mais demande un délai.',
    ],
    [
      said('Régions exemple', 'favorable', 'propose une expérimentation'),
      'Les Régions exemple sont favorables. Propose une expérimentation.',
    ],
    [
      said('Régions exemple', 'favorable', 'demandent une expérimentation'),
      'Les Régions exemple sont favorables et demandent une expérimentation.',
    ],
    [
      said('AMF', 'reserves', 'La compensation est insuffisante. Le délai aussi', 'Association exemple'),
      'L’AMF est favorable avec réserves. La compensation est insuffisante. Le délai aussi.',
    ],
    [
      said('Association des communes exemple', 'reservee'),
      'L’Association des communes exemple réserve sa position.',
    ],
    [
      said('Conseil exemple', 'favorable', 'Favorable. Mais le délai est court.'),
      'Le Conseil exemple est favorable. Mais le délai est court.',
    ],
    // Said once, and an acronym is no first word of a sentence.
    [
      said('Les Villes exemple', 'reserves', 'avec réserves sur le budget'),
      'Les Villes exemple sont favorables avec réserves sur le budget.',
    ],
    [
      said('AMF', 'reservee', 'Réserve sa position sur le budget', 'Association exemple'),
      'L’AMF réserve sa position sur le budget.',
    ],
    [said('Conseil exemple', 'sansAvis', 'Ne se prononce pas'), 'Le Conseil exemple ne se prononce pas.'],
    [
      said('AMF', 'favorable', 'SI du ministère : à revoir', 'Association exemple'),
      'L’AMF est favorable. SI du ministère : à revoir.',
    ],
  ])('reads %s', (words, expected) => {
    expect(words).toBe(expected)
  })

  it('agrees with a plural name', () => {
    expect(positionSentence({ organisation: 'Régions', stance: 'favorable', words: '' }, 'les')).toBe(
      'Les Régions sont favorables.',
    )
  })
})

describe('what is told beside a stance that is printed by itself', () => {
  it.each([
    ['favorable', 'favorable, sous réserve d’un bilan', 'Sous réserve d’un bilan'],
    ['favorable', 'Avis favorable. Le délai est court.', 'Le délai est court.'],
    ['favorable', 'Favorable.', ''],
    ['favorable', 'Favorable au projet', 'Favorable au projet'],
    ['favorable', 'Favorable et vigilant', 'Favorable et vigilant'],
    ['favorable', 'Avis favorable du bureau', 'Avis favorable du bureau'],
    ['favorable', 'Favorable, et vigilant', 'Et vigilant'],
    ['favorable', 'Favorable\u00a0! Très bien.', 'Très bien.'],
    ['favorable', 'favorable… sous réserve', 'Sous réserve'],
    ['sansAvis', 'Ne se prononce pas sur le fond', 'Ne se prononce pas sur le fond'],
    ['reserves', 'Favorable si le délai est tenu', 'Si le délai est tenu'],
    ['defavorable', 'Le délai est court', 'Le délai est court'],
    ['sansAvis', '', ''],
  ] as const)('%s does not say it twice: %s', (stance, words, expected) => {
    expect(wordsBesideStance({ stance, words })).toBe(expected)
  })
})
