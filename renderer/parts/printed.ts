// What a screen gives to the printer, said by whoever shows it: a document rather than a picture of its fields, a whole
// list rather than the rows that are drawn. Where nobody says anything, the screen itself is printed.
import { useEffect, useRef } from 'react'

export type PrintedList = {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export type Printed =
  /** A document that is seen. */
  | { readonly kind: 'shown'; readonly pdf: () => Promise<Uint8Array> }
  /** The document that a screen works on, where none is seen. */
  | { readonly kind: 'document'; readonly pdf: () => Promise<Uint8Array> }
  | { readonly kind: 'list'; readonly list: () => Promise<PrintedList> }

const onScreen = new Set<() => Printed>()

/** As long as the caller is there. */
export function usePrinted(printed: Printed): void {
  const latest = useRef(printed)
  latest.current = printed
  useEffect(() => {
    const get = () => latest.current
    onScreen.add(get)
    return () => {
      onScreen.delete(get)
    }
  }, [])
}

/** A document that is seen before the one behind it, and both before the lists. */
export function printedNow(): readonly Printed[] {
  const all = [...onScreen].map((get) => get())
  const document = all.find(({ kind }) => kind === 'shown') ?? all.find(({ kind }) => kind === 'document')
  return document === undefined ? all : [document]
}
