"""World Bank: World Development Indicators and Indicators API."""
