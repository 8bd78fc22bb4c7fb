"""Reads vacancy notices into a graph of reporting lines."""
