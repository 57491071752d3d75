import { readFileSync } from 'node:fs'
import { extname, isAbsolute, join, relative, resolve } from 'node:path'
import { protocol, type Session } from 'electron'
import { builtFolder } from './folders.ts'
import { appHost } from './sender.ts'

/** Hash of the one style that React Aria writes into the page; computed at build from its source (vite.electron.config.ts). */
declare const PRESS_STYLE_HASH: string

const directives: readonly string[] = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' '${PRESS_STYLE_HASH}'`,
  `img-src 'self' data: blob:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `worker-src 'self'`,
  `object-src 'none'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
  `require-trusted-types-for 'script'`,
]

/** Value of the Content-Security-Policy header: nothing but our own files, no inline script or style, trusted types. */
const contentSecurityPolicy = directives.join('; ')

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}

/** Must run before `ready`: gives app:// an origin of its own, and the compiled code of its scripts a cache. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** Answers app:// in this session from the built window's folder. */
export function serveApp(session: Session): void {
  const folder = join(builtFolder, 'renderer')
  session.protocol.handle('app', async (request) => {
    if (request.method !== 'GET') return refuse(405)
    const path = fileInside(folder, request.url)
    if (path === null) return refuse(404)
    const type = mediaTypes[extname(path)]
    if (type === undefined) return refuse(404)
    try {
      // At once: a few small files of our own, which waiting for takes longer than reading.
      return new Response(readFileSync(path), { headers: { ...headers, 'Content-Type': type } })
    } catch {
      return refuse(404)
    }
  })
}

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
}

function refuse(status: number): Response {
  return new Response(null, { status, headers })
}

/** The file that an address of our host names, or null when it names another host or leaves the folder. */
export function fileInside(folder: string, address: string): string | null {
  let name: string
  try {
    const url = new URL(address)
    if (url.protocol !== 'app:' || url.host !== appHost) return null
    name = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (name.includes('\\') || name.includes('\0')) return null
  const path = resolve(folder, `.${name}`)
  const inside = relative(folder, path)
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : path
}
