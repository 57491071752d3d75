import { useQuery } from '../../api/use-query.ts'
import { useAct } from '../../api/use-write.ts'
import { firstStartText } from '../../text/home.ts'
import { settingsText as text } from '../../text/settings.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { showToast } from '../../ui/toasts.ts'

export function SampleSection() {
  const body = useQuery('settings.body', {})
  const load = useAct('sample.load', {
    onSuccess: (loaded) => showToast(firstStartText.loaded(loaded.meetings)),
  })
  return (
    <section className="stack" aria-label={text.sample}>
      <h2 className="h2">{text.sample}</h2>
      <p className="mute">{text.sampleLead}</p>
      {load.error === null ? null : <ErrorBanner error={load.error} />}
      {body.data?.isSample === true ? (
        <Banner>{text.sampleOn}</Banner>
      ) : (
        <div className="row">
          <Button busy={load.isPending ? firstStartText.sampling : undefined} onPress={() => load.mutate({})}>
            {text.sampleLoad}
          </Button>
        </div>
      )}
    </section>
  )
}
