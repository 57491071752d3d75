import type { ReactNode } from 'react'

export function Head(props: {
  title: string
  beside?: ReactNode
  facts?: ReactNode
  acts?: ReactNode
  tabs?: ReactNode
}) {
  return (
    <header className="head">
      <div className="head-top">
        <div className="head-words">
          <div className="row row-3">
            <h1 className="h1 cut-two-lines" title={props.title}>
              {props.title}
            </h1>
            {props.beside}
          </div>
          {props.facts === undefined ? null : <div className="subtitle">{props.facts}</div>}
        </div>
        {props.acts === undefined ? null : <div className="acts">{props.acts}</div>}
      </div>
      {props.tabs}
    </header>
  )
}
