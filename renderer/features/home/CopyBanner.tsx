import { errorSentences } from '../../../electron/contract/error-sentences.ts'
import type { Output } from '../../../electron/contract/index.ts'
import { useWrite } from '../../api/use-write.ts'
import { href } from '../../app/paths.ts'
import { backupsText } from '../../text/backups.ts'
import { homeText } from '../../text/home.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'

export function CopyBanner({ copies }: { copies: Output<'settings.copies'> }) {
  const choose = useWrite('settings.chooseCopyFolder')
  const decline = useWrite('settings.declineCopyFolder')
  const error = choose.error ?? decline.error
  const asks = copies.choice === 'unasked'
  if (!asks && copies.lastFailure === null && copies.damagedBackups === 0 && error === null) return null
  const chooseButton = (
    <Button small onPress={() => choose.mutate({})}>
      {homeText.copyChoose}
    </Button>
  )
  return (
    <div className="home-banner stack">
      {error === null ? null : <ErrorBanner error={error} />}
      {asks ? (
        <Banner
          acts={
            <>
              {chooseButton}
              <Button small look="ghost" onPress={() => decline.mutate({})}>
                {homeText.copyLater}
              </Button>
            </>
          }
        >
          {homeText.copyAsk}
        </Banner>
      ) : copies.lastFailure === null ? null : (
        <Banner tone="warn" acts={chooseButton}>
          {homeText.copyFailed(copies.folderName)} {errorSentences[copies.lastFailure]}
        </Banner>
      )}
      {copies.damagedBackups === 0 ? null : (
        <Banner tone="warn" acts={<a href={href('backups')}>{backupsText.openPage}</a>}>
          {backupsText.damagedBanner(copies.damagedBackups)}
        </Banner>
      )}
    </div>
  )
}
