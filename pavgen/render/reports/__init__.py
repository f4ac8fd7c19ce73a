"""Findings for people, for programs and for GitHub's log."""
