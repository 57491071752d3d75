import { describe, expect, it } from 'vitest'
import { goesOn } from '../../electron/imports/pdf/text-lines.ts'
import { blocksOfLines } from '../../electron/imports/readers/text-lines.ts'
import { markdown, names, read, titles } from './said.ts'

// Councils that count their acts, steering groups and teams, with the structure of real files and invented words.

const html = (body: string) => read(`<html><body>${body}</body></html>`, 'reunion.html', '2026-06-01')

describe('a council that counts its acts', () => {
  it('reads each act as an item, numbers within as its text, and the list over the signatures once', async () => {
    const draft = await markdown(
      'Procès-verbal du conseil municipal\n\nSéance du 12 mai 2026\n\nPrésents : M.ORSINI Anatole, Mme DU VAL Zélie, M.LIS Paul\n\nLa séance est ouverte à 19H10.\n\n2026-114 SUBVENTION AU MOULIN\n\nLe moulin demande une aide pour sa roue.\n\nLe conseil municipal accepte à l’unanimité.\n\n2026-115 TARIFS DU FOUR : Révision\n\n1) On propose pour les habitants :\n\nun pain par jour.\n\n2) On propose pour les autres :\n\ndeux pains par semaine.\n\nLe conseil municipal accepte à l’unanimité.\n\n2026- 116 VENTE DU LAVOIR\n\nLe lavoir est à vendre depuis mars.\n\nLe conseil municipal accepte par 2 voix pour et 1 contre.\n\nLa séance est levée à 21H25.\n\n2026-114 Subvention moulin\n\n2026-115 Tarifs\n\n2026-116 Vente du lavoir\n',
    )
    expect(titles(draft)).toEqual(['SUBVENTION AU MOULIN', 'TARIFS DU FOUR : Révision', 'VENTE DU LAVOIR'])
    expect(draft.items.map(({ number }) => number)).toEqual(['2026-114', '2026-115', '2026-116'])
    expect(names(draft)).toEqual(['Anatole ORSINI present', 'Zélie DU VAL present', 'Paul LIS present'])
  })
})

describe('a council whose acts stand below short lines', () => {
  const HEAD = [
    'MAIRIE DE VAUX',
    '',
    'Compte rendu de la réunion du conseil municipal du 12 mai 2026',
    '',
    'Présents : Mmes et MM. Orsini – Du Val – Lis – Meunier',
    '',
    'Secrétaire de séance : M. Lis',
    '',
  ]

  it('has its first below the offices, one below a table, and one that is long', async () => {
    const draft = await read(
      [
        ...HEAD,
        'Délégué au syndicat des eaux',
        '',
        'Le conseil municipal désigne Monsieur Paul Lis, référent du syndicat des eaux.',
        '',
        'Virements de crédits',
        '',
        'Le conseil municipal décide de modifier les crédits comme suit :',
        '',
        'Article\tObjet\tMontant',
        '6061\tEau\t+ 10 €',
        '',
        'Remboursement',
        '',
        'Le conseil municipal décide de rembourser à Monsieur Lis la somme avancée pour la roue.',
        '',
        'Attribution d’une indemnité de conseil et de préparation des documents du budget au receveur du canton',
        '',
        'Le conseil municipal accorde au receveur une indemnité calculée selon les bases de l’arrêté.',
      ].join('\n'),
      'compte-rendu.txt',
      '2026-06-01',
    )
    expect(titles(draft)).toEqual([
      'Délégué au syndicat des eaux',
      'Virements de crédits',
      'Remboursement',
      'Attribution d’une indemnité de conseil et de préparation des documents du budget au receveur du canton',
    ])
  })

  it('decides in the middle of a sentence, allows the mayor, and lists what it decided', async () => {
    const draft = await read(
      [
        ...HEAD,
        'Location du four',
        '',
        'Suite à la demande d’un habitant, arrivée en mars, le conseil municipal refuse de louer le four.',
        '',
        'Dons',
        '',
        'Le conseil municipal accepte la somme de 40 € donnée pour la roue. Monsieur le maire est autorisé à la verser.',
        '',
        'Convention du bief',
        '',
        'Monsieur le maire est autorisé à signer la convention du bief avec le pays.',
        '',
        'Indemnité',
        '',
        'Le conseil municipal, vu le départ du receveur, décide à l’unanimité :',
        '- de demander le concours du receveur,',
        '- de lui verser une indemnité.',
        '',
        'Le conseil municipal débat ensuite de la fête.',
      ].join('\n'),
      'compte-rendu.txt',
      '2026-06-01',
    )
    expect(draft.decisions.map((one) => one.text)).toEqual([
      'Suite à la demande d’un habitant, arrivée en mars, le conseil municipal refuse de louer le four',
      'Le conseil municipal accepte la somme de 40 € donnée pour la roue',
      'Monsieur le maire est autorisé à signer la convention du bief avec le pays',
      'Le conseil municipal, vu le départ du receveur, décide à l’unanimité : de demander le concours du receveur ; de lui verser une indemnité',
    ])
  })
})

