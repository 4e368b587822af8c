"""The people's face: pages, their words and their looks; each page is a function, a template and a test."""
