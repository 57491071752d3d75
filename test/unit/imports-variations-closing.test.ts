import { describe, expect, it } from 'vitest'
import { read, said } from './said.ts'

const there = async (lines: string) =>
  (
    await read(`Procès-verbal du comité des rives\n5 mai 2026\n\n${lines}\n\n1. Quai\nTexte.\n2. Divers`)
  ).participants.map(({ givenName, familyName, organisation, role, attendance, representedBy }) =>
    [givenName, familyName, organisation, role, attendance, representedBy].map((one) => one ?? '').join('|'),
  )

describe('who was there, in sentences', () => {
  it.each([
    [
      'one civility for several',
      'Étaient présents : Mmes Anne Roy, Lise Petit et Zoé Bon, MM. Paul Lac et Hugo d’Arvor.\nExcusé (M. Luc Borde, représenté par Mme Anne Roy).',
      [
        'Anne|Roy|||present|',
        'Lise|Petit|||present|',
        'Zoé|Bon|||present|',
        'Paul|Lac|||present|',
        'Hugo|d’Arvor|||present|',
        'Luc|Borde|||represente|Mme Anne Roy',
      ],
    ],
    [
      'all in one line',
      'Étaient présents : Mmes Anne Roy et Lise Petit. Excusé (M. Luc Borde, ayant donné pouvoir à Mme Anne Roy)',
      ['Anne|Roy|||present|', 'Lise|Petit|||present|', 'Luc|Borde|||represente|Mme Anne Roy'],
    ],
    [
      'no colon, with what they are',
      'Étaient présents Mme Anne Roy, présidente, M. Paul Lac, trésorier, et Mme Zoé Bon. Étaient excusés M. Luc Borde et Mme Rose Val.',
      [
        'Anne|Roy||présidente|present|',
        'Paul|Lac||trésorier|present|',
        'Zoé|Bon|||present|',
        'Luc|Borde|||excuse|',
        'Rose|Val|||excuse|',
      ],
    ],
    [
      'powers one after the other',
      'Excusés : M. Luc Borde ayant donné pouvoir à Mme Anne Roy, Mme Rose Val représentée par M. Paul Lac et M. Jean Mur',
      ['Luc|Borde|||represente|Mme Anne Roy', 'Rose|Val|||represente|M. Paul Lac', 'Jean|Mur|||excuse|'],
    ],
    [
      'family names alone behind one civility',
      'Présents : Mmes Roy, Petit et Bon, MM. Lac (DGX) et Mur.\nS’étaient excusés : M. Val et Mme Pré.',
      [
        '|Roy|||present|',
        '|Petit|||present|',
        '|Bon|||present|',
        '|Lac|DGX||present|',
        '|Mur|||present|',
        '|Val|||excuse|',
        '|Pré|||excuse|',
      ],
    ],
    [
      'particles, and an office that names nobody',
      'Étaient présents : Mmes Anne de la Tour, Lise d’Arc, MM. Paul Lac et Hugo Le Bris, M. le préfet du Torvan.',
      [
        'Anne|de la Tour|||present|',
        'Lise|d’Arc|||present|',
        'Paul|Lac|||present|',
        'Hugo|Le Bris|||present|',
      ],
    ],
    [
      'where each works between commas',
      'Assistaient à la réunion : Anne Roy, DGX, Paul Lac, service des eaux, et Zoé Bon, ANX.',
      ['Anne|Roy|DGX||present|', 'Paul|Lac|service des eaux||present|', 'Zoé|Bon|ANX||present|'],
    ],
    [
      'each group behind its own label, in one line',
      'Participants : Anne Roy (DGX), Paul Lac et Zoé Bon (ANX). Excusés : Luc Val. Absents : néant.',
      ['Anne|Roy|DGX||present|', 'Paul|Lac|||present|', 'Zoé|Bon|ANX||present|', 'Luc|Val|||excuse|'],
    ],
    [
      'two joined in the middle, a comma in the label',
      'Présents : Anne Roy, Paul Lac et Zoé Bon, Luc Borde\nExcusée, ayant donné procuration : Mme Rose Val (procuration à M. Paul Lac).',
      [
        'Anne|Roy|||present|',
        'Paul|Lac|||present|',
        'Zoé|Bon|||present|',
        'Luc|Borde|||present|',
        'Rose|Val|||represente|M. Paul Lac',
      ],
    ],
  ])('%s', async (_, lines, people) => {
    expect(await there(lines)).toEqual(people)
  })

  it('takes a body with an "et" in its name for no two persons', async () => {
    expect(await there('Présents :\n- Anne Roy, Eaux et forêts\n- Paul Lac, Culture et Sports')).toEqual([
      'Anne|Roy|Eaux et forêts||present|',
      'Paul|Lac|Culture et Sports||present|',
    ])
  })
})