describe('a council that deliberates act by act', () => {
  it('decides each once, whatever stands between the formula and what it leads to', async () => {
    const draft = await markdown(
      [
        'Procès-verbal du conseil municipal',
        'Séance du 12 mai 2026',
        'Présents : M.ORSINI Anatole Maire, Mme DU VAL Zélie, M.LIS Paul Délégué, M. BON Luc',
        '2026-114 DÉLÉGUÉS AU SYNDICAT',
        'Le syndicat compte douze délégués.',
        'Après en avoir délibéré,',
        'Vu le code des communes',
        'Le conseil municipal désigne :',
        '- M. LIS Paul',
        '2026-115 DÉLÉGUÉS AU COLLÈGE',
        'Considérant qu’il faut un délégué, le conseil municipal après en avoir délibéré à l’unanimité, DÉSIGNE comme délégué M. BON Luc.',
        '2026-116 TARIFS DU FOUR',
        'Considérant que le bois est plus cher',
        'Le conseil municipal après en avoir délibéré,',
        'ACCEPTE les tarifs proposés.',
        '2026-117 VENTE DU LAVOIR',
        'Le prix proposé est le suivant :',
        'Le conseil municipal après en avoir délibéré à l’unanimité,',
        'CHARGE le maire de la vente.',
        '2026-118 FÊTE',
        'Les membres du conseil acceptent cette date.',
      ].join('\n\n'),
    )
    expect(draft.decisions.map(({ text, outcome }) => [text, outcome])).toEqual([
      ['Le conseil municipal désigne : M. LIS Paul', null],
      [
        'Considérant qu’il faut un délégué, le conseil municipal après en avoir délibéré à l’unanimité, DÉSIGNE comme délégué M. BON Luc',
        null,
      ],
      ['ACCEPTE les tarifs proposés', null],
      [
        'VENTE DU LAVOIR : CHARGE le maire de la vente',
        'Le conseil municipal après en avoir délibéré à l’unanimité,',
      ],
      ['Les membres du conseil acceptent cette date', null],
    ])
    expect(names(draft)).toEqual([
      'Anatole ORSINI present',
      'Zélie DU VAL present',
      'Paul LIS present',
      'Luc BON present',
    ])
  })

  it('decides what stands below the formula, and what was proposed above it', async () => {
    const draft = await markdown(
      [
        'Procès-verbal du conseil municipal',
        'Séance du 12 mai 2026',
        'Présents : M. ORSINI Anatole, M. LIS Paul, M. BON Luc',
        '2026-120 VENTE DU FOUR',
        'Les membres du conseil, après en avoir délibéré à l’unanimité,',
        'DÉCIDENT de vendre le four.',
        'CHARGENT le maire de la vente.',
        '2026-121 TERRAINS',
        'Il est demandé au conseil municipal d’autoriser le maire :',
        '- à céder le pré du bas ;',
        '- à signer l’acte.',
        'Proposition adoptée à l’unanimité des membres présents',
        'Le maire propose de louer le pré du haut au club.',
        'Propositions adoptées à l’unanimité des membres présents',
        '2026-122 COUPES',
        'Le conseil municipal :',
        '-Approuve, pour 2027, l’état des coupes.',
        '-Fixe la taxe à 12 €.',
      ].join('\n\n'),
    )
    expect(draft.decisions.map(({ text }) => text)).toEqual([
      'VENTE DU FOUR : DÉCIDENT de vendre le four ; CHARGENT le maire de la vente',
      'TERRAINS : Il est demandé au conseil municipal d’autoriser le maire : à céder le pré du bas ; à signer l’acte',
      'TERRAINS : Le maire propose de louer le pré du haut au club',
      'Le conseil municipal : Approuve, pour 2027, l’état des coupes ; Fixe la taxe à 12 €',
    ])
  })

  it('has its members sign beside their names: who was away was so alone', async () => {
    const draft = await markdown(
      'Procès-verbal du 12 mai 2026\n\nPrésents : M. ORSINI Anatole, Mme DU VAL Zélie, M. LIS Paul\n\nAbsente excusée : Mme BON Rose\n\n2026-114 FÊTE\n\nElle aura lieu en juin.\n\n2026-115 FOUR\n\nIl chauffe.\n\n| Noms | Signatures |\n|---|---|\n| Anatole ORSINI | |\n| Rose BON | Absente excusée |\n| Zélie DU VAL | |\n| Paul LIS | |\n',
    )
    expect(names(draft)).toEqual([
      'Anatole ORSINI present',
      'Zélie DU VAL present',
      'Paul LIS present',
      'Rose BON excuse',
    ])
  })
})

