import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convocationModel } from '../../electron/documents/convocation/model.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { minutesPaper } from '../../electron/documents/paper/minutes.ts'
import { paperTexts } from '../../electron/documents/paper/texts.ts'
import {
  contrast,
  type DocumentLook,
  isLegible,
  LEAST_CONTRAST,
  legibleColour,
  shippedColours,
  tint,
} from '../../electron/domain/documents/document-style.ts'
import { letterheadOn } from '../../electron/domain/documents/letterhead.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import type { MinutesState } from '../../electron/domain/minutes/minutes.ts'
import { attendee, decision, emptyFile, item, section } from './documents-builders.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

describe('colours', () => {
  it('have the contrast that the recommendation computes', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(isLegible('#767676')).toBe(false)
    expect(Object.values(shippedColours).every(isLegible)).toBe(true)
  })

  it('that cannot be read have a nearest one that can, and the others are their own', () => {
    fc.assert(
      fc.property(colour, (one) => {
        const nearest = legibleColour(one)
        expect(contrast(nearest, '#ffffff')).toBeGreaterThanOrEqual(LEAST_CONTRAST)
        expect(contrast(nearest, tint(nearest))).toBeGreaterThanOrEqual(LEAST_CONTRAST)
        expect(nearest === one).toBe(isLegible(one))
      }),
    )
  })
})

