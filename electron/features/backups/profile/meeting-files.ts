import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImageBytes } from '../../../contract/wire.ts'
import type { Finished } from '../../../db/copies/finished.ts'
import type { Reader } from '../../../db/driver.ts'
import { renderHtml } from '../../../documents/html/render.ts'
import { imagesOf } from '../../../documents/image.ts'
import type { DocumentModel } from '../../../documents/model.ts'
import { meetingPage } from '../../../documents/open-profile/meeting-page.ts'
import { HOME, hrefTo, type Look, pageOf, paragraph } from '../../../documents/open-profile/page.ts'
import { paperOf } from '../../../documents/paper/paper-of.ts'
import type { Parcel } from '../../../documents/parcel/parcel.ts'
import { openProfileText as text } from '../../../documents/text/open-profile.ts'
import type { MeetingRow } from '../../../domain/meetings/meeting.ts'
import { formatDateWithoutWeekday } from '../../../domain/text/french.ts'
import { modelOf } from '../../documents/index.ts'
import { putOffTo } from '../../reads/actions.ts'
import { approvalOf } from '../../reads/approval.ts'
import { fileToPrint } from '../../reads/file-to-print.ts'
import { meetingRows } from '../../reads/meetings.ts'
import type { Pieces } from './pieces.ts'

export type MeetingPlace = MeetingRow & {
  /** The folder of its pages and of its kept files, without what is above it. */
  folder: string
  path: string
  agenda: string
  minutes: string | null
  /** How a link to it is called. */
  words: string
}

/** Newest first; each with a folder of its own. */
export async function meetingPlaces(tx: Reader): Promise<MeetingPlace[]> {
  const taken = new Map<string, number>()
  const rows = await meetingRows(tx)
  // The oldest of two meetings of a day keeps the plain name.
  return rows
    .reverse()
    .map((row) => {
      const plain = row.number === null ? row.date : `${row.date}_seance-${row.number}`
      const count = (taken.get(plain) ?? 0) + 1
      taken.set(plain, count)
      const folder = count === 1 ? plain : `${plain}_${count}`
      const at = (name: string) => `seances/${folder}/${name}`
      return {
        ...row,
        folder,
        path: at('seance.html'),
        agenda: at('ordre-du-jour.html'),
        minutes: row.minutesState === null ? null : at('compte-rendu.html'),
        words: formatDateWithoutWeekday(row.date),
      }
    })
    .reverse()
}

export async function writeMeetings(
  parcel: Parcel,
  { tx }: Finished,
  world: { store: string; look: Look; meetings: readonly MeetingPlace[]; pieces: Pieces; today: string },
  onMeeting: () => void,
): Promise<void> {
  const moved = await putOffTo(tx)
  for (const place of world.meetings) {
    onMeeting()
    const file = await fileToPrint(tx, place.id)
    const context = { tx, today: world.today }
    parcel.add(place.agenda, [
      paperPage(await modelOf.timedAgenda(context, file), place.agenda, place, world),
    ])
    if (place.minutes !== null)
      parcel.add(place.minutes, [
        paperPage(await modelOf.minutes(context, file), place.minutes, place, world),
      ])
    parcel.add(place.path, [
      meetingPage({
        path: place.path,
        look: world.look,
        file,
        agendaPath: place.agenda,
        minutesPath: place.minutes,
        putOffTo: moved,
        approval: await approvalOf(tx, place.id),
        kept: world.pieces.byMeeting.get(place.id) ?? [],
        dispatches: await sentDispatches(tx, place.id),
      }),
    ])
  }
}

/** A paper as a page; of one whose picture is gone, a page that says so. */
function paperPage(
  model: DocumentModel,
  path: string,
  place: MeetingPlace,
  { store, look }: { store: string; look: Look },
): Uint8Array | string {
  const paper = paperOf(model)
  const images = imagesIn(store, model)
  if (paper === null || images === null)
    return pageOf({ path, title: text.unreadable, look, main: paragraph(text.unreadableLead) })
  const way = [
    { href: hrefTo(path, HOME), words: text.home },
    { href: hrefTo(path, place.path), words: place.words },
  ]
  return renderHtml(paper, images, { way })
}

function imagesIn(store: string, model: DocumentModel): ImageBytes | null {
  try {
    return imagesOf(model).map(({ sha256 }) => ({ sha256, bytes: readFileSync(join(store, sha256)) }))
  } catch {
    return null
  }
}

async function sentDispatches(tx: Reader, meetingId: string) {
  const rows = await tx
    .selectFrom('dispatch')
    .select(['dispatch.subject', 'dispatch.sentAt'])
    .select((eb) =>
      eb
        .selectFrom('dispatchRecipient')
        .whereRef('dispatchRecipient.dispatchId', '=', 'dispatch.id')
        .select((count) => count.fn.countAll<number>().as('counted'))
        .as('recipients'),
    )
    .where('dispatch.meetingId', '=', meetingId)
    .where('dispatch.state', '=', 'sent')
    .orderBy('dispatch.sentAt')
    .execute()
  return rows.map(({ subject, sentAt, recipients }) => ({
    subject,
    sentAt: sentAt ?? '',
    recipients: recipients ?? 0,
  }))
}
