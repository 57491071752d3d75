import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { outcomeWords } from '../../electron/domain/minutes/outcome-words.ts'
import { formatDateWithoutWeekday } from '../../electron/domain/text/french.ts'
import { versionsText } from '../../renderer/text/agenda-versions.ts'
import { approvalText } from '../../renderer/text/approval.ts'
import { carryOverText } from '../../renderer/text/carry-over.ts'
import { commonText } from '../../renderer/text/common.ts'
import { firstStartText } from '../../renderer/text/first-start.ts'
import { handOverText } from '../../renderer/text/hand-over.ts'
import { taskText } from '../../renderer/text/home.ts'
import { meetingActText } from '../../renderer/text/meeting.ts'
import { meetingDeskText } from '../../renderer/text/meeting-desk.ts'
import { minutesText } from '../../renderer/text/minutes.ts'
import { lifeText } from '../../renderer/text/minutes-life.ts'
import { placeText, sidebarText } from '../../renderer/text/place.ts'
import { projectText } from '../../renderer/text/project.ts'
import { projectSheetText } from '../../renderer/text/project-sheet.ts'
import { readOnlyText } from '../../renderer/text/read-only.ts'
import { seriesText } from '../../renderer/text/series.ts'
import { sessionText } from '../../renderer/text/session.ts'
import { subjectText } from '../../renderer/text/subjects.ts'
import { freshFolder, removeFolder } from './application.ts'
import { picture } from './picture.ts'
import { closeDesk, type Desk, openDesk } from './quarter-desk.ts'
import { closeSession } from './session-hands.ts'
import { StoryClock } from './story-clock.ts'

/** The second Thursdays of the year, but for the one of February, which is moved. */
const january = '2027-01-14'
const moved = '2027-02-18'
const march = '2027-03-11'
const april = '2027-04-08'
const said = (date: string) => formatDateWithoutWeekday(date).replace(/\s+/gu, ' ')

const asked = 'Passerelle d’échange des actes'
const shared = 'Annuaire partagé'
const charter = 'Charte de nommage'
const late = 'Point tardif sur les jetons'
const project = 'Dépôt unique des délibérations'
const action = 'transmettre le chiffrage de la passerelle'
const openAction = 'relire la charte de nommage'
const added = 'Calendrier des éditeurs'

/** Clicks, dialogs and keys other than text of the whole quarter: a step more than today is a step to think about. */
const MOST_ACTIONS = 140

const folder = freshFolder()
const exchange = join(folder, 'partage')
const clock = new StoryClock()
let claire: Desk
let noe: Desk | null = null
/** Of both, over the three months; the desk that is open counts its own. */
let acted = 0
const claireData = join(folder, 'claire', 'data')
const noeData = join(folder, 'noe', 'data')

async function leaves(desk: Desk): Promise<void> {
  acted += desk.hands.count()
  await closeDesk(desk)
}

/** She closes in the evening, and opens on another day. */
async function comesBack(day: string): Promise<void> {
  await leaves(claire)
  clock.set(day)
  claire = await openDesk(clock.folder, claireData)
}

beforeAll(async () => {
  mkdirSync(exchange)
  clock.set('2027-01-04')
  claire = await openDesk(clock.folder, claireData)
})
afterAll(async () => {
  await closeDesk(claire)
  if (noe !== null) await closeDesk(noe)
  removeFolder(clock.folder)
})
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  await picture(claire.page, `${task.name} claire`)
  if (noe !== null) await picture(noe.page, `${task.name} noe`)
})

/** With lines to be looked at or without. */
const sealing = new RegExp(`^${approvalText.approve}(?:,|$)`)

