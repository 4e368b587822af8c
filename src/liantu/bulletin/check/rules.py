"""The rules a draft is asked, in order; each is one function, of a sentence or of the whole draft."""

from collections.abc import Callable, Iterator
from typing import Final

from liantu.bulletin.check import (
    columns,
    completion,
    direction,
    growth,
    money,
    parts,
    period,
    points,
    rank,
    shares,
    sums,
    twice,
)
from liantu.bulletin.check.draft import Draft, Sentence
from liantu.bulletin.check.finding import Finding

__all__ = ["OF_A_DRAFT", "OF_A_SENTENCE"]

OF_A_SENTENCE: Final[tuple[Callable[[Sentence], Iterator[Finding]], ...]] = (
    growth.from_to,
    growth.grown,
    growth.increase,
    growth.than_ago,
    growth.year_after_year,
    growth.rate_moved,
    growth.multiple,
    parts.larger_part,
    parts.partition,
    parts.respective_sum,
    parts.listed_sum,
    shares.over_hundred,
    shares.share_inside,
    completion.of_target,
    completion.rate_of_two,
    completion.time_progress,
    points.per_cent_for_points,
    points.points_for_per_cent,
    direction.opposite_words,
    direction.narrowed,
    period.base_length,
    twice.beyond_bound,
    money.paid_in_over,
)
OF_A_DRAFT: Final[tuple[Callable[[Draft], Iterator[Finding]], ...]] = (
    columns.totals,
    shares.ratio,
    shares.share_of_named,
    direction.change_of_rate,
    direction.rate_implied,
    rank.rank_twice,
    rank.rank_order,
    period.two_times,
    period.year_not_over,
    period.still_ahead,
    twice.two_values,
    sums.sums_of_periods,
    money.goal_in_two_measures,
)
