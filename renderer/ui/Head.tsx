import type { ReactNode } from 'react'

/** The bar of a screen: where one is, one fact about it, what stands beside it, how it stands, what to do next. */
export function Head(props: {
  title: string
  /** Under the title, in one line: cut where it is too long. */
  facts?: ReactNode
  beside?: ReactNode
  tabs?: ReactNode
  acts?: ReactNode
  /** A sentence that says what the screen is for. */
  lead?: ReactNode
}) {
  return (
    <header className="head">
      <div className="head-bar">
        <div className="head-words">
          <h1 className="h1 cut" title={props.title}>
            {props.title}
          </h1>
          {props.facts === undefined ? null : typeof props.facts === 'string' ? (
            <div className="subtitle cut" title={props.facts}>
              {props.facts}
            </div>
          ) : (
            <div className="subtitle">{props.facts}</div>
          )}
        </div>
        {props.beside === undefined ? null : <div className="row">{props.beside}</div>}
        {props.tabs === undefined ? null : (
          <>
            <span className="head-separator" />
            {props.tabs}
          </>
        )}
        {props.acts === undefined ? null : <div className="acts">{props.acts}</div>}
      </div>
      {props.lead === undefined ? null : <p className="head-lead mute">{props.lead}</p>}
    </header>
  )
}

/** The head of one of several screens under one bar, such as a section of the settings. */
export function SectionHead(props: { title: string; facts?: ReactNode; acts?: ReactNode; lead?: ReactNode }) {
  return (
    <header className="section-head">
      <div className="row wrap">
        <h2 className="h1">{props.title}</h2>
        {props.facts === undefined ? null : <div className="subtitle">{props.facts}</div>}
        {props.acts === undefined ? null : <div className="acts">{props.acts}</div>}
      </div>
      {props.lead === undefined ? null : <p className="mute">{props.lead}</p>}
    </header>
  )
}
