// The files of the window's page, and the policy that they are sent with.
import { readFileSync } from 'node:fs'
import { extname, isAbsolute, relative, resolve } from 'node:path'
import { appHost } from './sender.ts'

const directives = (pressStyleHash: string): readonly string[] => [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' '${pressStyleHash}'`,
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

/**
 * What every answer carries. The policy: nothing but our own files, no inline script or style, trusted types.
 * @param pressStyleHash of the one style that React Aria writes into the page.
 */
export const pageHeaders = (pressStyleHash: string) => ({
  'Content-Security-Policy': directives(pressStyleHash).join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
})

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

/** What an address of our host names within the built folder; null when it names nothing there. */
export function pageFile(
  folder: string,
  address: string,
): { bytes: Buffer<ArrayBuffer>; type: string } | null {
  const path = fileInside(folder, address)
  const type = path === null ? undefined : mediaTypes[extname(path)]
  if (path === null || type === undefined) return null
  try {
    // At once: a few small files of our own, which waiting for takes longer than reading.
    return { bytes: readFileSync(path), type }
  } catch {
    return null
  }
}

/** The file that an address of our host names, or null when it names another host or leaves the folder. */
function fileInside(folder: string, address: string): string | null {
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
