import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readKey } from '../../electron/contract/read-key.ts'
import { newId } from '../../electron/features/new-id.ts'
import { oldArchive } from '../fixtures/old-files/archive.ts'
import { OldFilesWorld } from './old-files-world.ts'

describe('people of three years of old files', () => {
  let world: OldFilesWorld
  beforeAll(async () => {
    world = await OldFilesWorld.open()
    await world.read(world.folder(await oldArchive()))
  })
  afterAll(() => world.dispose())

  const linked = async () => {
    const meetings = await world.opened.ok('meetings.list', { year: null })
    const lists = await Promise.all(
      meetings.map(({ id }) => world.opened.ok('attendance.list', { meetingId: id })),
    )
    const attendees = lists.flat()
    return { all: attendees.length, known: attendees.filter(({ personId }) => personId !== null).length }
  }

  it('are nobody before any meeting is taken in', async () => {
    expect(await world.opened.ok('oldFiles.people', {})).toEqual({ persons: [], organisations: [] })
  })

  it('are proposed once, with how many meetings name them, and enter the directory together with their bodies', async () => {
    const { taken } = await world.takeSure()
    const people = await world.opened.ok('oldFiles.people', {})
    expect(
      people.persons.map(({ givenName, familyName, match }) => [givenName, familyName, match.standing]),
    ).toEqual([
      ['Flore', 'Hurtebise', 'new'],
      ['Hélène', 'Marchetti', 'new'],
      ['Rosalie', 'Trémoulet', 'new'],
    ])
    expect(people.organisations.map(({ name }) => name).sort()).toEqual(['ACD', 'DEX', 'FRE'])
    const [first] = people.persons
    expect(first?.meetings).toBeGreaterThan(10)
    expect(first?.meetings).toBeLessThanOrEqual(taken.length)
    const bodies = new Map(
      people.organisations.map(({ key, name }) => [key, { id: newId(new Date()), name }]),
    )
    const sent = {
      organisations: [...bodies.values()].map((body) => ({ ...body, acronym: '' })),
      people: people.persons.map(({ key, familyName, givenName, role, parts }) => ({
        key,
        entry: {
          type: 'new' as const,
          person: {
            ...{ id: newId(new Date()), familyName, givenName, jobTitle: role },
            organisationId: bodies.get(parts[0]?.organisationKey ?? '')?.id ?? null,
          },
        },
      })),
    }
    const before = await linked()
    expect(before.known).toBe(0)
    const answer = await world.opened.ok('oldFiles.takePeople', sent)
    expect(answer).toEqual({ persons: 3, organisations: 3, lines: before.all, isStopped: false })
    expect(await linked()).toEqual({ all: before.all, known: before.all })
    const directory = await world.opened.ok('directory.list', {})
    expect(directory.persons.map(({ familyName }) => familyName).sort()).toEqual([
      'Hurtebise',
      'Marchetti',
      'Trémoulet',
    ])
    for (const person of directory.persons)
      expect(directory.organisations.some(({ id }) => id === person.organisationId)).toBe(true)
    expect(directory.mandates).toEqual([])
    expect(await world.opened.ok('oldFiles.people', {})).toEqual({ persons: [], organisations: [] })
    // Meetings taken in stay locked, and nobody is asked about again.
    for (const { takenOver } of await world.opened.ok('meetings.list', { year: null }))
      expect(takenOver).toBe('locked')
  })

  it('leave as they came, by one undo, and come back by one redo', async () => {
    const { all } = await linked()
    await world.opened.ok('history.undo', {})
    expect(await linked()).toEqual({ all, known: 0 })
    expect((await world.opened.ok('directory.list', {})).persons).toEqual([])
    expect((await world.opened.ok('oldFiles.people', {})).persons).toHaveLength(3)
    await world.opened.ok('history.redo', {})
    expect(await linked()).toEqual({ all, known: all })
    await world.opened.ok('history.undo', {})
  })

  it('a person of the directory is linked without a new entry; an unknown name or entry is refused whole', async () => {
    const [first, second] = (await world.opened.ok('oldFiles.people', {})).persons
    if (first === undefined || second === undefined) throw new Error('nobody')
    const id = newId(new Date())
    await world.opened.ok('directory.addPerson', {
      id,
      fields: { familyName: first.familyName, givenName: first.givenName },
    })
    const again = (await world.opened.ok('oldFiles.people', {})).persons.find(({ key }) => key === first.key)
    expect(again?.match).toMatchObject({ standing: 'matched', personId: id })
    const refused = (people: { key: string; entry: { type: 'known'; id: string } }[]) =>
      world.opened.refused('oldFiles.takePeople', { organisations: [], people })
    const known = { type: 'known' as const, id }
    expect(await refused([{ key: 'personne|nulle', entry: known }])).toBe('not-found')
    expect(await refused([{ key: second.key, entry: { type: 'known', id: newId(new Date()) } }])).toBe(
      'not-found',
    )
    expect((await linked()).known).toBe(0)
    const answer = await world.opened.ok('oldFiles.takePeople', {
      organisations: [],
      people: [{ key: first.key, entry: known }],
    })
    expect(answer).toMatchObject({ persons: 0, organisations: 0 })
    expect((await linked()).known).toBe(answer.lines)
  })
})

