import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input, Method, Output } from '../../electron/contract/index.ts'
import { formatShortDate } from '../../electron/domain/text/french.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { href, type PlaceId } from '../../renderer/app/paths.ts'
import { agendaText } from '../../renderer/text/agenda.ts'
import { versionsText } from '../../renderer/text/agenda-versions.ts'
import { commonText } from '../../renderer/text/common.ts'
import { meetingActText } from '../../renderer/text/meeting.ts'
import { lifeText } from '../../renderer/text/minutes-life.ts'
import { minutesVersionsText } from '../../renderer/text/minutes-versions.ts'
import { notebooksText } from '../../renderer/text/notebooks.ts'
import { observationsText } from '../../renderer/text/observations.ts'
import { placeTabsText, placeText, sidebarText } from '../../renderer/text/place.ts'
import { sessionText } from '../../renderer/text/session.ts'
import { dueText } from '../../renderer/text/watch-due.ts'
import { type Application, callBridge } from './application.ts'
import { screenOf } from './month-screen.ts'
import { drawn, type Meetings, openSample, show } from './screens.ts'

let app: Application
let meetings: Meetings & { bare: string }
/** An open meeting as the sidebar names it. */
let heldDay = ''
beforeAll(async () => {
  const opened = await openSample()
  app = opened.app
  const sample = opened.meetings
  const held = await ask('meetings.get', { id: sample.held })
  heldDay = formatShortDate(held.meeting.date)
  // One whose agenda lacks the approvals that are due.
  const { id, version } = await ask('meetings.create', {
    fields: { date: '2027-06-10' },
    fromTemplate: false,
  })
  await ask('meetings.update', { id, version, patch: { seriesId: held.meeting.seriesId } })
  await ask('agenda.add', {
    ...{ id: newId(), meetingId: id, parentId: null, afterId: null, fields: { title: 'Budget' } },
  })
  meetings = { ...sample, bare: id }
})
afterAll(() => app.close())

const page = () => app.page
async function ask<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const answer = await callBridge(page(), method, input)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}
const { button, tab, place, toProjects, face, toMore } = screenOf(page)
const settings = () => place(placeText.settings)
const main = () => page().getByRole('main')
const link = (name: string) => main().getByRole('link', { name, exact: true })
const placeTab = (of: keyof typeof placeTabsText, name: string) =>
  page().getByRole('navigation', { name: placeTabsText[of] }).getByRole('link', { name, exact: true })
const reports = () => main().getByRole('button', { name: /^Reports et sujets/u })
const menuItem = (name: string | RegExp) => page().getByRole('menuitem', { name })
const pane = (name: string) => page().getByRole('complementary', { name, exact: true })

/** From where one was: what is pressed one after the other, and either the screen or what is seen then. */
type Line = {
  from: 'home' | keyof typeof meetings
  press: () => readonly Locator[]
  screen?: PlaceId
  seen?: () => Locator
}

