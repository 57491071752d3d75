// Vitest on node:test: the few words of vitest that the db and contract suites use, for a Node.js too old for vitest itself.
import { after, afterEach, before, beforeEach, mock, describe as nodeDescribe, it as nodeIt } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { format } from 'node:util'
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from '@vitest/expect'

chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)

/** `expect` with vitest's own matchers, without its snapshots and polling. */
export const expect = Object.assign(
  (value: unknown, message?: string) => chai.expect(value, message),
  Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT) as object,
)
Object.assign(expect, chai.expect)
Reflect.set(globalThis, GLOBAL_EXPECT, expect)

type Body = (...args: never[]) => unknown

/** Vitest's title of one row of a table: `$name` of an object, else printf's placeholders. */
function title(name: string, row: unknown, index: number): string {
  const numbered = name.replaceAll('%#', String(index))
  if (typeof row === 'object' && row !== null && !Array.isArray(row))
    return numbered.replace(/\$(\w+)/g, (_, key: string) => String(Reflect.get(row, key)))
  return format(numbered, ...(Array.isArray(row) ? row : [row]))
}

const table =
  (define: (name: string, body: () => unknown, timeout?: number) => void) =>
  (rows: readonly unknown[]) =>
  (name: string, body: Body, timeout?: number): void => {
    for (const [index, row] of rows.entries()) {
      const args = (Array.isArray(row) ? row : [row]) as never[]
      define(title(name, row, index), () => body(...args), timeout)
    }
  }

const defineTest = (name: string, body: () => unknown, timeout = 60_000): void => {
  // The body gets no context: vitest's and node:test's differ, and a parameter would mean a callback to node:test.
  void nodeIt(name, { timeout }, async () => {
    await body()
  })
}
const defineGroup = (name: string, body: () => unknown): void => {
  void nodeDescribe(name, async () => {
    await body()
  })
}

export const it = Object.assign(defineTest, { each: table(defineTest) })
export const describe = Object.assign(defineGroup, { each: table(defineGroup) })

const hook = (register: (body: () => Promise<void>) => void) => (body: () => unknown) =>
  register(async () => {
    await body()
  })
const beforeAll = hook(before)
const afterAll = hook(after)
const beforeEachTest = hook(beforeEach)
const afterEachTest = hook(afterEach)

const restorers: (() => void)[] = []
type Timer = 'setTimeout' | 'setInterval'

export const vi = {
  spyOn(object: object, name: string) {
    const before: unknown = Reflect.get(object, name)
    restorers.unshift(() => Reflect.set(object, name, before))
    return { mockImplementation: (body: Body) => Reflect.set(object, name, body) }
  },
  restoreAllMocks(): void {
    for (const restore of restorers.splice(0)) restore()
  },
  useFakeTimers({ toFake }: { toFake: readonly string[] }): void {
    const apis = toFake.filter((name): name is Timer => name === 'setTimeout' || name === 'setInterval')
    mock.timers.enable({ apis })
  },
  advanceTimersByTime: (milliseconds: number): void => mock.timers.tick(milliseconds),
  useRealTimers: (): void => mock.timers.reset(),
  async waitFor<T>(look: () => T | Promise<T>, { timeout = 1_000 } = {}): Promise<T> {
    const end = performance.now() + timeout
    for (;;)
      try {
        return await look()
      } catch (thrown) {
        if (performance.now() > end) throw thrown
        await wait(50)
      }
  },
}

export { afterAll, afterEachTest as afterEach, beforeAll, beforeEachTest as beforeEach }
