import { errorSentences } from '../../../electron/contract/error-sentences.ts'
import type { Output } from '../../../electron/contract/index.ts'
import { useWrite } from '../../api/use-write.ts'
import { href } from '../../app/paths.ts'
import { damageText } from '../../text/damage.ts'
import { homeText } from '../../text/home.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'

/** What is wrong with the copies of the data. */
export function CopyBanner({ copies }: { copies: Output<'settings.copies'> }) {
  const choose = useWrite('settings.chooseCopyFolder')
  return (
    <div className="home-banner stack">
      {choose.error === null ? null : <ErrorBanner error={choose.error} />}
      {copies.lastFailure === null ? null : (
        <Banner
          tone="warn"
          acts={
            <Button small onPress={() => choose.mutate({})}>
              {homeText.copyChoose}
            </Button>
          }
        >
          {homeText.copyFailed(copies.folderName)} {errorSentences[copies.lastFailure]}
        </Banner>
      )}
      {copies.damagedBackups === 0 ? null : (
        <Banner tone="warn" acts={<a href={href('backups')}>{damageText.toBackups}</a>}>
          {damageText.damagedBackups(copies.damagedBackups)}
        </Banner>
      )}
    </div>
  )
}
