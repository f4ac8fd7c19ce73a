"""What a pull request may do and what it changes, judged by values alone."""
