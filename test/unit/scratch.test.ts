import { afterEach, expect, it, vi } from 'vitest'
import { canStartFrom, folderInMemory } from '../../scripts/test/scratch.ts'

afterEach(() => vi.unstubAllEnvs())

it.each([
  ['in memory, open to programs', 'tmpfs /dev/shm tmpfs rw,nosuid,nodev 0 0', true],
  ['in memory, closed to programs', 'shm /dev/shm tmpfs rw,nosuid,noexec,size=65536k 0 0', false],
  ['on a disk', '/dev/vda /dev/shm ext4 rw 0 0', false],
  ['somewhere else in memory', 'tmpfs /run tmpfs rw 0 0', false],
])('tests write into a folder %s or not', (_, mount, can) => {
  expect(canStartFrom('/dev/shm', `proc /proc proc rw 0 0\n${mount}\n`)).toBe(can)
})

it('tests write where TMPDIR says, when it says a place', () => {
  vi.stubEnv('TMPDIR', '/tmp')
  expect(folderInMemory()).toBeNull()
})
