"""The typefaces of paper: Latin, Greek and Cyrillic, and Arabic; all free (OFL), all from packages."""

from pathlib import Path

import font_source_sans_pro
import fontpkg_noto_sans_arabic
import fontpkg_source_sans_3

# Charts are drawn in the fixed weights of the older cut: inside SVG a variable font only shows its thinnest weight.
IN_CHARTS = "Source Sans Pro"
FOLDERS = [package.ROOT / "files" for package in (fontpkg_source_sans_3, fontpkg_noto_sans_arabic)]
CHART_FOLDER = Path(font_source_sans_pro.__file__).parent / "files"