describe('the adding of people that was ended', () => {
  let world: OldFilesWorld
  beforeAll(async () => {
    world = await OldFilesWorld.open()
    await world.read(world.folder(await oldArchive()))
    await world.takeSure()
  })
  afterAll(() => world.dispose())

  /** Three new persons, and bodies enough for several parts. */
  const sentNow = async () => {
    const { persons } = await world.opened.ok('oldFiles.people', {})
    const organisations = Array.from({ length: 60 }, (_, at) => ({
      ...{ id: newId(new Date()), name: `Organisme ${at + 1}`, acronym: '' },
    }))
    return {
      organisations,
      people: persons.map(({ key, familyName, givenName }) => ({
        key,
        entry: {
          type: 'new' as const,
          person: {
            ...{ id: newId(new Date()), familyName, givenName, jobTitle: '' },
            organisationId: organisations.at(-1)?.id ?? null,
          },
        },
      })),
    }
  }
  const stateNow = async () => {
    const { organisations, persons } = await world.opened.ok('directory.list', {})
    const meetings = await world.opened.ok('meetings.list', { year: null })
    const lists = await Promise.all(
      meetings.map(({ id }) => world.opened.ok('attendance.list', { meetingId: id })),
    )
    return {
      ...{ organisations: organisations.length, persons: persons.length },
      lines: lists.flat().filter(({ personId }) => personId !== null).length,
    }
  }
  /** The same sent, and ended once so much of it is told to be done. */
  const endedAfter = async (sent: Awaited<ReturnType<typeof sentNow>>, least: number) => {
    const from = world.opened.events.length
    const taking = world.opened.ok('oldFiles.takePeople', sent)
    const isFar = () =>
      world.opened.events
        .slice(from)
        .some(
          (event) =>
            event.topic === 'progress' && event.method === 'oldFiles.takePeople' && event.done >= least,
        )
    while (!isFar()) await new Promise((resolve) => setImmediate(resolve))
    await world.opened.ok('oldFiles.stop', {})
    return taking
  }

  it.each([
    ['among the bodies', 25, { persons: 0, lines: 0 }],
    ['among the lines', 60 + 3 + 25, { organisations: 60, persons: 3 }],
  ] as const)(
    '%s answers what was done, which stays, goes by one undo, and is finished by the same sent again',
    async (_, least, part) => {
      const before = await stateNow()
      const sent = await sentNow()
      const { isStopped, ...taken } = await endedAfter(sent, least)
      expect(isStopped).toBe(true)
      expect(taken).toMatchObject(part)
      expect(taken.organisations + taken.persons + taken.lines).toBeGreaterThanOrEqual(least)
      expect(world.opened.events.at(-1)).toMatchObject({
        topic: 'changed',
        reads: expect.arrayContaining([readKey('oldFiles.people', {})]),
      })
      await world.opened.restart()
      expect(await stateNow()).toEqual(taken)
      await world.opened.ok('history.undo', {})
      expect(await stateNow()).toEqual(before)
      await world.opened.ok('history.redo', {})
      expect(await stateNow()).toEqual(taken)
      // Whom a name stands for is still asked of those that were not linked.
      const names = new Set((await world.opened.ok('oldFiles.people', {})).persons.map(({ key }) => key))
      const rest = { ...sent, people: sent.people.filter(({ key }) => names.has(key)) }
      expect((await world.opened.ok('oldFiles.takePeople', rest)).isStopped).toBe(false)
      expect(await world.opened.ok('oldFiles.people', {})).toEqual({ persons: [], organisations: [] })
      const whole = await stateNow()
      expect(whole).toMatchObject({ organisations: 60, persons: 3 })
      expect(whole.lines).toBeGreaterThan(25)
      await world.opened.ok('history.undo', {})
      await world.opened.ok('history.undo', {})
      expect(await stateNow()).toEqual(before)
    },
  )
})

