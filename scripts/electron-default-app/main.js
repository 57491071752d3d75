// Does for the registry's Electron what Electron's own default_app.asar does: starts the application named on the
// command line. An ES module with a top-level await on purpose: `ready` waits for it, so the application can still
// register privileged schemes.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (folder === undefined) {
  console.error('Name the application’s folder.')
  app.exit(2)
} else {
  const appPath = resolve(folder)
  const { name, productName, version, main } = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8'))
  const shownName = productName ?? name
  app.setName(shownName)
  app.setVersion(version ?? '0.0.0')
  app.setAppPath(appPath)
  app.setPath('userData', join(app.getPath('appData'), shownName))
  await import(pathToFileURL(join(appPath, main)).href)
}
