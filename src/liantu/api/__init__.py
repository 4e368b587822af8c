"""The programs' face: the same values the pages show, as JSON under /api/."""
