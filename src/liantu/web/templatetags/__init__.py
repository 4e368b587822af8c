"""The tags every page may use: `{% load liantu %}`."""
