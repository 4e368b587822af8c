"""规划 how the clusters stand against their targets, reckoned from the ledger."""
