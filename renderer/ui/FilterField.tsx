import Search from 'lucide-react/icons/search'
import { Icon } from './Icon.tsx'

export function FilterField(props: { label: string; value: string; onChange: (words: string) => void }) {
  return (
    <div className="input filter-field">
      <Icon of={Search} size={17} />
      <input
        className="bare"
        type="search"
        data-filter=""
        aria-label={props.label}
        placeholder={props.label}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  )
}
