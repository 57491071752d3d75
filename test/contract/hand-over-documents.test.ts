import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sha256 } from '../../electron/db/files/store.ts'
import { newId } from '../../renderer/api/new-id.ts'
import type { OpenedCore } from './open-core.ts'
import { openTwoDesks, type TwoDesks } from './two-desks.ts'

let desks: TwoDesks
let first: OpenedCore
let second: OpenedCore
const projectId = newId()
beforeEach(async () => {
  desks = await openTwoDesks()
  ;({ first, second } = desks)
  await first.ok('projects.add', { id: projectId, fields: { title: 'Annuaire partagé' } })
})
afterEach(() => desks.close())

const bytesOf = (words: string) => new TextEncoder().encode(words)
const add = (desk: OpenedCore, fileName: string, words: string, replaces: string | null = null) =>
  desk.ok('attachments.add', { projectId, replaces, file: { fileName, bytes: bytesOf(words) } })
const stored = (desk: OpenedCore, words: string) => join(desk.folder, 'pieces', sha256(bytesOf(words)))
/** The documents of the project as a desk opens them. */
async function opened(desk: OpenedCore): Promise<string[]> {
  const listed = await desk.ok('attachments.list', { projectId })
  return Promise.all(
    listed.map(async ({ id, title, fileName, versionNumber }) => {
      const file = await desk.core.internal('attachmentFile', { id, to: 'export' })
      const words = file.ok ? readFileSync(file.value.path, 'utf8') : file.error.code
      return `${title || fileName} v${versionNumber}: ${words}`
    }),
  )
}
const handTo = async (from: OpenedCore, to: OpenedCore) => {
  await from.ok('handOver.transmit', {})
  await to.ok('handOver.take', { breaks: false })
}

it('documents of a project come along with their versions, are worked on there, and come back', async () => {
  const [dossier] = await add(first, 'dossier.pdf', 'un')
  await first.ok('attachments.update', { id: dossier?.id ?? '', version: 1, patch: { title: 'Dossier' } })
  await add(first, 'dossier-relu.pdf', 'deux', dossier?.id)
  await add(first, 'impact.pdf', 'impact')
  await handTo(first, second)
  expect((await opened(second)).sort()).toEqual(['Dossier v2: deux', 'impact.pdf v1: impact'])
  // The version before is there to be given back.
  expect(existsSync(stored(second, 'un'))).toBe(true)
  const current = (await second.ok('attachments.list', { projectId })).find(
    ({ title }) => title === 'Dossier',
  )
  await second.ok('attachments.remove', { id: current?.id ?? '', version: current?.version ?? 0 })
  expect(await opened(second)).toContain('Dossier v1: un')
  await add(second, 'avis.pdf', 'avis')
  await handTo(second, first)
  expect((await opened(first)).sort()).toEqual([
    'Dossier v1: un',
    'avis.pdf v1: avis',
    'impact.pdf v1: impact',
  ])
  const checked = await first.ok('keptFiles.check', {})
  expect(checked).toMatchObject({ checked: 3, faults: [] })
})

it('documents of a project are read in the copy that is shown before the hand is taken', async () => {
  await add(first, 'dossier.pdf', 'un')
  await first.ok('handOver.transmit', {})
  await second.ok('handOver.showCopy', {})
  expect(await opened(second)).toEqual(['dossier.pdf v1: un'])
  expect(
    await second.refused('attachments.add', {
      projectId,
      file: { fileName: 'a.pdf', bytes: bytesOf('a') },
    }),
  ).toBe('copy-shown')
})

it('documents whose bytes have not come are named as missing, never as another file', async () => {
  await add(first, 'dossier.pdf', 'un')
  await first.ok('handOver.transmit', {})
  const name = sha256(bytesOf('un'))
  const shared = readdirSync(desks.folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith(name),
  )
  expect(shared).toHaveLength(1)
  for (const path of shared) rmSync(join(desks.folder, path))
  await second.ok('handOver.take', { breaks: false })
  expect(await opened(second)).toEqual(['dossier.pdf v1: kept-file-missing'])
  const { faults } = await second.ok('keptFiles.check', {})
  expect(faults).toMatchObject([{ state: 'missing' }])
})
