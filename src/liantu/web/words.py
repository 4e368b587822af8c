"""The words pages share for the small closed lists of the trade, Chinese first, English beside it."""

from collections.abc import Mapping

from liantu.web.language import say

__all__ = ["ASPECTS", "HEADS", "KINDS", "PREDICATES", "RULES", "USES", "VERDICTS", "Words", "rule_word", "word"]

Words = Mapping[str, tuple[str, str]]

USES: Words = {
    "review": ("未读", "unread"),
    "waiting": ("待核", "to verify"),
    "fact": ("数字", "figure"),
    "yoy": ("同比", "growth"),
    "date": ("日期", "date"),
    "filter": ("条件", "condition"),
    "name": ("名称", "name"),
    "ordinal": ("序数", "ordinal"),
    "list": ("编号", "list no."),
}
KINDS: Words = {
    "actual": ("实际", "actual"),
    "target": ("目标", "target"),
    "forecast": ("预计", "forecast"),
    "comparison": ("比较", "comparison"),
}
ASPECTS: Words = {
    "level": ("水平", "level"),
    "growth": ("增速", "growth"),
    "share": ("占比", "share"),
    "completion": ("完成率", "completion"),
    "pp_change": ("百分点变化", "change in points"),
    "gap": ("差距", "gap"),
    "contribution": ("拉动", "contribution"),
    "delta": ("增量", "increase"),
}
HEADS: Words = {
    "链主": ("链主", "chain leader"),
    "龙头": ("龙头", "leading firm"),
    "重点": ("重点", "key firm"),
}
VERDICTS: Words = {
    "accept": ("接受", "accepted"),
    "correct": ("更正", "corrected"),
    "reject": ("退回", "rejected"),
    "reopen": ("撤销", "taken back"),
}
PREDICATES: Words = {
    "role": ("角色", "role"),
    "product": ("产品", "product"),
    "located_in": ("位于", "located in"),
    "introduced": ("引进", "introduced"),
    "honour": ("荣誉", "honour"),
    "licence": ("许可", "licence"),
    "listing": ("上市", "listing"),
    "list_entry": ("入选", "list entry"),
    "standard": ("标准", "standard"),
    "carrier": ("载体", "carrier"),
    "rank": ("排名", "rank"),
    "scale": ("规模级别", "scale"),
    "target_position": ("目标定位", "target position"),
    "project_status": ("项目状态", "project status"),
}

RULES: Words = {
    "level": ("水平句", "level"),
    "level_yoy": ("水平带同比", "level with growth"),
    "count": ("家数个数", "count"),
    "listed": ("名单个数", "count of a list"),
    "growth": ("增速句", "growth"),
    "delta": ("增减量", "increase"),
    "share": ("占比句", "share"),
    "structure": ("结构比", "structure"),
    "completion": ("完成率", "completion"),
    "plan": ("计划数", "plan"),
    "risen": ("由多少到多少", "from–to"),
    "twofold": ("城乡对举", "pair"),
    "assigned": ("任务数", "task"),
    "apart": ("分别的百分点", "points respectively"),
    "pp_change": ("增速变动", "change in points"),
    "gap": ("与他处之差", "gap"),
    "contribution": ("拉动句", "contribution"),
    "respectively": ("分别句", "respectively"),
    "table": ("表格", "table"),
}


def rule_word(rule: str) -> str:
    """Who proposed a figure: the kind of sentence a rule reads, or the model that was asked."""
    name = rule.removeprefix("model:")
    return word(RULES, rule) if name == rule else say(f"模型 {name} 提议", f"proposed by model {name}")


def word(words: Words, key: str) -> str:
    """The word for `key` in the reader's language; a key of no list stands for itself."""
    return say(*words.get(key, (key, key)))
