"""NORMLEX and the UN Treaty Collection: ratifications."""
