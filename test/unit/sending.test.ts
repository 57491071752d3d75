import { describe, expect, it } from 'vitest'
import { serverAttempt } from '../../electron/domain/dispatch/sending.ts'

const tried = (attemptId: string, sha256: string, way: 'server' | 'drafts') => ({ attemptId, sha256, way })

describe('what became of a message at a server', () => {
  it('is what the last attempt of its very bytes met', () => {
    const first = tried('1', 'a', 'server')
    const again = [tried('2', 'a', 'server'), tried('2', 'a', 'server')]
    expect(serverAttempt([first, ...again], 'a')).toEqual(again)
  })

  it('is nothing of what other bytes met, nor of a message that left by hand', () => {
    const refused = tried('1', 'a', 'server')
    expect(serverAttempt([refused], 'b')).toEqual([])
    expect(serverAttempt([refused], null)).toEqual([])
  })

  it('is nothing when the last was put into the mailbox', () => {
    expect(serverAttempt([tried('1', 'a', 'server'), tried('2', 'a', 'drafts')], 'a')).toEqual([])
  })
})