const lines: Readonly<Record<string, Line>> = {
  'Sidebar, *Sujets*': { from: 'home', press: () => [place(sidebarText.subjects)], screen: 'subjects' },
  'Sidebar, *Projets*': { from: 'home', press: toProjects, screen: 'projects' },
  'Sidebar, *Bilan*': {
    from: 'home',
    press: () => [place(sidebarText.meetings), placeTab('meetings', placeText.yearlyReport)],
    screen: 'yearlyReport',
  },
  'Sidebar, *Historique*': {
    from: 'home',
    press: () => [settings(), link(placeText.history)],
    screen: 'history',
  },
  'Séances, button *Calendrier*': {
    from: 'home',
    press: () => [place(sidebarText.meetings), placeTab('meetings', placeText.series)],
    screen: 'series',
  },
  'Séances, link *Corbeille*': {
    from: 'home',
    press: () => [settings(), link(placeText.bin)],
    screen: 'bin',
  },
  'Séances, link *Reprise de l’existant*': {
    from: 'home',
    press: () => [settings(), link(placeText.oldFiles)],
    screen: 'oldFiles',
  },
  'Open meetings, always at the agenda': {
    from: 'home',
    press: () => [page().locator('.side').getByRole('link', { name: heldDay })],
    screen: 'minutes',
  },
  'Tab *Ordre du jour*': { from: 'held', press: () => [tab(placeText.agenda)], screen: 'agenda' },
  'Tab *Préparation*, its plan': {
    from: 'planned',
    press: () => [face('preparation')],
    screen: 'preparation',
  },
  'Tab *Préparation*, its form': {
    from: 'planned',
    press: () => toMore(placeText.meetingDetails),
    screen: 'meetingDetails',
  },
  'Tab *Préparation*, *Convoquée par un autre moyen…*': {
    from: 'planned',
    press: () => [...toMore(meetingActText.convened)],
    seen: () => page().getByRole('dialog'),
  },
  'Tab *Préparation*, *Ouvrir la séance*': {
    from: 'planned',
    press: () => [tab(placeText.session)],
    seen: () => button(sessionText.open),
  },
  'Tab *Préparation*, *À reprendre*': {
    from: 'planned',
    press: () => [reports()],
    seen: () => pane('Reports et sujets'),
  },
  'Tab *Documents*': { from: 'planned', press: () => [face('attachments')], screen: 'attachments' },
  'Tab *Historique*': {
    from: 'planned',
    press: () => toMore(placeText.meetingHistory),
    screen: 'meetingHistory',
  },
  'Agenda, *Aperçu PDF*': { from: 'planned', press: () => [face('agendaPage')], screen: 'agendaPage' },
  'Veille, tab *Échéances*': {
    from: 'home',
    press: () => [
      place(sidebarText.watch),
      main().getByRole('button', { name: commonText.options }),
      menuItem(dueText.open),
    ],
    screen: 'watchDue',
  },
  'Agenda, *Importer…*': {
    from: 'planned',
    press: () => [],
    seen: () => button(agendaText.import),
  },
  'Agenda, *Versions*': {
    from: 'planned',
    press: () => toMore(versionsText.openPane),
    seen: () => pane(versionsText.pane),
  },
  'Agenda, *Corrections*': {
    from: 'planned',
    press: () => toMore(observationsText.openAgenda),
    seen: () => page().getByRole('complementary', { name: /Corrections|Observations/u }),
  },
  'Agenda, menu of its states': {
    from: 'planned',
    press: () => toMore('').slice(0, 1),
    seen: () => menuItem(versionsText.validate),
  },
  'Agenda, *Ajouter une pause*': {
    from: 'planned',
    press: () => [button(agendaText.point)],
    seen: () => menuItem(agendaText.addBreak),
  },
  'Agenda, banner of what is left over': {
    from: 'planned',
    press: () => [reports()],
    seen: () => pane('Reports et sujets'),
  },
  'Agenda, banner of minutes to approve': {
    from: 'bare',
    press: () => [reports()],
    seen: () => pane('Reports et sujets').getByRole('button', { name: /^Ajouter (?:le point|les points)$/u }),
  },
  'En séance, *Carnets*': {
    from: 'held',
    press: () => [tab(placeText.session), ...toMore('').slice(0, 1)],
    seen: () => menuItem(notebooksText.read),
  },
  'Compte rendu, path back to the meeting': {
    from: 'held',
    press: () => [tab(placeText.minutes), tab(placeText.agenda)],
    screen: 'agenda',
  },
  'Compte rendu, *Versions*': {
    from: 'held',
    press: () => [tab(placeText.minutes), ...toMore(minutesVersionsText.open)],
    seen: () => page().getByRole('complementary', { name: minutesVersionsText.open }),
  },
  'Compte rendu, menu of its states': {
    from: 'held',
    press: () => [tab(placeText.minutes), ...toMore('').slice(0, 1)],
    seen: () => menuItem(lifeText.toMembers),
  },
  'Compte rendu approved, *Envoyer le compte rendu approuvé*': {
    from: 'approved',
    press: () => [tab(placeText.minutes), ...toMore('').slice(0, 1)],
    seen: () => menuItem(lifeText.sendApproved),
  },
}

/** Before and now, as the decision says them. */
function told(): string[] {
  const path = join(import.meta.dirname, '..', '..', 'docs', 'decisions', '0016-six-places-five-tabs.md')
  const rows = readFileSync(path, 'utf8').matchAll(/^\| (.+?) \| .+ \|$/gmu)
  return [...rows].map(([, before]) => before ?? '').filter((before) => before !== 'Before')
}

describe('what had a place of its own', () => {
  it('is tried line by line', () => {
    expect(told()).toEqual(Object.keys(lines))
  })

  it.each(Object.entries(lines))('%s is where the table says', async (_, { from, press, screen, seen }) => {
    if (from === 'home') await show(page(), 'home', href('home'))
    else await show(page(), 'agenda', href('agenda', { meetingId: meetings[from] }))
    for (const step of press()) await step.click()
    if (screen !== undefined)
      await page().waitForFunction((title) => document.title.startsWith(`${title} – `), placeText[screen])
    await seen?.().first().waitFor()
    await drawn(page())
    expect(await page().getByRole('main').getByRole('alert').count()).toBe(0)
    // A menu or a question is left as it was found.
    for (let tries = 0; tries < 2; tries += 1) await page().keyboard.press('Escape')
  })

  it('leads by keys to each place, each tab and each face', async () => {
    for (const [rank, id] of (Object.keys(sidebarText) as (keyof typeof sidebarText)[]).entries()) {
      await page().keyboard.press(`Control+Digit${rank + 1}`)
      await page().waitForFunction((title) => document.title.startsWith(`${title} – `), placeText[id])
    }
    await show(page(), 'agenda', href('agenda', { meetingId: meetings.planned }))
    for (const [rank, id] of (['agenda', 'preparation', 'attachments', 'agendaPage'] as const).entries()) {
      await page().keyboard.press(`Alt+Digit${rank + 1}`)
      await page().waitForFunction((title) => document.title.startsWith(`${title} – `), placeText[id])
    }
    for (const id of ['participants', 'dispatch', 'session', 'minutes', 'agenda'] as const) {
      await page().keyboard.press('Control+PageDown')
      await page().waitForFunction((title) => document.title.startsWith(`${title} – `), placeText[id])
    }
    expect(app.complaints).toEqual([])
  })
})
