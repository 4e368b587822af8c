"""版面 page: what stands printed on the pages of a PDF or a scan, put into reading order; no database, no Django.

Everything here that touches a file runs in a process of its own (`liantu.page.confined`), for such files come from
anywhere; what comes back is plain text with the place of each piece.
"""
