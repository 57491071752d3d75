import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DATABASE_NAME } from '../../electron/db/replace.ts'
import { type OpenedCore, openTestCore } from '../contract/open-core.ts'
import { flipBits, withoutSums } from './bit-flips.ts'

let opened: OpenedCore
let closed: Buffer
beforeAll(async () => {
  opened = await openTestCore()
  await opened.ok('sample.load', {})
  await opened.restart(() => {
    closed = readFileSync(join(opened.folder, DATABASE_NAME))
  })
})
afterAll(() => opened.dispose())

const options = { runs: 200, seed: 20261128 }

it('a bit flipped in a row of a closed file is found, whatever it hits', () => {
  const { flips, unseen, bySums } = flipBits(closed, options)
  expect([flips, unseen]).toEqual([200, 0])
  expect(bySums).toBeGreaterThan(20)
})

it('without the sums many of the same flips go unseen: the control loses', () => {
  expect(flipBits(withoutSums(closed), options).unseen).toBeGreaterThan(20)
})
