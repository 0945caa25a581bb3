#!/bin/sh
# Cuts our own font out of Inter: Latin, the Cyrillic of Kazakh and Russian, punctuation, arrows and key signs, in one file,
# with both axes. Inter has no reserved font name, so the cut may be passed on under the same licence (OFL 1.1).
set -eu
cd "$(dirname "$0")/.."
/usr/bin/env pyftsubset node_modules/inter-ui/variable/InterVariable.woff2 \
  --output-file=assets/fonts/inter-kz.woff2 --flavor=woff2 \
  --unicodes="U+0020-007E,U+00A0-00FF,U+0131,U+02BC,U+0301,U+0400-045F,U+0490-0493,U+049A-049B,U+04A2-04A3,U+04AE-04B1,U+04BA-04BB,U+04D8-04D9,U+04E8-04E9,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032-2033,U+2039-203A,U+20AC,U+20B8,U+20BD,U+2116,U+2122,U+2190-2193,U+21B5,U+21E7,U+2212,U+2248,U+2260,U+2264-2265,U+2303,U+2318,U+2325,U+232B,U+23CE,U+25A0-25A1,U+25CF,U+2713,U+2717" \
  --layout-features=kern,calt,ccmp,locl,mark,mkmk,tnum,pnum,zero,case,ss02,cv05,cv08
/usr/bin/python3 scripts/figures.py assets/fonts/inter-kz.woff2
cp node_modules/inter-ui/LICENSE.txt assets/fonts/LICENSE.txt
ls -l assets/fonts/inter-kz.woff2
