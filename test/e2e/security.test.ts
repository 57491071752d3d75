import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bridge } from '../../electron/contract/index.ts'
import { type Application, removeFolder, startApplication } from './application.ts'
import { buildWithout } from './planted.ts'
import { walls } from './walls.ts'

describe('as built', () => {
  let app: Application
  beforeAll(async () => {
    app = await startApplication()
  })
  afterAll(() => app.close())

  it('shows its first screen without one complaint', () => {
    expect(app.complaints).toEqual([])
  })

  for (const { name, attack } of walls)
    it(name, async () => {
      expect(await attack(app)).toEqual([])
      expect(await app.page.title()).not.toBe('owned')
    })

  it('the policy comes as a header on every answer', async () => {
    const policies = await app.page.evaluate(async () =>
      Promise.all(
        ['/index.html', '/none.js'].map(async (address) =>
          (await fetch(address)).headers.get('content-security-policy'),
        ),
      ),
    )
    for (const policy of policies) {
      expect(policy).toMatch(/^default-src 'none'; /)
      expect(policy).toContain("require-trusted-types-for 'script'")
      expect(policy).not.toContain('unsafe')
      expect(policy?.match(/'sha256-/g)).toHaveLength(1)
    }
  })

  it('the bridge has two words and refuses what the contract does not name', async () => {
    const answers = await app.page.evaluate(async () => {
      const { seances } = window as unknown as { seances: Bridge }
      const call = seances.call as unknown as (method: unknown, input: unknown) => Promise<{ ok: boolean }>
      const ending = (method: unknown, input: unknown) =>
        call(method, input).then(
          ({ ok }) => (ok ? 'answered' : 'failed'),
          () => 'refused',
        )
      return {
        words: Object.keys(seances).sort(),
        known: await ending('app.info', {}),
        unknown: await Promise.all(
          ['fs.read', 'constructor', '__proto__', '', 7, null].map((name) => ending(name, {})),
        ),
        extraKey: await call('app.info', { path: '/etc/passwd' }),
        unknownToken: await call('documents.open', { token: '018f0000-0000-7000-8000-000000000000' }),
      }
    })
    expect(answers.words).toEqual(['call', 'on'])
    expect(answers.known).toBe('answered')
    expect(new Set(answers.unknown)).toEqual(new Set(['refused']))
    expect(answers.extraKey).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    expect(answers.unknownToken).toEqual({ ok: false, error: { code: 'not-found' } })
  })
})

describe('with the wall taken out, the attack gets through', () => {
  for (const { name, attack, without, blank } of walls.filter((wall) => wall.shared !== true))
    it(name, async () => {
      const folder = buildWithout(without)
      const app = await startApplication({ folder, waitForReady: blank !== true })
      try {
        expect(await attack(app)).not.toEqual([])
      } finally {
        await app.kill()
        removeFolder(folder)
      }
    })

  describe('in one window', () => {
    const shared = walls.filter((wall) => wall.shared === true)
    let folder: string
    let app: Application
    beforeAll(async () => {
      // Two attacks may need the same wall out of their way.
      const removals = new Map(
        shared.flatMap(({ without }) => without.map((one) => [`${one.from} ${one.to}`, one])),
      )
      folder = buildWithout([...removals.values()])
      app = await startApplication({ folder })
    })
    afterAll(async () => {
      await app.kill()
      removeFolder(folder)
    })

    for (const { name, attack } of shared)
      it(name, async () => {
        expect(await attack(app)).not.toEqual([])
      })
  })
})
