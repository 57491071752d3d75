// What is printed for the day of the meeting, from what was answered and who is named on the agenda.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { structuredText } from '../documents-check/pdf-faults.ts'
import { type DispatchWorld, dispatchWorld } from './dispatch-world.ts'

let world: DispatchWorld
beforeEach(async () => {
  world = await dispatchWorld()
})
afterEach(() => world.opened.dispose())

const meeting = async () => (await world.opened.ok('meetings.get', { id: world.meetingId })).meeting
const words = async (kind: 'signInSheet' | 'welcomeList' | 'nameCards') => {
  const { bytes } = await world.opened.ok('documents.render', { meetingId: world.meetingId, kind })
  return (await structuredText(bytes)).join(' ').replace(/\s+/gu, ' ')
}
const present = async (title: string, presenter: string) => {
  const { opened, meetingId, items } = world
  const list = (await opened.ok('agenda.list', { meetingId })).items
  const version = list.find(({ id }) => id === items[title])?.version ?? 0
  const patch = { presenter, presenterId: null }
  await opened.ok('agenda.update', { id: items[title] ?? '', version, patch })
}

describe('the papers of the room', () => {
  it('say its number once the convocation is prepared', async () => {
    expect(await words('signInSheet')).not.toMatch(/séance n°/u)
    await world.prepare('convocation')
    expect(await words('signInSheet')).toMatch(/séance n°.1/u)
    expect(await words('welcomeList')).toMatch(/séance n°.1/u)
    expect((await meeting()).number).toBeNull()
  })

  it('say of a moved meeting which answers are to be confirmed', async () => {
    const { opened, meetingId, persons } = world
    await opened.ok('replies.set', {
      meetingId,
      personId: persons.Okonjo ?? '',
      fields: { answer: 'excused' },
    })
    const { id, version, startTime } = await meeting()
    world.setNow('2026-11-03T09:00:00.000Z')
    const to = { date: '2026-12-17', startTime, endTime: null, reason: '' }
    await opened.ok('meetings.move', { id, version, ...to })
    const said = await words('welcomeList')
    expect(said).toContain('Absence excusée, à reconfirmer')
    expect(said.match(/Réponse non reçue/gu)).toHaveLength(2)
  })

  it('lay no card for who comes by video, nor for who had declined for the former day', async () => {
    const { opened, meetingId, persons, items } = world
    const personId = persons.Invité ?? ''
    await opened.ok('agenda.addGuest', { itemId: items['Annuaire partagé'] ?? '', personId })
    await present('Archives numériques', 'Mme Flore Belleroche')
    expect(await words('nameCards')).toMatch(/Invité/u)
    await opened.ok('replies.set', { meetingId, personId, fields: { answer: 'excused' } })
    const before = await meeting()
    world.setNow('2026-11-03T09:00:00.000Z')
    const to = { date: '2026-12-17', startTime: before.startTime, endTime: null, reason: '' }
    await opened.ok('meetings.move', { id: before.id, version: before.version, ...to })
    const said = await words('nameCards')
    expect(said).not.toMatch(/Invité/u)
    expect(said).toMatch(/Flore Belleroche/u)
    const { id, version } = await meeting()
    await opened.ok('meetings.update', { id, version, patch: { mode: 'visio' } })
    expect(await words('nameCards')).not.toMatch(/Flore Belleroche/u)
  })

  it('expect whoever presents an item under a mere name', async () => {
    await present('Annuaire partagé', 'Mme Flore Belleroche et Paul Okonjo')
    await present('Archives numériques', 'ACD')
    expect(await words('welcomeList')).toMatch(/Belleroche Flore.*Point 1 à 14 h/u)
    expect(await words('welcomeList')).toContain('4 personnes, dont 1 pour un point')
    expect(await words('signInSheet')).toMatch(/Invités et présentateurs.*Flore Belleroche/u)
    expect(await words('nameCards')).toMatch(/Flore Belleroche/u)
    expect((await words('welcomeList')).match(/Okonjo/gu)).toHaveLength(1)
  })

  it('expect nobody under an office, a quality or a service, as no message does', async () => {
    const nobody = ['Le directeur général', 'La présidente', 'Direction de l’eau', 'À préciser']
    nobody.push('Directrice des affaires financières', 'Cabinet Vidal et associés', 'Monsieur le directeur')
    nobody.push('Un représentant de la DGX', 'Agence de l’eau Seine-Normandie')
    await present('Annuaire partagé', 'Flore Belleroche (DGX), sous-directrice de l’eau')
    await present('Archives numériques', nobody.join(', '))
    const papers = [await words('welcomeList'), await words('nameCards'), await words('signInSheet')]
    expect(papers[0]).toContain('Belleroche Flore')
    expect(papers[1]).toContain('Flore Belleroche')
    for (const paper of papers)
      expect(paper).not.toMatch(
        /sous-directrice|directeur|La présidente|de l’eau|[Pp]réciser|affaires|Vidal|associés|représentant de/u,
      )
    const letters = (await world.prepare('guestInvitation')).flatMap(({ recipients }) => recipients)
    const written = letters.map(({ name }) => name)
    expect(written).toContain('Flore Belleroche')
    expect(written.join(' ')).not.toMatch(/directrice|directeur|présidente|eau|préciser|Vidal|représentant/iu)
  })

  it('expect nobody under a title that a place or nothing is behind', async () => {
    const nobody = [
      ...['Mme la ministre déléguée', 'M. le bâtonnier', 'M. le Bâtonnier', 'M. le sous-préfet de Mayenne'],
      ...['M. le maire de Saint-Jean', 'M. le président du CNFPT', 'M. le bâtonnier d’Angers'],
      ...['Monsieur le préfet de la région Pays de la Loire', 'MM. les maires de Laval et Craon'],
      ...['Mme la maire de la commune Villiers', 'M. le président du conseil régional Bretagne'],
    ]
    await present('Annuaire partagé', 'Mme la préfète de Mayenne Anne Colin')
    await present('Archives numériques', nobody.join(', '))
    const papers = [await words('nameCards'), await words('signInSheet'), await words('welcomeList')]
    for (const paper of papers) {
      expect(paper).toContain('Colin')
      expect(paper).not.toMatch(
        /ministre|[bB]âtonnier|Mayenne|Saint-Jean|CNFPT|Angers|Loire|Laval|Craon|Villiers|Bretagne/u,
      )
    }
    const letters = (await world.prepare('guestInvitation')).flatMap(({ recipients }) => recipients)
    expect(letters.filter(({ reason }) => reason === 'presenter').map(({ name }) => name)).toEqual([
      'Mme Anne Colin',
    ])
  })

  it('expect each person that a presenter’s words name, however they are written', async () => {
    const { opened } = world
    const fields = { givenName: 'Maria', familyName: 'da Silva Costa', civility: 'Mme' } as const
    await opened.ok('directory.addPerson', { id: newId(), fields })
    await opened.ok('directory.addPerson', {
      id: newId(),
      fields: { givenName: 'flore', familyName: 'lamotte', civility: '' },
    })
    const rows: readonly (readonly [string, readonly string[]])[] = [
      ['Maria da Silva Costa et Claire Invité', ['Maria da Silva Costa', 'Claire Invité']],
      ['Mme la préfète Anne Colin', ['Mme Anne Colin']],
      ['MM. Dupont et Martin', ['M. Dupont', 'M. Martin']],
      ['Mmes Durand, Roy', ['Mme Durand', 'Mme Roy']],
      ['John M. Smith', ['John M. Smith']],
      ['M. Dupont', ['M. Dupont']],
      ['Capitaine Paul Bon', ['Capitaine Paul Bon']],
      ['Paul Bon rapporteur', ['Paul Bon']],
      ['rapporteur : Paul Bon', ['Paul Bon']],
      ['flore lamotte', ['flore lamotte']],
      ['Lena du Bois Martin', ['Lena du Bois Martin']],
      ['Le Clezio Marie', ['Le Clezio Marie']],
      ['DGCL (Mme Roux)', ['Mme Roux']],
      ['M. le chargé de mission Durand', ['M. Durand']],
      ['M. le Goff', ['M. le Goff']],
      ['Mme la directrice de la communication Anne Colin', ['Mme Anne Colin']],
    ]
    const found: [string, string[]][] = []
    for (const [presenter, names] of rows) {
      await present('Annuaire partagé', presenter)
      const letters = await world.prepare('guestInvitation', world.items['Annuaire partagé'])
      const people = letters.flatMap(({ recipients }) => recipients)
      found.push([presenter, people.filter(({ reason }) => reason === 'presenter').map(({ name }) => name)])
      const cards = await words('nameCards')
      for (const name of names) expect(cards).toContain(name.replace(/^(?:M\.|Mme) /u, ''))
      expect(cards).not.toMatch(/Monsieur|MM\.|rapporteur|préfète/u)
    }
    expect(found).toEqual(rows)
  })

  it('write on in the draft that was made under the whole words of before', async () => {
    const { opened, items } = world
    await present('Annuaire partagé', 'Flore Belleroche et M. Dupont')
    const toPresenters = async () =>
      (await world.prepare('guestInvitation', items['Annuaire partagé'])).filter(
        ({ recipients }) => recipients[0]?.reason === 'presenter',
      )
    const [first, other] = await toPresenters()
    const row = first?.recipients[0]
    if (first === undefined || other === undefined || row === undefined) throw new Error('no draft')
    const { id, version } = other.dispatch
    await opened.ok('dispatch.remove', { id, version })
    const patch = { name: 'Flore Belleroche (DGX) et M. Dupont', email: 'flore@dgx.example' }
    await opened.ok('dispatch.updateRecipient', { id: row.id, version: row.version, patch })
    const again = await toPresenters()
    expect(again.map(({ recipients }) => recipients[0])).toMatchObject([
      { name: 'Flore Belleroche', email: 'flore@dgx.example' },
      { name: 'M. Dupont', email: '' },
    ])
    expect(again[0]?.dispatch.id).toBe(first.dispatch.id)
  })
})
