// Every method of the contract is named by a test: one that nobody calls there may do anything.
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { contract } from '../../electron/contract/index.ts'
import { nodesOf, parse } from './syntax.ts'
import { readTracked, trackedPaths } from './tracked.ts'

/** Strings that are not types: a union of methods that a helper takes calls none of them. */
function* namedIn(path: string, text: string): Generator<string> {
  for (const node of nodesOf(parse(path, text), (one) => ts.isTypeNode(one)))
    if (ts.isStringLiteralLike(node)) yield node.text
}

const methods = Object.keys(contract)
const unnamedIn = (named: ReadonlySet<string>) => methods.filter((method) => !named.has(method))

describe('a method of the contract', () => {
  it('is named by a test of its own suite of the contract, the database, the screens or the window', () => {
    const tests = trackedPaths().filter((path) => /^test\/(contract|db|unit|ui|e2e)\/.*\.tsx?$/.test(path))
    const named = new Set(tests.flatMap((path) => [...namedIn(path, readTracked(path).text ?? '')]))
    expect(unnamedIn(named)).toEqual([])
  })

  it('that no test names is reported, and a type is no name', () => {
    const text = `type One = 'meetings.list'\nok('meetings.get', {})\n// meetings.update`
    const named = new Set(namedIn('test/planted.ts', text))
    expect(methods.filter((method) => named.has(method))).toEqual(['meetings.get'])
    expect(unnamedIn(named)).toContain('meetings.list')
  })
})
