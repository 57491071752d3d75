import Info from 'lucide-react/icons/info'
import { cellWords, reportTables } from '../../../electron/domain/report/tables.ts'
import { definitions, FigureId } from '../../../electron/domain/report/words.ts'
import type { YearlyReport } from '../../../electron/domain/report/yearly-report.ts'
import { yearlyReportText as text } from '../../text/yearly-report.ts'
import { Button } from '../../ui/Button.tsx'
import { placed } from './placed.ts'

export function ReportTables(props: {
  report: YearlyReport
  previous: YearlyReport
  defined: FigureId | null
  onDefine: (id: FigureId) => void
}) {
  return (
    <div className="report-tables">
      {reportTables(props.report, props.previous).map(({ id, title, columns, rows }) => (
        <section key={id} className={`report-table-${id}`}>
          <h2 className="h3" id={`report-${id}`}>
            {title}
          </h2>
          <table className="table" aria-labelledby={`report-${id}`}>
            <thead>
              <tr>
                {columns.map(({ label, numeric }) => (
                  <th key={label} scope="col" className={numeric ? 'numeric' : undefined}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {placed(rows).map(({ one: row, place }) => {
                const [name = null, ...cells] = row.map((cell) => cellWords(cell, id === 'figures'))
                const figure = id === 'figures' ? FigureId.options[Number(place)] : undefined
                return (
                  <tr key={place}>
                    <th scope="row">
                      {name}
                      {figure === undefined ? null : (
                        <Button
                          small
                          look="ghost"
                          icon={Info}
                          label={text.definition(definitions[figure].name)}
                          expanded={props.defined === figure}
                          onPress={() => props.onDefine(figure)}
                        />
                      )}
                    </th>
                    {placed(cells).map(({ one: words, place: at }) => (
                      <td
                        key={at}
                        className={columns[Number(at) + 1]?.numeric === true ? 'numeric' : undefined}
                      >
                        {words}
                      </td>
                    ))}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  )
}
