import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMountInfo, parseMountTable } from '../../electron/db/desk/data-place.ts'
import { type PlaceFacts, type PlaceRisk, placeRisk } from '../../electron/domain/data/data-place.ts'

const nothing = { environment: {}, mounts: [], declared: [], above: [] }
const windows = (path: string, more: Partial<PlaceFacts> = {}): PlaceFacts => ({
  ...{ platform: 'win32', path, realPath: path, home: 'C:\\Users\\claire', ...nothing },
  ...more,
})
const mac = (path: string, more: Partial<PlaceFacts> = {}): PlaceFacts => ({
  ...{ platform: 'darwin', path, realPath: path, home: '/Comptes/claire', ...nothing },
  mounts: [{ point: '/', type: 'apfs', source: '/dev/disk3s1s1' }],
  ...more,
})
const linux = (path: string, more: Partial<PlaceFacts> = {}): PlaceFacts => ({
  ...{ platform: 'linux', path, realPath: path, home: '/maisons/claire', ...nothing },
  mounts: [{ point: '/', type: 'ext4', source: '/dev/sda2' }],
  ...more,
})
const mounted = (point: string, type: string, source = 'x') => ({
  mounts: [
    { point: '/', type: 'ext4', source: '/dev/sda2' },
    { point, type, source },
  ],
})

const network: PlaceRisk = { kind: 'network' }
const synchronised = (service: Extract<PlaceRisk, { kind: 'synchronised' }>['service']): PlaceRisk => ({
  kind: 'synchronised',
  service,
})

