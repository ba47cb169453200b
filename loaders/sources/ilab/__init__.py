"""US Department of Labor (ILAB): findings, goods, suggested actions."""
