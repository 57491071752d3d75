import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { RepliesView } from '../../../../electron/contract/replies.ts'
import type { AskedPerson, ReplyAnswer } from '../../../../electron/domain/attendance/reply.ts'
import { showRowToast } from '../../../api/row-toast.ts'
import { sameJson } from '../../../api/same-json.ts'
import { showToast } from '../../../api/toasts.ts'
import { queryKey, useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'

export type SaidReply = { readonly answer: ReplyAnswer; readonly representedBy?: string }

export type Replies = {
  /** Undefined until first read. */
  readonly asked: readonly AskedPerson[] | undefined
  /** Of the first read, or of the last answer that could not be kept. */
  readonly error: unknown
  /**
   * Null takes the answers back; one entry of the journal, whatever their number.
   * @param words said once they are kept, with the way back where they change something
   */
  say: (personIds: readonly string[], reply: SaidReply | null, words?: string) => Promise<void>
  retry: () => void
}

export function useReplies(meetingId: string): Replies {
  const client = useQueryClient()
  const list = useQuery('replies.list', { meetingId })
  const set = useWrite('replies.set')
  const setAll = useWrite('replies.setAll')
  const clear = useWrite('replies.clear')
  /** Answers not yet kept by the core: each key is seen at once, whatever is read in between. */
  const [underWay, setUnderWay] = useState<ReadonlyMap<string, SaidReply | null>>(new Map())
  const latest = useRef(new Map<string, SaidReply | null>())
  const { mutateAsync: setReply } = set
  const { mutateAsync: setReplies } = setAll
  const { mutateAsync: clearReplies } = clear

  const say = useCallback(
    async (personIds: readonly string[], reply: SaidReply | null, words?: string) => {
      const key = queryKey('replies.list', { meetingId })
      const before = storedOf(client.getQueryData<RepliesView>(key), personIds)
      for (const id of personIds) latest.current.set(id, reply)
      setUnderWay((shown) => new Map([...shown, ...personIds.map((id) => [id, reply] as const)]))
      let after: readonly AskedPerson['reply'][] | null = null
      try {
        const view: RepliesView = await send()
        client.setQueryData(key, view)
        after = storedOf(view, personIds)
      } catch {
        // The mutation keeps the failure, shown by the screen; the list shows again what is stored.
      }
      const done = new Set(personIds.filter((id) => latest.current.get(id) === reply))
      for (const id of done) latest.current.delete(id)
      setUnderWay((shown) => new Map([...shown].filter(([id]) => !done.has(id))))
      if (after === null || words === undefined) return
      const changed = after.findIndex((stored, at) => !sameJson(stored, before[at]))
      const rowId = after[changed]?.id ?? before[changed]?.id
      // Said again, it changed nothing: there is nothing of ours to take back.
      if (rowId === undefined) showToast(words)
      else await showRowToast(words, rowId)

      function send(): Promise<RepliesView> {
        const [first] = personIds
        if (reply === null) return clearReplies({ meetingId, personIds: [...personIds] })
        return first !== undefined && personIds.length === 1
          ? setReply({ meetingId, personId: first, fields: reply })
          : setReplies({ meetingId, replies: personIds.map((personId) => ({ personId, fields: reply })) })
      }
    },
    [client, meetingId, setReply, setReplies, clearReplies],
  )
  const asked = useMemo(
    () => (list.data === undefined ? undefined : withSaid(list.data.asked, underWay)),
    [list.data, underWay],
  )
  return {
    asked,
    error: list.error ?? set.error ?? setAll.error ?? clear.error,
    say,
    retry: () => void list.refetch(),
  }
}

/** What is stored of each, in their order. */
function storedOf(view: RepliesView | undefined, personIds: readonly string[]) {
  return personIds.map((id) => view?.asked.find(({ personId }) => personId === id)?.reply ?? null)
}

function withSaid(
  asked: readonly AskedPerson[],
  underWay: ReadonlyMap<string, SaidReply | null>,
): readonly AskedPerson[] {
  if (underWay.size === 0) return asked
  return asked.map((person) => {
    const said = underWay.get(person.personId)
    if (said === undefined) return person
    return { ...person, beforeMove: false, reply: said === null ? null : replyOf(person, said) }
  })
}

function replyOf({ personId, reply }: AskedPerson, said: SaidReply): AskedPerson['reply'] {
  return {
    id: personId,
    version: 1,
    meetingId: personId,
    personId,
    comment: '',
    answeredAt: '',
    ...reply,
    answer: said.answer,
    representedBy: said.answer === 'represented' ? (said.representedBy ?? reply?.representedBy ?? '') : '',
  }
}
