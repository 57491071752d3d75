// Judges from what the machine says of a folder (read by db/desk/data-place.ts) whether it lies on a network drive or in one
// that a service synchronises. SQLite keeps three files that only make sense together: a service that copies them one
// by one, and a server whose locks are not those of a disk, can damage them.
import { z } from 'zod'

/** Services by the name that people know them under; the same in French. */
export const syncServices = [
  'OneDrive',
  'Dropbox',
  'Google Drive',
  'iCloud Drive',
  'Nextcloud',
  'kDrive',
  'Box',
  'Proton Drive',
  'pCloud',
  'MEGA',
  'Seafile',
  'Synology Drive',
  'Syncthing',
  'Resilio Sync',
] as const

/** `service` null: one that is not known by name. */
export const PlaceRisk = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('network') }),
  z.strictObject({ kind: z.literal('synchronised'), service: z.enum(syncServices).nullable() }),
])
export type PlaceRisk = z.infer<typeof PlaceRisk>
export type SyncService = (typeof syncServices)[number]

export type PlaceFacts = {
  platform: 'win32' | 'darwin' | 'linux'
  /** As it was given, and with links, mapped letters and short names followed. */
  path: string
  realPath: string
  home: string
  environment: Readonly<Record<string, string | undefined>>
  /** Mounts in the order of mounting; empty where the system is not asked (Windows). */
  mounts: readonly Mount[]
  /** Folders that a service says it synchronises, in a file of its own. */
  declared: readonly { service: SyncService; folder: string }[]
  /** Names in the folder itself and in each folder above it, nearest first. */
  above: readonly { folder: string; names: readonly string[] }[]
}
export type Mount = { point: string; type: string; source: string }

/** Why a place endangers the data; null for a folder of this machine alone. */
export function placeRisk(facts: PlaceFacts): PlaceRisk | null {
  const paths = [...new Set([facts.path, facts.realPath].map((path) => plainPath(facts.platform, path)))]
  const service = declaredService(facts, paths) ?? namedService(facts, paths) ?? markedService(facts)
  if (service !== null) return { kind: 'synchronised', service: service === 'other' ? null : service }
  if (paths.some((path) => isServerPath(facts.platform, path))) return { kind: 'network' }
  const mount = mountOf(facts.mounts, plainPath(facts.platform, facts.realPath))
  return mount === null ? null : riskOfMount(mount)
}

/** Windows writes one folder in several ways: without its long prefix, with one kind of slash. */
function plainPath(platform: PlaceFacts['platform'], path: string): string {
  if (platform !== 'win32') return path.normalize('NFC')
  return path
    .normalize('NFC')
    .replaceAll('/', '\\')
    .replace(/^\\\\[?.]\\UNC\\/i, '\\\\')
    .replace(/^\\\\[?.]\\(?=[a-z]:)/i, '')
}

/** `\\server\share`; a mapped letter has become one when its links were followed. */
function isServerPath(platform: PlaceFacts['platform'], path: string): boolean {
  return platform === 'win32' && /^\\\\[^\\?.][^\\]*\\[^\\]+/.test(path)
}

function partsOf(platform: PlaceFacts['platform'], path: string): string[] {
  return path.split(platform === 'win32' ? /[\\/]+/ : '/').filter((part) => part !== '')
}

/** Windows and macOS do not tell capitals apart. */
function same(platform: PlaceFacts['platform'], a: string, b: string): boolean {
  return platform === 'linux' ? a === b : a.toLowerCase() === b.toLowerCase()
}

/** The parts of a path below a folder; null when it is not in it. */
function below(platform: PlaceFacts['platform'], path: string, folder: string): string[] | null {
  const [parts, above] = [partsOf(platform, path), partsOf(platform, plainPath(platform, folder))]
  if (above.length === 0) return null
  const isIn = above.every((part, index) => same(platform, part, parts[index] ?? ''))
  return isIn ? parts.slice(above.length) : null
}

/** Variables that name a folder a service synchronises. */
const oneDriveVariables = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer']

