import { expect, it } from 'vitest'
import { readKey } from '../../electron/contract/read-key.ts'

it('a read has one name, whatever the order in which its input is written', () => {
  const one = readKey('meetings.list', { year: 2026, page: { from: 0, count: 20 } })
  expect(readKey('meetings.list', { page: { count: 20, from: 0 }, year: 2026 })).toBe(one)
  expect(readKey('meetings.list', { year: 2027, page: { from: 0, count: 20 } })).not.toBe(one)
  expect(readKey('meetings.years', { year: 2026, page: { from: 0, count: 20 } })).not.toBe(one)
})

it.each([
  ['bytes', new Uint8Array(3)],
  ['bytes of Node.js', Buffer.from('pdf')],
])('an input that holds %s has no name, however deep they lie', (_, bytes) => {
  expect(readKey('attachments.add', { files: [{ fileName: 'note.pdf', bytes }] })).toBeNull()
})

it('an input that holds a passphrase has no name, which an event would carry', () => {
  const which = { where: 'near', name: 'copie.seances' }
  expect(readKey('backups.look', which)).not.toBeNull()
  expect(readKey('backups.look', { ...which, passphrase: 'girafe lavande tournevis' })).toBeNull()
})
