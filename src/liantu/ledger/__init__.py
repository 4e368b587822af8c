"""台账 who and what a district keeps figures of, and the figures themselves over time."""
