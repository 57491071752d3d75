import type { Locator, Page } from 'playwright'
import { agendaText } from '../../renderer/text/agenda.ts'
import { commonText } from '../../renderer/text/common.ts'
import { frameText } from '../../renderer/text/frame.ts'
import { meetingDeskText } from '../../renderer/text/meeting-desk.ts'
import { minutesText } from '../../renderer/text/minutes.ts'
import { panesText } from '../../renderer/text/panes.ts'
import { placeTabsText, placeText, sidebarText } from '../../renderer/text/place.ts'

/** Locators in the window that is open when they are asked for. */
export function screenOf(page: () => Page) {
  const button = (name: string, inside: Page | Locator = page()) =>
    inside.getByRole('button', { name, exact: true })
  const tab = (name: string) =>
    page().getByRole('navigation', { name: meetingDeskText.tabs }).getByRole('link', { name })
  const place = (name: string) =>
    page().getByRole('navigation', { name: frameText.navigation }).getByRole('link', { name, exact: true })
  /** What is pressed, one after the other, to come to the projects. */
  const toProjects = () => [
    place(sidebarText.subjects),
    page()
      .getByRole('navigation', { name: placeTabsText.subjects })
      .getByRole('link', { name: placeText.projects, exact: true }),
  ]
  const rows = () => page().getByRole('treegrid', { name: agendaText.rows }).getByRole('row')
  const row = (title: string) => rows().filter({ hasText: title })
  const titles = () => page().locator('.agenda-title').allTextContents()
  const field = (label: string) => page().getByLabel(label, { exact: true })
  /** A face of the pane at right. */
  const face = (of: keyof typeof agendaText.faces.names) =>
    page()
      .getByRole('navigation', { name: panesText.right.title })
      .getByRole('link', { name: agendaText.faces.names[of] })
  /** What is pressed to do something that stands in the bar's "…". */
  const toMore = (name: string) => [
    button(commonText.options),
    page().getByRole('menuitem', { name, exact: true }),
  ]
  /** The section of the minutes where the cursor is. */
  const here = () => page().locator('article:focus-within')
  const editor = (name: string) => here().getByRole('textbox', { name, exact: true })
  const section = (title: string) =>
    page().getByRole('navigation', { name: minutesText.plan }).getByRole('button', { name: title })
  return { button, tab, place, toProjects, rows, row, titles, field, face, toMore, here, editor, section }
}
