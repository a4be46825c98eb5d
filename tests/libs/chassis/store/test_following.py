"""Followers on every database."""

from testkit.conformance.store_following import FollowingSuite


class TestFollowing(FollowingSuite):
    pass