describe('a line that the margin cut before a number', () => {
  it('goes on with a sum, or behind a word that leads on, and not with the next item', () => {
    const line = (words: string, y: number) => ({
      runs: [{ text: words, left: 70, right: 520, gaps: [] }],
      left: 70,
      right: 520,
      y,
      size: 10,
      letters: words.length,
      isStrong: false,
    })
    const doesGoOn = (above: string, below: string) => goesOn(line(above, 700), line(below, 688), 525, 12)
    expect(doesGoOn('les travaux vont au moins-disant, au prix', '16 800.00 € HT.')).toBe(true)
    expect(doesGoOn('les travaux sont payés au plus tard le', '12 mai de cette année')).toBe(true)
    expect(doesGoOn('les travaux sont payés au plus tard', '12. Le bief')).toBe(false)
    expect(blocksOfLines('20.00 € TTC par sac').map(({ type }) => type)).toEqual(['paragraph'])
    expect(blocksOfLines('20.1 Les sacs').map(({ type }) => type)).toEqual(['listItem'])
  })
})

describe('minutes whose parts are numbered', () => {
  const text = 'Le moulin a tourné tout le mois sans autre arrêt que celui de la roue, dit la meunière. '

  it('name who was there, which is no subject', async () => {
    const draft = await markdown(
      `Compte rendu du comité du 12 mai 2026\n\n1. Participants (sur place et à distance) :\n\n| Nom | Organisme |\n|---|---|\n| Anatole ORSINI | ANX |\n| Zélie DU VAL | DGX |\n\n2. La roue du moulin\n\n${text.repeat(2)}\n\n3. Les sacs de farine\n\n${text.repeat(2)}\n`,
    )
    expect(titles(draft)).toEqual(['La roue du moulin', 'Les sacs de farine'])
  })

  it('list who was there, and what is to be done for the next meeting', async () => {
    const draft = await markdown(
      '# Compte rendu 1\n\n## 12 mai 2026\n\n## 1 Participants\n\n- Anatole ORSINI\n- Zélie DU VAL\n\n## 2 Ordre du jour\n\n1. La roue\n2. Les sacs\n\n## 3 Prochaines étapes\n\nIl faut pour la prochaine réunion :\n\n1. Peser les sacs - Anatole\n2. Graisser la roue - Zélie\n\n## 4 Date et lieu de la prochaine réunion\n\nVendredi 15 mai - Réunion au moulin\n',
    )
    expect(names(draft)).toEqual(['Anatole ORSINI present', 'Zélie DU VAL present'])
    expect(titles(draft)).toEqual(['La roue', 'Les sacs'])
    expect(draft.actions.map(({ text, owner }) => [text, owner])).toEqual([
      ['Peser les sacs', 'Anatole'],
      ['Graisser la roue', 'Zélie'],
    ])
    // The weekday of its own line says the year.
    expect(draft.nextMeeting?.date).toBe('2026-05-15')
  })
})