function declaredService(facts: PlaceFacts, paths: readonly string[]): SyncService | null {
  const { platform, environment, declared } = facts
  const variables = oneDriveVariables.flatMap((name) => {
    const folder = environment[name]
    return folder === undefined || folder === '' ? [] : [{ service: 'OneDrive' as const, folder }]
  })
  const found = [...declared, ...variables].find(({ folder }) =>
    paths.some((path) => below(platform, path, folder) !== null),
  )
  return found?.service ?? null
}

/**
 * Names that these services give to their own folder. Only as a whole, and only where they put it: in the home folder or at
 * the top of a disk. A folder that somebody called « Box » among their own is theirs.
 */
const folderNames: readonly (readonly [RegExp, SyncService])[] = [
  [/^OneDrive(?: - .+)?$/i, 'OneDrive'],
  [/^Dropbox(?: \(.+\))?$/i, 'Dropbox'],
  [/^(?:Google Drive|GoogleDrive)$/i, 'Google Drive'],
  [/^iCloud ?Drive$/i, 'iCloud Drive'],
  [/^(?:Nextcloud|ownCloud)\d?$/i, 'Nextcloud'],
  [/^kDrive\d?$/i, 'kDrive'],
  [/^Box(?: Sync)?$/i, 'Box'],
  [/^Proton ?Drive$/i, 'Proton Drive'],
  [/^pCloud ?Drive$/i, 'pCloud'],
  [/^MEGA(?:sync)?$/i, 'MEGA'],
  [/^Seafile$/i, 'Seafile'],
  [/^SynologyDrive$/i, 'Synology Drive'],
]

/** Names that macOS gives the folders of its file providers: `OneDrive-Organisme`, `GoogleDrive-adresse`. */
const providers: readonly (readonly [RegExp, SyncService])[] = [
  [/^OneDrive/i, 'OneDrive'],
  [/^Dropbox/i, 'Dropbox'],
  [/^Google ?Drive/i, 'Google Drive'],
  [/^iCloud/i, 'iCloud Drive'],
  [/^(?:Nextcloud|ownCloud)/i, 'Nextcloud'],
  [/^kDrive/i, 'kDrive'],
  [/^Box/i, 'Box'],
  [/^Proton ?Drive/i, 'Proton Drive'],
  [/^pCloud/i, 'pCloud'],
  [/^MEGA/i, 'MEGA'],
  [/^Synology ?Drive/i, 'Synology Drive'],
]

function namedService(facts: PlaceFacts, paths: readonly string[]): SyncService | 'other' | null {
  for (const path of paths) {
    const found = facts.platform === 'darwin' ? macService(facts, path) : null
    if (found !== null) return found
    for (const part of ownFolders(facts, path)) {
      const named = folderNames.find(([name]) => name.test(part))
      if (named !== undefined) return named[1]
    }
  }
  return null
}

function macService({ platform, home, above }: PlaceFacts, path: string): SyncService | 'other' | null {
  const inHome = below(platform, path, home) ?? []
  const [library, area, provider] = inHome
  if (library === 'Library' && area === 'Mobile Documents') return 'iCloud Drive'
  if (library === 'Library' && area === 'CloudStorage' && provider !== undefined)
    return providers.find(([name]) => name.test(provider))?.[1] ?? 'other'
  // « Bureau et documents » in iCloud: the two folders stay where they were, and are listed in the drive as well.
  const drive = above.find(({ folder }) => folder.endsWith('/Library/Mobile Documents/com~apple~CloudDocs'))
  const isBoth = (library === 'Documents' || library === 'Desktop') && drive?.names.includes(library) === true
  return isBoth ? 'iCloud Drive' : null
}

/** The names at which a service's own folder can stand in a path: first in the home folder, or first on a disk. */
function ownFolders({ platform, home, mounts }: PlaceFacts, path: string): string[] {
  const names: (string | undefined)[] = [below(platform, path, home)?.[0]]
  if (platform === 'win32') {
    const [letter, first] = partsOf(platform, path)
    if (/^[a-z]:$/i.test(letter ?? '')) {
      names.push(first)
      // The drive of Google has a letter of its own, and one of these two folders first.
      if (/^(?:Mon Drive|My Drive)$/i.test(first ?? '')) names.push('Google Drive')
    }
  }
  if (platform === 'darwin' && path.startsWith('/Volumes/'))
    names.push(...partsOf(platform, path).slice(1, 3))
  if (platform === 'linux') {
    const point = mountOf(mounts, path)?.point ?? '/'
    if (point !== '/') names.push(below(platform, path, point)?.[0])
  }
  return names.flatMap((name) => name ?? [])
}

