"""Text into facts, each with its place: documents, skills, titles, levels, languages, places."""
