"""Invented complaint stories whose true values are all known: what the benchmark of fiction rewrites and checks.

Doors: `tell`, `faults_of`.
"""
