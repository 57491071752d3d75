import { useContext, useMemo, useRef, useState } from 'react'
import { type AskedPerson, awaited, type ReplyAnswer } from '../../../../electron/domain/attendance/reply.ts'
import { fullName } from '../../../../electron/domain/people/full-name.ts'
import { bindActs } from '../../../acts/act.ts'
import { useRowKeys } from '../../../acts/use-acts.ts'
import { useFocusKept } from '../../../acts/use-focus-kept.ts'
import { useQuery } from '../../../api/use-query.ts'
import { choose, nothingChosen, type Selection, theOne } from '../../../parts/grid/selection.ts'
import { replyAnswerText, repliesText as text } from '../../../text/replies.ts'
import { EditingOff } from '../../../ui/editing.ts'
import { replyActs } from './reply-acts.ts'
import { meant, outsiders } from './reply-groups.ts'
import {
  answering,
  outsideRow,
  rowOfPerson,
  type SeatRow,
  type Shown,
  seatRows,
  shownRows,
} from './seat-rows.ts'
import type { Replies } from './use-replies.ts'

/** The list of seats with the field above it: a name typed and Enter lead to a seat, a letter answers for it and comes back. */
export function useSeatList(asked: readonly AskedPerson[], say: Replies['say']) {
  const [typed, setTypedWords] = useState('')
  const [shown, setShown] = useState<Shown>('all')
  const [selection, setSelection] = useState<Selection>(nothingChosen)
  /** The seat of which the name of a representative is asked for. */
  const [naming, setNaming] = useState<string | null>(null)
  const region = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const off = useContext(EditingOff)
  useRowKeys(replyActs)
  // The list keeps it on the row that comes next; with its last row the next name is typed.
  useFocusKept(region, field)
  const isNarrowed = typed.trim() !== ''
  const directory = useQuery('directory.list', {}, { enabled: typed.trim().length >= 2 })
  const all = useMemo(() => seatRows(asked), [asked])
  const found = meant(asked, typed)
  const others = outsiders(directory.data, asked, typed)
  const rows = [
    ...shownRows(all, asked, shown, isNarrowed ? new Set(found.people.map((one) => one.personId)) : null),
    ...others.map(outsideRow),
  ]
  const best = found.best ?? others[0] ?? null
  const seat = rows.find(({ id }) => id === theOne(selection)) ?? null

  const rowElement = (id: string) =>
    region.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) ?? null
  const goTo = (id: string) => {
    setSelection(choose(id))
    rowElement(id)?.focus()
  }
  /** Back to the field when a name was typed there, else on to the next row as it is shown. */
  const goOn = (id: string) => {
    setNaming(null)
    if (typed !== '') {
      setTypedWords('')
      setSelection(nothingChosen)
      field.current?.focus()
      return
    }
    const order = [...(region.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const next = order[order.findIndex((row) => row.dataset.row === id) + 1] ?? rowElement(id)
    if (next?.dataset.row !== undefined) goTo(next.dataset.row)
  }
  const chosen = rows.filter(({ id }) => selection.ids.has(id))
  const answer = (given: ReplyAnswer | null) => {
    const [first] = chosen
    if (first === undefined) return
    const people = chosen.map((row) => (given === 'represented' ? row.of : answering(row)))
    // The keys are on the next row by then: whose answer it was is said, with the way back.
    const isMany = chosen.length > 1
    const who = isMany ? text.many(chosen.length) : fullName(answering(first))
    const said = isMany ? text.saidOfMany : text.said
    void say(
      people.map(({ personId }) => personId),
      given === null ? null : { answer: given },
      given === null ? text.cleared(who) : said(who, replyAnswerText[given]),
    )
    if (isMany) return
    if (given === 'represented') setNaming(first.id)
    else goOn(first.id)
  }
  const acts = bindActs(
    replyActs,
    { many: chosen.length, say: answer, leave: () => field.current?.focus() },
    off,
  )
  return {
    ...{ all, rows, seat, region, field, typed, isNarrowed, shown, setShown, selection },
    select: (next: Selection) => {
      setSelection(next)
      if (theOne(next) !== naming) setNaming(null)
    },
    setTyped: setTypedWords,
    /** To whom Enter in the field leads. */
    pick: () => {
      const row = isNarrowed && best !== null ? rowOfPerson(rows, best.personId) : rows[0]
      if (row !== undefined) goTo(row.id)
    },
    hint: !isNarrowed ? text.findHelp : best === null ? text.nobodyFound : text.enterPicks(fullName(best)),
    acts: Object.values(acts),
    naming,
    named: (row: SeatRow) => goOn(row.id),
    many: { awaited: awaited(asked).length, guests: all.filter(({ kind }) => kind === 'guest').length },
  }
}

export type SeatList = ReturnType<typeof useSeatList>
