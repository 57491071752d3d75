import { useState } from 'react'
import type { CarryOverView } from '../../../../electron/contract/carry-over.ts'
import type { CarryProposal, CarrySource } from '../../../../electron/domain/agenda/carry-over.ts'
import { showUndoToast } from '../../../api/toasts.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { carryOverText as text } from '../../../text/carry-over.ts'

export function keyOf({ kind, id }: CarrySource): string {
  return `${kind} ${id}`
}

export function useCarryOver(meetingId: string) {
  const { data, error, refetch } = useQuery('carryOver.list', { meetingId })
  /** Lines ticked or unticked by somebody; the rest is as it is proposed. */
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map())
  const take = useWrite('carryOver.take', {
    onSuccess: (_, { sources }) => showUndoToast(text.taken(sources.length)),
  })
  const dismiss = useWrite('carryOver.dismiss', {
    onSuccess: (_, { sources }) => showUndoToast(text.dismissed(sources.length)),
  })
  const back = useWrite('carryOver.takeBack', { onSuccess: () => showUndoToast(text.backDone) })
  const isTicked = ({ source, isTicked: proposed }: CarryProposal) => chosen.get(keyOf(source)) ?? proposed
  return {
    meetingId,
    view: data,
    error: error ?? take.error ?? dismiss.error ?? back.error,
    retry: () => void refetch(),
    isTicked,
    tick: (source: CarrySource, ticked: boolean) =>
      setChosen((before) => new Map(before).set(keyOf(source), ticked)),
    isTaking: take.isPending,
    take: (sources: CarrySource[]) => take.mutate({ meetingId, sources }),
    dismiss: (sources: CarrySource[], why: string, onDone: () => void) =>
      dismiss.mutate({ meetingId, sources, why }, { onSuccess: onDone }),
    takeBack: (target: { id: string; version: number }) =>
      back.mutate({ meetingId, id: target.id, version: target.version }),
  }
}
export type CarryOver = ReturnType<typeof useCarryOver>

/** Lines that the application itself would take: what somebody decided or asked for. */
export function asked(view: CarryOverView | undefined): CarryProposal[] {
  return view?.isOpen === true ? view.proposals.filter(({ isTicked }) => isTicked) : []
}
