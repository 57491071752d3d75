import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createdOn } from '../../electron/domain/ids.ts'
import { newId as newIdInCore } from '../../electron/features/new-id.ts'
import { newId as newIdInWindow } from '../../renderer/api/new-id.ts'

const moment = fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })

describe.each([
  ['the core', (at: Date) => newIdInCore(at)],
  ['the window', (at: Date) => newIdInWindow(at.getTime())],
])('an id made in %s', (_, newId) => {
  it('is a UUIDv7 that says its moment and sorts by it', () => {
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const id = newId(a)
        expect(z.uuidv7().parse(id)).toBe(id)
        expect(createdOn(id)).toBe(a.toISOString().slice(0, 10))
        if (a < b) expect(id < newId(b)).toBe(true)
      }),
    )
  })

  it('is never made twice', () => {
    const at = new Date('2026-11-05T09:00:00Z')
    expect(new Set(Array.from({ length: 1000 }, () => newId(at))).size).toBe(1000)
  })
})
