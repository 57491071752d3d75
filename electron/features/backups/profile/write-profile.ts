// A finished backup and its store as one open folder or zip that is read without the application; the work of a job,
// which holds one file at a time.
import { rmSync } from 'node:fs'
import type { Jobs } from '../../../contract/wire.ts'
import { type Finished, openFinished } from '../../../db/copies/finished.ts'
import { dumpedTables, tableSchema } from '../../../db/copies/table-dump.ts'
import { type Leaving, whatLeaves } from '../../../db/copies/what-leaves.ts'
import { SCHEMA_VERSION } from '../../../db/migrate.ts'
import { headLook } from '../../../documents/head.ts'
import { homePage } from '../../../documents/open-profile/home-page.ts'
import { keptRow } from '../../../documents/open-profile/meeting-page.ts'
import { HOME, type Look } from '../../../documents/open-profile/page.ts'
import { registerPage } from '../../../documents/open-profile/register-page.ts'
import { registerHeads, registerPath } from '../../../documents/open-profile/register-places.ts'
import { searchScript } from '../../../documents/open-profile/search-script.ts'
import { Parcel } from '../../../documents/parcel/parcel.ts'
import { folderSink, sinkFailure, zipSink } from '../../../documents/parcel/sink.ts'
import { openProfileText } from '../../../documents/text/open-profile.ts'
import type { ProfileManifest } from '../../../domain/data/parcel.ts'
import { civilDate } from '../../../domain/time/civil-date.ts'
import { lookOn } from '../../reads/document-style.ts'
import { getBody } from '../../reads/settings.ts'
import { meetingPlaces, writeMeetings } from './meeting-files.ts'
import { addPieces, storedHashes } from './pieces.ts'
import { registersOf } from './registers.ts'
import { addSearch } from './search-files.ts'
import { rowsAsJson, TABLE_FOLDER } from './table-files.ts'

type Input = Jobs['writeProfile']['input']
type Progress = (done: number, total: number) => void

/** Nothing stays of what could not be finished. */
export async function writeProfile(
  input: Input,
  onProgress: Progress,
): Promise<Jobs['writeProfile']['output']> {
  const finished = openFinished(input.backup)
  try {
    const now = new Date(input.madeAt)
    const parcel = new Parcel(input.form === 'zip' ? zipSink(input.out, now) : folderSink(input.out))
    return await writeAll(parcel, finished, input, onProgress)
  } catch (thrown) {
    rmSync(input.out, { recursive: true, force: true })
    throw sinkFailure(thrown)
  } finally {
    finished.close()
  }
}

async function writeAll(
  parcel: Parcel,
  finished: Finished,
  { store, madeAt, madeBy }: Input,
  onProgress: Progress,
): Promise<Jobs['writeProfile']['output']> {
  const { tx } = finished
  const today = civilDate(new Date(madeAt))
  const look = headLook(await lookOn(tx, today))
  const body = await getBody(tx)
  const meetings = await meetingPlaces(tx)
  const total = storedHashes(store).length + meetings.length + dumpedTables(finished.sqlite).length
  let done = 0
  const step = () => onProgress(done++, total)

  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]))
  const leaving = whatLeaves(finished.sqlite)
  const { mentioned } = leaving
  const pieces = await addPieces(parcel, tx, { store, mentioned }, (id) => byId.get(id)?.folder, step)
  await writeMeetings(parcel, finished, { store, look, meetings, pieces, today }, step)
  const registers = await writeRegisters(parcel, finished, look, meetings)
  parcel.add(
    registerPath.piece,
    registerPage(
      {
        path: registerPath.piece,
        title: openProfileText.pieces,
        heads: registerHeads.piece,
        rows: pieces.all.map((piece) => ({ id: piece.path, cells: keptRow(registerPath.piece, piece) })),
      },
      look,
    ),
  )
  registers.push({ path: registerPath.piece, title: openProfileText.pieces })
  addSearch(parcel, finished, byId)
  const tables = writeTables(parcel, { sqlite: finished.sqlite, rows: leaving.rows }, step)
  parcel.add(HOME, [
    homePage({
      body: body.name,
      look,
      madeOn: today,
      meetings,
      registers,
      pieceCount: pieces.all.length,
      script: searchScript(),
    }),
  ])
  parcel.finish<ProfileManifest>({
    format: 'seances-inp/profil',
    formatVersion: 1,
    madeAt,
    madeBy,
    body: body.name,
    schemaVersion: SCHEMA_VERSION,
    tables,
    pieces: pieces.sound,
  })
  return { meetings: meetings.length, pieces: pieces.all.length, damagedPieces: pieces.damaged }
}

async function writeRegisters(
  parcel: Parcel,
  { tx }: Finished,
  look: Look,
  meetings: Awaited<ReturnType<typeof meetingPlaces>>,
): Promise<{ path: string; title: string }[]> {
  const paths = new Map(meetings.map(({ id, path, words }) => [id, { path, words }]))
  const written: { path: string; title: string }[] = []
  for await (const register of registersOf(tx, paths)) {
    parcel.add(register.path, registerPage(register, look))
    written.push({ path: register.path, title: register.title })
  }
  return written
}

/** Every table and its schema; returns where each lies. */
export function writeTables(
  parcel: Parcel,
  { sqlite, rows: rowsOf }: Pick<Finished, 'sqlite'> & Pick<Leaving, 'rows'>,
  onTable: () => void,
): ProfileManifest['tables'] {
  return dumpedTables(sqlite).map((name) => {
    onTable()
    parcel.add(`${TABLE_FOLDER}/schemas/${name}.schema.json`, [
      `${JSON.stringify(tableSchema(sqlite, name), null, 2)}\n`,
    ])
    let rows = 0
    const counted = function* () {
      for (const row of rowsOf(name)) {
        rows += 1
        yield row
      }
    }
    const { path } = parcel.add(`${TABLE_FOLDER}/${name}.json`, rowsAsJson(counted()))
    return { name, path, rows }
  })
}
