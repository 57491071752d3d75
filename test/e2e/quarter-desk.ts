import { expect } from 'vitest'
import type { Input, Method, Output } from '../../electron/contract/index.ts'
import { formatShortDate } from '../../electron/domain/text/french.ts'
import { agendaText } from '../../renderer/text/agenda.ts'
import { beforeText } from '../../renderer/text/before.ts'
import { commonText } from '../../renderer/text/common.ts'
import { documentText } from '../../renderer/text/documents.ts'
import { minutesStateAct, minutesText } from '../../renderer/text/minutes.ts'
import { lifeText } from '../../renderer/text/minutes-life.ts'
import { placeText } from '../../renderer/text/place.ts'
import { outcomeActText, sessionText } from '../../renderer/text/session.ts'
import { callBridge, startApplication } from './application.ts'
import { handsOn } from './hands.ts'
import { screenOf } from './month-screen.ts'
import { textOf } from './written.ts'

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** @param folder the build to start. */
export async function openDesk(folder: string, dataDir: string) {
  const app = await startApplication({ folder, dataDir })
  const { page } = app
  const hands = handsOn(app)
  const screen = screenOf(() => page)
  const { button, place, tab, rows, row, titles, field, section } = screen
  const menuItem = (name: string) => page.getByRole('menuitem', { name, exact: true })
  const acts = {
    /** From the list of its year. */
    async openMeeting(date: string): Promise<void> {
      await hands.click(place(placeText.meetings))
      const line = page.getByRole('row').filter({ hasText: formatShortDate(date).replace(/\s+/gu, ' ') })
      await line.waitFor()
      // A message that lies over the list is read and closed.
      const close = acts.messages().getByRole('button', { name: commonText.close }).first()
      if (await close.isVisible()) await hands.click(close)
      await hands.click(line)
      await hands.press('Enter')
    },
    async openTab(date: string, name: string): Promise<void> {
      await acts.openMeeting(date)
      await hands.click(tab(name))
    },
    async openAgenda(date: string): Promise<void> {
      await acts.openTab(date, placeText.agenda)
      await rows().first().waitFor()
    },
    async addItem(title: string): Promise<void> {
      await hands.click(field(agendaText.newItem))
      await hands.type(title)
      await hands.press('Enter')
      await row(title).waitFor()
    },
    /** In session. */
    async goTo(title: string): Promise<void> {
      await hands.click(
        page
          .getByRole('navigation', { name: sessionText.items })
          .getByRole('button', { name: title })
          .first(),
      )
    },
    async putOff(title: string, outcome: 'reporte' | 'nonTraite'): Promise<void> {
      await hands.click(button(sessionText.itemActs(title)))
      await hands.click(menuItem(outcomeActText[outcome] ?? ''))
    },
    async note(words: string): Promise<void> {
      await hands.click(page.getByLabel(sessionText.line, { exact: true }))
      await hands.type(words)
      await hands.press('Enter')
    },
    async concluded(title: string, outcome: string): Promise<void> {
      await hands.click(section(title))
      const chosen = page.locator('article:focus-within')
      await chosen.getByLabel(minutesText.outcome, { exact: true }).selectOption({ label: outcome })
    },
    /** From the draft to what the chair validated, without sending anything. */
    async validate(): Promise<void> {
      for (const state of ['internalReview', 'review'] as const) {
        await hands.click(...screen.toMore(minutesStateAct[state]))
        // The members read it next: what is missing is said first.
        if (state === 'review')
          await hands.click(page.getByRole('dialog').getByRole('button', { name: /^Passer en relecture/ }))
        await page.getByText(minutesText.stateNow(state)).first().waitFor()
      }
      await hands.click(button(lifeText.validate))
      await hands.click(button(beforeText.validate.act))
      await button(lifeText.approve).waitFor()
    },
    /** The words of what is shown, saved as PDF. */
    async printed(path: string): Promise<string> {
      await hands.saveAs(button(documentText.save), path)
      await button(documentText.open).waitFor()
      return textOf(path)
    },
    messages: () => page.getByRole('region', { name: commonText.messages }),
    async ask<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
      const answer = await callBridge(page, method, input)
      if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
      return answer.value
    },
    async idOf(date: string): Promise<string> {
      return (await acts.ask('meetings.list', { year: null })).find((one) => one.date === date)?.id ?? ''
    },
    titlesAre: (wanted: readonly string[]) =>
      expect.poll(async () => (await titles()).map((title) => title.replace(/\s+/gu, ' '))).toEqual(wanted),
    menuItem,
  }
  return { app, page, hands, ...screen, ...acts }
}

/** Nothing was complained about. */
export async function closeDesk({ app }: Desk): Promise<void> {
  await app.close()
  expect(app.complaints).toEqual([])
}
