import { describe, expect, it } from 'vitest'
import { dice } from './dice.ts'
import { Disk, type Model } from './power/disk.ts'
import type { Change } from './power/journal.ts'
import { cutPower, type PowerOptions } from './power/power.ts'
import { canPreload, mustPreload, neverRun } from './power/preload.ts'

const seed = 20261210
const bytes = (text: string) => new TextEncoder().encode(text)

/** Everything that may be found, over many power cuts after these changes. */
function found(model: Model, changes: readonly Change[]): Set<string> {
  const disk = new Disk(model, [{ path: '', node: 1, bytes: null }])
  for (const change of changes) disk.apply(change)
  const thrown = dice(seed)
  return new Set(
    Array.from({ length: 300 }, () =>
      [...disk.lose(thrown)]
        .map(([path, content]) => `${path}=${new TextDecoder().decode(content).replaceAll('\0', '·')}`)
        .join(),
    ),
  )
}

describe('the replayed disk', () => {
  const write: Change[] = [
    { kind: 'create', path: 'a.tmp', node: 2 },
    { kind: 'write', node: 2, offset: 0, bytes: bytes('abc') },
  ]
  const rename: Change = { kind: 'rename', path: 'a.tmp', to: 'a' }
  const syncFile: Change = { kind: 'sync', node: 2 }
  const syncFolder: Change = { kind: 'sync', node: 1 }

  it('has what was synced under a name that was synced', () => {
    for (const model of ['strict', 'ordered'] as const)
      expect(found(model, [...write, syncFile, rename, syncFolder])).toEqual(new Set(['a=abc']))
  })

  it('may have a name without its bytes where the file was not synced before its rename', () => {
    for (const model of ['strict', 'ordered'] as const)
      expect(found(model, [...write, rename, syncFolder])).toEqual(new Set(['a=', 'a=abc', 'a=···']))
  })

  it('may lack a name whose folder was not synced', () => {
    expect(found('strict', [...write, syncFile, rename])).toEqual(new Set(['', 'a=abc', 'a.tmp=abc']))
    expect(found('ordered', [...write, syncFile, rename])).toEqual(new Set(['a.tmp=abc', 'a=abc']))
  })
})

describe('the core, when the power goes', () => {
  const cut = (options: Partial<PowerOptions>) =>
    cutPower({ images: 20, seed, perWorld: 20, actsPerWorld: 16, ...options })

  it('has every change it acknowledged, and every file whole or not at all', async () => {
    expect(canPreload).toBe(mustPreload)
    if (!canPreload) return console.log(neverRun)
    const { faults, lost, acknowledged } = await cut({})
    expect({ faults, lost }).toEqual({ faults: [], lost: 0 })
    expect(acknowledged).toBeGreaterThan(30)
  })

  it.each([
    ['sync-off', ['type', 'decide', 'line']],
    ['rename-without-sync', ['attach']],
  ] as const)('is seen to lose something with %s', async (control, only) => {
    expect(canPreload).toBe(mustPreload)
    if (!canPreload) return console.log(neverRun)
    const { lost } = await cut({ control, only, images: 8, actsPerWorld: 4 })
    expect(lost).toBeGreaterThan(0)
  })
})
