"""The tables of the yearly report, each from one or a few aggregating queries.

`BUILDERS` names, for each counter, the function that draws its table and the one that finds its cases.
"""
