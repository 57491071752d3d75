import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppError } from '../contract/errors.ts'
import { faultWords } from '../contract/parcel-sentences.ts'
import type { ParcelFault } from '../domain/data/parcel.ts'
import { plural } from '../domain/text/plural.ts'
import { verifyParcel } from '../imports/parcel/open.ts'
import type { Command } from './arguments.ts'
import { withSession } from './session.ts'

const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
const say = (sentence: string) => process.stderr.write(`${sentence}\n`)

export async function exportProfile({ data, out, json }: Command): Promise<number> {
  const path = resolve(out)
  const form = path.toLowerCase().endsWith('.zip') ? 'zip' : 'folder'
  if (existsSync(path)) throw new AppError('file-already-there', { field: 'out' })
  return withSession(data, async ({ internal }) => {
    const { meetings, pieces, damagedPieces } = await internal('exportProfile', { path, form })
    if (json) print({ meetings, pieces, damagedPieces })
    else
      say(
        `Profil exporté : ${plural(meetings, 'séance', 'séances')}, ${plural(pieces, 'fichier conservé', 'fichiers conservés')}.`,
      )
    if (damagedPieces > 0)
      say(
        `${plural(damagedPieces, 'fichier conservé était déjà endommagé', 'fichiers conservés étaient déjà endommagés')}.`,
      )
    return damagedPieces > 0 ? 1 : 0
  })
}

export async function exportArchive({ data, out, meeting, seda, json }: Command): Promise<number> {
  const path = resolve(out)
  const form = seda ? 'seda' : path.toLowerCase().endsWith('.zip') ? 'zip' : 'folder'
  if (existsSync(path)) throw new AppError('file-already-there', { field: 'out' })
  return withSession(data, async ({ internal }) => {
    const { files } = await internal('exportArchive', { meetingId: meeting, path, form, description: null })
    if (json) print({ files })
    else say(`${seda ? 'Transfert écrit' : 'Archive écrite'} : ${plural(files, 'pièce', 'pièces')}.`)
    return 0
  })
}

export async function importProfile({ data, words: [path = ''], json }: Command): Promise<number> {
  return withSession(data, async ({ internal }) => {
    const imported = await internal('importProfile', { path: resolve(path) })
    if (json) print(imported)
    if (imported.state === 'refused') {
      sayFaults(imported.faults, imported.faultCount)
      say('Rien n’a été modifié.')
      return 1
    }
    if (!json) say(`${plural(imported.meetings, 'séance reprise', 'séances reprises')}.`)
    return 0
  })
}

export async function verify(
  { words: [path = ''], json }: Command,
  expected: 'profil' | 'archive-de-seance',
): Promise<number> {
  const { parcel, faults } = await verifyParcel(resolve(path), () => undefined)
  await parcel?.close()
  if (parcel !== null && parcel.manifest.format !== `seances-inp/${expected}`)
    throw new AppError(expected === 'profil' ? 'not-a-profile' : 'not-an-archive')
  const files = parcel?.manifest.files.length ?? null
  if (json) print({ sound: parcel !== null, files, faults })
  else if (parcel !== null)
    say(`Tout est intact : ${plural(parcel.manifest.files.length, 'fichier vérifié', 'fichiers vérifiés')}.`)
  else sayFaults(faults, faults.length)
  return parcel === null ? 1 : 0
}

function sayFaults(faults: readonly ParcelFault[], count: number): void {
  for (const { file, what } of faults) say(file === '' ? faultWords[what] : `${file} : ${faultWords[what]}`)
  if (count > faults.length) say(`et ${plural(count - faults.length, 'autre', 'autres')}.`)
}
