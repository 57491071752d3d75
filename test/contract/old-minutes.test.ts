import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { OldFilesWorld } from './old-files-world.ts'

const february = [
  'Comité des balises du littoral',
  'Compte rendu de la réunion n° 2 du jeudi 14 février 2013',
  '',
  'Présents : Mme Armelle Kerduff, M. Octave Brévent',
  '',
  '1. Approbation du compte rendu précédent',
  'Le compte rendu est approuvé.',
  '2. Entretien des balises',
  'M. Brévent présente le calendrier des travaux.',
  'Décision : le comité retient trois balises.',
  'Prochaine réunion le 11 avril 2013',
]
const april = [
  'Comité des balises du littoral',
  'Compte rendu de la réunion n° 3 du jeudi 11 avril 2013',
  '',
  'Présents : Mme Armelle Kerduff, M. Octave Brévent',
  '',
  '1. Approbation du compte rendu du 14 février',
  'Le compte rendu est approuvé.',
  '2. Éclairage du môle',
  'Mme Kerduff rappelle le coût des lampes.',
  'Décision : le comité renvoie le sujet.',
]

let world: OldFilesWorld
beforeEach(async () => {
  world = await OldFilesWorld.open()
  // The body meets today, under another calendar than then.
  await world.opened.ok('meetings.create', {
    fields: { date: '2017-01-12', startTime: '14:00', place: 'salle des Tilleuls' },
    fromTemplate: false,
  })
})
afterEach(() => world.dispose())

const text = (lines: readonly string[]) => lines.join('\r\n')

async function taken(files: Record<string, readonly string[]>) {
  const named = Object.entries(files).map(([name, lines]) => [name, text(lines)] as const)
  await world.read(world.folder(new Map(named)))
  const { taken, left } = await world.takeSure()
  expect(left).toEqual([])
  return taken.map(({ meetingId }) => meetingId)
}

async function minutesOf(meetingId: string): Promise<NonNullable<Output<'minutes.get'>>> {
  const view = await world.opened.ok('minutes.get', { meetingId })
  if (view === null) throw new Error('no minutes')
  return view
}

describe('minutes taken over from old files', () => {
  it('name the next meeting that they name, and none when they name none', async () => {
    const [first = '', second = ''] = await taken({
      'CR 14-02-2013.txt': february,
      'CR 11-04-2013.txt': april,
    })
    expect((await minutesOf(first)).minutes).toMatchObject({
      nextMeetingDate: '2013-04-11',
      nextMeetingTime: null,
      nextMeetingPlace: '',
    })
    expect((await minutesOf(second)).minutes).toMatchObject({
      nextMeetingDate: null,
      nextMeetingTime: null,
      nextMeetingPlace: '',
    })
  })
})
