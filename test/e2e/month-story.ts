import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { agendaText } from '../../renderer/text/agenda.ts'
import { attachmentsText } from '../../renderer/text/attachments.ts'
import { attendanceText } from '../../renderer/text/attendance.ts'
import { beforeText } from '../../renderer/text/before.ts'
import { directoryText } from '../../renderer/text/directory.ts'
import { documentText } from '../../renderer/text/documents.ts'
import { firstStartText } from '../../renderer/text/first-start.ts'
import { homeText } from '../../renderer/text/home.ts'
import { importsText } from '../../renderer/text/imports.ts'
import { meetingActText } from '../../renderer/text/meeting.ts'
import { meetingDeskText } from '../../renderer/text/meeting-desk.ts'
import { minutesText } from '../../renderer/text/minutes.ts'
import { placeText } from '../../renderer/text/place.ts'
import { projectText } from '../../renderer/text/project.ts'
import { projectSheetText } from '../../renderer/text/project-sheet.ts'
import { sessionText } from '../../renderer/text/session.ts'
import { watchText } from '../../renderer/text/watch.ts'
import { type Application, freshFolder } from './application.ts'
import type { Hands } from './hands.ts'
import { screenOf } from './month-screen.ts'
import { action, added, agenda, date, decision, project, text, written } from './month-words.ts'
import { picture } from './picture.ts'
import { agendaTitles, backupsIn, inp, isPainted, textOf } from './written.ts'

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'imports')
const folder = freshFolder()
const copies = join(folder, 'copies')

/** Where the month is lived: a window, and the data that it leaves. */
export type MonthDesk = Pick<Application, 'page' | 'dataDir' | 'complaints' | 'close'> & {
  readonly hands: Hands
}

let app: MonthDesk
let page: Page
let hands: Hands
let open: (dataDir?: string) => Promise<MonthDesk>

async function start(dataDir?: string): Promise<void> {
  app = await open(dataDir)
  page = app.page
  hands = app.hands
}

/** The one field of the live meeting. */
const line = () => page.getByLabel(sessionText.line, { exact: true })
const { button, tab, place, toProjects, rows, row, titles, field, face, toMore, here, editor, section } =
  screenOf(() => page)

