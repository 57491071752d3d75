import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ical from 'node-ical'
import type { Page } from 'playwright'
import PostalMime from 'postal-mime'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Input, Method, Output } from '../../electron/contract/index.ts'
import { agendaText } from '../../renderer/text/agenda.ts'
import { versionsText } from '../../renderer/text/agenda-versions.ts'
import { directoryImportText } from '../../renderer/text/directory-import.ts'
import { dispatchText, prepareText } from '../../renderer/text/dispatch.ts'
import { firstStartText } from '../../renderer/text/first-start.ts'
import { homeText } from '../../renderer/text/home.ts'
import { meetingDeskText } from '../../renderer/text/meeting-desk.ts'
import { placeText, sidebarText } from '../../renderer/text/place.ts'
import { projectionText } from '../../renderer/text/projection.ts'
import { repliesText } from '../../renderer/text/replies.ts'
import { type Application, callBridge, freshFolder, startApplication } from './application.ts'
import { answerMails, asked, memberList, members, slides, subjectMails } from './convene-files.ts'
import { type Hands, handsOn } from './hands.ts'
import { screenOf } from './month-screen.ts'
import { picture } from './picture.ts'

const date = '2027-03-11'
const later = '2027-03-18'
const folder = freshFolder()
const message = join(folder, 'message.eml')

let app: Application
let page: Page
let hands: Hands
let meetingId: string

const { button, tab, place, rows, row, field, face, toMore } = screenOf(() => page)

async function ok<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const envelope = await callBridge(page, method, input)
  if (!envelope.ok) throw new Error(`${method}: ${envelope.error.code}`)
  return envelope.value
}

/** Where Accueil shows the meeting in preparation. */
const nextMeeting = () => page.getByRole('main').getByRole('link', { name: homeText.openAgenda }).first()

beforeAll(async () => {
  app = await startApplication()
  page = app.page
  hands = handsOn(app)
})
afterAll(() => app.close())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(page, task.name)
})

