import BookmarkCheck from 'lucide-react/icons/bookmark-check'
import Check from 'lucide-react/icons/check'
import ListChecks from 'lucide-react/icons/list-checks'
import X from 'lucide-react/icons/x'
import { errorSentence } from '../../../api/api-error.ts'
import { useWrite } from '../../../api/use-write.ts'
import { observationsText as text } from '../../../text/observations.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Menu, type MenuAct } from '../../../ui/Menu.tsx'
import { showToast } from '../../../ui/toasts.ts'
import type { Numbered, Observations } from './use-observations.ts'

export function DecideAll({ rows, observations }: { rows: readonly Numbered[]; observations: Observations }) {
  const open = rows.filter(({ observation }) => observation.state === 'open')
  if (open.length < 2) return null
  const authors = new Map<string, string[]>()
  for (const { observation } of open) {
    const who = observation.author || observation.organisation || text.anonymous
    authors.set(who, [...(authors.get(who) ?? []), observation.id])
  }
  const all = open.map(({ observation }) => observation.id)
  const acts: MenuAct[] = [
    {
      id: 'all',
      label: text.acceptAll(all.length),
      icon: Check,
      onAct: () => void observations.decideAll(all, 'accepted'),
    },
    ...(authors.size < 2 ? [] : [...authors]).map(([author, ids]) => ({
      id: `accept ${author}`,
      label: text.acceptAllOf(author, ids.length),
      icon: Check,
      onAct: () => void observations.decideAll(ids, 'accepted'),
    })),
    ...[...authors].map(([author, ids]) => ({
      id: `refuse ${author}`,
      label: text.refuseAllOf(author, ids.length),
      icon: X,
      onAct: () => void observations.decideAll(ids, 'refused'),
    })),
  ]
  return <Menu words label={text.all} icon={ListChecks} acts={acts} />
}

/** Said once every observation has its answer. */
export function KeepVersion({ meetingId }: { meetingId: string }) {
  const keep = useWrite('minutesVersions.keep', {
    onSuccess: () => showToast(text.versionKept),
    onError: (error) => showToast(errorSentence(error)),
  })
  return (
    <Banner
      tone="ok"
      acts={
        <Button
          small
          icon={BookmarkCheck}
          busy={keep.isPending ? text.keepingVersion : undefined}
          onPress={() => keep.mutate({ meetingId, note: text.versionNote })}
        >
          {text.keepVersion}
        </Button>
      }
    >
      {text.allAnswered}
    </Banner>
  )
}
