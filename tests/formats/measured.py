"""Holds the program's statistics to SciPy's, over a thousand groups; ends with 1 where they differ.

The first argument is the program that reads one list of differences a line (crates/measure/examples).
"""

import json
import subprocess
import sys

import numpy
from scipy import stats

SURE = stats.norm.ppf(0.975)


def groups():
    """Changes of scores as they come: whole, often none, often equal, small groups and large."""
    chance = numpy.random.default_rng(2026)
    for size in (2, 3, 5, 8, 11, 20, 30, 49, 50, 51, 80, 140, 200, 201, 600, 3_000):
        for wide in (1, 3, 6, 25, 100):
            for drift in (0, -0.3, 0.8):
                for _ in range(5):
                    yield numpy.rint(chance.normal(drift * wide, wide, size)).astype(int).tolist()


def exact(differences):
    """Every arrangement of signs, by SciPy's own permutations: what it does not do itself where some are equal."""
    ranks = stats.rankdata(numpy.abs(differences))
    signed = ranks * numpy.sign(differences)
    told = stats.permutation_test(
        (signed,), lambda x, axis: numpy.sum(numpy.where(x > 0, x, 0), axis=axis),
        permutation_type="samples", n_resamples=numpy.inf, vectorized=True, alternative="two-sided")
    return told.pvalue


def signed_rank(group, said):
    differences = numpy.array([value for value in group if value != 0])
    if differences.size == 0:
        return said is None
    distinct = numpy.unique(numpy.abs(differences)).size == differences.size
    assert said["exact"] == (differences.size <= 50), "exact up to fifty"
    method = "exact" if said["exact"] else "approx"
    test = stats.wilcoxon(differences, correction=True, method=method)
    same = min(said["above"], said["below"]) == test.statistic
    if said["exact"] and not distinct:
        # Beyond, all arrangements are more than a machine counts; the sums are held above.
        return same and (differences.size > 11 or near(said["p"], exact(differences), 1e-9))
    return same and near(said["p"], test.pvalue, 1e-9)


def mean(group, said):
    if len(group) < 2:
        return said is None
    values = numpy.array(group, dtype=float)
    deviation = values.std(ddof=1)
    if deviation == 0:
        return said == [values.mean()] * 3
    error = deviation / numpy.sqrt(values.size)
    if values.size > 200:
        wanted = [values.mean(), values.mean() - SURE * error, values.mean() + SURE * error]
        return all(near(one, other, 1e-9) for one, other in zip(said, wanted, strict=True))
    if values.size < 8:
        # Two draws of chance among so few agree on nothing but the mean and the ends.
        return near(said[0], values.mean(), 1e-12) and values.min() <= said[1] <= said[2] <= values.max()
    interval = stats.bootstrap((values,), numpy.mean, n_resamples=20_000, method="BCa", rng=7).confidence_interval
    wanted = [values.mean(), interval.low, interval.high]
    # Both draw by chance, five and twenty thousand times: ends are then some 0.06 standard errors off,
    # or one step of what whole numbers can have for a mean.
    return all(near(one, other, 0.25 * error + 1 / values.size) for one, other in zip(said, wanted, strict=True))


def share(group, said):
    rose = sum(value > 0 for value in group)
    interval = stats.binomtest(rose, len(group)).proportion_ci(method="wilson")
    wanted = [rose / len(group), interval.low, interval.high]
    return all(near(one, other, 1e-12) for one, other in zip(said, wanted, strict=True))


def effect(group, said):
    deviation = numpy.std(group, ddof=1)
    return said is None if deviation == 0 else near(said, numpy.mean(group) / deviation, 1e-12)


def near(one, other, within):
    return abs(one - other) <= within


def main():
    all_groups = list(groups())
    lines = "".join(f"{json.dumps(group)}\n" for group in all_groups)
    said = subprocess.run([sys.argv[1]], input=lines, capture_output=True, text=True, check=True).stdout
    told = [json.loads(line) for line in said.splitlines()]
    assert len(told) == len(all_groups)
    checks = {"signed_rank": signed_rank, "mean": mean, "share": share, "effect": effect}
    off = 0
    for group, answer in zip(all_groups, told, strict=True):
        for name, check in checks.items():
            if not check(group, answer[name]):
                off += 1
                print(f"{name} of {group[:60]}{'…' if len(group) > 60 else ''}: {answer[name]}")
    print(f"{len(told)} groups, {len(checks)} statistics of each held to SciPy, {off} off")
    sys.exit(1 if off else 0)


if __name__ == "__main__":
    main()