describe('prepare and convene', () => {
  it('creates the meeting and takes in a list of forty members after review', async () => {
    await hands.fillDate(page.getByRole('group', { name: firstStartText.date }), date)
    await hands.click(button(firstStartText.createAct))
    await rows().first().waitFor()
    const [meeting] = await ok('meetings.list', { year: null })
    meetingId = meeting?.id ?? ''
    await page.evaluate(() => {
      location.hash = '/annuaire/import'
    })
    await page.getByRole('heading', { name: directoryImportText.title }).first().waitFor()
    await hands.dropAll(page.locator('[data-takes]').first(), [memberList()])
    await hands.click(page.getByRole('button', { name: directoryImportText.apply(40) }))
    await expect.poll(async () => (await ok('directory.list', {})).mandates.length).toBe(40)
  })

  it('makes subjects of ten mails at once, nine by title and one in its thread', async () => {
    await hands.click(place(sidebarText.subjects))
    await page.getByRole('heading', { name: sidebarText.subjects }).waitFor()
    await hands.dropAll(page.locator('[data-takes]').first(), subjectMails)
    await expect.poll(async () => (await ok('subjects.list', {})).length, { timeout: 30_000 }).toBe(9)
    const subjects = await ok('subjects.list', {})
    expect(subjects.map(({ title }) => title).sort()).toEqual([...asked].sort())
    expect(subjects.find(({ title }) => title === asked[0])?.messageCount).toBe(2)
    // The requester is the person of the directory, and their organisation with them.
    const first = subjects.find(({ title }) => title === asked[0])
    expect(first?.requester).toContain(members[0]?.familyName)
    expect(first?.organisation).toBe(members[0]?.organisation)
  })

  it('puts three of them on the agenda from the list, one key each', async () => {
    await hands.click(page.locator('[data-row]').first())
    for (let time = 0; time < 3; time += 1) {
      await hands.press('i')
      await expect
        .poll(async () => (await ok('subjects.list', {})).filter((one) => one.state === 'retained').length, {
          timeout: 5000,
        })
        .toBe(time + 1)
    }
    const { items } = await ok('agenda.list', { meetingId })
    expect(items.at(-1)?.title).toBe('Questions diverses')
    expect(items).toHaveLength(5)
  })

  it('is validated by the chair and published as version 1', async () => {
    await hands.click(place(placeText.home))
    await hands.click(nextMeeting())
    await rows().first().waitFor()
    for (const step of toMore(versionsText.validate)) await step.click()
    await field(versionsText.validatedBy).fill('Hélène Marchetti')
    await page.getByRole('dialog').getByRole('button', { name: versionsText.validateConfirm }).click()
    await button(versionsText.publish(1)).click()
    await expect
      .poll(async () => (await ok('agenda.status', { meetingId })).versions.length, { timeout: 30_000 })
      .toBe(1)
  })

  it('convenes the forty members: message, calendar file, and only then convened', async () => {
    await hands.click(tab(placeText.dispatch))
    await hands.click(page.getByRole('button', { name: prepareText.convocation }).first())
    await button(dispatchText.mark).waitFor()
    await hands.saveAs(page.getByRole('button', { name: dispatchText.save }), message)
    await page.getByText(dispatchText.saved('message.eml')).waitFor()
    expect((await ok('meetings.get', { id: meetingId })).meeting.state).toBe('planned')
    const mail = await PostalMime.parse(readFileSync(message))
    const reached = [...(mail.to ?? []), ...(mail.cc ?? []), ...(mail.bcc ?? [])].map(
      ({ address }) => address,
    )
    expect(new Set(reached)).toEqual(new Set(members.map(({ email }) => email)))
    const events = Object.values(ical.sync.parseICS(calendarOf(mail))).filter((one) => one?.type === 'VEVENT')
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({ uid: `${meetingId}@seances-inp` })
    await hands.click(button(dispatchText.mark))
    await expect
      .poll(async () => (await ok('meetings.get', { id: meetingId })).meeting.state, { timeout: 30_000 })
      .toBe('convened')
    const [sent] = await ok('dispatch.list', { meetingId })
    expect(sent).toMatchObject({
      state: 'sent',
      agendaVersionNumber: 1,
      calendarSequence: 0,
      recipientCount: 40,
    })
    expect(sent?.messageSha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('changes the evening before within nine actions, and lists whose hour moves', async () => {
    await hands.click(place(placeText.home))
    hands.reset()
    await hands.click(nextMeeting())
    await hands.click(row('Suivi des décisions'))
    await hands.press('Alt+Shift+ArrowDown')
    await hands.click(field(agendaText.newItem))
    await hands.type('Point ajouté la veille')
    await hands.press('Enter')
    await row('Point ajouté la veille').waitFor()
    await hands.click(button(versionsText.publishAsking(2)))
    // It opens once what was typed is stored.
    await page.getByRole('dialog', { name: versionsText.publishTitle(2) }).waitFor()
    await hands.press('Enter')
    await expect
      .poll(async () => (await ok('agenda.status', { meetingId })).versions[0]?.number, { timeout: 30_000 })
      .toBe(2)
    await hands.click(button(versionsText.send))
    await hands.click(page.getByRole('button', { name: prepareText.agendaChanged }).first())
    await button(dispatchText.mark).waitFor()
    expect(hands.count()).toBeLessThanOrEqual(9)
    const status = await ok('agenda.status', { meetingId })
    expect(status.changes.map(({ type }) => type)).toEqual(expect.arrayContaining(['added', 'moved']))
  })

  it('replaces a guest’s slides and rebuilds the projection folder within four actions', async () => {
    await page.evaluate((id) => {
      location.hash = `/seances/${id}/documents`
    }, meetingId)
    const item = (await ok('agenda.list', { meetingId })).items.find(({ title }) => asked.includes(title))
    await hands.dropAll(page.locator(`#documents-${item?.id}`), [slides(1)])
    await expect.poll(versionOfSlides, { timeout: 15_000 }).toBe(1)
    await hands.choose(button(projectionText.prepare), folder)
    await page.getByText(projectionText.built(1)).waitFor()
    await hands.click(place(placeText.home))
    hands.reset()
    await hands.click(nextMeeting())
    await hands.click(face('attachments'))
    await hands.dropAll(page.getByText('Annuaire partagé').first(), [slides(2)])
    await expect.poll(versionOfSlides, { timeout: 15_000 }).toBe(2)
    await hands.click(page.getByRole('button', { name: projectionText.update }).first())
    expect(hands.count()).toBeLessThanOrEqual(4)
  })

  it('counts the replies typed and those read in mails, and fills the attendance with them', async () => {
    await hands.click(tab(placeText.participants))
    await field(repliesText.find).waitFor()
    await hands.dropAll(page.locator('[data-takes]').first(), answerMails)
    await hands.click(page.getByRole('button', { name: repliesText.record(2) }))
    await expect.poll(replied).toEqual(['excused', 'onSite'])
    const [, , third] = members
    await hands.click(field(repliesText.find))
    await hands.type(third?.familyName ?? '')
    await hands.press('Enter')
    await hands.press('v')
    await expect.poll(replied).toEqual(['excused', 'onSite', 'remote'])
  })

  it('moves by a week: replies to be confirmed, deadlines and calendar file follow', async () => {
    const tasks = await ok('backPlanning.tasks', { meetingId })
    await hands.click(...toMore(meetingDeskText.moveAct))
    await hands.fillDate(page.getByRole('group', { name: meetingDeskText.newDate }), later)
    await hands.fill(field(meetingDeskText.reason), 'Salle indisponible')
    await hands.click(page.getByRole('dialog').getByRole('button', { name: meetingDeskText.moveConfirm }))
    await expect.poll(async () => (await ok('meetings.get', { id: meetingId })).meeting.date).toBe(later)
    const after = await ok('replies.list', { meetingId })
    expect(after.asked.filter(({ reply }) => reply !== null).every(({ beforeMove }) => beforeMove)).toBe(true)
    expect((await ok('backPlanning.tasks', { meetingId })).map(({ due }) => due)).not.toEqual(
      tasks.map(({ due }) => due),
    )
    await hands.click(tab(placeText.dispatch))
    await hands.click(page.getByRole('button', { name: prepareText.dateChange }).first())
    await button(dispatchText.mark).waitFor()
    await hands.click(button(dispatchText.mark))
    await expect
      .poll(async () => (await ok('dispatch.list', { meetingId }))[0]?.calendarSequence, { timeout: 30_000 })
      .toBe(1)
  })

  it('cancels another meeting, whose calendar file takes it out', async () => {
    const other = await ok('meetings.create', { fields: { date: '2027-04-08' }, fromTemplate: true })
    await page.evaluate((id) => {
      location.hash = `/seances/${id}/envois?id=convocation`
    }, other.id)
    await hands.click(page.getByRole('button', { name: prepareText.convocation }).first())
    await hands.click(button(dispatchText.mark))
    await expect
      .poll(async () => (await ok('meetings.get', { id: other.id })).meeting.state, { timeout: 30_000 })
      .toBe('convened')
    await ok('meetings.cancel', {
      id: other.id,
      version: (await ok('meetings.get', { id: other.id })).meeting.version,
      reason: 'Ordre du jour vide',
    })
    await hands.click(page.getByRole('button', { name: prepareText.cancellation }).first())
    await button(dispatchText.mark).waitFor()
    await hands.saveAs(page.getByRole('button', { name: dispatchText.save }), message)
    await expect
      .poll(async () => calendarOf(await PostalMime.parse(readFileSync(message))))
      .toMatch(/METHOD:CANCEL[\s\S]*STATUS:CANCELLED/)
    expect(app.complaints).toEqual([])
  })
})

async function versionOfSlides(): Promise<number | undefined> {
  return (await ok('attachments.list', { meetingId }))[0]?.versionNumber
}

async function replied(): Promise<string[]> {
  const { asked: people } = await ok('replies.list', { meetingId })
  return people.flatMap(({ reply }) => (reply === null ? [] : [reply.answer])).sort()
}

/** The calendar part of a message, as text. */
function calendarOf(mail: Awaited<ReturnType<typeof PostalMime.parse>>): string {
  const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')
  if (part === undefined) throw new Error('the message has no calendar part')
  return typeof part.content === 'string' ? part.content : new TextDecoder().decode(part.content)
}
