import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { dataPlaceText as text } from '../../renderer/text/data-place.ts'
import { type Application, callBridge, freshFolder, removeFolder, startApplication } from './application.ts'

const folder = freshFolder()
const dataDir = join(folder, 'data')
let app: Application | undefined
afterAll(async () => {
  await app?.close()
  removeFolder(folder)
})

async function create({ page }: Application, date: string): Promise<boolean> {
  return (await callBridge(page, 'meetings.create', { fields: { date }, fromTemplate: false })).ok
}

async function dates({ page }: Application): Promise<string[]> {
  const list = await callBridge(page, 'meetings.list', { year: null })
  if (!list.ok) throw new Error(list.error.code)
  return list.value.map(({ date }) => date).sort()
}

it('the window tells of a synchronised folder, moves the data, goes on, and finds them from the same shortcut', async () => {
  // Left by Syncthing in the folder that it synchronises.
  mkdirSync(join(dataDir, '.stfolder'), { recursive: true })
  app = await startApplication({ dataDir })
  const { page } = app
  await page.getByText(/que synchronise Syncthing/).waitFor()
  expect(await create(app, '2027-03-11')).toBe(true)
  await page.getByRole('button', { name: text.move }).click()
  await page.getByText(/Données déplacées dans/).waitFor({ timeout: 20_000 })
  await page.getByText(/que synchronise Syncthing/).waitFor({ state: 'detached' })
  expect(await create(app, '2027-04-08')).toBe(true)
  expect(app.complaints).toEqual([])
  await app.close()

  expect(readdirSync(dataDir)).toContain('LISEZ-MOI.txt')
  expect(existsSync(join(dataDir, 'seances.sqlite'))).toBe(false)
  app = await startApplication({ dataDir })
  expect(await dates(app)).toEqual(['2027-03-11', '2027-04-08'])
  expect(app.complaints).toEqual([])
})
