// Prohibitions for the code of a folder: each rule holds in every file it covers, and reports what breaks it.
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { actRules } from './act-rules.ts'
import { codeRules } from './code-rules.ts'
import { statementRules } from './statement-rules.ts'
import { nodesOf, parse, pathOf } from './syntax.ts'
import { readTracked, trackedPaths } from './tracked.ts'

const rules = [...codeRules, ...actRules, ...statementRules]

/** What each rule finds in each file that it covers or excepts; a file is read once for all of them. */
const found = new Map(rules.map((rule) => [rule, new Map<string, string[]>()]))
for (const path of trackedPaths()) {
  const own = rules.filter(({ covers, except = {} }) => covers(path) || path in except)
  if (own.length === 0) continue
  const tree = parse(path, readTracked(path).text ?? '')
  for (const rule of own)
    found.get(rule)?.set(
      path,
      rule.faults(tree).map(({ line, what }) => `${path}:${line}: ${what}`),
    )
}

describe.each(rules)('$name', (rule) => {
  const { covers, except = {}, faults, plants, innocent } = rule
  const faultsIn = (path: string) => found.get(rule)?.get(path) ?? [`${path} was not read`]

  it('holds in every file that it covers', () => {
    const covered = trackedPaths().filter((path) => covers(path) && !(path in except))
    expect(covered.length).toBeGreaterThan(10)
    expect(covered.flatMap(faultsIn)).toEqual([])
  })

  it('excepts no file that keeps it, or that is gone', () => {
    expect(Object.keys(except).filter((path) => faultsIn(path).length === 0)).toEqual([])
    expect(Object.keys(except).filter((path) => found.get(rule)?.has(path) !== true)).toEqual([])
  })

  it.each(plants)('reports: %s', (text) => {
    expect(faults(parse('planted.tsx', text))).toHaveLength(1)
  })

  it.each(innocent)('lets pass: %s', (text) => {
    expect(faults(parse('planted.tsx', text))).toEqual([])
  })
})

/** Handlers of a session that could grant something. No attack can show the last: it takes a device to be refused one. */
const grants = ['setPermissionRequestHandler', 'setPermissionCheckHandler', 'setDevicePermissionHandler']

/** Those that are not set once, to a function that does nothing but say no. */
function notRefused(path: string, text: string): string[] {
  const calls = [...nodesOf(parse(path, text))].filter(ts.isCallExpression)
  return grants.filter((name) => {
    const set = calls.filter((call) => pathOf(call.expression) === `session.${name}`)
    const [handler] = set[0]?.arguments ?? []
    if (set.length !== 1 || handler === undefined || !ts.isArrowFunction(handler)) return true
    return !/^(answer\(false\)|false)$/.test(handler.body.getText())
  })
}

describe('every permission, of devices too', () => {
  const path = 'electron/shell/lockdown.ts'
  const text = readTracked(path).text ?? ''

  it('is refused by the session', () => {
    expect(notRefused(path, text)).toEqual([])
  })

  it.each(grants)('is reported when it is not refused: %s', (name) => {
    expect(notRefused(path, text.replace(`session.${name}(`, 'void ('))).toEqual([name])
    const yes = text.replace(new RegExp(`(session\\.${name}\\(.*)false`), '$1true')
    expect(notRefused(path, yes)).toEqual([name])
  })
})