const alarming: readonly (readonly [string, PlaceFacts, PlaceRisk])[] = [
  // Servers
  ['a UNC path', windows('\\\\serveur\\partage\\inp\\data'), network],
  ['a UNC path with the other slash', windows('//serveur/partage/inp'), network],
  ['a long UNC path', windows('\\\\?\\UNC\\serveur\\partage\\inp'), network],
  ['a mapped letter', windows('P:\\inp', { realPath: '\\\\serveur\\partage\\inp' }), network],
  ['a home folder sent to a server', windows('C:\\d', { realPath: '\\\\srv\\profils$\\claire' }), network],
  ['SMB on macOS', mac('/Volumes/commun/inp', mounted('/Volumes/commun', 'smbfs', '//c@s/commun')), network],
  ['AFP on macOS', mac('/Volumes/commun/inp', mounted('/Volumes/commun', 'afpfs')), network],
  ['WebDAV on macOS', mac('/Volumes/dav/inp', mounted('/Volumes/dav', 'webdav')), network],
  ['NFS', linux('/srv/inp', mounted('/srv', 'nfs4', 'serveur:/export')), network],
  ['a whole home folder on NFS', linux('/maisons/claire/.local', mounted('/maisons', 'nfs')), network],
  ['CIFS', linux('/mnt/commun/inp', mounted('/mnt/commun', 'cifs', '//serveur/commun')), network],
  ['sshfs', linux('/maisons/claire/s/inp', mounted('/maisons/claire/s', 'fuse.sshfs', 'c@srv:/x')), network],
  [
    'a place opened in the file manager',
    linux('/run/user/1000/gvfs/x', mounted('/run/user/1000/gvfs', 'fuse.gvfsd-fuse')),
    network,
  ],
  [
    'an unknown program before a server',
    linux('/m/inp', mounted('/m', 'fuse.nouveau', 'srv.example:/x')),
    network,
  ],
  [
    'a host’s folder in a virtual machine',
    linux('/media/sf_d/inp', mounted('/media/sf_d', 'vboxsf')),
    network,
  ],
  // Services that say so
  [
    'OneDrive by its variable, under another name',
    windows('D:\\Travail\\Société\\inp', { environment: { OneDriveCommercial: 'D:\\Travail\\Société' } }),
    synchronised('OneDrive'),
  ],
  [
    'capitals are not told apart on Windows',
    windows('c:\\users\\CLAIRE\\onedrive\\inp', { environment: { OneDrive: 'C:\\Users\\claire\\OneDrive' } }),
    synchronised('OneDrive'),
  ],
  [
    'Dropbox by its own list',
    windows('E:\\nuage\\inp', { declared: [{ service: 'Dropbox', folder: 'E:\\nuage' }] }),
    synchronised('Dropbox'),
  ],
  // Services by where they put their folder
  [
    'OneDrive of an organisation',
    windows('C:\\Users\\claire\\OneDrive - Commune de démonstration\\inp'),
    synchronised('OneDrive'),
  ],
  [
    'Documents sent to OneDrive',
    windows('C:\\Users\\claire\\OneDrive\\Documents\\inp'),
    synchronised('OneDrive'),
  ],
  ['Dropbox at the top of a disk', windows('D:\\Dropbox\\inp'), synchronised('Dropbox')],
  ['Google’s letter', windows('G:\\Mon Drive\\inp'), synchronised('Google Drive')],
  ['iCloud on Windows', windows('C:\\Users\\claire\\iCloudDrive\\inp'), synchronised('iCloud Drive')],
  ['kDrive', windows('C:\\Users\\claire\\kDrive\\inp'), synchronised('kDrive')],
  [
    'a link into Dropbox',
    linux('/maisons/claire/inp', { realPath: '/maisons/claire/Dropbox/inp' }),
    synchronised('Dropbox'),
  ],
  ['Nextcloud in the home folder', linux('/maisons/claire/Nextcloud/inp'), synchronised('Nextcloud')],
  ['Box', mac('/Comptes/claire/Box/inp'), synchronised('Box')],
  [
    'iCloud Drive',
    mac('/Comptes/claire/Library/Mobile Documents/com~apple~CloudDocs/inp'),
    synchronised('iCloud Drive'),
  ],
  [
    'a file provider of macOS',
    mac('/Comptes/claire/Library/CloudStorage/OneDrive-Demonstration/inp'),
    synchronised('OneDrive'),
  ],
  [
    'a file provider that is not known',
    mac('/Comptes/claire/Library/CloudStorage/Nuage-claire/inp'),
    synchronised(null),
  ],
  [
    'Documents in iCloud',
    mac('/Comptes/claire/Documents/inp', {
      above: [
        {
          folder: '/Comptes/claire/Library/Mobile Documents/com~apple~CloudDocs',
          names: ['Documents', 'Desktop'],
        },
      ],
    }),
    synchronised('iCloud Drive'),
  ],
  // Services by the files they leave
  [
    'Dropbox by its mark, under another name',
    linux('/data/nuage/inp', { above: [{ folder: '/data/nuage', names: ['.dropbox', 'inp'] }] }),
    synchronised('Dropbox'),
  ],
  [
    'Nextcloud by its mark',
    linux('/data/n/inp', { above: [{ folder: '/data/n', names: ['.sync_a1b2c3d4e5f6.db'] }] }),
    synchronised('Nextcloud'),
  ],
  [
    'Syncthing',
    linux('/data/st/inp', { above: [{ folder: '/data/st', names: ['.stfolder'] }] }),
    synchronised('Syncthing'),
  ],
  [
    'a drive of OneDrive by FUSE',
    linux('/m/o/inp', mounted('/m/o', 'fuse.onedriver')),
    synchronised('OneDrive'),
  ],
]

