"""行当 Trade: words that name a line of business and no firm, so that 以汽车零部件为龙头 gives no firm.

>>> is_trade("新能源汽车零部件"), is_trade("东石汽车")
(True, False)
"""

import re
from typing import Final

__all__ = ["is_trade"]

_WORDS: Final = (
    "大数据 人工智能 智能化 智能 网联 数字化 数字 信息 信创 软件 硬件 电子 集成电路 半导体 芯片 显示 通信 通讯 互联网 物联网 工业 "
    "制造业 制造 智造 装备 机械 机器人 汽车 摩托车 新能源 能源 清洁 零部件 配件 整车 电池 储能 动力 光伏 风电 氢能 电力 电气 组件 "
    "叶片 边框 生物 医药 医疗 器械 健康 大健康 体外 诊断 试剂 中药 药品 疫苗 康养 养老 环保 节能 生态 绿色 低碳 水处理 环境 监测 "
    "大气 治理 固废 垃圾 焚烧 资源 循环 再生 利用 新材料 材料 复合 先进 高性能 玻璃 纤维 玻纤 化工 钢铁 冶金 有色 金属 铝 钢 铜 "
    "建材 陶瓷 纺织 服装 家具 食品 饮料 白酒 粮油 面条 火锅 预制菜 农产品 农业 林业 畜牧 养殖 种植 茶叶 果蔬 文化 旅游 文旅 "
    "休闲 影视 音乐 体育 会展 商贸 商业 消费 餐饮 酒店 零售 批发 电商 物流 供应链 金融 保险 房地产 建筑 教育 科技 科创 创新 研发 "
    "设计 检测 检验 服务业 服务 技术 航空 航天 低空 轨道 交通 船舶 轻量化 热塑性 现代 高端 特色 传统 新兴 战略性 未来 优势 主导 "
    "支柱 城市 乡村 都市 生命 海洋 观光 精细 石油 煤炭 稀土 "
    "重点 龙头 关键 核心 综合 生产 加工 应用 产品 设备 系统 平台 基地 中心 项目 产业链 产业 行业 领域 集群 园区 业 和 及 与 类 型 性 化"
).split()
_ALL: Final = re.compile(f"(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})+")


def is_trade(name: str) -> bool:
    """Whether a name is put together from words of trades only."""
    return _ALL.fullmatch(name) is not None
