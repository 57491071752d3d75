import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type OpenedCore, openTestCore } from '../contract/open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore()
})
afterEach(() => opened.dispose())

const modeOf = (path: string) => (lstatSync(path).mode & 0o777).toString(8)
/** What others than the owner can read below a folder, itself included. */
function seenByOthers(path: string): string[] {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return []
  const below = found.isDirectory() ? readdirSync(path).map((name) => join(path, name)) : []
  return [...((found.mode & 0o077) === 0 ? [] : [path]), ...below.flatMap(seenByOthers)]
}

it('data that an earlier version left open to others are closed to them at the next opening', async () => {
  const outside = join(opened.folder, '..', `${Date.now()}-ailleurs`)
  writeFileSync(outside, '', { mode: 0o644 })
  let planted: string[] = []
  await opened.restart(() => {
    mkdirSync(join(opened.folder, 'pieces'))
    writeFileSync(join(opened.folder, 'pieces', 'a'), 'a')
    symlinkSync(outside, join(opened.folder, 'lien'))
    for (const name of ['pieces/a', 'pieces', '.', 'seances.sqlite']) {
      const path = join(opened.folder, name)
      chmodSync(path, lstatSync(path).isDirectory() ? 0o755 : 0o644)
    }
    planted = seenByOthers(opened.folder)
  })
  expect(planted.length).toBeGreaterThanOrEqual(4)
  expect(planted.filter((path) => existsSync(path) && (lstatSync(path).mode & 0o077) !== 0)).toEqual([])
  // What a link leads to is somebody else's.
  expect(modeOf(outside)).toBe('644')
})
