import ChevronRight from 'lucide-react/icons/chevron-right'
import type { Output } from '../../../electron/contract/index.ts'
import { href } from '../../app/paths.ts'
import { besideText as text } from '../../text/home-beside.ts'
import { Icon } from '../../ui/Icon.tsx'

type Step = Output<'home.beside'>['steps'][number]

const addresses: Readonly<Record<Step, string>> = {
  people: href('directoryImport'),
  secretariat: href('settings', {}, 'instance'),
  address: href('settings', {}, 'envois'),
  letterhead: href('documentStyle'),
}

/** What makes the first documents right; each goes away once it is done. */
export function FirstSteps({ steps }: { steps: readonly Step[] }) {
  if (steps.length === 0) return null
  return (
    <section aria-label={text.firstSteps}>
      <div className="sec-head">
        <h2 className="h2">{text.firstSteps}</h2>
      </div>
      <ul className="list">
        {steps.map((step) => (
          <li key={step}>
            <a className="grow row" href={addresses[step]}>
              <span className="grow">{text.steps[step]}</span>
              <Icon of={ChevronRight} size={16} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
