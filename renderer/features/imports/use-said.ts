import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReadFile } from '../../../electron/domain/agenda/draft.ts'
import {
  type LinePlace,
  type LineRole,
  linePlaceKey,
  linesAlike,
  MOST_SAID,
  NOTHING_SAID,
  type Said,
  type SaidLine,
} from '../../../electron/domain/agenda/said-lines.ts'
import { call } from '../../api/client.ts'
import type { Received } from './file-states.ts'
import { useOfFile, useUndo } from './file-states.ts'

export type SaidReview = {
  /** As it reads with what was said. */
  readonly file: ReadFile
  readonly said: Said
  readonly isBusy: boolean
  readonly error: unknown
  say(lines: readonly LinePlace[], role: LineRole): void
  /** Several roles at once, one act to take back. */
  sayAll(lines: readonly SaidLine[]): void
  takeAgenda(agenda: Said['agenda']): void
  /** The lines that look like those said last. */
  readonly alike: { readonly role: LineRole; readonly lines: readonly LinePlace[] } | null
  follow(): void
  /** As in a file of the same layout that was mended before; nobody said anything else yet. */
  readonly isRemembered: boolean
  /** Reads without what was remembered. */
  forget(): void
}

type SaidState = {
  readonly file: ReadFile
  readonly said: Said
  /** What the file was read with. */
  readonly readWith: Said
}

/** What somebody says of the lines of a file, which is read again with it. */
export function useSaid(first: ReadFile, received: Received, sheet: number | null): SaidReview {
  const [read, setRead] = useOfFile<SaidState>('said', () => {
    const said = { ...NOTHING_SAID, lines: first.remembered ?? [] }
    return { file: first, said, readWith: said }
  })
  const { willAct } = useUndo()
  const [last, setLast] = useState<{ role: LineRole; lines: readonly LinePlace[] } | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const turn = useRef(0)
  // What was said meanwhile is not lost while the file is being read.
  const latest = useRef(read)
  /** What it is being read with, or was. */
  const asked = useRef<Said | null>(null)
  const again = useCallback(
    (said: Said) => {
      turn.current += 1
      const mine = turn.current
      asked.current = said
      latest.current = { ...latest.current, said }
      setRead(latest.current)
      setBusy(true)
      setError(null)
      call('imports.read', { fileName: first.fileName, bytes: received.bytes, said: { ...said, sheet } })
        .then((file) => {
          if (mine !== turn.current) return
          latest.current = { file: ofSheet(file, sheet), said, readWith: said }
          setRead(latest.current)
        })
        .catch((thrown: unknown) => {
          if (mine === turn.current) setError(thrown)
        })
        .finally(() => {
          if (mine === turn.current) setBusy(false)
        })
    },
    [first.fileName, received.bytes, sheet, setRead],
  )
  const change = (next: (said: Said) => Said) => {
    willAct()
    again(next(latest.current.said))
  }
  // Taken back, it is what it was; left before the answer came, it is read again.
  if (latest.current !== read) {
    latest.current = read
    turn.current += 1
    if (isBusy) setBusy(false)
    if (last !== null) setLast(null)
  }
  const isBehind = read.said !== read.readWith
  useEffect(() => {
    if (isBehind && asked.current !== read.said) again(read.said)
  }, [isBehind, read.said, again])
  const sayAll = (lines: readonly SaidLine[]) =>
    change((said) => ({ ...said, lines: withLines(said.lines, lines) }))
  const say = (lines: readonly LinePlace[], role: LineRole) => {
    // An agenda begins at one place.
    const meant = role === 'agenda' ? lines.slice(0, 1) : lines
    setLast(role === 'agenda' ? null : { role, lines: meant })
    change((said) => ({
      ...said,
      lines: withLines(
        role === 'agenda' ? said.lines.filter((one) => one.role !== 'agenda') : said.lines,
        meant.map(({ block, line }) => ({ block, line, role })),
      ),
    }))
  }
  const alike = last === null ? null : { role: last.role, lines: alikeOf(read.file, read.said, last.lines) }
  return {
    file: read.file,
    said: read.said,
    isBusy,
    error,
    say,
    sayAll,
    takeAgenda: (agenda) => change((said) => ({ ...said, agenda })),
    alike: alike === null || alike.lines.length === 0 ? null : alike,
    follow: () => {
      if (alike === null) return
      setLast(null)
      sayAll(alike.lines.map(({ block, line }) => ({ block, line, role: alike.role })))
    },
    isRemembered: first.remembered !== undefined && read.said.lines === first.remembered,
    forget: () => change((said) => ({ ...said, lines: [] })),
  }
}

function alikeOf({ blocks }: ReadFile, said: Said, lines: readonly LinePlace[]): LinePlace[] {
  const told = new Set(said.lines.map(linePlaceKey))
  return linesAlike(blocks, lines).filter((line) => !told.has(linePlaceKey(line)))
}

function withLines(before: readonly SaidLine[], now: readonly SaidLine[]): SaidLine[] {
  const places = new Set(now.map(linePlaceKey))
  return [...before.filter((one) => !places.has(linePlaceKey(one))), ...now].slice(0, MOST_SAID)
}

/** The file as if only that sheet were in it. */
export function ofSheet(file: ReadFile, at: number | null): ReadFile {
  const sheet = file.otherSheets?.find((one) => one.at === at)
  return sheet === undefined
    ? file
    : { ...file, blocks: sheet.blocks, draft: sheet.draft, unread: sheet.unread }
}
