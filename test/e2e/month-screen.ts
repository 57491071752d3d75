import type { Locator, Page } from 'playwright'
import { agendaText } from '../../renderer/text/agenda.ts'
import { frameText } from '../../renderer/text/frame.ts'
import { meetingText } from '../../renderer/text/meeting.ts'
import { minutesText } from '../../renderer/text/minutes.ts'

/** Locators in the window that is open when they are asked for. */
export function screenOf(page: () => Page) {
  const button = (name: string, inside: Page | Locator = page()) =>
    inside.getByRole('button', { name, exact: true })
  const tab = (name: string) =>
    page().getByRole('navigation', { name: meetingText.tabs }).getByRole('link', { name })
  const place = (name: string) =>
    page().getByRole('navigation', { name: frameText.navigation }).getByRole('link', { name, exact: true })
  const rows = () => page().getByRole('treegrid', { name: agendaText.rows }).getByRole('row')
  const row = (title: string) => rows().filter({ hasText: title })
  const titles = () => page().locator('.agenda-title').allTextContents()
  const field = (label: string) => page().getByLabel(label, { exact: true })
  const pathToMeeting = () =>
    page()
      .getByRole('navigation', { name: frameText.path })
      .getByRole('link', { name: meetingText.numbered(3) })
  const editor = (name: string) => page().getByRole('textbox', { name, exact: true })
  const section = (title: string) =>
    page().getByRole('navigation', { name: minutesText.plan }).getByRole('button', { name: title })
  return { button, tab, place, rows, row, titles, field, pathToMeeting, editor, section }
}
