"""记忆 Memory: what the reader keeps in mind while it reads on: who and what was told last, of whom a section speaks."""

import re
from dataclasses import dataclass, field
from typing import Final

from liantu.bulletin import event, stranger
from liantu.bulletin.cast import Cast
from liantu.bulletin.measure import class_of
from liantu.bulletin.place import Place
from liantu.bulletin.trade import is_trade

__all__ = ["Memory", "industry_of_heading"]

_PARK_WORD: Final = re.compile(r"(?:产业|工业|科技)?(?:园区?|基地|集中区|集聚区|聚集区|城)$")
# 从零售类值看, 按投资主体分: by what the figures of a sentence are counted.
_TOPIC: Final = re.compile(r"(?:从|分|按)[^，,。；;]{0,14}(?:看|分)(?=[，,:])")
# 一是…二是…: each point of a list begins anew.
_POINT: Final = re.compile(r"\s?[一二三四五六七八九十]是(?!一)")
# 从投资规模来看，9个项目: what was signed is looked at anew, as a whole.
_SEEN_FROM: Final = re.compile(
    r"\s?从[^，,。；]{2,12}看[，,]?(?:[^，。；]{0,8}\d{1,4}个(?:[一-龥]{0,6})项目|(?:签约|开工)项目)"
)
_SPOKESMAN: Final = re.compile("负责人|董事长|总经理|厂长|总裁|主任|局长")
# What goes on with the industry told last even after a list of several.
_SAME: Final = re.compile(r"(?:其|该|增速|增幅|降幅|涨幅|较|比|同比|环比|拉动|占)")
_SPEAKER: Final = re.compile(
    rf"(?P<who>[一-龥A-Za-z0-9“”·]{{0,20}}?)(?:相关)?(?P<post>{_SPOKESMAN.pattern})[一-龥]{{0,9}}(?:介绍|说|表示|告诉|透露|坦言)"
)
# Who speaks for a firm is named once with the post and then by name only (“……”某某道).
_POST: Final = re.compile(r"(?:负责人|董事长|总经理|经理|厂长|总裁)(?P<name>[一-龥]{2,3})")
_VOICE: Final = re.compile(
    r"”(?P<name>[一-龥]{2,3}?)(?:又|还|笑着|接着|自豪地|高兴地)?(?:介绍|说|表示|告诉|透露|坦言|道)"
)
_WE: Final = re.compile(r"\s{0,4}“[^”]{0,60}?(?:我们(?:公司|企业|厂)|我[厂司])")
# 同时，实现…: goes on about whomever the last paragraph spoke of.
_ALSO: Final = re.compile(r"\s{0,4}(?:与此)?同时[,，](?:还|又|也|共)?(?:实现|完成|新增|新设|达到)")
# A paragraph that goes on with what was signed or begun at the event told before.
_GOES_ON: Final = re.compile(
    r"\s{0,4}(?:据(?:介绍|了解|悉|统计)[，,])?(?:(?:这|上述|此次|本次)?(?:\d{1,3}|[一二三四五六七八九十]{1,3})个(?:集中)?(?:签约|开工|落地|竣工)?项目(?=中|[，,]|涵盖|涉及|总投资|全部)"
    r"|(?:签约|开工|这些|上述)?项目(?:全部|全面|均|都)?(?:建成|达产|投产|投用))"
)


