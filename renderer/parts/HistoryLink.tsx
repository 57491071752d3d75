import HistoryIcon from 'lucide-react/icons/history'
import { href } from '../app/paths.ts'
import { historyText } from '../text/history.ts'
import { Icon } from '../ui/Icon.tsx'

/** Beside a thing: to all that was ever changed of it. */
export function HistoryLink({ of }: { of: string }) {
  return (
    <a
      className="button ghost compact icon"
      href={href('history', {}, of)}
      aria-label={historyText.beside}
      title={historyText.beside}
    >
      <Icon of={HistoryIcon} />
    </a>
  )
}
