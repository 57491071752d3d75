// A project presented twice, in the real window, by the acts of a hand alone: entered, put on a meeting, heard with
// positions, asked again, taken up by carry-over, heard again; its sheet then tells both passages. Nothing goes through
// the contract.

import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Outcome } from '../../electron/domain/minutes/minutes.ts'
import { outcomeWords } from '../../electron/domain/minutes/outcome-words.ts'
import type { ItemPosition } from '../../electron/domain/session/session.ts'
import { stanceWords } from '../../electron/domain/session/stance-words.ts'
import { civilDate } from '../../electron/domain/time/civil-date.ts'
import { agendaText } from '../../renderer/text/agenda.ts'
import { homeText } from '../../renderer/text/home.ts'
import { meetingDeskText } from '../../renderer/text/meeting-desk.ts'
import { minutesText } from '../../renderer/text/minutes.ts'
import { placeText } from '../../renderer/text/place.ts'
import { projectText } from '../../renderer/text/project.ts'
import { projectSheetText as text } from '../../renderer/text/project-sheet.ts'
import { sessionText } from '../../renderer/text/session.ts'
import type { Application } from './application.ts'
import { type Hands, handsOn } from './hands.ts'
import { screenOf } from './month-screen.ts'
import { picture } from './picture.ts'
import { openSample, violations } from './screens.ts'
import { closeSession, openSession } from './session-hands.ts'

const title = 'Passerelle d’essai entre archives'
/** From an empty board to the sheet that tells two passages; fails above. */
const MOST_ACTIONS = 60

let app: Application
let hands: Hands
beforeAll(async () => {
  ;({ app } = await openSample())
  hands = handsOn(app)
})
afterAll(() => app.close())

it('a project presented twice is told whole by its sheet: two meetings, the positions of each, two outcomes', async () => {
  const { page } = app
  const { place, tab, toProjects } = screenOf(() => page)
  const button = (name: string | RegExp, inside = page.locator('body')) =>
    inside.getByRole('button', { name, exact: typeof name === 'string' })
  const openProjects = async () => {
    await hands.click(...toProjects())
  }
  // A list is opened, and one of it is taken.
  let picks = 0
  const pick = async (field: ReturnType<typeof page.getByLabel>, label: string) => {
    await field.selectOption({ label })
    picks += 2
  }
  const counted: string[] = []
  let before = 0
  const step = (name: string) => {
    const now = hands.count() + picks
    counted.push(`${name} ${now - before}`)
    before = now
  }
  const position = async (organisation: string, stance: ItemPosition['stance'], words: string) => {
    const form = page.getByRole('form', { name: sessionText.addPosition })
    if (!(await form.isVisible())) await hands.press('Control+Shift+p')
    await hands.fill(form.getByRole('combobox', { name: sessionText.organisation }), organisation)
    await hands.press('Tab')
    await pick(form.getByLabel(sessionText.stance, { exact: true }), stanceWords[stance])
    await hands.fill(form.getByLabel(sessionText.positionWords, { exact: true }), words)
    await hands.click(button(sessionText.keepPosition, form))
    const kept = page.getByRole('region', { name: sessionText.positions })
    await kept
      .getByText(words === '' ? stanceWords[stance] : words)
      .first()
      .waitFor()
  }
  /** From its agenda: opens the meeting, goes to the item of the project, notes, closes; the minutes take the outcome. */
  const held = async (during: () => Promise<void>, outcome: Outcome) => {
    await hands.click(tab(placeText.session))
    await openSession(page, hands.click)
    const items = page.getByRole('navigation', { name: sessionText.items })
    const item = items.locator('.plan', { hasText: title })
    await hands.click(item)
    await item.and(page.locator('[aria-current=step]')).waitFor()
    await during()
    await closeSession(page, hands.click)
    const plan = page.getByRole('navigation', { name: minutesText.plan })
    await hands.click(plan.getByRole('button', { name: title }))
    const section = page.locator('article:focus-within')
    await pick(section.getByLabel(minutesText.outcome, { exact: true }), outcomeWords[outcome])
  }
  const onSheet = () => page.getByRole('heading', { level: 1, name: title }).waitFor()

  // A meeting of today, beside the next one of the sample.
  await hands.click(place(placeText.meetings))
  await hands.click(button(meetingDeskText.newMeeting).first())
  const dialog = page.getByRole('dialog')
  await hands.fillDate(dialog.getByRole('group', { name: meetingDeskText.date }), civilDate(new Date()))
  await hands.click(button(meetingDeskText.create, dialog))
  await page.getByRole('treegrid', { name: agendaText.rows }).waitFor()
  step('une séance du jour')

  await openProjects()
  await hands.click(button(projectText.add).first())
  await hands.fill(page.getByLabel(text.fields.title, { exact: true }), title)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await hands.click(button(text.inscribe))
  await hands.click(button(projectText.inscribe.act, dialog))
  await page.getByText(text.slot.coming).waitFor()
  step('un projet inscrit')

  await hands.click(page.getByRole('region', { name: text.slot.title }).getByRole('link').first())
  await held(async () => {
    await position('Association des communes de démonstration', 'reserves', 'Demande six mois de plus.')
    await position('Région de démonstration', 'favorable', '')
  }, 'avisAvecReserves')
  step('premier passage')

  await openProjects()
  await hands.click(page.getByRole('link', { name: title, exact: true }))
  await onSheet()
  const passages = page.getByRole('region', { name: text.passages.title, exact: true })
  await passages.getByText('Demande six mois de plus.').waitFor()
  await passages.getByText(outcomeWords.avisAvecReserves, { exact: true }).waitFor()
  await hands.click(button(text.slot.ask(text.slot.further(2))))
  await hands.fill(page.getByLabel(text.slot.text, { exact: true }), 'Un avis sur le nouveau calendrier.')
  await hands.click(button(text.slot.send))
  await page.getByText(projectText.asked(2)).first().waitFor()
  step('un second passage demandé')

  // The next meeting proposes it, ticked.
  await hands.click(place(placeText.home))
  await hands.click(page.getByRole('link', { name: homeText.openAgenda }))
  await hands.click(button(/^Reports et sujets \(/))
  const carried = page.getByRole('checkbox', { name: new RegExp(title) })
  expect(await carried.isChecked()).toBe(true)
  await hands.click(button(/^Inscrire \d+/))
  await page.getByText(/points? inscrits?$/).waitFor()
  await page.getByRole('treegrid', { name: agendaText.rows }).waitFor()
  step('repris par les reports')

  await held(
    () =>
      position('Association des communes de démonstration', 'favorable', 'Le nouveau calendrier convient.'),
    'avisFavorable',
  )
  step('second passage')

  // By its name, once it is known: one act less than by its board.
  await hands.press('Control+k')
  await hands.type(title)
  await hands.click(page.getByRole('option').filter({ hasText: title }).first())
  await onSheet()
  await passages.getByText('Le nouveau calendrier convient.').waitFor()
  await passages.getByText('Demande six mois de plus.').waitFor()
  await passages.getByText(outcomeWords.avisFavorable, { exact: true }).waitFor()
  await passages.getByText(outcomeWords.avisAvecReserves, { exact: true }).waitFor()
  step('la fiche')
  expect(await violations(page)).toEqual([])
  await picture(page, 'project presented twice')
  console.log(`a project presented twice: ${before} actions (${counted.join(', ')})`)
  expect(before).toBeLessThanOrEqual(MOST_ACTIONS)
  expect(app.complaints).toEqual([])
})
