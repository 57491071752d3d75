import { definitions, type FigureId } from '../../../electron/domain/report/words.ts'
import { yearlyReportText as text } from '../../text/yearly-report.ts'
import { Inspector } from '../../ui/Inspector.tsx'

export function DefinitionPane({ id, onClose }: { id: FigureId; onClose: () => void }) {
  const definition = definitions[id]
  return (
    <Inspector title={text.definition(definition.name)} onClose={onClose} isRead>
      <dl className="report-definition pad">
        {(['counts', 'over', 'when', 'without'] as const)
          .filter((part) => definition[part] !== '')
          .map((part) => (
            <div key={part}>
              <dt>{text[part]}</dt>
              <dd>{definition[part]}</dd>
            </div>
          ))}
      </dl>
    </Inspector>
  )
}
