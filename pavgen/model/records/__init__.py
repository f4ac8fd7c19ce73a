"""The record types, one module for each file format of a project."""
