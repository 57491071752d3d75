import { describe, expect, it } from 'vitest'
import { afterOwnSaves, beginSave } from '../../renderer/api/own-saves.ts'

function saveOf(id: string) {
  let end: (version: number | undefined) => void = () => undefined
  const save = new Promise<number | undefined>((resolve) => {
    end = resolve
  })
  beginSave(id, save)
  return end
}

describe('an act on a row', () => {
  it('goes with the version after the save on its way', async () => {
    const end = saveOf('a')
    const sent = afterOwnSaves({ id: 'a', version: 1, state: 'convened' })
    end(2)
    expect(await sent).toEqual({ id: 'a', version: 2, state: 'convened' })
  })

  it('goes as it is when the save failed, is over, or is of another row', async () => {
    const end = saveOf('a')
    const other = await afterOwnSaves({ id: 'b', version: 5 })
    expect(other.version).toBe(5)
    const sent = afterOwnSaves({ id: 'a', version: 1 })
    end(undefined)
    expect((await sent).version).toBe(1)
    expect((await afterOwnSaves({ id: 'a', version: 3 })).version).toBe(3)
  })
})