describe('a quarter', () => {
  it('begins with the meetings of a year, and a subject', async () => {
    const { hands, button, place, toProjects, field, page, row } = claire
    await page.getByRole('heading', { name: firstStartText.title }).waitFor()
    await hands.click(place(placeText.meetings))
    await hands.click(page.getByRole('link', { name: placeText.series }))
    await hands.click(button(seriesText.add).first())
    await hands.click(button(seriesText.create(10)))
    await page.getByText(seriesText.created(10)).waitFor()
    await hands.click(place(sidebarText.subjects))
    await hands.click(button(subjectText.fresh).first())
    await hands.fill(field(subjectText.fields.title), asked)
    await hands.press('Tab')
    await hands.click(button(subjectText.retain))
    await claire
      .messages()
      .getByText(/Inscrit à la/)
      .waitFor()
    await hands.click(...toProjects())
    await hands.click(button(projectText.add).first())
    await hands.fill(field(projectSheetText.fields.title), project)
    await hands.fill(field(projectSheetText.fields.askedOfBody), 'Un avis.')
    await hands.press('Tab')
    await claire.openAgenda(january)
    for (const title of [shared, charter]) await claire.addItem(title)
    await hands.click(button(carryOverText.open(1)))
    await hands.click(button(carryOverText.take(1)))
    await row(project).waitFor()
  })

  it('holds the first meeting, whose item is put off and another not reached', async () => {
    await comesBack(january)
    const { hands, button, page } = claire
    await hands.click(button(meetingActText.inSession))
    await claire.goTo(asked)
    await claire.note(`A : @Secrétariat ${action} avant le 05/03`)
    await claire.goTo(shared)
    await claire.note('D : L’annuaire est ouvert en mars.')
    await claire.note(`A : @Présidence ${openAction} avant le 15/06`)
    await claire.putOff(asked, 'reporte')
    await claire.putOff(charter, 'nonTraite')
    await claire.goTo(project)
    await claire.note('présenté par son porteur')
    await closeSession(page, hands.click)
    await page.getByRole('navigation', { name: minutesText.plan }).waitFor()
    await claire.concluded(shared, outcomeWords.decision)
    await claire.concluded(project, outcomeWords.prisActe)
    await claire.validate()
  })

  it('prepares the next one from what was left open, and moves it', async () => {
    await comesBack('2027-01-20')
    const { hands, button, page, row } = claire
    await hands.click(page.getByRole('link', { name: taskText['carry-over'].go }).first())
    await hands.click(button(versionsText.addApprovals(1)))
    await hands.click(button(carryOverText.take(2)))
    await row(charter).filter({ hasText: `Reporté de la séance du 14 janvier` }).waitFor()
    await hands.click(button(commonText.options).first())
    await hands.click(claire.menuItem(meetingDeskText.moveAct))
    const dialog = page.getByRole('dialog')
    await hands.fillDate(dialog.getByRole('group', { name: meetingDeskText.newDate }), moved)
    await hands.fill(dialog.getByLabel(meetingDeskText.reason), 'Salle indisponible')
    await hands.click(button(meetingDeskText.moveConfirm, dialog))
    await page.getByRole('heading', { name: said(moved).replace(/ \d{4}$/u, '') }).waitFor()
    await claire.titlesAre([
      `Approbation du compte rendu de la séance n° 1 du ${said(january)}`,
      'Suivi des décisions et actions',
      asked,
      charter,
      'Questions diverses',
    ])
    await hands.click(claire.face('agendaPage'))
    const words = await claire.printed(join(folder, 'fevrier.pdf'))
    expect(words).toContain('reporté de la séance du 14 janvier')
    // What is open is the register's: an agenda that leaves the house has none of it.
    expect(words).not.toContain('A-2027-01-')
    expect(await claire.ask('carryOver.actions', { meetingId: await claire.idOf(moved) })).toMatchObject([
      { number: 'A-2027-01-01', owner: 'Secrétariat' },
      { number: 'A-2027-01-02', owner: 'Présidence' },
    ])
  })

  it('holds it on its new day, and approves the minutes', async () => {
    await comesBack(moved)
    const { hands, button, page } = claire
    await hands.click(button(meetingActText.inSession))
    await claire.goTo(asked)
    await claire.note('le chiffrage manque encore')
    await claire.putOff(asked, 'reporte')
    await claire.goTo(charter)
    await claire.note('la charte est présentée')
    await hands.click(button(sessionText.addItem))
    await hands.type(late)
    await hands.press('Enter')
    await claire.putOff(late, 'nonTraite')
    await closeSession(page, hands.click)
    await page.getByRole('navigation', { name: minutesText.plan }).waitFor()
    await claire.concluded(charter, outcomeWords.prisActe)
    // That January is approved is written into these minutes: they are validated after it.
    await claire.openMeeting(january)
    await hands.click(button(lifeText.approve))
    await hands.click(page.getByRole('button', { name: sealing }))
    await button(approvalText.check).waitFor()
    expect(
      (await claire.ask('approval.get', { meetingId: await claire.idOf(january) })).approval,
    ).toMatchObject({ mode: 'meeting' })
  })

  it('prepares March, and has the February minutes approved in writing', async () => {
    await comesBack('2027-03-01')
    const { hands, button, page, row } = claire
    await hands.click(page.getByRole('link', { name: taskText['carry-over'].go }).first())
    await hands.click(button(carryOverText.take(2)))
    await row(asked).filter({ hasText: '2e report' }).waitFor()
    await claire.openMeeting(moved)
    await claire.validate()
    await hands.click(button(lifeText.approve))
    await hands.click(page.getByText(approvalText.modes.written, { exact: true }))
    await hands.click(page.getByRole('button', { name: sealing }))
    await button(approvalText.check).waitFor()
  })

  it('cancels March, and passes the hand', async () => {
    await comesBack('2027-03-05')
    const { hands, button, page } = claire
    await claire.openAgenda(march)
    await hands.click(button(commonText.options).first())
    await hands.click(claire.menuItem(meetingDeskText.cancelAct))
    const dialog = page.getByRole('dialog')
    await hands.fill(dialog.getByLabel(meetingDeskText.reason), 'Trop peu de points')
    await hands.click(button(meetingDeskText.cancelConfirm, dialog))
    await page.getByText(meetingDeskText.cancelledBecause('Trop peu de points')).waitFor()
    await hands.click(page.getByRole('link', { name: placeText.settings }).first())
    await hands.click(page.getByRole('link', { name: placeText.handOver }))
    await hands.choose(button(handOverText.chooseFolder), exchange)
    await hands.click(button(handOverText.acts.transmit))
    await button(handOverText.acts.takeBack).waitFor()
    await leaves(claire)
  })

  it('is gone on with by a colleague, who takes up what the cancelled meeting held', async () => {
    clock.set('2027-03-08')
    noe = await openDesk(clock.folder, noeData)
    const { hands, button, page, row } = noe
    await hands.click(page.getByRole('link', { name: firstStartText.restoreOther }))
    await hands.choose(button(handOverText.chooseFolder), exchange)
    await hands.click(button(handOverText.acts.take))
    await page.getByText(handOverText.mine).waitFor()
    await hands.click(noe.place(placeText.home))
    await hands.click(page.getByRole('link', { name: taskText['carry-over'].go }).first())
    await hands.click(button(carryOverText.take(2)))
    await row(asked).filter({ hasText: '3e report' }).waitFor()
    await noe.addItem(added)
    await hands.click(noe.place(sidebarText.followUp))
    await hands.click(page.getByRole('grid').locator('[data-row]').first())
    await hands.press('Space')
    await page.getByText(/^A-\d{4}-\d+-\d+ réalisée$/).waitFor()
    await hands.click(page.getByRole('link', { name: placeText.settings }).first())
    await hands.click(page.getByRole('link', { name: placeText.handOver }))
    await hands.click(button(handOverText.acts.transmit))
    await button(handOverText.acts.takeBack).waitFor()
  })

  it('is given back, and nothing is lost nor doubled', async () => {
    clock.set('2027-03-22')
    claire = await openDesk(clock.folder, claireData)
    const { hands, button, page } = claire
    await hands.click(page.getByRole('link', { name: readOnlyText.openPage }).first())
    await hands.click(button(handOverText.acts.take))
    await page.locator('.read-only-mark').waitFor({ state: 'detached' })
    await claire.openAgenda(april)
    await claire.titlesAre(['Suivi des décisions et actions', asked, late, added, 'Questions diverses'])
    await hands.click(claire.face('agendaPage'))
    const words = await claire.printed(join(folder, 'avril.pdf'))
    expect(acted + claire.hands.count() + (noe?.hands.count() ?? 0)).toBeLessThanOrEqual(MOST_ACTIONS)
    expect(words).toContain('point 2, reporté de la séance annulée du 11 mars, 3e report')
    expect(words).toContain('point 3, reporté de la séance annulée du 11 mars, 2e report')
    expect(words.toLowerCase()).not.toContain(openAction)
    expect(words.toLowerCase()).not.toContain(action)
    const open = await claire.ask('carryOver.actions', { meetingId: await claire.idOf(april) })
    const followed = open.map((one) => one.text.toLowerCase()).join('\n')
    expect(followed).toContain(openAction)
    expect(followed).not.toContain(action)
    // Every topic is on one agenda that is to come, or is over: nothing is proposed any more, nothing stands twice.
    const { proposals, elsewhere } = await claire.ask('carryOver.list', {
      meetingId: await claire.idOf(april),
    })
    expect(proposals.filter(({ isTicked }) => isTicked)).toEqual([])
    expect(elsewhere).toEqual([])
    const meetings = await claire.ask('meetings.list', { year: null })
    expect(
      meetings.filter(({ state }) => state !== 'planned').map(({ date, state }) => [date, state]),
    ).toEqual([
      [march, 'cancelled'],
      [moved, 'held'],
      [january, 'held'],
    ])
    const ahead: string[] = []
    for (const { id, state } of meetings)
      if (state === 'planned')
        ahead.push(...(await claire.ask('agenda.list', { meetingId: id })).items.map(({ title }) => title))
    for (const title of [asked, late, added]) expect(ahead.filter((one) => one === title)).toHaveLength(1)
    for (const title of [charter, shared, project]) expect(ahead).not.toContain(title)
    const [subject] = await claire.ask('subjects.list', {})
    expect(subject).toMatchObject({ title: asked, state: 'retained', meetingDate: april })
    expect(await claire.ask('followUp.counts', {})).toMatchObject({ open: 1, closed: 1, decisions: 1 })
    for (const date of [january, moved])
      expect(
        (await claire.ask('approval.get', { meetingId: await claire.idOf(date) })).approval,
      ).not.toBeNull()
  })
})
