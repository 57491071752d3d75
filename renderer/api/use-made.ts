import { useCallback, useEffect, useRef, useState } from 'react'
import type { CoreEvent } from '../../electron/contract/index.ts'
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

/** How long what was left is kept for whoever comes back to it. */
const KEPT_MS = 5 * 60_000

/** Whether the core says that a read must be made again. */
function isNamed(event: CoreEvent, name: string | null): boolean {
  if (event.topic !== 'changed') return false
  if (event.reads === 'all') return true
  return name !== null && (event.reads.includes(name) || event.later.includes(name))
}

/** The last thing that was made and left, for as long as the core does not say that it changed. */
export class LastMade<T> {
  #last: { readonly name: string; readonly value: T; readonly stop: () => void } | null = null

  of(name: string | null): T | null {
    return this.#last !== null && this.#last.name === name ? this.#last.value : null
  }

  keep(name: string, value: T): void {
    this.#drop()
    const timer = setTimeout(() => this.#drop(), KEPT_MS)
    const unheard = onEvent((event) => {
      if (event.topic === 'core' || isNamed(event, name)) this.#drop()
    })
    const stop = () => {
      clearTimeout(timer)
      unheard()
    }
    this.#last = { name, value, stop }
  }

  #drop(): void {
    this.#last?.stop()
    this.#last = null
  }
}

/**
 * @param name of the read that makes it (`readKey`): it is made again when the core says that this changed.
 * @param make keeps its identity for as long as it makes the same thing; another one is made at once.
 * @param options.madeOf what of the screen it is made of, as one text; another text makes it again.
 * @param options.calmMs how long nothing must have changed first.
 * @param options.last shows again what was left, without making it.
 */
export function useMade<T>(
  name: string | null,
  make: () => Promise<T>,
  { madeOf = '', calmMs = CALM_MS, last }: { madeOf?: string; calmMs?: number; last?: LastMade<T> } = {},
): Made<T> {
  const [value, setValue] = useState<T | null>(() => last?.of(name) ?? null)
  const [phase, setPhase] = useState<Made<T>['phase']>(value === null ? 'making' : 'current')
  const [error, setError] = useState<unknown>(null)
  const alive = useRef(true)
  const busy = useRef(false)
  const again = useRef(false)
  const wanted = useRef(make)
  const begun = useRef(value === null ? null : { make, madeOf })
  /** What made the value. */
  const madeBy = useRef(value === null ? null : make)

  const run = useCallback(async () => {
    if (busy.current) {
      again.current = true
      return
    }
    busy.current = true
    do {
      again.current = false
      try {
        const by = wanted.current
        const made = await by()
        if (!alive.current) break
        madeBy.current = by
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
      if (isNamed(event, name)) soon()
    })
    return () => {
      alive.current = false
      clearTimeout(timer)
      stop()
    }
  }, [run, make, name, madeOf, calmMs])

  const left = useRef<() => void>(undefined)
  left.current = () => {
    if (name !== null && value !== null && phase === 'current' && madeBy.current === make)
      last?.keep(name, value)
  }
  useEffect(() => () => left.current?.(), [])

  return { value, phase, error, retry: () => void run() }
}
