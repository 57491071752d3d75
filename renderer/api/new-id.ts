import { ID_CHANCE, idOf } from '../../electron/domain/ids.ts'

/** A new id, made in the window so that a call sent again adds nothing twice. */
export function newId(now: number = Date.now()): string {
  return idOf(now, crypto.getRandomValues(new Uint8Array(ID_CHANCE)))
}
