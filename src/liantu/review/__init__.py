"""复核 what was read from documents, and what people decided about it."""
