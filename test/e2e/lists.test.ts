import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../renderer/app/paths.ts'
import { directoryText } from '../../renderer/text/directory.ts'
import { gridText } from '../../renderer/text/grid.ts'
import { watchText } from '../../renderer/text/watch.ts'
import type { Application } from './application.ts'
import { displays, openSample, setDisplay, settle, show, violations, widthBeyond } from './screens.ts'

let app: Application
beforeAll(async () => {
  ;({ app } = await openSample())
})
afterAll(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

const focusedRow = () =>
  app.page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex') ?? null)

describe('a list in the window', () => {
  it('of a thousand rows is one, drawn where one looks: its end is a key away, and keeps the focus', async () => {
    const { page } = app
    await show(page, 'watch', paths.watch)
    const list = page.getByRole('grid', { name: watchText.title })
    const last = (await list.getAttribute('aria-rowcount')) ?? ''
    expect(Number(last)).toBeGreaterThan(1000)
    await list.locator('[data-row]').first().click()
    await page.keyboard.press('End')
    await expect.poll(focusedRow).toBe(last)
    expect(await list.locator('[data-row]').count()).toBeLessThan(100)
    await page.keyboard.press('Home')
    await expect.poll(focusedRow).toBe('2')
  })

  it('is never empty where one looks, however one came there: by the wheel, down and up again', async () => {
    const { page } = app
    await show(page, 'watch', paths.watch)
    const list = page.getByRole('grid', { name: watchText.title })
    await list.locator('[data-row]').first().waitFor()
    /** Rows in the middle of what is seen, read. */
    const seen = () =>
      list.evaluate((grid) => {
        const box = grid.closest('.scroll')?.getBoundingClientRect() ?? new DOMRect()
        const row = document
          .elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
          ?.closest('[data-row]')
        return Number(row?.getAttribute('aria-rowindex') ?? Number.NaN)
      })
    await list.hover()
    const ranks: number[] = []
    for (const by of [1500, 1500, 6000, 50000, -4000, -20000, -5000]) {
      await page.mouse.wheel(0, by)
      // The wheel moves a list by and by.
      const former = ranks.at(-1)
      let rank = Number.NaN
      const isAtRest = async () => {
        const before = rank
        rank = await seen()
        return rank > 1 && rank === before && rank !== former
      }
      await expect.poll(isAtRest, { interval: 200 }).toBe(true)
      ranks.push(rank)
    }
    const far = ranks[3] ?? 0
    expect(far).toBeGreaterThan(500)
    expect(ranks.slice(0, 4)).toEqual([...ranks.slice(0, 4)].sort((a, b) => a - b))
    expect(ranks.slice(3)).toEqual([...ranks.slice(3)].sort((a, b) => b - a))
    await page.mouse.wheel(0, 6000)
    await expect.poll(seen).toBeGreaterThan(60)
    // Another order begins where one looks: its rows are read without a move.
    await page.getByRole('columnheader').getByRole('button').nth(1).click()
    await expect.poll(seen).toBeGreaterThan(1)
  })

  it('is chosen whole, or in a stretch, also where it was not read, and copied as a table', async () => {
    const { page, electron } = app
    await show(page, 'watch', paths.watch)
    const list = page.getByRole('grid', { name: watchText.title })
    await list.locator('[data-row]').first().click()
    for (let press = 0; press < 9; press++) await page.keyboard.press('Shift+PageDown')
    await expect.poll(focusedRow).toBe('92')
    await page.keyboard.press('Control+c')
    await page.getByText(gridText.copied(91)).waitFor()
    await page.keyboard.press('Control+a')
    await page.getByText(gridText.mostChosen(500)).waitFor()
    await expect.poll(() => list.locator('[aria-selected=false]').count()).toBe(0)
    await page.keyboard.press('Control+c')
    await page.getByText(gridText.copied(500)).waitFor()
    const copied = await electron.evaluate(({ clipboard }) => {
      const board = clipboard as unknown as { readText(): string; readHTML(): string }
      return { text: board.readText(), html: board.readHTML() }
    })
    expect(copied.text.split('\n')).toHaveLength(501)
    expect(copied.html).toMatch(/<td>/)
  })

  for (const [look, display] of Object.entries(displays))
    it(`is accessible with the life of a text beside it, and its menu open: ${look}`, async () => {
      const { page } = app
      await setDisplay(page, display)
      await show(page, 'watch', paths.watch)
      await page.locator('[data-row]').nth(1).click({ button: 'right' })
      const menu = page.getByRole('menu', { name: gridText.menu })
      await menu.getByRole('menuitem', { name: watchText.edit }).waitFor()
      await settle(page)
      expect(await violations(page)).toEqual([])
      expect(await widthBeyond(page)).toBe(0)
      await page.keyboard.press('Escape')
      await menu.waitFor({ state: 'detached' })
      await expect.poll(focusedRow).toBe('3')
    })

  it('keeps the width to which the edge of a column is dragged', async () => {
    const { page } = app
    const columnWidth = async () => {
      const box = await page.getByRole('columnheader', { name: directoryText.columns.email }).boundingBox()
      return Math.round(box?.width ?? 0)
    }
    await show(page, 'directory', paths.directory)
    const before = await columnWidth()
    const edge = await page
      .getByRole('columnheader', { name: directoryText.columns.email })
      .locator('.grid-edge')
      .boundingBox()
    if (edge === null) throw new Error('a column has no edge')
    await page.mouse.move(edge.x + 4, edge.y + 10)
    await page.mouse.down()
    await page.mouse.move(edge.x + 64, edge.y + 10, { steps: 4 })
    await page.mouse.up()
    expect(Math.abs((await columnWidth()) - before - 60)).toBeLessThanOrEqual(2)
    const dragged = await columnWidth()
    await show(page, 'meetings', paths.meetings)
    await show(page, 'directory', paths.directory)
    expect(await columnWidth()).toBe(dragged)
  })
})
