// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>

namespace hipflow {

/// The style sheet of the report. Okabe and Ito's palette, darker for text; on paper always light.
inline constexpr std::string_view report_style = R"css(
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1b; --quiet: #555; --rule: #d0d0d0;
  --card: #f5f5f2; --c1: #0072b2; --c2: #b34a00; --c3: #00694d; --c4: #9a3f76; --c5: #5a5a5a; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181a; --ink: #ececec; --quiet: #b4b4b4;
  --rule: #45494d; --card: #212427; --c1: #56b4e9; --c2: #f0a04b; --c3: #3ecfa3; --c4: #e29ac5;
  --c5: #c4c4c4; } }
@media print { :root { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #444;
  --rule: #bbb; --card: #fff; --c1: #0072b2; --c2: #b34a00; --c3: #00694d; --c4: #9a3f76;
  --c5: #5a5a5a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 54rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.45 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.2; }
h2 { margin: 2.2rem 0 .4rem; font-size: 1.25rem; }
h3 { margin: 0 0 .2rem; font-size: 1.05rem; }
p { margin: .3rem 0; max-width: 46rem; }
.quiet, caption, .legend { color: var(--quiet); font-size: .9rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: .8rem;
  margin-top: 1rem; }
.card { padding: .8rem 1rem; background: var(--card); border: 1px solid var(--rule);
  border-radius: .4rem; break-inside: avoid; min-width: 0; }
.figure { font-size: 1.35rem; font-weight: 650; margin: 0; }
figure { margin: .6rem 0; break-inside: avoid; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--quiet); font-size: 13px; }
.rule { stroke: var(--rule); stroke-width: 1; }
.line { fill: none; stroke-width: 2; }
.mark { stroke: var(--paper); stroke-width: 1; }
.s1 { stroke: var(--c1); } .s2 { stroke: var(--c2); stroke-dasharray: 7 4; }
.s3 { stroke: var(--c3); stroke-dasharray: 2 4; } .s4 { stroke: var(--c4);
  stroke-dasharray: 9 3 2 3; } .s5 { stroke: var(--c5); stroke-dasharray: 12 6; }
.mark.s1 { fill: var(--c1); } .mark.s2 { fill: var(--c2); } .mark.s3 { fill: var(--c3); }
.mark.s4 { fill: var(--c4); } .mark.s5 { fill: var(--c5); }
.mark { stroke-dasharray: none; }
.mark.s1, .mark.s2, .mark.s3, .mark.s4, .mark.s5 { stroke: var(--card); stroke-dasharray: none; }
.filled { fill: var(--c1); }
.outline { fill: none; stroke: var(--ink); stroke-width: 1; }
.legend { display: flex; flex-wrap: wrap; gap: .1rem 1rem; margin: .2rem 0; padding: 0;
  list-style: none; }
.legend li { display: flex; align-items: center; gap: .4rem; }
.sample { width: 2rem; flex: none; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: .4rem 0; font-size: .92rem;
  font-variant-numeric: tabular-nums; }
caption { text-align: left; padding-bottom: .2rem; }
th, td { padding: .2rem .7rem .2rem 0; text-align: right; vertical-align: top;
  border-bottom: 1px solid var(--rule); }
th { font-weight: 600; }
th:first-child, td.words, th.words { text-align: left; }
tbody th { white-space: nowrap; }
#function tbody th { white-space: normal; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
a { color: var(--c1); }
@page { margin: 14mm; }
@media print { html { font-size: 9.5pt; } body { padding: 0; max-width: none; }
  .cards { grid-template-columns: 1fr 1fr; gap: .5rem; margin-top: .6rem; }
  .card { padding: .5rem .7rem; } .details { break-before: page; }
  h2, caption, thead { break-after: avoid; } tr, .short { break-inside: avoid; }
  .wide { overflow: visible; } a { color: inherit; } }
)css";

}  // namespace hipflow
