// A file of the administration beside the installation, as the real application reads it at its start.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { href } from '../../renderer/app/paths.ts'
import { commonText } from '../../renderer/text/common.ts'
import { managedText } from '../../renderer/text/managed.ts'
import { type Application, callBridge, freshFolder, removeFolder, startApplication } from './application.ts'
import { buildWithout } from './planted.ts'
import { show } from './screens.ts'

let app: Application
const folders: string[] = []
afterEach(async () => {
  await app.close()
  for (const folder of folders.splice(0)) removeFolder(folder)
})

async function startUnder(policies: string): Promise<void> {
  const folder = buildWithout([])
  folders.push(folder)
  writeFileSync(join(folder, 'policies.json'), policies)
  app = await startApplication({ folder })
}

describe('the policies of an administration', () => {
  it('say where the data are, whatever the start says, and nobody moves them', async () => {
    const place = freshFolder()
    folders.push(place)
    const data = join(place, 'données imposées')
    await startUnder(JSON.stringify({ DataFolder: data, Spelling: 0, MailPort: 'beaucoup' }))
    expect(existsSync(join(data, 'seances.sqlite'))).toBe(true)
    expect(existsSync(app.dataDir)).toBe(false)
    expect(await callBridge(app.page, 'spelling.state', {})).toEqual({ ok: true, value: { isOn: false } })
    expect(await callBridge(app.page, 'dataPlace.move', { asks: false })).toEqual({
      ok: false,
      error: { code: 'setting-managed' },
    })
    await show(app.page, 'settings', href('settings', {}, 'imposes'))
    const section = app.page.getByRole('region', { name: 'Réglages imposés' })
    await section.getByText('« MailPort » doit être un nombre').waitFor()
    await section.getByText(data).waitFor()
  })

  it.each([
    ['cannot be read', '{ "Spelling": ', 'policies.json'],
    ['name a variable that is not known', '{ "DataFolder": "%INCONNUE%/donnees" }', 'DataFolder'],
    ['name it with other capitals', '{ "datafolder": "/srv/donnees" }', 'datafolder'],
  ])('that %s open no other data, make none, and it is said', async (_, policies, key) => {
    await startUnder(policies)
    await app.page.getByText('Rien n’a été ouvert ni créé').waitFor()
    await app.page.getByText(managedText.unsure([key])).waitFor()
    await app.page.getByRole('button', { name: commonText.retry }).click()
    expect(await callBridge(app.page, 'home.get', {})).toEqual({
      ok: false,
      error: { code: 'data-place-unsure' },
    })
    expect(await callBridge(app.page, 'recovery.startEmpty', {})).toMatchObject({ ok: false })
    expect(existsSync(join(app.dataDir, 'seances.sqlite'))).toBe(false)
  })
})
