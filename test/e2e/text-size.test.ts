import { join } from 'node:path'
import { expect, it } from 'vitest'
import { href, paths } from '../../renderer/app/paths.ts'
import { settingsText as text } from '../../renderer/text/settings.ts'
import { callBridge, freshFolder, removeFolder, startApplication } from './application.ts'
import { picture } from './picture.ts'
import { desk, show, withoutRoom } from './screens.ts'

it('the size of all text is chosen in Réglages, seen at once, and kept when the window is opened again', async () => {
  const folder = freshFolder()
  const dataDir = join(folder, 'data')
  const first = await startApplication({ dataDir })
  const widthOf = () => first.page.evaluate(() => window.innerWidth)
  const before = await widthOf()
  await show(first.page, 'settings', href('settings', {}, 'affichage'))
  const larger = first.page.getByRole('button', { name: text.larger })
  await larger.click()
  await first.page.getByText(text.percent(110)).waitFor()
  await larger.click()
  await first.page.getByText(text.percent(125)).waitFor()
  expect(await widthOf()).toBeLessThan(0.85 * before)
  expect(first.complaints).toEqual([])
  await first.close()
  const second = await startApplication({ dataDir })
  expect(await callBridge(second.page, 'app.textSize', {})).toEqual({ ok: true, value: { percent: 125 } })
  expect(second.complaints).toEqual([])
  await second.close()
  removeFolder(folder)
})

it('Accueil has room for the stages of its meeting at 300 %', async () => {
  const { page, complaints, close } = await startApplication()
  await page.setViewportSize(desk)
  await callBridge(page, 'meetings.create', { fields: { date: '2027-12-09' }, fromTemplate: true })
  await show(page, 'home', paths.home)
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('Control+=')
  await page.getByText(text.percent(300)).waitFor()
  expect(await withoutRoom(page)).toEqual([])
  await picture(page, 'accueil-300')
  expect(complaints).toEqual([])
  await close()
})
