// Does for the registry's Electron what Electron's own default_app.asar does: starts the application named on the
// command line, after the module that `-r` names. An ES module with a top-level await on purpose: `ready` waits for it,
// so the application can still register privileged schemes.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const required = process.argv.indexOf('-r') + 1
const folder = process.argv.find((argument, at) => at > 0 && at !== required && !argument.startsWith('-'))
if (required > 0) await import(pathToFileURL(process.argv[required]).href)
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
