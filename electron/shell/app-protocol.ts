import { join } from 'node:path'
import { protocol, type Session } from 'electron'
import { builtFolder } from './folders.ts'
import { pageFile, pageHeaders } from './page-files.ts'

/** Of the one style that React Aria writes into the page; computed at build from its source (vite.electron.config.ts). */
declare const PRESS_STYLE_HASH: string

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
  const headers = pageHeaders(PRESS_STYLE_HASH)
  session.protocol.handle('app', async (request) => {
    if (request.method !== 'GET') return new Response(null, { status: 405, headers })
    const file = pageFile(folder, request.url)
    if (file === null) return new Response(null, { status: 404, headers })
    return new Response(file.bytes, { headers: { ...headers, 'Content-Type': file.type } })
  })
}
