import Shield from 'lucide-react/icons/shield'
import { useWrite } from '../../api/use-write.ts'
import { homeText } from '../../text/home.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'

/** Asked once, after what has a date. */
export function CopyLine() {
  const choose = useWrite('settings.chooseCopyFolder')
  const decline = useWrite('settings.declineCopyFolder')
  const error = choose.error ?? decline.error
  return (
    <li className="copy-line">
      <Icon of={Shield} />
      <div className="grow">
        <div className="strong">{homeText.copyTitle}</div>
        <div className="mute text-15">{homeText.copyAsk}</div>
        {error === null ? null : <ErrorBanner error={error} />}
      </div>
      <Button small onPress={() => choose.mutate({})}>
        {homeText.copyChoose}
      </Button>
      <Button small look="ghost" onPress={() => decline.mutate({})}>
        {homeText.copyLater}
      </Button>
    </li>
  )
}