/** Files by which a service knows its own folder, whatever it is called. */
const marks: readonly (readonly [RegExp, SyncService])[] = [
  [/^\.dropbox$|^\.dropbox\.cache$/, 'Dropbox'],
  [/^\.(?:_sync|sync)_[0-9a-f]{6,}\.db$|^\.(?:nextcloud|owncloud)sync\.log$/, 'Nextcloud'],
  [/^\.stfolder$/, 'Syncthing'],
  [/^\.rsls(?:group|sync)|^\.sync\.rsls$/i, 'Resilio Sync'],
  [/^\.SynologyWorkingDirectory$/, 'Synology Drive'],
  [/^\.seafile-data$/, 'Seafile'],
  [/^\.shortcut-targets-by-id$/, 'Google Drive'],
  [/^\.megaignore$/, 'MEGA'],
]

function markedService({ platform, above, path, realPath, home }: PlaceFacts): SyncService | null {
  for (const { folder, names } of above) {
    // In the home folder a service keeps its settings under the same name (`~/.dropbox`).
    if (below(platform, home, folder) !== null) continue
    // Folders listed besides, for comparison, do not hold the data.
    if ([path, realPath].every((one) => below(platform, plainPath(platform, one), folder) === null)) continue
    for (const [mark, service] of marks) if (names.some((name) => mark.test(name))) return service
  }
  return null
}

/** The mount that a folder is on: the deepest one above it, of several on one point the last. */
function mountOf(mounts: readonly Mount[], path: string): Mount | null {
  let found: Mount | null = null
  for (const mount of mounts) {
    const isAbove = mount.point === '/' || path === mount.point || path.startsWith(`${mount.point}/`)
    if (isAbove && (found === null || mount.point.length >= found.point.length)) found = mount
  }
  return found
}

/** File systems of a server, and of the host of a virtual machine: their locks are not those of a disk. */
const networkTypes: ReadonlySet<string> = new Set([
  ...['nfs', 'nfs4', 'cifs', 'smb3', 'smbfs', 'smb', 'ncpfs', 'afpfs', 'afs', 'webdav', 'davfs', 'ftp'],
  ...[
    '9p',
    'virtiofs',
    'vboxsf',
    'prl_fs',
    'vmhgfs',
    'ceph',
    'glusterfs',
    'lustre',
    'beegfs',
    'gpfs',
    'ocfs2',
  ],
])

/** FUSE file systems, by the name of the program. */
const networkPrograms =
  /sshfs|gvfs|rclone|davfs|curlftpfs|smbnetfs|s3fs|goofys|glusterfs|ceph|juicefs|vmhgfs|nfs|cifs|ftp/i
const fusePrograms: readonly (readonly [RegExp, SyncService])[] = [
  [/onedrive/i, 'OneDrive'],
  [/google-drive|gdfuse|drivefs/i, 'Google Drive'],
  [/pcloud/i, 'pCloud'],
  [/seadrive|seafile/i, 'Seafile'],
  [/dropbox/i, 'Dropbox'],
]

function riskOfMount({ type, source }: Mount): PlaceRisk | null {
  if (networkTypes.has(type)) return { kind: 'network' }
  if (!/fuse/i.test(type)) return null
  const words = `${type} ${source}`
  const service = fusePrograms.find(([program]) => program.test(words))?.[1]
  if (service !== undefined) return { kind: 'synchronised', service }
  // A program that is not known, in front of something named like a server: `host:/folder`, `//host/share`, an address.
  const isServer = /^[\w.@-]+:\/?|^\/\/|:\/\//.test(source)
  return networkPrograms.test(type) || isServer ? { kind: 'network' } : null
}
