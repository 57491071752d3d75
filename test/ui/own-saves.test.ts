import { expect, it } from 'vitest'
import type { Envelope } from '../../electron/contract/method.ts'
import { OutboxRow, type Row } from '../../renderer/api/outbox/row.ts'
import { outbox } from '../../renderer/api/outbox/window.ts'
import { afterOwnSaves } from '../../renderer/api/use-write.ts'

type Title = { title: string }

/** A row whose save is on its way until it is ended. */
function saving(id: string) {
  let end: (answer: Envelope<Row<Title>>) => void = () => undefined
  const update = () => new Promise<Envelope<Row<Title>>>((resolve) => (end = resolve))
  const row = outbox.open(
    `meetings.update:${id}`,
    () => new OutboxRow({ id, version: 1, title: '' }, { update }),
  )
  row.patch({ title: 'typed' })
  return {
    stored: (version: number) => end({ ok: true, value: { id, version, title: 'typed' } }),
    refused: () => end({ ok: false, error: { code: 'invalid-input' } }),
  }
}

it('an act on a row goes with the version after the save on its way', async () => {
  const save = saving('a')
  const sent = afterOwnSaves({ id: 'a', version: 1, state: 'convened' })
  save.stored(2)
  expect(await sent).toEqual({ id: 'a', version: 2, state: 'convened' })
})

it('an act on a row takes what is still typed with it', async () => {
  const sent: string[] = []
  const row = outbox.open('subject:t', () => {
    const stored = { id: 't', version: 4, title: '' }
    return new OutboxRow<Title>(stored, {
      update: async (version, patch) => {
        sent.push(String(patch.title))
        return { ok: true, value: { ...stored, ...patch, version: version + 1 } }
      },
    })
  })
  row.edit('title', () => 'half a word')
  expect((await afterOwnSaves({ id: 't', version: 4 })).version).toBe(5)
  expect(sent).toEqual(['half a word'])
})

it('an act goes as it is when the save failed, is over, or is of another row', async () => {
  const save = saving('c')
  const other = await afterOwnSaves({ id: 'b', version: 5 })
  expect(other.version).toBe(5)
  const sent = afterOwnSaves({ id: 'c', version: 1 })
  save.refused()
  expect((await sent).version).toBe(1)
  outbox.forget('meetings.update:c')
  expect((await afterOwnSaves({ id: 'c', version: 3 })).version).toBe(3)
})