describe('somebody named by the family name alone in one file of a folder', () => {
  let world: OldFilesWorld
  beforeEach(async () => {
    world = await OldFilesWorld.open()
  })
  afterEach(() => world.dispose())

  const paper = (day: string, present: string) =>
    [
      'Comité des balises du littoral',
      `Compte rendu de la réunion du ${day}`,
      '',
      `Présents : ${present}`,
      '',
      '1. Approbation du compte rendu précédent',
      'Le compte rendu est approuvé.',
      '2. Entretien des balises',
      'Décision : le comité retient trois balises.',
      'Action : Mme Fourcroy diffuse le relevé.',
    ].join('\r\n')

  it('is the one whom another file of it names whole, and a name of the list is one of those added with it', async () => {
    await world.read(
      world.folder(
        new Map([
          ['CR 14 mars 2013.txt', paper('jeudi 14 mars 2013', 'Mme Fourcroy, M. Brévent')],
          [
            'CR 11 avril 2013.txt',
            paper('jeudi 11 avril 2013', 'Ombeline Fourcroy, Octave Brévent, Armelle Brévent'),
          ],
        ]),
      ),
    )
    await world.takeSure()
    const { persons } = await world.opened.ok('oldFiles.people', {})
    expect(persons.map(({ givenName, familyName, also }) => [givenName, familyName, also])).toEqual([
      ['', 'Brévent', []],
      ['Ombeline', 'Fourcroy', ['Fourcroy']],
      ['Octave', 'Brévent', []],
      ['Armelle', 'Brévent', []],
    ])
    const [id, ombeline] = [newId(new Date()), newId(new Date())]
    const octave = { familyName: 'Brévent', givenName: 'Octave', jobTitle: '', organisationId: null }
    const sent = [
      { key: 'brevent|', entry: { type: 'known' as const, id } },
      { key: 'brevent|octave', entry: { type: 'new' as const, person: { id, ...octave } } },
      {
        key: 'fourcroy|ombeline',
        entry: {
          type: 'new' as const,
          person: {
            id: ombeline,
            familyName: 'Fourcroy',
            givenName: 'Ombeline',
            jobTitle: '',
            organisationId: null,
          },
        },
      },
    ]
    expect(await world.opened.ok('oldFiles.takePeople', { organisations: [], people: sent })).toMatchObject({
      persons: 2,
      lines: 4,
    })
    const meetings = await world.opened.ok('meetings.list', { year: null })
    const minutes = await Promise.all(
      meetings.map(({ id: meetingId }) => world.opened.ok('minutes.get', { meetingId })),
    )
    expect(
      minutes.flatMap((view) => view?.actions ?? []).map(({ owner, ownerId }) => [owner, ownerId]),
    ).toEqual([
      ['Mme Fourcroy', ombeline],
      ['Mme Fourcroy', ombeline],
    ])
  })

  const owners = async () => {
    const meetings = await world.opened.ok('meetings.list', { year: null })
    const minutes = await Promise.all(
      meetings
        .toSorted((a, b) => (a.date < b.date ? -1 : 1))
        .map(({ id: meetingId }) => world.opened.ok('minutes.get', { meetingId })),
    )
    return minutes.flatMap((view) => view?.actions ?? []).map(({ ownerId }) => ownerId)
  }
  const met = async () => (await world.opened.ok('oldFiles.people', {})).persons
  const takeAs = (key: string, id: string) =>
    world.opened.ok('oldFiles.takePeople', {
      organisations: [],
      people: [{ key, entry: { type: 'known', id } }],
    })
  const addPerson = async (givenName: string) => {
    const id = newId(new Date())
    await world.opened.ok('directory.addPerson', { id, fields: { familyName: 'Fourcroy', givenName } })
    return id
  }

  it('is nobody of another civility, nor are her actions his, whatever was said of him before', async () => {
    const files = (names: readonly (readonly [string, string])[]) =>
      new Map(names.map(([day, present]) => [`CR ${day}.txt`, paper(day, present)]))
    await world.read(
      world.folder(
        files([
          ['14 mars 2013', 'Mme Fourcroy, M. Octave Brévent'],
          ['11 avril 2013', 'M. Hugues Fourcroy, M. Octave Brévent'],
        ]),
      ),
    )
    await world.takeSure()
    expect((await met()).map(({ key, also }) => [key, also])).toEqual([
      ['fourcroy|', []],
      ['brevent|octave', []],
      ['fourcroy|hugues', []],
    ])
    const hugues = await addPerson('Hugues')
    await takeAs('fourcroy|hugues', hugues)
    expect(await owners()).toEqual([null, null])
    const ombeline = await addPerson('Ombeline')
    await takeAs('fourcroy|', ombeline)
    expect(await owners()).toEqual([ombeline, null])
    // Who "Mme Fourcroy" is, is no answer to who "M. Fourcroy" is.
    await world.read(world.folder(files([['16 mai 2013', 'M. Fourcroy, M. Octave Brévent']]), 'autres'))
    await world.takeSure()
    const bare = (await met()).find(({ key }) => key === 'fourcroy|')
    expect(bare?.match).not.toMatchObject({ standing: 'matched' })
  })

  it('is the one of the same civility where two bear it', async () => {
    await world.read(
      world.folder(
        new Map([
          ['CR 14 mars 2013.txt', paper('14 mars 2013', 'Mme Fourcroy, M. Octave Brévent')],
          ['CR 11 avril 2013.txt', paper('11 avril 2013', 'M. Hugues Fourcroy, M. Octave Brévent')],
          ['CR 16 mai 2013.txt', paper('16 mai 2013', 'M. Fourcroy, M. Octave Brévent').replace('Mme', 'M.')],
        ]),
      ),
    )
    await world.takeSure()
    expect((await met()).map(({ key, also, meetings }) => [key, also, meetings])).toEqual([
      ['fourcroy|', [], 1],
      ['brevent|octave', [], 3],
      ['fourcroy|hugues', ['Fourcroy'], 2],
    ])
  })
})
