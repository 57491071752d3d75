// Style sheet of a page: sober, readable at 200 %, printable; light and dark with the reader's choice.
export const styleSheet = `
:root{color-scheme:light dark;--encre:#13232a;--encre2:#3f5158;--papier:#fff;--accent:#0a5a66;--filet:#d3dcde;--prune:#76306a;--bleu:#1d558f}
@media (prefers-color-scheme:dark){:root{--encre:#e6eef0;--encre2:#b7c6cb;--papier:#10191d;--accent:#7fd0dc;--filet:#38474d;--prune:#e0a9d6;--bleu:#a5cbf5}}
body{margin:0 auto;max-width:46rem;padding:1.5rem;font:1rem/1.6 "Source Sans 3",Calibri,Carlito,Arial,sans-serif;color:var(--encre);background:var(--papier)}
h1,h2,h3,h4,h5{line-height:1.25;margin:1.8em 0 .5em}h1{font-size:1.9rem;margin-top:1em}h2{font-size:1.45rem}h3{font-size:1.2rem}h4,h5{font-size:1.05rem}
p{margin:.6em 0}a{color:var(--accent)}.emetteur{font-weight:600;color:var(--accent)}.mention,.sous-titre,.summary,.presented,.empty,.foot{color:var(--encre2)}.sous-titre{font-size:1.15rem}
.numero{color:var(--accent)}.outcome,.decision,.action,.foot{border-inline-start:3px solid var(--accent);padding-inline-start:.8em}.decision{border-color:var(--prune)}.action,.foot{border-color:var(--bleu)}
blockquote{margin:1em 0;padding-inline-start:1em;border-inline-start:2px solid var(--filet);color:var(--encre2)}
.tableau{overflow-x:auto;margin:1em 0}table{border-collapse:collapse;width:100%}th,td{border-block-end:1px solid var(--filet);padding:.4em .6em;text-align:start;vertical-align:top}th{font-weight:600}th p,td p{margin:0}.nombre{text-align:end}
.lu{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
footer{margin-top:3em;border-block-start:1px solid var(--filet)}
@media print{body{max-width:none;padding:0}h1,h2,h3,h4,h5{break-after:avoid}tr,.decision,.action{break-inside:avoid}}
`
