// What the folder of a member tells of the meeting to come, and of what was said before.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Meeting } from '../../electron/domain/meetings/meeting.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type FollowUpWorld, followUpWorld } from './follow-up-world.ts'
import { minutesOf, writeExchanges } from './minutes-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let folder: string
let meeting: Meeting
let pages: readonly string[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seances-folders-'))
  opened = await openTestCore()
  await opened.ok('sample.load', {})
  const next = (await opened.ok('meetings.list', { year: null })).find(({ state }) => state === 'planned')
  const meetingId = next?.id ?? ''
  meeting = (await opened.ok('meetings.get', { id: meetingId })).meeting
  const written = await opened.core.internal('writeMemberFolders', { meetingId, folder })
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  pages = written.value.fileNames.map((name) => readFileSync(join(folder, name), 'utf8'))
}, 120_000)
afterAll(async () => {
  await opened.dispose()
  rmSync(folder, { recursive: true, force: true })
})

it('says when and where the meeting is, that its agenda is a draft, and that its data are of the sample', async () => {
  const [page = ''] = pages
  const { document } = new JSDOM(page).window
  const said = (document.body.textContent ?? '').replace(/\s+/gu, ' ')
  expect(meeting.place).not.toBe('')
  for (const words of [meeting.place, meeting.chair, 'de 14 h à', 'Données d’exemple'])
    expect(said).toContain(words)
  expect([...document.querySelectorAll('.state')].map(({ textContent }) => textContent)).toContain('Projet')
})

const saidOn = (page: string) =>
  [...new JSDOM(page).window.document.querySelectorAll('[aria-labelledby="dit"] > *:not(h2)')].map(
    ({ textContent }) => (textContent ?? '').replace(/\s+/gu, ' '),
  )
const nothing = ['Rien n’est consigné dans les comptes rendus approuvés.']

it('holds on each page what that member said of what is on the agenda', () => {
  const said = pages.flatMap((page) => {
    const member = new JSDOM(page).window.document.querySelector('h1')?.textContent?.replace('Dossier ', '')
    return saidOn(page)
      .filter((words) => words.startsWith('L’organisme '))
      .map((words) => ({ member, words }))
  })
  expect(said.length).toBeGreaterThan(5)
  for (const { member, words } of said) expect(words).toContain(`L’organisme ${member} `)
})

describe('what was said before', () => {
  let world: FollowUpWorld
  beforeEach(async () => {
    world = await followUpWorld()
  })
  afterEach(() => world.opened.dispose())

  /** The words under « Positions antérieures » of the ACD and of the CGX, in February, where two items are of the project. */
  async function folders(words: string, seriesId: string | null = null) {
    const { opened, november } = world
    const { ok } = opened
    const [organisationId, personId, projectId] = [newId(), newId(), newId()]
    const body = { name: 'Confédération générale d’exemple', acronym: 'CGX' }
    await ok('directory.addOrganisation', { id: organisationId, fields: body })
    const fields = { familyName: 'Vidal', givenName: 'Anne', organisationId, email: 'anne@cgx.example' }
    await ok('directory.addPerson', { id: personId, fields })
    const seat = { role: 'titulaire' as const, organisationId }
    await ok('directory.addMandate', { id: newId(), personId, fields: seat })
    await writeExchanges(opened, november, words)
    const [section] = (await minutesOf(opened, november)).sections
    const { items } = await ok('agenda.list', { meetingId: november })
    const title = items.find(({ id }) => id === section?.itemId)?.title ?? ''
    await ok('projects.add', { id: projectId, fields: { title: 'Annuaire partagé' } })
    const link = (itemId: string) => ok('agenda.link', { itemId, kind: 'project', targetId: projectId })
    await link(section?.itemId ?? '')
    await world.approve(november)
    const meeting = await ok('meetings.create', { fields: { date: '2027-02-11' }, fromTemplate: false })
    const { id: meetingId, version } = meeting
    if (seriesId !== null) await ok('meetings.update', { id: meetingId, version, patch: { seriesId } })
    for (const name of ['Annuaire, suite', 'Annuaire, budget']) {
      const id = newId()
      await ok('agenda.add', { id, meetingId, parentId: null, afterId: null, fields: { title: name } })
      await link(id)
    }
    const out = mkdtempSync(join(tmpdir(), 'seances-folders-'))
    const written = await opened.core.internal('writeMemberFolders', { meetingId, folder: out })
    if (!written.ok) throw new Error(JSON.stringify(written.error))
    const of = (acronym: string) =>
      written.value.fileNames
        .filter((name) => name.includes(acronym))
        .flatMap((name) => saidOn(readFileSync(join(out, name), 'utf8')))
    const found = { acd: of('ACD'), cgx: of('CGX'), at: `12 novembre 2026, ${title}` }
    rmSync(out, { recursive: true, force: true })
    return found
  }

  it('is said by the member itself, once, and with its item', async () => {
    const { acd, cgx, at } = await folders(
      'L’ACD demande un bilan. La CGX regrette la position de l’ACD. Mme Vidal répond à l’ACD.',
    )
    expect(acd).toEqual([at, 'L’ACD demande un bilan.'])
    expect(cgx).toEqual([at, 'La CGX regrette la position de l’ACD.'])
  })

  it('is of both where both say it, and of nobody whom others speak of', async () => {
    const { acd, cgx, at } = await folders(
      'L’ACD (Mme Marchetti) et la CGX souhaitent un calendrier. L’ACD refuse tout délai, selon la CGX. ' +
        'L’ACD se trompe, estime la CGX. L’ACD de l’Ain demande un délai. Les réserves de l’ACD sont levées.',
    )
    const both = 'L’ACD (Mme Marchetti) et la CGX souhaitent un calendrier.'
    expect({ acd, cgx }).toEqual({ acd: [at, both], cgx: [at, both] })
  })

  it('is of the same series', async () => {
    const seriesId = newId()
    const series = {
      ...{ name: 'Comité', rule: { ordinal: 2 as const, weekday: 4, months: [2] }, chair: '', secretary: '' },
      ...{ startTime: '14:00', endTime: '16:00', mode: 'hybride' as const, place: '', videoLink: '' },
    }
    await world.opened.ok('series.add', { id: seriesId, fields: series })
    const { acd, cgx } = await folders('L’ACD demande un bilan.', seriesId)
    expect({ acd, cgx }).toEqual({ acd: nothing, cgx: nothing })
  })
})
