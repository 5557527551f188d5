"""Words and how they are written: scripts, stems, stop words, synonyms, dates."""
