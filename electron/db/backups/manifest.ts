// The hash of a backup and of every attachment it speaks of, in a file beside it that `sha256sum -c` reads.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { DataMark } from '../../domain/data/backup.ts'
import { hashFile, writeDurably } from '../durable.ts'
import { STORE_NAME } from '../files/store.ts'

export type Manifest = {
  /** Hash of the backup. */
  sha256: string
  /** Hash of each file of the store it speaks of, by the file's name; null when written by a version that did not list them. */
  files: ReadonlyMap<string, string> | null
  /** How new its data are, which an encrypted copy does not say otherwise; null when nobody looked. */
  data: DataMark | null
}

/** Tells a whole list from the older form that held the backup's hash alone. Comment lines are passed over by `sha256sum`. */
const complete = '# liste complète'
const dataMark = /^# données (\S+) (\d{1,15}) (\d{1,15})$/

export const manifestPath = (backupPath: string) => `${backupPath}.sha256`

export async function writeManifest(
  backupPath: string,
  { sha256, files, data }: Manifest & { files: ReadonlyMap<string, string> },
): Promise<void> {
  const lines = [`${sha256}  ${basename(backupPath)}`, complete]
  if (data !== null) lines.push(`# données ${data.profileId} ${data.generation} ${data.lastChange}`)
  for (const [name, hash] of files) lines.push(`${hash}  ${STORE_NAME}/${name}`)
  await writeDurably(manifestPath(backupPath), `${lines.join('\n')}\n`)
}

/** Null when there is none, or when it is not one of ours. */
export async function readManifest(backupPath: string): Promise<Manifest | null> {
  const text = await readFile(manifestPath(backupPath), 'utf8').catch(() => null)
  const [first = '', ...lines] = text?.split('\n') ?? []
  const sha256 = /^([0-9a-f]{64}) {2}\S/.exec(first)?.[1]
  if (sha256 === undefined) return null
  if (!lines.includes(complete)) return { sha256, files: null, data: null }
  const files = new Map<string, string>()
  let data: DataMark | null = null
  for (const line of lines) {
    const [, profileId, generation, lastChange] = dataMark.exec(line) ?? []
    if (profileId !== undefined)
      data = { profileId, generation: Number(generation), lastChange: Number(lastChange) }
    const [, hash, name] = /^([0-9a-f]{64}) {2}pieces\/([0-9a-f]{64}(?:\.age)?)$/.exec(line) ?? []
    if (hash !== undefined && name !== undefined) files.set(name, hash)
  }
  return { sha256, files, data }
}

/** Whether a finished copy is still what the list beside it says; one without a list is not known to be otherwise. */
export async function matchesManifest(backupPath: string): Promise<boolean> {
  const manifest = await readManifest(backupPath)
  return manifest === null || manifest.sha256 === (await hashFile(backupPath))
}