@dataclass(slots=True)
class Memory:
    """What the reader keeps in mind while it reads on."""

    place: Place
    cast: Cast
    section_industry: str = ""
    subject: str = ""
    kind: str = ""
    firm: str = ""
    park: str = ""
    project: str = ""
    industry: str = ""
    event: str = ""
    event_end: int = -1
    part: str = ""
    told: bool = False
    thing: str = ""
    award: str = ""
    loose: bool = False
    speaker: str = ""
    measure: str = ""
    unit: str = ""
    group: int = 0
    counted: str = ""
    voices: dict[str, str] = field(default_factory=dict)
    several: bool = False
    opening: bool = False

    def enter_section(self, heading: str) -> None:
        """Forget what the last section spoke of; take the industry the new heading names."""
        self.section_industry = industry_of_heading(heading, self.cast)
        self.subject = self.kind = self.industry = self.measure = self.speaker = self.event = ""
        self.firm = self.park = self.project = self.counted = self.thing = self.award = ""

    def enter_paragraph(self, text: str) -> None:
        """A new paragraph forgets the firm in hand unless its speaker is that firm's."""
        topic = (self.subject, self.kind) if _ALSO.match(text) else ("", "")
        self.measure = self.speaker = ""
        self.subject, self.kind = topic
        self.loose = False
        if self.event and _GOES_ON.match(text):
            self.subject, self.kind = self.event, "event"
        said = _SPEAKER.search(text) if _SPOKESMAN.search(text) else None
        if said is None:
            voice = _VOICE.search(text)
            self.speaker = self.voices.get(voice["name"], "") if voice else self.firm if _WE.match(text) else ""
            return
        who = said["who"].strip("“”")
        if stranger.is_speaker(who, said["post"]):
            self.kind, self.loose = "firms", True
        if park := self.named_park(self.cast.park_in(who)):
            self.speaker = park
        elif firm := self.cast.firm_in(who):
            self.speaker = firm
        elif self.firm and (re.search(r"(?:企业|公司|厂)$", who) or (not who and self.kind == "firms")):
            self.speaker = self.firm
        elif re.search(r"(?:园区|产业园|项目|基地)$", who) and self.park:
            self.speaker = self.park

    def notice(self, text: str) -> None:
        """Remember who is named in a sentence, for later words that point back."""
        if self.several and not _SAME.match(text):
            self.subject = self.kind = ""
        self.several = False
        if self.event and self.kind in ("place", "several") and _SEEN_FROM.match(text):
            self.subject, self.kind = self.event, "event"
        if _POINT.match(text):
            self.subject = self.kind = self.counted = ""
        self.firm = self.cast.firm_in(text) or self.firm
        for post in _POST.finditer(text):
            self.voices |= {post["name"]: self.firm, post["name"][:2]: self.firm}
        if re.search(r"工业产品|产品产量", text):
            self.counted = "产量"
        elif (topic := _TOPIC.search(text)) and (what := class_of(topic[0])):
            self.counted = what
        elif topic and "产品" in topic[0]:
            self.counted = "产量"
        self.park = self.named_park(self.cast.park_in(text)) or self.park
        self.project = next((name for _, name in self.cast.projects.told(text)), self.project)
        held = event.find(text)
        self.event_end = held.end if held else -1
        if held:
            host, stem = (held.host, held.host[:-1]) if held.host else (self.place.name, self.place.stem)
            self.event = event.canonical(held.name, host, stem)

    def local(self, industry: str) -> str:
        """An industry of the document's place, in canonical form.

        >>> Memory(Place("乙山区", "", ""), Cast((), (), ())).local("新材料产业")
        '乙山区新材料产业'
        """
        return industry if self.place.stem and industry.startswith(self.place.stem) else self.place.name + industry

    def named_park(self, park: str) -> str:
        """A park called only by its trade, in canonical form: with its place; any other as it is called.

        >>> memory = Memory(Place("乙山高新区", "", ""), Cast(("生命健康",), (), ()))
        >>> memory.named_park("生命健康产业园"), memory.named_park("东石产业园")
        ('乙山高新区生命健康产业园', '东石产业园')
        """
        core = _PARK_WORD.sub("", park)
        only_trade = core in self.cast.industries or is_trade(core)
        return self.local(park) if park and only_trade and not self.place.is_open else park

    def default(self) -> tuple[str, str]:
        """Whose figure a clause tells that names nobody."""
        if self.subject:
            return self.subject, self.kind
        if self.speaker:
            return self.speaker, "firm"
        if self.kind == "firms":
            return "", "firms"
        return self.at_home()

    def at_home(self) -> tuple[str, str]:
        """The section's industry, or the place where its heading names none."""
        if self.section_industry:
            return self.local(self.section_industry), "industry"
        return self.place.name, "place"


def industry_of_heading(heading: str, cast: Cast) -> str:
    """The one industry a heading names first, in canonical form; none for a joint heading (文旅及现代服务业).

    >>> cast = Cast(("新材料",), (), ())
    >>> industry_of_heading("新材料产业 培育集聚区", cast), industry_of_heading("一、工业稳步增长", cast)
    ('新材料产业', '')
    """
    first = re.split(r"[\s,，:;；!！]", re.sub(r"^[一二三四五六七八九十(）)（、.．\d]+", "", heading.strip()))[0]
    for stem in cast.industries:
        if first.startswith(stem) and first.startswith(("产业", "集群"), len(stem)):
            return f"{stem}产业"
    return ""
