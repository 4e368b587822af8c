"""端点 Endpoint: an OpenAI-compatible chat service that an administrator configured; without one nothing is ever sent.

`LIANTU_MODEL_URL` (up to and without /chat/completions), `LIANTU_MODEL` (its name) and, where the service wants one,
`LIANTU_MODEL_KEY` or the path of a file that holds it, `LIANTU_MODEL_KEY_FILE`.
"""

import json
import os
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from liantu.bulletin.proposer.question import ANSWER, Question
from liantu.errors import NotReady

__all__ = ["Endpoint", "configured", "has_model"]

_LARGEST: Final = 1024 * 1024
_TIMEOUT: Final = 60
_TASK: Final = """你核对政府公报里尚未读懂的数字。每个句子给出编号的数字（q）、时间（t）和名称（n）。
只回答 JSON。对每个你有把握的数字给一条：sentence 句号；figure 数字编号；subject 名称编号；measure 从句子里原样截取的最短指标名（不含数字和标点）；
aspect 取 level 水平、growth 增长率、share 占比、completion 完成率、pp_change 百分点变动、gap 差距、contribution 拉动、delta 增加量；
modality 取 actual 已发生、target 目标、forecast 预计、comparison 比较；period 时间编号，句中没有就给 null。
政策名称、序号、条件（如“投资1亿元以上”）不是数字，不要回答。没有把握就不答，不要改写任何数字。"""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A service, the model asked there, and the key it wants."""

    url: str
    name: str
    key: str = ""
    timeout: float = _TIMEOUT

    def propose(self, questions: Sequence[Question]) -> str:
        """The model's reply, bounded in size and time; `NotReady` where the service does not answer."""
        body = json.dumps(self.request(questions), ensure_ascii=False).encode()
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {self.key}"} if self.key else {})
        post = urllib.request.Request(f"{self.url.rstrip('/')}/chat/completions", body, headers)  # noqa: S310 (checked in configured)
        try:
            with urllib.request.urlopen(post, timeout=self.timeout) as answer:  # noqa: S310
                data = answer.read(_LARGEST + 1)
            said = json.loads(data if len(data) <= _LARGEST else b"")["choices"][0]["message"]["content"]
        except (urllib.error.URLError, TimeoutError, OSError, ValueError, KeyError, IndexError, TypeError) as error:
            raise NotReady(
                f"模型服务没有给出可用的回答（{self.name}）；规则读出的结果不受影响，请稍后再试或联系管理员。",
                f"The model service gave no usable answer ({self.name}); what the rules read stands. Try again later.",
            ) from error
        return said if isinstance(said, str) else ""

    def request(self, questions: Sequence[Question]) -> Mapping[str, object]:
        """The request that is sent: the task, the numbered questions and the form of the answer."""
        return {
            "model": self.name,
            "temperature": 0,
            "messages": [
                {"role": "system", "content": _TASK},
                {"role": "user", "content": "\n".join(question.say() for question in questions)},
            ],
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "answers", "strict": True, "schema": ANSWER},
            },
        }


def has_model() -> bool:
    """Whether an administrator named an endpoint."""
    return bool(os.environ.get("LIANTU_MODEL_URL", "").strip())


def configured(environment: Mapping[str, str] | None = None) -> Endpoint | None:
    """The endpoint the environment names, None where it names none.

    >>> configured({}) is None
    True
    >>> configured({"LIANTU_MODEL_URL": "http://127.0.0.1:8000/v1", "LIANTU_MODEL": "m"}).name
    'm'
    """
    told = os.environ if environment is None else environment
    url, name = told.get("LIANTU_MODEL_URL", "").strip(), told.get("LIANTU_MODEL", "").strip()
    if not url:
        return None
    if not url.startswith(("http://", "https://")) or not name:
        raise NotReady(
            "模型没有配置好：LIANTU_MODEL_URL 要以 http:// 或 https:// 开头，并给出 LIANTU_MODEL。",
            "The model is not set up: LIANTU_MODEL_URL must begin with http:// or https://, and LIANTU_MODEL be given.",
        )
    key = told.get("LIANTU_MODEL_KEY", "")
    if file := told.get("LIANTU_MODEL_KEY_FILE", ""):
        try:
            key = Path(file).read_text(encoding="utf8").strip()
        except OSError as error:
            raise NotReady(
                f"读不到模型密钥文件 {file}。", f"The file of the model's key, {file}, cannot be read."
            ) from error
    return Endpoint(url, name, key)