/** The month of a secretary, told to whatever `opens` a desk on these data, or on none. */
export function month(opens: typeof open): void {
  beforeAll(() => {
    open = opens
    mkdirSync(copies)
    return start()
  })
  afterAll(() => app.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await picture(page, task.name)
  })

  it('starts empty, asks nothing, and creates the first meeting', async () => {
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('heading', { name: firstStartText.title }).waitFor()
    await hands.fillDate(page.getByRole('group', { name: firstStartText.date }), date)
    await hands.click(button(firstStartText.createAct))
    await rows().first().waitFor()
    expect(await rows().count()).toBe(2)
  })

  it('takes the second folder that Accueil asks for once', async () => {
    await hands.click(place(placeText.home))
    await hands.choose(button(homeText.copyChoose), copies)
    await button(homeText.copyChoose).waitFor({ state: 'detached' })
    await expect.poll(() => backupsIn(copies)).not.toEqual([])
  })

  it('makes a dropped Word agenda an agenda in PDF within five actions', async () => {
    hands.reset()
    await hands.drop(page.locator('main'), join(fixtures, 'tableau-minute.docx'))
    await page.getByRole('heading', { name: importsText.title }).waitFor()
    // The file says no year: the review proposes those on which the day falls.
    await hands.click(
      page.getByRole('group', { name: importsText.meeting.proposed }).getByRole('button').last(),
    )
    await hands.press('Control+Enter')
    await row('Atelier 1').waitFor()
    const path = join(folder, 'ordre-du-jour.pdf')
    await hands.saveByKey('Control+e', path)
    await button(documentText.open).waitFor()
    expect(hands.count()).toBeLessThanOrEqual(5)
    const words = await textOf(path)
    for (const title of ['Accueil café', 'Atelier 1', 'Atelier 2', 'Conclusion de la journée'])
      expect(words).toContain(title)
  })

  it('takes a chosen agenda into the first meeting', async () => {
    await openAgenda()
    await hands.choose(button(agendaText.import), join(fixtures, 'liste-automatique.docx'))
    // Any other business is on the agenda already: it stays one point.
    await hands.click(page.getByRole('button', { name: importsText.import(7) }))
    await expect.poll(() => rows().count()).toBe(agenda.length - 1)
  })

  it('edits the agenda by typing and by keys', async () => {
    await hands.click(field(agendaText.newItem))
    await hands.type('Point à renommer')
    await hands.press('Enter')
    await row('Point à renommer').waitFor()
    await hands.click(row('Point à renommer'))
    await hands.press('F2')
    await hands.press('Control+a')
    await hands.type(added)
    await hands.press('Enter')
    await row(added).waitFor()
    const before = await titles()
    // A new item stands before any other business.
    const above = before.indexOf(added) - 1
    expect(above).toBe(before.length - 3)
    await hands.press('Alt+Shift+ArrowUp')
    await expect.poll(async () => (await titles()).indexOf(added)).toBe(above)
    await hands.press('Alt+Shift+ArrowRight')
    await expect.poll(() => row(added).getAttribute('aria-level')).toBe('2')
    await hands.press('Control+z')
    await expect.poll(() => row(added).getAttribute('aria-level')).toBe('1')
    await hands.press('Control+z')
    await expect.poll(titles).toEqual(before)
    await hands.press('Control+y')
    await expect.poll(async () => (await titles()).indexOf(added)).toBe(above)
    await hands.click(page.getByText(agendaText.inspector.folds.rest))
    await hands.fill(field(agendaText.inspector.fixedStart), '16h15')
    await hands.press('Enter')
    await hands.fill(field(agendaText.inspector.duration), '45')
    await hands.press('Enter')
    await expect.poll(() => row(added).textContent()).toMatch(/16\sh\s15.*45\smin/u)
  })

  it('undoes the last edit after a restart', async () => {
    await app.close()
    expect(app.complaints).toEqual([])
    await start(app.dataDir)
    await openAgenda()
    await hands.press('Control+z')
    await expect.poll(() => row(added).textContent()).not.toContain('45')
    await hands.press('Control+y')
    await expect.poll(() => row(added).textContent()).toMatch(/45\smin/u)
  })

  it('links a project and a text to an item', async () => {
    await hands.click(...toProjects())
    await hands.click(button(projectText.add).first())
    await hands.fill(field(projectSheetText.fields.title), project)
    await page.getByRole('heading', { level: 1, name: project }).waitFor()
    await hands.click(place('Veille'))
    await hands.click(button(watchText.add).first())
    await hands.fill(field(watchText.fields.title), text)
    await page.getByRole('row').filter({ hasText: text }).waitFor()
    await openAgenda()
    await hands.click(row(added))
    for (const title of [project, text]) {
      const link = page.getByRole('combobox', { name: agendaText.inspector.link })
      if (!(await link.isVisible())) await hands.click(page.getByText(agendaText.inspector.folds.papers))
      await hands.fill(link, title)
      await hands.click(page.getByRole('option', { name: title }))
      await hands.press('Escape')
      await button(agendaText.inspector.unlink(title)).waitFor()
    }
  })

  it('attaches a file', async () => {
    const note = join(folder, 'note de cadrage.txt')
    writeFileSync(note, 'Une note.')
    await hands.click(face('attachments'))
    await hands.choose(button(attachmentsText.attach), note)
    await button(attachmentsText.open('note de cadrage.txt'))
      .or(page.getByText('note de cadrage.txt'))
      .first()
      .waitFor()
  })

  it('knows persons and their organisations', async () => {
    await hands.click(place(placeText.directory))
    const { fields, kinds, add } = directoryText
    await hands.click(page.getByRole('button', { name: kinds.organisations }).first())
    await hands.click(button(add.organisations).first())
    await hands.fill(field(fields.name), 'Association des communes de démonstration')
    await hands.fill(field(fields.acronym), 'ACD')
    await page.getByRole('row').filter({ hasText: 'ACD' }).waitFor()
    await hands.click(page.getByRole('button', { name: kinds.persons }).first())
    await hands.click(button(add.persons).first())
    await hands.fill(field(fields.familyName), 'Exemplaire')
    await hands.fill(field(fields.givenName), 'Camille')
    await page
      .getByLabel(fields.organisation, { exact: true })
      .selectOption({ label: 'Association des communes de démonstration' })
    await hands.click(button(directoryText.mandates.add))
    const row = page.getByRole('row').filter({ hasText: 'Exemplaire' })
    await row.filter({ hasText: directoryText.quality.titulaire }).waitFor()
  })

  it('convenes and holds the meeting', async () => {
    await openAgenda()
    await hands.click(...toMore(placeText.meetingDetails))
    await hands.fill(field(meetingDeskText.number), '3')
    await hands.click(...toMore(meetingActText.convened))
    await hands.click(page.getByRole('dialog').getByRole('button', { name: /convoquée/ }))
    await hands.click(tab(placeText.session))
    await hands.click(button(sessionText.open))
    await hands.click(button(beforeText.open.act))
    await line().waitFor()
    await hands.click(line())
    await hands.type('le calendrier est présenté par son porteur')
    await hands.press('Enter')
    await page.getByRole('log').getByText('le calendrier est présenté').waitFor()
  })

  it('turns the end of a meeting into draft minutes in PDF within three actions', async () => {
    hands.reset()
    await hands.click(button(sessionText.close))
    await hands.saveAs(button(beforeText.close.andSave), join(folder, 'projet.docx'))
    await page.getByText(sessionText.draftSaved('projet.docx', 'projet.pdf')).waitFor()
    expect(hands.count()).toBeLessThanOrEqual(3)
    expect(await textOf(join(folder, 'projet.pdf'))).toContain(added)
    await page.getByRole('navigation', { name: minutesText.plan }).waitFor()
  })

  it('notes who was there', async () => {
    await hands.click(section(minutesText.head))
    const attendees = page.getByRole('region', { name: attendanceText.title })
    const member = attendees.getByRole('listitem', { name: /^Camille Exemplaire/ })
    if (!(await member.isVisible())) await hands.click(button(attendanceText.addMembers))
    await member.focus()
    await hands.press('s')
    await attendees.getByRole('listitem', { name: 'Camille Exemplaire, Sur place' }).waitFor()
    await hands.fill(field(attendanceText.guestName), 'Dominique Invité, Commune de démonstration')
    await hands.press('Enter')
    const guest = attendees.getByRole('listitem', { name: /^Dominique Invité/ })
    await guest.focus()
    await hands.press('v')
    await attendees.getByRole('listitem', { name: 'Dominique Invité, Visio' }).waitFor()
  })

  it('writes rich text with French typography', async () => {
    await hands.click(section(added))
    await hands.click(editor(minutesText.presentation))
    await hands.type('Le "calendrier" est présenté : il tient en 3 temps. ')
    await hands.press('Control+b')
    await hands.type('En gras')
    await hands.press('Control+b')
    await hands.press('Enter')
    await hands.click(button(minutesText.bulletList))
    await hands.type('premier temps')
    await hands.press('Enter')
    await hands.type('second temps')
    await expect.poll(() => editor(minutesText.presentation).locator('li').count()).toBe(2)
    const typed = await editor(minutesText.presentation).innerText()
    expect(typed).toContain('«\u00a0calendrier\u00a0»')
    expect(typed).toContain('présenté\u00a0: il')
    expect(await editor(minutesText.presentation).locator('strong').innerText()).toBe('En gras')
    await hands.click(editor(minutesText.exchanges))
    await hands.click(button(minutesText.table))
    await hands.type('Étape')
    await hands.press('Tab')
    await hands.type('Échéance du jalon')
    expect(await editor(minutesText.exchanges).locator('th').count()).toBe(3)
    await hands.type(' !')
    expect(await editor(minutesText.exchanges).innerText()).toContain('jalon\u202f!')
  })

  it('records a decision and an action with its owner and its date', async () => {
    await hands.press('Control+d')
    await field(minutesText.decisionText('D-2027-03-01')).waitFor()
    await hands.type(decision)
    await hands.press('Control+j')
    await field(minutesText.actionText('A-2027-03-01')).waitFor()
    await hands.type(action)
    await hands.fill(here().getByRole('combobox', { name: minutesText.owner }), 'Camille')
    await hands.click(page.getByRole('option', { name: 'Camille Exemplaire' }))
    await hands.fillDate(here().getByRole('group', { name: minutesText.dueDate }), '2027-04-02')
  })

  it('says the next meeting', async () => {
    await hands.click(section(minutesText.tail))
    await hands.fillDate(page.getByRole('group', { name: minutesText.nextDate }), '2027-04-08')
    await hands.fill(field(minutesText.nextPlace), 'Salle des essais')
    expect(await field(minutesText.nextPlace).inputValue()).toBe('Salle des essais')
  })

  it('shows the pages, and the PDF holds all that was written', async () => {
    const shown = page.getByRole('complementary', { name: documentText.preview })
    await shown.getByRole('status').filter({ hasText: 'Aperçu à jour' }).waitFor()
    await expect.poll(() => shown.locator('canvas').first().evaluate(isPainted)).toBe(true)
    await hands.saveAs(button(documentText.save), join(folder, 'compte-rendu'))
    await button(documentText.open).waitFor()
    await expectInMinutes(await textOf(join(folder, 'compte-rendu.pdf')))
  })

  it('leaves verified copies at close, in both folders', async () => {
    await app.close()
    expect(app.complaints).toEqual([])
    for (const place of [join(app.dataDir, 'sauvegardes'), copies]) {
      const newest = backupsIn(place).at(-1)
      expect(newest).toBeDefined()
      const data = join(folder, `from-${basename(place)}`)
      inp('restore', join(place, newest ?? ''), '--data', data)
      expect(inp('meetings', 'list', '--data', data, '--json')).toContain(date)
    }
  })

  it('finds all of it again', async () => {
    await start(app.dataDir)
    await openMeeting()
    await hands.click(section(added))
    await expect.poll(() => editor(minutesText.presentation).innerText()).toContain('second temps')
    await expect.poll(() => field(minutesText.decisionText('D-2027-03-01')).inputValue()).toBe(decision)
    const path = join(folder, 'apres.pdf')
    await hands.saveAs(button(documentText.save), path)
    await button(documentText.open).waitFor()
    await expectInMinutes(await textOf(path))
    await hands.click(tab(placeText.agenda))
    await expect.poll(titles).toContain(added)
    expect(app.complaints).toEqual([])
  })
}

async function openMeeting(): Promise<void> {
  await hands.click(place(placeText.meetings))
  await hands.click(page.getByRole('row').filter({ hasText: '11 mars' }))
  await hands.press('Enter')
}

async function openAgenda(): Promise<void> {
  await openMeeting()
  await hands.click(tab(placeText.agenda))
  await rows().first().waitFor()
}

async function expectInMinutes(words: string): Promise<void> {
  const planned = await agendaTitles(page, date)
  expect(planned).toEqual(agenda)
  expect([...planned, ...written].filter((fact) => !words.includes(fact))).toEqual([])
}
