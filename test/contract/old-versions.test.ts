import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inside, OldFilesWorld } from './old-files-world.ts'

const head = [
  'Comité des balises du littoral',
  'Compte rendu de la réunion n° 2 du jeudi 14 février 2013',
  'Présents : Mme Armelle Kerduff, M. Octave Brévent',
  '1. Approbation du compte rendu précédent',
  'Le compte rendu est approuvé.',
  '2. Entretien des balises',
]
const favourable = [...head, 'Décision : le comité donne un avis favorable au calendrier.']
const unfavourable = [...head, 'Décision : le comité donne un avis défavorable au calendrier.']
const agenda = [
  'Comité des balises du littoral',
  'Ordre du jour de la réunion n° 2 du jeudi 14 février 2013, 14 h',
  '1. Approbation du compte rendu précédent (5 min)',
  '2. Entretien des balises (20 min)',
]

let world: OldFilesWorld
beforeEach(async () => {
  world = await OldFilesWorld.open()
})
afterEach(() => world.dispose())

async function onlyGroup(files: Record<string, readonly string[]>) {
  const named = Object.entries(files).map(([name, lines]) => [name, lines.join('\r\n')] as const)
  await world.read(world.folder(new Map(named)))
  const [group, ...others] = await world.groups()
  if (group === undefined || others.length > 0) throw new Error('not one meeting')
  return group
}

const contested = ({ files }: Awaited<ReturnType<typeof onlyGroup>>) =>
  files
    .filter(({ isContested }) => isContested)
    .map(({ path }) => inside(path))
    .sort()

describe('files of one meeting that contradict each other', () => {
  it('are asked about, and the chosen one stands; the others stay as documents', async () => {
    const group = await onlyGroup({
      'CR 14-02-2013 VF.txt': favourable,
      'CR 14-02-2013 (copie).txt': unfavourable,
    })
    expect(group).toMatchObject({
      state: 'doubtful',
      reasons: ['versions-disagree'],
      notes: ['start-unknown'],
    })
    expect(contested(group)).toEqual(['CR 14-02-2013 (copie).txt', 'CR 14-02-2013 VF.txt'])
    const take = (choice: { stands?: string[] }) =>
      world.opened.ok('oldFiles.take', { choices: [{ id: group.id, ...choice }], openActions: false })
    expect((await take({})).left).toEqual([{ id: group.id, code: 'invalid-input' }])
    const right = group.files.find(({ path }) => path.endsWith('VF.txt'))
    const { taken } = await take({ stands: [right?.id ?? ''] })
    const meetingId = taken[0]?.meetingId ?? ''
    const { decisions } = await world.opened.ok('meetings.get', { id: meetingId })
    expect(decisions.map(({ text }) => text)).toEqual([expect.stringContaining('avis favorable')])
    expect(await world.opened.ok('attachments.list', { meetingId })).toHaveLength(2)
  })

  it('are asked about although a name says that one is the later, where they decide differently', async () => {
    const group = await onlyGroup({ 'CR 14-02-2013.txt': favourable, 'CR 14-02-2013 v2.txt': unfavourable })
    expect(group).toMatchObject({ state: 'doubtful', reasons: ['versions-disagree'] })
  })

  it('are two agendas of other points too', async () => {
    const group = await onlyGroup({
      'ODJ 14-02-2013.txt': agenda,
      'ODJ 14-02-2013 (copie).txt': [...agenda, '3. Budget des phares (10 min)'],
    })
    expect(group).toMatchObject({ state: 'doubtful', reasons: ['versions-disagree'] })
    expect(contested(group)).toHaveLength(2)
  })

  it('are none where a corrected version decides the same, or the words are the same', async () => {
    const group = await onlyGroup({
      'CR 14-02-2013.txt': favourable,
      'CR 14-02-2013 v2.txt': [...favourable, 'La réunion est levée à 16 h.'],
      'CR 14-02-2013 (2).txt': favourable.map((line) => line.toUpperCase()),
    })
    expect(group).toMatchObject({ state: 'sure', reasons: [] })
    expect(contested(group)).toEqual([])
  })
})