describe('who signs', () => {
  const END = 'Plus rien n’étant à l’ordre du jour, la séance est levée à vingt heures.'

  it.each([
    [
      'two columns parted by tabs',
      `${END}\nLa présidente\t\t\tLe secrétaire de séance\nAnne Roy\t\t\tPaul Lac`,
    ],
    ['one below the other', `${END}\n\nLe maire,\nYvon Delmas\n\nLa secrétaire de séance,\nAnne Roy`],
    ['names behind the offices', 'La présidente, Anne Roy\nLe secrétaire, Paul Lac'],
    [
      'for somebody else',
      'Aucune question ne restant à l’ordre du jour, la réunion est close.\nPour le directeur',
    ],
    ['a place and a day above', 'Fait à Vaux, le 6 mai 2026\nLe président,\nPaul Lac'],
    [
      'the agenda is exhausted',
      'L’ordre du jour étant épuisé, le président lève la séance.\nLe président\nAnne Roy',
    ],
  ])('%s', async (_, end) => {
    const draft = await read(
      `PROCÈS-VERBAL DU BUREAU DES BERGES\n5 mai 2026\n\nPrésents : Anne Roy, Paul Lac\n\n1. Quai\nLe quai est long.\n2. Divers\nNéant.\n\n${end}`,
    )
    expect(said(draft.items)).toEqual(['1 Quai', '2 Divers'])
    expect(draft.items.at(-1)?.note).toBe('Néant.')
  })

  it('leaves an agenda whose lines speak of offices whole', async () => {
    const draft = await read(
      'Comité des berges\n5 mai 2026\n\nOrdre du jour :\n\n1. Le président : élection\n2. Le secrétaire de séance\n3. Quai',
    )
    expect(said(draft.items)).toHaveLength(3)
  })
})

describe('minutes typed without numbers or styles', () => {
  const items = async (lines: string) =>
    said((await read(`Procès-verbal du bureau des berges\n5 mai 2026\n\n${lines}`)).items)

  it.each([
    [
      'short lines over sentences',
      'Présents : Anne Roy, Paul Lac\nLe quorum est atteint.\n\nComptes 2025\nLe trésorier présente les comptes.\nIls sont approuvés.\n\nQuestions diverses\nAucune question n’est posée.\n\nLa séance est levée à 20 h.\nLa présidente\nAnne Roy',
      ['Comptes 2025', 'Questions diverses'],
    ],
    [
      'capitals',
      'Étaient présents : Mme Anne Roy et M. Paul Lac.\n\nQUAI\nLe quai est long. Il est refait.\n\nBERGE\nLa berge est basse.\n',
      ['QUAI', 'BERGE'],
    ],
    [
      'those away below those present',
      'Présents : Anne Roy\nExcusés : Paul Lac\n\nNuit du fleuve\nDouze bénévoles se sont inscrits.\nTarifs\nIls ne changent pas.\n',
      ['Nuit du fleuve', 'Tarifs'],
    ],
    [
      'what is to be done below a title',
      'Présents : Anne Roy, Paul Lac\n\nNuit du fleuve\nDouze bénévoles se sont inscrits.\nAction : imprimer les affiches (Anne Roy)\nTarifs\nIls ne changent pas.\n',
      ['Nuit du fleuve', 'Tarifs'],
    ],
    // One short line may be anything.
    [
      'one line alone',
      'Présents : Anne Roy, Paul Lac\n\nNuit du fleuve\nDouze bénévoles se sont inscrits.\n',
      [],
    ],
    [
      'names over what they said',
      'Présents : Anne Roy, Paul Lac\n\nAnne Roy\nLe quai est long.\nPaul Lac\nIl est bas.\n',
      [],
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await items(lines)).toEqual(expected)
  })

  it('reads who gave a power to whom, several in one line', async () => {
    expect(
      await there(
        'Présents : Paul Lac\nAbsents ayant donné pouvoir : M. Jean Mur à Mme Roy, Mme Rose Val à M. Lac',
      ),
    ).toEqual(['Paul|Lac|||present|', 'Jean|Mur|||represente|Mme Roy', 'Rose|Val|||represente|M. Lac'])
  })
})
