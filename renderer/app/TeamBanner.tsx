import { useAct } from '../api/use-write.ts'
import { whenWords } from '../text/instant-words.ts'
import { teamText as text } from '../text/team.ts'
import { Banner, ErrorBanner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { useTeam } from './team.ts'

/** Says since when the server of the team does not answer, and what can be done meanwhile. */
export function TeamBanner() {
  const team = useTeam()
  const show = useAct('team.showCopy')
  if (team === null || team.awaySince === null) return null
  const { awaySince, copyAt, isCopyShown } = team
  return (
    <div className="core-lost stack">
      {show.error === null ? null : <ErrorBanner error={show.error} />}
      <Banner
        tone="warn"
        acts={
          copyAt === null || isCopyShown ? undefined : (
            <Button small busy={show.isPending ? text.opening : undefined} onPress={() => show.mutate({})}>
              {text.readCopy}
            </Button>
          )
        }
      >
        {text.away(whenWords(awaySince))}{' '}
        {isCopyShown && copyAt !== null ? text.copyShown(whenWords(copyAt)) : text.typedKept}
      </Banner>
    </div>
  )
}
