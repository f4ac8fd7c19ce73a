"""What is wrong, or only odd, in a policy and its ledgers: one module for each topic."""
