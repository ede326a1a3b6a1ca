/** The look of the page. Stance is hue, certainty lightness, and neither is told by colour alone: underlines differ too. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;
--paper:#fdfcf9;--panel:#f5f2ea;--ink:#1b1a17;--soft:#5b574e;--rule:#dcd7cb;--link:#1b1a17;
--supports:#1a4f8f;--contradicts:#9a3d00;--neutral:#5c5a55;
--s3:#b7d3f5;--s2:#d3e4f9;--s1:#e9f1fc;--c3:#f8c79d;--c2:#fbddc3;--c1:#fdefe2;--n3:#dedbd3;--n2:#e7e5de;--n1:#f0eee8;--shown:#f3edc9;
--serif:"Iowan Old Style","Charter","Palatino Linotype",Palatino,"Book Antiqua",Georgia,"Noto Serif","DejaVu Serif",serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{
--paper:#151619;--panel:#1e2024;--ink:#e9e6df;--soft:#aca79c;--rule:#393b41;--link:#e9e6df;
--supports:#8dbcf7;--contradicts:#f4a76b;--neutral:#b5b2aa;
--s3:#1d4a82;--s2:#1a3a62;--s1:#182c46;--c3:#7c3c0d;--c2:#5d3011;--c1:#412713;--n3:#48484a;--n2:#3a3a3c;--n1:#2d2d30;--shown:#423c17}}
*{box-sizing:border-box}
html{font-size:106.25%;-webkit-text-size-adjust:100%;scroll-padding-top:1.5rem}
body{margin:0;background:var(--paper);color:var(--ink);font-family:var(--serif);line-height:1.55;overflow-wrap:break-word;
font-variant-numeric:lining-nums}
body>header,main,footer{max-width:46rem;margin:0 auto;padding:0 1.25rem}
h1,h2,h3,h4{line-height:1.2;text-wrap:balance;font-weight:600}
a{color:var(--link);text-decoration-color:var(--soft);text-underline-offset:.15em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--supports);outline-offset:2px;border-radius:2px}
main:focus{outline:none}
.skip{position:absolute;left:-100vw;background:var(--paper);padding:.5rem 1rem;font-family:var(--sans)}
.skip:focus{left:1rem;top:1rem;z-index:1}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.eyebrow,.scope,.figures,.chain,.cites,.weight,.imprint,.address,.digest,figcaption,.ways,.answer,.label,.band,.back,.swatches,footer{font-family:var(--sans)}
.masthead{padding-top:3.2rem!important}
.eyebrow{margin:0;font-size:.78rem;letter-spacing:.02em;color:var(--soft)}
h1{font-size:clamp(1.75rem,5.2vw,2.75rem);margin:.35rem 0 .6rem;letter-spacing:-.012em}
.scope{color:var(--soft);font-size:.85rem;margin:0 0 1.6rem}
.contents{list-style:none;margin:0;padding:0;border-top:1px solid var(--rule)}
.contents li{border-bottom:1px solid var(--rule)}
.contents a{display:flex;gap:.3rem 1.5rem;justify-content:space-between;align-items:baseline;flex-wrap:wrap;padding:.6rem 0;text-decoration:none}
.contents a:hover .text{text-decoration:underline;text-decoration-color:var(--soft)}
.contents .text{flex:1 1 18rem}
.answer{font-size:.8rem;color:var(--soft)}
.answer strong{margin-right:.6em;font-weight:650}
.ways{font-size:.8rem;display:flex;gap:1.4rem;margin:.8rem 0 0}
strong.supports{color:var(--supports)}strong.contradicts{color:var(--contradicts)}strong.neutral{color:var(--neutral)}
.claim{margin-top:3.4rem;border-top:3px double var(--ink);padding-top:1.1rem}
.claim>h2{font-size:clamp(1.35rem,3.6vw,1.8rem);margin:.25rem 0 1.2rem}
.verdict{display:grid;grid-template-columns:auto 1fr;column-gap:1.2rem;align-items:baseline;margin-bottom:1.4rem}
.band{font-size:1.5rem;font-weight:700;margin:0;letter-spacing:-.01em}
.band::first-letter{text-transform:uppercase}
.verdict.supports .band{color:var(--supports)}.verdict.contradicts .band{color:var(--contradicts)}.verdict.neutral .band{color:var(--neutral)}
.figures{font-size:.88rem;margin:0;color:var(--soft)}
.gauge{grid-column:1/-1;width:100%;height:auto;margin-top:.5rem;overflow:visible;color:var(--neutral)}
.gauge.supports{color:var(--supports)}.gauge.contradicts{color:var(--contradicts)}
.gauge .axis{stroke:var(--rule);stroke-width:3}.gauge .tick{stroke:var(--soft);stroke-width:1.5}
.gauge .tick-label{fill:var(--soft);font:18px var(--sans)}
.gauge .interval{fill:currentColor;opacity:.32}.gauge .point{fill:currentColor;stroke:var(--paper);stroke-width:4}
.gauge .prior{stroke:var(--soft);stroke-width:2;stroke-dasharray:3 4}
.claim section>h3,.closing h3{font-size:1.12rem;margin:2.1rem 0 .5rem;padding-bottom:.3rem;border-bottom:1px solid var(--rule)}
section.verdict{display:block}section.verdict>h3{margin-top:1rem}
p{margin:.5rem 0}
.cites{font-size:.68rem;line-height:1;white-space:normal;word-spacing:.05em}
.cite{display:inline-block;padding:.12em .38em;border-radius:3px;background:var(--panel);color:var(--soft);text-decoration:none;border:1px solid var(--rule);line-height:1.25}
.cite:hover{color:var(--ink);border-color:var(--soft)}
.sentence:target,.quote:target{background:var(--shown);box-shadow:0 0 0 .25em var(--shown);border-radius:1px}
figure.echo{margin:1.8rem 0 .4rem}
figcaption{font-size:.78rem;color:var(--soft);margin-top:.6rem}
.echoes{width:100%;height:auto;display:block}
.echoes.narrow{display:none}
.echoes text{font-family:var(--sans);fill:var(--ink)}
.echoes .column{font-weight:650}
.echoes .panel{fill:var(--panel);stroke:var(--rule)}
.echoes .supports .panel{fill:var(--s1);stroke:var(--supports)}.echoes .contradicts .panel{fill:var(--c1);stroke:var(--contradicts)}
.echoes .shape{fill:var(--soft)}.echoes .hollow{fill:none;stroke:var(--soft);stroke-width:1.6}
.strand{fill:none;opacity:.42}
.strand.supports{stroke:var(--supports)}.strand.contradicts{stroke:var(--contradicts)}.strand.neutral{stroke:var(--neutral);opacity:.25}
ul.points,ul.quotes{list-style:none;margin:0;padding:0}
.flips ul.points,.gaps ul.points,.names ul.points{list-style:disc;padding-left:1.1rem}
.flips .point,.gaps .point,.names .point{margin:.4rem 0}.flips .glyph,.gaps .glyph{display:none}
.point{margin:1rem 0 1.3rem}
.point h4{font-size:1.02rem;margin:0 0 .25rem;display:flex;flex-wrap:wrap;gap:0 .5em;align-items:baseline}
.glyph{color:var(--soft);font-family:var(--sans);font-size:.8em}
.weight{font-size:.82rem;font-weight:650;white-space:nowrap}
h4 .weight{margin-left:auto}
.supports .weight{color:var(--supports)}.contradicts .weight{color:var(--contradicts)}.neutral .weight{color:var(--neutral)}
.joins{font-size:.92rem;color:var(--soft)}
.quote{margin:.7rem 0 0;padding:.05rem 0 .05rem .8rem;border-left:4px solid var(--n3)}
.quote.supports{border-color:var(--supports)}.quote.contradicts{border-color:var(--contradicts)}
.quote.supports.probable{border-color:color-mix(in srgb,var(--supports) 62%,var(--paper))}.quote.supports.possible{border-color:color-mix(in srgb,var(--supports) 34%,var(--paper))}
.quote.contradicts.probable{border-color:color-mix(in srgb,var(--contradicts) 62%,var(--paper))}.quote.contradicts.possible{border-color:color-mix(in srgb,var(--contradicts) 34%,var(--paper))}
.quote q{quotes:"“" "”"}.quote q a{text-decoration:none}.quote q a:hover{text-decoration:underline}
.chain{font-size:.78rem;color:var(--soft);margin:.15rem 0 0}
.from{padding:0 .1em}
.ledger{width:100%;border-collapse:collapse;table-layout:fixed}
.ledger th,.ledger td{text-align:left;padding:.55rem 0 0;vertical-align:middle;font-weight:600}
.ledger .bar{padding-left:1rem;padding-right:1rem}
.ledger col.what{width:54%}.ledger col.drawn{width:30%}.ledger col.weighed{width:16%}
.ledger .weight{text-align:right}
.ledger .because td{padding:.1rem 0 .6rem;font-weight:400;border-bottom:1px solid var(--rule);font-size:.95rem}
svg.weight-bar{width:100%;height:.85rem;display:block}
svg.weight-bar .track{fill:var(--rule)}svg.weight-bar .middle{fill:var(--soft)}
svg.weight-bar .supports{fill:var(--supports)}svg.weight-bar .contradicts{fill:var(--contradicts)}
.documents,.closing{margin-top:3.4rem;border-top:3px double var(--ink);padding-top:1.1rem}
.documents>h2{font-size:1.5rem;margin:.2rem 0 1rem}
.document{margin:0 0 2.6rem;padding:1.1rem 1.4rem 1rem;border:1px solid var(--rule);border-radius:4px}
.document header{margin-bottom:.9rem}
.label{display:inline-block;font-size:.75rem;margin:0 0 .3rem;padding:.1em .5em;border:1px solid var(--soft);border-radius:3px;color:var(--soft)}
.document h3{margin:0;font-size:1.15rem}
.imprint,.address{font-size:.8rem;color:var(--soft);margin:.2rem 0 0}
.address a{color:inherit;overflow-wrap:anywhere}
.document .text p{margin:0 0 .8rem;white-space:pre-line}
.document .headline{font-weight:600}.document .heading,.document .standfirst{font-style:italic}
.document .item{padding-left:1.2rem}.document .quote{border:0;padding:0 0 0 1.2rem}
.digest{font-size:.68rem;color:var(--soft);margin:.9rem 0 0;overflow-wrap:anywhere}
code{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.95em}
mark{background:var(--n2);color:inherit;padding:.1em 0;text-decoration:underline dotted var(--neutral) 1.5px;text-underline-offset:.2em;-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark.supports{background:var(--s1);text-decoration:underline solid var(--supports) 1.5px}
mark.contradicts{background:var(--c1);text-decoration:underline double var(--contradicts) 1.5px}
mark.supports.probable{background:var(--s2)}mark.supports.certain{background:var(--s3)}
mark.contradicts.probable{background:var(--c2)}mark.contradicts.certain{background:var(--c3)}
mark.neutral{background:var(--n1)}mark.neutral.probable{background:var(--n2)}mark.neutral.certain{background:var(--n3)}
mark.both{background:linear-gradient(var(--s3) 50%,var(--c3) 50%);text-decoration:underline double var(--ink) 1.5px}
mark.shown{background:none;text-decoration:underline dashed var(--soft) 1px}
mark.nested{box-shadow:inset 0 -2px 0 var(--soft)}
.spot:target+mark,.spot:target+.spot+mark{outline:3px solid var(--ink);outline-offset:1px}
.back{font-size:.66rem;line-height:0;white-space:nowrap}
.back a{text-decoration:none;color:var(--soft);padding:0 .15em}.back a:hover{color:var(--ink)}
footer{margin-top:3rem!important;padding-top:1rem!important;padding-bottom:4rem!important;font-size:.83rem;color:var(--soft)}
footer::before{content:"";display:block;border-top:3px double var(--ink)}
footer h2{font-size:.95rem;color:var(--ink);margin:1.6rem 0 .4rem}
footer ul{margin:0;padding-left:1.1rem}
.swatches{list-style:none;padding:0!important;display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;margin:.4rem 0!important}
.swatches mark{padding:.1em .4em;color:var(--ink)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1.2rem;margin:.8rem 0 0}
dt{color:var(--ink);font-weight:600}dd{margin:0}
@media (max-width:640px){
html{font-size:100%}
.masthead{padding-top:1.6rem!important}
.verdict{grid-template-columns:1fr}
.gauge .tick-label{font-size:34px}
.echoes.wide{display:none}.echoes.narrow{display:block}
.document{margin-left:-1.25rem;margin-right:-1.25rem;border-left:0;border-right:0;border-radius:0;padding-left:1.25rem;padding-right:1.25rem}
.ledger .bar{padding-left:.5rem;padding-right:.5rem}.ledger col.what{width:48%}.ledger col.drawn{width:24%}.ledger col.weighed{width:28%}
dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}}
@page{size:A4;margin:18mm 17mm 20mm}
@media print{:root{color-scheme:light;
--paper:#fff;--panel:#f4f2ec;--ink:#000;--soft:#4a473f;--rule:#cfcabd;--link:#000;
--supports:#1a4f8f;--contradicts:#9a3d00;--neutral:#5c5a55;
--s3:#b7d3f5;--s2:#d3e4f9;--s1:#e9f1fc;--c3:#f8c79d;--c2:#fbddc3;--c1:#fdefe2;--n3:#dedbd3;--n2:#e7e5de;--n1:#f0eee8;--shown:#f3edc9}
html{font-size:10pt}body{line-height:1.42;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body>header,main,footer{max-width:none;padding-left:0;padding-right:0}
.skip,.ways,.back{display:none}
.masthead{padding-top:0!important}
.echoes.wide{display:block}.echoes.narrow{display:none}
h2,h3,h4,.eyebrow{break-after:avoid}
.quote,.verdict,figure,.ledger tr,li.point>h4+p{break-inside:avoid}
.ledger tr{break-after:auto}.documents{break-before:page}
p{orphans:3;widows:3}
.document{break-inside:auto}a{text-decoration:none}
.address a::after{content:none}}
`
