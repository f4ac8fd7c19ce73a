"""One module for each rule that makes an order."""