describe('cells that say several things', () => {
  it('have their label over its value, and the day beside who was there', async () => {
    const draft = await html(
      '<h1>Compte rendu n° 2</h1><table><tr><td>Motif :<br>Choisir la roue</td><td>Lieu :<br>Moulin haut</td></tr><tr><td>Présents :<br>ORSINI Anatole<br>DU VAL Zélie</td><td>Date / heure de début / durée :<br>4/05/2026 9h15 durée 2h</td></tr></table><h2>Ordre du jour</h2><ul><li>La roue</li><li>Le bief</li></ul>',
    )
    expect(draft.meeting).toMatchObject({ date: '2026-05-04', startTime: '09:15', place: 'Moulin haut' })
    expect(names(draft)).toEqual(['Anatole ORSINI present', 'Zélie DU VAL present'])
  })

  it('have their hours below each other, or behind all that their label promises', async () => {
    const hours = async (cell: string) => {
      const { meeting } = await html(
        `<h1>Compte rendu n° 2</h1><table><tr><td>Présents :<br>ORSINI Anatole<br>DU VAL Zélie</td><td>${cell}</td></tr></table><h2>Ordre du jour</h2><ul><li>La roue</li><li>Le bief</li></ul>`,
      )
      return [meeting.date, meeting.startTime, meeting.endTime]
    }
    expect(await hours('Date / Heure de début / Durée : 4/05/26<br>début 13h<br>fin 14h')).toEqual([
      '2026-05-04',
      '13:00',
      '14:00',
    ])
    expect(await hours('Date / heure de début / durée : 18h10')).toEqual([null, '18:10', null])
  })

  it('have the day and the place behind one label', async () => {
    const both = async (...cells: string[]) => {
      const { meeting } = await html(
        `<h1>Compte rendu n° 2</h1><table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table><p>Présents : Anatole ORSINI, Zélie DU VAL</p><h2>La roue</h2><p>Elle tourne.</p>`,
      )
      return [meeting.date, meeting.startTime, meeting.place]
    }
    expect(await both('', 'Date & lieu :', '', '12 mai 2026', 'Moulin haut')).toEqual([
      '2026-05-12',
      null,
      'Moulin haut',
    ])
    expect(await both('Date et lieu', '12 mai 2026 à 18h30, salle du bief')).toEqual([
      '2026-05-12',
      '18:30',
      'salle du bief',
    ])
    expect(await both('Date et lieu', '12 mai 2026')).toEqual(['2026-05-12', null, null])
  })

  it('joins a heading that its writer cut', async () => {
    const draft = await html(
      '<h1>Compte rendu du 12 mai 2026</h1><p>Présents : Anatole ORSINI, Zélie DU VAL</p><h2>Réparation<br>de la roue</h2><p>Elle tourne.</p><h2>Vente<br>des sacs</h2><p>Ils sont vendus.</p>',
    )
    expect(titles(draft)).toEqual(['Réparation de la roue', 'Vente des sacs'])
  })
})
