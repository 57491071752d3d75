import { afterEach, beforeEach, expect, it } from 'vitest'
import { OldFilesWorld } from './old-files-world.ts'

let world: OldFilesWorld
beforeEach(async () => {
  world = await OldFilesWorld.open()
})
afterEach(() => world.dispose())

const paper = (number: number, day: string) =>
  [
    'Comité des balises du littoral',
    `Compte rendu de la réunion n° ${number} du ${day}`,
    'Présents : Mme Armelle Kerduff, M. Octave Brévent',
    '1. Approbation du compte rendu précédent',
    'Le compte rendu est approuvé.',
    '2. Entretien des balises',
    'Décision : le comité retient trois balises.',
  ].join('\r\n')
const lines = (of: { meetingId?: string; rowId?: string }) =>
  world.opened.ok('history.list', { meetingId: null, limit: 20, ...of })

it('files that complete a meeting are told, of that meeting, and each of them from its beginning', async () => {
  const { opened } = world
  const { id } = await opened.ok('meetings.create', { fields: { date: '2013-02-14' }, fromTemplate: false })
  await world.read(world.folder(new Map([['CR 14-02-2013.txt', paper(2, 'jeudi 14 février 2013')]])))
  const [group] = await world.groups()
  await opened.ok('oldFiles.take', { choices: [{ id: group?.id ?? '', joins: id }], openActions: false })
  const told = [{ table: 'attachment', name: 'CR 14-02-2013.txt', change: 'added' }]
  const [line] = await lines({ meetingId: id })
  expect(line).toMatchObject({ method: 'oldFiles.take', meeting: { date: '2013-02-14' }, rows: told })
  const [document] = await opened.ok('attachments.list', { meetingId: id })
  expect(await lines({ rowId: document?.id ?? '' })).toMatchObject([{ method: 'oldFiles.take', rows: told }])
})

it('a taking over is told of each of its meetings', async () => {
  const files = new Map([
    ['CR 14-02-2013.txt', paper(2, 'jeudi 14 février 2013')],
    ['CR 12-06-2013.txt', paper(3, 'mercredi 12 juin 2013')],
  ])
  await world.read(world.folder(files))
  const { taken } = await world.takeSure()
  expect(taken).toHaveLength(2)
  for (const { meetingId } of taken)
    expect((await lines({ meetingId })).map(({ method }) => method)).toEqual(['oldFiles.take'])
})
