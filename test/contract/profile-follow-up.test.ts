import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { followUpWorld } from './follow-up-world.ts'

it('says until when an action was put off on the pages of a profile too', async () => {
  const world = await followUpWorld()
  const { id } = await world.action('Fournir le guide.', { dueDate: '2026-12-15' })
  const moved = { targets: [await world.target(id)], to: '2027-01-30', reason: 'Relecture.' }
  await world.opened.ok('followUp.postpone', moved)
  const path = join(world.opened.folder, 'profil')
  expect(await world.opened.core.internal('exportProfile', { path, form: 'folder' })).toMatchObject({
    ok: true,
  })
  const pages = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => readFileSync(join(path, name), 'utf8').replaceAll('\u00a0', ' '))
  // The register, the meeting, and the minutes that follow it up.
  expect(pages.filter((page) => page.includes('Reportée au 30 janv. 2027'))).toHaveLength(3)
  expect(pages.filter((page) => page.includes('Reportée<'))).toEqual([])
  await world.opened.dispose()
})
