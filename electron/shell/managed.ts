// What the administration of this machine has settled, read once at start: the registry on Windows, managed preferences on
// macOS, a file elsewhere. Without any of them nothing is started and two files are looked for.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, isAbsolute, join, parse } from 'node:path'
import { app } from 'electron'
import { z } from 'zod'
import type { ManagedSettings } from '../contract/settings.ts'
import { POLICY_FILE, PREFERENCES_DOMAIN, REGISTRY_KEY } from '../domain/managed/policies.ts'
import { readPlaces, readPolicies } from '../domain/managed/read-policies.ts'
import { registryValues } from '../domain/managed/registry-export.ts'

type Found = { from: NonNullable<ManagedSettings['from']> } & ReturnType<typeof readPlaces>

/** A system that answers slowly holds the start up no longer than this, in milliseconds: by then nothing is opened. */
const PATIENCE_MS = 8_000
/** What reg.exe ends with where there is no such key. */
const NO_KEY = 1

export function readManaged(): ManagedSettings {
  try {
    const found = ofSystem() ?? ofFile(join(installationFolder(), POLICY_FILE))
    if (found === null) return { from: null, settled: {}, faults: [] }
    const { settled, faults } = readPolicies(found.raw, machine())
    return { from: found.from, settled, faults: [...found.faults, ...faults] }
  } catch {
    return { from: 'file', settled: {}, faults: [{ key: POLICY_FILE, rule: 'unreadable' }] }
  }
}

/** Under the name that Windows has for it the account is known on every system. */
function machine(): Parameters<typeof readPolicies>[1] {
  const { username } = userInfo()
  return {
    environment: { USERNAME: username, USER: username, ...process.env },
    // With nothing but a bar before it a path is on whatever drive the application was started on.
    isAbsolute: (path) => isAbsolute(path) && (process.platform !== 'win32' || parse(path).root.length > 1),
  }
}

function installationFolder(): string {
  return app.isPackaged ? dirname(process.execPath) : app.getAppPath()
}

function ofSystem(): Found | null {
  if (process.platform === 'win32') return ofRegistry()
  if (process.platform === 'darwin') return ofPreferences()
  return ofFile(join('/etc', 'seances-inp', POLICY_FILE))
}

/** Null when there is no such file; throws when it cannot be read. */
function ofFile(path: string): Found | null {
  const text = textOf(path)?.replace(/^\uFEFF/, '')
  if (text === undefined) return null
  return { from: 'file', raw: z.record(z.string(), z.unknown()).parse(JSON.parse(text)), faults: [] }
}

/** What may not be read is not what is not there. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return undefined
    throw thrown
  }
}

/** Those of the machine stand above those of the person. */
function ofRegistry(): Found | null {
  const folder = mkdtempSync(join(tmpdir(), 'seances-reg-'))
  try {
    return foundIn(
      'registry',
      (['HKCU', 'HKLM'] as const).map((root) => ({
        name: `${root}\\${REGISTRY_KEY}`,
        read: () => exported(root, folder),
      })),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function exported(root: 'HKCU' | 'HKLM', folder: string): Record<string, unknown> {
  const path = join(folder, `${root}.reg`)
  const program = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe')
  const options = { stdio: 'ignore', windowsHide: true, timeout: PATIENCE_MS } as const
  // Not by its own path: what is printed is in the code page of the console, what is exported is in UTF-16.
  const { error, signal, status } = spawnSync(
    program,
    ['export', `${root}\\${REGISTRY_KEY}`, path, '/y'],
    options,
  )
  // A program that does not run says nothing of what is settled.
  if (error !== undefined || signal !== null) throw error ?? new Error(`reg ended with ${signal}`)
  if (status === NO_KEY && !existsSync(path)) return {}
  if (status !== 0) throw new Error(`reg ended with ${status}`)
  return registryValues(readFileSync(path, 'utf16le'))
}

/**
 * The files that a managed profile puts in place, those of the machine above those of the person. What somebody set with
 * `defaults` lies elsewhere: the system's own reading mixes both, and settles by either.
 */
function ofPreferences(): Found | null {
  const managed = '/Library/Managed Preferences'
  const name = `${PREFERENCES_DOMAIN}.plist`
  return foundIn(
    'preferences',
    [join(managed, userInfo().username, name), join(managed, name)].map((path) => ({
      name: path,
      read: () => propertiesOf(path),
    })),
  )
}

/** Null when nothing is said there. */
function foundIn(from: Found['from'], places: Parameters<typeof readPlaces>[0]): Found | null {
  const { raw, faults } = readPlaces(places)
  return Object.keys(raw).length + faults.length === 0 ? null : { from, raw, faults }
}

function propertiesOf(path: string): Record<string, unknown> {
  if (!existsSync(path)) return {}
  const options = { encoding: 'utf8', timeout: PATIENCE_MS } as const
  const { error, status, stdout } = spawnSync(
    '/usr/bin/plutil',
    ['-convert', 'json', '-o', '-', '--', path],
    options,
  )
  if (error !== undefined || status !== 0) throw error ?? new Error(`plutil ended with ${status}`)
  return z.record(z.string(), z.unknown()).parse(JSON.parse(stdout))
}
