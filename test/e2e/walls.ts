// Each protection of the window as an attack that must fail, and the words whose removal must let it through.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Application } from './application.ts'
import type { Removal } from './planted.ts'

export type Wall = {
  name: string
  /** Attacks; returns what got through, nothing when the wall holds. */
  attack(app: Application): Promise<readonly string[]>
  /** How to take the wall down in the built code of main. */
  without: readonly Removal[]
  /** Without this wall the bridge is not there either, so the screen never gets ready. */
  blank?: true
  /**
   * Nothing but this wall stands in the way of its attack, and taking it out changes no other attack: such walls are taken
   * out together, in one window, and attacked in this order.
   */
  shared?: true
}

/** Runs in the page: what the content policy said while `act` ran. */
const violations = (app: Application, act: string) =>
  app.page.evaluate(async (name) => {
    const seen: string[] = []
    const hear = (event: SecurityPolicyViolationEvent) => seen.push(event.effectiveDirective)
    document.addEventListener('securitypolicyviolation', hear)
    // A policy of the attacker's own: trusted types are another wall.
    const policy = Reflect.get(globalThis, 'trustedTypes').createPolicy(`attack-${name}`, {
      createScript: (text: string) => text,
      createScriptURL: (address: string) => address,
    })
    const own = policy.createScript('document.title = "owned"')
    const acts: Record<string, () => unknown> = {
      style: () => {
        const style = document.createElement('style')
        style.append('body { outline: 1px solid red }')
        document.head.append(style)
      },
      fetch: () => fetch('https://attack.invalid/').catch(() => undefined),
      picture: () => {
        new Image().src = 'https://attack.invalid/x.png'
      },
      frame: () => {
        const frame = document.createElement('iframe')
        frame.src = 'https://attack.invalid/'
        document.body.append(frame)
      },
      form: () => {
        const form = document.createElement('form')
        Object.assign(form, { action: 'https://attack.invalid/', method: 'post' })
        document.body.append(form)
        form.submit()
      },
      base: () => {
        const base = document.createElement('base')
        base.href = 'https://attack.invalid/'
        document.head.append(base)
        base.remove()
      },
      object: () => {
        const object = document.createElement('object')
        Object.assign(object, { data: policy.createScriptURL('https://attack.invalid/x') })
        document.body.append(object)
      },
      // From a timer: what the test driver evaluates is itself exempt.
      eval: () =>
        setTimeout(() => {
          Reflect.get(globalThis, 'eval')(own)
        }),
      script: () => {
        const script = document.createElement('script')
        Object.assign(script, { text: own })
        document.head.append(script)
      },
    }
    // The loads of a frame are decided in another process, which a loaded machine keeps waiting; the rest is decided here.
    const patience = name === 'frame' ? 10_000 : 1_000
    const heard = new Promise<void>((resolve) => {
      document.addEventListener('securitypolicyviolation', () => resolve(), { once: true })
      setTimeout(resolve, patience)
    })
    await acts[name]?.()
    await heard
    document.removeEventListener('securitypolicyviolation', hear)
    return seen
  }, act)

const refusedBy = (act: string, directive: string) => async (app: Application) =>
  (await violations(app, act)).some((seen) => seen.startsWith(directive)) ? [] : [act]

