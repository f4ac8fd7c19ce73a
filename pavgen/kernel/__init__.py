"""What every layer speaks: diagnostics and their codes, ids, canonical JSON, digests."""
