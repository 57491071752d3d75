import { join } from 'node:path'
import { expect, it } from 'vitest'
import { href } from '../../renderer/app/paths.ts'
import { settingsText as text } from '../../renderer/text/settings.ts'
import { callBridge, freshFolder, removeFolder, startApplication } from './application.ts'
import { show } from './screens.ts'

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