export const walls: readonly Wall[] = [
  {
    name: 'the page runs in the system’s sandbox, without capabilities',
    attack: async ({ electron }) => {
      const pid = await electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
      )
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      const wanted = [/^Seccomp:\t2$/m, /^NoNewPrivs:\t1$/m, /^CapEff:\t0+$/m]
      return wanted.filter((line) => !line.test(status)).map(String)
    },
    without: [
      { from: '\telectron.app.enableSandbox();\n', to: '' },
      { from: 'sandbox: true', to: 'sandbox: false' },
    ],
  },
  {
    name: 'Node.js does not exist in the page',
    attack: ({ page }) =>
      page.evaluate(() => ['process', 'require', 'module', 'Buffer'].filter((name) => name in globalThis)),
    without: [
      { from: '\telectron.app.enableSandbox();\n', to: '' },
      { from: 'sandbox: true', to: 'sandbox: false' },
      { from: 'contextIsolation: true', to: 'contextIsolation: false' },
      { from: 'nodeIntegration: false', to: 'nodeIntegration: true' },
    ],
    blank: true,
  },
  {
    name: 'a script in the page’s text does not run',
    attack: refusedBy('script', 'script-src'),
    shared: true,
    without: [{ from: "script-src 'self'", to: "script-src 'self' 'unsafe-inline'" }],
  },
  {
    name: 'text does not become code',
    attack: refusedBy('eval', 'script-src'),
    shared: true,
    without: [{ from: "script-src 'self'", to: "script-src 'self' 'unsafe-eval'" }],
  },
  {
    name: 'a style in the page’s text has no effect',
    attack: refusedBy('style', 'style-src'),
    shared: true,
    without: [{ from: "style-src 'self' '", to: "style-src 'self' 'unsafe-inline' 'none-" }],
  },
  {
    name: 'no address outside is asked',
    attack: refusedBy('fetch', 'connect-src'),
    shared: true,
    without: [{ from: "connect-src 'self'", to: 'connect-src *' }],
  },
  {
    name: 'no picture from outside is loaded',
    attack: refusedBy('picture', 'img-src'),
    shared: true,
    without: [{ from: "img-src 'self' data: blob:", to: 'img-src *' }],
  },
  {
    name: 'no page is framed',
    attack: refusedBy('frame', 'frame-src'),
    without: [{ from: "default-src 'none'", to: 'frame-src *' }],
  },
  {
    name: 'no form is sent',
    attack: refusedBy('form', 'form-action'),
    without: [{ from: "form-action 'none'", to: 'form-action *' }],
  },
  {
    name: 'the page’s addresses keep their base',
    attack: refusedBy('base', 'base-uri'),
    shared: true,
    without: [{ from: "base-uri 'none'", to: 'base-uri *' }],
  },
  {
    name: 'no plug-in is loaded',
    attack: refusedBy('object', 'object-src'),
    without: [
      { from: "object-src 'none'", to: 'object-src *' },
      { from: "default-src 'none'", to: 'frame-src *' },
    ],
  },
  {
    name: 'nothing is downloaded',
    attack: async ({ electron, page }) => {
      const asked = electron.evaluate(
        ({ session }) =>
          new Promise<boolean>((resolve) => {
            // Ours was there first; nothing is kept whatever it did.
            session.defaultSession.once('will-download', (event) => {
              resolve(event.defaultPrevented)
              event.preventDefault()
            })
          }),
      )
      await page.evaluate(() => {
        const link = document.createElement('a')
        Object.assign(link, { href: URL.createObjectURL(new Blob(['x'])), download: 'x.txt' })
        link.click()
      })
      return (await asked) ? [] : ['x.txt']
    },
    without: [{ from: 'session.on("will-download", (event) => event.preventDefault());', to: '' }],
  },
  {
    name: 'no html string reaches the page',
    shared: true,
    attack: ({ page }) =>
      page.evaluate(() => {
        const through: string[] = []
        const tries: Record<string, () => void> = {
          innerHTML: () => {
            Object.assign(document.createElement('div'), { innerHTML: '<b>x</b>' })
          },
          parser: () => {
            new DOMParser().parseFromString('<b>x</b>', 'text/html')
          },
          worker: () => {
            new Worker('/none.js').terminate()
          },
        }
        for (const [name, act] of Object.entries(tries))
          try {
            act()
            through.push(name)
          } catch {}
        return through
      }),
    without: [{ from: "\t`require-trusted-types-for 'script'`", to: '' }],
  },
  {
    name: 'every permission is denied when checked',
    shared: true,
    attack: ({ page }) =>
      page.evaluate(async () => {
        const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read']
        const states = await Promise.all(
          names.map(async (name) => {
            const { state } = await navigator.permissions.query({ name: name as PermissionName })
            return { name, state }
          }),
        )
        return states.filter(({ state }) => state !== 'denied').map(({ name }) => name)
      }),
    without: [{ from: 'session.setPermissionCheckHandler(() => false);', to: '' }],
  },
  {
    name: 'every permission is denied when asked for',
    shared: true,
    attack: ({ page }) =>
      page.evaluate(async () => ((await Notification.requestPermission()) === 'denied' ? [] : ['granted'])),
    without: [
      { from: 'answer(false)', to: 'answer(true)' },
      { from: 'session.setPermissionCheckHandler(() => false);', to: '' },
    ],
  },
  {
    name: 'the window does not go elsewhere',
    attack: async ({ page }) => {
      const before = page.url()
      await page.evaluate(() => {
        Object.assign(globalThis, { stayed: true })
        location.href = '/elsewhere.html'
      })
      await page.waitForTimeout(400)
      const stayed = await page.evaluate(() => 'stayed' in globalThis)
      return page.url() === before && stayed ? [] : [page.url()]
    },
    without: [
      { from: 'contents.on("will-navigate", (event) => event.preventDefault());', to: '' },
      { from: 'contents.on("will-frame-navigate", (event) => event.preventDefault());', to: '' },
    ],
  },
  {
    name: 'no request leaves the session, not even from the main process',
    shared: true,
    attack: async ({ electron }) => {
      const asked: string[] = []
      const server = createServer((request, response) => {
        asked.push(request.url ?? '')
        response.end()
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const { port } = server.address() as AddressInfo
      await electron.evaluate(
        ({ session }, address) => session.defaultSession.fetch(address).catch(() => undefined),
        `http://127.0.0.1:${port}/asked`,
      )
      server.close()
      return asked
    },
    without: [
      { from: 'cancel: !localSchemes.has(new URL(url).protocol)', to: 'cancel: false' },
      { from: 'appendSwitch("host-resolver-rules", ', to: 'appendSwitch("no-rules", ' },
    ],
  },
  {
    name: 'app:// gives nothing outside its folder',
    shared: true,
    attack: async ({ page }) =>
      page.evaluate(async () => {
        const addresses = [
          '/..%2fcli.js',
          '/%2e%2e%2fcli.js',
          '/assets/..%2f..%2fcli.js',
          '/..%5ccli.js',
          '/%5c..%5ccli.js',
          '/%00',
          '/%zz',
          '/',
        ]
        const answers = await Promise.all(
          addresses.map(async (address) => ({ address, status: (await fetch(address)).status })),
        )
        return answers.filter(({ status }) => status < 400).map(({ address }) => address)
      }),
    without: [
      {
        from: 'inside === "" || inside.startsWith("..") || (0, node_path.isAbsolute)(inside) ? null : path',
        to: 'path',
      },
    ],
  },
  {
    name: 'app:// knows one host and one verb',
    shared: true,
    attack: ({ electron }) =>
      electron.evaluate(async ({ session }) => {
        const ask = (address: string, method: string) => session.defaultSession.fetch(address, { method })
        const answers = await Promise.all([
          ask('app://other/index.html', 'GET'),
          ask('app://seances/index.html', 'POST'),
        ])
        return answers.filter(({ status }) => status < 400).map(({ url }) => url)
      }),
    without: [
      { from: ' || url.host !== "seances"', to: '' },
      { from: 'method === "GET" ? pageFile(folder, url) : null', to: 'pageFile(folder, url)' },
    ],
  },
  {
    name: 'only our window’s own page may call',
    shared: true,
    attack: ({ electron, folder }) =>
      electron.evaluate(
        async ({ BrowserWindow }, preload) => {
          const forged = new BrowserWindow({ show: false, webPreferences: { preload } })
          await forged.loadURL('app://seances/index.html')
          const answer: unknown = await forged.webContents.executeJavaScript(
            `seances.call('app.info', {}).then(() => 'answered', () => 'refused')`,
          )
          forged.destroy()
          return answer === 'refused' ? [] : [String(answer)]
        },
        join(folder, 'dist', 'preload.cjs'),
      ),
    without: [{ from: 'if (!isOurPage(event, window())) throw', to: 'if (false) throw' }],
  },
  {
    name: 'only the window of the room may look at what it shows',
    shared: true,
    attack: ({ electron, folder }) =>
      electron.evaluate(
        async ({ BrowserWindow }, preload) => {
          const forged = new BrowserWindow({ show: false, webPreferences: { preload } })
          await forged.loadURL('app://seances/presenter.html')
          const answer: unknown = await forged.webContents.executeJavaScript(
            `presenter.view().then(() => 'answered', String)`,
          )
          forged.destroy()
          return String(answer).includes('this sender may not look') ? [] : [String(answer)]
        },
        join(folder, 'dist', 'presenter-preload.cjs'),
      ),
    without: [{ from: 'if (!isOurPage(event, this.#window)) throw', to: 'if (false) throw' }],
  },
  // Last of those that share a window: the one that gets through stays open.
  {
    name: 'no window is opened',
    shared: true,
    attack: async ({ page, electron }) => {
      const opened = await page.evaluate(() => window.open('/index.html') !== null)
      const count = await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
      return opened || count !== 1 ? [`${count} windows`] : []
    },
    without: [{ from: 'action: "deny"', to: 'action: "allow"' }],
  },
]
