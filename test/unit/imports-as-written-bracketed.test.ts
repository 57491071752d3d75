import { describe, expect, it } from 'vitest'
import type { Draft } from '../../electron/domain/agenda/draft.ts'
import { emptyReading } from '../../electron/imports/readers/reading.ts'
import { understand } from '../../electron/imports/understanding/understand.ts'
import { markdown, text } from './said.ts'

// Who came, with the structure of real files and invented names.

const who = ({ participants }: Draft) =>
  participants.map(({ givenName, familyName, organisation, attendance, representedBy }) => [
    givenName,
    familyName,
    organisation,
    attendance,
    representedBy ?? null,
  ])
const listed = async (...lines: string[]) =>
  who(
    await text([
      'Compte rendu de la réunion du 3 mars 2026',
      ...lines,
      'Ordre du jour',
      '1. Le four',
      '2. Le lavoir',
    ]),
  )

describe('names in brackets', () => {
  it.each([['(Anne ROURE, Zoé MARVAL)'], ['(Anne ROURE, Zoé MARVAL).'], ['Anne ROURE, Zoé MARVAL']])(
    'are people each where brackets stand around all of them: %s',
    async (names) => {
      expect(await listed(`Participants : ${names}`)).toEqual([
        ['Anne', 'ROURE', null, 'present', null],
        ['Zoé', 'MARVAL', null, 'present', null],
      ])
    },
  )

  it('hold the power of whoever stands before them, below such a title', async () => {
    expect(
      await listed(
        'Présents : Anne Roure, Paul Lidon',
        'Pouvoirs : Zoé Marval (Anne Roure), Luc Bonnin (M. Paul Lidon)',
      ),
    ).toEqual([
      ['Anne', 'Roure', null, 'present', null],
      ['Paul', 'Lidon', null, 'present', null],
      ['Zoé', 'Marval', null, 'represente', 'Anne Roure'],
      ['Luc', 'Bonnin', null, 'represente', 'M. Paul Lidon'],
    ])
    const draft = await markdown(
      '# Procès-verbal du 3 mars 2026\n\nPrésents : Anne Roure, Paul Lidon\n\nReprésentés (pouvoirs) :\n\n- Zoé Marval (Anne Roure)\n- Jean Petit (Moulin Vert)\n\n## Le four\n\nRien.\n',
    )
    expect(who(draft).slice(2)).toEqual([
      ['Zoé', 'Marval', null, 'represente', 'Anne Roure'],
      ['Jean', 'Petit', 'Moulin Vert', 'represente', null],
    ])
  })

  it('are where somebody works, where no power is spoken of', async () => {
    expect(await listed('Présents :', 'Anne Roure (Moulin Vert)', 'Paul Lidon (DGX)')).toEqual([
      ['Anne', 'Roure', 'Moulin Vert', 'present', null],
      ['Paul', 'Lidon', 'DGX', 'present', null],
    ])
  })
})

describe('where somebody works', () => {
  it('is told by the words that their address has, too', async () => {
    expect(
      await listed(
        'Participants :',
        '- Anne Roure MOULINBLEU (aroure@moulinbleu.fr)',
        '- Zoé Marval - experte des fours Braise Douce / FOURS (contact@braise-douce.fr)',
        '- Luc BONNIN-Centre d’expertise des moulins luc.bonnin@moulins.fr',
        '- Jean Petit, Centre du Moulin (jean.petit@moulin.fr)',
        '- Marie Anne LIDON (ma.lidon@courrier.fr)',
      ),
    ).toEqual([
      ['Anne', 'Roure', 'MOULINBLEU', 'present', null],
      ['Zoé', 'Marval', 'Braise Douce / FOURS', 'present', null],
      ['Luc', 'BONNIN', 'Centre d’expertise des moulins', 'present', null],
      ['Jean', 'Petit', 'Centre du Moulin', 'present', null],
      ['Marie Anne', 'LIDON', null, 'present', null],
    ])
  })
})

describe('a cell', () => {
  it.each([[[]], [['Prénom, Nom', 'Collectif représenté', 'Mail']]])(
    'that says what somebody is and where is told apart by the address beside it, below the heads %j',
    (heads) => {
      const row = (...cells: string[]) => ({ type: 'row' as const, table: 0, cells })
      const blocks = [
        { type: 'heading' as const, level: 1, text: 'Compte rendu de la réunion du 3 mars 2026' },
        { type: 'paragraph' as const, text: 'Présents :' },
        ...(heads.length === 0 ? [] : [row(...heads)]),
        row('Paul Lidon', 'Directeur des fours et du bois Moulin Bleu', 'paul.lidon@moulinbleu.fr'),
        row('Anne Roure', 'Directrice du bois', 'anne.roure@moulinbleu.fr'),
        row('Zoé Marval', 'Maison des Fours', 'zoe@courrier.fr'),
      ]
      const { participants } = understand({ ...emptyReading(), blocks }, '2026-06-01')
      expect(participants.map((one) => [one.familyName, one.role, one.organisation])).toEqual([
        ['Lidon', 'Directeur des fours et du bois', 'Moulin Bleu'],
        ['Roure', 'Directrice du bois', null],
        ['Marval', null, 'Maison des Fours'],
      ])
    },
  )
})

describe('a list of who was there', () => {
  it('goes on behind who came and went meanwhile, and says nothing of them', async () => {
    expect(
      await listed(
        'Absents :',
        'Luc BONNIN',
        'Départ de Monsieur Paul LIDON',
        'Retour de Monsieur Paul LIDON',
        'Jean PETIT',
      ),
    ).toEqual([
      ['Luc', 'BONNIN', null, 'absent', null],
      ['Jean', 'PETIT', null, 'absent', null],
    ])
  })

  it('has one name where a page took the blank within it for the edge of a column', () => {
    const row = (...cells: string[]) => ({ type: 'row' as const, table: 0, cells })
    const blocks = [
      { type: 'heading' as const, level: 1, text: 'Compte rendu de la réunion du 3 mars 2026' },
      { type: 'paragraph' as const, text: 'Présents :' },
      row('Paul Lidon', '', '', ''),
      row('Christophe', '', 'Roure', ''),
      row('Zoé Marval', '', '', ''),
      { type: 'heading' as const, level: 2, text: 'Budget' },
    ]
    expect(
      who(understand({ ...emptyReading(), blocks }, '2026-06-01')).map(([given, family]) => [given, family]),
    ).toEqual([
      ['Paul', 'Lidon'],
      ['Christophe', 'Roure'],
      ['Zoé', 'Marval'],
    ])
  })
})
