// Every file of a store that a row speaks of, under a readable name; those that only an undo would bring back too.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Reader } from '../../../db/driver.ts'
import type { KeptFile } from '../../../documents/open-profile/meeting-page.ts'
import { chunksOf } from '../../../documents/parcel/chunks.ts'
import { ParcelNames } from '../../../documents/parcel/names.ts'
import type { Parcel } from '../../../documents/parcel/parcel.ts'
import { fateOf } from '../../../domain/documents/opening.ts'
import { pieceNames } from './piece-names.ts'

export const PIECE_FOLDER = 'pieces'

export type Pieces = {
  /** Every file that is still what its name in the store says. */
  sound: { sha256: string; path: string }[]
  /** Files of the store that are no longer what their name says: they come along as they are, apart. */
  damaged: number
  byMeeting: Map<string, KeptFile[]>
  all: KeptFile[]
}

/** Hashes in the store, in order. */
export function storedHashes(store: string): string[] {
  try {
    return readdirSync(store)
      .filter((name) => /^[0-9a-f]{64}$/.test(name))
      .sort()
  } catch {
    // No file was ever kept.
    return []
  }
}

/** @param folderOf the folder of a meeting's files, by its id. */
export async function addPieces(
  parcel: Parcel,
  tx: Reader,
  { store, mentioned }: { store: string; mentioned: ReadonlySet<string> },
  folderOf: (meetingId: string) => string | undefined,
  onPiece: () => void,
): Promise<Pieces> {
  const named = await pieceNames(tx)
  const names = new ParcelNames()
  const pieces: Pieces = { sound: [], damaged: 0, byMeeting: new Map(), all: [] }
  for (const hash of storedHashes(store)) {
    onPiece()
    if (!mentioned.has(hash)) continue
    const from = join(store, hash)
    const name = named.get(hash)
    const meetingId = name?.meetingId ?? null
    const folder = meetingId === null ? undefined : folderOf(meetingId)
    const wanted = names.place(
      `${PIECE_FOLDER}/${folder ?? (name === undefined ? 'autres' : 'hors-seance')}`,
      harmless(name?.fileName ?? `${hash.slice(0, 16)}.${extensionOf(from)}`, headOf(from)),
    )
    const { sizeBytes, sha256, path } = parcel.add(wanted, chunksOf(from))
    const kept = { path, sizeBytes, sha256 }
    pieces.all.push(kept)
    if (meetingId !== null)
      pieces.byMeeting.set(meetingId, [...(pieces.byMeeting.get(meetingId) ?? []), kept])
    if (sha256 === hash) pieces.sound.push({ sha256, path })
    else pieces.damaged += 1
  }
  return pieces
}

function headOf(path: string): Uint8Array {
  const [first = new Uint8Array()] = chunksOf(path)
  return first
}

/** What may not leave comes along all the same, for the profile holds everything: no desk knows what to do with its name. */
function harmless(fileName: string, head: Uint8Array): string {
  return fateOf(fileName, head) === 'refused' ? `${fileName}.retenu` : fileName
}

/** The kind of a file without a name, by its first bytes. */
function extensionOf(path: string): string {
  const start = Buffer.from(headOf(path).subarray(0, 8)).toString('latin1')
  if (start.startsWith('%PDF')) return 'pdf'
  if (start.startsWith('\x89PNG')) return 'png'
  if (start.startsWith('\xff\xd8\xff')) return 'jpg'
  if (start.startsWith('PK\x03\x04')) return 'zip'
  return 'bin'
}
