// Every method of the contract is named by a test, and by the window if it changes something: one that nobody calls may do
// anything.
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { contract, type Method } from '../../electron/contract/index.ts'
import { nodesOf, parse } from './syntax.ts'
import { readTracked, trackedPaths } from './tracked.ts'

/** Strings that are not types: a union of methods that a helper takes calls none of them. */
function* namedIn(path: string, text: string, skips = (_: ts.Node) => false): Generator<string> {
  for (const node of nodesOf(parse(path, text), (one) => ts.isTypeNode(one)))
    if (ts.isStringLiteralLike(node) && !skips(node)) yield node.text
}

/** A table with words for methods calls none of them. */
const isKey = (node: ts.Node) => ts.isPropertyAssignment(node.parent) && node.parent.name === node

const methods = Object.keys(contract) as Method[]
const changing = methods.filter((method) => contract[method].effect !== 'reads')
const unnamedIn = (named: ReadonlySet<string>) => methods.filter((method) => !named.has(method))
const uncalledIn = (named: ReadonlySet<string>) => changing.filter((method) => !named.has(method))

describe('a method of the contract', () => {
  it('is named by a test of its own suite of the contract, the database, the screens or the window', () => {
    const tests = trackedPaths().filter((path) => /^test\/(contract|db|unit|ui|e2e)\/.*\.tsx?$/.test(path))
    const named = new Set(tests.flatMap((path) => [...namedIn(path, readTracked(path).text ?? '')]))
    expect(unnamedIn(named)).toEqual([])
  })

  it('is called by the window if it changes something', () => {
    const window = trackedPaths().filter((path) => /^renderer\/.*\.tsx?$/.test(path))
    const named = new Set(window.flatMap((path) => [...namedIn(path, readTracked(path).text ?? '', isKey)]))
    expect(uncalledIn(named)).toEqual([])
    expect(changing.length).toBeGreaterThan(250)
  })

  it('that changes something and that the window only has words for is reported', () => {
    const text = `const words = { 'agenda.add': 'Ajout' }\ncall('agenda.move', {})`
    const named = new Set(namedIn('renderer/planted.ts', text, isKey))
    expect(changing.filter((method) => named.has(method))).toEqual(['agenda.move'])
    expect(uncalledIn(named)).toContain('agenda.add')
  })

  it('that no test names is reported, and a type is no name', () => {
    const text = `type One = 'meetings.list'\nok('meetings.get', {})\n// meetings.update`
    const named = new Set(namedIn('test/planted.ts', text))
    expect(methods.filter((method) => named.has(method))).toEqual(['meetings.get'])
    expect(unnamedIn(named)).toContain('meetings.list')
  })
})
