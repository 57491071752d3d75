import type { RichImageFields } from '../../../electron/domain/text/rich-text.ts'
import { call } from '../../api/client.ts'
import { newId } from '../../api/new-id.ts'
import { redrawn } from './redraw-picture.ts'

type Stored = Omit<RichImageFields, 'alt' | 'size'>

const announced = new Map<string, Blob>()
const arrivals = new Map<string, Promise<Stored>>()

/** The name under which a text shows a picture until it is stored. */
export function announce(picture: Blob): string {
  const id = newId()
  announced.set(id, picture)
  return id
}

export function isAnnounced(id: string): boolean {
  return announced.has(id) || arrivals.has(id)
}

/** The picture as stored for this meeting's minutes; asked again, it is not sent again. */
export function arrival(id: string, meetingId: string): Promise<Stored> {
  const known = arrivals.get(id)
  if (known !== undefined) return known
  const picture = announced.get(id) ?? new Blob([])
  announced.delete(id)
  const stored = redrawn(picture).then((bytes) => call('minutes.addPicture', { meetingId, bytes }))
  arrivals.set(id, stored)
  return stored
}

/** The picture that a `data:` address holds; null for any other address: nothing is fetched. */
export function dataPicture(address: string): Blob | null {
  const base64 = /^data:image\/[a-z0-9.+-]+;base64,/i.exec(address)
  if (base64 === null) return null
  try {
    const signs = atob(address.slice(base64[0].length))
    return new Blob([Uint8Array.from(signs, (sign) => sign.charCodeAt(0))])
  } catch {
    return null
  }
}
