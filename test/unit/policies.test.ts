import { isAbsolute } from 'node:path'
import { describe, expect, it } from 'vitest'
import { policies, policyKeys } from '../../electron/domain/managed/policies.ts'
import { readPlaces, readPolicies } from '../../electron/domain/managed/read-policies.ts'
import { registryValues } from '../../electron/domain/managed/registry-export.ts'

const machine = {
  environment: { USERNAME: 'durand', EMPTY: '', 'ProgramFiles(x86)': '/opt/x86' },
  isAbsolute,
}
const read = (raw: Record<string, unknown>) => readPolicies(raw, machine)

describe('a policy', () => {
  it.each([
    ['DataFolder', '/srv/%USERNAME%/séances ', '/srv/durand/séances'],
    ['DataFolder', '%ProgramFiles(x86)%/séances', '/opt/x86/séances'],
    ['MailWay', ' drafts', 'drafts'],
    ['MailHost', 'imap.exemple.fr', 'imap.exemple.fr'],
    ['UpdateAddress', ' https://intranet.exemple.fr/seances/', 'https://intranet.exemple.fr/seances/'],
    ['UpdateAddress', 'http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
    ['MailPort', '993', 993],
    ['MailPort', 143, 143],
    ['MailSecurity', 'starttls', 'starttls'],
    ['Spelling', 0, false],
    ['Spelling', '1', true],
    ['OfficePrograms', false, false],
    ['NotOpened', ['.ZIP', '*.doc'], ['zip', 'doc']],
    ['NotOpened', 'zip; doc', ['zip', 'doc']],
  ])('%s is read from %o', (key, given, meant) => {
    expect(read({ [key]: given })).toEqual({ settled: { [key]: meant }, faults: [] })
  })

  it.each([
    ['DataFolder', 'séances', 'folder'],
    ['DataFolder', '/srv/%NOBODY%', 'folder'],
    ['CopyFolder', '%EMPTY%', 'folder'],
    ['SharedFolder', 7, 'folder'],
    ['SharedFolder', '', 'folder'],
    ['MailWay', 'pigeon', 'choice'],
    ['MailSecurity', 'none', 'choice'],
    ['MailHost', 'imap exemple', 'host'],
    ['UpdateAddress', 'http://intranet.exemple.fr/', 'address'],
    ['UpdateAddress', 'http://127.0.0.1.exemple.fr/', 'address'],
    ['UpdateAddress', 'intranet', 'address'],
    ['UpdateAddress', 'file:///srv/seances', 'address'],
    ['MailPort', 0, 'number'],
    ['MailPort', '99 3', 'number'],
    ['Spelling', 'peut-être', 'switch'],
    ['Spelling', 2, 'switch'],
    ['NotOpened', ['z/p'], 'extensions'],
    ['NotOpened', 3, 'extensions'],
    ['Wallpaper', 'bleu', 'unknown'],
    ['constructor', 'x', 'unknown'],
  ])('%s as %o settles nothing, and takes no other with it', (key, given, rule) => {
    expect(read({ [key]: given, OfficePrograms: 0 })).toEqual({
      settled: { OfficePrograms: false },
      faults: [{ key, rule }],
    })
  })

  it('has its words in both languages, and acts on a value that its own shape takes', () => {
    expect(policyKeys.length).toBeGreaterThan(8)
    for (const key of policyKeys)
      for (const { fr, en } of [policies[key].title, policies[key].explain]) {
        expect(fr).toMatch(/\p{Ll}/u)
        expect(en).toMatch(/\p{Ll}/u)
      }
  })
})

describe('the places of one machine', () => {
  it('stand above one another in order', () => {
    const places = [{ MailHost: 'person', MailPort: 143 }, { MailHost: 'machine' }]
    expect(readPlaces(places.map((said, at) => ({ name: `${at}`, read: () => said })))).toEqual({
      raw: { MailHost: 'machine', MailPort: 143 },
      faults: [],
    })
  })

  it('are read one by one: what cannot be read is told, and takes no other with it', () => {
    const damaged = {
      name: 'damaged',
      read: () => {
        throw new Error('no such form')
      },
    }
    const whole = { name: 'whole', read: () => ({ MailPort: 143 }) }
    for (const places of [
      [damaged, whole],
      [whole, damaged],
    ])
      expect(readPlaces(places)).toEqual({
        raw: { MailPort: 143 },
        faults: [{ key: 'damaged', rule: 'unreadable' }],
      })
  })
})

describe('an export of the registry', () => {
  const hex = (text: string) =>
    [...Buffer.from(text, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0')).join(',')
  const exported = [
    'Windows Registry Editor Version 5.00',
    '',
    '[HKEY_LOCAL_MACHINE\\Software\\Policies\\SeancesINP]',
    '"DataFolder"="D:\\\\Séances \\"été\\""',
    `"CopyFolder"=hex(2):${hex('%USERPROFILE%\\c\0').replace(/^((?:..,){6})/, '$1\\\r\n  ')}`,
    `"NotOpened"=hex(7):${hex('zip\0doc\0\0')}`,
    '"MailPort"=dword:000003e1',
    '"Odd"=hex:01,02',
    '@="by default"',
    '',
    '[HKEY_LOCAL_MACHINE\\Software\\Policies\\SeancesINP\\Below]',
    '"MailHost"="elsewhere.example"',
    '',
  ].join('\r\n')

  it('gives the values of its key, accents and long lines whole, and not those below it', () => {
    expect(registryValues(exported)).toEqual({
      DataFolder: 'D:\\Séances "été"',
      CopyFolder: '%USERPROFILE%\\c',
      NotOpened: ['zip', 'doc'],
      MailPort: 993,
      Odd: null,
    })
  })

  it('of another program gives nothing', () => {
    expect(registryValues('{"MailPort": 993}')).toEqual({})
  })
})
