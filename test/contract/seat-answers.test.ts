// Who answers for a seat when minutes are approved by writing.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { MOST_SHOWN } from '../../electron/contract/approval.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { mail, readIn, standingIn } from './approval-mails.ts'
import { type DispatchWorld, dispatchWorld } from './dispatch-world.ts'
import { hold, validate } from './minutes-world.ts'

let world: DispatchWorld
beforeEach(async () => {
  world = await dispatchWorld('2027-01-20T09:00:00.000Z')
  await hold(world.opened, world.meetingId)
})
afterEach(() => world.opened.dispose())

const validated = () => validate(world.opened, world.meetingId)
const organisation = async (name: string) => {
  const id = newId()
  await world.opened.ok('directory.addOrganisation', { id, fields: { name } })
  return id
}
async function person(familyName: string, organisationId: string | null) {
  const id = newId()
  const email = `${familyName.toLowerCase()}@asso.example`
  const fields = { givenName: 'Paule', familyName, email, organisationId }
  await world.opened.ok('directory.addPerson', { id, fields })
  return id
}
const mandate = (personId: string, role: 'titulaire' | 'suppleant', organisationId: string) =>
  world.opened.ok('directory.addMandate', { id: newId(), personId, fields: { role, organisationId } })
const read = (...from: string[]) =>
  world.opened.ok('approval.readReplies', {
    meetingId: world.meetingId,
    files: from.map((name) => ({
      fileName: `${name}.eml`,
      bytes: new TextEncoder().encode(
        `From: <${name}@asso.example>\r\nTo: <s@ind.example>\r\nSubject: RE\r\nContent-Type: text/plain\r\n\r\nNous approuvons.\r\n`,
      ),
    })),
  })
const answerOf = async (of: string) =>
  (await world.opened.ok('approval.consultation', { meetingId: world.meetingId })).members.find(
    ({ organisation: name }) => name === of,
  )?.answer

it('is the deputy while nobody holds the seat', async () => {
  const vacant = await organisation('Siège vacant')
  await mandate(await person('Exemple', null), 'suppleant', vacant)
  await validated()
  expect(await read('exemple')).toMatchObject({ taken: 1, unread: [] })
  expect(await answerOf('Siège vacant')).toBe('approves')
})

it('is a deputy by their mandate, wherever the directory files them', async () => {
  const [seated, filed] = [await organisation('Corps siégeant'), await organisation('Autre corps')]
  await mandate(await person('Titulaire', seated), 'titulaire', seated)
  await mandate(await person('Adjointe', filed), 'suppleant', seated)
  await validated()
  expect(await read('adjointe')).toMatchObject({ taken: 1, unread: [] })
  expect(await answerOf('Corps siégeant')).toBe('approves')
})

it('is nobody who is unknown: what they say is shown, and where it is cut', async () => {
  await validated()
  const words = `Bien reçu. ${'Le point deux appelle des remarques. '.repeat(20)}Je n’approuve pas.`
  const { unread } = await readIn(world, [mail('inconnu@ailleurs.example', words)])
  expect(unread).toMatchObject([{ why: 'nobody', words: `${words.slice(0, MOST_SHOWN - 1)}…` }])
})

it('is read in their own words, whatever stands below a head of an older mail', async () => {
  await validated()
  const asked = 'Merci de nous adresser vos observations. Nous n’approuvons pas encore.'
  const words = `Nous approuvons.\n\nLe 3 nov. 2026, Anne Roy a écrit :\n\n${asked}`
  const { taken, unread } = await readIn(world, [mail('marchetti@asso.example', words)])
  expect([taken, unread]).toEqual([1, []])
  expect((await standingIn(world)).Marchetti).toBe('approves')
})

it('is nobody over whoever holds it', async () => {
  const seated = await organisation('Corps siégeant')
  const holder = await person('Titulaire', seated)
  await mandate(holder, 'titulaire', seated)
  await person('Collègue', seated)
  await validated()
  const { meetingId } = world
  await world.opened.ok('approval.setReply', { meetingId, personId: holder, answer: 'observations' })
  expect(await read('collègue')).toMatchObject({ taken: 0, unread: [{ why: 'answered' }] })
  expect(await answerOf('Corps siégeant')).toBe('observations')
})

it('counts the answer of whoever sits for two organisations in both, deputy of another or not', async () => {
  const { opened, meetingId, persons } = world
  const colleges = ['Premier collège', 'Second collège'].map((name, protocolOrder) => ({
    id: newId(),
    fields: { name, protocolOrder },
  }))
  for (const college of colleges) await opened.ok('directory.addCollege', college)
  const organisations = [newId(), newId()]
  for (const [at, id] of organisations.entries()) {
    const fields = { name: `Organisme ${at}`, collegeId: colleges[at]?.id ?? null }
    await opened.ok('directory.addOrganisation', { id, fields })
  }
  const seat = async (familyName: string, role: 'titulaire' | 'suppleant', college: number) => {
    const organisationId = organisations[college] ?? ''
    const personId = persons[familyName] ?? ''
    await opened.ok('directory.addMandate', { id: newId(), personId, fields: { role, organisationId } })
  }
  await seat('Okonjo', 'titulaire', 0)
  await seat('Sauveterre', 'suppleant', 0)
  await seat('Sauveterre', 'titulaire', 1)
  await validated()
  await world.send('writtenApproval')
  for (const personId of [persons.Okonjo ?? '', persons.Sauveterre ?? ''])
    await opened.ok('approval.setReply', { meetingId, personId, answer: 'approves' })
  const { colleges: counted } = await opened.ok('approval.consultation', { meetingId })
  expect(counted.map(({ college, approves }) => [college, approves])).toEqual([
    ['Premier collège', 1],
    ['Second collège', 1],
    ['', 1],
  ])
})
