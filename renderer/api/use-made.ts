import { useCallback, useEffect, useRef, useState } from 'react'
import { onEvent } from './client.ts'

/** How long nothing must have changed before it is made again, in milliseconds: whoever writes is not slowed down. */
export const CALM_MS = 900
/** The same where what is made is what one looks at: only the writes of one act are taken together. */
export const CLOSE_MS = 30

export type Made<T> = {
  /** The last one that could be made. */
  readonly value: T | null
  /** `outdated`: what is shown is being, or is about to be, made again. */
  readonly phase: 'making' | 'current' | 'outdated' | 'failed'
  readonly error: unknown
  retry(): void
}

/**
 * @param name of the read that makes it (`readKey`): it is made again when the core says that this changed.
 * @param make keeps its identity for as long as it makes the same thing; another one is made at once.
 * @param options.madeOf what of the screen it is made of, as one text; another text makes it again.
 * @param options.calmMs how long nothing must have changed first.
 */
export function useMade<T>(
  name: string | null,
  make: () => Promise<T>,
  { madeOf = '', calmMs = CALM_MS }: { madeOf?: string; calmMs?: number } = {},
): Made<T> {
  const [value, setValue] = useState<T | null>(null)
  const [phase, setPhase] = useState<Made<T>['phase']>('making')
  const [error, setError] = useState<unknown>(null)
  const alive = useRef(true)
  const busy = useRef(false)
  const again = useRef(false)
  const wanted = useRef(make)
  const begun = useRef<{ make: () => Promise<T>; madeOf: string } | null>(null)

  const run = useCallback(async () => {
    if (busy.current) {
      again.current = true
      return
    }
    busy.current = true
    do {
      again.current = false
      try {
        const made = await wanted.current()
        if (!alive.current) break
        setValue(made)
        setError(null)
        setPhase(again.current ? 'outdated' : 'current')
      } catch (failure) {
        if (!alive.current) break
        setError(failure)
        setPhase('failed')
      }
    } while (again.current && alive.current)
    busy.current = false
  }, [])

  useEffect(() => {
    alive.current = true
    wanted.current = make
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      setPhase((before) => (before === 'making' ? before : 'outdated'))
      clearTimeout(timer)
      timer = setTimeout(() => void run(), calmMs)
    }
    if (begun.current?.make !== make) void run()
    else if (begun.current.madeOf !== madeOf) soon()
    begun.current = { make, madeOf }
    const stop = onEvent((event) => {
      if (event.topic !== 'changed') return
      const isNamed = (reads: 'all' | readonly string[]) =>
        reads === 'all' || (name !== null && reads.includes(name))
      if (isNamed(event.reads) || isNamed(event.later)) soon()
    })
    return () => {
      alive.current = false
      clearTimeout(timer)
      stop()
    }
  }, [run, make, name, madeOf, calmMs])

  return { value, phase, error, retry: () => void run() }
}
