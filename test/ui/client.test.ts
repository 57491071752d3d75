import { describe, expect, it, vi } from 'vitest'
import { ApiError, errorSentence } from '../../renderer/api/api-error.ts'
import { call } from '../../renderer/api/client.ts'
import { installFakeCore } from './fake-core.ts'
import { noHistory } from './sample.ts'

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
    const refused = await call('history.undo', {}).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ApiError)
    expect(errorSentence(refused)).toBe('Il n’y a rien à annuler.')
    expect(errorSentence(new ApiError('unexpected', undefined, 'AB12'))).toContain('(référence AB12)')
    expect(errorSentence(new Error('secret detail'))).not.toContain('secret')
  })
})
