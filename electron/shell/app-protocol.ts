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
  // Not `handle`: its requests and answers are those of the web, and loading these costs main a tenth of its start.
  session.protocol.registerBufferProtocol('app', ({ method, url }, answer) => {
    const file = method === 'GET' ? pageFile(folder, url) : null
    if (file === null) answer({ statusCode: method === 'GET' ? 404 : 405, headers, data: nothing })
    else answer({ headers: { ...headers, 'Content-Type': file.type }, data: file.bytes })
  })
}

const nothing = Buffer.alloc(0)
