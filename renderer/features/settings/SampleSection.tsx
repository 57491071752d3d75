import { useState } from 'react'
import { errorSentences } from '../../../electron/contract/error-sentences.ts'
import { showToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct } from '../../api/use-write.ts'
import { href } from '../../app/paths.ts'
import { useTeam } from '../../app/team.ts'
import { firstStartText } from '../../text/first-start.ts'
import { placeText } from '../../text/place.ts'
import { settingsText as text } from '../../text/settings.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Before, type BeforeLine } from '../../ui/Before.tsx'
import { Button } from '../../ui/Button.tsx'

export function SampleSection() {
  const body = useQuery('settings.body', {})
  const isOfTeam = useTeam() !== null
  const [isAsked, setAsked] = useState(false)
  const load = useAct('sample.load', {
    onSuccess: (loaded) => showToast(firstStartText.loaded(loaded.meetings)),
  })
  return (
    <section className="stack" aria-label={text.sample}>
      <h2 className="h2">{text.sample}</h2>
      <p className="mute">{text.sampleLead}</p>
      {load.error === null ? null : <ErrorBanner error={load.error} />}
      {body.data?.isSample === true ? (
        <>
          <Banner>{text.sampleOn}</Banner>
          <div className="row">
            <Button
              unavailable={isOfTeam ? errorSentences['not-for-a-team'] : undefined}
              onPress={() => setAsked(true)}
            >
              {text.sampleRemove}
            </Button>
          </div>
        </>
      ) : (
        <div className="row">
          <Button busy={load.isPending ? firstStartText.sampling : undefined} onPress={() => load.mutate({})}>
            {text.sampleLoad}
          </Button>
        </div>
      )}
      {isAsked ? <BeforeRemoving onClose={() => setAsked(false)} /> : null}
    </section>
  )
}

/** What goes with the sample, and where the way back is; what stands beside it has to be taken out by hand first. */
function BeforeRemoving({ onClose }: { onClose: () => void }) {
  const added = useQuery('sample.added', {})
  const remove = useAct('sample.remove', {
    onSuccess: () => {
      onClose()
      showToast(text.sampleRemoved)
    },
  })
  const beside = added.data === undefined ? '' : text.sampleAdded(added.data)
  const leaves = added.data === undefined ? '' : text.sampleLeaves(added.data)
  const lines: readonly BeforeLine[] = [
    ...(beside === '' ? [] : [{ tone: 'bad', words: beside } as const]),
    { tone: 'warn', words: text.sampleGoes },
    ...(leaves === '' ? [] : [{ tone: 'warn', words: leaves } as const]),
    {
      ...{ tone: 'ok', words: text.sampleKept },
      repair: { label: placeText.backups, href: href('backups') },
    },
  ]
  return (
    <Before
      title={text.sampleBefore}
      lines={lines}
      act={text.sampleRemoveNow}
      busy={
        remove.isPending ? text.sampleRemoving : added.data === undefined ? text.sampleCounting : undefined
      }
      error={added.error ?? remove.error}
      onAct={() => remove.mutate({})}
      onClose={onClose}
    />
  )
}
