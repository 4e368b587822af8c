"""The words for the five roles, as commands print them."""

from liantu.cli.language import say

__all__ = ["ROLES", "role_word"]

ROLES = {
    "leader": ("领导", "leader"),
    "officer": ("产业办", "officer"),
    "reviewer": ("复核员", "reviewer"),
    "administrator": ("管理员", "administrator"),
    "guest": ("访客", "guest"),
}


def role_word(role: str) -> str:
    """The role's name in the person's language."""
    return say(*ROLES[role])
