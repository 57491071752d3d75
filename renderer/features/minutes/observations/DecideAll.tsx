import BookmarkCheck from 'lucide-react/icons/bookmark-check'
import ListChecks from 'lucide-react/icons/list-checks'
import { useContext } from 'react'
import { ActMenu } from '../../../acts/ActMenu.tsx'
import { type BoundAct, bindActs } from '../../../acts/act.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { showToast } from '../../../api/toasts.ts'
import { useWrite } from '../../../api/use-write.ts'
import { observationsText as text } from '../../../text/observations.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EditingOff } from '../../../ui/editing.ts'
import { manyActs } from './observation-acts.ts'
import type { Numbered, Observations } from './use-observations.ts'

export function DecideAll({ rows, observations }: { rows: readonly Numbered[]; observations: Observations }) {
  const off = useContext(EditingOff)
  const open = rows.filter(({ observation }) => observation.state === 'open')
  if (open.length < 2) return null
  const authors = new Map<string, string[]>()
  for (const { observation } of open) {
    const who = observation.author || observation.organisation || text.anonymous
    authors.set(who, [...(authors.get(who) ?? []), observation.id])
  }
  const all = open.map(({ observation }) => observation.id)
  const of = (author: string | null, ids: readonly string[]) => {
    const bound = bindActs(
      manyActs,
      { author, ids, decide: (...what) => void observations.decideAll(...what) },
      off,
    )
    return { accept: named(bound.accept, author), refuse: named(bound.refuse, author) }
  }
  const each = [...authors].map(([author, ids]) => of(author, ids))
  const acts = [
    of(null, all).accept,
    ...(authors.size < 2 ? [] : each.map(({ accept }) => accept)),
    ...each.map(({ refuse }) => refuse),
  ]
  return <ActMenu words small label={text.all} icon={ListChecks} acts={acts} />
}

/** The same act stands in the menu once for each author. */
function named(act: BoundAct, author: string | null): BoundAct {
  return { ...act, id: `${act.id} ${author ?? ''}` }
}

/**
 * Said once every observation has its answer.
 * @param owed how many answers the text does not follow yet: the version is not ready before it does
 */
export function KeepVersion({ meetingId, owed }: { meetingId: string; owed: number }) {
  const keep = useWrite('minutesVersions.keep', {
    onError: (error) => showToast(errorSentence(error)),
  })
  return (
    <Banner
      tone={owed === 0 ? 'ok' : 'warn'}
      acts={
        keep.isSuccess ? undefined : (
          <Button
            writes
            small
            icon={BookmarkCheck}
            busy={keep.isPending ? text.keepingVersion : undefined}
            onPress={() => keep.mutate({ meetingId, note: text.versionNote })}
          >
            {text.keepVersion}
          </Button>
        )
      }
    >
      {keep.isSuccess ? text.versionKept : text.allAnswered(owed)}
    </Banner>
  )
}
