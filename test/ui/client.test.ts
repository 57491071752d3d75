import { QueryObserver } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readKey } from '../../electron/contract/read-key.ts'
import { ApiError, errorSentence } from '../../renderer/api/api-error.ts'
import { call } from '../../renderer/api/client.ts'
import { store } from '../../renderer/api/outbox/window.ts'
import { followChanges, makeQueryClient } from '../../renderer/api/query-client.ts'
import { installFakeCore } from './fake-core.ts'
import { noHistory, writer } from './sample.ts'

describe('a call', () => {
  it('waits for the core to be back and is sent again, the same', async () => {
    const core = installFakeCore({ 'history.state': () => ({ failure: 'core-restarting' }) })
    const answered = call('history.state', {})
    await vi.waitFor(() => expect(core.inputsOf('history.state')).toHaveLength(1))
    core.answers['history.state'] = () => noHistory
    core.emit({ topic: 'core', state: 'back' })
    expect(await answered).toEqual(noHistory)
    expect(core.inputsOf('history.state')).toEqual([{}, {}])
  })

  it('is sent again even when the event of the return was missed', async () => {
    const core = installFakeCore({ 'history.state': () => ({ failure: 'core-restarting' }) })
    const answered = call('history.state', {})
    await vi.waitFor(() => expect(core.inputsOf('history.state')).toHaveLength(1))
    core.answers['history.state'] = () => noHistory
    expect(await answered).toEqual(noHistory)
  })

  it('refused carries its code and its French sentence', async () => {
    installFakeCore({ 'history.undo': () => ({ failure: 'nothing-to-undo' }) })
    const refused = await store('history.undo', {}).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ApiError)
    expect(errorSentence(refused)).toBe('Il n’y a rien à annuler.')
    expect(errorSentence(new ApiError('unexpected', { ref: 'AB12' }))).toContain('(référence AB12)')
    expect(errorSentence(new Error('secret detail'))).not.toContain('secret')
  })
})

describe('what others wrote', () => {
  let stop: () => void = () => undefined
  afterEach(() => stop())

  /** A screen that shows what can be taken back; its reads after the first are answered by `answer`. */
  async function shown(answer: () => Promise<typeof noHistory>) {
    const core = installFakeCore({ 'history.state': () => noHistory, 'handOver.writer': () => writer })
    const client = makeQueryClient()
    const unfollow = followChanges(client)
    const observer = new QueryObserver(client, {
      queryKey: ['history.state', {}],
      queryFn: () => call('history.state', {}),
    })
    const leave = observer.subscribe(() => undefined)
    stop = () => {
      unfollow()
      leave()
    }
    await vi.waitFor(() => expect(observer.getCurrentResult().isSuccess).toBe(true))
    core.answers['history.state'] = answer
    return core
  }
  const news = { topic: 'changed', reads: [readKey('history.state', {}) ?? ''], later: [] } as const

  it('is seen once it was read again, and each call says so', async () => {
    let give: (state: typeof noHistory) => void = () => undefined
    const core = await shown(
      () =>
        new Promise((resolve) => {
          give = resolve
        }),
    )
    core.emit({ topic: 'heard', upTo: 6 })
    await vi.waitFor(async () => {
      await call('handOver.writer', {})
      expect(core.seen).toBe(6)
    })
    core.emit(news)
    core.emit({ topic: 'heard', upTo: 7 })
    await vi.waitFor(() => expect(core.inputsOf('history.state').length).toBeGreaterThan(1))
    await call('handOver.writer', {})
    expect(core.seen).toBe(6)
    give(noHistory)
    await vi.waitFor(async () => {
      await call('handOver.writer', {})
      expect(core.seen).toBe(7)
    })
  })

  it('is shown before a call that it stopped is answered, by whom', async () => {
    const core = await shown(async () => noHistory)
    core.answers['history.undo'] = () => ({ failure: 'conflict', by: 'Noé' })
    let isAnswered = false
    const refused = store('history.undo', {}).catch((error: unknown) => {
      isAnswered = true
      return error
    })
    await vi.waitFor(() => expect(core.inputsOf('history.undo')).toHaveLength(1))
    expect(isAnswered).toBe(false)
    core.emit(news)
    core.emit({ topic: 'heard', upTo: 8 })
    expect(errorSentence(await refused)).toMatch(/^Noé vient de modifier cet élément\. Rien n’a été écrasé/)
    expect(core.inputsOf('history.state').length).toBeGreaterThan(1)
  })
})
