import { useEffect, useState } from 'react'
import { commonText } from '../text/common.ts'

const DELAY_MS = 300
const widths = ['62%', '88%', '47%', '76%', '58%', '83%', '51%', '69%']

export function Skeleton({ lines = 4 }: { lines?: number }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), DELAY_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="skeleton" role="status" aria-label={commonText.loading} hidden={!late}>
      {widths.slice(0, lines).map((width) => (
        <div key={width} className="skeleton-line" style={{ width }} />
      ))}
    </div>
  )
}
