import History from 'lucide-react/icons/history'
import { carryOverText as text } from '../../../text/carry-over.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'

export function CarryOverBanner({ many, onOpen }: { many: number; onOpen: () => void }) {
  if (many === 0) return null
  return (
    <div className="agenda-banners">
      <Banner
        acts={
          <Button small icon={History} onPress={onOpen}>
            {text.see}
          </Button>
        }
      >
        {text.banner(many)}
      </Banner>
    </div>
  )
}
