// Set for every session and every web content, so that no window can forget.
import { app, type Session } from 'electron'

const localSchemes = new Set(['app:', 'data:', 'blob:', 'devtools:'])

/**
 * Before `ready`: Chromium itself keeps off the network.
 * @param hosts the only ones that a person can have asked something.
 */
export function lockChromium(hosts: readonly string[]): void {
  // Electron puts the application's name into it, and an accent there makes app:// requests fail.
  app.userAgentFallback = `Chrome/${process.versions.chrome}`
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  const besides = hosts.map((host) => `, EXCLUDE ${host}`)
  app.commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${besides.join('')}`)
}

/** Sandbox for all; no navigation, no new window, no webview, whatever content is created. Before `ready`. */
export function lockContents(): void {
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Every permission denied and every request outside the application cancelled. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !localSchemes.has(new URL(url).protocol) })
  })
  session.on('will-download', (event) => event.preventDefault())
}
