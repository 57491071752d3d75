import History from 'lucide-react/icons/history'
import type { HistoryField } from '../../../electron/contract/history.ts'
import { fieldHistoryText as text } from '../../text/minutes-versions.ts'
import { Button } from '../../ui/Button.tsx'
import { useOpenHistory } from './field-history.ts'

export function HistoryButton({ of, name }: { of: HistoryField; name: string }) {
  const open = useOpenHistory()
  if (open === null) return null
  return <Button small look="ghost" icon={History} label={text.open(name)} onPress={() => open(of, name)} />
}
