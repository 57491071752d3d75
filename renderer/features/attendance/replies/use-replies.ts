import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { RepliesView } from '../../../../electron/contract/replies.ts'
import type { AskedPerson, ReplyAnswer } from '../../../../electron/domain/attendance/reply.ts'
import { queryKey, useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'

export type SaidReply = { readonly answer: ReplyAnswer; readonly representedBy?: string }

export type Replies = {
  /** Undefined until first read. */
  readonly asked: readonly AskedPerson[] | undefined
  /** Of the first read, or of the last answer that could not be kept. */
  readonly error: unknown
  /** Null takes the answer back. Answers whether it was kept. */
  say: (personId: string, reply: SaidReply | null) => Promise<boolean>
  retry: () => void
}

export function useReplies(meetingId: string): Replies {
  const client = useQueryClient()
  const list = useQuery('replies.list', { meetingId })
  const set = useWrite('replies.set')
  const clear = useWrite('replies.clear')
  /** Answers not yet kept by the core: each key is seen at once, whatever is read in between. */
  const [underWay, setUnderWay] = useState<ReadonlyMap<string, SaidReply | null>>(new Map())
  const latest = useRef(new Map<string, SaidReply | null>())
  const { mutateAsync: setReply } = set
  const { mutateAsync: clearReply } = clear

  const say = useCallback(
    async (personId: string, reply: SaidReply | null) => {
      latest.current.set(personId, reply)
      setUnderWay((before) => new Map(before).set(personId, reply))
      let isKept = false
      try {
        const view: RepliesView =
          reply === null
            ? await clearReply({ meetingId, personId })
            : await setReply({ meetingId, personId, fields: reply })
        client.setQueryData(queryKey('replies.list', { meetingId }), view)
        isKept = true
      } catch {
        // The mutation keeps the failure, shown by the screen; the list shows again what is stored.
      }
      if (latest.current.get(personId) === reply) {
        latest.current.delete(personId)
        setUnderWay((before) => new Map([...before].filter(([id]) => id !== personId)))
      }
      return isKept
    },
    [client, meetingId, setReply, clearReply],
  )
  const asked = useMemo(
    () => (list.data === undefined ? undefined : withSaid(list.data.asked, underWay)),
    [list.data, underWay],
  )
  return {
    asked,
    error: list.error ?? set.error ?? clear.error,
    say,
    retry: () => void list.refetch(),
  }
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
