namespace LlmAspects.Reports.Html;

/// <summary>The style sheet of the page. Text keeps a contrast of at least 4.5 : 1 to its background, in light and in dark.</summary>
internal static class HtmlStyle
{
    internal const string Sheet = """
        :root{color-scheme:light dark;--bg:#f5f6f9;--card:#fff;--ink:#1b2130;--muted:#545d70;--line:#d8dce5;--accent:#2b59c3;--bar:#5b83e0;--bad:#b3261e;--warn:#8a5300}
        @media (prefers-color-scheme:dark){:root{--bg:#11151d;--card:#191f2a;--ink:#e7eaf1;--muted:#a5aec0;--line:#323b4c;--accent:#93b4ff;--bar:#5f87e6;--bad:#ff9a92;--warn:#f3bd6b}}
        *{box-sizing:border-box}
        html{scroll-behavior:smooth}
        body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
        main{max-width:1160px;margin:0 auto;padding:1.5rem 1rem 3rem}
        h1{font-size:1.7rem;margin:0 0 .25rem;line-height:1.2}h2{font-size:1.2rem;margin:0 0 .75rem}h3{font-size:1rem;margin:1.25rem 0 .5rem}
        p{margin:.4rem 0}.muted{color:var(--muted)}.bad{color:var(--bad);font-weight:600}
        a{color:var(--accent)}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
        .skip{position:absolute;left:-99rem;top:0;background:var(--card);padding:.6rem 1rem;z-index:1}.skip:focus{left:.5rem}
        nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.4rem;padding:0;margin:1rem 0}
        nav a{display:block;padding:.3rem .75rem;border:1px solid var(--line);border-radius:99px;background:var(--card);text-decoration:none}
        nav a:hover{border-color:var(--accent)}
        section{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1.1rem;margin:1rem 0;scroll-margin-top:.5rem}
        .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(130px,1fr));gap:.6rem;margin:0}
        .tiles div{border:1px solid var(--line);border-radius:10px;padding:.6rem .8rem}
        .tiles dt{color:var(--muted);font-size:.85rem}.tiles dd{margin:0;font-size:1.35rem;font-weight:650;font-variant-numeric:tabular-nums}
        .facts{display:grid;grid-template-columns:minmax(90px,max-content) 1fr;gap:.15rem 1rem;margin:.75rem 0 0}.facts dt{color:var(--muted)}.facts dd{margin:0;overflow-wrap:anywhere}
        .scroll{overflow-x:auto;margin:.5rem 0}
        table{border-collapse:collapse;width:100%;font-size:.9rem}
        caption{text-align:left;color:var(--muted);padding:.2rem 0 .4rem}
        th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
        thead th{color:var(--muted);font-weight:600;white-space:nowrap}tbody th{font-weight:500}
        tbody th{white-space:nowrap}td{max-width:26rem;overflow-wrap:break-word}td:not(.n){min-width:10.5rem}
        .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        details{border:1px solid var(--line);border-radius:10px;padding:.45rem .8rem;margin:.5rem 0}
        details details{border:0;padding:0}
        summary{cursor:pointer;overflow-wrap:anywhere}summary strong{font-weight:600}
        svg.chart{display:block;width:100%;min-width:540px;height:auto}
        svg text{fill:var(--muted);font:11px system-ui,sans-serif;paint-order:stroke;stroke:var(--card);stroke-width:4px;stroke-linejoin:round}svg .bar{fill:var(--bar)}svg .err{fill:var(--bad)}svg .axis{stroke:var(--line)}svg .mark{stroke:var(--ink);stroke-width:1.5}
        .p95{stroke-dasharray:6 3}.p99{stroke-dasharray:2 3}
        .flow{min-width:220px;width:42%}.flow svg{display:block;width:100%;height:14px}.flow .track{fill:var(--line)}
        .span{white-space:nowrap}.i1{padding-left:1.4rem}.i2{padding-left:2.2rem}.i3{padding-left:3rem}.i4{padding-left:3.8rem}.i5{padding-left:4.6rem}.i6{padding-left:5.4rem}.i7{padding-left:6.2rem}.i8{padding-left:7rem}
        @media (max-width:600px){main{padding:1rem .6rem 2rem}section{padding:.8rem}}
        @media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
        @media print{body{background:#fff}nav,.skip{display:none}section{border:0;padding:0}.scroll{overflow:visible}details::details-content{content-visibility:visible;block-size:auto}details,tr,svg{break-inside:avoid}}
        """;
}
