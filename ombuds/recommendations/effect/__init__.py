"""Did the complaints stop? The effect of a recommendation on a series of counts. Imports no Django.

`estimate(series, rules)` compares the counts after a change with what the counts before it, their trend and their
season would have led one to expect: an interrupted time series (J. Lopez Bernal, S. Cummins, A. Gasparrini, "Interrupted
time series regression for the evaluation of public health interventions", Int. J. Epidemiology 46(1), 2017), with a
negative binomial regression because complaints come in small and uneven numbers.
`benchmarks/effect.py` measures that its interval covers the truth and how often it sees an effect where none is.
"""

from ombuds.recommendations.effect.estimating import Estimate, Verdict, estimate
from ombuds.recommendations.effect.series import BadSeries, Rules, Series

__all__ = ["BadSeries", "Estimate", "Rules", "Series", "Verdict", "estimate"]
