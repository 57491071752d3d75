import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, type Method } from '../../electron/contract/index.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeAll(async () => {
  opened = await openTestCore()
})
afterAll(() => opened.dispose())

const methods = Object.keys(contract) as Method[]

describe('the contract', () => {
  it.each(['__proto__', 'constructor', 'toString', 'file.read', 'fs.readFile', 'shell.exec', 'sql', ''])(
    'has no method %j',
    async (method) => {
      expect(await opened.refused(method, {})).toBe('invalid-input')
    },
  )

  it('has no method that takes or gives a path', () => {
    // The annuaire is called directory: what an import may add to it is no folder.
    for (const method of methods)
      expect(
        JSON.stringify(fieldsOf(method).filter((name) => method !== 'imports.apply' || name !== 'directory')),
      ).not.toMatch(/path|folder"|directory"/i)
  })

  it.each(methods)('%s refuses what it does not know', async (method) => {
    for (const input of [null, 'x', 42, [], { forged: true }, { id: 'x'.repeat(1_000_000) }])
      expect(await opened.refused(method, input)).toBe('invalid-input')
  })

  it('answers anything with an envelope, never with an exception, and writes nothing', async () => {
    const before = await opened.ok('history.list', { meetingId: null, limit: 500 })
    const harmless = methods.filter((method) => contract[method].kind === 'write')
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...harmless), fc.object({ maxDepth: 3 }), async (method, input) => {
        const envelope = await opened.core.callUntyped(method, input)
        if (Object.keys(input).length > 0 && !method.startsWith('history.')) expect(envelope.ok).toBe(false)
      }),
      { numRuns: 300 },
    )
    expect(await opened.ok('history.list', { meetingId: null, limit: 500 })).toEqual(before)
  })

  it('logs what it refused, and never the details to the caller', async () => {
    opened.log.length = 0
    const envelope = await opened.core.callUntyped('meetings.get', { id: 'secret-value' })
    expect(JSON.stringify(envelope)).not.toContain('secret-value')
    expect(opened.log.join()).toContain('meetings.get')
  })
})

/** The names of an input's fields, of each of its forms where there are several. */
function fieldsOf(method: Method): string[] {
  const { input } = contract[method]
  const forms = 'options' in input ? input.options : [input]
  return forms.flatMap((form) => ('shape' in form ? Object.keys(form.shape as object) : []))
}
