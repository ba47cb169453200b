"""US Department of Labor (ILAB): findings, goods, suggested actions."""

READERS = ("findings_reader", "goods_reader")
CURATIONS = ("curation", "statistics", "territories")