describe('the letterhead of a day', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-01-${String(number).padStart(2, '0')}`)

  it('is the latest that has begun, in whatever order they are listed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(day), day, (starts, date) => {
        const all = [null, ...starts].map((validFrom) => ({ validFrom }))
        const begun = starts.filter((start) => start <= date).sort()
        expect(letterheadOn(all.reverse(), date)?.validFrom).toBe(begun.at(-1) ?? null)
      }),
    )
    expect(letterheadOn([], '2026-01-01')).toBeNull()
  })
})

const withStyle = (style: Partial<DocumentLook['style']>, file: FileToPrint = meeting()): FileToPrint => ({
  ...file,
  look: { ...file.look, style: { ...file.look.style, ...style } },
})
function meeting(): FileToPrint {
  const people = [
    {
      familyName: 'Secret',
      givenName: 'Nom',
      role: 'Fonction',
      organisation: 'Association A',
      college: 'Élus',
    },
    { familyName: 'Autre', givenName: 'Nom', organisation: 'Association A', college: 'Élus' },
    { familyName: 'Tiers', givenName: 'Nom', organisation: 'Association B', college: 'Élus' },
    { familyName: 'Loin', givenName: 'Nom', organisation: 'Association C', college: 'Élus' },
    { familyName: 'Seul', givenName: 'Nom', organisation: 'Direction D', college: 'État' },
  ]
  const statuses = ['surPlace', 'visio', 'represente', 'excuse', 'surPlace'] as const
  return {
    ...emptyFile(),
    items: [item(1, { title: 'Premier point' })],
    sections: [section(1, { outcome: 'prisActe' })],
    decisions: [decision(1, 1, 'Une décision')],
    attendees: people.map((fields, rank) => attendee(rank, { ...fields, status: statuses[rank] ?? null })),
  }
}

const inState = (state: MinutesState, file: FileToPrint, life: Partial<FileToPrint['life']> = {}) => ({
  ...file,
  minutes: file.minutes === null ? null : { ...file.minutes, state },
  life: { ...file.life, ...life },
})
const validated = (file: FileToPrint) => inState('validated', file)

describe('in the minutes', () => {
  it('chair and secretary sign from the validation on, and nobody a draft', () => {
    for (const state of ['drafting', 'internalReview', 'review'] as const)
      expect(minutesModel(inState(state, meeting())).signatures).toBeNull()
    for (const state of ['validated', 'approved'] as const)
      expect(minutesModel(inState(state, meeting())).signatures).toEqual({
        heading: 'Signatures',
        signatories: [
          { quality: 'La présidence de la séance', name: 'Claire Vasseur' },
          { quality: 'Le secrétariat de la séance', name: 'Mathieu Orsel' },
        ],
      })
    const unknown = { ...meeting(), meeting: { ...meeting().meeting, chair: ' ', secretary: '' } }
    expect(minutesModel(validated(unknown)).signatures).toBeNull()
  })

  it('the steps of a draft give place to the approval: by whom, when, with which corrections', () => {
    const approved = (approval: FileToPrint['life']['approval']) =>
      minutesModel(inState('approved', meeting(), { validatedOn: '2026-11-20', approval }))
    expect(minutesModel(validated(meeting())).approval).toBeNull()
    const given = {
      mode: 'meeting',
      approvedOn: '2026-12-10',
      corrections: '',
      hasRetainedRemarks: false,
    } as const
    const one = approved({ ...given, by: { number: 11, date: '2026-12-10' } })
    expect(one.followUp).toBeNull()
    expect(one.approval).toEqual({
      heading: 'Approbation',
      lines: [
        'Le présent compte rendu a été validé par la présidence (Claire Vasseur) le 20\u00a0novembre 2026.',
        'Il a été approuvé par l’instance lors de la séance n°\u00a011 du 10\u00a0décembre 2026, sans correction.',
      ],
    })
    const corrections = 'Point 2\u00a0: lire «\u00a0communes\u00a0».\n\nPoint 3\u00a0: ajouter le délai.'
    expect(approved({ ...given, mode: 'tacit', corrections, by: null }).approval?.lines.slice(1)).toEqual([
      'Il a été approuvé le 10\u00a0décembre 2026 par accord tacite à l’issue du délai, avec les corrections suivantes\u00a0:',
      'Point 2\u00a0: lire «\u00a0communes\u00a0».',
      'Point 3\u00a0: ajouter le délai.',
    ])
    expect(
      approved({ ...given, mode: 'written', hasRetainedRemarks: true, by: null }).approval?.lines[1],
    ).toBe('Il a été approuvé le 10\u00a0décembre 2026 par consultation écrite.')
    expect(approved(null).approval?.lines[1]).toBe('Il a été approuvé par l’instance.')
  })

  it('the record stands after the items, or before them where that is chosen, in every format', () => {
    const orderOf = (recordPlace: 'afterItems' | 'beforeItems') =>
      paperTexts(minutesPaper(minutesModel(withStyle({ recordPlace })))).filter(
        (words) => words === 'Relevé de décisions et d’actions' || words === '1 Premier point',
      )
    // The agenda names the item first of all.
    const [agenda, item] = ['1 Premier point', '1 Premier point']
    const record = 'Relevé de décisions et d’actions'
    expect(orderOf('afterItems')).toEqual([agenda, item, record])
    expect(orderOf('beforeItems')).toEqual([agenda, record, item])
  })

  it('every part that is left out goes, from the pages and from the files that flow', () => {
    const whole = minutesModel(validated(meeting()))
    const parts = {
      attendance: 'attendance',
      agenda: 'agenda',
      record: 'record',
      nextMeeting: 'next',
      followUp: 'followUp',
      minutesSignature: 'signatures',
    } as const
    for (const [hidden, part] of Object.entries(parts)) {
      const heading = whole[part]?.heading ?? ''
      const without = minutesModel(
        withStyle({ hiddenSections: [hidden as keyof typeof parts] }, validated(meeting())),
      )
      expect(whole[part]).not.toBeNull()
      expect(without[part]).toBeNull()
      expect(JSON.stringify(minutesPaper(whole).blocks)).toContain(JSON.stringify(heading))
      expect(JSON.stringify(minutesPaper(without).blocks)).not.toContain(JSON.stringify(heading))
      // What is not printed is not carried either.
      const { carries } = whole
      expect({ ...without, [part]: whole[part], carries }).toEqual(whole)
      expect(JSON.stringify(without.carries).includes('"familyName"')).toBe(part !== 'attendance')
    }
  })

  it('organisations alone are listed with how many came, without a name or a function', () => {
    const { attendance } = minutesModel(withStyle({ attendanceList: 'organisations' }))
    expect(attendance).toEqual({
      heading: 'Participants',
      summary: '3 organismes présents sur 4.',
      columns: ['Organisme', 'Participation'],
      colleges: [
        {
          name: 'Élus',
          count: '2 sur 3',
          rows: [
            ['Association A', '2\u00a0personnes'],
            ['Association B', 'Représentation'],
          ],
        },
        { name: 'État', count: '1 sur 1', rows: [['Direction D', '1\u00a0personne']] },
      ],
      groups: [],
    })
  })

  it('the record bears the word that was chosen', () => {
    const { record } = minutesModel(withStyle({ recordWord: 'conclusions' }))
    expect(record?.heading).toBe('Relevé de conclusions et d’actions')
    expect(record?.columns[2]).toBe('Conclusion ou action')
  })

  it('the secretariat’s own sentences are printed', () => {
    const file = meeting()
    const sentences = { 'outcome.prisActe': 'Dont acte.', 'minutes.next': 'Rendez-vous le {date}.' }
    const model = minutesModel({ ...file, look: { ...file.look, sentences } })
    expect(model.sections[0]?.outcome?.lines).toEqual(['Dont acte.'])
    expect(model.next?.sentence).toMatch(/^Rendez-vous le jeudi 10\u00a0décembre 2026\. Lieu/)
  })
})

describe('on the convocation', () => {
  const letter = (file: FileToPrint) => convocationModel(file, { date: '2026-11-02', replyBy: null })
  const headed = (fields: object): FileToPrint => {
    const file = meeting()
    const { letterhead } = file.look
    if (letterhead === null) throw new Error('no letterhead')
    return { ...file, look: { ...file.look, letterhead: { ...letterhead, ...fields } } }
  }

  it('stand the place, and the signatory before the chair', () => {
    expect(letter(meeting())).toMatchObject({
      dated: 'Le 2\u00a0novembre 2026',
      signature: ['La présidence de la séance', 'Claire Vasseur'],
    })
    const own = headed({
      place: 'Paris',
      signatoryName: 'Ada Mirande',
      signatoryTitle: 'La directrice\nde mission',
    })
    expect(letter(own)).toMatchObject({
      dated: 'Paris, le 2\u00a0novembre 2026',
      signature: ['La directrice de mission', 'Ada Mirande'],
    })
    expect(letter(headed({ signatoryName: 'Ada Mirande' })).signature[0]).toMatch(
      /^Direction de démonstration/,
    )
    expect(letter(withStyle({ hiddenSections: ['signature'] }, own)).signature).toEqual([])
  })

  it('stand the secretariat’s own words', () => {
    const file = meeting()
    const sentences = {
      'convocation.salutation': 'Chères et chers collègues,',
      'convocation.invitation': 'Rendez-vous le {date}.',
      'convocation.closing': 'Bien à vous.',
    }
    const model = letter({ ...file, look: { ...file.look, sentences } })
    expect(model.salutation).toBe('Chères et chers collègues,')
    expect(model.opening).toMatch(/^Rendez-vous le jeudi 12.novembre 2026, de 14.?h.?30 à 17.?h\.$/)
    expect(model.closing.at(-1)).toBe('Bien à vous.')
  })
})
