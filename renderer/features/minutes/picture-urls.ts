// Pictures of the store as addresses that an image may show; each is read once and forgotten after its last use.
import { call } from '../../api/client.ts'

type Shown = { users: number; url: Promise<string> }
const shown = new Map<string, Shown>()

/** @throws {ApiError} when the store no longer holds it. */
export function borrowUrl(sha256: string): Promise<string> {
  const known = shown.get(sha256)
  if (known !== undefined) {
    known.users += 1
    return known.url
  }
  const url = call('minutes.picture', { sha256 }).then(({ bytes, mediaType }) =>
    URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType })),
  )
  shown.set(sha256, { users: 1, url })
  return url
}

/** To be called once for each `borrowUrl`. */
export function returnUrl(sha256: string): void {
  const known = shown.get(sha256)
  if (known === undefined) return
  known.users -= 1
  if (known.users > 0) return
  shown.delete(sha256)
  known.url.then(
    (url) => URL.revokeObjectURL(url),
    () => undefined,
  )
}
