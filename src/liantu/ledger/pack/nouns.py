"""Each noun of a pack into its table, in the order they refer to one another."""

from pathlib import Path
from typing import Any

from liantu.ledger.models import (
    Carrier,
    Cluster,
    ClusterIndicator,
    ClusterMapping,
    ClusterMember,
    Enterprise,
    Event,
    Indicator,
    Office,
    Region,
    Subject,
    Taxonomy,
)
from liantu.ledger.pack.known import Known
from liantu.ledger.pack.sheet import Row, Sheet, read_sheet

__all__ = ["load_nouns"]

HUES = ("icon", "hue", "hue_dark", "tint")
KIND = Subject.Kind


def load_nouns(folder: Path, head: Row, known: Known) -> dict[str, int]:
    """Every noun of the pack; how many rows of each its files hold."""
    counts = {"regions": _regions(head, known)}
    steps = {
        "offices": _office,
        "taxonomies": _taxonomy,
        "indicators": _indicator,
        "clusters": _cluster,
        "enterprises": _enterprise,
        "carriers": _carrier,
        "events": _event,
    }
    for noun, step in steps.items():
        sheet = read_sheet(folder, noun)
        for row in sheet.rows:
            known.add(noun, row.text("code"), step(row, known))
        counts[noun] = len(sheet.rows)
    for row in read_sheet(folder, "carriers").rows:
        known.keep(Carrier, {"pk": known.named(row, "code", "carriers", row.text("code")).pk}, _within(row, known))
    counts["mappings"] = _mappings(read_sheet(folder, "mappings", ""), known)
    _opening(head, known)
    return counts


def _regions(head: Row, known: Known) -> int:
    sheet = Sheet.of("pack.yaml", head.fields.get("regions"))
    home = head.text("home")
    if home not in {row.text("code") for row in sheet.rows}:
        raise head.fault("home", f"指向的「{home}」不存在", f"names “{home}”, which is not there")
    Region.objects.filter(home=True).exclude(subject__code=home).update(home=False)
    for row in sheet.rows:
        fields = {
            "level": row.one_of("level", Region.Level.values),
            "parent": known.get(row, "parent", "regions"),
            "home": row.text("code") == home,
            "public": row.text("code") == home and head.flag("public"),
        }
        known.add("regions", row.text("code"), known.keep(Region, {"subject": known.subject(KIND.REGION, row)}, fields))
    return len(sheet.rows)


def _office(row: Row, known: Known) -> Office:
    names = {
        "name": row.text("name"),
        "short": row.text("short", need=False),
        "name_en": row.text("name_en", need=False),
    }
    return known.keep(Office, {"code": row.text("code")}, names)


def _taxonomy(row: Row, known: Known) -> Taxonomy:
    start, end = row.day("valid_from", need=True), row.day("valid_to")
    if start and end and end <= start:
        raise row.fault("valid_to", "要晚于 valid_from", "must be later than valid_from")
    fields = {
        "name": row.text("name"),
        "name_en": row.text("name_en", need=False),
        "issuer": row.text("issuer", need=False),
        "region": known.get(row, "region", "regions"),
        "valid_from": start,
        "valid_to": end,
        "certainty": row.one_of("certainty", "ABCD"),
        "source": row.text("source", need=False),
    }
    return known.keep(Taxonomy, {"code": row.text("code")}, fields)


def _opening(head: Row, known: Known) -> None:
    opening = known.named(head, "taxonomy", "taxonomies", head.text("taxonomy"))
    Taxonomy.objects.filter(opening=True).exclude(pk=opening.pk).update(opening=False)
    known.keep(Taxonomy, {"pk": opening.pk}, {"opening": True})


def _indicator(row: Row, known: Known) -> Indicator:
    fields = {
        "name": row.text("name"),
        "name_en": row.text("name_en", need=False),
        "unit": row.text("unit"),
        "nature": row.one_of("nature", Indicator.Nature.values),
        "price": row.one_of("price", Indicator.Price.values),
        "scope": row.text("scope", need=False),
        "issuer": row.text("issuer", need=False),
        "valid_from": row.day("valid_from"),
        "valid_to": row.day("valid_to"),
        "synonyms": row.texts("synonyms"),
    }
    return known.keep(Indicator, {"code": row.text("code")}, fields)


def _cluster(row: Row, known: Known) -> Cluster:
    fields: dict[str, Any] = {
        "taxonomy": known.get(row, "taxonomy", "taxonomies", need=True),
        "group": row.number_of("group"),
        "order": row.number_of("order"),
        "office": known.get(row, "office", "offices"),
    }
    fields |= {name: row.text(name, need=False) for name in HUES}
    cluster = known.keep(Cluster, {"subject": known.subject(KIND.CLUSTER, row)}, fields)
    wanted = [known.named(row, "main_indicators", "indicators", code) for code in row.texts("main_indicators")]
    there = list(ClusterIndicator.objects.filter(cluster=cluster).values_list("indicator", flat=True))
    if there != [indicator.pk for indicator in wanted]:
        ClusterIndicator.objects.filter(cluster=cluster).delete()
        ClusterIndicator.objects.bulk_create(
            ClusterIndicator(cluster=cluster, indicator=indicator, order=order)
            for order, indicator in enumerate(wanted, 1)
        )
    return cluster


def _enterprise(row: Row, known: Known) -> Enterprise:
    full = row.text("full_name", need=False)
    fields = {"full_name": full, "credit_code": row.text("credit_code", need=False) or None}
    firm = known.keep(Enterprise, {"subject": known.subject(KIND.ENTERPRISE, row, full)}, fields)
    cluster = known.get(row, "cluster", "clusters")
    if cluster is None:
        ClusterMember.objects.filter(enterprise=firm, primary=True).delete()
        return firm
    same = ClusterMember.objects.filter(enterprise=firm, primary=True, cluster__taxonomy=cluster.taxonomy)
    same.exclude(cluster=cluster).delete()
    known.keep(ClusterMember, {"enterprise": firm, "cluster": cluster}, {"primary": True})
    return firm


def _carrier(row: Row, known: Known) -> Carrier:
    fields = {
        "kind": row.text("kind"),
        "cluster": known.get(row, "cluster", "clusters"),
        "address": row.text("address", need=False),
    }
    return known.keep(Carrier, {"subject": known.subject(KIND.CARRIER, row)}, fields)


def _within(row: Row, known: Known) -> dict[str, Any]:
    within = known.get(row, "within", "carriers")
    if within is not None and within.subject.code == row.text("code"):
        raise row.fault("within", "不能是自己", "must not be itself")
    return {"within": within}


def _event(row: Row, known: Known) -> Event:
    fields = {"kind": row.text("kind"), "held_on": row.day("held_on")}
    return known.keep(Event, {"subject": known.subject(KIND.EVENT, row)}, fields)


def _mappings(sheet: Sheet, known: Known) -> int:
    for row in sheet.rows:
        kind = row.one_of("kind", ClusterMapping.Kind.values)
        target = known.get(row, "to", "clusters", need=kind in {"same", "part"})
        if target is not None and kind in {"none", "unknown"}:
            raise row.fault("to", f"在 kind 为 {kind} 时要留空", f"must be null where kind is {kind}")
        by = {
            "source": known.get(row, "source", "clusters", need=True),
            "taxonomy": known.get(row, "taxonomy", "taxonomies", need=True),
            "target": target,
        }
        fields = {"kind": kind, "certainty": row.one_of("certainty", "ABCD"), "note": row.text("note", need=False)}
        known.keep(ClusterMapping, by, fields)
    return len(sheet.rows)
