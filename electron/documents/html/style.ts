import { contrast, LEAST_CONTRAST } from '../../domain/documents/document-style.ts'
import type { DocumentHead } from '../head.ts'

const NIGHT = '#10191d'

/** @param look the chosen colours, each legible on white. */
export function styleSheet({
  accent,
  decisionColour,
  decisionGround,
  actionColour,
  actionGround,
}: DocumentHead['look']): string {
  return `
:root{color-scheme:light dark;--encre:#13232a;--encre2:#3f5158;--papier:#fff;--filet:#d3dcde;--accent:${accent};--decision:${decisionColour};--fond-decision:${decisionGround};--action:${actionColour};--fond-action:${actionGround}}
@media screen and (prefers-color-scheme:dark){:root{--encre:#e6eef0;--encre2:#b7c6cb;--papier:${NIGHT};--filet:#38474d;--accent:${atNight(accent)};--decision:${atNight(decisionColour)};--fond-decision:transparent;--action:${atNight(actionColour)};--fond-action:transparent}img{background:#fff;padding:.25rem}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:50rem;padding:1.5rem;font:1rem/1.6 "Source Sans 3",Calibri,Carlito,Arial,sans-serif;color:var(--encre);background:var(--papier);overflow-wrap:break-word}
h1,h2,h3,h4,h5{line-height:1.25;margin:1.8em 0 .5em}h1{font-size:1.9rem;margin-top:1em}h2{font-size:1.45rem}h3{font-size:1.2rem}h4,h5{font-size:1.05rem}
p{margin:.6em 0}sup{font-size:.65em;line-height:0}a{color:var(--accent)}img{max-width:100%;height:auto}figure{margin:1em 0}
.chemin{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;padding:0;margin:0}
.logos{display:flex;flex-wrap:wrap;gap:1rem 1.5rem;align-items:center;margin-bottom:1rem}.logos img{max-height:4rem;width:auto}.logos .partner{max-height:2.2rem}.logos .issuer+.partner{margin-inline-start:auto}
.issuer{font-weight:600;color:var(--accent)}header p,.mention{margin:.2em 0}.mention,.subtitle,.state,.notice,.summary,.presented,.empty,.foot{color:var(--encre2)}.subtitle{font-size:1.15rem}.state{font-weight:600;margin:.2em 0}
.point1,.point2,.point3{padding-inline-start:2.5em;text-indent:-2.5em;margin:.3em 0}.point2{margin-inline-start:1.5em}.point3{margin-inline-start:3em}.numero{color:var(--accent)}.point1 .numero,.point2 .numero,.point3 .numero{display:inline-block;min-width:2.5em;text-indent:0}
.outcome,.decision,.action,.foot{border-inline-start:3px solid var(--accent);padding:.4em .8em}.decision{border-color:var(--decision);background:var(--fond-decision)}.action,.foot{border-color:var(--action);background:var(--fond-action)}.action:has(+.foot){margin-bottom:0}.foot{margin-top:0}
blockquote{margin:1em 0;padding-inline-start:1em;border-inline-start:2px solid var(--filet);color:var(--encre2)}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.sommaire ul{list-style:none;padding:0;margin:1.5em 0}.sommaire .rang2{padding-inline-start:1.5em}
.tableau{overflow-x:auto;margin:1em 0}.tableau:focus-visible,a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}table{border-collapse:collapse;width:100%}th,td{border-block-end:1px solid var(--filet);padding:.4em .6em;text-align:start;vertical-align:top;min-width:5em}th{font-weight:600}tbody th{font-weight:400}th p,td p{margin:0}:is(th,td) :is(h3,h4,h5){font:inherit;margin:0}.nombre{text-align:end}.faits th,.faits td{border:0;padding:.15em 1em .15em 0}.faits td{overflow-wrap:anywhere}.faits th{color:var(--encre2)}
@media (max-width:30rem){body{padding:1rem}}
footer{margin-top:3em;border-block-start:1px solid var(--filet)}
@page{margin:2cm}
@media print{.sommaire{display:none}body{max-width:none;padding:0}h1,h2,h3,h4,h5,thead{break-after:avoid}tr,.decision,.action,figure{break-inside:avoid}.action:has(+.foot){break-after:avoid}.tableau{overflow:visible}a[href^=http]::after{content:none}}
`
}

/** The same colour, as much lighter as the dark page needs. */
function atNight(colour: string): string {
  for (let share = 0; share < 1; share += 0.1) {
    const lighter = `#${[1, 3, 5]
      .map((from) => {
        const value = Number.parseInt(colour.slice(from, from + 2), 16)
        return Math.round(value + (255 - value) * share)
          .toString(16)
          .padStart(2, '0')
      })
      .join('')}`
    if (contrast(lighter, NIGHT) >= LEAST_CONTRAST + 1) return lighter
  }
  return '#ffffff'
}
