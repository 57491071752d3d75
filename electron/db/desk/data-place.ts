import { execFile } from 'node:child_process'
import { readdir, readFile, realpath } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { type Mount, type PlaceFacts, type PlaceRisk, placeRisk } from '../../domain/data/data-place.ts'

/** A server that does not answer is not waited for: the data open first, and are judged beside. */
const ASK_MS = 3_000

/** Why a folder endangers the data; what cannot be asked alarms nobody. */
export async function riskOf(folder: string): Promise<PlaceRisk | null> {
  return placeRisk(await factsOf(folder))
}

async function factsOf(folder: string): Promise<PlaceFacts> {
  const platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux'
  const [realPath, home] = await Promise.all([real(folder), real(homedir())])
  const drive = join(home, 'Library', 'Mobile Documents', 'com~apple~CloudDocs')
  return {
    platform,
    path: folder,
    realPath,
    home,
    environment: process.env,
    mounts: await mounts(platform),
    declared: (await dropboxFolders()).map((one) => ({ service: 'Dropbox', folder: one })),
    above: await namesAbove([...upFrom(realPath), ...(platform === 'darwin' ? [drive] : [])]),
  }
}

/** Follows links, and on Windows mapped letters; of a folder that is not made yet, what there is of it. */
async function real(folder: string): Promise<string> {
  try {
    return await realpath(folder)
  } catch {
    const above = dirname(folder)
    return above === folder ? folder : join(await real(above), basename(folder))
  }
}

function upFrom(folder: string): string[] {
  const above = dirname(folder)
  return above === folder ? [folder] : [folder, ...upFrom(above)]
}

/** A folder that may not be listed has no names: a service that works for this account can be seen by it. */
async function namesAbove(folders: readonly string[]): Promise<PlaceFacts['above']> {
  return Promise.all(
    folders.map(async (folder) => ({ folder, names: await readdir(folder).catch(() => [] as string[]) })),
  )
}

async function mounts(platform: PlaceFacts['platform']): Promise<Mount[]> {
  try {
    if (platform === 'linux') return parseMountInfo(await readFile('/proc/self/mountinfo', 'utf8'))
    if (platform === 'win32') return []
    const { stdout } = await promisify(execFile)('/sbin/mount', [], { timeout: ASK_MS })
    return parseMountTable(stdout)
  } catch {
    return []
  }
}

/** `/proc/self/mountinfo`: point in the fifth column, type and source behind the lone dash; blanks are written `\040`. */
export function parseMountInfo(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before, after] = line.split(' - ')
    const point = before?.split(' ')[4]
    const [type, source] = after?.split(' ') ?? []
    if (point === undefined || type === undefined || source === undefined) return []
    return [{ point: unescaped(point), type, source: unescaped(source) }]
  })
}

function unescaped(word: string): string {
  return word.replace(/\\([0-7]{3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8)))
}

/** The output of `mount` on macOS: `source on /point (type, options)`. */
export function parseMountTable(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [on, open] = [line.indexOf(' on /'), line.lastIndexOf(' (')]
    const options = line.slice(open + 2, -1)
    if (on < 1 || open <= on + ' on '.length || !line.endsWith(')') || /[()]/.test(options)) return []
    const [type = ''] = options.split(',')
    return type === ''
      ? []
      : [{ point: line.slice(on + ' on '.length, open), type, source: line.slice(0, on) }]
  })
}

/** Dropbox says where its folders are, in a file of its own. */
async function dropboxFolders(): Promise<string[]> {
  const { APPDATA, LOCALAPPDATA } = process.env
  const places = [APPDATA, LOCALAPPDATA].flatMap((place) =>
    place === undefined || place === '' ? [] : [join(place, 'Dropbox', 'info.json')],
  )
  const found: string[] = []
  for (const place of [...places, join(homedir(), '.dropbox', 'info.json')]) {
    const text = await readFile(place, 'utf8').catch(() => '')
    found.push(...dropboxPaths(text))
  }
  return found
}

/** `{"personal": {"path": "…"}, "business": {"path": "…"}}`; what is not that names none. */
function dropboxPaths(text: string): string[] {
  try {
    const accounts = z.record(z.string(), z.looseObject({ path: z.string().min(1) })).parse(JSON.parse(text))
    return Object.values(accounts).map(({ path }) => path)
  } catch {
    return []
  }
}
