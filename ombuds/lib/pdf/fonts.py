"""The typefaces of paper: one for Latin, Greek and Cyrillic, one for Arabic; both free (OFL), both from packages."""

import fontpkg_noto_sans_arabic
import fontpkg_source_sans_3

FOLDERS = [package.ROOT / "files" for package in (fontpkg_source_sans_3, fontpkg_noto_sans_arabic)]