const quiet: readonly (readonly [string, PlaceFacts])[] = [
  ['the usual place on Windows', windows('C:\\Users\\claire\\AppData\\Local\\seances-inp\\data')],
  ['the same, said at length', windows('\\\\?\\C:\\Users\\claire\\AppData\\Local\\seances-inp\\data')],
  ['the usual place on macOS', mac('/Comptes/claire/Library/Application Support/seances-inp/data')],
  ['the usual place on Linux', linux('/maisons/claire/.local/share/seances-inp/data')],
  ['another disk', windows('D:\\inp\\data')],
  ['a folder that only sounds like it', windows('C:\\Users\\claire\\Mes dropbox papiers\\inp')],
  ['a folder named after it among one’s own', windows('C:\\Users\\claire\\Archives\\Dropbox\\inp')],
  ['a box of papers', linux('/maisons/claire/Boxes/inp')],
  ['Boxe, a sport', linux('/maisons/claire/Boxe/inp')],
  ['a sandbox', mac('/Comptes/claire/Sandbox/Inbox/inp')],
  ['OneDriveExport', windows('C:\\Users\\claire\\OneDriveExport\\inp')],
  [
    'beside the folder of OneDrive',
    windows('C:\\Users\\claire\\OneDrive2020\\inp', {
      environment: { OneDrive: 'C:\\Users\\claire\\OneDrive' },
    }),
  ],
  ['an empty variable', windows('C:\\inp', { environment: { OneDrive: '' } })],
  [
    'capitals are told apart on Linux',
    linux('/data/D/inp', { declared: [{ service: 'Dropbox', folder: '/data/d' }] }),
  ],
  ['a stick', mac('/Volumes/CLE/inp', mounted('/Volumes/CLE', 'msdos', '/dev/disk4s1'))],
  [
    'an external disk',
    linux('/media/claire/disque/inp', mounted('/media/claire/disque', 'fuseblk', '/dev/sdb1')),
  ],
  [
    'an encrypted folder',
    linux(
      '/maisons/claire/coffre/inp',
      mounted('/maisons/claire/coffre', 'fuse.gocryptfs', '/maisons/claire/.coffre'),
    ),
  ],
  ['a server beside', linux('/srv2/inp', mounted('/srv', 'nfs', 's:/x'))],
  [
    'a local disk over a server’s point',
    linux('/maisons/claire/inp', {
      mounts: [
        { point: '/', type: 'ext4', source: '/dev/sda2' },
        { point: '/maisons', type: 'nfs', source: 's:/maisons' },
        { point: '/maisons/claire', type: 'ext4', source: '/dev/sda3' },
      ],
    }),
  ],
  [
    'a mark beside, not above',
    linux('/data/inp', { above: [{ folder: '/data/nuage', names: ['.dropbox'] }] }),
  ],
  [
    'Documents that are not in iCloud',
    mac('/Comptes/claire/Documents/inp', {
      above: [{ folder: '/Comptes/claire/Library/Mobile Documents/com~apple~CloudDocs', names: ['Pages'] }],
    }),
  ],
  ['somebody else’s home folder as it is named', linux('/srv/claire/Nextcloud/inp')],
  [
    'the settings of a service in the home folder',
    linux('/maisons/claire/.local/share/seances-inp/data', {
      above: [
        { folder: '/maisons/claire/.local', names: ['share'] },
        { folder: '/maisons/claire', names: ['.dropbox', '.local'] },
      ],
    }),
  ],
]

describe('a place that can damage data', () => {
  it.each(alarming)('%s', (_, facts, risk) => expect(placeRisk(facts)).toEqual(risk))
})

describe('a place that is fine', () => {
  it.each(quiet)('%s', (_, facts) => expect(placeRisk(facts)).toBeNull())

  it('a folder of one’s own, whatever it is called, as long as it is no service’s own folder', () => {
    const word = fc.stringMatching(/^[a-zàéè]{1,12}$/)
    fc.assert(
      fc.property(
        word,
        fc.constantFrom('Dropbox', 'OneDrive', 'Box', 'Nextcloud', 'kDrive'),
        (mine, service) => {
          for (const name of [`${mine} ${service}`, `${service}${mine}`, `${mine}${service}`])
            expect(placeRisk(linux(`/maisons/claire/${name}/inp`))).toBeNull()
        },
      ),
    )
  })
})

describe('the table of mounts', () => {
  it('is read as Linux writes it, spaces and over-mounts too', () => {
    const text = [
      '22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw',
      '40 22 0:45 / /mnt/dossier\\040partagé rw shared:9 - cifs //serveur/partage rw',
      '41 22 0:46 / /maisons/claire/s rw,nosuid master:2 propagate_from:1 - fuse.sshfs claire@srv:/x rw,user_id=1',
      'not a line',
    ].join('\n')
    expect(parseMountInfo(text)).toEqual([
      { point: '/', type: 'ext4', source: '/dev/sda2' },
      { point: '/mnt/dossier partagé', type: 'cifs', source: '//serveur/partage' },
      { point: '/maisons/claire/s', type: 'fuse.sshfs', source: 'claire@srv:/x' },
    ])
  })

  it('is read as macOS writes it', () => {
    const text = [
      '/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)',
      '//claire@serveur/commun on /Volumes/commun (1) (smbfs, nodev, nosuid, mounted by claire)',
      'map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)',
    ].join('\n')
    expect(parseMountTable(text)).toEqual([
      { point: '/', type: 'apfs', source: '/dev/disk3s1s1' },
      { point: '/Volumes/commun (1)', type: 'smbfs', source: '//claire@serveur/commun' },
      { point: '/System/Volumes/Data/home', type: 'autofs', source: 'map auto_home' },
    ])
  })
})
